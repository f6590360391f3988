import { Dropdown, DropdownMenuItemType, type IDropdownOption } from '@fluentui/react/lib/Dropdown';
import { ResponsiveMode } from '@fluentui/react/lib/ResponsiveMode';
import type { ReactElement } from 'react';
import type { Purpose } from '../core/purpose';
import type { PurposeView } from '../presentation/pane-view';
import { ActionButton } from './buttons';
import { Glyph } from './glyphs';
import { soft, strong, styles } from './styles';
import type { PaneText } from './text';
import { visibleName } from './visible-text';

const NONE = '';
/** So much of a word from the draft is quoted, and so many of them. */
const QUOTED_LENGTH = 40;
const QUOTED = 3;

interface Props {
  readonly purpose: PurposeView;
  readonly text: PaneText;
  readonly working: boolean;
  readonly waiting: boolean;
  readonly onDeclare: (purpose: Purpose | null) => void;
}

/** Why the mail is written: what it looks like, and what the sender says. */
export function PurposeChooser({ purpose, text, working, waiting, onDeclare }: Props): ReactElement {
  const { declared, suggestion, choices } = purpose;
  return (
    <section className={styles.card} aria-label={text.purposeHeading}>
      {suggestion && declared === null ? (
        <div className={styles.suggestion} style={soft('notice')}>
          <div className={styles.caption} style={strong('notice')}>
            <Glyph name="notice" size={16} />
            <span>{text.looksLike(suggestion.label)}</span>
          </div>
          <p className={styles.suggestionText}>{text.seen(suggestion.seen.slice(0, QUOTED).map((word) => text.quote(clipped(visibleName(word)))).join(', '))}</p>
          <ActionButton label={text.declare} name={text.declareFor(suggestion.label)} waiting={waiting || working} onPress={() => onDeclare(suggestion.purpose)} />
        </div>
      ) : null}
      <Dropdown
        label={text.purposeLabel}
        selectedKey={declared || NONE}
        options={optionsFor(choices, text)}
        disabled={working || waiting}
        // A narrow pane is not a phone: the list belongs under its field, not into a side panel.
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => {
          const chosen = option ? choices.find((choice) => choice.purpose === option.key) : undefined;
          const next = chosen ? chosen.purpose : null;
          if (next !== declared) onDeclare(next);
        }}
        styles={{
          label: { paddingTop: 0, lineHeight: 20, fontWeight: 600 },
          title: { borderRadius: 4 },
          caretDown: { display: 'flex', alignItems: 'center', height: 30 },
          dropdownItemsWrapper: { border: '1px solid var(--line)', borderRadius: 4 },
          dropdownItem: { height: 'auto', minHeight: 32, lineHeight: 20 },
          dropdownItemSelected: { height: 'auto', minHeight: 32, lineHeight: 20 },
          dropdownItemHeader: { color: 'var(--quiet)', fontSize: 12, fontWeight: 600, height: 28, lineHeight: 28 },
          dropdownOptionText: { whiteSpace: 'normal', overflowWrap: 'anywhere', padding: '5px 0' },
        }}
      />
      <p className={styles.purposeHint}>{text.purposeHint}</p>
    </section>
  );
}

function optionsFor(choices: PurposeView['choices'], text: PaneText): IDropdownOption[] {
  const group = (advertising: boolean): IDropdownOption[] =>
    choices.filter((choice) => choice.advertising === advertising).map(({ purpose, label }) => ({ key: purpose, text: label }));
  return [
    { key: NONE, text: text.purposeNone },
    { key: 'header:other', text: text.purposeOther, itemType: DropdownMenuItemType.Header },
    ...group(false),
    { key: 'header:advertising', text: text.purposeAdvertising, itemType: DropdownMenuItemType.Header },
    ...group(true),
  ];
}

function clipped(word: string): string {
  const letters = Array.from(word);
  return letters.length > QUOTED_LENGTH ? `${letters.slice(0, QUOTED_LENGTH - 1).join('')}…` : word;
}
