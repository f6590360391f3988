import { resolve } from 'node:path';
import { helpText, OUTLOOK_HOSTS, readConfiguration } from '../../src/service/configuration';

const read = (args: readonly string[], environment: { readonly [name: string]: string } = {}) => readConfiguration(args, environment);
const problemsOf = (...parameters: Parameters<typeof read>): readonly string[] => {
  const result = read(...parameters);
  return result.ok ? [] : result.problems;
};

test('without any setting the service listens on loopback only, with the built-in policy and no demo', () => {
  expect(read([])).toEqual({
    ok: true,
    configuration: {
      host: '127.0.0.1', port: 3000, origin: null, dataFolder: resolve('data'), policyFile: null, demo: false,
      frameAncestors: OUTLOOK_HOSTS, allowedOrigins: [], log: 'error', keepCorrespondence: 730, directory: null,
    },
  });
});

test('flags win over the environment', () => {
  const environment = { UMSICHT_PORT: '4000', UMSICHT_ORIGIN: 'https://umsicht.firm.example/', UMSICHT_DATA: '/srv/umsicht', UMSICHT_POLICY: 'policy.json' };
  expect(read(['--port', '5000', '--demo', '--frame-ancestors=https://mail.firm.example:8443, https://*.firm.example'], environment)).toMatchObject({
    configuration: {
      port: 5000, origin: 'https://umsicht.firm.example', dataFolder: '/srv/umsicht', policyFile: 'policy.json', demo: true,
      frameAncestors: ['https://mail.firm.example:8443', 'https://*.firm.example'],
    },
  });
});

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost', 'LOCALHOST'])('listens on %s', (host) => {
  expect(read(['--host', host])).toMatchObject({ ok: true, configuration: { host } });
});

test.each(['0.0.0.0', '::', '192.168.1.5', 'umsicht.firm.example', '127.0.0.1.firm.example', 'localhost.firm.example', '::ffff:192.168.1.5', ''])('refuses to listen on %j, and says why', (host) => {
  expect(problemsOf([`--host=${host}`])[0]).toMatch(host === '' ? /^--host: expected ADDRESS/ : /^--host: expected a loopback address .* without a sign-in/);
});

test('everything that is wrong is named at once, by the name under which it was set', () => {
  expect(problemsOf(['--port', '99999', '--origin', 'http://umsicht.firm.example', '--colour', 'x', '--demo=yes', '-v'], { UMSICHT_HOST: '0.0.0.0', UMSICHT_LOG: 'debug' })
    .map((problem) => problem.split(/[: ]/)[0])).toEqual(['--colour', '"x"', '--demo', '-v', 'UMSICHT_HOST', '--port', '--origin', 'UMSICHT_LOG']);
});

test.each(['https://umsicht.firm.example/path', 'https://user@umsicht.firm.example', 'umsicht.firm.example', 'ftp://umsicht.firm.example', 'http://umsicht.firm.example', 'https://', '*', 'null'])(
  '%s is no origin', (origin) => {
    expect(problemsOf([`--origin=${origin}`]).length).toBe(1);
  });

test.each(["'unsafe-inline'", 'https:', '*', "https://a.example; script-src *", 'https://*', "https://a.example'"])('%s may not frame the pane', (site) => {
  expect(problemsOf([`--frame-ancestors=${site}`]).length).toBe(1);
});

test('the help names every setting', () => {
  for (const name of ['--port', '--host', '--origin', '--data', '--policy', '--demo', 'UMSICHT_PORT', 'UMSICHT_FRAME_ANCESTORS']) expect(helpText()).toContain(name);
});

describe('a directory', () => {
  const GUID = '12345678-1234-1234-1234-123456789abc';
  const LDAP = { UMSICHT_LDAP_URL: 'LDAPS://dc.firm.example:3269/', UMSICHT_LDAP_BASE: 'dc=firm,dc=example' };
  const GRAPH = { UMSICHT_GRAPH_TENANT: 'firm.onmicrosoft.example', UMSICHT_GRAPH_CLIENT: GUID, UMSICHT_GRAPH_SECRET: 'hush' };

  test('by LDAP is asked anonymously, or by somebody whose password comes from the environment', () => {
    expect(read([], LDAP)).toMatchObject({ configuration: { directory: { kind: 'ldap', url: 'ldaps://dc.firm.example:3269', base: 'dc=firm,dc=example', login: null, authority: null } } });
    expect(read(['--ldap-user', 'umsicht@firm.example', '--ldap-ca=ca.pem'], { ...LDAP, UMSICHT_LDAP_PASSWORD: 'hush' }))
      .toMatchObject({ configuration: { directory: { login: { user: 'umsicht@firm.example', password: 'hush' }, authority: 'ca.pem' } } });
  });

  test('at Microsoft is reached at its usual addresses, unless others are named', () => {
    expect(read([], GRAPH)).toMatchObject({ configuration: { directory: {
      kind: 'graph', tenant: 'firm.onmicrosoft.example', client: GUID, secret: 'hush', graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com',
    } } });
    expect(read(['--graph-url=https://graph.microsoft.us'], GRAPH)).toMatchObject({ configuration: { directory: { graph: 'https://graph.microsoft.us' } } });
  });

  test.each<[string, readonly string[], { readonly [name: string]: string }, readonly string[]]>([
    ['LDAP with a user alone', ['--ldap-user=umsicht'], {}, ['--ldap-url or UMSICHT_LDAP_URL', '--ldap-base or UMSICHT_LDAP_BASE', 'UMSICHT_LDAP_PASSWORD']],
    ['LDAP with a password alone', [], { ...LDAP, UMSICHT_LDAP_PASSWORD: 'hush' }, ['--ldap-user or UMSICHT_LDAP_USER']],
    ['Microsoft Graph with half of it', ['--graph-tenant=firm', '--graph-url=http://graph.example'], {}, ['--graph-tenant', '--graph-client or UMSICHT_GRAPH_CLIENT', 'UMSICHT_GRAPH_SECRET', '--graph-url']],
    ['both', [], { ...LDAP, ...GRAPH }, ['--ldap-url, --graph-tenant']],
    ['a password on the command line', ['--ldap-password=hush', '--graph-secret', 'hush'], {}, ['--ldap-password', '--graph-secret']],
    ['an application that is none', [], { ...GRAPH, UMSICHT_GRAPH_CLIENT: `../${GUID}` }, ['UMSICHT_GRAPH_CLIENT']],
  ])('%s is refused, and everything wrong is named', (_, args, environment, names) => {
    const problems = problemsOf(args, environment);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(names);
    expect(problems.join()).not.toContain('hush');
  });

  test.each(['ldap://dc.firm.example', 'ldaps://', 'ldaps://dc.firm.example/dc=firm', 'ldaps://user:hush@dc.firm.example', 'dc.firm.example', 'https://dc.firm.example'])('%s is no address of one', (url) => {
    expect(problemsOf([`--ldap-url=${url}`], { UMSICHT_LDAP_BASE: 'dc=firm' }).length).toBe(1);
  });

  test('in the clear may be on this machine only', () => {
    expect(read(['--ldap-url=ldap://127.0.0.1:3890'], { UMSICHT_LDAP_BASE: 'dc=firm' })).toMatchObject({ configuration: { directory: { url: 'ldap://127.0.0.1:3890' } } });
  });
});

test.each<[string, boolean]>([['0', true], ['730', true], ['3651', false], ['-1', false], ['two years', false]])('earlier mail may be kept for %s days: %s', (days, ok) => {
  expect(read([`--keep-correspondence=${days}`]).ok).toBe(ok);
});
