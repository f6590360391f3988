import { Spinner, SpinnerSize } from '@fluentui/react/lib/Spinner';
import type { ReactElement } from 'react';
import type { Language } from '../core/rule';
import { ActionButton } from './buttons';
import { Glyph } from './glyphs';
import { useLasting } from './lasting';
import { PaneFooter } from './pane';
import { strong, styles } from './styles';
import { type Failure, TEXT } from './text';

/** Most checks are over before this; showing a spinner for them would only flicker. */
const NOTICEABLE_MILLISECONDS = 300;

export function PaneLoading({ language }: { readonly language: Language }): ReactElement {
  const noticeable = useLasting(true, NOTICEABLE_MILLISECONDS);
  return (
    <div className={styles.pane} lang={language}>
      <main className={styles.whole} aria-busy="true">
        <h1 className={styles.hidden}>{TEXT[language].paneName}</h1>
        {noticeable ? <Spinner size={SpinnerSize.large} label={TEXT[language].loading} /> : null}
      </main>
    </div>
  );
}

interface FailureProps {
  readonly failure: Failure;
  readonly language: Language;
  /** Address of the playground, where it is served with this page. */
  readonly playground: string | null;
  readonly version: string;
  readonly onRetry: () => void;
}

export function PaneFailure({ failure, language, playground, version, onRetry }: FailureProps): ReactElement {
  const text = TEXT[language];
  const { headline, explained } = text.failures[failure];
  const mayHelp = failure === 'officeMissing' || failure === 'fault';
  return (
    <div className={styles.pane} lang={language}>
      <main className={styles.whole} role="main" aria-live="polite">
        <span style={strong(mayHelp ? 'unclear' : 'notice')}><Glyph name={mayHelp ? 'plug' : 'envelope'} size={40} /></span>
        <h1 className={styles.headline}>{headline}</h1>
        <p className={styles.wholeText}>{explained}</p>
        {mayHelp ? <ActionButton primary label={text.retry} onPress={onRetry} /> : null}
        {playground === null ? null : <a className={styles.source} href={playground}>{text.playground}</a>}
      </main>
      <PaneFooter policyNote={null} version={version} text={text} />
    </div>
  );
}
