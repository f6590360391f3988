import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { policyCommand } from '../../src/cli/policy';
import { COMMON_SETTINGS, type FlexConfirmMailFiles, policyFromFlexConfirmMail } from '../../src/cli/policy-import-flexconfirmmail-policy';
import { FILES, type FileName } from '../../src/cli/policy-import-flexconfirmmail-format';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy, type Policy } from '../../src/core/policy';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { testFolder } from '../store/folder';

const folder = testFolder();
const FIXTURE = join(__dirname, 'fixtures', 'flexconfirmmail');

async function command(...args: readonly string[]): Promise<{ readonly status: number | null; readonly out: string; readonly err: readonly string[] }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let status: number | null = null;
  const texts = Promise.all([text(stdout), text(stderr)]);
  await policyCommand({ stdin: Readable.from([]), stdout, stderr, environment: { LC_ALL: 'C' } }, (ended) => { status = ended; }).parseAsync(['import-flexconfirmmail', ...args], { from: 'user' });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err: err.split('\n').slice(0, -1) };
}

function policyOf(files: FlexConfirmMailFiles): Policy {
  const result = parsePolicy(policyFromFlexConfirmMail(files).document, rules, registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

/** A folder with these files in it. */
function filesIn(name: string, files: { readonly [file: string]: string | Uint8Array }): string {
  const path = folder.path(name);
  mkdirSync(path);
  for (const file of Object.keys(files)) writeFileSync(join(path, file), files[file] as string);
  return path;
}

describe('the files of an administrator', () => {
  test('become a policy, in whatever encoding they are', async () => {
    const { status, out } = await command(FIXTURE);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      $schema: './policy.schema.json',
      version: 2,
      organisation: { domains: ['own.example', 'partner.example', '*.own.example', 'boss@fir.example'], includeSubdomains: false, except: ['lab.own.example'] },
      sending: { delayMinutes: { notice: 2, warning: 2, critical: 2 } },
      rules: {
        'visible-recipients': { severity: 'warning', addresses: 1, organisations: 2 },
        'new-domains': { severity: 'off' },
        'forbidden-recipients': { lists: [{ entries: ['fir.example', 'elm.example'] }] },
        'cautioned-recipients': { lists: [{ entries: ['press.example', 'daily.example'] }, { entries: ['anna@oak-group.example', 'rival.example', '*.rival.example'] }] },
        'cautioned-words': {
          lists: [
            { words: ['.zip', '*secret*', '*top secret*'], in: 'attachments', language: 'none', severity: 'warning' },
            { words: ['.exe', '*re*port*'], in: 'attachments', language: 'none', severity: 'critical' },
            { words: ['*Gehalt*', '*Lohn*'], in: 'body', language: 'none', severity: 'critical', reason: 'Gehälter nur über das Portal. Bitte prüfen.' },
            { words: ['*社外秘*', 'C++'], in: 'body', language: 'none', severity: 'warning', reason: '[警告] 「社外秘」が含まれています。' },
          ],
          onlyOutside: true,
          quotedText: true,
        },
      },
    });
  });

  test('and whatever has no counterpart or is read differently is told with file and line', async () => {
    const { err } = await command(FIXTURE);
    const places = err.map((line) => /^([A-Za-z]+\.txt(?::\d+)?): (.*?): ./.exec(line)?.slice(1, 3).join(' | '));
    expect(places).toEqual([
      'Common.txt | BlockDistributionLists = true (FlexConfirmMail’s default)',
      'Common.txt | AppointmentConfirmationEnabled = false (FlexConfirmMail’s default)',
      'Common.txt:3 | SafeBccThreshold = 3',
      'Common.txt:4 | SafeBccReconfirmationThreshold=8',
      'Common.txt:5 | CountEnabled = True',
      'Common.txt:6 | CountSeconds = 5',
      'Common.txt:7 | MainSkipIfNoExt = yes',
      'Common.txt:10 | DelayDeliverySeconds = 90',
      'Common.txt:11 | BlockDistributionLists = maybe',
      'Common.txt:12 | Colour = blue',
      'Common.txt:13 | FixedParameters = MainSkipIfNoExt,CountSeconds',
      'TrustedDomains.txt:5 | gmx.de',
      'TrustedDomains.txt:7 | *-team@fir.example',
      'TrustedDomains.txt:10 | -lab.own.example',
      'UnsafeDomains.txt | [REWARNING]',
      'UnsafeDomains.txt:1 | domains under [WARNING]',
      'UnsafeDomains.txt:5 | *rival.example',
      'UnsafeDomains.txt:5 | domains under [REWARNING]',
      'UnsafeDomains.txt:7 | domains under [BLOCK]',
      'UnsafeDomains.txt:8 | news?.example',
      'UnsafeDomains.txt:9 | [LATER]',
      'UnsafeFiles.txt:1 | .zip',
      'UnsafeFiles.txt:4 | -draft',
      'UnsafeFiles.txt:6 | .exe',
      'UnsafeFiles.txt:7 | re*port',
      'UnsafeFiles.txt:8 | ***',
      'UnsafeFiles.txt:9 | [intern]',
      'UnsafeBodies.txt | keywords',
      'UnsafeBodies.txt:1 | Keywords = lost',
      'UnsafeBodies.txt:6 | Language = de',
      'UnsafeBodies.txt:8 | C++',
      'UnsafeBodies.txt:10 | WarningType = REWARNING',
      'UnsafeBodies.txt:11 | [Empty]',
    ]);
  });

  test('are found by their names in any case, and those that are not there say nothing', async () => {
    const { status, out } = await command(filesIn('lower', { 'trusteddomains.txt': 'own.example', 'notes.txt': 'elm.example' }));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ organisation: { domains: ['own.example'] } });
  });

  test('go into a file that was not there', async () => {
    const out = folder.path('policy.json');
    expect((await command(FIXTURE, '--out', out)).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe((await command(FIXTURE)).out);
  });
});

