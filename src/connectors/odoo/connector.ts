import { addressKey } from '../../core/address';
import { readInstant } from '../../wire/instant';
import { type AddressFacts, type ConsentFact, type Connector, type LookUpLimits, SourceFailure, type Touched } from '../connector';
import { type Row, textIn } from '../http/value-lists';
import { json2Calls, jsonRpcCalls, type OdooAccount, type OdooCalls } from './odoo-calls';

export interface OdooSettings extends OdooAccount {
  /** Odoo's: 14 or later. */
  readonly version: number;
  /**
   * `marketing`: the blacklist and mailing lists; `internal`: of people among the contacts, whether they are on the blacklist, which every
   * internal user may read.
   */
  readonly rights: 'marketing' | 'internal';
  /** Models with people besides mailing contacts. */
  readonly people: readonly PeopleModel[];
}

export const PEOPLE_MODELS = ['res.partner', 'crm.lead'] as const;
export type PeopleModel = (typeof PEOPLE_MODELS)[number];

/** The first one with JSON-2, and the first one that calls a subscription by its later name. */
const JSON_2_SINCE = 19;
const SUBSCRIPTIONS_SINCE = 17;

const OVERLAP = 2 * 60_000;
const MOST_CHANGES = 10_000;

/**
 * Odoo 14 and later: the blacklist, people with `is_blacklisted`, and who is on a mailing list. Odoo records who is on a list and who has left
 * it; why somebody is on it, it does not. Addresses are compared as `email_normalized`, in lower case and letter for letter.
 */
export function odooConnector(settings: OdooSettings, now: () => number): Connector {
  const { version, rights, people } = settings;
  const ask: OdooCalls = version >= JSON_2_SINCE ? json2Calls(settings) : jsonRpcCalls(settings);
  const subscriptions = version >= SUBSCRIPTIONS_SINCE ? 'mailing.subscription' : 'mailing.contact.subscription';

  const lookUp: Connector['lookUp'] = async (asked, limits) => {
    const found = new Map<string, Found>(asked.map(({ key }) => [key, { isKnown: false, facts: [], records: [], failure: null }]));
    const spellings = asked.flatMap((each) => each.spellings);
    for (const model of people) {
      for (const row of await ask({ model, domain: [['email_normalized', 'in', spellings]], fields: ['email_normalized', 'is_blacklisted'] }, limits)) takePerson(row, model, found);
    }
    if (rights === 'marketing') {
      for (const row of await ask({ model: 'mail.blacklist', domain: [['email', 'in', spellings]], fields: ['email', 'write_date'] }, limits)) takeBlacklisted(row, found);
      await takeLists(ask, subscriptions, spellings, found, limits);
    }
    return new Map([...found].map(([key, { isKnown, facts, records, failure }]): [string, AddressFacts | SourceFailure] => [key, failure ?? (isKnown ? { contact: 'known', facts, records } : { contact: 'unknown' })]));
  };

  return {
    atOnce: 200,
    bases: {},
    lookUp,
    async check(limits) {
      await lookUp([{ key: 'nobody@umsicht.invalid', spellings: ['nobody@umsicht.invalid'] }], limits);
      return [];
    },
    async purposes(limits) {
      if (rights !== 'marketing') return [];
      return (await ask({ model: 'mailing.list', domain: [], fields: ['name'] }, limits)).flatMap((row) => (typeof row.id === 'number' ? [{ id: String(row.id), label: textIn(row, 'name') ?? String(row.id) }] : []));
    },
    async changes(cursor, since, limits) {
      const until = new Date(now()).toISOString();
      const from = new Date((cursor === null ? since : Date.parse(cursor)) - OVERLAP).toISOString().slice(0, 19).replace('T', ' ');
      // What was made through a many-to-many field has no write_date.
      const domain = ['|', ['write_date', '>=', from], ['create_date', '>=', from]];
      const touched: Touched[] = [];
      for (const model of people) for (const row of await ask({ model, domain, fields: ['email_normalized'], archived: true }, limits)) touched.push(...addressIn(row, 'email_normalized'), { record: `${model} ${String(row.id)}` });
      if (rights === 'marketing') {
        for (const row of await ask({ model: 'mail.blacklist', domain, fields: ['email'], archived: true }, limits)) touched.push(...addressIn(row, 'email'));
        for (const row of await ask({ model: subscriptions, domain, fields: ['contact_id'] }, limits)) touched.push({ record: `mailing.contact ${String(linkIn(row, 'contact_id'))}` });
        for (const row of await ask({ model: 'mailing.contact', domain, fields: ['email_normalized'], archived: true }, limits)) touched.push(...addressIn(row, 'email_normalized'), { record: `mailing.contact ${String(row.id)}` });
      }
      return touched.length > MOST_CHANGES ? { touched: [], cursor: until, everything: true } : { touched, cursor: until };
    },
  };
}

