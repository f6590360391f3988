import type { FetchAnswer, FetchInit } from '../../src/client/http';
import { createRecordLog, type RecordShelf } from '../../src/client/record-log';
import { storageShelf } from '../../src/client/record-shelves';
import { createServiceClient } from '../../src/client/service-client';
import type { Clock } from '../../src/core/ports';
import { rules } from '../../src/rules';
import { CORRESPONDENCE_PATH } from '../../src/wire/correspondence';
import type { SentRecord } from '../../src/wire/record';
import { aRecord } from '../wire/a-record';

/** Somebody who sends one mail after the other, with the add-in's own client. */
export interface Sender {
  readonly decisions: number;
  /** For which the policy, or what is known of somebody, did not come. */
  readonly failedDecisions: number;
  /** For which something else came than the database holds. */
  readonly wrongDecisions: number;
  /** Every record there was, by its id, with how many outcomes it has. */
  readonly records: ReadonlyMap<string, number>;
  /** Records that left the shelf, as the service has answered. */
  readonly acknowledged: ReadonlySet<string>;
  /** Records that went out once more, because no answer had come by then. */
  readonly sentAgain: number;
  /** Whose note the service has answered. */
  readonly noted: readonly string[];
  /** Ends the mail that is being written, and delivers what is still on the shelf. */
  stop(): Promise<void>;
}

export interface SenderParts {
  readonly name: string;
  /** Where the service is. */
  readonly address: string;
  /** Contacts who have agreed to the newsletter. */
  readonly people: readonly string[];
  readonly random: () => number;
  /** Milliseconds between two mails. */
  readonly rest: number;
}

/** Recipients of a mail. */
const RECIPIENTS = 20;

/** Milliseconds: longer than anything takes that is answered at all, so that a slow machine fails nothing. */
const PATIENCE = 60_000;

const OUTCOMES = ['visible-recipients', 'missing-subject', 'large-audiences'];

const clock: Clock = {
  now: Date.now,
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function startSender({ name, address, people, random, rest }: SenderParts): Sender {
  const texts = new Map<string, string>();
  const records = new Map<string, number>();
  const acknowledged = new Set<string>();
  const noted: string[] = [];
  let decisions = 0;
  let failedDecisions = 0;
  let wrongDecisions = 0;
  let sentAgain = 0;
  let stopping = false;

  const heard = async (url: string, init: FetchInit): Promise<FetchAnswer> => {
    const answer = await fetch(url, init as RequestInit);
    if (url.endsWith(CORRESPONDENCE_PATH) && answer.status === 204) noted.push(...(JSON.parse(init.body ?? '') as { addresses: string[] }).addresses);
    return answer;
  };
  const shelf = watchedShelf(storageShelf({
    get length() { return texts.size; },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  }), {
    put: ({ id, outcomes }) => records.set(id, outcomes.length),
    drop: (id) => acknowledged.add(id),
  });
  const service = createServiceClient({ origin: address, fetch: heard, clock, rules });
  const log = createRecordLog({ origin: address, fetch: heard, shelf, clock });

  const sendMail = async (): Promise<void> => {
    const recipients = Array.from({ length: RECIPIENTS }, () => people[Math.floor(random() * people.length)] as string);
    const [{ origin }, { contacts }] = await Promise.all([service.policy(PATIENCE), service.ask({ contacts: recipients, members: [], domains: [], correspondence: [] }, PATIENCE)]);
    decisions += 1;
    const isKnown = recipients.every((key) => contacts.get(key)?.known === true);
    if (origin !== 'service' || !isKnown) failedDecisions += 1;
    if ([...contacts.values()].some((answer) => answer.known && answer.value.tags[0]?.status !== 'granted')) wrongDecisions += 1;
    service.note([1, 2, 3].map((index) => `${name}-${decisions}-${index}@elm.example`));
    const { id: _, ...record } = aRecord({ day: new Date().toISOString().slice(0, 10), outcomes: OUTCOMES.slice(0, decisions % 4).map((rule) => ({ rule, outcome: 'failed', severity: 'warning', observed: false })) });
    log.take(record);
  };
  const deliver = async (): Promise<void> => {
    sentAgain += texts.size;
    await log.deliver();
  };
  const ended = (async () => {
    while (!stopping) {
      await sendMail();
      // As somebody does who opens the next draft.
      if (decisions % 10 === 0) await deliver();
      await new Promise((resume) => setTimeout(resume, rest));
    }
  })();

  return {
    get decisions() { return decisions; },
    get failedDecisions() { return failedDecisions; },
    get wrongDecisions() { return wrongDecisions; },
    get sentAgain() { return sentAgain; },
    records,
    acknowledged,
    noted,
    async stop() {
      stopping = true;
      await ended;
      for (let times = 0; texts.size > 0; times += 1) {
        if (times > 100) throw new Error(`${texts.size} records cannot be delivered.`);
        await deliver();
      }
    },
  };
}

function watchedShelf(shelf: RecordShelf, { put, drop }: { readonly put: (record: SentRecord) => void; readonly drop: (id: string) => void }): RecordShelf {
  return {
    read: shelf.read,
    put(record) {
      put(JSON.parse(record.text) as SentRecord);
      shelf.put(record);
    },
    drop(names) {
      for (const name of names) drop(name.slice(name.indexOf('.') + 1));
      shelf.drop(names);
    },
  };
}
