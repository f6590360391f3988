import { AsyncLocalStorage } from 'node:async_hooks';
import { parsePolicy } from '../../src/core/policy';
import type { EvidenceSource, SessionData } from '../../src/core/ports';
import type { Language } from '../../src/core/rule';
import { undoLastChange } from '../../src/guard/change-recipients';
import { rememberOpenedWith } from '../../src/guard/keep-opened-with';
import { noteWritten } from '../../src/guard/moves-memory';
import type { GuardParts } from '../../src/guard/parts';
import { type Occasion, watchDraft } from '../../src/guard/watch-draft';
import { isButtonDismissed } from '../../src/outlook/infobar-event';
import { openMailbox, openMailboxForEvents } from '../../src/outlook/mailbox';
import { notificationBar } from '../../src/outlook/notifications';
import { type OfficeCalls, officeCalls } from '../../src/outlook/office-calls';
import { compactWorld } from '../../src/reference/world-compact';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { CLIENTS, type ClientId, type ClientProfile, PHONES, type PhoneId } from '../../src/simulator/clients';
import { type Office as OfficeObject, freshRuntime } from '../../src/simulator/fresh-runtime';
import { createHost, type Faults, type Host } from '../../src/simulator/host';
import type { ItemSetup, Notification } from '../../src/simulator/item';
import { createOffice } from '../../src/simulator/office';
import { allUnknown } from '../../src/wire/evidence';
import { createManualClock, type ManualClock } from '../simulator/manual-clock';
import { CONTROLS, EVENTS, SENDER } from './manifest-names';

export interface WritingSetup {
  readonly client?: ClientId | PhoneId | ClientProfile;
  readonly item?: ItemSetup;
  readonly language?: Language;
  /** The policy's document, beside the organisation's domain. */
  readonly policy?: object;
  readonly evidence?: EvidenceSource;
  readonly faults?: Faults;
  readonly delay?: (method: string) => number;
  readonly canWait?: boolean;
}

export interface WritingRig {
  readonly host: Host;
  readonly clock: ManualClock;
  /** Lets everything that is under way come to its end. */
  settle(milliseconds?: number): Promise<void>;
  addresses(field: 'to' | 'cc' | 'bcc'): readonly string[];
  notices(): readonly Notification[];
  /** The line about findings, without its button. */
  line(): string | null;
  /** "Undo" in the pane. */
  undo(): Promise<void>;
  session(): SessionData;
  /** What the pane works with. */
  parts(): GuardParts;
  /** Runs something of the pane's, or of a button's. */
  inPane<T>(work: () => T): T;
  /** How often the add-in has asked for recipients to be changed. */
  changes(): number;
}

/** What each runtime finds as its global `Office`, though all of them run in one. */
const own = new AsyncLocalStorage<OfficeObject>();
let latest: OfficeObject | undefined;
Object.defineProperty(globalThis, 'Office', { configurable: true, get: () => own.getStore() ?? latest });

/** The stories of writing on the simulated Outlook, each event in a runtime of its own, with time that only moves when it is told to. */
export function writingRig(setup: WritingSetup = {}): WritingRig {
  const { client: named = 'classicWindows_1_16', item = {}, language = 'de', policy = {}, canWait = true, delay, faults } = setup;
  const client = typeof named === 'object' ? named : { ...CLIENTS, ...PHONES }[named];
  const clock = createManualClock();
  const read = parsePolicy({ version: 2, organisation: { domains: ['own.example'] }, ...policy }, rules, exactWorld.registrableDomain);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const host = createHost({
    client, clock, language, owner: SENDER, item: { from: SENDER, ...item }, controls: CONTROLS, events: EVENTS,
    directory: [SENDER],
    ...(faults ? { faults } : {}),
    ...(delay ? { delay } : {}),
  });
  const evidence = setup.evidence ?? { ask: async (question) => allUnknown(question, 'noSource') };
  const policies = { policy: async () => ({ policy: read.policy, origin: 'service' as const }) };
  let events = 0;

  const partsOn = (calls: OfficeCalls): GuardParts => ({ mailbox: openMailboxForEvents(calls), evidence, policies, clock, rules, world: compactWorld });
  const watch = (occasion: Occasion): Promise<void> => {
    const calls = officeCalls({ clock });
    events += 1;
    return watchDraft({ ...partsOn(calls), bar: notificationBar(calls), name: `event ${events}`, canWait }, occasion);
  };
  const occasions: Readonly<Record<string, (event: unknown) => Promise<unknown>>> = {
    onNewMessageComposeHandler: () => {
      const mailbox = openMailboxForEvents(officeCalls({ clock }));
      return Promise.all([rememberOpenedWith({ mailbox, clock }), noteWritten(mailbox.session)]).then(() => watch({ isJustOpened: true }));
    },
    onMessageComposeHandler: () => watch({ isJustOpened: true }),
    onNewAppointmentOrganizerHandler: () => watch({ isJustOpened: true }),
    onAppointmentOrganizerHandler: () => watch({ isJustOpened: true }),
    onInfoBarDismissClickedHandler: (event) => watch({ isButtonDismissed: isButtonDismissed(event) }),
  };
  host.attachRuntime(freshRuntime(host, 'events', (office: OfficeObject) => {
    latest = office;
    for (const functionName of Object.values(EVENTS)) {
      const work = occasions[functionName] ?? (() => watch({}));
      office.actions.associate(functionName, (event: { completed(): void }) => {
        void own.run(office, () => work(event).then(() => event.completed()));
      });
    }
  }));

  function pane(): GuardParts {
    latest = createOffice(host.connect('pane'), client, host.runtimeInfo('pane')).Office;
    return own.run(latest, () => {
      const calls = officeCalls({ clock });
      return { ...partsOn(calls), mailbox: openMailbox(calls), world: exactWorld };
    });
  }

  return {
    host,
    clock,
    settle: (milliseconds = 60_000) => clock.advance(milliseconds),
    addresses: (field) => (host.draft().recipients[field] ?? []).map(({ emailAddress }) => emailAddress),
    notices: () => host.draft().notifications,
    line: () => host.draft().notifications.find(({ key }) => key === 'umsicht.findings')?.message ?? null,
    async undo() {
      const parts = pane();
      let isOver = false;
      const undone = own.run(latest as OfficeObject, () => undoLastChange(parts)).finally(() => { isOver = true; });
      // A call that is not answered has to time out before the undo can go on.
      do await clock.advance(1000); while (!isOver);
      await undone;
    },
    session: () => pane().mailbox.session,
    parts: pane,
    inPane: (work) => own.run(createOffice(host.connect('pane'), client, host.runtimeInfo('pane')).Office, work),
    changes: () => host.calls.filter(({ method }) => /^(to|cc|bcc)\.(set|add)Async$/.test(method)).length,
  };
}
