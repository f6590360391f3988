import type { Host } from '../../src/simulator/host';
import { createOffice } from '../../src/simulator/office';
import type { SendStep } from '../../src/simulator/send';
import { runBare } from '../bare-engine/engine';
import { playService, type PlayedService, type ServiceSetup } from '../scenarios/service';
import { EVENTS } from './manifest-names';
import { rigHost, type RigHostSetup } from './rig-host';

export type { ServiceMood } from '../scenarios/service';

export interface RigSetup extends RigHostSetup, ServiceSetup {
  /** Where the add-in's script should be: ours, nothing, one without our functions, one that never answers, one that throws. */
  readonly addin?: 'ours' | 'unavailable' | 'notAssociated' | 'neverAnswers' | 'throws';
  /** Classic Outlook does not document timers. */
  readonly withoutTimers?: boolean;
  /** The scripts are loaded once for many rigs; each has to come to rest before the next begins. */
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
 * only moves when it is told to. Call inside a test that uses fake timers. `Office` is that of whatever was begun
 * last, in whichever runtime or draft: harder than Outlook, for what is not held on to as it begins is somebody else's then.
 */
export function sendRig(setup: RigSetup): Rig {
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const host = rigHost(setup, { now: () => Date.now(), after: (milliseconds, call) => { const timer = start(call, milliseconds); return () => stop(timer); } });
  const { client } = host;
  const service = playService(setup);
  const globals = globalThis as unknown as { Office: unknown; fetch: unknown; location?: unknown; document?: unknown; __UMSICHT_ORIGIN__: string; __UMSICHT_VERSION__: string; setTimeout: unknown };
  globals.__UMSICHT_ORIGIN__ = 'https://guard.own.example';
  globals.__UMSICHT_VERSION__ = '1.2.3';
  globals.fetch = service.fetch;
  // The commands' page, whose service wants no sign-in.
  globals.document = { querySelector: () => null };
  for (const kind of ['events', 'commands'] as const) {
    if (kind === 'events' && setup.addin === 'unavailable') continue;
    const { Office, invoke } = createOffice(host.connect(kind), client, host.runtimeInfo(kind));
    if (kind === 'commands' || client.eventRuntime === 'browser') globals.location = { origin: 'https://guard.own.example' };
    else delete globals.location;
    let isLoaded = false;
    host.attachRuntime({
      kind,
      invoke(functionName, event) {
        // Not before it is needed: to load a script costs more than most mails to check.
        if (!isLoaded) for (const [name, action] of functionsOf(kind, setup)) Office.actions.associate(name, action);
        isLoaded = true;
        globals.Office = Office;
        invoke(functionName, event);
      },
    });
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

type Functions = readonly (readonly [string, unknown])[];

const ENTRIES = { events: '../../src/launchevent/launchevent', commands: '../../src/commands/commands' } as const;
const loaded = new Map<string, Functions>();

/** What a script associates when it is loaded: anew for each test if nothing else is said, since it keeps its queue of calls. */
function functionsOf(kind: keyof typeof ENTRIES, { addin = 'ours', bundle, loadedOnce = false, withoutTimers = false }: RigSetup): Functions {
  if (kind === 'events' && addin !== 'ours') {
    const handler = addin === 'throws' ? () => { throw new Error('oh'); } : () => undefined;
    return addin === 'notAssociated' ? [] : Object.values(EVENTS).map((name) => [name, handler]);
  }
  const isBuilt = kind === 'events' && bundle !== undefined;
  const load = `${kind} ${isBuilt ? 'built' : ''} for ${loadedOnce ? 'all' : expect.getState().currentTestName}`;
  const before = loaded.get(load);
  if (before && !(isBuilt && withoutTimers)) return before;
  const found = isBuilt ? loadBuilt(bundle, withoutTimers) : loadSource(kind);
  loaded.set(load, found);
  return found;
}

function loadSource(kind: keyof typeof ENTRIES): Functions {
  const found: (readonly [string, unknown])[] = [];
  (globalThis as { Office?: unknown }).Office = loadingOffice((name, action) => found.push([name, action]));
  jest.isolateModules(() => { require(ENTRIES[kind]); });
  return found;
}

/** The bundle keeps the globals it was loaded with, so they hand on to those of whichever rig is running. */
function loadBuilt(bundle: string, withoutTimers: boolean): Functions {
  const globals = globalThis as unknown as Record<'Office' | 'fetch' | 'setTimeout' | 'clearTimeout', Record<PropertyKey, unknown> & ((...given: unknown[]) => unknown)>;
  globals.Office = loadingOffice(() => undefined) as never;
  const { errors, handlers } = runBare(bundle, {
    Office: new Proxy({}, { get: (_, name) => globals.Office[name] }),
    fetch: (...given: unknown[]) => globals.fetch(...given),
    ...(withoutTimers ? {} : { setTimeout: (...given: unknown[]) => globals.setTimeout(...given), clearTimeout: (...given: unknown[]) => globals.clearTimeout(...given) }),
  });
  if (errors.length > 0) throw new Error(`The send bundle does not load in the bare engine: ${errors.join('; ')}`);
  return [...handlers];
}

function loadingOffice(associate: (name: string, action: unknown) => void): object {
  return {
    actions: { associate },
    onReady: () => Promise.resolve(),
    get context() { throw new Error('Nothing may be read from Office.context while the script loads.'); },
  };
}
