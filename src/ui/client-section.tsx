import type { ReactElement } from 'react';
import type { ClientLine, ClientView } from '../presentation/client-view';
import type { Tone } from './colours';
import { Glyph, type GlyphName } from './glyphs';
import { strong, styles } from './styles';
import type { PaneText } from './text';

const LOOKS: { readonly [S in ClientLine['state']]: { readonly glyph: GlyphName; readonly tone: Tone } } = {
  guarded: { glyph: 'check', tone: 'good' },
  limited: { glyph: 'partly', tone: 'notice' },
  missing: { glyph: 'cross', tone: 'unclear' },
};

/** What is guarded in this Outlook and what is not, for whoever asks. */
export function ClientSection({ client, text }: { readonly client: ClientView; readonly text: PaneText }): ReactElement {
  return (
    <details className={styles.passed}>
      <summary className={styles.disclosure}>
        {text.clientHeading}
        <Glyph name="chevron" size={14} />
      </summary>
      <ul className={styles.sources}>
        {client.lines.map(({ key, state, text: line }) => (
          <li key={key} className={styles.clientLine} data-line={key} data-state={state}>
            <span style={strong(LOOKS[state].tone)}><Glyph name={LOOKS[state].glyph} size={14} /></span>
            <span><span className={styles.hidden}>{text.clientStates[state]}: </span>{line}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
