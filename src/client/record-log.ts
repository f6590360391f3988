import type { Clock, RecordLog } from '../core/ports';
import { MOST_RECORDS, RECORDS_PATH, type SentRecord } from '../wire/record';
import { type Fetch, inTime } from './http';

/** A place where records wait until the service has them. What it gives back is not trusted. */
export interface RecordShelf {
  /** Each with its id and day in front, so that they sort by age. Never rejects. */
  read(): Promise<readonly ShelvedRecord[]>;
  /** Never throws, and nobody waits for it. */
  put(record: ShelvedRecord): void;
  /** Never throws. */
  drop(names: readonly string[]): void;
}

export interface ShelvedRecord {
  /** `2026-11-24.<id>` */
  readonly name: string;
  /** JSON. */
  readonly text: string;
}

export interface RecordLogParts {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly shelf: RecordShelf;
  readonly clock: Clock;
}

/** Older ones would say little, and their ids may have been forgotten by the service. */
const DAYS_ON_THE_SHELF = 13;

const DAY = 86400000;

/** Milliseconds for one request that somebody waits for. */
const PATIENCE = 5000;

/** Records that go along with `keepalive`; browsers allow 64 KB for all such requests together, and a record is 1 to 3 KB. */
const KEPT_ALIVE = 12;

/**
 * Delivers records. Each gets an id, so that it counts once however often it is sent; it is put on the shelf
 * and handed over at once, and leaves the shelf when the service has answered. Whoever has time calls
 * `deliver`, which sends what is still there.
 */
export function createRecordLog(parts: RecordLogParts): RecordLog & { deliver(): Promise<void> } {
  return {
    take(record) {
      const sent: SentRecord = { id: newId(), ...record };
      const shelved = { name: `${record.day}.${sent.id}`, text: JSON.stringify(sent) };
      parts.shelf.put(shelved);
      void send(parts, [shelved]);
    },
    async deliver() {
      const oldest = new Date(parts.clock.now() - DAYS_ON_THE_SHELF * DAY).toISOString().slice(0, 10);
      const shelved = (await parts.shelf.read()).filter(isWhole);
      const stale = shelved.filter(({ name }) => name < oldest);
      if (stale.length > 0) parts.shelf.drop(stale.map(({ name }) => name));
      const waiting = shelved.filter(({ name }) => name >= oldest);
      for (let start = 0; start < waiting.length; start += MOST_RECORDS) {
        // Where the service is away, there is no use in asking it for more.
        if ((await sendAll(parts, waiting.slice(start, start + MOST_RECORDS))) === 'kept') return;
      }
    },
  };
}

/** A record that the service does not understand must not keep the others from it. */
async function sendAll(parts: RecordLogParts, records: readonly ShelvedRecord[]): Promise<Delivery> {
  let delivery = await sendInTime(parts, records);
  if (delivery !== 'refused') return delivery;
  for (const record of records) {
    delivery = await sendInTime(parts, [record]);
    if (delivery === 'kept') return delivery;
  }
  return 'taken';
}

type Delivery = 'taken' | 'refused' | 'kept';

function sendInTime(parts: RecordLogParts, records: readonly ShelvedRecord[]): Promise<Delivery> {
  return inTime<Delivery>(parts.clock, PATIENCE, () => send(parts, records), () => 'kept');
}

/** Never rejects. `refused`: the service did not understand it, and will not the next time. */
async function send({ origin, fetch, shelf }: RecordLogParts, records: readonly ShelvedRecord[]): Promise<Delivery> {
  try {
    const { status } = await fetch(`${origin.replace(/\/+$/, '')}${RECORDS_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      redirect: 'error',
      cache: 'no-store',
      body: `{"records":[${records.map(({ text }) => text).join(',')}]}`,
      ...(records.length <= KEPT_ALIVE && { keepalive: true }),
    });
    const isRefused = status === 400 || status === 413;
    if (status === 204 || (isRefused && records.length === 1)) shelf.drop(records.map(({ name }) => name));
    return status === 204 ? 'taken' : isRefused ? 'refused' : 'kept';
  } catch {
    // The service is away, or this client cannot ask: the next one who has time tries again.
    return 'kept';
  }
}

/** What somebody else has put there must not be in the way. */
function isWhole({ name, text }: ShelvedRecord): boolean {
  return /^\d{4}-\d\d-\d\d\.[\w-]{20,40}$/.test(name) && /^\{[^]*\}$/.test(text);
}

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array } | undefined;

/** 128 bits; classic Outlook has no better source than Math.random, and nothing depends on an id that nobody guesses. */
function newId(): string {
  const bytes = new Uint8Array(16);
  if (typeof crypto === 'object' && crypto !== null && typeof crypto.getRandomValues === 'function') crypto.getRandomValues(bytes);
  else for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(Math.random() * 256);
  return Array.from(bytes).map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');
}
