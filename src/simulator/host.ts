import type { Clock } from '../core/ports';
import type { Language } from '../core/rule';
import { failed, succeeded, type Answer } from './answer';
import { changeEvent, entryFrom, fieldsOf, itemFrom, type Entry, type EntrySetup, type ItemSetup, type ItemState } from './item';
import type { ClientProfile, LaunchEvent } from './clients';
import type { HostChange, HostEvents, HostProblem, Inside, Label, ManifestControl, OfficeTheme, RuntimeKind, SendMode } from './inside';
import { invoke, type AttachedRuntime, type HandlerEnd } from './invocation';
import { createListeners } from './listeners';
import { answer } from './methods';
import { createSending, type CommandEnd, type Network, type SendStep, type SentMail } from './send';
import { createUser, type User } from './user';

/**
 * What goes wrong with one call. `fail` (code 5001 unless named): refused, nothing happened. `failLate`: it happened,
 * and is reported as failed. `hang`: lost, no answer, nothing happened. `hangLate`: no answer, although it happened.
 * `empty`: reported as done with no value, nothing happened. `throw`: the API itself throws. `cutOff`: nothing happened,
 * and neither this nor anything later on the same line is ever answered. `cutOffLate`: the same, although it happened.
 */
export type Fault = 'fail' | { readonly fail: number } | 'failLate' | 'hang' | 'hangLate' | 'empty' | 'throw' | 'cutOff' | 'cutOffLate';
/** Asked before every call; `callNumber` counts all calls to this host, from 1. */
export type Faults = (method: string, callNumber: number) => Fault | undefined;

export interface HostSetup {
  readonly client: ClientProfile;
  readonly clock: Clock;
  readonly language?: Language;
  readonly addinName?: string;
  readonly sendMode?: SendMode;
  readonly item?: ItemSetup;
  /** The signed-in person. */
  readonly owner?: EntrySetup;
  /** People Outlook knows: their names resolve, and their recipient type is kept. */
  readonly directory?: readonly EntrySetup[];
  /** The organisation's sensitivity labels; where nothing is said they are off. */
  readonly labels?: readonly Label[];
  readonly controls?: readonly ManifestControl[];
  /** Function names of the manifest, by event. */
  readonly events?: Partial<Record<LaunchEvent, string>>;
  readonly faults?: Faults;
  /** Milliseconds an answer takes. Default 0: it still never comes before the call has returned. */
  readonly delay?: (method: string) => number;
  readonly theme?: OfficeTheme;
}

/** One end of the line between a piece of the add-in and the host; the only thing an Office object needs. */
export interface Connection {
  /** Never rejects. Throws only where a fault says so. */
  call(method: string, args: readonly unknown[]): Promise<Answer>;
  /** Returns a function that ends the subscription. */
  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void;
}

/** A line that the host can cut, as it ends the runtime at its other end. */
export interface Line extends Connection {
  /** From now on nothing is carried out that is asked for on this line, and nothing is answered. */
  cut(): void;
}

/** What an Office object must know before the first call. Plain data, so that it can be posted to a worker. */
export interface RuntimeInfo {
  readonly kind: RuntimeKind;
  readonly language: Language;
  readonly itemKind: 'message' | 'meeting';
  readonly user: { readonly displayName: string; readonly emailAddress: string; readonly timeZone: string };
  readonly theme: OfficeTheme;
  readonly permission: 'Restricted' | 'ReadItem' | 'ReadWriteItem' | 'ReadWriteMailbox';
  /** True: parameters are checked by throwing, as the 2022 office.js does. False: by a failed AsyncResult. */
  readonly throwsSynchronously: boolean;
}

