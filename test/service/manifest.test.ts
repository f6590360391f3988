import { checkManifest } from '../../src/manifest/check/check-manifest';
import { unifiedManifest } from '../../src/manifest/unified-manifest';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { OFFICE_CLOUD_NAMES, OFFICE_CLOUDS } from '../../src/reference/office-clouds';
import { umsichtAt } from '../manifest/good-manifests';
import { testFolder } from '../store/folder';
import { configurationOf, runningService, type TestService } from './running';

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

const ORIGIN = ['--origin', 'https://guard.example'];

describe('the manifest the service gives out', () => {
  test('is the one umsicht manifest makes for its origin', async () => {
    const service = await run(...ORIGIN);
    const { status, text } = await service.ask('/manifest.xml');
    expect([status, text]).toEqual([200, xmlManifest(umsichtAt())]);
    const unified = await service.ask('/manifest.json');
    expect([unified.status, unified.headers['content-type'], unified.text]).toEqual([200, 'application/json; charset=utf-8', unifiedManifest(umsichtAt()).manifest.text]);
  });

  test('says what is set', async () => {
    const service = await run(
      ...ORIGIN, '--manifest-send-mode', 'Block', '--manifest-name', 'Umsicht (Test)', '--manifest-without-phones', '--manifest-revision', '3', '--manifest-support-url', 'https://intranet.firm.example/hilfe',
      '--manifest-privacy-url', 'https://intranet.firm.example/datenschutz', '--manifest-terms-url', 'https://intranet.firm.example/regeln');
    const addIn = umsichtAt({
      sendMode: 'Block', name: 'Umsicht (Test)', mobile: false, revision: 3, supportUrl: 'https://intranet.firm.example/hilfe', privacyUrl: 'https://intranet.firm.example/datenschutz', termsUrl: 'https://intranet.firm.example/regeln',
    });
    expect((await service.ask('/manifest.xml')).text).toBe(xmlManifest(addIn));
    expect((await service.ask('/manifest.json')).text).toBe(unifiedManifest(addIn).manifest.text);
  });

  test('has nothing to be said of, at every origin, and is another add-in at each', async () => {
    const ids = new Set<string>();
    for (const origin of ['https://guard.example', 'https://guard.example:8443', 'https://localhost:3000']) {
      const { text } = await (await run('--origin', origin)).ask('/manifest.xml');
      expect(checkManifest(text, Buffer.byteLength(text), { marketplace: false }).findings).toEqual([]);
      ids.add(/<Id>([^<]+)/.exec(text)?.[1] ?? '');
    }
    expect(ids.size).toBe(3);
  });
});

describe('pages for people', () => {
  test('are the service\'s own, or the organisation\'s', async () => {
    const service = await run(...ORIGIN, '--manifest-privacy-url', 'https://intranet.firm.example/datenschutz');
    expect((await service.ask('/assets/support.html')).status).toBe(200);
    const privacy = await service.ask('/edition-1/assets/privacy.html');
    expect([privacy.status, privacy.headers.location]).toEqual([302, 'https://intranet.firm.example/datenschutz']);
  });

  test.each(['javascript:alert(1)', 'http://intranet.firm.example', 'https://anna:secret@firm.example', '//firm.example', 'intranet'])('%s is no page', (url) => {
    expect(() => configurationOf(['--manifest-support-url', url])).toThrow(/^--manifest-support-url: expected an address such as https:\/\/intranet\.firm\.example\/umsicht/);
  });
});

describe('office.js', () => {
  test.each(OFFICE_CLOUD_NAMES)('comes from where the cloud %s has it, and the page may load it', async (cloud) => {
    const service = await run(...ORIGIN, '--cloud', cloud);
    for (const page of ['/taskpane.html', '/launchevent.html']) {
      const { text, headers } = await service.ask(page);
      expect([...text.matchAll(/<script src="(https:[^"]+)"/g)].map(([, source]) => source)).toEqual([OFFICE_CLOUDS[cloud].officeJs]);
      const { hostname } = new URL(OFFICE_CLOUDS[cloud].officeJs);
      const allowed = /script-src ([^;]+)/.exec(String(headers['content-security-policy']))?.[1]?.split(' ') ?? [];
      expect(allowed.some((source) => source === `https://${hostname}` || (source.startsWith('https://*.') && hostname.endsWith(source.slice('https://*'.length))))).toBe(true);
    }
    expect((await service.ask('/manifest.json')).status).toBe(cloud === 'standard' ? 200 : 404);
  });

  test('in the playground is ours in every cloud', async () => {
    const service = await run('--demo', '--cloud', 'dod');
    expect((await service.ask('/playground/addin/taskpane.html')).text).toContain('<script src="/playground/office.js">');
  });

  test('of a cloud there is not keeps the service from starting', () => {
    expect(() => configurationOf(['--cloud', 'moon'])).toThrow('--cloud: expected one of standard, gcc, gcch, dod, china, got "moon"');
  });
});
