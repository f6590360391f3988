import { type ReactElement, useId, useLayoutEffect, useRef } from 'react';
import type { Block } from '../simulator/markdown';
import type { ButtonId, SendDialog } from '../simulator/send';
import type { ClientProfile } from '../simulator/clients';
import { Icon } from './icons';
import type { Words } from './words';

interface Props {
  readonly dialog: SendDialog;
  readonly client: ClientProfile;
  readonly words: Words;
  readonly onPress: (button: ButtonId) => void;
  readonly onClose: () => void;
}

/**
 * What Outlook shows when a send is stopped, with the buttons this client has. A `dialog` element
 * is modal for the whole page, the pane's frame and the keyboard included.
 */
export function SmartAlertDialog({ dialog, client, words, onPress, onClose }: Props): ReactElement {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const primary = primaryOf(dialog);

  // Closed while it is still in the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const shown = element.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('.button-primary')?.focus();
    return () => shown?.close();
  }, [dialog]);

  return (
    <dialog
      ref={element}
      className="alert"
      data-platform={client.platform}
      data-kind={dialog.kind}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="alert-title">
        <img src="/assets/icon-32.png" width={20} height={20} alt="" />
        <h2 id={`${id}-title`}>{dialog.title}</h2>
        <button type="button" className="icon-button" aria-label={words.dismiss} onClick={onClose}><Icon name="close" size={16} /></button>
      </div>
      <div className="alert-text" id={`${id}-text`}>
        {dialog.blocks ? <Blocks blocks={dialog.blocks} /> : <p>{dialog.text}</p>}
      </div>
      <div className="alert-buttons">
        {dialog.buttons.map((button) => (
          <button key={button.id} type="button" data-button={button.id} className={button.id === primary ? 'button button-primary' : 'button'} onClick={() => onPress(button.id)}>
            {button.label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

/** Never the button that sends in spite of the finding. */
function primaryOf({ buttons }: SendDialog): ButtonId | undefined {
  const careful = buttons.filter(({ id }) => id !== 'sendAnyway');
  return (careful.find(({ id }) => id === 'takeAction') ?? careful[0])?.id;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactElement {
  return (
    <>
      {blocks.map((block, index) => {
        const text = block.spans.map((span, at) => {
          const strong = span.bold ? <strong>{span.text}</strong> : span.text;
          const styled = span.italic ? <em>{strong}</em> : strong;
          return <span key={at}>{span.href ? <a href={span.href} target="_blank" rel="noreferrer">{styled}</a> : styled}</span>;
        });
        if (block.kind === 'paragraph') return <p key={index}>{text}</p>;
        return <p key={index} className="alert-item"><span aria-hidden="true">{block.kind === 'bullet' ? '•' : `${block.number}.`}</span><span>{text}</span></p>;
      })}
    </>
  );
}
