import { createHmac } from 'node:crypto';
import { consentStanding } from '../../../src/core/consent';
import type { Evidence, Contact, UnknownReason } from '../../../src/core/evidence';
import { CONNECTOR_KINDS } from '../../../src/connectors/connector-kinds';
import { type ConnectorsConfiguration, connectorsReader } from '../../../src/connectors/connectors-configuration';
import type { LookUpLimits } from '../../../src/connectors/connector';
import type { SettingReaders } from '../../../src/connectors/setting-readers';
import { type ConsentHost, type HostEvent, openConsentHost } from '../../../src/connectors/host/consent-host';
import { readWhole } from '../../../src/core/reading';
import { logged } from '../../../src/service/connectors';
import { told } from '../../told/told';
import { ALL_KEYS, CAST, NOW, STANDINGS, STRANGER } from './cast';

/** How a source can be set up in a test: as it should be, or so that it fails. */
export type Condition = 'good' | 'refused' | 'unreachable' | 'slow' | 'malformed';

/** A CRM with the cast in it. */
export interface ContractCrm {
  /** The source's settings, without its name, and the environment they take secrets from. `slow` takes longer than two seconds to answer. */
  source(condition: Condition): Promise<{ readonly settings: object; readonly environment: { readonly [name: string]: string } }>;
  /** Puts right what `source` has broken. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

/** Everything that hosts have let out, for the log, for metrics and for whoever looks after them. */
const letOut: string[] = [];
const PLACES = [...ALL_KEYS, ...CAST.flatMap(({ addresses }) => addresses)].flatMap((address) => [address, address.slice(address.lastIndexOf('@') + 1)]);

/** Takes down what is printed by anybody until the tests around it end; then no address may be in that, nor in what hosts have let out. */
export function watchOutput(): void {
  const writes = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => ({ name, say: console[name] }));
  beforeAll(() => {
    for (const { stream, write } of writes) stream.write = ((text: string | Uint8Array, ...rest: never[]) => { letOut.push(String(text)); return write(text, ...rest); }) as typeof stream.write;
    for (const { name, say } of consoles) console[name] = (...said: unknown[]) => { letOut.push(said.map(String).join(' ')); say(...said); };
  });
  afterAll(() => {
    for (const { stream, write } of writes) stream.write = write;
    for (const { name, say } of consoles) console[name] = say;
    expect(letOut.length).toBeGreaterThan(10);
    expect(letOut.filter((text) => PLACES.some((place) => text.toLowerCase().includes(place.toLowerCase())))).toEqual([]);
  });
}

export interface OpenedHost extends ConsentHost {
  readonly events: HostEvent[];
  /** Lets so many milliseconds go by. */
  advance(milliseconds: number): void;
}

export interface HostOptions {
  readonly answerWithin?: number;
  readonly limits?: object;
  readonly keep?: object;
}

/** A configuration's sources, as an administrator writes them. */
export function readSources(document: object, environment: { readonly [name: string]: string }): ConnectorsConfiguration {
  const readers: SettingReaders = {
    secret: (value, path, problems) => {
      const text = environment[(value as { environment: string }).environment];
      if (text === undefined) problems.push({ path, message: 'no secret' });
      return text ?? '';
    },
    path: (value) => value as string,
  };
  const read = readWhole(connectorsReader(readers), document);
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  return read.value;
}

/** A host with one source, opened from a configuration as an administrator writes it. */
export function hostOf(settings: object, environment: { readonly [name: string]: string }, { answerWithin = 8000, ...more }: HostOptions = {}): OpenedHost {
  const { limits, keep } = more;
  const read = readSources({ answerWithin, ...(keep && { keep }), sources: [{ name: 'crm', ...settings, ...(limits && { limits }) }] }, environment);
  const events: HostEvent[] = [];
  const started = Date.now();
  let advanced = 0;
  const now = (): number => NOW + advanced + Date.now() - started;
  const host = openConsentHost({
    sources: read.sources.map(({ open, settings: own }) => ({ connector: open(now), settings: own })),
    settings: read.settings,
    hash: (key) => createHmac('sha256', 'a key').update(key).digest('base64url'),
    now,
    onEvent: (event) => {
      events.push(event);
      letOut.push(JSON.stringify([event, logged(event)]));
      told('event', JSON.stringify(logged(event)));
    },
  });
  const watched: ConsentHost = {
    ...host,
    async check() {
      const checked = await host.check();
      letOut.push(JSON.stringify(checked));
      return checked;
    },
    async stop() {
      letOut.push(JSON.stringify(host.health()));
      await host.stop();
    },
  };
  return { ...watched, events, advance: (milliseconds) => { advanced += milliseconds; } };
}

/** Hosts of a test, stopped after it. Anna has agreed to newsletters. */
export function openedHosts(settings: (more: object) => object, environment: { readonly [name: string]: string }): { open(more?: object, own?: { readonly [name: string]: string }): OpenedHost; ask(host: OpenedHost, key?: string): Promise<string> } {
  const hosts: OpenedHost[] = [];
  afterEach(async () => { await Promise.all(hosts.splice(0).map((host) => host.stop())); });
  return {
    open(more = {}, own = environment) {
      const host = hostOf(settings(more), own);
      hosts.push(host);
      return host;
    },
    ask: async (host, key = 'anna@oak.example') => standing((await host.contacts([key])).get(key)),
  };
}

