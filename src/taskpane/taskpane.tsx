import '../ui/fabric-config';
import { type ReactElement, StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { createRecordLog } from '../client/record-log';
import { draftShelf, shelfIn } from '../client/record-shelves';
import { createServiceClient } from '../client/service-client';
import type { Language } from '../core/rule';
import { keptPolicy } from '../guard/policy-memory';
import { readClient } from '../outlook/client';
import { runtimeClock } from '../outlook/clock';
import { readInitializationContext } from '../outlook/initialization-context';
import { openMailbox } from '../outlook/mailbox';
import { notificationBar } from '../outlook/notifications';
import { type OfficeCalls, officeCalls } from '../outlook/office-calls';
import { watchInitializationContext, watchRecipients, watchTheme } from '../outlook/pane-events';
import { readTheme } from '../outlook/theme';
import { fingerprintIn } from '../presentation/smart-alert';
import { exactWorld } from '../reference/world-exact';
import { rules } from '../rules';
import type { HostColours } from '../ui/colours';
import { pageSignIn } from '../sign-in/page-sign-in';
import type { SignInState } from '../sign-in/sign-in';
import { registerFluentIcons } from '../ui/glyphs';
import { PanePage } from '../ui/pane-page';
import type { PaneActions, Screen } from '../ui/pane-state';
import type { Failure } from '../ui/text';
import { watchForOffice } from './office-ready';
import { openPaneSession, type PaneParts, type PaneSession } from './pane-session';

/** How often an open pane looks for typing. Outlook raises no event for subject and text. */
const EDIT_POLL_MILLISECONDS = 2000;
const PLAYGROUND = 'playground.html';

/** What the page shows, in one place that React reads from. */
interface Shown {
  readonly screen: Screen;
  readonly language: Language;
  readonly host: HostColours | null;
  readonly actions: PaneActions;
  readonly signIn: SignInState;
  readonly onSignIn: () => void;
}

const NO_ACTIONS: PaneActions = { fix: () => undefined, undo: () => undefined, declare: () => undefined, acknowledge: () => undefined };

let shown: Shown = { screen: { kind: 'loading' }, language: /^de\b/i.test(navigator.language) ? 'de' : 'en', host: null, actions: NO_ACTIONS, signIn: 'none', onSignIn: () => undefined };
const listeners = new Set<() => void>();

function show(changes: Partial<Shown>): void {
  shown = { ...shown, ...changes };
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function TaskPane(): ReactElement {
  const { screen, language, host, actions, signIn, onSignIn } = useSyncExternalStore(subscribe, () => shown);
  return <PanePage screen={screen} language={language} host={host} actions={actions} version={__UMSICHT_VERSION__} signIn={signIn} onSignIn={onSignIn} onRetry={() => location.reload()} />;
}

function fail(failure: Failure): void {
  show({ screen: { kind: 'failed', failure, playground: null } });
  if (failure !== 'notOutlook') return;
  playgroundHere().then((playground) => {
    if (shown.screen.kind === 'failed') show({ screen: { kind: 'failed', failure, playground } });
  }, () => undefined);
}

/** Production servers leave the playground out. */
async function playgroundHere(): Promise<string | null> {
  const answer = await fetch(PLAYGROUND, { method: 'HEAD' });
  return answer.ok ? PLAYGROUND : null;
}

function openPane(): void {
  const clock = runtimeClock();
  const signIn = pageSignIn((url, init) => fetch(url, init), clock);
  const calls = officeCalls({ clock });
  const mailbox = openMailbox(calls);
  const service = createServiceClient({ origin: location.origin, fetch: signIn.fetch, clock, rules, keep: keptPolicy(mailbox.session) });
  const withDraft = draftShelf(mailbox.session);
  const shelf = shelfIn(() => window.localStorage, withDraft);
  const records = createRecordLog({ origin: location.origin, fetch: signIn.fetch, shelf, clock });
  const parts: PaneParts = { mailbox, evidence: service, policies: service, records, bar: notificationBar(calls), clock, rules, world: exactWorld };
  // Events of classic Outlook have only the draft to keep records with, and no way to sign in.
  const left = createRecordLog({ origin: location.origin, fetch: signIn.fetch, shelf: withDraft, clock });
  const deliver = (): void => void records.deliver().then(() => left.deliver());
  deliver();
  const session = openPaneSession(parts, readClient());
  show({ language: mailbox.language, host: readTheme(), actions: session.actions, signIn: signIn.state(), onSignIn: () => void signIn.signIn() });
  session.subscribe(() => show({ screen: session.screen() }));
  signIn.subscribe(() => {
    show({ signIn: signIn.state() });
    // What was refused without a token is asked for again.
    if (signIn.state() !== 'signedIn') return;
    session.lookAgain();
    deliver();
  });
  session.lookAgain();
  keepUp(session, calls);
}

/** Everything that may mean that the draft is another one by now. */
function keepUp(session: PaneSession, calls: OfficeCalls): void {
  const fromDialog = (context: unknown): void => {
    const fingerprint = fingerprintIn(context);
    if (fingerprint === null) return;
    session.stoppedBefore(fingerprint);
    session.lookAgain();
  };
  void watchRecipients(calls, session.lookAgain);
  void watchInitializationContext(calls, fromDialog);
  void watchTheme(calls, (host) => show({ host }));
  void readInitializationContext(calls).then(fromDialog);

  const shownAgain = (): void => {
    if (document.visibilityState !== 'visible') return;
    session.lookAgain();
    // Clients before Mailbox 1.15 do not tell an open pane that a send was stopped.
    void readInitializationContext(calls).then(fromDialog);
  };
  document.addEventListener('visibilitychange', shownAgain);
  window.addEventListener('focus', shownAgain);
  setInterval(() => {
    if (document.visibilityState === 'visible') void session.lookForEdits();
  }, EDIT_POLL_MILLISECONDS);
}

function start(): void {
  registerFluentIcons();
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the pane');
  createRoot(root).render(<StrictMode><TaskPane /></StrictMode>);
  let open = false;
  watchForOffice(runtimeClock(), (surroundings) => {
    if (open) return;
    if (surroundings !== 'draft') return fail(surroundings);
    try {
      openPane();
      open = true;
    } catch {
      fail('fault');
    }
  });
}

start();