export interface CallRecord {
  readonly number: number;
  readonly runtime: RuntimeKind;
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface Host extends Connection {
  readonly client: ClientProfile;
  readonly language: Language;
  /** A line of its own for one runtime; `host.call` itself counts as the pane's. */
  connect(kind: RuntimeKind): Line;
  runtimeInfo(kind: RuntimeKind, more?: Partial<RuntimeInfo>): RuntimeInfo;
  /** From now on events (or function commands) run there; replaces an earlier one of its kind. Returns how to detach it. */
  attachRuntime(runtime: AttachedRuntime): () => void;
  /** Raises the events of a compose window that opens. */
  open(): void;
  /** The user looks at a saved draft in the list, without opening it. Nothing may be changed until `open`. */
  preview(): void;
  draft(): ItemState;
  /** What was sent or put into the Outbox, in order. */
  sentMails(): readonly SentMail[];
  readonly problems: readonly HostProblem[];
  readonly calls: readonly CallRecord[];
  subscribe(listener: (change: HostChange) => void): () => void;
  /** Which control's pane is open, if any. */
  pane(): string | null;
  /** The user opens the pane by its button. */
  openPane(controlId: string): void;
  closePane(): void;
  /** The user presses Send. Resolves with the first thing the user sees, or with where the mail went. */
  pressSend(): Promise<SendStep>;
  /** The user presses a function command in the ribbon. */
  runCommand(controlId: string, contextData?: unknown): Promise<CommandEnd>;
  /** The user goes to another item while the send handler runs (reading pane, web and Windows). */
  leaveItem(): Promise<SendStep>;
  setNetwork(network: Network): void;
  /** Another Smart Alerts add-in that is asked before ours, and stops what is sent; `null` where there is none. */
  setAnotherAddin(name: string | null): void;
  setTheme(theme: OfficeTheme): void;
  setFaults(faults: Faults | undefined): void;
  readonly user: User;
}

/** `#` colours of Outlook's light look. */
export const LIGHT_THEME: OfficeTheme = { bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#242424', controlBackgroundColor: '#f0f0f0', controlForegroundColor: '#242424' };
export const DARK_THEME: OfficeTheme = { bodyBackgroundColor: '#141414', bodyForegroundColor: '#ffffff', controlBackgroundColor: '#292929', controlForegroundColor: '#ffffff' };
export const CONTRAST_THEME: OfficeTheme = { bodyBackgroundColor: '#000000', bodyForegroundColor: '#ffffff', controlBackgroundColor: '#000000', controlForegroundColor: '#ffff00' };

const OWNER: EntrySetup = { displayName: 'Eva Own', emailAddress: 'eva@own.example', recipientType: 'user' };

/**
 * Outlook with one compose window: it holds the item, answers calls, raises events, and does what happens when the
 * user presses Send. It has no Office object in it, so Microsoft's own office.js can be put on top as well as ours.
 */
export function createHost(setup: HostSetup): Host {
  const { client, clock } = setup;
  const language = setup.language ?? 'en';
  const addinName = setup.addinName ?? 'Umsicht';
  const owner = entryFrom(setup.owner ?? OWNER);
  const directory: readonly Entry[] = (setup.directory ?? []).map(entryFrom);
  const controls = setup.controls ?? [];
  const handlers = setup.events ?? {};

  let item = itemFrom(setup.item ?? {}, owner);
  let openedAt = clock.now();
  let theme = setup.theme ?? LIGHT_THEME;
  let faults = setup.faults;
  let pane: string | null = null;
  let isPreviewed = false;
  const running = new Set<() => void>();
  const problems: HostProblem[] = [];
  const calls: CallRecord[] = [];
  const runtimes = new Map<'events' | 'commands', AttachedRuntime>();
  const watchers = new Set<(change: HostChange) => void>();
  const listeners = createListeners();

  const inside: Inside = {
    client,
    clock,
    language,
    addinName,
    sendMode: setup.sendMode ?? 'SoftBlock',
    controls,
    directory,
    labels: setup.labels ?? null,
    openedAt: () => openedAt,
    item: () => item,
    change(next) {
      item = { ...item, ...next };
      inside.changed('item');
    },
    changeRecipients(field, { entries, typed }, by) {
      if (by === 'addIn' && isPreviewed) inside.problem('changedInPreview', `The add-in changed ${field} of a draft that was only looked at (#4472).`);
      if (by === 'addIn' && inside.isSending()) {
        inside.problem('recipientsChangedWhileSending', `The add-in changed ${field} while its send handler was running (#5132, #6196).`);
        const { recipientsChangedWhileSending: fate } = client.oddities;
        if (fate !== 'nothing') inside.spoilSending(fate);
      }
      inside.change({
        recipients: { ...item.recipients, [field]: entries ?? item.recipients[field] },
        typed: { ...item.typed, [field]: typed ?? item.typed[field] },
      });
      // Text that is not resolved is no recipient yet, so nobody hears of it.
      if (entries === undefined) return;
      const payload = changedFields(item, field);
      inside.emit('recipientsChanged', payload);
      if (by === 'addIn' && client.oddities.ownChangeCutsOff) cutOffHandlers();
      inside.raise(changeEvent(item.kind, 'recipients'), { changedRecipientFields: payload });
    },
    raise(event, extra = {}) {
      const functionName = handlers[event];
      const runtime = runtimes.get('events');
      if (!functionName || !runtime || !client.events.includes(event)) return;
      void Promise.resolve().then(() => {
        const cutOff = invoke({
          runtime,
          functionName,
          data: { type: event, source: { id: functionName }, ...extra },
          clock,
          timeout: client.handlerTimeoutMs,
          problem: inside.problem,
          ended: (end) => {
            running.delete(cutOff);
            noteEnd(end, functionName, event);
          },
        });
        running.add(cutOff);
      });
    },
    emit: listeners.emit,
    changed(what) {
      for (const watcher of Array.from(watchers)) watcher(what);
    },
    problem(kind, message) {
      problems.push({ kind, message, at: clock.now() });
      inside.changed('problems');
    },
    isSending: () => sending.isRunning(),
    spoilSending: (how) => sending.spoil(how),
  };

  function noteEnd(end: HandlerEnd, functionName: string, event: LaunchEvent): void {
    if (end.kind === 'timedOut') inside.problem('handlerTimedOut', `${functionName} never completed ${event}.`);
    if (end.kind === 'failed') inside.problem(end.reason === 'notAssociated' ? 'notAssociated' : 'handlerFailed', `${functionName} (${event}): ${end.message}`);
  }

  function cutOffHandlers(): void {
    for (const cutOff of Array.from(running)) cutOff();
    running.clear();
  }

  const showPane = (controlId: string) => {
    pane = controlId;
    inside.changed('pane');
  };

  const sending = createSending(inside, {
    functionOf: (event) => handlers[event],
    runtime: (kind) => runtimes.get(kind),
    isPaneOpen: () => pane !== null,
    showPane,
  });

  function connect(kind: RuntimeKind): Line {
    let inFlight = 0;
    let isCut = false;

    return {
      call(method, args) {
        if (isCut) return new Promise(() => {});
        const number = calls.length + 1;
        calls.push({ number, runtime: kind, method, args });
        const fault = faults?.(method, number);
        if (fault === 'throw') throw new Error(`${method} threw, as the test asked.`);

        if (client.callsInFlight !== null && inFlight >= client.callsInFlight) {
          inside.problem('tooManyCalls', `${method} was call ${inFlight + 1} in flight; ${client.label} takes ${client.callsInFlight} at once.`);
          return later(clock, 0, () => failed(9020, 'Too many calls in flight.'));
        }
        const delay = setup.delay?.(method) ?? 0;
        if (fault === 'cutOff' || fault === 'cutOffLate') isCut = true;
        if (fault === 'hangLate' || fault === 'cutOffLate') void later(clock, delay, () => answer(inside, method, args, kind));
        if (fault === 'hang' || fault === 'cutOff' || fault === 'hangLate' || fault === 'cutOffLate') return new Promise(() => {});

        inFlight += 1;
        return new Promise((resolve) => void later(clock, delay, () => {
          inFlight -= 1;
          // What was asked for before the line was cut still happens; it is only not heard of.
          const result = faulty(fault, () => answer(inside, method, args, kind));
          if (!isCut) resolve(result);
        }));
      },
      on: listeners.on,
      cut() {
        isCut = true;
      },
    };
  }

  const ownLine = connect('pane');
  return {
    client,
    language,
    problems,
    calls,
    connect,
    call: ownLine.call,
    on: ownLine.on,
    runtimeInfo: (kind, more = {}) => ({
      kind,
      language,
      itemKind: item.kind,
      user: { displayName: owner.displayName, emailAddress: owner.emailAddress, timeZone: 'W. Europe Standard Time' },
      theme,
      permission: 'ReadWriteItem',
      throwsSynchronously: true,
      ...more,
    }),
    attachRuntime(runtime) {
      runtimes.set(runtime.kind, runtime);
      return () => {
        if (runtimes.get(runtime.kind) === runtime) runtimes.delete(runtime.kind);
      };
    },
    open() {
      openedAt = clock.now();
      isPreviewed = false;
      const [isNew, any] = item.kind === 'message'
        ? ['OnNewMessageCompose', 'OnMessageCompose'] as const
        : ['OnNewAppointmentOrganizer', 'OnAppointmentOrganizer'] as const;
      if (!item.isSavedDraft) inside.raise(isNew);
      inside.raise(any);
    },
    preview() {
      if (!item.isSavedDraft) throw new Error('Only a saved draft can be looked at without opening it.');
      isPreviewed = true;
      if (!client.oddities.previewRaisesEvents) return;
      inside.raise(item.kind === 'message' ? 'OnMessageCompose' : 'OnAppointmentOrganizer');
      inside.raise(changeEvent(item.kind, 'recipients'), { changedRecipientFields: changedFields(item) });
    },
    draft: () => item,
    sentMails: sending.sentMails,
    subscribe(listener) {
      watchers.add(listener);
      return () => void watchers.delete(listener);
    },
    pane: () => pane,
    openPane(controlId) {
      if (!controls.some(({ id, action }) => id === controlId && action === 'pane')) throw new Error(`The manifest has no pane ${controlId}.`);
      if (pane === null && !client.oddities.contextPersists) inside.change({ initializationContext: '' });
      showPane(controlId);
    },
    closePane() {
      pane = null;
      inside.changed('pane');
    },
    pressSend() {
      if (client.oddities.sendRaisesRecipientsChanged && item.kind === 'message' && item.composeType === 'reply') {
        inside.raise('OnMessageRecipientsChanged', { changedRecipientFields: changedFields(item) });
      }
      return sending.press();
    },
    runCommand: sending.runCommand,
    leaveItem: sending.leave,
    setNetwork: sending.setNetwork,
    setAnotherAddin: sending.setAnotherAddin,
    setTheme(next) {
      theme = next;
      inside.emit('officeThemeChanged', { type: 'officeThemeChanged', officeTheme: next });
    },
    setFaults(next) {
      faults = next;
    },
    user: createUser(inside, {
      openPane: (controlId, contextData) => sending.openPane(controlId, contextData),
      takeBack: () => sending.takeBack(),
      reopened: () => {
        openedAt = clock.now();
        inside.raise(item.kind === 'message' ? 'OnMessageCompose' : 'OnAppointmentOrganizer');
      },
    }),
  };
}

/** All of them where no field is named. */
function changedFields(item: ItemState, changed?: string): Record<string, boolean> {
  const none = { to: false, cc: false, bcc: false, requiredAttendees: false, optionalAttendees: false, resources: false };
  return { ...none, ...Object.fromEntries(fieldsOf(item.kind).map((field) => [field, changed === undefined || field === changed])) };
}

function faulty(fault: Fault | undefined, carryOut: () => Answer): Answer {
  if (fault === 'fail') return failed(5001);
  if (fault === 'empty') return succeeded(undefined);
  if (typeof fault === 'object') return failed(fault.fail);
  const result = carryOut();
  return fault === 'failLate' ? failed(5001) : result;
}

/** Never before the caller has gone on, even without a delay. */
function later<T>(clock: Clock, milliseconds: number, value: () => T): Promise<T> {
  if (milliseconds <= 0) return Promise.resolve().then(value);
  return new Promise((resolve) => void clock.after(milliseconds, () => resolve(value())));
}
