import type { ReactElement } from 'react';
import { ActionButton } from './buttons';
import { Glyph } from './glyphs';
import type { SignInState } from './pane-state';
import { soft, strong, styles } from './styles';
import type { PaneText } from './text';

interface Props {
  readonly state: SignInState;
  readonly text: PaneText;
  readonly onSignIn: () => void;
}

/** Why the service says nothing, where that is because nobody has told it who asks. Silent while a token is fetched without a window. */
export function SignInBar({ state, text, onSignIn }: Props): ReactElement | null {
  if (state !== 'needed' && state !== 'signingIn' && state !== 'unavailable') return null;
  return (
    <section className={styles.result} style={soft('unclear')} aria-label={text.signIn.name} data-sign-in={state}>
      <span className={styles.resultGlyph} style={strong('unclear')}><Glyph name="unclear" /></span>
      <p className={styles.resultSentences}>{state === 'unavailable' ? text.signIn.unavailable : text.signIn.needed}</p>
      {state === 'unavailable' ? null : <ActionButton label={text.signIn.button} working={state === 'signingIn' && text.signIn.running} onPress={onSignIn} />}
    </section>
  );
}