interface Found {
  isKnown: boolean;
  readonly facts: ConsentFact[];
  readonly records: string[];
  failure: SourceFailure | null;
}

function takePerson(row: Row, model: string, found: Map<string, Found>): void {
  const person = personAt(row, 'email_normalized', found);
  if (!person) return;
  const record = `${model} ${String(row.id)}`;
  person.isKnown = true;
  person.records.push(record);
  if (row.is_blacklisted === true) person.facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn', evidence: record });
  else if (row.is_blacklisted !== false) person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
}

/** Who was taken off it again is archived, and not asked for. */
function takeBlacklisted(row: Row, found: Map<string, Found>): void {
  const person = personAt(row, 'email', found);
  if (!person) return;
  const at = instantIn(row, 'write_date');
  person.isKnown = true;
  person.facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn', ...(at !== undefined && { withdrawn: at }), evidence: `mail.blacklist ${String(row.id)}` });
}

async function takeLists(ask: OdooCalls, model: string, spellings: readonly string[], found: Map<string, Found>, limits: LookUpLimits): Promise<void> {
  const contacts = new Map<number, Found>();
  for (const row of await ask({ model: 'mailing.contact', domain: [['email_normalized', 'in', spellings]], fields: ['email_normalized'] }, limits)) {
    const person = personAt(row, 'email_normalized', found);
    if (!person || typeof row.id !== 'number') continue;
    contacts.set(row.id, person);
    person.isKnown = true;
    person.records.push(`mailing.contact ${row.id}`);
  }
  if (contacts.size === 0) return;
  for (const row of await ask({ model, domain: [['contact_id', 'in', [...contacts.keys()]]], fields: ['contact_id', 'list_id', 'opt_out', 'create_date', 'write_date'] }, limits)) {
    const person = contacts.get(linkIn(row, 'contact_id') ?? NaN);
    if (!person) continue;
    const list = linkIn(row, 'list_id');
    if (list === undefined || typeof row.opt_out !== 'boolean') {
      person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
      continue;
    }
    const at = instantIn(row, row.opt_out ? 'write_date' : 'create_date');
    person.facts.push({
      scope: { kind: 'native', id: String(list) },
      status: row.opt_out ? 'withdrawn' : 'member',
      ...(at !== undefined && (row.opt_out ? { withdrawn: at } : { obtained: at })),
      evidence: `${model} ${String(row.id)}`,
    });
  }
}

function personAt(row: Row, field: string, found: Map<string, Found>): Found | undefined {
  const address = textIn(row, field);
  return address === undefined ? undefined : found.get(addressKey(address));
}

function addressIn(row: Row, field: string): readonly Touched[] {
  const address = textIn(row, field);
  return address === undefined ? [] : [{ address }];
}

/** A link to another record comes as `[id, name]`, or as its id. */
function linkIn(row: Row, field: string): number | undefined {
  const value = row[field];
  const id: unknown = Array.isArray(value) ? value[0] : value;
  return typeof id === 'number' ? id : undefined;
}

/** Odoo writes instants in UTC without saying so, and `false` where there is none. */
function instantIn(row: Row, field: string): string | undefined {
  const text = textIn(row, field);
  return text === undefined ? undefined : readInstant(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? `${text}Z` : text, 'start');
}
