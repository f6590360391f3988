import { type ReactElement, useEffect, useRef } from 'react';
import { ActionButton } from './buttons';
import { Glyph } from './glyphs';
import type { ActionResult } from './pane-state';
import { soft, strong, styles } from './styles';
import type { PaneText } from './text';
import { visibleName } from './visible-text';

interface Props {
  readonly result: ActionResult;
  readonly text: PaneText;
  readonly undoing: boolean;
  readonly waiting: boolean;
  readonly onUndo: () => void;
}

/** How the last change ended, and the way back. The button that caused it may be gone, so the focus comes here. */
export function ResultBar({ result, text, undoing, waiting, onUndo }: Props): ReactElement {
  const bar = useRef<HTMLElement>(null);
  const { id, fresh } = result;
  useEffect(() => {
    if (fresh) bar.current?.focus();
  }, [id, fresh]);
  return (
    <section ref={bar} tabIndex={-1} className={styles.result} style={result.tone === 'good' ? { background: 'var(--surface)' } : soft(result.tone)} aria-label={text.result} data-tone={result.tone}>
      <span className={styles.resultGlyph} style={strong(result.tone)}>
        <Glyph name={result.tone} />
      </span>
      <p className={styles.resultText}>{visibleName(result.text)}</p>
      {result.undo ? <ActionButton label={text.undo} working={undoing && text.undoing} waiting={waiting} onPress={onUndo} /> : null}
    </section>
  );
}