describe('a setting of Common.txt', () => {
  const rulesOf = (common: string) => (policyFromFlexConfirmMail({ 'Common.txt': common }).document as { rules: { [id: string]: object } }).rules;
  const visible = (common: string) => rulesOf(common)['visible-recipients'];

  test.each([
    ['', { severity: 'warning', addresses: 1, organisations: 3 }],
    ['SafeBccThreshold=2', { severity: 'warning', addresses: 1, organisations: 1 }],
    ['SafeBccThreshold=1', { severity: 'warning', addresses: 1, organisations: 1 }],
    ['SafeBccThreshold=0', { severity: 'warning', addresses: 1, organisations: 4 }],
    ['SafeBccThreshold=9\nSafeBccReconfirmationThreshold=3', { severity: 'warning', addresses: 1, organisations: 2 }],
    ['SafeBccThreshold=-3\nBccConversionRecommendationDomainsThreshold=0', { severity: 'off' }],
    ['SafeBccEnabled=no', { severity: 'off' }],
    ['SafeBccEnabled=no\nConvertToBccEnabled=yes\nConvertToBccThreshold=6', { severity: 'notice', noticeAboveAddresses: 5 }],
    ['ConvertToBccEnabled=yes', { severity: 'warning', addresses: 1, organisations: 3, noticeAboveAddresses: 1 }],
    ['SafeBccThreshold=3x', { severity: 'warning', addresses: 1, organisations: 2 }],
    ['SafeBccThreshold=many', { severity: 'warning', addresses: 1, organisations: 3 }],
    ['SafeBccThreshold=2\nSafeBccThreshold=6', { severity: 'warning', addresses: 1, organisations: 4 }],
    ['[Other]\nSafeBccThreshold=2', { severity: 'warning', addresses: 1, organisations: 3 }],
    ['[Common]\nSafeBccThreshold=2', { severity: 'warning', addresses: 1, organisations: 1 }],
    ['# SafeBccThreshold=2', { severity: 'warning', addresses: 1, organisations: 3 }],
    ['safebccthreshold=2', { severity: 'warning', addresses: 1, organisations: 3 }],
  ])('%j: people who see each other', (common, expected) => {
    expect(visible(common)).toEqual(expected);
  });

  test.each([['', 'warning'], ['SafeNewDomainsEnabled=0', 'off'], ['SafeNewDomainsEnabled=ON', 'warning']])('%j: domains added to a reply', (common, severity) => {
    expect(rulesOf(common)['new-domains']).toEqual({ severity });
  });

  test.each([[1, 1], [60, 1], [61, 2], [3600, 60], [604801, 10080], [99999999, 10080]])('a delay of %d seconds becomes one of %d minutes', (seconds, minutes) => {
    expect(policyOf({ 'Common.txt': `DelayDeliveryEnabled=yes\nDelayDeliverySeconds=${seconds}` }).sending.delayMinutes).toEqual({ notice: minutes, warning: minutes, critical: minutes });
  });

  test('no delay without both settings', () => {
    for (const common of ['DelayDeliverySeconds=90', 'DelayDeliveryEnabled=yes\nDelayDeliverySeconds=0']) {
      expect(policyFromFlexConfirmMail({ 'Common.txt': common }).document).not.toHaveProperty('sending');
    }
  });

  test.each([
    ['lines that end as on old Macs', { 'TrustedDomains.txt': 'own.example\relm.example' }, { organisation: { domains: ['own.example', 'elm.example'] } }],
    ['control characters', { 'TrustedDomains.txt': '\u0007own.example\u0000\n\u001felm.example' }, { organisation: { domains: ['own.example', 'elm.example'] } }],
    ['an entry in two spellings', { 'TrustedDomains.txt': 'Own.example\n*@own.example\n@own.example' }, { organisation: { domains: ['own.example'] } }],
    ['a comment behind an entry is part of it, and no domain', { 'TrustedDomains.txt': 'own.example\nelm.example # partner' }, { organisation: { domains: ['own.example'] } }],
    ['a section without a name', { 'UnsafeBodies.txt': '[]\nKeywords = falke' }, { rules: expect.not.objectContaining({ 'cautioned-words': expect.anything() }) }],
    ['a section that goes on further below', { 'UnsafeBodies.txt': '[A]\nKeywords = falke\n[B]\nKeywords = adler\n[A]\nMessage = Vorsicht' }, { rules: { 'cautioned-words': { lists: [{ words: ['*falke*'], reason: 'Vorsicht' }, { words: ['*adler*'] }] } } }],
  ])('%s', (_, files, expected) => {
    expect(policyFromFlexConfirmMail(files).document).toMatchObject(expected);
  });

  test('lines that are none, and names that every object has, are told', () => {
    const { notes } = policyFromFlexConfirmMail({ 'Common.txt': '= yes\nSafeBccEnabled\ntoString = yes\nSafeBccEnabled = yes' });
    expect(notes.filter(({ line }) => line !== null).map(({ line, why }) => [line, why])).toEqual([
      [1, 'no setting: it is not of the form name = value'],
      [2, 'no setting: it is not of the form name = value'],
      [3, 'no setting of FlexConfirmMail, or of a later version'],
    ]);
  });

  test('none of its names is met in an object’s own ways', () => {
    expect(() => policyOf({ 'Common.txt': '__proto__ = 1\nconstructor = yes\n[__proto__]\nSafeBccThreshold = 1', 'UnsafeBodies.txt': '[__proto__]\nKeywords = a1\n[constructor]\nKeywords = b2' })).not.toThrow();
    expect(policyOf({ 'UnsafeBodies.txt': '[__proto__]\nKeywords = a1' }).rules['cautioned-words']?.options['lists']).toHaveLength(1);
  });
});

