import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { manifestCommand } from '../../src/cli/manifest';
import { EDITION } from '../../src/manifest/edition';
import { unifiedManifest } from '../../src/manifest/unified-manifest';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { umsichtAt } from '../manifest/good-manifests';
import { runProgram } from '../programs/run-program';
import { testFolder } from '../store/folder';

const folder = testFolder();
const ORIGIN = ['--origin', 'https://guard.example'];
const ASSETS = join(__dirname, '..', '..', 'assets');
const BUNDLE = join(__dirname, '..', '..', 'dist', 'launchevent.js');

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

async function manifest(args: readonly string[], { input, columns }: { readonly input?: string | Uint8Array; readonly columns?: number } = {}): Promise<Ended> {
  const stdout = Object.assign(new PassThrough(), columns !== undefined && { isTTY: true, columns });
  const stderr = new PassThrough();
  let status: number | null = null;
  const texts = Promise.all([text(stdout), text(stderr)]);
  await manifestCommand({ stdin: Readable.from(input === undefined ? [] : [Buffer.from(input)]), stdout, stderr, environment: { LC_ALL: 'C' } }, (ended) => { status = ended; }).parseAsync(args, { from: 'user' });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

const V = `1.${EDITION}`;

describe('made', () => {
  test('without a file it goes to standard output', async () => {
    expect(await manifest([...ORIGIN, '--send-mode', 'Block'])).toEqual({ status: 0, err: '', out: xmlManifest(umsichtAt({ sendMode: 'Block' })) });
    expect(await manifest([...ORIGIN, '--unified'])).toEqual({ status: 0, err: '', out: unifiedManifest(umsichtAt()).manifest.text });
  });

  test('everything that is chosen is in it', async () => {
    const { out } = await manifest([...ORIGIN, '--send-mode', 'PromptUser', '--name', 'Umsicht (Test)', '--no-mobile', '--revision', '7', '--support-url', 'https://intranet.firm.example/hilfe', '--privacy-url', 'https://intranet.firm.example/datenschutz', '--terms-url', 'https://intranet.firm.example/regeln']);
    expect(out).toBe(xmlManifest(umsichtAt({ sendMode: 'PromptUser', name: 'Umsicht (Test)', mobile: false, revision: 7, supportUrl: 'https://intranet.firm.example/hilfe' })));
    const { out: unified } = await manifest([...ORIGIN, '--unified', '--privacy-url', 'https://intranet.firm.example/datenschutz', '--terms-url', 'https://intranet.firm.example/regeln']);
    expect(JSON.parse(unified)).toMatchObject({ developer: { privacyUrl: 'https://intranet.firm.example/datenschutz', termsOfUseUrl: 'https://intranet.firm.example/regeln' } });
  });

  test('into a file again and again: the version rises with a change, and only then', async () => {
    const file = folder.path('umsicht.xml');
    const make = (...more: readonly string[]) => manifest([...ORIGIN, '--out', file, ...more]);
    const version = (): string => /<Version>([^<]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const { id } = umsichtAt();
    expect(await make()).toEqual({ status: 0, out: '', err: `${file}: version ${V}.0, id ${id}, send mode SoftBlock\n` });
    expect(await make()).toEqual({ status: 0, out: '', err: `${file}: is as it should be: version ${V}.0\n` });
    expect(await make('--send-mode', 'Block')).toEqual({ status: 0, out: '', err: `${file}: version ${V}.1, id ${id}, send mode Block; was version ${V}.0\n` });
    expect((await make('--send-mode', 'Block')).err).toBe(`${file}: is as it should be: version ${V}.1\n`);
    expect((await make('--no-mobile')).status).toBe(0);
    expect(version()).toBe(`${V}.2.0`);
    expect((await make('--no-mobile', '--revision', '2')).err).toBe(`${file}: is as it should be: version ${V}.2\n`);
    expect(await make('--revision', '2')).toEqual({ status: 2, out: '', err: `umsicht: ${file}: --revision 2: it is 2 already, and has to rise with a change\n` });
    expect((await make('--revision', '40')).status).toBe(0);
    expect(version()).toBe(`${V}.40.0`);
  });

  test('from an older edition it starts to count anew, and never goes back to one', async () => {
    const file = folder.file('older.xml', xmlManifest({ ...umsichtAt(), version: '1.0.9' }));
    expect((await manifest([...ORIGIN, '--out', file])).err).toMatch(`version ${V}.0, `);
    const newer = folder.file('newer.xml', xmlManifest({ ...umsichtAt(), version: `1.${EDITION + 1}.0` }));
    expect(await manifest([...ORIGIN, '--out', newer])).toMatchObject({ status: 2, err: expect.stringContaining('was made by a newer Umsicht') as string });
  });

  test.each([
    ['of another host', xmlManifest(umsichtAt({ origin: 'https://other.example' })), 'is the manifest of another add-in'],
    ['that is none', 'Dear colleagues,', 'is no manifest of this program'],
  ])('a file %s is left alone', async (_what, content, problem) => {
    const file = folder.file('taken.xml', content);
    expect(await manifest([...ORIGIN, '--out', file])).toMatchObject({ status: 2, err: expect.stringContaining(problem) as string });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  test('the package of a unified manifest holds all it names, and is the same file whenever it is made', async () => {
    const [one, two] = [folder.path('one.zip'), folder.path('two.zip')];
    for (const file of [one, two]) expect((await manifest([...ORIGIN, '--unified', '--out', file])).status).toBe(0);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(one))).sort()).toEqual(['color.png', 'de.json', 'manifest.json', 'outline.png']);
    expect(await manifest(['check', one, '--icons', ASSETS, '--bundle', BUNDLE])).toEqual({ status: 0, err: '', out: `${one}: unified manifest, no errors, no recommendations\n` });
    expect((await manifest([...ORIGIN, '--unified', '--send-mode', 'Block', '--out', one])).err).toContain(`version ${V}.1, `);
  });

  test.each<[string, readonly string[], string]>([
    ['no origin', [], '--origin is needed'],
    ['an ending that says something else', [...ORIGIN, '--out', 'umsicht.json'], 'for JSON there is --unified'],
    ['an ending nobody takes', [...ORIGIN, '--unified', '--out', 'umsicht.xml'], 'ends in .json, or as a package'],
    ['a unified manifest where none is taken', [...ORIGIN, '--unified', '--cloud', 'gcch'], 'no Integrated apps'],
    ['a folder that is not there', [...ORIGIN, '--out', join('no', 'such', 'folder', 'a.xml')], 'could not be written: there is no such file'],
  ])('not with %s', async (_what, args, problem) => {
    expect(await manifest(args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(problem) as string });
  });

  test.each([
    ['--origin', 'http://guard.example'], ['--origin', 'https://guard.example/addin'], ['--origin', 'guard.example'], ['--send-mode', 'softBlock'], ['--cloud', 'moon'], ['--name', 'n'.repeat(31)], ['--name', ' '],
    ['--support-url', 'javascript:alert(1)'], ['--support-url', 'https://user:secret@firm.example'], ['--privacy-url', 'intranet'], ['--revision', '-1'], ['--revision', '100000'],
  ])('%s %s is refused with what is expected', async (flag, value) => {
    const { status, stdout, stderr } = await runProgram(['src/cli/cli.ts', 'manifest', ...(flag === '--origin' ? [] : ORIGIN), flag, value], {}).ended;
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^error: option '${flag} <\\w+>' argument '${value.replace(/[()[\]]/g, '\\$&')}' is invalid\\.`));
  }, 30_000);

  test('for another cloud it says how the service has to be run', async () => {
    const { err } = await manifest([...ORIGIN, '--cloud', 'dod', '--out', folder.path('dod.xml')]);
    expect(err).toContain('run the service with --cloud dod, so that its pages load office.js from https://appsforoffice.dod.cdn.office.net/');
  });
});

describe('checked', () => {
  const BROKEN = xmlManifest(umsichtAt()).replace('Type="OnMessageSend"', 'Type="OnMessageSent"').replace('<Set Name="Mailbox" MinVersion="1.5"', '<Set Name="Mailbox" MinVersion="1.8"');

  test('each finding has its place, its path, what was found, what was expected and where that is written', async () => {
    const file = folder.file('broken.xml', BROKEN);
    expect(await manifest(['check', file])).toEqual({
      status: 1,
      err: '',
      out: `${file}: XML manifest, 1 error, 1 recommendation

${file}:24:27: recommendation high-base-requirement
  /OfficeApp/Requirements/Sets/Set/@MinVersion
  found     Mailbox 1.8
  expected  Mailbox 1.5 or less
  source    OfficeDev/office-js-docs-reference, docs/requirement-sets/outlook/outlook-api-requirement-sets.md (2026-06-23)

${file}:134:30: error unknown-event
  /OfficeApp/VersionOverrides/VersionOverrides/Hosts/Host/DesktopFormFactor/ExtensionPoint[3]/LaunchEvents/LaunchEvent[1]/@Type
  found     "OnMessageSent"
  expected  OnMessageSend
  source    OfficeDev/office-js-docs-pr, docs/develop/event-based-activation.md (2026-07-30)
`,
    });
  });

  test('several at once, as JSON; errors alone if wanted', async () => {
    const [broken, good] = [folder.file('broken.xml', BROKEN), folder.file('good.xml', xmlManifest(umsichtAt()))];
    const { status, out } = await manifest(['check', broken, good, '--format', 'json', '--errors-only']);
    expect([status, JSON.parse(out)]).toEqual([1, { version: 1, files: [
      { file: broken, kind: 'xml', findings: [expect.objectContaining({ code: 'unknown-event', level: 'error', line: 134, column: 30 })] },
      { file: good, kind: 'xml', findings: [] },
    ] }]);
  });

  test('recommendations alone are no failure', async () => {
    const { status, out } = await manifest(['check', '-'], { input: BROKEN.replace('OnMessageSent', 'OnMessageSend') });
    expect([status, out.split('\n')[0]]).toEqual([0, 'standard input: XML manifest, no errors, 1 recommendation']);
  });

  test('in colour for people who watch', async () => {
    const { out } = await manifest(['check', folder.file('broken.xml', BROKEN)], { columns: 60 });
    expect(out).toContain('\u001b[1;31merror\u001b[0m');
  });

  test('what could not be read is 2, and the others are checked all the same', async () => {
    const good = folder.file('good.xml', xmlManifest(umsichtAt()));
    const { status, out, err } = await manifest(['check', folder.path('missing.xml'), good]);
    expect([status, err, out]).toEqual([2, `${folder.path('missing.xml')}: there is no such file\n`, `${good}: XML manifest, no errors, no recommendations\n`]);
    expect((await manifest(['check', '-', '-'])).status).toBe(2);
    expect((await manifest(['check', good, '--bundle', folder.path('missing.js')])).status).toBe(2);
    expect((await manifest(['check', good, '--icons', folder.path('missing')])).status).toBe(2);
    expect((await manifest(['check', '-'], { input: Buffer.from('PK\x03\x04rubbish', 'latin1') })).err).toBe('standard input: no ZIP file that can be read\n');
    expect((await manifest(['check', '-'], { input: zipSync({ 'readme.txt': strToU8('hello') }) })).err).toBe('standard input: no manifest.json in the package\n');
  });

  test.each<[string, Uint8Array, string]>([
    ['UTF-16', Buffer.from(`\ufeff${xmlManifest(umsichtAt())}`, 'utf16le'), '1:1: error wrong-encoding'],
    ['Latin-1', Buffer.from(xmlManifest(umsichtAt()), 'latin1'), '10:1: error wrong-encoding'],
  ])('a file in %s is named as such, with the line', async (_what, bytes, found) => {
    const { status, out } = await manifest(['check', '-'], { input: bytes });
    expect([status, out]).toEqual([1, expect.stringContaining(`standard input:${found}`)]);
  });

  test('a byte order mark is passed over', async () => {
    expect((await manifest(['check', '-'], { input: `\ufeff${xmlManifest(umsichtAt())}` })).status).toBe(0);
  });

  test('what a manifest says goes to no terminal as it is', async () => {
    const { out } = await manifest(['check', '-'], { input: xmlManifest(umsichtAt()).replace('>ReadWriteItem<', '>\u202eReadWrite\u009bItem<') });
    expect(out).toContain('\\u202eReadWrite\\u009bItem');
    expect(out).not.toMatch(/[\u202e\u009b]/);
  });
});

describe('the script of the events', () => {
  test('is held against every function, and its own faults are told under its name', async () => {
    const good = folder.file('good.xml', xmlManifest(umsichtAt()));
    expect((await manifest(['check', good, '--bundle', BUNDLE])).status).toBe(0);
    const script = folder.file('events.js', `${readFileSync(BUNDLE, 'utf8').replace('"onAppointmentSendHandler"', '"onAppointmentSend"')}\nasync function f() {}`);
    const { status, out } = await manifest(['check', good, '--bundle', script]);
    expect(status).toBe(1);
    expect(out).toContain(`${good}:135:`);
    expect(out).toContain('found     onAppointmentSendHandler, which the script does not associate');
    expect(out).toMatch(/events\.js: script of the events, 1 error, no recommendations\n\n.*events\.js:\d+:\d+: error not-es2016/);
  });
});

describe('the pictures', () => {
  const pictures = (): string => {
    const icons = folder.path('icons');
    mkdirSync(join(icons, 'assets'), { recursive: true });
    for (const size of [16, 20, 24, 32, 40, 48, 64, 80]) for (const name of ['icon', 'bcc']) copyFileSync(join(ASSETS, `${name}-${size}.png`), join(icons, 'assets', `${name}-${size}.png`));
    copyFileSync(join(ASSETS, 'icon-128.png'), join(icons, 'assets', 'icon-128.png'));
    return icons;
  };

  test('are there, in the sizes the manifest says', async () => {
    const good = folder.file('good.xml', xmlManifest(umsichtAt()));
    for (const icons of [ASSETS, pictures()]) expect([icons, (await manifest(['check', good, '--icons', icons])).status]).toEqual([icons, 0]);
  });

  test('that are missing, of another size, or no pictures Outlook shows are named', async () => {
    const icons = pictures();
    copyFileSync(join(ASSETS, 'icon-80.png'), join(icons, 'assets', 'icon-16.png'));
    copyFileSync(join(ASSETS, 'icon.svg'), join(icons, 'assets', 'bcc-16.png'));
    writeFileSync(join(icons, 'assets', 'bcc-20.png'), 'no picture');
    writeFileSync(join(icons, 'assets', 'bcc-24.png'), readFileSync(join(ASSETS, 'bcc-24.png')).subarray(0, 12));
    const { out } = await manifest(['check', folder.file('good.xml', xmlManifest(umsichtAt()).replace(/icon-64/g, 'icon-65')), '--icons', icons, '--format', 'json']);
    const { files: [{ findings }] } = JSON.parse(out) as { readonly files: readonly [{ readonly findings: readonly { readonly code: string; readonly found: string }[] }] };
    expect(findings.map(({ code, found }) => `${code} ${found.replace(/.*assets\//, '')}`)).toEqual([
      'icon-not-found icon-65.png', 'icon-pixels icon-16.png with 80 × 80 pixels', 'icon-not-found icon-65.png', 'icon-format bcc-16.png, which is svg', 'icon-format bcc-20.png, which is no picture', 'icon-format bcc-24.png, which is no picture',
    ]);
  });

  test('are looked for nowhere but in the folder', async () => {
    const icons = join(pictures(), 'assets');
    writeFileSync(folder.path('secret.png'), readFileSync(join(ASSETS, 'icon-64.png')));
    expect(existsSync(join(icons, '..', '..', 'secret.png'))).toBe(true);
    const { out } = await manifest(['check', '-', '--icons', icons, '--format', 'json'], { input: xmlManifest(umsichtAt()).replace(/https:\/\/guard\.example\/edition-\d+\/assets\/icon-64\.png/, 'https://guard.example/../../secret.png') });
    expect(out).toContain('"found": "https://guard.example/../../secret.png"');
  });

  test('of a package are those in it', async () => {
    const file = folder.path('umsicht.zip');
    await manifest([...ORIGIN, '--unified', '--out', file]);
    const { 'color.png': color, 'de.json': _, ...files } = unzipSync(readFileSync(file));
    writeFileSync(file, zipSync({ ...files, 'outline.png': color as Uint8Array }));
    const { status, out } = await manifest(['check', file]);
    expect(status).toBe(1);
    expect(out).toMatch(/error icon-pixels\n {2}icons\.outline\n {2}found {5}outline\.png with 192 × 192 pixels/);
    expect(out).toMatch(/error icon-not-found\n {2}icons\.color/);
    expect(out).toMatch(/error file-not-found\n {2}localizationInfo\.additionalLanguages\[0\]\.file\n {2}found {5}de\.json/);
    expect(out.match(/file-not-found/g)).toHaveLength(1);
  });
});
