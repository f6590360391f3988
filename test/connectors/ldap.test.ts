import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Directory } from '../../src/connectors/directory';
import { ldapDirectory, type LdapParts } from '../../src/connectors/ldap/directory';
import { listMembers, UNFOLDING_LIMITS } from '../../src/connectors/list-members';
import { runningService } from '../service/running';
import { testFolder } from '../store/folder';
import { ANOTHER_AUTHORITY_FILE, AUTHORITY_FILE, type LdapEntry, type LdapServer, READER, startLdapServer } from './ldap-server';

const BASE = 'dc=firm,dc=example';
const person = (name: string, mail: string | null, at = `ou=people,${BASE}`): LdapEntry =>
  [`cn=${name.replace(/[,+"\\<>;=#]/g, '\\$&')},${at}`, { objectClass: ['inetOrgPerson'], cn: name, sn: name, ...(mail !== null && { mail }) }];
const group = (name: string, mail: string | readonly string[], member: readonly string[], more: LdapEntry[1] = {}): LdapEntry =>
  [`cn=${name},ou=lists,${BASE}`, { objectClass: ['groupOfNames', 'extensibleObject'], cn: name, mail, member, ...more }];
const list = (name: string): string => `cn=${name},ou=lists,${BASE}`;

const COLLEAGUES = Array.from({ length: 3000 }, (_, index) => person(`Jörg Müller, ${index}`, `joerg.mueller${index}@firm.example`));
const [first, second, third] = COLLEAGUES.map(([name]) => name) as [string, string, string];
const ANNA = 'cn=Anna Eichner,dc=partner,dc=example';

const DIRECTORY: readonly LdapEntry[] = [
  [BASE, { objectClass: ['dcObject', 'organization'], dc: 'firm', o: 'Firm' }],
  [READER.user, { objectClass: ['organizationalRole', 'simpleSecurityObject'], cn: 'reader', userPassword: READER.password }],
  ...['people', 'lists', 'secret'].map((ou): LdapEntry => [`ou=${ou},${BASE}`, { objectClass: ['organizationalUnit'], ou }]),
  ...COLLEAGUES,
  person('Nobody at All', null),
  person('Hidden', 'hidden@firm.example', `ou=secret,${BASE}`),
  ['dc=partner,dc=example', { objectClass: ['dcObject', 'organization'], dc: 'partner', o: 'Partner' }],
  [ANNA, { objectClass: ['inetOrgPerson'], cn: 'Anna Eichner', sn: 'Eichner', displayName: 'Anna Eichner (Oak)', mail: ['anna@oak.example', 'eichner@oak.example'] }],
  group('all', 'all@firm.example', COLLEAGUES.map(([name]) => name)),
  // Written in another spelling than the entry's own.
  group('team', ['team@firm.example', 'mannschaft@firm.example'], ['CN=j\\C3\\B6rg m\\C3\\BCller\\2C 0 , OU=People,DC=firm,DC=example', list('board'), list('uniques')]),
  group('board', 'board@firm.example', [second, list('team'), list('board')]),
  [list('uniques'), { objectClass: ['groupOfUniqueNames', 'extensibleObject'], cn: 'uniques', uniqueMember: [`${third}#'0101'B`, second], mail: 'uniques@firm.example' }],
  group('partners', 'partners@firm.example', [ANNA, first]),
  group('leavers', 'leavers@firm.example', [first, `cn=Gone,ou=people,${BASE}`]),
  group('secretive', 'secretive@firm.example', [first, `cn=Hidden,ou=secret,${BASE}`]),
  group('mailless', 'mailless@firm.example', [`cn=Nobody at All,ou=people,${BASE}`]),
  group('twice1', 'twice@firm.example', [first]),
  group('twice2', 'twice@firm.example', [second]),
  group('exchange', 'exchange@firm.example', [first], { proxyAddresses: ['SMTP:exchange@firm.example', 'smtp:old.name@firm.example', 'X500:/o=Firm/cn=exchange'] }),
  group('umlaut', 'liste@xn--mller-kva.example', [first]),
];

let server: LdapServer;
beforeAll(async () => { server = await startLdapServer(DIRECTORY); }, 300_000);
afterAll(() => server.stop());

