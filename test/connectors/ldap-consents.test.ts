import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Attribute, Change, Client } from 'ldapts';
import { CAST, type CastMember, NOW } from './contract/cast';
import { connectorContract, type ContractCrm, NO_LIMITS, openedHosts, readSources, standing } from './contract/contract';
import { AUTHORITY_FILE, type LdapEntry, type LdapServer, READER, startLdapServer } from './ldap-server';

const BASE = 'dc=firm,dc=example';
const LIST = `cn=Newsletter\\, monthly,ou=lists,${BASE}`;
const TRADE_FAIR = `cn=trade fair,ou=lists,${BASE}`;
const ENVIRONMENT = { LDAP_PASSWORD: READER.password };
const nameOf = (id: string): string => `cn=Person\\, ${id},ou=people,${BASE}`;

/** Given in the form directories have. */
const generalized = (instant: string): string => `${instant.slice(0, 19).replace(/[-T:]/g, '')}Z`;

function entryOf({ id, addresses, noMail, noAdvertising, newsletter: tag }: CastMember): LdapEntry {
  const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
  const plain = addresses.filter(isAscii);
  const proxies = plain.slice(1).map((address) => `smtp:${address}`);
  return [nameOf(id), {
    objectClass: ['inetOrgPerson', 'extensibleObject'], cn: `Person, ${id}`, sn: id,
    ...(plain.length > 0 ? { mail: plain.slice(0, 1) } : { privateMail: addresses }),
    ...(proxies.length > 0 && { proxyAddresses: [...proxies, 'X500:/o=Firm/cn=x'] }),
    ...(noMail && { noContact: 'ALL' }),
    ...(noAdvertising && { noContact: 'advertising' }),
    ...(tag && {
      consentNewsletter: { granted: 'yes', withdrawn: 'no', pending: 'asked', expired: 'yes' }[tag.status], consentBasis: 'consent',
      ...(tag.obtained && { consentGiven: generalized(tag.obtained) }), ...(tag.confirmed && { consentConfirmed: tag.confirmed }), ...(tag.withdrawn && { consentWithdrawn: tag.withdrawn }), ...(tag.expires && { consentEnds: tag.expires }),
    }),
  }];
}

const DIRECTORY: readonly LdapEntry[] = [
  [BASE, { objectClass: ['dcObject', 'organization'], dc: 'firm', o: 'Firm' }],
  [READER.user, { objectClass: ['organizationalRole', 'simpleSecurityObject'], cn: 'reader', userPassword: READER.password }],
  ...['people', 'lists'].map((ou): LdapEntry => [`ou=${ou},${BASE}`, { objectClass: ['organizationalUnit'], ou }]),
  ...CAST.map(entryOf),
  [LIST, { objectClass: ['groupOfNames'], cn: 'Newsletter, monthly', member: [nameOf('5'), nameOf('1')] }],
  [TRADE_FAIR, { objectClass: ['groupOfUniqueNames'], cn: 'trade fair', uniqueMember: [nameOf('16')] }],
  ['dc=partner,dc=example', { objectClass: ['dcObject', 'organization'], dc: 'partner', o: 'Partner' }],
];

const CONSENT = { id: 'newsletter', attribute: 'consentNewsletter', granted: ['Yes'], withdrawn: ['No'], pending: ['Asked'], obtained: 'consentGiven', confirmed: 'consentConfirmed', withdrawnAt: 'consentWithdrawn', expires: 'consentEnds', basis: 'consentBasis' };
const settingsFor = (server: LdapServer, more: object = {}): object => ({
  kind: 'ldap', url: server.url, base: BASE, user: READER.user, password: { environment: 'LDAP_PASSWORD' },
  addresses: ['mail', 'proxyAddresses', 'privateMail'], consents: [CONSENT], noMail: { attribute: 'noContact', values: ['all'] }, noAdvertising: { attribute: 'noContact', values: ['Advertising'] }, lists: [TRADE_FAIR],
  purposes: { newsletter: 'newsletter' }, bases: { consent: 'consent' }, ...more,
});

async function start(): Promise<ContractCrm> {
  const server = await startLdapServer(DIRECTORY);
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  return {
    async source(condition) {
      if (condition === 'refused') return { settings: settingsFor(server), environment: { LDAP_PASSWORD: 'another' } };
      const more = { good: {}, unreachable: { url: 'ldap://127.0.0.1:9' }, slow: { url: `ldap://127.0.0.1:${(silent.address() as AddressInfo).port}` }, malformed: { consents: [{ ...CONSENT, granted: [] }] } }[condition];
      return { settings: settingsFor(server, more), environment: ENVIRONMENT };
    },
    mend: async () => undefined,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => silent.close(done));
      await server.stop();
    },
  };
}

