import type { CastMember } from './contract/cast';
import { type HttpAnswer, type HttpCrm, type Seen, startHttpCrm } from './contract/http-crm';
import { type TokenServer, tokenServer } from './contract/token-server';

export const CLIENT = '3MVG9';
export const SECRET = 'hush';
export const NEWSLETTER = '0ZWxx0000004C92GAE';
export const TRADE_FAIR = '0ZWxx0000004C93GAE';
const VERSION = '/services/data/v62.0';

type Row = { readonly [field: string]: unknown };

export interface SalesforceServer {
  readonly crm: HttpCrm;
  readonly tokens: TokenServer;
  readonly objects: { [name: string]: Row[] };
  /** Addresses of which the Consent API cannot tell at the moment. */
  readonly unavailable: Set<string>;
}

/** Less than anybody has, so that everything comes in pages. */
const PAGE = 2;

const failure = (status: number, errorCode: string, message: string): HttpAnswer => ({ status, body: [{ message, errorCode }] });

/**
 * As much of Salesforce as the connector asks, from Salesforce's documentation: client credentials, the Consent API with `verbose`, and SOQL
 * with paging. The Consent API says false of whoever it does not know.
 */
export async function startSalesforce(cast: readonly CastMember[]): Promise<SalesforceServer> {
  const objects: { [name: string]: Row[] } = objectsOf(cast);
  const unavailable = new Set<string>();
  const tokens = tokenServer({ client_id: CLIENT, client_secret: SECRET }, { token_type: 'Bearer', instance_url: 'https://firm.my.salesforce.com', issued_at: '1700000000000' });
  const cursors = new Map<string, readonly Row[]>();

  const page = (rows: readonly Row[]): HttpAnswer => {
    const rest = rows.slice(PAGE);
    const id = `01gxx00000${cursors.size}-2000`;
    if (rest.length > 0) cursors.set(id, rest);
    return { status: 200, body: { totalSize: rows.length, done: rest.length === 0, ...(rest.length > 0 && { nextRecordsUrl: `${VERSION}/query/${id}` }), records: rows.slice(0, PAGE).map((row) => ({ attributes: { type: 'x' }, ...row })) } };
  };

  const consent = ({ query }: Seen): HttpAnswer => {
    if (query.get('verbose') !== 'true') return failure(400, 'INVALID', 'verbose');
    return {
      status: 200,
      body: Object.fromEntries((query.get('ids') ?? '').split(',').map((address) => {
        if (unavailable.has(address)) return [address, { result: 'Failure', proceed: {}, explanation: [] }];
        const rows = ['Contact', 'Lead'].flatMap((object) => (objects[object] ?? []).filter(({ Email }) => String(Email).toLowerCase() === address.toLowerCase()).map((row): Row => ({ ...row, object })));
        return [address, {
          result: 'Success',
          proceed: { email: String(rows.length > 0 && rows.every((row) => row.HasOptedOutOfEmail === false)), emailResult: 'Success' },
          explanation: rows.map(({ object, Id, HasOptedOutOfEmail }) => ({ objectConsulted: object, field: 'HasOptedOutOfEmail', recordId: Id, value: String(HasOptedOutOfEmail), status: HasOptedOutOfEmail ? 'OptOut' : 'OptIn', purpose: 'None' })),
        }];
      })),
    };
  };

  const soql = (text: string): HttpAnswer => {
    const parsed = /^SELECT ([\w., ]+) FROM (\w+)(?: WHERE (.*?))?(?: LIMIT (\d+))?$/.exec(text);
    const rows = objects[parsed?.[2] ?? ''];
    if (!parsed || !rows) return failure(400, 'INVALID_TYPE', `sObject type '${parsed?.[2]}' is not supported.`);
    const fields = (parsed[1] as string).split(', ');
    const missing = fields.find((field) => rows.length > 0 && !(field.split('.')[0] as string in (rows[0] as Row)));
    if (missing) return failure(400, 'INVALID_FIELD', `No such column '${missing}'`);
    const fits = whereOf(parsed[3] ?? '');
    if (!fits) return failure(400, 'MALFORMED_QUERY', `unexpected token: ${parsed[3]}`);
    return page(rows.filter(fits).slice(0, Number(parsed[4] ?? Infinity)).map((row) => Object.fromEntries(fields.map((field) => {
      const [name = '', inner] = field.split('.');
      return [name, inner === undefined ? row[name] : row[name]];
    }))));
  };

  const crm = await startHttpCrm((seen) => {
    if (seen.path === '/services/oauth2/token') return tokens.answer(seen);
    if (!tokens.isGood(seen)) return failure(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    if (seen.path === `${VERSION}/consent/action/email`) return consent(seen);
    if (seen.path === `${VERSION}/query`) return soql(seen.query.get('q') ?? '');
    const rest = cursors.get(seen.path.replace(`${VERSION}/query/`, ''));
    return rest ? page(rest) : failure(404, 'NOT_FOUND', 'The requested resource does not exist');
  });
  return { crm, tokens, objects, unavailable };
}

/** Undefined for what the real one would not understand either. */
function whereOf(text: string): ((row: Row) => boolean) | undefined {
  if (text === '') return () => true;
  const bracket = /^(?:(.*?) AND )?\((\w+ IN .*)\)$/.exec(text);
  const parts = bracket ? [...(bracket[1] ? [condition(bracket[1])] : []), anyOf(bracket[2] as string)] : text.split(/ AND (?=\w+ (?:IN|=|>=) )/).map(condition);
  return parts.every((part) => part) ? (row) => parts.every((part) => part?.(row)) : undefined;
}

function anyOf(text: string): ((row: Row) => boolean) | undefined {
  const parts = text.split(/ OR (?=\w+ IN \()/).map(condition);
  return parts.every((part) => part) ? (row) => parts.some((part) => part?.(row)) : undefined;
}

function condition(text: string): ((row: Row) => boolean) | undefined {
  const list = /^(\w+) IN \(('(?:[^'\\]|\\.)*'(?:,'(?:[^'\\]|\\.)*')*)\)$/.exec(text);
  if (list) {
    const values = new Set([...(list[2] as string).matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, value]) => (value as string).replace(/\\(.)/g, '$1').toLowerCase()));
    return (row) => values.has(String(row[list[1] as string]).toLowerCase());
  }
  const equal = /^(\w+) = (?:'(\w+)'|(true|false))$/.exec(text);
  if (equal) return (row) => String(row[equal[1] as string]) === (equal[2] ?? equal[3]);
  const since = /^SystemModstamp >= (\S+Z)$/.exec(text);
  return since ? (row) => Date.parse(String(row.SystemModstamp)) >= Date.parse(since[1] as string) : undefined;
}

