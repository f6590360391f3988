import type { Clock } from '../core/ports';
import type { Person } from '../core/draft';
import type { SessionData } from '../core/ports';
import type { Purpose } from '../core/purpose';
import type { Language } from '../core/rule';
import { declarePurpose, keepOpenedWith } from '../guard/draft-memory';
import { isPhone, type ProfileId, PROFILES } from '../simulator/clients';
import { createHost, DARK_THEME, type Host, LIGHT_THEME } from '../simulator/host';
import type { HostProblem, Label, SendMode } from '../simulator/inside';
import { type EntrySetup, fieldsOf, type ItemSetup, type ItemState } from '../simulator/item';
import type { ButtonId, SendDialog, SendStep } from '../simulator/send';
import { type ClassicWorker, classicWorker } from './classic-worker';
import { type FaultSettings, faultsOf, NO_FAULTS } from './faults';
import { freshRuntimes } from './fresh-runtimes';
import { hiddenFrame } from './hidden-frame';
import { type LogEntry, type LogEvent, LOG_LENGTH } from './log';
import { type Manifest, paneButton } from './manifest';
import { type ServiceConditions, UNCHANGED } from './service-conditions';

/** Where the add-in's own files are served with this page's office.js in them. */
export const ADDIN = {
  pane: '/playground/addin/taskpane.html',
  events: '/playground/addin/launchevent.html',
  commands: '/playground/addin/commands.html',
  script: '/launchevent.js',
} as const;
const CLASSIC_WORKER = '/playground-classic.js';

/** Which Outlook is played. */
export interface Choice {
  readonly client: ProfileId;
  readonly sendMode: SendMode;
  readonly language: Language;
}

/** A draft to begin with. */
export interface Beginning {
  readonly item: ItemSetup;
  readonly purpose: Purpose | null;
  readonly openedWith: readonly Person[] | null;
  readonly service: ServiceConditions;
}

/** What the page draws. A new object after every change. */
export interface OutlookState {
  readonly choice: Choice;
  readonly host: Host;
  readonly item: ItemState;
  /** Changes whenever Outlook is started anew, and the pane with it. */
  readonly run: number;
  readonly isPaneOpen: boolean;
  /** How often a dialog's button has led to the pane. */
  readonly paneAsked: number;
  readonly busy: 'sending' | 'command' | null;
  readonly dialog: SendDialog | null;
  readonly log: readonly LogEntry[];
  readonly faults: FaultSettings;
  readonly service: ServiceConditions;
}

export interface Outlook {
  state(): OutlookState;
  subscribe(listener: () => void): () => void;
  /** How the add-in finds the service now. */
  conditions(): ServiceConditions;
  choose(choice: Partial<Choice>): void;
  setDark(isDark: boolean): void;
  begin(beginning: Beginning): void;
  pressSend(): Promise<void>;
  pressButton(button: ButtonId): Promise<void>;
  closeDialog(): Promise<void>;
  runCommand(controlId: string): Promise<void>;
  setFaults(faults: FaultSettings): void;
  clearLog(): void;
}

export interface OutlookSetup {
  readonly choice: Choice;
  readonly beginning: Beginning;
  readonly isPaneOpen: boolean;
  readonly isDark: boolean;
  readonly manifest: Manifest;
  readonly owner: EntrySetup;
  readonly directory: readonly EntrySetup[];
  readonly labels: readonly Label[];
  readonly clock: Clock;
}

/** Under this name a button of the add-in says what it has done. */
const DONE = 'umsicht';

/** Office.js errors that only say that nothing is stored there, which is an answer like any other. */
const NOTHING_THERE: readonly number[] = [9024, 9050];

/**
 * One compose window of one Outlook, with the add-in in it. Choosing another client, send mode or
 * language starts Outlook anew, runtimes and pane included; the draft stays.
 */
