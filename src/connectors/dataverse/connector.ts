import { addressKey } from '../../core/address';
import { readInstant } from '../../wire/instant';
import { type AddressFacts, type AskedAddress, type Changes, type ConsentFact, type Connector, type LookUpLimits, SourceFailure } from '../connector';
import { clientCredentials } from '../http/client-credentials';
import { jsonRequests } from '../http/json-requests';
import { fittingGroups, type Row, rowsIn, textIn } from '../http/value-lists';

/** Tables whose records have addresses, with the sets they are in and the columns of their ids. */
export const PERSON_TABLES = { contact: { set: 'contacts', id: 'contactid' }, lead: { set: 'leads', id: 'leadid' }, account: { set: 'accounts', id: 'accountid' } } as const;
export type PersonTable = keyof typeof PERSON_TABLES;

export interface DataverseSettings {
  /** `https://firm.crm4.dynamics.com` */
  readonly url: string;
  readonly tenant: string;
  readonly client: string;
  readonly secret: string;
  /** Origin of the sign-in. */
  readonly login: string;
  readonly tables: readonly PersonTable[];
  /** Whether Customer Insights – Journeys is there, with its consents by purpose and topic. */
  readonly consents: boolean;
}

const CONSENTS = 'msdynmkt_contactpointconsent4s';

/** Choices of that table, see learn.microsoft.com, entity reference of msdynmkt_contactpointconsent4. */
const EMAIL = 534120000;
const [NOT_SET, OPTED_IN, OPTED_OUT] = [534120000, 534120001, 534120002];

/** Characters of a question: Microsoft takes 32,768 of an address, proxies often less. */
const ROOM = 6000;
const PAGE = 1000;
const MOST_PAGES = 50;
const OVERLAP = 2 * 60_000;
const MOST_CHANGES = 10_000;

const EMAIL_COLUMNS = ['emailaddress1', 'emailaddress2', 'emailaddress3'] as const;

/**
 * Dynamics 365 and whatever else is kept in Dataverse, through its Web API 9.2: `donotemail` and `donotbulkemail` of contacts, leads and accounts, and
 * the consents of Customer Insights – Journeys, which are kept by address. Only these columns are asked for.
 */
export function dataverseConnector(settings: DataverseSettings, now: () => number): Connector {
  const { url, tables, consents } = settings;
  const bearer = clientCredentials({
    url: new URL(`${settings.login}/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`), client: settings.client, secret: settings.secret, scope: `${new URL(url).origin}/.default`, now,
  });
  const requests = jsonRequests(bearer, { 'odata-version': '4.0', 'odata-maxversion': '4.0', prefer: `odata.maxpagesize=${PAGE}` });

  /** All rows of a question, page after page. */
  const rows = async (set: string, query: { readonly [name: string]: string }, limits: LookUpLimits): Promise<readonly Row[]> => {
    const found: Row[] = [];
    let next: URL | null = new URL(`${url}/api/data/v9.2/${set}`);
    next.search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    for (let pages = 0; next; pages += 1) {
      if (pages >= MOST_PAGES) throw new SourceFailure('invalidAnswer', 'tooManyPages');
      const answer = await requests({ method: 'GET', url: next }, limits);
      found.push(...rowsIn(answer, 'value'));
      next = nextIn(answer as Row, url);
    }
    return found;
  };

  const people = async (table: PersonTable, group: readonly string[], limits: LookUpLimits): Promise<readonly Row[]> => {
    const { set, id } = PERSON_TABLES[table];
    const anyOf = EMAIL_COLUMNS.map((column) => isIn(column, group)).join(' or ');
    return rows(set, { $select: [id, ...EMAIL_COLUMNS, 'donotemail', 'donotbulkemail'].join(','), $filter: `statecode eq 0 and (${anyOf})` }, limits);
  };

  const consentsOf = (group: readonly string[], limits: LookUpLimits): Promise<readonly Row[]> => rows(CONSENTS, {
    $select: 'msdynmkt_contactpointconsent4id,msdynmkt_contactpointvalue,msdynmkt_value,_msdynmkt_purposeid_value,_msdynmkt_topicid_value,modifiedon',
    $filter: `statecode eq 0 and msdynmkt_contactpointtype eq ${EMAIL} and ${isIn('msdynmkt_contactpointvalue', group)}`,
  }, limits);

  return {
    atOnce: 100,
    bases: {},
    async lookUp(asked, limits) {
      const found = new Map<string, Found>(asked.map(({ key }) => [key, { isKnown: false, facts: [], records: [] }]));
      const spellings = asked.flatMap((each: AskedAddress) => each.spellings);
      // Each value stands once for every column.
      for (const group of fittingGroups(spellings, ROOM / EMAIL_COLUMNS.length)) {
        for (const table of tables) for (const row of await people(table, group, limits)) takePerson(row, table, found);
        if (consents) for (const row of await consentsOf(group, limits)) takeConsent(row, found);
      }
      return new Map([...found].map(([key, { isKnown, isDamaged, facts, records }]): [string, AddressFacts | SourceFailure] => {
        if (isDamaged) return [key, new SourceFailure('invalidAnswer', 'notUnderstood')];
        return [key, isKnown ? { contact: 'known', facts, records } : { contact: 'unknown' }];
      }));
    },
    async check(limits) {
      const problems: string[] = [];
      for (const table of tables) await people(table, ['nobody@umsicht.invalid'], limits);
      if (!consents) return problems;
      try {
        await consentsOf(['nobody@umsicht.invalid'], limits);
      } catch (error) {
        if (!(error instanceof SourceFailure) || error.reason !== 'refused') throw error;
        problems.push(`The consents of Customer Insights – Journeys (${CONSENTS}) cannot be read (${error.code}). Give the role read access to them, or set "consents" to false where it is not installed.`);
      }
      return problems;
    },
    async purposes(limits) {
      if (!consents) return [];
      const named = async (set: string, id: string, name: string): Promise<readonly { id: string; label: string }[]> =>
        (await rows(set, { $select: `${id},${name}`, $filter: 'statecode eq 0' }, limits)).flatMap((row) => {
          const guid = textIn(row, id)?.toLowerCase();
          return guid === undefined ? [] : [{ id: guid, label: textIn(row, name) ?? guid }];
        });
      return [...(await named('msdynmkt_purposes', 'msdynmkt_purposeid', 'msdynmkt_name')), ...(await named('msdynmkt_topics', 'msdynmkt_topicid', 'msdynmkt_name'))];
    },
    async changes(cursor, since, limits): Promise<Changes> {
      const until = new Date(now()).toISOString();
      const from = new Date((cursor === null ? since : Date.parse(cursor)) - OVERLAP).toISOString();
      const touched: Changes['touched'][number][] = [];
      const take = async (set: string, columns: readonly string[], id: string): Promise<void> => {
        for (const row of await rows(set, { $select: [id, ...columns].join(','), $filter: `modifiedon ge ${from}` }, limits)) {
          touched.push(...columns.flatMap((column) => textIn(row, column) ?? []).map((address) => ({ address })));
          const record = textIn(row, id);
          if (record !== undefined) touched.push({ record });
        }
      };
      for (const table of tables) await take(PERSON_TABLES[table].set, EMAIL_COLUMNS, PERSON_TABLES[table].id);
      if (consents) await take(CONSENTS, ['msdynmkt_contactpointvalue'], 'msdynmkt_contactpointconsent4id');
      return touched.length > MOST_CHANGES ? { touched: [], cursor: until, everything: true } : { touched, cursor: until };
    },
  };
}

