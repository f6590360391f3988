import { addressKey } from '../../core/address';
import { isSection } from '../../core/reading';
import { readInstant } from '../../wire/instant';
import { type AddressFacts, type AskedAddress, type ConsentFact, type Connector, type FactStatus, type LookUpLimits, SourceFailure } from '../connector';
import { clientCredentials } from '../http/client-credentials';
import { jsonRequests } from '../http/json-requests';
import { fittingGroups, type Row, rowsIn, textIn } from '../http/value-lists';

export interface SalesforceSettings {
  /** `https://firm.my.salesforce.com` */
  readonly url: string;
  readonly client: string;
  readonly secret: string;
  /** Of the API: `v62.0`. */
  readonly version: string;
  /** Fields with addresses, the main one first. */
  readonly contactEmails: readonly string[];
  readonly leadEmails: readonly string[];
  /** Whether Data Protection and Privacy is on, with individuals and consents by purpose. */
  readonly consents: boolean;
}

/** PrivacyConsentStatus of ContactPointTypeConsent. `Seen`: told of it, and has not answered. */
const STATUSES: { readonly [native: string]: FactStatus } = { OptIn: 'granted', OptOut: 'withdrawn', Seen: 'pending', NotSeen: 'notRecorded' };

/** Characters of a question: Salesforce takes some 16,000 of an address. */
const ROOM = 6000;
const MOST_PAGES = 50;
const OVERLAP = 2 * 60_000;
const MOST_CHANGES = 10_000;

/**
 * Salesforce: its Consent API says for each address whether mail may go out at all, over contacts, leads, person accounts, users and individuals; SOQL says who is
 * known, which the Consent API does not, and what was agreed to by purpose (ContactPointTypeConsent).
 */
