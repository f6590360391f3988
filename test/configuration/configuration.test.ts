import { resolve } from 'node:path';
import { configuredDatabase, readConfiguration } from '../../src/configuration/configuration';
import { OUTLOOK_HOSTS } from '../../src/configuration/settings';
import { NO_CONNECTORS } from '../../src/connectors/connectors-configuration';
import { helpText } from '../../src/configuration/settings-text';
import { USUAL_CHOICES } from '../../src/manifest/umsicht';
import { testFolder } from '../store/folder';

const read = (args: readonly string[], environment: { readonly [name: string]: string } = {}) => readConfiguration(args, environment);
const problemsOf = (...parameters: Parameters<typeof read>): readonly string[] => {
  const result = read(...parameters);
  return result.ok ? [] : result.problems;
};

test('without any setting the service listens on loopback only, with the built-in policy and no demo', () => {
  expect(read([])).toEqual({
    ok: true,
    notes: [], policyFile: null,
    configuration: {
      host: '127.0.0.1', port: 3000, origin: null, dataFolder: resolve('data'), database: { engine: 'sqlite', file: resolve('data/umsicht.sqlite') }, policyFile: null, demo: false,
      frameAncestors: OUTLOOK_HOSTS, allowedOrigins: [], log: 'error', cloud: 'standard', manifest: USUAL_CHOICES, keepCorrespondence: 730, directory: null, connectors: NO_CONNECTORS, identity: null,
      limits: { perPerson: 300, perAddress: 0 }, metrics: null, stop: { drain: 0, deadline: 10_000 },
    },
  });
});

test('flags win over the environment', () => {
  const environment = { UMSICHT_PORT: '4000', UMSICHT_ORIGIN: 'https://umsicht.firm.example/', UMSICHT_DATA: '/srv/umsicht', UMSICHT_POLICY: 'policy.json' };
  expect(read(['--port', '5000', '--demo', '--frame-ancestors=https://mail.firm.example:8443, https://*.firm.example'], environment)).toMatchObject({
    configuration: {
      port: 5000, origin: 'https://umsicht.firm.example', dataFolder: '/srv/umsicht', policyFile: resolve('policy.json'), demo: true,
      frameAncestors: ['https://mail.firm.example:8443', 'https://*.firm.example'],
    },
  });
});

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost', 'LOCALHOST'])('listens on %s', (host) => {
  expect(read(['--host', host])).toMatchObject({ ok: true, configuration: { host } });
});

test.each(['0.0.0.0', '::', '192.168.1.5', 'umsicht.firm.example', '127.0.0.1.firm.example', 'localhost.firm.example', '::ffff:192.168.1.5', ''])('refuses to listen on %j, and says why', (host) => {
  expect(problemsOf([`--host=${host}`])[0]).toMatch(host === '' ? /^--host: expected ADDRESS/ : /^--host: expected (a loopback address .* without a sign-in|an address of this machine)/);
});