export function createOutlook({ choice, beginning, isPaneOpen, isDark, manifest, owner, directory, labels, clock }: OutlookSetup): Outlook {
  const listeners = new Set<() => void>();
  const allButtons = [...manifest.ribbon.message.buttons, ...manifest.ribbon.meeting.buttons];
  // Classic Outlook downloads the script when it starts and keeps it.
  const script = fetch(ADDIN.script).then((answer) => {
    if (!answer.ok) throw new Error(`${ADDIN.script} was not served: ${answer.status}.`);
    return answer.text();
  });
  script.catch(() => undefined);

  let dark = isDark;
  /** Phones have no pane; who comes from one finds the pane as it was. */
  let isPaneWanted = isPaneOpen;
  let entries = 0;
  let stop = (): void => undefined;
  let workers = new Set<ClassicWorker>();
  let state: OutlookState;

  function update(next: Partial<OutlookState>): void {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  }

  function note(event: LogEvent): number {
    entries += 1;
    update({ log: [{ id: entries, at: clock.now(), ...event }, ...state.log].slice(0, LOG_LENGTH) });
    return entries;
  }

  function amend(id: number, change: (entry: LogEntry) => LogEntry): void {
    update({ log: state.log.map((entry) => (entry.id === id ? change(entry) : entry)) });
  }

  function conditions(): ServiceConditions {
    return state.faults.unreachable ? { ...state.service, isReachable: false } : state.service;
  }

  /** Starts Outlook with this draft; what ran before is gone. */
  function start(next: Choice, item: ItemSetup, service: ServiceConditions, faults: FaultSettings, log: readonly LogEntry[], run: number): void {
    stop();
    workers = new Set();
    const client = PROFILES[next.client];
    const isOnPhone = isPhone(client);
    const host = watched(createHost({
      client,
      clock,
      language: next.language,
      addinName: manifest.name,
      sendMode: next.sendMode,
      item,
      owner,
      directory,
      labels,
      controls: isOnPhone ? [] : allButtons,
      events: manifest.events[isOnPhone ? 'phone' : 'desktop'],
      delay: () => state.faults.slow,
      theme: dark ? DARK_THEME : LIGHT_THEME,
    }));
    state = { choice: next, host, item: host.draft(), run, isPaneOpen: false, paneAsked: 0, busy: null, dialog: null, log, faults, service };
    host.setFaults(noting(faults));

    let seen: HostProblem | undefined;
    const unsubscribe = host.subscribe((what) => {
      if (what === 'problems') {
        const problem = host.problems[host.problems.length - 1];
        if (problem && problem !== seen) note({ kind: 'problem', problem });
        seen = problem;
        return;
      }
      if (what === 'pane') isPaneWanted = host.pane() !== null;
      update({ item: host.draft(), isPaneOpen: host.pane() !== null });
    });
    const events = freshRuntimes('events', () => (client.eventRuntime === 'browser' ? hiddenFrame(host, 'events', ADDIN.events, conditions) : startWorker(host)));
    const commands = freshRuntimes('commands', () => hiddenFrame(host, 'commands', ADDIN.commands, conditions));
    host.attachRuntime(events.runtime);
    host.attachRuntime(commands.runtime);
    stop = () => {
      unsubscribe();
      events.dispose();
      commands.dispose();
    };
    host.open();
    const pane = isOnPhone ? undefined : paneButton(manifest, host.draft().kind);
    if (isPaneWanted && pane) host.openPane(pane.id);
    update({});
  }

  function startWorker(host: Host): ClassicWorker {
    const worker = classicWorker(host, CLASSIC_WORKER, script, conditions());
    workers.add(worker);
    return {
      ...worker,
      dispose() {
        workers.delete(worker);
        worker.dispose();
      },
    };
  }

  /** The host with every line to it watched, so that calls which fail stand in the log. */
  function watched(host: Host): Host {
    return {
      ...host,
      connect(kind) {
        const line = host.connect(kind);
        return {
          ...line,
          call(method, args) {
            const answer = line.call(method, args);
            void answer.then((given) => {
              if (given.status !== 'failed' || NOTHING_THERE.includes(given.error.code)) return;
              note({ kind: 'call', runtime: kind, method, message: `${given.error.name} (${given.error.code})` });
            });
            return answer;
          },
        };
      },
    };
  }

  /** Calls that are never answered, answered with nothing or thrown at leave no failed answer, so they are noted here. */
  function noting(settings: FaultSettings): ReturnType<typeof faultsOf> {
    const faults = faultsOf(settings);
    return faults && ((method, number) => {
      const fault = faults(method, number);
      if (typeof fault === 'string' && fault !== 'fail') {
        const runtime = state.host.calls[state.host.calls.length - 1]?.runtime ?? 'pane';
        note({ kind: 'call', runtime, method, message: fault });
      }
      return fault;
    });
  }

  /** Puts beside the draft what its sender, or the event at its opening, would have put there. */
  async function remember({ purpose, openedWith }: Beginning): Promise<void> {
    const { host } = state;
    const session: SessionData = {
      read: () => Promise.resolve(null),
      write: async (key, value) => (await host.call('sessionData.setAsync', [key, value])).status === 'succeeded',
    };
    if (openedWith !== null) await keepOpenedWith(session, openedWith);
    if (purpose !== null) await declarePurpose(session, purpose);
  }

  function subjectNow(): string {
    return state.item.subject;
  }

  /** Shows a dialog and waits for nothing, or notes where the mail has gone. */
  function show(step: SendStep, host: Host): void {
    if (host !== state.host) return;
    if ('press' in step) {
      note({ kind: 'stopped', subject: subjectNow(), dialog: step, pressed: null, result: null });
      update({ dialog: step, busy: null });
      step.next?.then((next) => {
        if (state.dialog === step) show(next, host);
      }, () => undefined);
      return;
    }
    update({ dialog: null, busy: null, item: host.draft() });
    if (step.kind === 'kept' && step.why === 'pane') update({ paneAsked: state.paneAsked + 1 });
    if (step.kind === 'sent') note({ kind: 'sent', mail: step.mail });
    else if (step.why === 'noRecipients' || step.where === 'drafts') note({ kind: 'kept', subject: subjectNow(), result: step });
  }

  async function decide(dialog: SendDialog, label: string, act: () => Promise<SendStep>): Promise<void> {
    const { host } = state;
    const entry = state.log.find((each) => each.kind === 'stopped' && each.dialog === dialog);
    update({ dialog: null, busy: dialog.kind === 'alert' ? 'command' : 'sending' });
    if (entry) amend(entry.id, (each) => (each.kind === 'stopped' ? { ...each, pressed: label } : each));
    const before = host.draft().notifications;
    const step = await act();
    if (entry && !('press' in step)) amend(entry.id, (each) => (each.kind === 'stopped' ? { ...each, result: step } : each));
    if (!('press' in step) && step.kind === 'kept' && step.why === 'command' && step.command) noteCommand(label, step.command, before);
    show(step, host);
  }

  /** With what it said above the draft, which is what was not there before. */
  function noteCommand(label: string, end: (LogEvent & { kind: 'command' })['end'], before: ItemState['notifications']): void {
    const said = state.host.draft().notifications.find((each) => each.key === DONE && !before.includes(each))?.message ?? null;
    note({ kind: 'command', label, end, said });
  }

  start(choice, beginning.item, beginning.service, NO_FAULTS, [], 1);
  void remember(beginning);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    conditions,
    choose(next) {
      const item = state.item.where === 'compose' ? setupOf(state.item) : { kind: state.item.kind, from: owner };
      start({ ...state.choice, ...next }, item, state.service, state.faults, state.log, state.run + 1);
    },
    setDark(next) {
      dark = next;
      state.host.setTheme(dark ? DARK_THEME : LIGHT_THEME);
    },
    begin(next) {
      start(state.choice, next.item, next.service, state.faults, state.log, state.run + 1);
      void remember(next);
    },
    async pressSend() {
      const { host } = state;
      if (state.busy || state.dialog || state.item.where !== 'compose') return;
      update({ busy: 'sending' });
      show(await host.pressSend(), host);
    },
    async pressButton(button) {
      const { dialog } = state;
      if (!dialog) return;
      await decide(dialog, dialog.buttons.find(({ id }) => id === button)?.label ?? button, () => dialog.press(button));
    },
    async closeDialog() {
      const { dialog } = state;
      if (dialog) await decide(dialog, '×', () => dialog.close());
    },
    async runCommand(controlId) {
      const { host, choice: { language } } = state;
      if (state.busy) return;
      update({ busy: 'command' });
      const before = host.draft().notifications;
      const end = await host.runCommand(controlId);
      if (host !== state.host) return;
      update({ busy: null });
      noteCommand(allButtons.find(({ id }) => id === controlId)?.label[language] ?? controlId, end, before);
    },
    setFaults(faults) {
      update({ faults });
      state.host.setFaults(noting(faults));
      for (const worker of workers) worker.setService(conditions());
    },
    clearLog() {
      update({ log: [] });
    },
  };
}

/** The draft as it stands, to be opened in another Outlook. What lived with the window is gone. */
function setupOf(item: ItemState): ItemSetup {
  return {
    kind: item.kind,
    composeType: item.composeType,
    from: item.from,
    ...Object.fromEntries(fieldsOf(item.kind).map((field) => [field, item.recipients[field] ?? []])),
    typed: Object.fromEntries(fieldsOf(item.kind).map((field) => [field, (item.typed[field] ?? []).map(({ text }) => text)])),
    subject: item.subject,
    body: item.body,
    attachments: item.attachments,
  };
}

export const EMPTY: Beginning = { item: {}, purpose: null, openedWith: null, service: UNCHANGED };