export function salesforceConnector({ url, client, secret, version, contactEmails, leadEmails, consents }: SalesforceSettings, now: () => number): Connector {
  const requests = jsonRequests(clientCredentials({ url: new URL(`${url}/services/oauth2/token`), client, secret, now }));
  const base = `${url}/services/data/${version}`;

  /** All records of a query, page after page. */
  const query = async (soql: string, limits: LookUpLimits): Promise<readonly Row[]> => {
    const found: Row[] = [];
    let next: URL | null = new URL(`${base}/query?q=${encodeURIComponent(soql)}`);
    for (let pages = 0; next; pages += 1) {
      if (pages >= MOST_PAGES) throw new SourceFailure('invalidAnswer', 'tooManyPages');
      const answer = await requests({ method: 'GET', url: next }, limits);
      found.push(...rowsIn(answer, 'records'));
      next = nextIn(answer as Row, url);
    }
    return found;
  };

  const people = (object: 'Contact' | 'Lead', group: readonly string[], limits: LookUpLimits): Promise<readonly Row[]> => {
    const emails = object === 'Contact' ? contactEmails : leadEmails;
    const fields = ['Id', ...emails, 'HasOptedOutOfEmail', ...(consents ? ['IndividualId', 'Individual.HasOptedOutSolicit', 'Individual.HasOptedOutProcessing'] : [])];
    const list = inList(group);
    const anyOf = emails.map((field) => `${field} IN ${list}`).join(' OR ');
    return query(`SELECT ${fields.join(', ')} FROM ${object} WHERE ${object === 'Lead' ? 'IsConverted = false AND ' : ''}(${anyOf})`, limits);
  };

  const lookUp: Connector['lookUp'] = async (asked, limits) => {
    const found = new Map<string, Found>(asked.map(({ key }) => [key, { isKnown: false, facts: [], records: [], individuals: [], proceeds: [], failure: null }]));
    const spellings = asked.flatMap((each: AskedAddress) => each.spellings);
    // A comma separates ids; only a quoted local part can hold one.
    const ids = spellings.filter((each) => !each.includes(','));
    for (const group of fittingGroups(ids, ROOM)) {
      takeProceeds(await requests({ method: 'GET', url: new URL(`${base}/consent/action/email?ids=${group.map(encodeURIComponent).join(',')}&verbose=true`) }, limits), found);
    }
    for (const group of fittingGroups(spellings, ROOM / Math.max(contactEmails.length, leadEmails.length))) {
      for (const row of await people('Contact', group, limits)) takePerson(row, 'Contact', contactEmails, found);
      for (const row of await people('Lead', group, limits)) takePerson(row, 'Lead', leadEmails, found);
    }
    const individuals = [...new Set([...found.values()].flatMap((each) => each.individuals))];
    for (const group of fittingGroups(individuals, ROOM)) {
      const rows = await query(`SELECT Id, PartyId, DataUsePurposeId, PrivacyConsentStatus, CaptureDate, DoubleConsentCaptureDate, EffectiveFrom, EffectiveTo FROM ContactPointTypeConsent WHERE ContactPointType = 'Email' AND PartyId IN ${inList(group)}`, limits);
      for (const row of rows) for (const person of found.values()) if (person.individuals.includes(textIn(row, 'PartyId') ?? '')) takeConsent(row, person);
    }
    return new Map(asked.map(({ key }): [string, AddressFacts | SourceFailure] => [key, factsOf(found.get(key) as Found)]));
  };

  return {
    atOnce: 100,
    bases: {},
    lookUp,
    async check(limits) {
      const [answer] = [...(await lookUp([{ key: 'nobody@umsicht.invalid', spellings: ['nobody@umsicht.invalid'] }], limits)).values()];
      const problems = answer instanceof SourceFailure ? [`About an address that is nobody's it has no answer: ${answer.code}.`] : [];
      if (consents) await query('SELECT Id FROM ContactPointTypeConsent LIMIT 1', limits);
      return problems;
    },
    async purposes(limits) {
      if (!consents) return [];
      return (await query('SELECT Id, Name FROM DataUsePurpose', limits)).flatMap((row) => {
        const id = textIn(row, 'Id');
        return id === undefined ? [] : [{ id, label: textIn(row, 'Name') ?? id }];
      });
    },
    async changes(cursor, since, limits) {
      const until = new Date(now()).toISOString();
      const from = new Date((cursor === null ? since : Date.parse(cursor)) - OVERLAP).toISOString();
      const questions = [['Contact', contactEmails], ['Lead', leadEmails], ...(consents ? [['ContactPointTypeConsent', []]] as const : [])] as const;
      const records: string[] = [];
      const addresses: string[] = [];
      for (const [object, emails] of questions) {
        const party = object === 'ContactPointTypeConsent' ? ['PartyId'] : [];
        for (const row of await query(`SELECT ${['Id', ...party, ...emails].join(', ')} FROM ${object} WHERE SystemModstamp >= ${from}`, limits)) {
          records.push(...['Id', ...party].flatMap((field) => textIn(row, field) ?? []));
          addresses.push(...emails.flatMap((field) => textIn(row, field) ?? []));
        }
      }
      if (records.length > MOST_CHANGES) return { touched: [], cursor: until, everything: true };
      return { touched: [...addresses.map((address) => ({ address })), ...records.map((record) => ({ record }))], cursor: until };
    },
  };
}

interface Found {
  isKnown: boolean;
  readonly facts: ConsentFact[];
  readonly records: string[];
  readonly individuals: string[];
  /** What the Consent API said, and of which object. */
  readonly proceeds: { readonly may: boolean; readonly because: string | null }[];
  failure: SourceFailure | null;
}

/**
 * The Consent API says no of whoever it does not know, and never why then. So its no counts where it has a reason, or where SOQL found
 * somebody. Its yes is no consent: nobody has objected, no more.
 */
function factsOf({ isKnown, facts, records, proceeds, failure }: Found): AddressFacts | SourceFailure {
  if (failure) return failure;
  if (proceeds.length === 0) return new SourceFailure('invalidAnswer', 'noEntry');
  // Of two spellings of a domain it knows one at most.
  const isUnexplained = proceeds.every(({ may, because }) => !may && because === null);
  const refusals = proceeds.filter(({ may, because }) => !may && (because !== null || (isKnown && isUnexplained)));
  // Users and person accounts may be known to the Consent API alone.
  const known = isKnown || proceeds.some(({ because }) => because !== null);
  if (!known) return { contact: 'unknown' };
  return { contact: 'known', facts: [...facts, ...refusals.map(({ because }): ConsentFact => ({ scope: { kind: 'advertising' }, status: 'withdrawn', ...(because !== null && { evidence: because }) }))], records };
}

