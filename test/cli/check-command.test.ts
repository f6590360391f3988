import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { checkCommand } from '../../src/cli/check';
import { rules } from '../../src/rules';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..');
const FIXTURES = join(__dirname, 'fixtures');
const NOW = '2026-11-23T12:00:00Z';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'umsicht-check-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('fine.eml', 'From: eva@own.example\nTo: anna@oak.example\nSubject: Termin\n\nHallo Anna\n');
  write('circular.eml', 'From: Eva <eva@own.example>\nTo: anna@oak.example, ben@elm.example, cem@ash.example\nCc: "Dora Fir" <dora@fir.example>, finn@own.example\nSubject: Termin\n\nHallo\n');
  write('newsletter.json', JSON.stringify({
    from: { address: 'eva@own.example', name: 'Eva' }, purpose: 'newsletter',
    to: [{ address: 'anna@oak.example', name: 'Anna' }, { address: 'ben@elm.example', name: 'Ben' }], bcc: [{ address: 'cem@ash.example', name: 'Cem' }],
  }));
  write('bad.json', '{"too": [], "purpose": "x"}');
  write('consents.csv', 'address,country,purpose,status,basis\nanna@oak.example,DE,newsletter,granted,consent\nBEN@elm.example,AT,newsletter,withdrawn,consent\n');
  write('block.json', JSON.stringify({ rules: { 'visible-recipients': { severity: 'critical' } } }));
  write('quiet.json', JSON.stringify({ rules: { 'visible-recipients': { severity: 'off' } } }));
  mkdirSync(join(folder, 'folder.eml'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The whole program in a process of its own. */
function umsicht(args: readonly string[], stdin: Buffer | string = '', { goneReader = false, environment = {} }: { goneReader?: boolean; environment?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['-r', join(ROOT, 'test', 'programs', 'typescript.cjs'), join(ROOT, 'src', 'cli', 'cli.ts'), ...args], {
    cwd: folder, env: { ...process.env, LC_ALL: 'C', ...environment },
  });
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    if (goneReader) child.stdout.destroy();
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

interface Screen {
  readonly columns: number;
  readonly environment?: { readonly [name: string]: string };
}

/** The command in this process, which is quicker; `screen` stands for a terminal somebody watches. */
async function check(...args: readonly string[]): Promise<Ended> {
  return checkOn(null, ...args);
}

async function checkOn(screen: Screen | null, ...args: readonly string[]): Promise<Ended> {
  const stdout = Object.assign(new PassThrough(), screen && { isTTY: true, columns: screen.columns });
  const stderr = new PassThrough();
  let status: number | null = null;
  const command = checkCommand({ stdin: Readable.from([]), stdout, stderr, environment: { LC_ALL: 'C', ...screen?.environment } }, (ended) => { status = ended; });
  const texts = Promise.all([text(stdout), text(stderr)]);
  await command.parseAsync(['--now', NOW, ...args], { from: 'user' });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

interface JsonLine {
  readonly file: string;
  readonly decision: string;
  readonly outcomes: readonly {
    readonly rule: string; readonly outcome: string; readonly message: string | null; readonly data: { readonly people?: number };
    readonly recipients: readonly { readonly address: string; readonly field: string }[]; readonly remedy: unknown;
  }[];
  readonly after: { readonly [field: string]: readonly { readonly address: string; readonly name: string }[] };
}

function linesOf({ out }: Ended): readonly JsonLine[] {
  return out === '' ? [] : out.replace(/\n$/, '').split('\n').map((line) => JSON.parse(line) as JsonLine);
}

describe('exit status', () => {
  test('0 when every message may be sent', async () => {
    expect(await umsicht(['check', '--format', 'json', 'fine.eml'])).toMatchObject({ status: 0, err: '' });
  });

  test('1 when one would be stopped, and the others are reported all the same', async () => {
    const ended = await umsicht(['check', '--format', 'json', 'fine.eml', 'circular.eml', 'fine.eml']);
    expect(ended).toMatchObject({ status: 1, err: '' });
    expect(linesOf(ended).map(({ file, decision }) => `${file} ${decision}`)).toEqual(['fine.eml allow', 'circular.eml confirm', 'fine.eml allow']);
  });

  test('2 when some input cannot be read: it is named with the reason, the others are checked', async () => {
    const ended = await umsicht(['check', '--format', 'json', 'missing.eml', 'circular.eml', 'folder.eml', 'bad.json', 'consents.csv', 'fine.eml']);
    expect(ended.status).toBe(2);
    expect(linesOf(ended).map(({ file }) => file)).toEqual(['circular.eml', 'fine.eml']);
    expect(ended.err.trimEnd().split('\n')).toEqual([
      'missing.eml: there is no such file',
      'folder.eml: it is a folder',
      'bad.json: purpose: expected one of "individual", "contract", "offer", "newsletter", "event", "survey", got "x"',
      'bad.json: too: no entry of that name; known here: attachments, bcc, body, categories, cc, composeType, from, label, openedWith, optional, purpose, required, subject, to',
      'consents.csv: not a message: it has no headers',
    ]);
  });

  test.each([
    [['check']],
    [['check', '--format', 'xml', 'fine.eml']],
    [['check', '--language', 'fr', 'fine.eml']],
    [['check', '--now', 'yesterday', 'fine.eml']],
    [['check', '--polizy', 'block.json', 'fine.eml']],
    [['check', '-', '-']],
    [['check', '--consents', '-', 'fine.eml']],
  ])('2 for a command line that is not understood: %j', async (args) => {
    const { status, out, err } = await umsicht(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).not.toBe('');
  });

  test('0 for a question about the command itself', async () => {
    const { status, out } = await umsicht(['check', '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(/Exit status: 0/);
  });

  test('1 as well where whoever reads the output has gone', async () => {
    expect(await umsicht(['check', 'circular.eml', 'fine.eml', 'fine.eml'], '', { goneReader: true })).toEqual({ status: 1, out: '', err: '' });
  });
});

describe('policy', () => {
  test('decides what happens', async () => {
    expect(linesOf(await check('--format', 'json', '--policy', 'block.json', 'circular.eml'))[0]?.decision).toBe('block');
    const quiet = linesOf(await check('--format', 'json', '--policy', 'quiet.json', 'circular.eml'))[0];
    expect(quiet?.decision).toBe('allow');
    expect(quiet?.outcomes.map(({ rule }) => rule)).not.toContain('visible-recipients');
  });

  test('names the organisation, so that its other domains are colleagues', async () => {
    writeFileSync(join(folder, 'group.json'), JSON.stringify({ organisation: { domains: ['own.example', 'oak.example', 'elm.example'] } }));
    expect(linesOf(await check('--format', 'json', '--policy', 'group.json', 'circular.eml'))[0]?.decision).toBe('allow');
  });

  test('that is not understood is refused whole, every problem with its path, and nothing is checked', async () => {
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({
      unknownEvidence: 'perhaps', organisation: { domains: ['own', 'co.uk'] }, rules: { 'visible-recipients': { addresses: 0 }, 'visible-recipient': {} },
    }));
    const { status, out, err } = await check('--policy', 'wrong.json', 'fine.eml');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    const lines = err.trimEnd().split('\n');
    expect(lines.pop()).toBe('Nothing was checked.');
    expect(lines.map((line) => line.split(': ').slice(0, 2).join(': ')).sort()).toEqual([
      'wrong.json: organisation.domains[0]',
      'wrong.json: organisation.domains[1]',
      'wrong.json: rules.visible-recipient',
      'wrong.json: rules.visible-recipients.addresses',
      'wrong.json: unknownEvidence',
    ]);
  });

  test.each(['missing.json', 'folder.eml', 'fine.eml'])('%s is no policy, and nothing is checked', async (file) => {
    const { status, out, err } = await check('--policy', file, 'fine.eml');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^${file}: .+\nNothing was checked\\.\n$`));
  });
});

describe('consents', () => {
  const said = async (...args: readonly string[]) =>
    (linesOf(await check('--format', 'json', ...args, 'newsletter.json'))[0]?.outcomes ?? [])
      .filter(({ rule, message }) => message !== null && rules.some(({ id, topic, needs }) => id === rule && topic === 'consent' && needs.includes('contacts')))
      .map(({ rule, outcome, message, recipients }) => `${rule} ${outcome} ${message}: ${recipients.map(({ address, field }) => `${field} ${address}`).join(', ')}`);

  test('who is in the file is known, who is not is an unknown contact', async () => {
    expect(await said('--consents', 'consents.csv')).toEqual(['withdrawn-consent failed withdrawn: to ben@elm.example', 'unknown-contacts failed unknownContact: bcc cem@ash.example']);
  });

  test('without a file nobody was asked', async () => {
    expect(await said()).toEqual(['missing-consent undetermined noAnswer: to anna@oak.example, to ben@elm.example, bcc cem@ash.example']);
  });

  test('a domain that resembles one of the file is found, one of the file itself is known', async () => {
    writeFileSync(join(folder, 'slip.eml'), 'From: eva@own.example\nTo: anna@ahornwrek.example, ben@ahornwerk.example\nSubject: Termin\n\nHallo\n');
    writeFileSync(join(folder, 'ahorn.csv'), 'address,country\nben@ahornwerk.example,DE\n');
    const [line] = linesOf(await check('--format', 'json', '--consents', 'ahorn.csv', 'slip.eml'));
    expect(line?.outcomes.filter(({ rule }) => rule === 'lookalike-domains').map(({ outcome, message, recipients }) => [outcome, message, recipients.map(({ address }) => address)]))
      .toEqual([['failed', 'resemblesKnown', ['anna@ahornwrek.example']]]);
  });

  test('a country in the file counts', async () => {
    writeFileSync(join(folder, 'india.csv'), 'address,country\nanna@oak.example,IN\n');
    const [line] = linesOf(await check('--format', 'json', '--consents', 'india.csv', 'fine.eml'));
    expect(line?.outcomes).toContainEqual(expect.objectContaining({ rule: 'third-country-recipients', outcome: 'failed', message: 'inThirdCountry' }));
  });

  test('an expired consent counts until it expires', async () => {
    writeFileSync(join(folder, 'expiring.csv'), 'address,purpose,status,basis,expires\nanna@oak.example,newsletter,granted,consent,2026-05-31\nben@elm.example,*,granted,consent,\ncem@ash.example,*,granted,consent,\n');
    const at = async (now: string) => linesOf(await check('--format', 'json', '--consents', 'expiring.csv', '--now', now, 'newsletter.json'))[0]?.outcomes.filter(({ rule }) => rule === 'expired-consent').map(({ outcome }) => outcome);
    expect(await at('2026-05-31T23:59:59Z')).toEqual(['passed']);
    expect(await at('2026-06-01')).toEqual(['failed']);
  });

  test('with bad rows: every one is named, and nothing is checked', async () => {
    writeFileSync(join(folder, 'bad.csv'), [
      'address,country,purpose,status,basis',
      'anna,DE,newsletter,granted,consent',
      'ben@elm.example,AT,newsletter,yes,because',
      'cem@ash.example,AT,offer,granted,consent',
      'cem@ash.example,DE,offer,withdrawn,consent',
    ].join('\n'));
    const { status, out, err } = await check('--consents', 'bad.csv', 'fine.eml');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.trimEnd().split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'bad.csv:2: address:', 'bad.csv:3: status:', 'bad.csv:3: basis:', 'bad.csv:5: country:', 'bad.csv:5: address:', 'Nothing was',
    ]);
  });

  test.each(['missing.csv', 'folder.eml'])('%s cannot be read, and nothing is checked', async (file) => {
    const { status, out, err } = await check('--consents', file, 'fine.eml');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^${file}: .+\nNothing was checked\\.\n$`));
  });
});

describe('JSON', () => {
  test('says what was found, of whom, and the draft once every remedy is applied', async () => {
    const [line] = linesOf(await check('--format', 'json', 'circular.eml'));
    expect(Object.keys(line ?? {})).toEqual(['file', 'decision', 'outcomes', 'after']);
    expect(line?.outcomes[0]).toEqual({
      rule: 'visible-recipients', outcome: 'failed', severity: 'warning', message: 'recipientsSeeEachOther', data: { people: 4, organisations: 4 },
      recipients: [
        { address: 'anna@oak.example', name: '', field: 'to' }, { address: 'ben@elm.example', name: '', field: 'to' },
        { address: 'cem@ash.example', name: '', field: 'to' }, { address: 'dora@fir.example', name: 'Dora Fir', field: 'cc' },
      ],
      remedy: { kind: 'moveToBcc', addresses: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'] },
    });
    expect(line?.after).toEqual({
      to: [{ address: 'eva@own.example', name: 'Eva' }],
      cc: [{ address: 'finn@own.example', name: '' }],
      bcc: [
        { address: 'anna@oak.example', name: '' }, { address: 'ben@elm.example', name: '' },
        { address: 'cem@ash.example', name: '' }, { address: 'dora@fir.example', name: 'Dora Fir' },
      ],
    });
  });

  test('without a remedy the draft is what it was, whoever stands in To', async () => {
    writeFileSync(join(folder, 'hidden.eml'), 'From: eva@own.example\nBcc: anna@oak.example\nSubject: x\n\nx\n');
    writeFileSync(join(folder, 'bcc-alone.json'), JSON.stringify({ rules: { 'only-bcc': { severity: 'off' } } }));
    expect(linesOf(await check('--format', 'json', '--policy', 'bcc-alone.json', 'hidden.eml'))[0]?.after).toEqual({ to: [], cc: [], bcc: [{ address: 'anna@oak.example', name: '' }] });
  });

  test('removing the last person in To leaves the sender there', async () => {
    writeFileSync(join(folder, 'ben.json'), JSON.stringify({
      from: { address: 'eva@own.example' }, purpose: 'newsletter', to: [{ address: 'ben@elm.example' }], bcc: [{ address: 'anna@oak.example' }],
    }));
    expect(linesOf(await check('--format', 'json', '--consents', 'consents.csv', 'ben.json'))[0]?.after).toEqual({
      to: [{ address: 'eva@own.example', name: '' }], cc: [], bcc: [{ address: 'anna@oak.example', name: '' }],
    });
  });

  test('remedies are applied one after the other: moved to Bcc first, then without the one who withdrew', async () => {
    writeFileSync(join(folder, 'both.json'), JSON.stringify({
      from: { address: 'eva@own.example' }, purpose: 'newsletter',
      to: [{ address: 'anna@oak.example' }, { address: 'ben@elm.example' }], cc: [{ address: 'cem@ash.example' }, { address: 'dora@fir.example' }],
    }));
    writeFileSync(join(folder, 'all.csv'), `${readFileSync(join(folder, 'consents.csv'), 'utf8')}cem@ash.example,DE,*,granted,consent\ndora@fir.example,DE,*,granted,consent\n`);
    expect(linesOf(await check('--format', 'json', '--consents', 'all.csv', 'both.json'))[0]?.after).toEqual({
      to: [{ address: 'eva@own.example', name: '' }], cc: [],
      bcc: [{ address: 'anna@oak.example', name: '' }, { address: 'cem@ash.example', name: '' }, { address: 'dora@fir.example', name: '' }],
    });
  });

  test('a message on standard input', async () => {
    const ended = await umsicht(['check', '--format', 'json', '--now', NOW, '-'], readFileSync(join(FIXTURES, 'newsletter.eml')));
    expect(ended).toMatchObject({ status: 1, err: '' });
    expect(linesOf(ended)[0]).toMatchObject({ file: '-', decision: 'confirm' });
  });

  test('nothing on standard input is no message', async () => {
    expect(await umsicht(['check', '-'])).toEqual({ status: 2, out: '', err: 'standard input: not a message: it has no headers\n' });
  });

  test('one line even where a name breaks lines, and what a terminal would obey is escaped', async () => {
    const ended = await check('--format', 'json', join(FIXTURES, 'control-characters.eml'));
    expect(ended.out.match(/[\n\r\u0085\u2028\u2029]/g)).toEqual(['\n']);
    expect(ended.out).not.toMatch(/[\u0000-\u0009\u001b\u202e]/);
    expect(JSON.stringify(linesOf(ended)[0])).toContain('\\u001b[2J');
  });

  test('the same files at the same instant give the same output', async () => {
    const run = () => check('--format', 'json', 'circular.eml', 'newsletter.json');
    expect((await run()).out).toBe((await run()).out);
  });
});

describe('text', () => {
  test('English: decision, sentence, people, remedy, what could not be checked', async () => {
    const { out, status } = await check('--language', 'en', 'circular.eml');
    expect(status).toBe(1);
    expect(out).toContain('! circular.eml: confirm\n  Please check before you send\n');
    expect(out).toContain('  ! Recipients can see each other\n    4 people from 4 organisations would read each other’s addresses in To and Cc.\n      To: anna@oak.example\n');
    expect(out).toContain('      Cc: Dora Fir <dora@fir.example>\n    Remedy: Move to Bcc\n    Legal sources: Art. 5(1)(f) GDPR; ');
    expect(out).toContain('\n\n  Not checked:\n    ? Recipients in third countries: The country of 4 people could not be checked: no source set up.\n    ? A domain like a known one: ');
    expect(out).toContain('  With every remedy applied: To eva@own.example; Cc finn@own.example; Bcc anna@oak.example, ben@elm.example, cem@ash.example and one more\n');
    expect(out).toContain('Without contacts there is nothing to say about consents, countries and known domains: --consents FILE.csv names them.\n');
  });

  test('a mail in which nothing is found says so, and what nobody here could tell in a line each', async () => {
    const { out } = await check('--language', 'en', '--consents', 'consents.csv', 'fine.eml');
    expect(out).toBe([
      '✓ fine.eml: allow', '  Nothing stands out, but not all was checked', '', '  Not checked:',
      '    ? Written to for the first time: Whether one external address has been written to before could not be checked: no source set up.', '', '',
    ].join('\n'));
  });

  test('what was not checked and asks before sending is told in full', async () => {
    const { out } = await check('--language', 'en', 'newsletter.json');
    expect(out).toContain('  ? Consent is missing – not checked\n    The consent of 3 people could not be checked: no source set up.\n      To: Anna <anna@oak.example>\n');
  });

  test('German, by option or because the system speaks it', async () => {
    const { out } = await check('--language', 'de', 'circular.eml');
    expect(out).toContain('! circular.eml: nachfragen\n  Bitte prüfen, bevor Sie senden\n');
    expect(out).toContain('    4 Personen aus 4 Organisationen würden in An und Cc die Adressen der anderen lesen.\n      An: anna@oak.example\n');
    expect(out).toContain('    Abhilfe: In Bcc verschieben\n');
    expect((await umsicht(['check', '--now', NOW, 'circular.eml'], '', { environment: { LC_ALL: 'de_AT.UTF-8' } })).out).toBe(out);
  });

  test('several files are counted at the end', async () => {
    const { out } = await check('--language', 'en', '--policy', 'block.json', 'fine.eml', 'circular.eml', 'missing.eml');
    expect(out).toContain('✗ circular.eml: block\n');
    expect(out).toMatch(/\n3 files: 1 × allow, 1 × block, 1 × unreadable\n$/);
  });

  test('colours and broken lines where somebody watches, and no colours where they are not wanted', async () => {
    const { out } = await checkOn({ columns: 44 }, '--language', 'en', '--policy', 'block.json', 'circular.eml');
    expect(out).toContain('\u001b[31m✗ circular.eml: block\u001b[0m\n');
    expect(out).toContain('    4 people from 4 organisations would read\n    each other’s addresses in To and Cc.\n');
    const plain = (await checkOn({ columns: 44, environment: { NO_COLOR: '1' } }, '--language', 'en', '--policy', 'block.json', 'circular.eml')).out;
    expect(plain).not.toContain('\u001b');
    expect(plain).toBe(out.replace(/\u001b\[\d+m/g, ''));
    expect(plain.split('\n').filter((line) => line.length > 44)).toEqual([]);
  });

  test('no colours where nobody watches, and control characters are spelt out', async () => {
    const { out } = await check('--language', 'en', join(FIXTURES, 'control-characters.eml'));
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(out).toContain('To: \\u001b[2J\\u001b]0;gone\\u0007\\u202enoitca <anna@oak.example>\n');
    expect(out).toContain('To: line\\u000abreak\\u2028again <dora@fir.example>\n');
  });

  test('control characters in the name of a file are spelt out, too', async () => {
    const { err } = await check('\u001b[2Jmissing.eml');
    expect(err).toBe('\\u001b[2Jmissing.eml: there is no such file\n');
  });
});
