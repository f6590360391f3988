import { addressKey } from '../../core/address';
import { isSection } from '../../core/reading';
import { type AddressFacts, type AskedAddress, type ConsentFact, type Connector, type LookUpLimits, SourceFailure } from '../connector';
import { fixedBearer, jsonRequests } from '../http/json-requests';
import { type Row, rowsIn, textIn } from '../http/value-lists';
import { type HubspotSignature, readWebhook } from './webhook';

export interface HubspotSettings extends HubspotSignature {
  /** `https://api.hubapi.com` */
  readonly url: string;
  readonly token: string;
  /** Addresses per question; HubSpot does not say how many it takes for statuses. */
  readonly addresses: number;
}

/** As HubSpot's subscription statuses have them (communication preferences, version 4). */
const STATUSES: { readonly [native: string]: ConsentFact['status'] } = { SUBSCRIBED: 'granted', UNSUBSCRIBED: 'withdrawn', NOT_SPECIFIED: 'notRecorded' };

/**
 * What HubSpot means by its words for legal bases. `PROCESS_AND_STORE` is consent to keep somebody's data, not to write to them, and
 * `NON_GDPR` says that nobody thought of one.
 */
export const HUBSPOT_BASES = {
  CONSENT_WITH_NOTICE: 'consent', PERFORMANCE_OF_CONTRACT: 'contract',
  LEGITIMATE_INTEREST_PQL: 'legitimate-interests', LEGITIMATE_INTEREST_CLIENT: 'legitimate-interests', LEGITIMATE_INTEREST_OTHER: 'legitimate-interests',
  PROCESS_AND_STORE: 'other', NON_GDPR: 'other',
} as const;

/**
 * HubSpot: the status of each subscription type by address, whether somebody has unsubscribed from everything, and whether there is a
 * contact. `POST /communication-preferences/v4/statuses/batch/read`, `…/unsubscribe-all/read`, `POST /crm/v3/objects/contacts/batch/read`.
 */
export function hubspotConnector({ url, token, addresses, ...signature }: HubspotSettings): Connector {
  const requests = jsonRequests(fixedBearer(token));

  const post = (path: string, body: object, limits: LookUpLimits): Promise<unknown> => requests({ method: 'POST', url: new URL(`${url}${path}`), body }, limits);

  const lookUp: Connector['lookUp'] = async (asked, limits) => {
    const inputs = asked.flatMap(({ spellings }) => spellings);
    const [statuses, wide, contacts] = await Promise.all([
      post('/communication-preferences/v4/statuses/batch/read?channel=EMAIL', { inputs }, limits),
      post('/communication-preferences/v4/statuses/batch/unsubscribe-all/read?channel=EMAIL', { inputs }, limits),
      post('/crm/v3/objects/contacts/batch/read', { idProperty: 'email', inputs: inputs.map((id) => ({ id })), properties: ['email', 'hs_additional_emails', 'hs_email_optout'], propertiesWithHistory: [] }, limits),
    ]);
    const found = new Map<string, Found>(asked.map(({ key }) => [key, { told: new Set(), isKnown: false, facts: [], records: [], failure: null }]));
    takeStatuses(statuses, found);
    takeWide(wide, found);
    takeContacts(contacts, found);
    return new Map(asked.map((each): [string, AddressFacts | SourceFailure] => [each.key, factsOf(each, found.get(each.key) as Found)]));
  };

  return {
    atOnce: addresses,
    bases: HUBSPOT_BASES,
    lookUp,
    async check(limits) {
      await lookUp([{ key: 'nobody@umsicht.invalid', spellings: ['nobody@umsicht.invalid'] }], limits);
      return [];
    },
    async purposes(limits) {
      const answer = await requests({ method: 'GET', url: new URL(`${url}/communication-preferences/v4/definitions`) }, limits);
      return rowsIn(answer, 'results').flatMap((row) => {
        const id = idIn(row, 'id');
        return id === undefined ? [] : [{ id, label: textIn(row, 'name') ?? id }];
      });
    },
    ...(signature.clientSecret !== undefined && { webhook: (request: Parameters<typeof readWebhook>[0], now: number) => readWebhook(request, signature.clientSecret as string, now) }),
  };
}

interface Found {
  /** Parts of the answer that spoke of the address. */
  readonly told: Set<'statuses' | 'wide'>;
  isKnown: boolean;
  readonly facts: ConsentFact[];
  readonly records: string[];
  failure: SourceFailure | null;
}

