import type { Contact } from '../../src/core/evidence';
import type { Language } from '../../src/core/rule';
import { CLIENTS, type ClientId } from '../../src/simulator/clients';
import { createHost, type Faults, type Host } from '../../src/simulator/host';
import type { SendMode } from '../../src/simulator/inside';
import type { ItemSetup } from '../../src/simulator/item';
import { createOffice } from '../../src/simulator/office';
import type { SendStep } from '../../src/simulator/send';
import { CORRESPONDENCE_PATH, type CorrespondenceNote } from '../../src/wire/correspondence';
import { allUnknown, evidenceAnswer, readEvidenceRequest } from '../../src/wire/evidence';
import { runBare } from '../bare-engine/engine';
import { CONTROLS, EVENTS, SENDER } from './manifest-names';

/** How the service behaves: `silent` accepts and never answers. */
export type ServiceMood = 'up' | 'down' | 'silent' | 'broken' | 'garbled';

export interface RigSetup {
  readonly client: ClientId;
  readonly item: ItemSetup;
  readonly language?: Language;
  readonly sendMode?: SendMode;
  readonly faults?: Faults;
  readonly service?: ServiceMood;
  readonly policy?: object;
  readonly contacts?: Readonly<Record<string, Contact>>;
  /** Classic Outlook does not document timers. */
  readonly withoutTimers?: boolean;
  /** Text of the built send bundle, to be run in the bare engine instead of the sources. */
  readonly bundle?: string;
}

export interface Rig {
  readonly host: Host;
  /** Addresses the service was asked about, request by request. */
  readonly asked: string[][];
  /** Addresses the service was told a mail was let go to, mail by mail. */
  readonly noted: readonly (readonly string[])[];
  /** Presses Send and lets time go by until the user sees something. `milliseconds` is how long that took. */
  send(): Promise<{ step: SendStep; milliseconds: number }>;
  /** Lets everything that is under way come to its end. */
  settle(milliseconds?: number): Promise<void>;
}

/**
 * The add-in's own entry points on the simulated Outlook, as each client runs them, with time that
 * only moves when it is told to. Call inside a test that uses fake timers.
 */
export function sendRig(setup: RigSetup): Rig {
  const client = CLIENTS[setup.client];
  const asked: string[][] = [];
  const noted: (readonly string[])[] = [];
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const host = createHost({
    client,
    clock: { now: () => Date.now(), after: (milliseconds, call) => { const timer = start(call, milliseconds); return () => stop(timer); } },
    language: setup.language ?? 'en',
    sendMode: setup.sendMode ?? 'SoftBlock',
    owner: SENDER,
    item: { from: SENDER, ...setup.item },
    controls: CONTROLS,
    events: EVENTS,
    ...(setup.faults ? { faults: setup.faults } : {}),
  });
  const globals = globalThis as unknown as { Office: unknown; fetch: unknown; location?: unknown; __UMSICHT_ORIGIN__: string; __UMSICHT_VERSION__: string; setTimeout: unknown };
  globals.__UMSICHT_ORIGIN__ = 'https://guard.own.example';
  globals.__UMSICHT_VERSION__ = '1.2.3';
  globals.fetch = serviceOf(setup, asked, noted);
  for (const kind of ['events', 'commands'] as const) {
    const { Office, invoke } = createOffice(host.connect(kind), client, host.runtimeInfo(kind));
    if (kind === 'commands' || client.eventRuntime === 'browser') globals.location = { origin: 'https://guard.own.example' };
    else delete globals.location;
    if (kind === 'events' && setup.bundle !== undefined) {
      const { errors } = runBare(setup.bundle, { Office, fetch: globals.fetch, ...(setup.withoutTimers ? {} : { setTimeout: start, clearTimeout: stop }) });
      if (errors.length > 0) throw new Error(`The send bundle does not load in the bare engine: ${errors.join('; ')}`);
    } else {
      for (const [name, action] of associationsOf(kind)) Office.actions.associate(name, action);
    }
    host.attachRuntime({ kind, invoke(functionName, event) { globals.Office = Office; invoke(functionName, event); } });
  }
  if (setup.withoutTimers) globals.setTimeout = undefined;
  const settle = (milliseconds = 60_000) => jest.advanceTimersByTimeAsync(milliseconds).then(() => undefined);
  return {
    host,
    asked,
    noted,
    settle,
    async send() {
      const start = Date.now();
      let step: SendStep | undefined;
      let end = start;
      void host.pressSend().then((shown) => { step = shown; end = Date.now(); });
      for (let waited = 0; waited < 330_000 && step === undefined; waited += 50) await jest.advanceTimersByTimeAsync(50);
      if (step === undefined) throw new Error('Send was never answered.');
      return { step, milliseconds: end - start };
    },
  };
}

const ENTRIES = { events: '../../src/launchevent/launchevent', commands: '../../src/commands/commands' } as const;
const associations = new Map<string, readonly (readonly [string, unknown])[]>();

/** What an entry point associates when it is loaded: anew for each test, since it keeps its queue of calls. */
function associationsOf(kind: keyof typeof ENTRIES): readonly (readonly [string, unknown])[] {
  const load = `${kind} for ${expect.getState().currentTestName}`;
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

function serviceOf({ service = 'up', contacts = {}, policy = { organisation: { domains: ['own.example'] } } }: RigSetup, asked: string[][], noted: (readonly string[])[]) {
  return async (url: string, init?: { body?: string }): Promise<Response> => {
    if (service === 'down') throw new TypeError('Network request failed');
    if (service === 'silent') return new Promise(() => {});
    if (service === 'broken') return new Response('out of order', { status: 500 });
    if (service === 'garbled') return new Response('{"contacts":[{"address":1', { status: 200 });
    if (url.endsWith('/policy')) return Response.json({ policy: { version: 1, unknownEvidence: 'confirm', rules: {}, ...policy } });
    if (url.endsWith(CORRESPONDENCE_PATH)) {
      noted.push((JSON.parse(init?.body ?? '') as CorrespondenceNote).addresses);
      return new Response(null, { status: 204 });
    }
    const request = readEvidenceRequest(JSON.parse(init?.body ?? ''));
    if (!request.ok) throw new Error(JSON.stringify(request.problems));
    if (request.question.contacts.length > 0) asked.push([...request.question.contacts]);
    return Response.json(evidenceAnswer(request.question, {
      ...allUnknown(request.question, 'noSource'),
      contacts: new Map(request.question.contacts.map((address) => [address, { known: true, value: contacts[address] ?? { record: 'unknown', tags: [] } }])),
    }));
  };
}
