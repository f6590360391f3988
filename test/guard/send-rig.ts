import type { Language } from '../../src/core/rule';
import { CLIENTS, type ClientId, type Oddities } from '../../src/simulator/clients';
import { createHost, type Faults, type Host } from '../../src/simulator/host';
import type { SendMode } from '../../src/simulator/inside';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import { createOffice } from '../../src/simulator/office';
import type { SendStep } from '../../src/simulator/send';
import { runBare } from '../bare-engine/engine';
import { playService, type PlayedService, type ServiceSetup } from '../scenarios/service';
import { CONTROLS, EVENTS, SENDER } from './manifest-names';

export type { ServiceMood } from '../scenarios/service';

export interface RigSetup extends ServiceSetup {
  readonly client: ClientId;
  readonly item: ItemSetup;
  /** The signed-in person, who writes where the item does not say otherwise. */
  readonly owner?: EntrySetup;
  readonly language?: Language;
  readonly sendMode?: SendMode;
  readonly faults?: Faults;
  readonly oddities?: Partial<Oddities>;
  /** Milliseconds Outlook takes for each answer. */
  readonly callMilliseconds?: number;
  /** Where the add-in's script should be: ours, nothing, one without our functions, one that never answers, one that throws. */
  readonly addin?: 'ours' | 'unavailable' | 'notAssociated' | 'neverAnswers' | 'throws';
  /** Classic Outlook does not document timers. */
  readonly withoutTimers?: boolean;
  /** The entry points are loaded once for many rigs; each has to come to rest before the next begins. */
  readonly loadedOnce?: boolean;
  /** Text of the built send bundle, to be run in the bare engine instead of the sources. */
  readonly bundle?: string;
}

export interface Rig {
  readonly host: Host;
  readonly service: PlayedService;
  /** Addresses the service was asked about, request by request. */
  readonly asked: readonly (readonly string[])[];
  /** Addresses the service was told a mail was let go to, mail by mail. */
  readonly noted: readonly (readonly string[])[];
  /** Presses Send and lets time go by until the user sees something. `milliseconds` is how long that took. */
  send(): Promise<{ step: SendStep; milliseconds: number }>;
  /** Lets time go by until something is there; gives up after Outlook has. */
  soon<T>(promise: Promise<T>): Promise<T>;
  /** Lets everything that is under way come to its end. */
  settle(milliseconds?: number): Promise<void>;
}

/**
 * The add-in's own entry points on the simulated Outlook, as each client runs them, with time that
 * only moves when it is told to. Call inside a test that uses fake timers.
 */
export function sendRig(setup: RigSetup): Rig {
  const client = { ...CLIENTS[setup.client], oddities: { ...CLIENTS[setup.client].oddities, ...setup.oddities } };
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const owner = setup.owner ?? SENDER;
  const host = createHost({
    client,
    clock: { now: () => Date.now(), after: (milliseconds, call) => { const timer = start(call, milliseconds); return () => stop(timer); } },
    language: setup.language ?? 'en',
    sendMode: setup.sendMode ?? 'SoftBlock',
    owner,
    item: { from: owner, ...setup.item },
    controls: CONTROLS,
    events: EVENTS,
    delay: () => setup.callMilliseconds ?? 0,
    ...(setup.faults ? { faults: setup.faults } : {}),
  });
  const service = playService(setup);
  const globals = globalThis as unknown as { Office: unknown; fetch: unknown; location?: unknown; __UMSICHT_ORIGIN__: string; setTimeout: unknown };
  globals.__UMSICHT_ORIGIN__ = 'https://guard.own.example';
  globals.fetch = service.fetch;
  for (const kind of ['events', 'commands'] as const) {
    if (kind === 'events' && setup.addin === 'unavailable') continue;
    const { Office, invoke } = createOffice(host.connect(kind), client, host.runtimeInfo(kind));
    if (kind === 'commands' || client.eventRuntime === 'browser') globals.location = { origin: 'https://guard.own.example' };
    else delete globals.location;
    if (kind === 'events' && setup.addin !== undefined && setup.addin !== 'ours') {
      for (const name of Object.values(EVENTS)) if (setup.addin !== 'notAssociated') Office.actions.associate(name, setup.addin === 'throws' ? () => { throw new Error('oh'); } : () => undefined);
    } else if (kind === 'events' && setup.bundle !== undefined) {
      const { errors } = runBare(setup.bundle, { Office, fetch: globals.fetch, ...(setup.withoutTimers ? {} : { setTimeout: start, clearTimeout: stop }) });
      if (errors.length > 0) throw new Error(`The send bundle does not load in the bare engine: ${errors.join('; ')}`);
    } else {
      for (const [name, action] of associationsOf(kind, setup.loadedOnce === true)) Office.actions.associate(name, action);
    }
    host.attachRuntime({ kind, invoke(functionName, event) { globals.Office = Office; invoke(functionName, event); } });
  }
  if (setup.withoutTimers) globals.setTimeout = undefined;
  const settle = (milliseconds = 60_000) => jest.advanceTimersByTimeAsync(milliseconds).then(() => undefined);
  async function soon<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    promise.then(() => { over = true; }, () => { over = true; });
    for (let waited = 0; waited < 330_000 && !over; waited += waited < 5_000 ? 50 : 1_000) await jest.advanceTimersByTimeAsync(waited < 5_000 ? 50 : 1_000);
    if (!over) throw new Error('Outlook never answered.');
    return promise;
  }
  return {
    host,
    service,
    asked: service.asked,
    noted: service.noted,
    settle,
    soon,
    async send() {
      const start = Date.now();
      let end = start;
      const step = await soon(host.pressSend().finally(() => { end = Date.now(); }));
      return { step, milliseconds: end - start };
    },
  };
}

const ENTRIES = { events: '../../src/launchevent/launchevent', commands: '../../src/commands/commands' } as const;
const associations = new Map<string, readonly (readonly [string, unknown])[]>();

/** What an entry point associates when it is loaded: anew for each test if nothing else is said, since it keeps its queue of calls. */
function associationsOf(kind: keyof typeof ENTRIES, once: boolean): readonly (readonly [string, unknown])[] {
  const load = once ? kind : `${kind} for ${expect.getState().currentTestName}`;
  const loaded = associations.get(load);
  if (loaded) return loaded;
  const found: (readonly [string, unknown])[] = [];
  (globalThis as { Office?: unknown }).Office = {
    actions: { associate: (name: string, action: unknown) => found.push([name, action]) },
    onReady: () => Promise.resolve(),
    get context() { throw new Error('Nothing may be read from Office.context while the script loads.'); },
  };
  jest.isolateModules(() => { require(ENTRIES[kind]); });
  associations.set(load, found);
  return found;
}