/** Both answers have to speak of it: the statuses of somebody who has unsubscribed from everything may all say SUBSCRIBED. */
function factsOf({ spellings }: AskedAddress, { told, isKnown, facts, records, failure }: Found): AddressFacts | SourceFailure {
  if (failure) return failure;
  if (spellings.length > 0 && told.size < 2) return new SourceFailure('invalidAnswer', 'noEntry');
  // Statuses are there for people who are not, too: preferences outlive a contact.
  return isKnown || facts.some(({ status }) => status !== 'notRecorded') ? { contact: 'known', facts, records } : { contact: 'unknown' };
}

/** Every entry of a batch, with whom it is about. */
function eachResult(answer: unknown, found: Map<string, Found>, take: (row: Row, person: Found) => void): void {
  for (const row of rowsIn(answer, 'results')) {
    const person = personAt(textIn(row, 'subscriberIdString'), found);
    if (person) take(row, person);
  }
  takeErrors(answer, found);
}

/** Whoever is among the errors could not be found out, but for those whom an error says not to be there. */
function takeErrors(answer: unknown, found: Map<string, Found>): void {
  const errors = isSection(answer) && Array.isArray(answer.errors) ? (answer.errors as readonly unknown[]).filter(isSection) : [];
  for (const { context, category } of errors) {
    if (category === 'OBJECT_NOT_FOUND') continue;
    const ids = isSection(context) ? Object.values(context).flat() : [];
    for (const id of ids) {
      const person = typeof id === 'string' ? personAt(id, found) : undefined;
      if (person) person.failure = new SourceFailure('unreachable', 'partial');
    }
  }
}

function takeStatuses(answer: unknown, found: Map<string, Found>): void {
  eachResult(answer, found, (row, person) => {
    person.told.add('statuses');
    for (const each of rowsIn(row, 'statuses')) {
      const id = idIn(each, 'subscriptionId');
      const native = textIn(each, 'status') ?? '';
      const status = Object.prototype.hasOwnProperty.call(STATUSES, native) ? STATUSES[native] as ConsentFact['status'] : null;
      if (id === undefined || status === null) {
        person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
        continue;
      }
      const at = instantIn(each.timestamp);
      const basis = textIn(each, 'legalBasis');
      person.facts.push({
        scope: { kind: 'native', id }, status,
        ...(basis !== undefined && { basis }),
        ...(at !== undefined && (status === 'granted' ? { obtained: at } : status === 'withdrawn' ? { withdrawn: at } : {})),
        evidence: `HubSpot subscription ${id}`,
      });
    }
  });
}

/** Unsubscribed from everything, in the whole portal or one business unit: nobody here knows which unit a mail is from. */
function takeWide(answer: unknown, found: Map<string, Found>): void {
  eachResult(answer, found, (row, person) => {
    person.told.add('wide');
    for (const each of rowsIn(row, 'wideStatuses')) {
      const status = textIn(each, 'status');
      if (status !== 'UNSUBSCRIBED' && status !== 'SUBSCRIBED' && status !== 'NOT_SPECIFIED') person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
      if (status !== 'UNSUBSCRIBED') continue;
      const at = instantIn(each.timestamp);
      person.facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn', ...(at !== undefined && { withdrawn: at }), evidence: 'HubSpot unsubscribed from all' });
    }
  });
}

/** Whoever is not found is among the errors of a partial answer (207), and is known to have no contact. */
function takeContacts(answer: unknown, found: Map<string, Found>): void {
  takeErrors(answer, found);
  for (const row of rowsIn(answer, 'results')) {
    const properties = isSection(row.properties) ? row.properties : {};
    const emails = [textIn(properties, 'email'), ...(textIn(properties, 'hs_additional_emails') ?? '').split(';')];
    const id = idIn(row, 'id');
    for (const email of new Set(emails)) {
      const person = personAt(email, found);
      if (!person) continue;
      person.isKnown = true;
      if (id !== undefined) person.records.push(id);
      if (properties.hs_email_optout === 'true') person.facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn', ...(id !== undefined && { evidence: `HubSpot contact ${id}` }) });
    }
  }
}

function personAt(address: string | undefined, found: Map<string, Found>): Found | undefined {
  return address === undefined || address.trim() === '' ? undefined : found.get(addressKey(address));
}

/** HubSpot gives ids as numbers and as texts. */
function idIn(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'number' ? String(value) : textIn(row, name);
}

/** HubSpot gives instants in ISO 8601 or as milliseconds. */
function instantIn(value: unknown): string | undefined {
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
  return time > 0 && time < 4e12 ? new Date(time).toISOString() : undefined;
}
