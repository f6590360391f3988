import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestChecksTable } from '../../src/develop/manifest-check-page';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { CHECKS } from '../../src/manifest/check/checks';
import { SEND_MODES } from '../../src/manifest/launch-events';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { BROKEN } from './broken-manifests';
import { BUTTONS, PHONES, PLAIN, SPAM_REPORT, umsichtAt } from './good-manifests';

const check = (text: string, marketplace = false) => checkManifest(text, Buffer.byteLength(text), { marketplace }).findings;
const short = (text: string): readonly string[] => check(text).map(({ code, path }) => `${code} ${path}`);

describe('nothing is said of a good manifest', () => {
  test.each(SEND_MODES)('Umsicht with %s', (sendMode) => {
    expect(check(xmlManifest(umsichtAt({ sendMode })))).toEqual([]);
  });

  test.each([
    ['without phones', xmlManifest(umsichtAt({ mobile: false }))],
    ['of another host, under a name with everything in it', xmlManifest(umsichtAt({ origin: 'https://xn--prf-hoa.example:8443', name: 'A & B <"Test">' }))],
    ['with help elsewhere', xmlManifest(umsichtAt({ supportUrl: 'https://intranet.firm.example/hilfe?thema=umsicht&sprache=de#top' }))],
    ['an old add-in without buttons', PLAIN],
    ['buttons in both versions of the overrides, a menu, contextual activation', BUTTONS],
    ['phones, with prefixes', PHONES],
    ['a report of spam, with the older check of what is sent', SPAM_REPORT],
    ['with CRLF and a byte order mark', `\ufeff${PLAIN.replace(/\n/g, '\r\n')}`],
  ])('%s', (_name, text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('what Outlook would not take is said, all of it and nothing else:', () => {
  test.each(BROKEN.map((broken) => [broken.what, broken] as const))('%s', (_what, { text, found }) => {
    expect([...short(text)].sort()).toEqual([...found].sort());
  });

  test('and where it stands', () => {
    const text = xmlManifest(umsichtAt()).replace('Type="OnAppointmentSend"', '\n   Type="OnAppointmentSent"');
    const [found] = check(text);
    const lines = text.split('\n');
    expect(lines[(found?.line ?? 0) - 1]?.slice((found?.column ?? 0) - 1)).toMatch(/^Type="OnAppointmentSent"/);
    expect(found).toMatchObject({ level: 'error', found: '"OnAppointmentSent"', expected: 'OnAppointmentSend', source: 'OfficeDev/office-js-docs-pr, docs/develop/event-based-activation.md (2026-07-30)' });
  });

  test('with CRLF as with LF', () => {
    const [lf, crlf] = ['\n', '\r\n'].map((end) => check(xmlManifest(umsichtAt()).replace('SoftBlock', 'Softblock').replace(/\n/g, end)));
    expect(crlf).toEqual(lf);
  });
});

describe('for Microsoft\'s Marketplace', () => {
  test('more is demanded, and of nobody else', () => {
    const text = xmlManifest(umsichtAt({ sendMode: 'Block', origin: 'https://localhost:3000' })).replace(/<Version>[^<]+/, '<Version>1.0.0').replace(/ {2}<SupportUrl.*\n/, '').replace(/ {2}<IconUrl.*\n/, '');
    expect(check(text)).toEqual([]);
    const codes = check(text, true).map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual(['marketplace-block', 'marketplace-icons', 'marketplace-localhost', 'marketplace-support', 'marketplace-version']);
    expect(codes.filter((code) => code === 'marketplace-block')).toHaveLength(2);
  });

  test('a manifest that is ready passes', () => {
    expect(check(xmlManifest(umsichtAt()), true)).toEqual([]);
  });
});

test('every check of XML manifests bites in some broken manifest', () => {
  const elsewhere = /^(not-|wrong-encoding|doctype|too-|duplicate-key|unknown-property|missing-property|wrong-type|wrong-count|unknown-action|duplicate-action|undecided-|unassociated-|late-|broken-|module-|icon-not-found|icon-pixels|file-not-found|marketplace-)/;
  const bitten = new Set(BROKEN.flatMap(({ found }) => found.map((each) => each.split(' ')[0] ?? '')));
  expect(Object.keys(CHECKS).filter((code) => !bitten.has(code) && !elsewhere.test(code))).toEqual([]);
});

test('checks are named as plain words, each demand is a sentence', () => {
  for (const [code, { demands }] of Object.entries(CHECKS)) expect([code, demands]).toEqual([expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/), expect.stringMatching(/^[A-ZÄÖÜa-z].*\.$/)]);
});

test('docs/manifest-checks.md lists the checks there are; otherwise: npm run docs', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'manifest-checks.md'), 'utf8');
  expect(/<!-- checks -->\n([^]*?)<!-- \/checks -->/.exec(page)?.[1]).toBe(manifestChecksTable());
});
