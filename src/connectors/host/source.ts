import type { Contact, Evidence } from '../../core/evidence';
import { type AddressFacts, type AskedAddress, type Connector, type LookUpLimits, SourceFailure, type Touched } from '../connector';
import { type AnswerCache, type KeepingTimes, openAnswerCache } from './answer-cache';
import { type Mapping, mappedContact, type Unmapped } from './mapping';
import { type BreakerState, openPatience, type PatienceSettings } from './patience';
import { askedAddress, portions } from './spellings';
import { openTurns, type Rate } from './turns';

export interface SourceSettings extends PatienceSettings {
  /** The administrator's name for it; stands in every tag. */
  readonly name: string;
  /** Addresses per question, where the administrator wants fewer than the connector can. */
  readonly atOnce: number | null;
  readonly rate: Rate;
  readonly mapping: Mapping;
}

/** What goes on at a source, for logs and metrics. Holds no address. */
export type SourceEvent =
  | { readonly kind: 'asked'; readonly source: string; readonly addresses: number; readonly milliseconds: number; readonly outcome: 'answered' | 'partly' | SourceFailure['reason']; readonly code: string }
  | { readonly kind: 'breaker'; readonly source: string; readonly state: BreakerState }
  | { readonly kind: 'unmapped'; readonly source: string; readonly what: Unmapped['what']; readonly id: string }
  | { readonly kind: 'changes'; readonly source: string; readonly outcome: 'answered' | SourceFailure['reason']; readonly code: string };

export interface SourceParts {
  readonly connector: Connector;
  readonly settings: SourceSettings;
  readonly times: KeepingTimes;
  /** Answers kept at most. */
  readonly most: number;
  /** Keyed hash of an address key. */
  readonly hash: (key: string) => string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly onEvent: (event: SourceEvent) => void;
}

export interface Source {
  readonly name: string;
  readonly connector: Connector;
  readonly state: BreakerState;
  readonly unmapped: readonly Unmapped[];
  /** Null before the first answer. */
  readonly lastFailure: SourceFailure | null;
  readonly kept: number;
  /** An answer for each; none of them rejects. Answers still to come are there the next time. */
  lookUp(keys: readonly string[]): ReadonlyMap<string, Promise<Evidence<Contact>>>;
  forget(touched: readonly Touched[]): void;
  forgetAll(): void;
  /** Ends what is on its way. */
  close(): Promise<void>;
  /** One call of the connector's other than a look-up, with the same turns and patience. Rejects with a SourceFailure. */
  call<T>(work: (limits: LookUpLimits) => Promise<T>): Promise<T>;
}

/** Questions that were cut in half because something in them was refused, before the rest is given up. */
const MOST_HALVINGS = 16;

/** Words without a meaning that are remembered, and how they have to look to be repeated: an id, not an address. */
const MOST_UNMAPPED = 200;
const IS_ID = /^[^@\u0000-\u001f\u007f]{1,200}$/;

