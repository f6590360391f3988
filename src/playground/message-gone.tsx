import type { ReactElement } from 'react';
import type { ItemKind, Whereabouts } from '../simulator/item';
import { Icon } from './icons';
import type { Words } from './words';

interface Props {
  readonly kind: ItemKind;
  readonly where: Exclude<Whereabouts, 'compose'>;
  readonly words: Words;
  readonly onAnother: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** What stands where the message or meeting was, once Outlook has closed its window. */
export function Gone({ kind, where, words, onAnother, onAgain, onBack }: Props): ReactElement {
  return (
    <div className="gone">
      <div className="gone-picture" data-where={where}><Icon name={where === 'sent' ? 'send' : 'file'} size={40} /></div>
      <h2 className="gone-headline" tabIndex={-1} ref={(heading) => heading?.focus()}>{words.gone[where]}</h2>
      <p>{words.kinds[kind].gone[where]}</p>
      <div className="gone-buttons">
        {where === 'sent'
          ? <button type="button" className="button" onClick={onAgain}>{words.sameAgain}</button>
          : <button type="button" className="button button-primary" onClick={onBack}>{words.backToDraft}</button>}
        <button type="button" className="button" onClick={onAnother}>{words.kinds[kind].fresh}</button>
      </div>
    </div>
  );
}
