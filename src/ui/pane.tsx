import { type ReactElement, useRef } from 'react';
import type { ClientView } from '../presentation/client-view';
import type { FindingCard as Card, PaneView } from '../presentation/pane-view';
import { asQuestion } from '../presentation/words';
import { ClientSection } from './client-section';
import { FindingCard } from './finding-card';
import { Glyph } from './glyphs';
import { useKeptFocus } from './kept-focus';
import { LiveRegion } from './live-region';
import type { PaneActions, PaneState, SignInState } from './pane-state';
import { PurposeChooser } from './purpose-chooser';
import { ResultBar } from './result-bar';
import { SecondThoughts } from './second-thoughts';
import { SignInBar } from './sign-in-bar';
import { strong, styles } from './styles';
import { type PaneText, TEXT } from './text';
import { headlineOf, summaryOf, VerdictHeader } from './verdict-header';
import { visibleName } from './visible-text';

interface Props {
  readonly view: PaneView;
  readonly state: PaneState;
  readonly client: ClientView;
  readonly actions: PaneActions;
  /** Umsicht's own version, so that a stale copy can be told from a fresh one. */
  readonly version: string;
  readonly signIn: SignInState;
  readonly onSignIn: () => void;
}

/** What was found in the draft, why it matters, and how to cure it. */
export function Pane({ view, state, client, actions, version, signIn, onSignIn }: Props): ReactElement {
  const text = TEXT[view.language];
  const root = useRef<HTMLDivElement>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  useKeptFocus(root, headline);
  const { busy, result } = state;
  const cards = view.cards.filter((card) => !isOpenCheck(card));
  const waiting = busy !== null;
  return (
    <div className={styles.pane} ref={root} lang={view.language}>
      <VerdictHeader view={view} text={text} checking={state.checking} headline={headline} />
      <LiveRegion announcement={text.announce(headlineOf(view, text), summaryOf(view, text))} />
      <main className={styles.main} aria-busy={state.checking || waiting}>
        <SignInBar state={signIn} text={text} onSignIn={onSignIn} />
        {result ? <ResultBar result={result} text={text} undoing={busy === 'undo'} waiting={waiting} onUndo={actions.undo} /> : null}
        {cards.length > 0 ? (
          <section aria-labelledby="findings">
            <h2 id="findings" className={styles.hidden}>{text.findingsHeading}</h2>
            <ul className={styles.stack}>
              {cards.map((card) => (
                <FindingCard
                  key={card.key}
                  card={card}
                  text={text}
                  working={busy !== null && typeof busy === 'object' && busy.card === card.key}
                  waiting={waiting}
                  onFix={actions.fix}
                />
              ))}
            </ul>
          </section>
        ) : null}
        {view.verdict === 'confirm' && state.mayAcknowledge ? (
          <SecondThoughts
            // Ticks and reasons are for one set of findings: other ones are asked about anew.
            key={view.secondThoughts.ticks.map(({ key }) => key).join(' ')}
            asked={view.secondThoughts}
            text={text}
            working={busy === 'acknowledge'}
            waiting={waiting}
            onAcknowledge={actions.acknowledge}
          />
        ) : null}
        {view.empty ? null : <PurposeChooser purpose={view.purpose} text={text} working={busy === 'purpose'} waiting={waiting} onDeclare={actions.declare} />}
        <OpenChecks cards={view.cards.filter(isOpenCheck)} text={text} />
        <PassedRules titles={view.passed} text={text} />
        <ClientSection client={client} text={text} />
      </main>
      <PaneFooter policyNote={view.policyNote} contact={view.contact} version={version} sendVersion={client.sendVersion} text={text} />
    </div>
  );
}

/** What could not be checked and stops nothing: on a day without the service that is several rules for every mail, so it takes one line. */
function isOpenCheck({ outcome, action }: Card): boolean {
  return outcome === 'undetermined' && action === 'allow';
}

function OpenChecks({ cards, text }: { readonly cards: readonly Card[]; readonly text: PaneText }): ReactElement | null {
  if (cards.length === 0) return null;
  return (
    <details className={styles.passed}>
      <summary className={styles.disclosure}>
        {text.openChecks(cards.length)}
        <Glyph name="chevron" size={14} />
      </summary>
      <ul className={styles.sources}>
        {cards.map(({ key, rule, outcome, title, message }) => (
          <li key={key} className={styles.passedItem} data-rule={rule} data-outcome={outcome}>
            <span style={strong('unclear')}><Glyph name="unclear" size={14} /></span>
            <span><strong>{asQuestion(title)}</strong> {visibleName(message)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PassedRules({ titles, text }: { readonly titles: readonly string[]; readonly text: PaneText }): ReactElement | null {
  if (titles.length === 0) return null;
  return (
    <details className={styles.passed}>
      <summary className={styles.disclosure}>
        {text.passed(titles.length)}
        <Glyph name="chevron" size={14} />
      </summary>
      <ul className={styles.sources}>
        {titles.map((title) => (
          <li key={title} className={styles.passedItem}>
            <span style={strong('good')}><Glyph name="check" size={14} /></span>
            {text.ruledOut(title)}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FooterProps {
  readonly policyNote: string | null;
  readonly contact?: PaneView['contact'];
  readonly version: string;
  /** The version that checks on Send, where it has said so: Outlook keeps its own copy of it. */
  readonly sendVersion?: string | null;
  readonly text: PaneText;
}

export function PaneFooter({ policyNote, contact, version, sendVersion = null, text }: FooterProps): ReactElement {
  return (
    <footer className={styles.footer}>
      <div className={styles.footerRow}>
        {policyNote === null ? null : <p>{policyNote}</p>}
        {contact && (contact.name || contact.address || contact.link) ? <Contact contact={contact} text={text} /> : null}
        <p>{text.notLegalAdvice}</p>
        <p>{text.version(version)}{sendVersion === null ? null : ` · ${text.sendVersion(sendVersion)}`}</p>
        {sendVersion === null || sendVersion === version ? null : <p>{text.staleOnSend}</p>}
      </div>
    </footer>
  );
}

/** Whom to ask, as the organisation has named them. */
function Contact({ contact: { name, address, link }, text }: { readonly contact: PaneView['contact']; readonly text: PaneText }): ReactElement {
  return (
    <p>
      {text.askWhom}{name === '' ? null : ` ${visibleName(name)}`}
      {address === '' ? null : <>{' '}<a className={styles.source} href={`mailto:${address}`}>{visibleName(address)}</a></>}
      {link === '' ? null : <>{' '}<a className={styles.source} href={link} target="_blank" rel="noopener noreferrer">{text.readMore}<Glyph name="outside" size={14} /><span className={styles.hidden}> ({text.opensOutside})</span></a></>}
    </p>
  );
}