function takeProceeds(answer: unknown, found: Map<string, Found>): void {
  if (!isSection(answer)) throw new SourceFailure('invalidAnswer', 'noAnswers');
  for (const [address, said] of Object.entries(answer)) {
    const person = found.get(addressKey(address));
    if (!person || !isSection(said)) continue;
    const { result, proceed, explanation } = said;
    const email = isSection(proceed) ? proceed.email : undefined;
    const isGood = result === 'Success' && isSection(proceed) && proceed.emailResult === 'Success';
    if (!isGood || (email !== 'true' && email !== 'false' && typeof email !== 'boolean')) {
      person.failure = isGood ? new SourceFailure('invalidAnswer', 'notUnderstood') : new SourceFailure('unreachable', 'partial');
      continue;
    }
    const [first] = Array.isArray(explanation) ? (explanation as readonly unknown[]).filter(isSection) : [];
    person.proceeds.push({ may: String(email) === 'true', because: first ? ['objectConsulted', 'field', 'recordId'].flatMap((name) => textIn(first, name) ?? []).join(' ') : null });
  }
}

function takePerson(row: Row, object: string, emails: readonly string[], found: Map<string, Found>): void {
  const id = textIn(row, 'Id');
  const individual = textIn(row, 'IndividualId');
  const { Individual: flags } = row;
  const evidence = id === undefined ? {} : { evidence: `${object} ${id}` };
  const people = new Set(emails.flatMap((field) => textIn(row, field) ?? []).flatMap((address) => found.get(addressKey(address)) ?? []));
  for (const person of people) {
    person.isKnown = true;
    person.records.push(...[id, individual].flatMap((record) => record ?? []));
    if (individual !== undefined) person.individuals.push(individual);
    if (row.HasOptedOutOfEmail === true) person.facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn', ...evidence });
    else if (row.HasOptedOutOfEmail !== false) person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
    if (!isSection(flags)) continue;
    if (flags.HasOptedOutSolicit === true) person.facts.push({ scope: { kind: 'advertising' }, status: 'objected', ...evidence });
    if (flags.HasOptedOutProcessing === true) person.facts.push({ scope: { kind: 'everyMail' }, status: 'objected', ...evidence });
  }
}

function takeConsent(row: Row, person: Found): void {
  const id = textIn(row, 'Id');
  const purpose = textIn(row, 'DataUsePurposeId');
  const native = textIn(row, 'PrivacyConsentStatus') ?? '';
  const status = Object.prototype.hasOwnProperty.call(STATUSES, native) ? STATUSES[native] : undefined;
  const at = (field: string, dayMeans: 'start' | 'end' = 'start'): string | undefined => readInstant(textIn(row, field) ?? '', dayMeans);
  const written = ['CaptureDate', 'DoubleConsentCaptureDate', 'EffectiveFrom', 'EffectiveTo'].filter((field) => row[field] !== null && row[field] !== undefined);
  if (status === undefined || written.some((field) => at(field) === undefined)) {
    person.failure = new SourceFailure('invalidAnswer', 'notUnderstood');
    return;
  }
  if (id !== undefined) person.records.push(id);
  const [captured, from, confirmed, until] = [at('CaptureDate'), at('EffectiveFrom'), at('DoubleConsentCaptureDate'), at('EffectiveTo', 'end')];
  // It counts from when it was given, or from a later beginning.
  const obtained = captured !== undefined && from !== undefined ? (captured > from ? captured : from) : captured ?? from;
  person.facts.push({
    // Without a purpose it is about all mail of this kind.
    scope: purpose === undefined ? { kind: 'advertising' } : { kind: 'native', id: purpose },
    status,
    ...(obtained !== undefined && status !== 'withdrawn' && { obtained }),
    ...(captured !== undefined && status === 'withdrawn' && { withdrawn: captured }),
    ...(confirmed !== undefined && { confirmed }),
    ...(until !== undefined && { expires: until }),
    ...(id !== undefined && { evidence: `ContactPointTypeConsent ${id}` }),
  });
}

/** SOQL's `\` and `'` have a backslash before them. */
function inList(values: readonly string[]): string {
  return `(${values.map((value) => `'${value.replace(/[\\']/g, '\\$&')}'`).join(',')})`;
}

/** What does not say that it is done has more, and has to say where: in what is missing somebody may have opted out. */
function nextIn({ done, nextRecordsUrl: path }: Row, url: string): URL | null {
  if (done === true) return null;
  if (typeof path !== 'string' || !/^\/services\/data\/v[\d.]+\/query\/[\w-]+$/.test(path)) throw new SourceFailure('invalidAnswer', 'nextPageElsewhere');
  return new URL(`${url}${path}`);
}
