import { type DragEvent, type KeyboardEvent, type ClipboardEvent, type ReactElement, useId, useMemo, useRef, useState } from 'react';
import { ContextualMenu } from '@fluentui/react/lib/ContextualMenu';
import { visibleAddress, visibleName } from '../ui/visible-text';
import type { Entry, FieldName, TypedText } from '../simulator/item';
import { Icon } from './icons';
import { nameOf, peopleMatching, type Suggestible } from './people';
import { isInsideQuotes } from './typed-text';
import type { Words } from './words';

/** What somebody at the keyboard can do with the people in one field. */
export interface FieldActions {
  /** Takes one or many people out of a text, as typed or pasted. */
  readonly enter: (field: FieldName, text: string) => void;
  readonly pick: (field: FieldName, person: Suggestible) => void;
  /** By address, or by the text where there is none. */
  readonly remove: (field: FieldName, key: string) => void;
  readonly move: (from: FieldName, key: string, to: FieldName) => void;
}

interface Props {
  readonly field: FieldName;
  /** All fields of the item, this one included. */
  readonly fields: readonly FieldName[];
  readonly entries: readonly Entry[];
  readonly typed: readonly TypedText[];
  readonly known: readonly Suggestible[];
  readonly words: Words;
  readonly actions: FieldActions;
}

const DRAGGED = 'application/x-umsicht-recipient';

interface Chip {
  /** What the person is removed and moved by. */
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly resolved: boolean;
}