connectorContract('ldap', start);

describe('consents in a directory', () => {
  let server: LdapServer;
  const { open, ask } = openedHosts((more) => settingsFor(server, more), ENVIRONMENT);
  const change = async (name: string, modification: { readonly [attribute: string]: readonly string[] }): Promise<void> => {
    const client = new Client({ url: server.url });
    await client.bind(`cn=root,${BASE}`, 'umsicht writes');
    for (const [type, values] of Object.entries(modification)) await client.modify(name, new Change({ operation: 'replace', modification: new Attribute({ type, values: [...values] }) }));
    await client.unbind();
  };
  beforeAll(async () => { server = await startLdapServer(DIRECTORY); }, 300_000);
  afterAll(() => server.stop());

  test('to be on a list means what the administrator says, with either kind of members', async () => {
    const lists = { lists: [LIST, TRADE_FAIR], purposes: { [LIST]: { purpose: 'newsletter', member: 'granted' }, [TRADE_FAIR]: { purpose: 'event', member: 'granted' }, newsletter: [] } };
    const answers = await open(lists).contacts(['eva@yew.example', 'dora@fir.example', 'uli@oak.example']);
    expect([...answers.values()].map(standing)).toEqual(['granted', 'objected', 'otherPurpose']);
  });

  test('a list that is not there is said by the check, and nobody is taken not to be on it', async () => {
    const host = open({ lists: [`cn=nowhere,${BASE}`] });
    expect(await ask(host)).toBe('refused');
    expect((await host.check())[0]?.problems).toEqual([expect.stringContaining('cn=nowhere')]);
  });

  test('a place where nobody has an address is said by the check', async () => {
    expect((await open({ base: `ou=lists,${BASE}`, lists: [] }).check())[0]?.problems).toEqual([expect.stringContaining('Nobody in ou=lists')]);
    expect((await open({ base: 'dc=elsewhere,dc=example', lists: [] }).check())[0]?.problems).toHaveLength(1);
  });

  test('signs that are patterns or brackets elsewhere are letters', async () => {
    const answers = await open().contacts(['*@oak.example', 'anna)(mail=*@oak.example', '\\61nna@oak.example']);
    expect([...answers.values()].map(standing)).toEqual(['unknownContact', 'unknownContact', 'unknownContact']);
  });

  test('over LDAPS it is asked where its certificate is good, and not where it is not', async () => {
    expect(await ask(open({ url: server.secureUrl, authority: AUTHORITY_FILE }))).toBe('granted');
    expect(await ask(open({ url: server.secureUrl }))).toBe('unreachable');
  });

  test('a value or a date nobody has given a meaning spoils that person\'s answer alone', async () => {
    await change(nameOf('1'), { consentGiven: ['long ago'] });
    const answers = await open().contacts(['anna@oak.example', 'ben@elm.example']);
    await change(nameOf('1'), { consentGiven: ['20250301100000Z'] });
    expect([...answers.values()].map(standing)).toEqual(['invalidAnswer', 'withdrawn']);
  });

  test('what has changed since is told by address, and of a list as everything', async () => {
    // The server's own clock stamps its entries.
    const connector = readSources({ sources: [{ name: 'crm', ...settingsFor(server, { changed: 'modifyTimestamp' }) }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
    const later = Date.now() + 60 * 60_000;
    expect(await connector?.changes?.(null, later, NO_LIMITS)).toEqual({ touched: [], cursor: expect.any(String) });
    const earlier = await connector?.changes?.(null, Date.now() - 60 * 60_000, NO_LIMITS);
    expect(earlier).toMatchObject({ everything: true });
    const alone = readSources({ sources: [{ name: 'crm', ...settingsFor(server, { changed: 'modifyTimestamp', lists: [] }) }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
    expect((await alone?.changes?.(null, Date.now() - 60 * 60_000, NO_LIMITS))?.touched).toEqual(expect.arrayContaining([{ address: 'otto.privat@home.example' }, { record: 'cn=person\\, 1,ou=people,dc=firm,dc=example' }]));
  });

  test.each<[string, object, RegExp]>([
    ['neither consents nor lists', { consents: [], lists: [], noMail: undefined, noAdvertising: undefined }, /a directory has no consents of its own/],
    ['a user without a password', { password: undefined }, /expected user and password/],
    ['ldap:// to another machine', { url: 'ldap://dc.firm.example' }, /ldaps/],
    ['an attribute with a bracket', { addresses: ['mail)(cn=*'] }, /name of an attribute/],
  ])('a configuration with %s is refused', (_, more, message) => {
    expect(() => readSources({ sources: [JSON.parse(JSON.stringify({ name: 'crm', ...settingsFor(server, more) })) as object] }, ENVIRONMENT)).toThrow(message);
  });
});