/** One CRM behind everything that spares it and that makes its answers ours. */
export function openSource({ connector, settings, times, most, hash, now, onEvent }: SourceParts): Source {
  const { name, rate, mapping, milliseconds } = settings;
  const cache: AnswerCache = openAnswerCache(times, most);
  const turns = openTurns(rate, now);
  const closed = new AbortController();
  const patience = openPatience(settings, closed.signal, (state) => onEvent({ kind: 'breaker', source: name, state }));
  const meanings: Mapping = { purposes: mapping.purposes, bases: { ...connector.bases, ...mapping.bases } };
  const onTheWay = new Map<string, Promise<Evidence<Contact>>>();
  const unmapped = new Map<string, Unmapped>();
  let lastFailure: SourceFailure | null = null;

  const report = ({ what, id: said }: Unmapped): void => {
    const id = IS_ID.test(said) ? said : '(no id)';
    if (unmapped.size >= MOST_UNMAPPED || unmapped.has(`${what} ${id}`)) return;
    unmapped.set(`${what} ${id}`, { what, id });
    onEvent({ kind: 'unmapped', source: name, what, id });
  };

  const call = <T>(work: (limits: LookUpLimits) => Promise<T>): Promise<T> => patience.ask(async (signal) => {
    try {
      return await work({ signal, turn: () => turns.take(signal, milliseconds) });
    } catch (error) {
      if (error instanceof SourceFailure && error.retryAfter !== null && error.code !== 'noTurn') turns.pause(error.retryAfter);
      throw error;
    }
  });

  const ask = async (asked: readonly AskedAddress[]): Promise<ReadonlyMap<string, AddressFacts | SourceFailure>> => {
    const started = now();
    const tell = (outcome: Extract<SourceEvent, { kind: 'asked' }>['outcome'], code: string): void =>
      onEvent({ kind: 'asked', source: name, addresses: asked.length, milliseconds: Math.max(0, now() - started), outcome, code });
    try {
      const answers = await call(async (limits) => whole(await connector.lookUp(asked, limits)));
      const failed = [...answers.values()].find((each) => each instanceof SourceFailure);
      lastFailure = null;
      tell(failed ? 'partly' : 'answered', failed?.code ?? '');
      return answers;
    } catch (error) {
      lastFailure = error as SourceFailure;
      tell(lastFailure.reason, lastFailure.code);
      throw error;
    }
  };

  /** Something among the addresses that the source takes exception to must not cost the others their answer. */
  const askInHalves = async (asked: readonly AskedAddress[], halvings: { left: number }): Promise<ReadonlyMap<string, AddressFacts | SourceFailure>> => {
    try {
      return await ask(asked);
    } catch (error) {
      if ((error as SourceFailure).code !== 'rejected' || asked.length === 1 || halvings.left === 0) throw error;
      halvings.left -= 1;
      const middle = Math.ceil(asked.length / 2);
      const halves = await Promise.all([asked.slice(0, middle), asked.slice(middle)].map((half) => askInHalves(half, halvings).catch((failure: SourceFailure) =>
        new Map(half.map(({ key }) => [key, failure])))));
      return new Map(halves.flatMap((half) => [...half]));
    }
  };

  const begin = (asked: readonly AskedAddress[]): void => {
    const at = now();
    const answers = askInHalves(asked, { left: MOST_HALVINGS });
    for (const { key } of asked) {
      const hashed = hash(key);
      const answer = answers.then((all) => {
        const found = all.get(key) ?? new SourceFailure('invalidAnswer', 'noEntry');
        if (found instanceof SourceFailure) return unknown(found);
        const contact = mappedContact(found, name, meanings, report);
        cache.put(hashed, contact, found.contact === 'known' ? found.records.map(recordHash) : [], at);
        return { known: true as const, value: contact };
      }).catch((error: unknown) => unknown(error instanceof SourceFailure ? error : new SourceFailure('invalidAnswer', 'broken'))).finally(() => {
        if (onTheWay.get(hashed) === answer) onTheWay.delete(hashed);
      });
      onTheWay.set(hashed, answer);
    }
  };

  return {
    name,
    connector,
    get state() { return patience.state; },
    get unmapped() { return [...unmapped.values()]; },
    get lastFailure() { return lastFailure; },
    get kept() { return cache.size; },
    lookUp(keys) {
      const at = now();
      const wanted = keys.map((key) => ({ key, hashed: hash(key), kept: cache.get(hash(key), at) }));
      // What is half used up is asked for anew while it can still be given, so that nobody has to wait for it.
      const missing = wanted.filter(({ hashed, kept }) => (!kept || at - kept.asked > (kept.until - kept.asked) / 2) && !onTheWay.has(hashed));
      for (const portion of portions(missing.map(({ key }) => askedAddress(key)), Math.max(2, Math.min(settings.atOnce ?? Infinity, connector.atOnce)))) begin(portion);
      return new Map(wanted.map(({ key, hashed, kept }) => [key, kept ? Promise.resolve(withAge(kept.contact, at - kept.asked)) : onTheWay.get(hashed) as Promise<Evidence<Contact>>]));
    },
    forget(touched) {
      const at = now();
      for (const each of touched) {
        if ('address' in each) forgetAddress(each.address, at);
        else cache.forgetRecord(recordHash(each.record), at);
      }
    },
    forgetAll: () => {
      cache.forgetAll(now());
      onTheWay.clear();
    },
    async close() {
      closed.abort();
      await connector.close?.();
    },
    call,
  };

  /** Directories call their records by people's names. */
  function recordHash(record: string): string {
    return hash(`record\n${record}`);
  }

  function forgetAddress(key: string, at: number): void {
    const hashed = hash(key);
    cache.forget(hashed, at);
    // Whoever asks from now on gets an answer from after the change.
    onTheWay.delete(hashed);
  }
}

/** An answer about nobody who was asked about is none. One record that cannot be understood is that record's fault. */
function whole(answers: ReadonlyMap<string, AddressFacts | SourceFailure>): ReadonlyMap<string, AddressFacts | SourceFailure> {
  const all = [...answers.values()];
  if (all.every((each) => each instanceof SourceFailure && each.code === 'noEntry')) throw new SourceFailure('invalidAnswer', 'noEntry');
  return answers;
}

function withAge(contact: Contact, milliseconds: number): Evidence<Contact> {
  const age = Math.floor(milliseconds / 1000);
  return { known: true, value: contact, ...(age > 0 && { age }) };
}

function unknown({ reason }: SourceFailure): Evidence<never> {
  return { known: false, reason };
}