test('the page for administrators names every setting there is, and what it shows is so', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'from-flexconfirmmail.md'), 'utf8');
  for (const name of [...COMMON_SETTINGS, ...FILES, 'Keywords', 'Message', 'WarningType', 'Language']) expect(page).toContain(`\`${name}\``);
  expect(COMMON_SETTINGS).toHaveLength(23);
  const shown = (entry: string) => policyFromFlexConfirmMail({ 'UnsafeFiles.txt': entry }).document;
  for (const [, entry, word] of page.matchAll(/^\| `([^`]+)`(?: \(attachments\))? \| `([^`]+)` \| (?:found|whole|this|the asterisk|$)/gm)) {
    expect(shown(entry as string)).toMatchObject({ rules: { 'cautioned-words': { lists: [{ words: [word] }] } } });
  }
});

describe('what cannot be read', () => {
  test.each([
    ['a folder that is not there', () => folder.path('nowhere'), [': there is no such folder']],
    ['a file', () => folder.file('a-file', 'x'), [': it is no folder']],
    ['a folder without any of the files', () => filesIn('without', { 'other.txt': 'x' }), [": none of FlexConfirmMail's files is there (Common.txt, TrustedDomains.txt, UnsafeDomains.txt, UnsafeFiles.txt, UnsafeBodies.txt)"]],
    ['Shift_JIS, half a UTF-16, zeros, and a name twice', () => filesIn('codes', {
      'Common.txt': Uint8Array.of(0x8e, 0xd0, 0x8a, 0x4f), 'UnsafeFiles.txt': Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00), 'UnsafeBodies.txt': 'a\u0000b', 'TrustedDomains.txt': 'a.example', 'trusteddomains.TXT': 'b.example',
    }), ['Common.txt: neither UTF-8 nor UTF-16 with a byte order mark', 'are one file to FlexConfirmMail; keep one of them', 'UnsafeFiles.txt: neither UTF-8 nor UTF-16 with a byte order mark', 'UnsafeBodies.txt: neither UTF-8 nor UTF-16 with a byte order mark']],
    ['a file of nine megabytes', () => filesIn('long', { 'Common.txt': '#'.repeat(9 * 1024 * 1024) }), ['Common.txt: longer than 8 MB']],
  ])('%s: every problem at once, and nothing is written', async (_, path, problems) => {
    const { status, out, err } = await command(path());
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toHaveLength(problems.length);
    problems.forEach((problem, index) => expect(err[index]).toContain(problem));
  });

  test('a folder and a pipe in place of files', async () => {
    const path = filesIn('odd', { 'TrustedDomains.txt': 'own.example' });
    mkdirSync(join(path, 'Common.txt'));
    execFileSync('mkfifo', [join(path, 'UnsafeDomains.txt')]);
    const { status, err } = await command(path);
    expect([status, err]).toEqual([2, [`${join(path, 'Common.txt')}: it is a folder`, `${join(path, 'UnsafeDomains.txt')}: it is no file`]]);
  });

  test('a file that is there is not overwritten without --force', async () => {
    const out = folder.file('kept.json', 'mine');
    const { status, err } = await command(FIXTURE, '--out', out);
    expect([status, err]).toEqual([2, [`${out}: it is there already; --force overwrites it`]]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await command(FIXTURE, '--out', out, '--force')).status).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveProperty('version', 2);
  });

  test('a file in a folder that is not there is not written', async () => {
    const out = join(folder.path('missing-folder'), 'policy.json');
    expect((await command(FIXTURE, '--out', out)).status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('what a file says does not steer the terminal', async () => {
    const { err } = await command(filesIn('escape', { 'TrustedDomains.txt': '\u001b[31mred\u202e.example\nown.example' }));
    expect(err.join('\n')).not.toMatch(/[\u001b\u202e]/);
    cpSync(FIXTURE, folder.path('copy'), { recursive: true });
  });
});

describe('whatever the files hold', () => {
  const domain = fc.constantFrom('own.example', 'mail.own.example', 'fir.example', 'ash.example', 'notfir.example', 'müller.example', 'gmx.de', 'co.uk');
  const entry = fc.oneof(domain, fc.tuple(fc.constantFrom('-', '@', '-@', '*.', '*@', 'anna@', '-anna@', '*', '?', '# '), domain).map(([before, name]) => before + name), fc.string(), fc.string({ unit: 'grapheme' }));
  const heading = fc.constantFrom('[WARNING]', '[Rewarning]', '[BLOCK]', '[]', '[x]', '[__proto__]', '[Common]', '[');
  const setting = fc.tuple(fc.constantFrom('SafeBccEnabled', 'SafeBccThreshold', 'SafeBccReconfirmationThreshold', 'BccConversionRecommendationDomainsThreshold', 'ConvertToBccEnabled', 'ConvertToBccThreshold', 'SafeNewDomainsEnabled', 'MainSkipIfNoExt', 'DelayDeliveryEnabled', 'DelayDeliverySeconds', 'CountSeconds', 'Keywords', 'Message', 'WarningType', 'Language', 'hasOwnProperty'), fc.constantFrom('=', ' = ', ''), fc.oneof(fc.constantFrom('true', 'off', '0', '1', '-7', '99999999999999999999', '1e9', '', 'a,b , -a,*,?', 'block', 'NaN'), fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
  const anyFile = fc.tuple(fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.oneof(entry, heading, setting), { maxLength: 25 })).map(([end, lines]) => lines.join(end));
  const anyFiles: fc.Arbitrary<FlexConfirmMailFiles> = fc.record({ 'Common.txt': anyFile, 'TrustedDomains.txt': anyFile, 'UnsafeDomains.txt': anyFile, 'UnsafeFiles.txt': anyFile, 'UnsafeBodies.txt': anyFile } satisfies { [F in FileName]: fc.Arbitrary<string> }, { requiredKeys: [] });

  test('the result is a policy, and every note names a line that is there', () => {
    fc.assert(fc.property(anyFiles, (files) => {
      const { document, notes } = policyFromFlexConfirmMail(files);
      expect(parsePolicy(JSON.parse(JSON.stringify(document)), rules, registrableDomain)).toMatchObject({ ok: true });
      for (const { file, line, what, why } of notes) {
        expect(FILES).toContain(file);
        if (line !== null) expect((files[file] ?? '').split(/\r\n|\n|\r/).length).toBeGreaterThanOrEqual(line);
        expect([what, why]).not.toContain('');
      }
    }), { numRuns: 400 });
  });

  const people = fc.constantFrom('anna@fir.example', 'ben@mail.fir.example', 'anna@ash.example', 'eva@own.example', 'cem@notfir.example', 'max@müller.example');
  const draftTo = (address: string, rest: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, subject: 'Plan', recipients: [{ address, name: '', field: 'to' }], ...rest });
  const findings = (files: FlexConfirmMailFiles, draft: Draft, rule: string) =>
    evaluate({ draft, policy: policyOf({ 'TrustedDomains.txt': 'own.example', ...files }), evidence: NO_EVIDENCE, now: 0, world: exactWorld }, rules.filter(({ id }) => id === rule)).filter(({ outcome }) => outcome === 'failed');

  /** What FlexConfirmMail does with entries without wildcards: the whole domain, or the whole address. */
  const isListedThere = (entries: readonly string[], address: string) => {
    const kept = entries.filter((each) => !each.startsWith('-') && !entries.includes(`-${each}`));
    return kept.some((each) => (each.includes('@') ? each === address : each === address.split('@')[1]));
  };

  test('whoever FlexConfirmMail blocks is blocked here, and nobody of other domains is', () => {
    const plain = fc.constantFrom<string>('fir.example', '-fir.example', 'anna@ash.example', '-anna@ash.example', 'own.example', 'müller.example', 'anna@fir.example');
    fc.assert(fc.property(fc.array(plain, { maxLength: 6 }), people, (entries, address) => {
      const found = findings({ 'UnsafeDomains.txt': ['[BLOCK]', ...entries].join('\n') }, draftTo(address), 'forbidden-recipients');
      // Subdomains come along here.
      const above = address.replace('@mail.', '@');
      expect(found.length > 0).toBe(isListedThere(entries, address) || isListedThere(entries.filter((each) => !each.includes('@')), above));
    }));
  });

  test('whom FlexConfirmMail trusts is inside here, and nobody else', () => {
    const plain = fc.constantFrom<string>('fir.example', '-fir.example', 'anna@ash.example', '-anna@ash.example', 'own.example', 'mail.fir.example');
    fc.assert(fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), people, (entries, address) => {
      fc.pre(entries.some((each) => !each.startsWith('-') && !entries.includes(`-${each}`)));
      const word = { 'UnsafeBodies.txt': '[A]\nKeywords = falke', 'Common.txt': 'MainSkipIfNoExt = yes' };
      const found = findings({ ...word, 'TrustedDomains.txt': entries.join('\n') }, draftTo(address, { body: 'Falke' }), 'cautioned-words');
      expect(found.length === 0).toBe(isListedThere(entries, address));
    }));
  });

  test('a keyword of letters that FlexConfirmMail finds in a text is found here', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'Ä', 'ß', '社', '秘'), minLength: 1, maxLength: 4 });
    fc.assert(fc.property(letters, fc.array(letters, { maxLength: 5 }), fc.nat(5), (keyword, words, place) => {
      const body = [...words.slice(0, place), `xx${keyword}yy`, ...words.slice(place)].join(' ');
      expect(findings({ 'UnsafeBodies.txt': `[A]\nKeywords = ${keyword}\nWarningType = BLOCK` }, draftTo('anna@fir.example', { body }), 'cautioned-words')).toMatchObject([{ severity: 'critical' }]);
    }));
  });
});
