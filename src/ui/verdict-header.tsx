import type { ReactElement, Ref } from 'react';
import type { PaneView } from '../presentation/pane-view';
import type { Tone } from './colours';
import { Glyph } from './glyphs';
import { useLasting } from './lasting';
import { soft, strong, styles } from './styles';
import type { PaneText } from './text';

/** Most checks of a draft that is being written are over before this. */
const SLOW_MILLISECONDS = 700;

interface Props {
  readonly view: PaneView;
  readonly text: PaneText;
  readonly checking: boolean;
  readonly headline: Ref<HTMLHeadingElement>;
}

/** What happens when Send is pressed now, in one line. */
export function VerdictHeader({ view, text, checking, headline }: Props): ReactElement {
  const tone = toneOf(view);
  const slow = useLasting(checking, SLOW_MILLISECONDS);
  return (
    <header className={styles.header} style={soft(tone)} data-tone={tone}>
      <div className={styles.headerRow}>
        <span className={styles.headerGlyph} style={strong(tone)}>
          <Glyph name={view.empty ? 'envelope' : tone} size={28} />
        </span>
        <h1 className={styles.headline} ref={headline} tabIndex={-1}>{headlineOf(view, text)}</h1>
        <p className={styles.summary}>{slow ? text.checkingAgain : summaryOf(view, text)}</p>
      </div>
    </header>
  );
}

export function headlineOf(view: PaneView, text: PaneText): string {
  return view.empty ? text.emptyHeadline : view.headline;
}

export function summaryOf(view: PaneView, text: PaneText): string {
  if (view.empty) return text.emptyExplained;
  if (view.acknowledged) return text.acknowledged;
  const found = view.cards.filter(({ outcome }) => outcome === 'failed').length;
  const unclear = view.cards.reduce((sum, { outcome, checks }) => (outcome === 'failed' ? sum : sum + Math.max(1, checks.length)), 0);
  if (view.cards.length > 0) return text.findings(found, unclear);
  return view.passed.length > 0 ? text.passedOnly(view.passed.length) : text.nothingChecked;
}

/** A send that is held up only by what could not be checked is a question, not a warning. */
function toneOf(view: PaneView): Tone {
  if (view.empty) return 'notice';
  if (view.acknowledged) return 'good';
  const holding = view.cards.filter(({ action }) => action === view.verdict);
  const onlyUnclear = holding.length > 0 && holding.every(({ outcome }) => outcome === 'undetermined');
  if (onlyUnclear) return 'unclear';
  if (view.verdict === 'block') return 'stop';
  if (view.verdict === 'confirm') return 'warning';
  return view.cards.length > 0 ? 'notice' : 'good';
}