/** For a connector that is asked directly. */
export const NO_LIMITS: LookUpLimits = { signal: new AbortController().signal, turn: async () => undefined };

export function standing(answer: Evidence<Contact> | undefined): string {
  if (!answer) return 'no answer';
  return answer.known ? consentStanding(answer.value, 'newsletter', NOW).kind : answer.reason;
}

/** Everything every connector has to get right, whatever is behind it. */
export function connectorContract(kindName: string, start: () => Promise<ContractCrm>): void {
  const kind = CONNECTOR_KINDS.find(({ kind: name }) => name === kindName);
  if (!kind) throw new Error(`no connector ${kindName}`);
  const { capabilities } = kind;
  let crm: ContractCrm;
  const hosts: ConsentHost[] = [];
  const open = async (condition: Condition = 'good', options: HostOptions = {}): Promise<OpenedHost> => {
    const { settings, environment } = await crm.source(condition);
    const host = hostOf(settings, environment, options);
    hosts.push(host);
    return host;
  };
  describe('the contract of all connectors', () => {
    watchOutput();
    beforeAll(async () => { crm = await start(); }, 300_000);
    afterAll(() => crm.stop());
    afterEach(async () => {
      await Promise.all(hosts.splice(0).map((host) => host.stop()));
      await crm.mend();
    });

    test.each(STANDINGS.filter(({ only }) => only === undefined || capabilities[only]))('$name', async ({ key, stands }) => {
      const host = await open();
      const answer = (await host.contacts([key])).get(key);
      expect(stands).toContain(standing(answer));
    });

    test('what a CRM has no place for is not recorded, and never a consent', async () => {
      const host = await open();
      for (const { key, only } of STANDINGS) {
        if (only === undefined || capabilities[only]) continue;
        expect(['notRecorded', 'unknownContact', 'withdrawn', 'objected', 'pending']).toContain(standing((await host.contacts([key])).get(key)));
      }
    });

    test('all at once are answered as each alone, and every spelling goes out', async () => {
      const host = await open();
      const answers = await host.contacts(ALL_KEYS);
      for (const { name, key, stands, only } of STANDINGS) {
        if (only === undefined || capabilities[only]) expect({ name, stands: stands.find((each) => each === standing(answers.get(key))) }).toEqual({ name, stands: expect.any(String) });
      }
      expect([...answers.keys()].sort()).toEqual([...ALL_KEYS].sort());
    });

    test('portions of a few addresses come to the same', async () => {
      const host = await open('good', { limits: { addresses: 3 } });
      const answers = await host.contacts(ALL_KEYS);
      expect(ALL_KEYS.map((key) => standing(answers.get(key)))).not.toContain('invalidAnswer');
      expect(host.events.filter(({ kind: what }) => what === 'asked').length).toBeGreaterThan(5);
    });

    test('times and source of a consent come along', async () => {
      const host = await open();
      const answer = (await host.contacts(['anna@oak.example'])).get('anna@oak.example');
      const tag = answer?.known ? answer.value.tags.find(({ purpose, status }) => purpose === 'newsletter' && status === 'granted') : undefined;
      expect(tag).toMatchObject({ source: 'crm', obtained: '2025-03-01T10:00:00.000Z' });
      if (capabilities.doubleOptIn) expect(tag?.confirmed).toBe('2025-03-01T10:05:00.000Z');
      if (capabilities.legalBasis) expect(tag?.basis).toBe('consent');
    });

    test('what nobody has mapped is reported, once, and counts for nothing', async () => {
      const host = await open();
      await host.contacts(['uli@oak.example']);
      host.forgetAll();
      await host.contacts(['uli@oak.example']);
      expect(host.health()[0]?.unmapped).toEqual([{ what: 'purpose', id: expect.any(String) }]);
      expect(host.events.filter(({ kind: what }) => what === 'unmapped')).toHaveLength(1);
    });

    test('a source that is set up well has no problem', async () => {
      const [checked] = await (await open()).check();
      expect(checked?.problems).toEqual([]);
      if (checked?.purposes) expect(checked.purposes.length).toBeGreaterThan(0);
    });

    test.each<[Condition, UnknownReason]>([
      ['refused', 'refused'],
      ['unreachable', 'unreachable'],
      ['malformed', 'invalidAnswer'],
    ])('a source that is %s: nobody is known, nobody is unknown to it, and the check says so', async (condition, reason) => {
      const host = await open(condition);
      const answers = await host.contacts(['anna@oak.example', STRANGER]);
      expect([...answers.values()]).toContainEqual({ known: false, reason });
      expect([...answers].filter(([key, answer]) => key === 'anna@oak.example' && answer.known)).toEqual([]);
      if (condition === 'malformed') return;
      expect((await host.check())[0]?.problems).toHaveLength(1);
      expect(host.health()[0]?.failure?.reason).toBe(reason);
    });

    test('a slow source: the answer comes in time and says that there was none', async () => {
      const host = await open('slow', { answerWithin: 200 });
      const started = Date.now();
      expect(standing((await host.contacts(['anna@oak.example'])).get('anna@oak.example'))).toBe('timeout');
      expect(Date.now() - started).toBeLessThan(2000);
    });
  });
}