const directory = (parts: Partial<LdapParts> = {}): Directory => ldapDirectory({ url: server.url, base: BASE, login: READER, onFailure: () => undefined, ...parts });
async function membersOf(address: string, parts?: Partial<LdapParts>): Promise<string> {
  const evidence = await listMembers(directory(parts), address);
  if (!evidence.known) return evidence.reason;
  return `${evidence.value.members.map((member) => member.address).sort().join(' ')}${evidence.value.complete ? '' : ' …'}`;
}
const joerg = (...numbers: readonly number[]): string => numbers.map((number) => `joerg.mueller${number}@firm.example`).join(' ');

test('three thousand people are found, umlauts and commas in their names, by a directory that gives out a hundred at a time', async () => {
  const evidence = await listMembers(directory(), 'all@firm.example');
  if (!evidence.known) throw new Error(evidence.reason);
  expect(evidence.value.complete).toBe(true);
  expect(new Set(evidence.value.members.map(({ address }) => address)).size).toBe(3000);
  expect(evidence.value.members.find(({ address }) => address === 'joerg.mueller7@firm.example')).toEqual({ address: 'joerg.mueller7@firm.example', name: 'Jörg Müller, 7' });
});

test.each<[string, string, string]>([
  ['lists within lists are unfolded, also where they contain each other or themselves', 'team@firm.example', joerg(0, 1, 2)],
  ['a list has several addresses', 'mannschaft@firm.example', joerg(0, 1, 2)],
  ['unique names are members like others', 'uniques@firm.example', joerg(1, 2)],
  ['somebody outside the part that is searched is read alone, under the first address', 'partners@firm.example', `anna@oak.example ${joerg(0)}`],
  ['a member who is gone leaves the list incomplete', 'leavers@firm.example', `${joerg(0)} …`],
  ['a member who is hidden leaves the list incomplete', 'secretive@firm.example', `${joerg(0)} …`],
  ['somebody without an address gets no mail', 'mailless@firm.example', ''],
  ['two lists of one address are ambiguous', 'twice@firm.example', 'ambiguous'],
  ['an address in proxyAddresses counts', 'old.name@firm.example', joerg(0)],
  ['an internationalised domain is found by its ASCII form', 'liste@xn--mller-kva.example', joerg(0)],
  ['a person is no list', 'joerg.mueller0@firm.example', 'notFound'],
  ['a list nobody knows is not found', 'nobody@firm.example', 'notFound'],
  ['a star is a star', '*@firm.example', 'notFound'],
  ['a bracket ends no filter', 'x)(objectClass=*', 'notFound'],
  ['a null byte ends nothing', 'team\u0000@firm.example', 'notFound'],
  ['a backslash escapes nothing', '\\74eam@firm.example', 'notFound'],
])('%s', async (_, address, expected) => {
  expect(await membersOf(address)).toBe(expected);
});