/** One line of recipients or attendees: people as chips, and a place to type more of them. */
export function RecipientField({ field, fields, entries, typed, known, words, actions }: Props): ReactElement {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [menu, setMenu] = useState<{ readonly chip: Chip; readonly target: HTMLElement } | null>(null);
  const [dropping, setDropping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  const chips = useMemo((): readonly Chip[] => [
    ...entries.map((entry) => ({ key: entry.emailAddress || entry.displayName, name: visibleName(nameOf(entry)), address: visibleAddress(entry.emailAddress), resolved: true })),
    ...typed.map((each) => ({ key: each.text, name: visibleName(each.text), address: '', resolved: false })),
  ], [entries, typed]);
  const suggestions = useMemo(() => peopleMatching(known, text, chips.map(({ key }) => key)), [known, text, chips]);
  const shown = open && suggestions.length > 0;

  const enter = (given: string): void => {
    if (given.trim() !== '') actions.enter(field, given);
    setText('');
    setOpen(false);
  };
  const pick = (person: Suggestible): void => {
    actions.pick(field, person);
    setText('');
    setOpen(false);
    input.current?.focus();
  };
  const chipButtons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('.chip-name') ?? [])];
  const focusChip = (index: number): void => {
    const button = chipButtons()[index];
    (button ?? input.current)?.focus();
  };
  const remove = (chip: Chip, index: number): void => {
    actions.remove(field, chip.key);
    // The chip is gone with the next drawing; the keyboard goes on with its neighbour.
    requestAnimationFrame(() => focusChip(Math.min(index, chips.length - 2)));
  };

  const onInputKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : suggestions.length - 1)) % suggestions.length);
      return;
    }
    if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
      return;
    }
    if (event.key === 'Enter' || ((event.key === ',' || event.key === ';') && !isInsideQuotes(text))) {
      if (text.trim() === '' && event.key !== ',' && event.key !== ';') return;
      event.preventDefault();
      const chosen = shown && event.key === 'Enter' && !text.includes('@') ? suggestions[active] : undefined;
      if (chosen) pick(chosen);
      else enter(text);
      return;
    }
    if (text === '' && (event.key === 'Backspace' || event.key === 'ArrowLeft') && chips.length > 0) {
      event.preventDefault();
      focusChip(chips.length - 1);
    }
  };

  const onChipKey = (event: KeyboardEvent<HTMLElement>, chip: Chip, index: number): void => {
    const next: Record<string, () => void> = {
      ArrowLeft: () => focusChip(Math.max(0, index - 1)),
      ArrowRight: () => focusChip(index + 1),
      Home: () => focusChip(0),
      End: () => input.current?.focus(),
      Backspace: () => remove(chip, index),
      Delete: () => remove(chip, index),
    };
    const act = next[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (!/[,;\r\n\t]|@.*[\s>]/.test(pasted.trim())) return;
    event.preventDefault();
    enter(text + pasted);
  };

  const onDrop = (event: DragEvent): void => {
    setDropping(false);
    const dragged = event.dataTransfer.getData(DRAGGED);
    if (!dragged) return;
    event.preventDefault();
    const { from, key } = JSON.parse(dragged) as { from: FieldName; key: string };
    if (from !== field) actions.move(from, key, field);
  };

  const label = words.fields[field];
  return (
    <div
      className={`field${dropping ? ' field-dropping' : ''}`}
      data-field={field}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
      }}
      onDrop={onDrop}
    >
      <label className="field-label" htmlFor={`${id}-input`}>{label}</label>
      <div className="field-content" onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        input.current?.focus();
      }}>
        {chips.length > 0 && (
          <ul className="chips" role="list" aria-label={words.recipientsIn[field]} ref={list}>
            {chips.map((chip, index) => (
              <li
                key={`${chip.key}/${index}`}
                className={`chip${chip.resolved ? '' : ' chip-unresolved'}`}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(DRAGGED, JSON.stringify({ from: field, key: chip.key }));
                  event.dataTransfer.effectAllowed = 'move';
                }}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setMenu({ chip, target: event.currentTarget });
                }}
              >
                {chip.resolved && <span className="avatar" data-hue={hueOf(chip.key)} aria-hidden="true">{initials(chip.name)}</span>}
                <button
                  type="button"
                  className="chip-name"
                  tabIndex={-1}
                  aria-haspopup="menu"
                  title={chip.address && chip.address !== chip.name ? `${chip.name} <${chip.address}>` : undefined}
                  aria-label={chip.resolved ? `${chip.address && chip.address !== chip.name ? `${chip.name} <${chip.address}>` : chip.name}, ${words.inField[field]}` : words.notRecognised(chip.name)}
                  onKeyDown={(event) => onChipKey(event, chip, index)}
                  onClick={(event) => setMenu({ chip, target: event.currentTarget })}
                >
                  {chip.name}
                </button>
                <button type="button" className="chip-remove" tabIndex={-1} aria-label={words.removePerson(chip.name)} onClick={() => remove(chip, index)}>
                  <Icon name="close" size={12} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          id={`${id}-input`}
          ref={input}
          className="field-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={words.fieldLabel[field]}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-activedescendant={shown ? `${id}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(event.target.value.trim() !== '');
            setActive(0);
          }}
          onKeyDown={onInputKey}
          onPaste={onPaste}
          onBlur={() => enter(text)}
        />
        {shown && (
          <ul className="suggestions" role="listbox" id={`${id}-list`} aria-label={words.suggestions}>
            {suggestions.map((person, index) => (
              <li
                key={person.address}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={index === active ? 'suggestion suggestion-active' : 'suggestion'}
                // Before the field loses the focus and takes the text for an address.
                onMouseDown={(event) => {
                  event.preventDefault();
                  pick(person);
                }}
              >
                <span className="avatar" data-hue={hueOf(person.address)} aria-hidden="true">{initials(person.name)}</span>
                <span className="suggestion-name">{person.name}</span>
                <span className="suggestion-address">{person.address}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {menu && (
        <ContextualMenu
          target={menu.target}
          onDismiss={() => setMenu(null)}
          items={[
            ...fields.filter((other) => other !== field).map((other) => ({
              key: other,
              text: words.moveTo[other],
              onClick: () => actions.move(field, menu.chip.key, other),
            })),
            {
              key: 'edit',
              text: words.edit,
              onClick: () => {
                actions.remove(field, menu.chip.key);
                setText(menu.chip.address && menu.chip.address !== menu.chip.name ? `${menu.chip.name} <${menu.chip.address}>` : menu.chip.name);
                requestAnimationFrame(() => input.current?.focus());
              },
            },
            { key: 'remove', text: words.remove, onClick: () => actions.remove(field, menu.chip.key) },
          ]}
        />
      )}
    </div>
  );
}

function initials(name: string): string {
  const letters = name.replace(/@.*$/, '').split(/[\s._-]+/).filter(Boolean).map((part) => [...part][0] as string);
  return (letters.length > 1 ? `${letters[0]}${letters[letters.length - 1]}` : letters[0] ?? '').toUpperCase();
}

/** One of six colours, the same for the same person. */
function hueOf(key: string): number {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + (character.codePointAt(0) as number)) % 997;
  return sum % 6;
}
