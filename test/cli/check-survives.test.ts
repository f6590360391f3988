import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { addressKey, parseAddress } from '../../src/core/address';
import { defaultPolicy } from '../../src/core/policy';
import { rules } from '../../src/rules/index';
import { checkDraft, runCheck } from '../../src/cli/check-run';
import { readEml } from '../../src/cli/eml';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

const FIXTURES = join(__dirname, 'fixtures');
const NOW = Date.UTC(2026, 10, 23, 12);
const POLICY = defaultPolicy(rules);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'umsicht-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function outcomeOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], format: 'text' | 'json') {
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([text(stdout), text(stderr)]);
  const request = { files: files.map(({ name }) => join(folder, name)), policy: null, consents: null, language: 'de' as const, format, now: NOW };
  const status = await runCheck(request, { stdin: Readable.from([]), stdout, stderr, environment: {} });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

const bytes = fc.uint8Array({ maxLength: 400 });
const headerName = fc.constantFrom('To', 'Cc', 'Bcc', 'From', 'Subject', 'to ', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Disposition', 'In-Reply-To', 'Resent-To', '', ' ', 'X');
const headerValue = fc.oneof(
  fc.constantFrom(
    'anna@oak.example', 'multipart/mixed; boundary="b"', 'multipart/alternative; boundary=b', 'message/rfc822', 'text/html; charset=utf-7', 'base64', 'quoted-printable',
    '=?utf-8?Q?=', '=?utf-8?B?/w==?=', 'Team: a@oak.example, b@elm.example;', '"<a@oak.example', 'attachment; filename*0*=x', '<a@b> <c@d>', 'Undisclosed:;',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const headerSoup = fc.tuple(
  fc.array(fc.tuple(headerName, fc.constantFrom(':', ' : ', '', ':\t'), headerValue), { minLength: 1, maxLength: 8 }),
  fc.constantFrom('\n', '\r\n', '\r', '\n ', '\n\n'),
  fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom('--b\n\n--b--', '--b\nContent-Type: text/html\n\n<p>&#x110000;<a href=', '\n--b\nContent-Type: message/rfc822\n\nTo: x@y.example\n')),
).map(([headers, ending, body]) => Buffer.from(headers.map((parts) => parts.join('')).join(ending) + ending + ending + body, 'utf8'));

/** A message of the folder with some bytes changed, cut out or doubled. */
const mangled = fc.tuple(
  fc.constantFrom(...readdirSync(FIXTURES).filter((file) => file.endsWith('.eml')).sort()),
  fc.array(fc.tuple(fc.nat(2000), fc.nat(20), fc.uint8Array({ maxLength: 4 })), { maxLength: 6 }),
).map(([file, cuts]) => cuts.reduce((message, [at, length, put]) =>
  Buffer.concat([message.subarray(0, at), put, message.subarray(at + length)]), readFileSync(join(FIXTURES, file))));

test.each([
  ['random bytes', bytes, 'eml'],
  ['random headers', headerSoup, 'eml'],
  ['damaged messages', mangled, 'eml'],
  ['random JSON', fc.json().map((json) => Buffer.from(json)), 'json'],
  ['random bytes called JSON', bytes, 'json'],
] as const)('%s: one line for every file that can be read, a reason for every other', async (_, arbitrary, ending) => {
  await fc.assert(fc.asyncProperty(fc.array(arbitrary as fc.Arbitrary<Uint8Array>, { minLength: 1, maxLength: 4 }), async (contents) => {
    const files = contents.map((content, index) => ({ name: `${index}.${ending}`, bytes: content }));
    const { status, out, err } = await outcomeOf(files, 'json');
    const reported = out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { file: string; decision: string });
    const complaints = new Set(err.split('\n').filter((line) => line !== '').map((line) => line.slice(0, line.indexOf(': '))));
    expect([...reported.map(({ file }) => file), ...complaints].sort()).toEqual(files.map(({ name }) => join(folder, name)));
    expect(status).toBe(complaints.size > 0 ? 2 : reported.some(({ decision }) => decision !== 'allow') ? 1 : 0);
    expect((await outcomeOf(files, 'text')).status).toBe(status);
  }), { numRuns: 80 });
});

test('with every remedy applied, nobody is added but the sender, and To is not left empty', async () => {
  const purposes = fc.constantFrom('', 'Unser Newsletter, vom Newsletter abmelden');
  await fc.assert(fc.asyncProperty(fc.oneof(mangled, headerSoup), purposes, async (message, advertising) => {
    const reading = await readEml(message);
    if (!reading.ok) return;
    const draft = { ...reading.draft, body: reading.draft.body + advertising };
    const { after, outcomes } = checkDraft('x', draft, POLICY, new Map(), NOW);
    if (!outcomes.some(({ remedy }) => remedy !== null)) expect(after).toEqual(draft);
    const before = new Set([...draft.recipients, ...(draft.from ? [draft.from] : [])].map(({ address }) => addressKey(address)));
    for (const { address } of after.recipients) expect(before).toContain(addressKey(address));
    const hasTo = (recipients: typeof after.recipients) => recipients.some(({ field }) => field === 'to');
    if (draft.from && parseAddress(draft.from.address).usable && hasTo(draft.recipients) && after.recipients.length > 0) expect(hasTo(after.recipients)).toBe(true);
  }), { numRuns: 300 });
});

test('1,000 messages in one call, one after the other', async () => {
  const message = readFileSync(join(FIXTURES, 'newsletter.eml'));
  const files = Array.from({ length: 1000 }, () => ({ name: 'same.eml', bytes: message }));
  writeFileSync(join(folder, 'same.eml'), message);
  const stdout = new PassThrough();
  const written = text(stdout);
  const status = await runCheck(
    { files: files.map(({ name }) => join(folder, name)), policy: null, consents: null, language: 'en', format: 'json', now: NOW },
    { stdin: Readable.from([]), stdout, stderr: new PassThrough(), environment: {} },
  );
  stdout.end();
  expect(status).toBe(1);
  expect((await written).trimEnd().split('\n')).toHaveLength(1000);
});