describe('a directory that does not answer as it should', () => {
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  beforeEach(() => { failures.length = 0; });

  test('because the password is wrong, has refused', async () => {
    expect(await membersOf('team@firm.example', { login: { ...READER, password: 'wrong' }, onFailure })).toBe('refused');
    expect(failures).toMatchObject([{ name: 'InvalidCredentialsError', code: 49 }]);
  });

  test('because nobody may ask it anonymously, has refused', async () => {
    expect(await membersOf('team@firm.example', { login: null })).toBe('refused');
  });

  test('because it is searched in the wrong place, knows no list', async () => {
    expect(await membersOf('team@firm.example', { base: 'dc=elsewhere,dc=example', onFailure })).toBe('notFound');
  });

  test('because it is not there, is unreachable', async () => {
    expect(await membersOf('team@firm.example', { url: 'ldap://127.0.0.1:9', onFailure })).toBe('unreachable');
    expect(failures).toHaveLength(1);
  });

  test('over LDAPS answers those who trust its certificate, and nobody else', async () => {
    expect(await membersOf('team@firm.example', { url: server.secureUrl, authority: readFileSync(AUTHORITY_FILE, 'utf8') })).toBe(joerg(0, 1, 2));
    for (const parts of [{}, { authority: readFileSync(ANOTHER_AUTHORITY_FILE, 'utf8') }]) expect(await membersOf('team@firm.example', { url: server.secureUrl, onFailure, ...parts })).toBe('unreachable');
    expect(failures).toMatchObject([{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, { code: 'SELF_SIGNED_CERT_IN_CHAIN' }]);
  });

  /** A server that takes the connection, and with it does as the test says. */
  async function pretending(take: (socket: Socket) => void): Promise<{ readonly url: string; close(): void }> {
    const sockets: Socket[] = [];
    const pretender: Server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      take(socket);
    });
    await new Promise<void>((done) => pretender.listen(0, '127.0.0.1', done));
    return {
      url: `ldap://127.0.0.1:${(pretender.address() as AddressInfo).port}`,
      close: () => {
        for (const socket of sockets) socket.destroy();
        pretender.close();
      },
    };
  }

  test('because it says nothing, is given up when the time is over', async () => {
    const silent = await pretending(() => undefined);
    const evidence = await listMembers(directory({ url: silent.url }), 'team@firm.example', { ...UNFOLDING_LIMITS, milliseconds: 200 });
    silent.close();
    expect(evidence).toEqual({ known: false, reason: 'timeout' });
  });

  test.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['hangs up when it is asked', (socket) => socket.on('data', () => socket.destroy())],
  ])('because it %s, is unreachable', async (_, take) => {
    const pretender = await pretending(take);
    expect(await membersOf('team@firm.example', { url: pretender.url })).toBe('unreachable');
    pretender.close();
  });

  test('because it speaks HTTP, is given up all the same', async () => {
    const pretender = await pretending((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const evidence = await listMembers(directory({ url: pretender.url }), 'team@firm.example', { ...UNFOLDING_LIMITS, milliseconds: 500 });
    pretender.close();
    expect(evidence.known).toBe(false);
  });
});

describe('through the service', () => {
  const folder = testFolder();
  const question = (lists: readonly string[]) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ addresses: [], lists }) });

  test('members are given out, and no address gets into the log', async () => {
    const service = await runningService(folder.path('.'), [`--ldap-url=${server.url}`, `--ldap-base=${BASE}`, `--ldap-user=${READER.user}`], { UMSICHT_LDAP_PASSWORD: READER.password });
    try {
      const answer = await service.ask('/api/v1/evidence', question(['Team@FIRM.example', 'nobody@firm.example', 'no address']));
      expect(answer.json()).toMatchObject({ contacts: [], members: [
        { address: 'Team@FIRM.example', known: true, complete: true, members: [{ address: 'joerg.mueller0@firm.example' }, { address: 'joerg.mueller1@firm.example' }, { address: 'joerg.mueller2@firm.example' }] },
        { address: 'nobody@firm.example', known: false, reason: 'notFound' },
        { address: 'no address', known: false, reason: 'notAsked' },
      ] });
      expect(service.log.join('')).not.toMatch(/firm\.example|mueller|Müller/i);
    } finally {
      await service.stop();
    }
  });

  test('a wrong password is in the log by name, and neither it nor the address asked about', async () => {
    const service = await runningService(folder.path('.'), [`--ldap-url=${server.url}`, `--ldap-base=${BASE}`, `--ldap-user=${READER.user}`], { UMSICHT_LDAP_PASSWORD: 'hush' });
    try {
      expect((await service.ask('/api/v1/evidence', question(['team@firm.example']))).json()).toMatchObject({ members: [{ known: false, reason: 'refused' }] });
      expect(service.log.join('')).toMatch(/InvalidCredentialsError/);
      expect(service.log.join('')).not.toMatch(/firm|hush|reader/);
    } finally {
      await service.stop();
    }
  });

  test('a certificate that is none keeps the service from starting', async () => {
    const file = folder.file('ca.pem', 'no certificate');
    const settings = [`--ldap-url=${server.secureUrl}`, `--ldap-base=${BASE}`];
    await expect(runningService(folder.path('.'), [...settings, `--ldap-ca=${file}`])).rejects.toThrow(/holds no certificate in PEM/);
    await expect(runningService(folder.path('.'), [...settings, '--ldap-ca=nowhere.pem'])).rejects.toThrow(/nowhere\.pem cannot be read: there is no such file/);
  });
});
