import { type ReactElement, useId } from 'react';
import type { FindingCard as Card } from '../presentation/pane-view';
import { asQuestion } from '../presentation/words';
import { ActionButton } from './buttons';
import type { Tone } from './colours';
import { Glyph } from './glyphs';
import { PeopleList, spokenPeople } from './people-list';
import { strong, styles } from './styles';
import type { PaneText } from './text';
import { visibleName } from './visible-text';

interface Props {
  readonly card: Card;
  readonly text: PaneText;
  readonly working: boolean;
  readonly waiting: boolean;
  readonly onFix: (card: Card) => void;
}

/** One thing that was found, or that could not be checked: what, whom, the fix, and why. */
export function FindingCard({ card, text, working, waiting, onFix }: Props): ReactElement {
  const titleId = useId();
  const tone = toneOfCard(card);
  const unclear = card.outcome === 'undetermined';
  const spoken = spokenPeople(card.people);
  const { remedy } = card;
  return (
    <li>
      <article className={unclear ? `${styles.card} ${styles.cardUnclear}` : styles.card} aria-labelledby={titleId} data-rule={card.rule} data-outcome={card.outcome}>
        <div className={styles.caption} style={strong(tone)}>
          <Glyph name={tone} size={16} />
          <span>{captionOf(card, text)}</span>
        </div>
        <h3 className={styles.title} id={titleId}>{unclear && card.checks.length === 0 ? asQuestion(card.title) : card.title}</h3>
        {card.message === '' ? null : <p className={styles.message}>{visibleName(card.message)}</p>}
        {card.conditions.length === 0 ? null : <Conditions card={card} text={text} />}
        <PeopleList people={card.people} text={text} />
        {remedy ? (
          <div className={styles.fix}>
            <ActionButton
              primary
              wide
              label={remedy.label}
              name={spoken.names.length > 0 ? text.fixFor(remedy.label, spoken.names, spoken.others) : remedy.label}
              working={working && text.working}
              waiting={waiting}
              onPress={() => onFix(card)}
            />
          </div>
        ) : null}
        {card.checks.length === 0 ? null : <Checks card={card} text={text} />}
        {card.why === '' ? null : <Why card={card} text={text} />}
      </article>
    </li>
  );
}

const CONDITION_TONE = { met: 'good', notMet: 'stop', unknown: 'unclear' } as const;

function Conditions({ card, text }: { readonly card: Card; readonly text: PaneText }): ReactElement {
  return (
    <ul className={styles.conditions}>
      {card.conditions.map(({ label, state }) => (
        <li key={label} className={styles.passedItem}>
          <span style={strong(CONDITION_TONE[state])}><Glyph name={state === 'met' ? 'check' : CONDITION_TONE[state]} size={14} /></span>
          <span>{label} <span className={styles.conditionState}>({text.condition[state]})</span></span>
        </li>
      ))}
    </ul>
  );
}

function Checks({ card, text }: { readonly card: Card; readonly text: PaneText }): ReactElement {
  return (
    <details className={styles.details}>
      <summary className={styles.disclosure}>
        {text.leftOut(card.checks.length)}
        <Glyph name="chevron" size={14} />
      </summary>
      <ul className={styles.sources}>
        {card.checks.map((title) => (
          <li key={title} className={styles.passedItem}>
            <span style={strong('unclear')}><Glyph name="unclear" size={14} /></span>
            {asQuestion(title)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Why({ card, text }: { readonly card: Card; readonly text: PaneText }): ReactElement {
  return (
    <details className={styles.details}>
      <summary className={styles.disclosure} aria-label={text.whyFor(card.title)}>
        {text.why}
        <Glyph name="chevron" size={14} />
      </summary>
      <p className={styles.why}>{card.why}</p>
      {card.sources.length === 0 ? null : (
        <>
          <h4 className={styles.sourcesHeading}>{text.sources}</h4>
          <ul className={styles.sources}>
            {card.sources.map(({ label, url }) => (
              <li key={url + label}>
                <a className={styles.source} href={url} target="_blank" rel="noopener noreferrer">
                  {label}
                  <Glyph name="outside" size={14} />
                  <span className={styles.hidden}> ({text.opensOutside})</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function toneOfCard({ outcome, action }: Card): Tone {
  if (outcome === 'undetermined') return 'unclear';
  return action === 'block' ? 'stop' : action === 'confirm' ? 'warning' : 'notice';
}

function captionOf({ outcome, action }: Card, text: PaneText): string {
  if (outcome === 'undetermined') return action === 'block' ? text.unclearStops : action === 'confirm' ? text.unclearAsks : text.unclear;
  return action === 'block' ? text.stops : action === 'confirm' ? text.asks : text.hint;
}