function objectsOf(cast: readonly CastMember[]): { [name: string]: Row[] } {
  const salesforceInstant = (instant: string | undefined): string | null => instant?.replace('Z', '+0000') ?? null;
  const person = ({ id, addresses, noAdvertising, noMail }: CastMember): Row => ({
    Id: `003xx0000${id.padStart(6, '0')}`, Name: `Person ${id}`, Email: addresses[0], Second_Email__c: addresses[1] ?? null, HasOptedOutOfEmail: noAdvertising === true, IsConverted: false,
    IndividualId: `0PKxx0000${id.padStart(6, '0')}`, Individual: { attributes: { type: 'Individual' }, HasOptedOutSolicit: false, HasOptedOutProcessing: noMail === true }, SystemModstamp: '2026-11-01T00:00:00.000+0000',
  });
  const status = { granted: 'OptIn', withdrawn: 'OptOut', pending: 'Seen', expired: 'OptIn' } as const;
  const consent = ({ id, newsletter: tag }: CastMember, purpose: string, native: string): Row => ({
    Id: `0ZXxx0000${purpose.slice(-5)}${id}`, PartyId: `0PKxx0000${id.padStart(6, '0')}`, ContactPointType: 'Email', DataUsePurposeId: purpose, PrivacyConsentStatus: native,
    CaptureDate: salesforceInstant(tag?.withdrawn ?? tag?.obtained), DoubleConsentCaptureDate: salesforceInstant(tag?.confirmed), EffectiveFrom: null, EffectiveTo: salesforceInstant(tag?.expires), SystemModstamp: '2026-11-01T00:00:00.000+0000',
  });
  return {
    Contact: cast.filter(({ id }) => id !== '9').map(person),
    Lead: [...cast.filter(({ id }) => id === '9').map(person), { ...person({ id: '99', addresses: ['anna@oak.example'], noMail: true }), IsConverted: true }],
    ContactPointTypeConsent: cast.flatMap((member) => [
      ...(member.newsletter ? [consent(member, NEWSLETTER, status[member.newsletter.status])] : []),
      ...(member.unmapped ? [consent(member, TRADE_FAIR, 'OptIn')] : []),
    ]),
    DataUsePurpose: [{ Id: NEWSLETTER, Name: 'Newsletter' }, { Id: TRADE_FAIR, Name: 'Trade fair' }, { Id: '0ZWxx0000004C94GAE', Name: 'Service' }],
  };
}
