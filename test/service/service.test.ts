import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { contentSecurityPolicy } from '../../src/service/security-headers';
import { EDITION, editionBase, launchEventScripts } from '../../src/manifest/edition';
import { rules } from '../../src/rules';
import { defaultPolicy } from '../../src/core/policy';
import { readEvidenceAnswer } from '../../src/wire/evidence';
import { readPolicyAnswer } from '../../src/wire/policy';
import { testFolder } from '../store/folder';
import { runProgram } from '../programs/run-program';
import { builtAddIn, runningService, type TestService } from './running';

const folder = testFolder();
const running: TestService[] = [];
const run = async (...args: readonly string[]): Promise<TestService> => {
  const service = await runningService(folder.path('.'), args);
  running.push(service);
  return service;
};
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const EVIDENCE = '/api/v1/evidence';

describe('evidence', () => {
  test('is given for everybody asked about, under the spelling that was asked for', async () => {
    const service = await run('--demo');
    const answer = await service.askAbout(['Anna@OAK.example', 'gustav@maple.example', 'nobody@oak.example', 'no address']);
    const { contacts } = readEvidenceAnswer(answer.json(), { contacts: ['Anna@OAK.example', 'gustav@maple.example', 'nobody@oak.example', 'no address'], members: [], domains: [], correspondence: [] });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(contacts.get('Anna@OAK.example')).toMatchObject({ known: true, value: { record: 'known', country: 'DE', tags: [{ purpose: 'event' }, { purpose: 'newsletter', status: 'granted' }] } });
    expect(contacts.get('gustav@maple.example')).toEqual({ known: true, value: { record: 'known', name: 'Gustav Ahorn', country: 'DE', tags: [] } });
    expect(contacts.get('nobody@oak.example')).toEqual({ known: true, value: { record: 'unknown', tags: [] } });
    expect(contacts.get('no address')).toEqual({ known: false, reason: 'notAsked' });
  });

  test('tells names and safeguards, and which conditions of § 7 (3) UWG are met', async () => {
    const service = await run('--demo');
    const answer = await service.askAbout(['jaya@teak.example', 'fay@birch.example']);
    expect(answer.json()).toMatchObject({ contacts: [
      { name: 'Jaya Sagwan', safeguard: 'scc', safeguardUntil: '2028-12-31T23:59:59.999Z' },
      { name: 'Fay Birk', tags: [{ fromSale: true, similarGoods: true, toldAtCollection: true }] },
    ] });
  });

  test('about people alone is what an older add-in gets', async () => {
    const service = await run('--demo');
    expect(Object.keys((await service.askAbout(['anna@oak.example'])).json() as object)).toEqual(['contacts']);
  });

  test.each<[string, { readonly body: string; readonly type?: string }, number]>([
    ['half a JSON', { body: '{"addresses":["anna@oak.example"' }, 400],
    ['no body', { body: '' }, 400],
    ['wrong types', { body: '{"addresses":"anna@oak.example"}' }, 400],
    ['too many addresses', { body: JSON.stringify({ addresses: Array.from({ length: 501 }, (_, index) => `p${index}@oak.example`) }) }, 400],
    ['a prototype', { body: '{"__proto__":{"addresses":["anna@oak.example"]}}' }, 400],
    ['a constructor', { body: '{"addresses":["anna@oak.example"],"constructor":{"prototype":{"x":1}}}' }, 400],
    ['a list that is none', { body: '{"addresses":[],"lists":"team@oak.example"}' }, 400],
    ['a domain that is a list', { body: '{"addresses":[],"domains":[["oak.example"]]}' }, 400],
    ['earlier mail by number', { body: '{"addresses":[],"correspondence":{"0":"anna@oak.example"}}' }, 400],
    ['too many lists', { body: JSON.stringify({ addresses: [], lists: Array.from({ length: 21 }, (_, index) => `list${index}@oak.example`) }) }, 400],
    ['a deep nest', { body: `{"addresses":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }, 400],
    ['a huge body', { body: JSON.stringify({ addresses: ['x'.repeat(300_000)] }) }, 413],
    ['JSON that calls itself text', { body: '{"addresses":["anna@oak.example"]}', type: 'text/plain' }, 415],
    ['a form', { body: 'addresses=anna@oak.example', type: 'application/x-www-form-urlencoded' }, 415],
  ])('is refused for %s', async (_, { body, type = 'application/json' }, status) => {
    const service = await run('--demo');
    const answer = await service.ask(EVIDENCE, { method: 'POST', headers: { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }, body });
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ type: expect.stringMatching(/^urn:umsicht:problem:/) as string, status });
    expect(answer.text + service.log.join('')).not.toMatch(/oak|at .*\.ts/);
    expect((await service.askAbout(['anna@oak.example'])).status).toBe(200);
  });

  test.each(['', '{"addresses":', 'anna@oak.example', '{"__proto__":{}}'])('is told what was expected where the body is %j', async (body) => {
    const service = await run('--demo');
    expect((await service.ask(EVIDENCE, { method: 'POST', headers: JSON_TYPE, body })).json()).toMatchObject({ status: 400, detail: 'Expected a body in JSON.' });
  });

  test('about lists is unknown where no directory is set up, with that reason', async () => {
    const service = await run('--demo');
    const answer = await service.ask(EVIDENCE, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ addresses: [], lists: ['team@own.example', '__proto__', 'constructor@own.example'] }) });
    expect(answer.json()).toEqual({ contacts: [], members: [
      { address: 'team@own.example', known: false, reason: 'noSource' }, { address: '__proto__', known: false, reason: 'notAsked' }, { address: 'constructor@own.example', known: false, reason: 'noSource' },
    ] });
  });

  test('is looked up, never run', async () => {
    const service = await run('--demo');
    const nasty = ["a'--@oak.example", `"a'; drop table contacts;--"@oak.example`, '%@oak.example', '*@oak.example', "' or '1'='1"];
    const answer = await service.askAbout(nasty);
    expect((answer.json() as { contacts: readonly { record?: string }[] }).contacts.map(({ record = 'none' }) => record)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'none']);
    expect((await service.askAbout(['anna@oak.example'])).text).toMatch(/granted/);
  });

  test('of five hundred people comes in one answer', async () => {
    const service = await run();
    const addresses = Array.from({ length: 500 }, (_, index) => `person${index}@oak.example`);
    expect((await service.askAbout(addresses)).json()).toMatchObject({ contacts: addresses.map((address) => ({ address, known: true, record: 'unknown' })) });
  });

});

describe('no address ever gets into the log', () => {
  test('whatever is asked, and however it fails', async () => {
    const service = await run('--demo');
    await service.askAbout(['anna@oak.example']);
    await service.askAbout([5, 'anna@oak.example']);
    await service.ask(`${EVIDENCE}?address=anna@oak.example`);
    await service.ask('/anna@oak.example');
    await service.ask('/%zz/anna@oak.example');
    await service.ask('/healthz', { headers: { referer: 'https://oak.example/', 'user-agent': 'anna@oak.example', host: 'oak.example' } });
    await service.ask(EVIDENCE, { method: 'POST', headers: JSON_TYPE, body: '"anna@oak.example' });
    await new Promise<void>((done) => {
      const { hostname, port } = new URL(service.address);
      connect(Number(port), hostname).on('close', () => done()).on('error', () => done()).resume().end('anna@oak.example is no request\r\n\r\n');
    });
    expect(service.log.filter((line) => line.includes('"status"')).length).toBeGreaterThan(5);
    expect(service.log.join('')).not.toMatch(/oak|anna/);
    expect(service.log.join('')).toMatch(/"route":"\/api\/v1\/evidence","status":400/);
  });
});

describe('the policy', () => {
  test('is the built-in one where none is named, and is sent again only when it has changed', async () => {
    const service = await run();
    const first = await service.ask('/api/v1/policy');
    expect(readPolicyAnswer(first.json(), rules)).toEqual(defaultPolicy(rules));
    const etag = String(first.headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await service.ask('/api/v1/policy', { headers: { 'if-none-match': known } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await service.ask('/api/v1/policy', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('is the one in the file', async () => {
    const file = folder.file('policy.json', '\ufeff{"organisation":{"domains":["own.example"]},"rules":{"missing-consent":{"severity":"critical"}}}');
    const policy = readPolicyAnswer((await (await run('--policy', file)).ask('/api/v1/policy')).json(), rules);
    expect([policy?.organisation.domains, policy?.rules['missing-consent']?.severity]).toEqual([['own.example'], 'critical']);
  });

  test('with mistakes keeps the service from starting, and all of them are named', async () => {
    const file = folder.file('policy.json', '{"organisation":{"domains":["com","own.example"]},"rules":{"missing-consent":{"severity":"grave"},"missing-konsent":{}}}');
    await expect(run('--policy', file)).rejects.toMatchObject({
      reasons: [expect.stringContaining('rules.missing-consent.severity'), expect.stringContaining('missing-konsent'), expect.stringContaining('organisation.domains[0]')].map(() => expect.stringContaining(file) as string),
    });
    const reasons = await run('--policy', file).catch((error: { reasons: readonly string[] }) => error.reasons.join('\n'));
    for (const place of ['rules.missing-consent.severity', 'missing-konsent', 'organisation.domains[0]']) expect(reasons).toContain(place);
  });

  test.each<[string, () => string, RegExp]>([
    ['is not there', () => folder.path('nowhere.json'), /there is no such file/],
    ['is no JSON', () => folder.file('policy.json', 'severity: high'), /no JSON: invalid symbol \(line 1, column 1\)/],
    ['is a list', () => folder.file('policy.json', '[]'), /expected an object/],
  ])('that %s keeps the service from starting', async (_, file, reason) => {
    await expect(run('--policy', file())).rejects.toThrow(reason);
  });
});

describe('who may ask', () => {
  const preflight = (service: TestService, origin: string) => service.ask(EVIDENCE, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  test.each(['', '/'])('pages of its own origin may, also with the slash of classic Outlook (%j)', async (slash) => {
    const service = await run();
    const origin = `${service.address}${slash}`;
    const answer = await preflight(service, origin);
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers['access-control-allow-headers']]).toEqual([204, origin, 'authorization, content-type, if-none-match']);
    const asked = await service.ask('/api/v1/policy', { headers: { origin } });
    expect([asked.status, asked.headers['access-control-allow-origin'], asked.headers['access-control-expose-headers'], asked.headers.vary]).toEqual([200, origin, 'etag, retry-after, www-authenticate', 'origin']);
  });

  test('pages of the public origin and of those that are listed may', async () => {
    const service = await run('--origin', 'https://umsicht.firm.example', '--allowed-origins', 'https://addin.firm.example https://beta.firm.example');
    for (const origin of ['https://umsicht.firm.example', 'https://UMSICHT.firm.example/', 'https://addin.firm.example/', 'https://beta.firm.example', service.address]) {
      expect([origin, (await preflight(service, origin)).headers['access-control-allow-origin']]).toEqual([origin, origin]);
    }
  });

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'https://localhost', 'https://umsicht.firm.example.evil.example', 'http://umsicht.firm.example', 'file://', 'https://umsicht.firm.example@evil.example'])(
    'pages of %s may not', async (origin) => {
      const service = await run('--demo', '--origin', 'https://umsicht.firm.example');
      for (const init of [{ method: 'OPTIONS' }, { method: 'POST', headers: JSON_TYPE, body: '{"addresses":["anna@oak.example"]}' }, {}]) {
        const answer = await service.ask(EVIDENCE, { ...init, headers: { ...init.headers, origin } });
        expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined]);
        expect(answer.text).not.toMatch(/granted/);
      }
    });

  test.each(['/%61pi/v1', '/ap%69/v1', 'http://localhost/api/v1'])('nor by another spelling of the path (%s)', async (api) => {
    const service = await run('--demo');
    const headers = { origin: 'https://evil.example' };
    for (const [path, init] of [
      ['policy', {}],
      ['evidence', { method: 'OPTIONS' }],
      ['evidence', { method: 'POST', headers: JSON_TYPE, body: '{"addresses":["anna@oak.example"]}' }],
    ] as const) {
      const answer = await service.ask(`${api}/${path}`, { ...init, headers: { ...('headers' in init ? init.headers : {}), ...headers } });
      expect([path, answer.status, answer.text.includes('granted')]).toEqual([path, 403, false]);
    }
  });

  test('a name that somebody else has pointed at this machine is not answered to', async () => {
    const service = await run('--demo', '--origin', 'https://umsicht.firm.example');
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', 'evil.example:3000', 'umsicht.firm.example@evil.example', 'a b']) {
      for (const path of ['/taskpane.html', '/api/v1/policy', '/launchevent.js', '/playground']) expect([host, (await service.ask(path, { headers: { host } })).status]).toEqual([host, 421]);
    }
    for (const host of ['umsicht.firm.example', 'Umsicht.firm.example:443', 'localhost:8080', '127.0.0.1', '[::1]:3000']) expect([host, (await service.ask('/taskpane.html', { headers: { host } })).status]).toEqual([host, 200]);
  });
});

describe('the files of the add-in', () => {
  test.each<[string, string]>([
    ['/launchevent.js', 'text/javascript; charset=utf-8'],
    ['/taskpane.js', 'application/javascript; charset=utf-8'],
    ['/taskpane.html', 'text/html; charset=utf-8'],
    ['/manifest.xml', 'application/xml; charset=utf-8'],
    ['/policy.schema.json', 'application/schema+json; charset=utf-8'],
    ['/assets/support.html', 'text/html; charset=utf-8'],
    ['/assets/icon-32.png', 'image/png'],
  ])('%s comes as %s, may be kept, and is asked for again in vain', async (path, type) => {
    const service = await run();
    const answer = await service.ask(path);
    expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options'], answer.headers['x-frame-options']]).toEqual([200, type, 'nosniff', undefined]);
    expect(answer.headers['cache-control']).toBe(path.endsWith('.png') ? undefined : 'no-cache');
    expect((await service.ask(path, { headers: { 'if-none-match': String(answer.headers.etag) } })).status).toBe(304);
    expect((await service.ask(path, { method: 'HEAD' })).status).toBe(200);
  });

  test('name the origin they are served from', async () => {
    const local = await run();
    expect((await local.ask('/launchevent.js')).text).toBe(`fetch("${local.address}/api/v1/policy");`);
    expect((await local.ask('/manifest.xml')).text).toContain(`"${editionBase(local.address)}/taskpane.html"`);
    expect((await local.ask('/.well-known/microsoft-officeaddins-allowed.json')).json()).toEqual({ allowed: launchEventScripts(local.address) });
    await running.pop()?.stop();
    const open = await run('--origin', 'https://umsicht.firm.example');
    for (const headers of [{ host: 'localhost' }, { host: 'umsicht.firm.example' }]) {
      expect((await open.ask('/launchevent.js', { headers })).text).toBe('fetch("https://umsicht.firm.example/api/v1/policy");');
      expect((await open.ask('/.well-known/microsoft-officeaddins-allowed.json', { headers })).json()).toEqual({ allowed: launchEventScripts('https://umsicht.firm.example') });
    }
  });

  test('are there under every edition a manifest in use may name, past and to come; the API is not', async () => {
    const service = await run();
    for (const path of ['/launchevent.js', '/launchevent.html', '/taskpane.html', '/assets/icon-32.png', '/assets/support.html']) {
      const plain = await service.ask(path);
      for (const edition of [1, EDITION, EDITION + 1, 99999]) expect([path, edition, await service.ask(`/edition-${edition}${path}`)]).toMatchObject([path, edition, { status: 200, text: plain.text }]);
    }
    for (const path of ['/edition-1', '/edition-1/', '/edition-/taskpane.html', '/edition-100000/taskpane.html', '/edition-1/edition-1/taskpane.html', '/edition-1/service.js', '/edition-1/api/v1/policy', '/edition-1/healthz', '/edition-1/../data/umsicht.sqlite', '/editions-1/taskpane.html']) {
      expect([path, (await service.ask(path)).status]).toEqual([path, 404]);
    }
  });

  test.each(['/service.js', '/SERVICE.JS', '/%73ervice.js', '/cli.js', '/demo-contacts.csv', '/../data/umsicht.sqlite', '/assets/../service.js', '/assets/%2e%2e%2fservice.js', '/.env', '/assets/', '/umsicht.sqlite',
    '/playground', '/playground.html', '/playground.js', '/playground-office.js', '/playground/office.js', '/playground/addin/taskpane.html', '/nothing.html', '/nothing.js', '/'])(
    '%s is not among them', async (path) => {
      const service = await run();
      const answer = await service.ask(path);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/secret|Eichner/);
    });

  test('come with a policy that lets Outlook frame the pane and nothing else in', async () => {
    const policy = String((await (await run('--frame-ancestors', 'https://mail.firm.example')).ask('/taskpane.html')).headers['content-security-policy']);
    expect(policy).toBe(contentSecurityPolicy(['https://mail.firm.example']));
    expect(policy).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com/);
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/mail\.firm\.example$/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test('change on the disk and are there at once', async () => {
    const service = await run();
    const { etag } = (await service.ask('/launchevent.js')).headers;
    writeFileSync(join(folder.path('dist'), 'launchevent.js'), 'later();');
    const answer = await service.ask('/launchevent.js', { headers: { 'if-none-match': String(etag) } });
    expect([answer.status, answer.text]).toEqual([200, 'later();']);
  });

  test('that were never built keep the service from starting, with what to do', async () => {
    const child = runProgram(['src/service/service.ts', '--port', '0'], { UMSICHT_DATA: folder.path('data') });
    const { status, stderr } = await child.ended;
    expect([status, stderr]).toEqual([2, expect.stringMatching(/Umsicht cannot start:\n {2}The add-in is not in .*npm run build\n$/)]);
  });
});

describe('the demo', () => {
  test('fills an empty database with people of every kind, and leaves a full one alone', async () => {
    const first = await run('--demo');
    const text = (await first.askAbout(['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'emil@yew.example', 'fay@birch.example', 'hanna@linden.example', 'ivy@rowan.example', 'jaya@teak.example'])).text;
    for (const word of ['granted', 'pending', 'withdrawn', 'objected', 'expired', 'existing-customer', '"CH"', '"US"', '"IN"']) expect(text).toContain(word);
    await running.pop()?.stop();

    const store = await folder.store('data/umsicht.sqlite');
    await store.db.deleteFrom('contacts').where('key', '!=', 'anna@oak.example').execute();
    const second = await run('--demo');
    expect((await second.askAbout(['ben@elm.example'])).text).toContain('"unknown"');
  });

  test('without it the database stays empty', async () => {
    expect((await (await run()).askAbout(['anna@oak.example'])).text).toContain('"unknown"');
  });

  test('serves the playground, and the pages of the add-in as they are but for office.js', async () => {
    const service = await run('--demo');
    expect((await service.ask('/')).headers.location).toBe('/playground');
    for (const path of ['/playground', '/playground.html', '/playground.js', '/playground-office.js']) expect([path, (await service.ask(path)).status]).toEqual([path, 200]);
    expect((await service.ask('/playground/office.js')).text).toBe('Office = {};');
    const plain = (await service.ask('/taskpane.html')).text;
    const swapped = (await service.ask('/playground/addin/taskpane.html')).text;
    expect(swapped).toBe(plain.replace('<head>', '<head><base href="/">').replace('https://appsforoffice.microsoft.com/lib/1/hosted/office.js', '/playground/office.js'));
    expect(swapped).toContain('<script src="/playground/office.js"></script>');
  });
});

describe('starting and stopping', () => {
  test('it says whether it is well', async () => {
    const answer = await (await run()).ask('/healthz');
    expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('a port that is taken is named', async () => {
    const { port } = new URL((await run()).address);
    await expect(run('--port', port)).rejects.toThrow(`Port ${port} is taken by another program`);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the program with 0, and the database is whole', async (signal) => {
    const addIn = builtAddIn(folder.path('dist'));
    const script = `require('./src/service/run-service.ts').runService(['--demo', '--port', '0'], process.env, ${JSON.stringify(addIn)})`;
    const child = runProgram(['-e', script], { UMSICHT_DATA: folder.path('data') });
    const [, address] = await child.said(/^Umsicht listens on (http:\/\/127\.0\.0\.1:\d+)\n/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.process.kill(signal);
    expect(await child.ended).toMatchObject({ status: 0, signal: null, stderr: '' });
    const store = await folder.store('data/umsicht.sqlite');
    expect(await store.db.selectFrom('contacts').select('key').where('key', '=', 'anna@oak.example').execute()).toHaveLength(1);
  }, 30_000);
});