test('everything that is wrong is named at once, by the name under which it was set', () => {
  expect(problemsOf(['--port', '99999', '--origin', 'http://umsicht.firm.example', '--colour', 'x', '--demo=yes', '-v'], { UMSICHT_HOST: '0.0.0.0', UMSICHT_LOG: 'debug' })
    .map((problem) => problem.split(/[: ]/)[0])).toEqual(['--colour', '"x"', '--demo', '-v', '--port', '--origin', 'UMSICHT_LOG', 'UMSICHT_HOST']);
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
      .toMatchObject({ configuration: { directory: { login: { user: 'umsicht@firm.example', password: 'hush' }, authority: resolve('ca.pem') } } });
  });

  test('at Microsoft is reached at its usual addresses, unless others are named', () => {
    expect(read([], GRAPH)).toMatchObject({ configuration: { directory: {
      kind: 'graph', tenant: 'firm.onmicrosoft.example', client: GUID, secret: 'hush', graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com',
    } } });
    expect(read(['--graph-url=https://graph.microsoft.us'], GRAPH)).toMatchObject({ configuration: { directory: { graph: 'https://graph.microsoft.us' } } });
  });

  test.each<[string, readonly string[], { readonly [name: string]: string }, readonly string[]]>([
    ['LDAP with a user alone', ['--ldap-user=umsicht'], {}, ['ldap.url (--ldap-url, UMSICHT_LDAP_URL)', 'ldap.base (--ldap-base, UMSICHT_LDAP_BASE)', 'ldap.password (UMSICHT_LDAP_PASSWORD, UMSICHT_LDAP_PASSWORD_FILE)']],
    ['LDAP with a password alone', [], { ...LDAP, UMSICHT_LDAP_PASSWORD: 'hush' }, ['ldap.user (--ldap-user, UMSICHT_LDAP_USER)']],
    ['Microsoft Graph with half of it', ['--graph-tenant=firm', '--graph-url=http://graph.example'], {}, ['--graph-tenant', '--graph-url', 'graph.client (--graph-client, UMSICHT_GRAPH_CLIENT)', 'graph.secret (UMSICHT_GRAPH_SECRET, UMSICHT_GRAPH_SECRET_FILE)']],
    ['both', [], { ...LDAP, ...GRAPH }, ['ldap, graph']],
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

describe('a configuration file', () => {
  const folder = testFolder();
  const written = (document: string): string => folder.file('umsicht.json', document);

  test('says the same as flags and variables, in JSON with comments, and paths in it start where it lies', () => {
    const file = written(`{
      "$schema": "./configuration.schema.json",
      // behind the proxy
      "port": 4100, "origin": "https://umsicht.firm.example", "demo": true, "policy": "policy.json", "data": "/srv/umsicht",
      "allowedOrigins": ["https://addin.firm.example"],
      "ldap": { "url": "ldaps://dc.firm.example", "base": "dc=firm,dc=example", "ca": "certificates/authority.pem" }
    }`);
    expect(read(['--config', file])).toMatchObject({ ok: true, configuration: {
      port: 4100, origin: 'https://umsicht.firm.example', demo: true, policyFile: folder.path('policy.json'), dataFolder: '/srv/umsicht', allowedOrigins: ['https://addin.firm.example'],
      directory: { kind: 'ldap', url: 'ldaps://dc.firm.example', authority: folder.path('certificates/authority.pem') },
    } });
    expect(read([], { UMSICHT_CONFIG: file })).toMatchObject({ ok: true, configuration: { port: 4100 } });
  });

  test('gives way to the environment, which gives way to flags', () => {
    const file = written('{"port": 4100, "log": "info", "keepCorrespondence": 30, "demo": true}');
    expect(read(['--config', file, '--port', '4300'], { UMSICHT_PORT: '4200', UMSICHT_LOG: 'silent', UMSICHT_DEMO: 'no' }))
      .toMatchObject({ configuration: { port: 4300, log: 'silent', keepCorrespondence: 30, demo: false } });
  });

  test.each<[string, string, readonly RegExp[]]>([
    ['what there is not', '{"prot": 1, "ldap": {"uri": "ldaps://dc.firm.example"}}', [/: prot: no setting of that name; known here: host, port/, /: ldap\.uri: no setting of that name; known here: url, base/]],
    ['the wrong type', '{"port": "3000", "demo": "yes", "frameAncestors": "https://mail.firm.example", "ldap": []}', [/: port: expected a port .* got "3000"/, /: frameAncestors: expected sites/, /: ldap: expected an object/, /: demo: expected true or false/]],
    ['a number that is none of a port', '{"port": 1e99}', [/: port: /]],
    ['a fraction', '{"keepCorrespondence": 1.5}', [/: keepCorrespondence: /]],
    ['nothing', '{"origin": null, "policy": ""}', [/: origin: expected an origin .* got null/, /: policy: expected the path of a file/]],
    ['the same twice', '{"port": 1, "port": 2}', [/: port: stands here a second time \(line 1, column 13\)/]],
    ['a prototype', '{"__proto__": {"port": 1}, "constructor": 1}', [/: __proto__: no setting/, /: constructor: no setting/]],
    ['half of it', '{"port": 3000', [/: no JSON: /]],
    ['a list', '[]', [/: expected an object$/]],
  ])('with %s is refused, every place named', (_, document, expected) => {
    const problems = problemsOf(['--config', written(document)]);
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
    for (const problem of problems) expect(problem).toContain(folder.path('umsicht.json'));
  });

  test('that is not there, or is a folder, is named', () => {
    expect(problemsOf(['--config', folder.path('nowhere.json')])).toEqual([`${folder.path('nowhere.json')}: there is no such file`]);
    expect(problemsOf([], { UMSICHT_CONFIG: folder.path('.') })[0]).toMatch(/: is a folder$/);
    expect(problemsOf(['--config'])).toEqual(['--config: expected FILE behind it']);
  });
});

describe('a secret', () => {
  const folder = testFolder();
  const LDAP = { UMSICHT_LDAP_URL: 'ldaps://dc.firm.example', UMSICHT_LDAP_BASE: 'dc=firm', UMSICHT_LDAP_USER: 'umsicht' };
  const passwordOf = (args: readonly string[], environment: { readonly [name: string]: string }): unknown => {
    const result = read(args, { ...LDAP, ...environment });
    if (!result.ok) throw new Error(result.problems.join('; '));
    return result.configuration.directory?.kind === 'ldap' && result.configuration.directory.login?.password;
  };

  test('comes from the environment, or from a file that the environment or the configuration names', () => {
    folder.file('password', 'hush with blanks \r\nsecond line\n');
    const direct = folder.file('direct.json', '{"ldap": {"password": {"file": "password"}}}');
    const named = folder.file('named.json', '{"ldap": {"password": {"environment": "DIRECTORY_PASSWORD"}}}');
    expect(passwordOf([], { UMSICHT_LDAP_PASSWORD: ' hush ' })).toBe(' hush ');
    expect(passwordOf([], { UMSICHT_LDAP_PASSWORD_FILE: folder.path('password') })).toBe('hush with blanks ');
    expect(passwordOf(['--config', direct], {})).toBe('hush with blanks ');
    expect(passwordOf(['--config', named], { DIRECTORY_PASSWORD: 'hush' })).toBe('hush');
    expect(passwordOf(['--config', named], { UMSICHT_LDAP_PASSWORD: 'wins' })).toBe('wins');
  });

  test.each<[string, string, { readonly [name: string]: string }, RegExp]>([
    ['in the file itself', '"hush"', {}, /ldap\.password: expected where the secret is/],
    ['as a number', '5551234', {}, /ldap\.password: expected where the secret is/],
    ['in two places', '{"file": "a", "environment": "B"}', {}, /ldap\.password: expected where the secret is/],
    ['in a variable that is not there', '{"environment": "NOWHERE"}', {}, /ldap\.password: the environment has no NOWHERE/],
    ['in a file that is not there', '{"file": "nowhere"}', {}, /ldap\.password: nowhere there is no such file/],
    ['in an empty file', '{"file": "empty"}', {}, /ldap\.password: empty is empty/],
    ['given twice', '{"environment": "A"}', { UMSICHT_LDAP_PASSWORD: 'hush', UMSICHT_LDAP_PASSWORD_FILE: '/tmp/hush' }, /^UMSICHT_LDAP_PASSWORD, UMSICHT_LDAP_PASSWORD_FILE: expected one of them, got both/],
  ])('%s is refused, and never repeated', (_, value, environment, expected) => {
    folder.file('empty', '\n');
    const problems = problemsOf(['--config', folder.file('umsicht.json', `{"ldap": {"password": ${value}}}`)], { ...LDAP, ...environment });
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(problems.join()).not.toMatch(/hush(?!$)|555/);
  });
});

test('a password that was written into an address is left out of what is said about it', () => {
  expect(problemsOf([], { UMSICHT_ORIGIN: 'https://umsicht:hush@firm.example' }).join()).not.toContain('hush');
});

test('a variable that nothing looks at is pointed out, since it may be misspelt', () => {
  expect(read([], { UMSICHT_LDAP_PASWORD: 'hush', UMSICHT_PORT: '0', UMSICHT_EMPTY: '' })).toMatchObject({ ok: true, notes: ['UMSICHT_LDAP_PASWORD: no setting of the service has that name'] });
});

describe('the database', () => {
  const folder = testFolder();

  test('is the one in UMSICHT_DATABASE_URL, or in a file named there, whose password is never repeated', () => {
    const expected = { configuration: { database: { engine: 'postgres', host: 'db.firm.example', password: 'hush' } } };
    expect(read([], { UMSICHT_DATABASE_URL: 'postgres://umsicht:hush@db.firm.example/umsicht' })).toMatchObject(expected);
    expect(read([], { UMSICHT_DATABASE_URL_FILE: folder.file('url', 'postgres://umsicht:hush@db.firm.example/umsicht\n') })).toMatchObject(expected);
    const problems = problemsOf(['--database-url=postgres://umsicht:hush@db/umsicht'], { UMSICHT_DATABASE_URL: 'postgres://umsicht:hu@sh@db.firm.example/umsicht' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['--database-url', 'UMSICHT_DATABASE_URL']);
    expect(problems.join()).not.toMatch(/hu@|hush|sh@/);
  });

  test('is the same for commands that work on it, whatever is wrong with other settings', () => {
    const url = folder.file('url', 'postgres://umsicht:hush@db.firm.example/umsicht');
    const config = folder.file('umsicht.json', JSON.stringify({ data: 'here', databaseUrl: { file: 'url' }, port: 'none', ldap: { password: { file: '/run/secrets/nowhere' } } }));
    expect(configuredDatabase({ UMSICHT_CONFIG: config, UMSICHT_LOG: 'loud' })).toMatchObject({ ok: true, dataFolder: folder.path('here'), database: { engine: 'postgres', host: 'db.firm.example' } });
    expect(configuredDatabase({ UMSICHT_DATA: '/srv/umsicht' })).toEqual({ ok: true, dataFolder: '/srv/umsicht', database: { engine: 'sqlite', file: '/srv/umsicht/umsicht.sqlite' }, policyFile: null });
    folder.file('url', 'postgres://umsicht:hush@db.firm.example');
    expect(configuredDatabase({ UMSICHT_CONFIG: config })).toEqual({ ok: false, problems: [`${config}: databaseUrl: expected a database behind the host, as in postgres://user@host/database`] });
    expect(configuredDatabase({ UMSICHT_DATABASE_URL: url })).toMatchObject({ ok: false, problems: [expect.stringMatching(/^UMSICHT_DATABASE_URL: expected postgres:/)] });
    expect(configuredDatabase({ UMSICHT_DATABASE_URL_FILE: folder.path('nowhere') })).toEqual({ ok: false, problems: [`UMSICHT_DATABASE_URL_FILE: ${folder.path('nowhere')} there is no such file`] });
    expect(configuredDatabase({ UMSICHT_CONFIG: folder.path('nowhere.json') })).toMatchObject({ ok: false, problems: [expect.stringContaining('nowhere.json')] });
  });
});

test('a public name without a sign-in is pointed out', () => {
  const notes = (...args: readonly string[]): readonly string[] => read(args).notes;
  expect(notes('--origin', 'https://umsicht.firm.example')).toEqual([expect.stringMatching(/^--origin: whoever reaches https:\/\/umsicht\.firm\.example may ask/)]);
  expect(notes('--origin', 'https://localhost:3000')).toEqual([]);
  expect(notes('--origin', 'https://umsicht.firm.example', '--identity-proxy-networks', '10.1.2.3')).toEqual([]);
});