interface Found {
  isKnown: boolean;
  isDamaged?: boolean;
  readonly facts: ConsentFact[];
  readonly records: string[];
}

/** OData's `'` is written twice. */
function isIn(column: string, values: readonly string[]): string {
  return `Microsoft.Dynamics.CRM.In(PropertyName='${column}',PropertyValues=[${values.map((value) => `'${value.replace(/'/g, "''")}'`).join(',')}])`;
}

/** The next page, of the same organisation only: with the question goes the token. */
function nextIn({ '@odata.nextLink': link }: Row, url: string): URL | null {
  if (link === undefined || link === null) return null;
  const next = typeof link === 'string' && URL.canParse(link) ? new URL(link) : null;
  if (next?.origin !== new URL(url).origin || !next.pathname.startsWith(`${new URL(url).pathname.replace(/\/$/, '')}/api/data/v9.2/`)) throw new SourceFailure('invalidAnswer', 'nextPageElsewhere');
  return next;
}

/** Flags of a record count for each of its addresses. */
function takePerson(row: Row, table: PersonTable, found: Map<string, Found>): void {
  const id = textIn(row, PERSON_TABLES[table].id);
  for (const column of EMAIL_COLUMNS) {
    const address = textIn(row, column);
    const person = address === undefined ? undefined : found.get(addressKey(address));
    if (!person) continue;
    person.isKnown = true;
    if (id !== undefined) person.records.push(id);
    const evidence = id === undefined ? {} : { evidence: `${table} ${id}` };
    for (const [flag, fact] of [['donotemail', { scope: { kind: 'everyMail' }, status: 'objected' }], ['donotbulkemail', { scope: { kind: 'advertising' }, status: 'withdrawn' }]] as const) {
      if (row[flag] === true) person.facts.push({ ...fact, ...evidence });
      else if (row[flag] !== false && row[flag] !== null) person.isDamaged = true;
    }
  }
}

/** Consents belong to the address, whoever has it. */
function takeConsent(row: Row, found: Map<string, Found>): void {
  const address = textIn(row, 'msdynmkt_contactpointvalue');
  const person = address === undefined ? undefined : found.get(addressKey(address));
  if (!person) return;
  const value = row['msdynmkt_value'];
  const status = value === OPTED_IN ? 'granted' : value === OPTED_OUT ? 'withdrawn' : value === NOT_SET || value === null ? 'notRecorded' : null;
  // A topic belongs to a purpose, and says more than it.
  const purpose = textIn(row, '_msdynmkt_topicid_value') ?? textIn(row, '_msdynmkt_purposeid_value');
  const modified = readInstant(textIn(row, 'modifiedon') ?? '', 'start');
  person.isKnown = true;
  if (status === null || purpose === undefined || modified === undefined) {
    person.isDamaged = true;
    return;
  }
  const id = textIn(row, 'msdynmkt_contactpointconsent4id');
  if (id !== undefined) person.records.push(id);
  person.facts.push({
    scope: { kind: 'native', id: purpose.toLowerCase() },
    status,
    ...(status === 'granted' && { obtained: modified }),
    ...(status === 'withdrawn' && { withdrawn: modified }),
    ...(id !== undefined && { evidence: `consent ${id}` }),
  });
}
