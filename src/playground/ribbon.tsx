import { type ReactElement, useId, useRef } from 'react';
import type { Language } from '../core/rule';
import { Icon } from './icons';
import type { RibbonButton, RibbonGroup } from './manifest';
import type { Words } from './words';

interface Props {
  /** `null`: a phone has none of ours. */
  readonly group: RibbonGroup | null;
  readonly language: Language;
  readonly words: Words;
  readonly isPaneOpen: boolean;
  readonly isDisabled: boolean;
  readonly onButton: (button: RibbonButton) => void;
  readonly onAttach: (files: readonly File[]) => void;
}

/** Outlook's ribbon, as far as it is needed: attaching files, and the add-in's buttons from its manifest. */
export function Ribbon({ group, language, words, isPaneOpen, isDisabled, onButton, onAttach }: Props): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="ribbon" role="toolbar" aria-label={words.ribbon}>
      <div className="ribbon-group">
        <button type="button" className="ribbon-button" aria-disabled={isDisabled} onClick={() => !isDisabled && files.current?.click()}>
          <Icon name="attach" />
          <span>{words.attach}</span>
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={words.attach}
          onChange={(event) => {
            onAttach([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {group && (
        <div className="ribbon-group" role="group" aria-label={group.label[language]}>
          {group.buttons.map((button) => (
            <button
              key={button.id}
              type="button"
              className="ribbon-button"
              data-control={button.id}
              title={button.tip[language]}
              aria-describedby={`${id}-${button.id}`}
              aria-pressed={button.action === 'pane' ? isPaneOpen : undefined}
              aria-disabled={isDisabled}
              onClick={() => !isDisabled && onButton(button)}
            >
              <img src={button.icon} width={20} height={20} alt="" />
              <span>{button.label[language]}</span>
              <span id={`${id}-${button.id}`} hidden>{button.tip[language]}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
