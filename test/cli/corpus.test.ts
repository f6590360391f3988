import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCheck } from '../../src/cli/check-run';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

/** Messages made to be hard to read, beside those of `mails`, which are made to be as programs write them. */
const FIXTURES = join(__dirname, 'fixtures');
const NOW = Date.UTC(2026, 10, 24, 9);

const SEEN = 'visible-recipients: recipientsSeeEachOther';
const UNUSABLE = ['third-country-recipients?: unclearRecipients', 'unclassifiable-recipients: noUsableAddress'];
const ADVERTISING = ['undeclared-purpose: looksLikeAdvertising', 'missing-imprint: withoutImprint', 'missing-opt-out: withoutOptOut'];

/** What is said of a message under the defaults; a question mark: it could not be decided. All others are sent without a word. */
const SPOKEN_OF: { readonly [file: string]: readonly ['allow' | 'confirm', ...string[]] } = {
  // Whoever is hidden by broken syntax counts like everybody else.
  'address-literals': ['confirm', SEEN],
  'control-characters': ['confirm', SEEN],
  'missing-comma': ['confirm', SEEN],
  'nested-groups': ['confirm', SEEN],
  'plus-and-dots': ['confirm', SEEN],
  'quoted-local-parts': ['confirm', SEEN],
  'several-to': ['confirm', SEEN],
  'name-is-another-address': ['confirm', SEEN, 'namesakes: addressInName'],
  'encoded-words': ['confirm', 'namesakes: addressInName'],
  // Nobody can tell who is behind what is no address.
  'encoded-address': ['confirm', ...UNUSABLE],
  'null-bytes': ['confirm', ...UNUSABLE],
  'old-spacing': ['confirm', ...UNUSABLE],
  'route-addresses': ['confirm', ...UNUSABLE],
  'malformed': ['confirm', 'visible-recipients?: unclearAddresses', ...UNUSABLE],
  'no-address': ['confirm', 'visible-recipients?: groupMembersHidden', 'large-audiences?: listsOfAnySize', 'unexpanded-lists?: groupsWithoutAddress', ...UNUSABLE],
  'exchange-names': ['allow', 'third-country-recipients?: unclearRecipients', 'unclassifiable-recipients: directoryName'],
  // What is in the message, however it is encoded.
  'filename-encodings': ['confirm', 'risky-attachments: listsOfPeople'],
  'html-only': ['confirm', ...ADVERTISING],
  'newsletter': ['confirm', SEEN, ...ADVERTISING],
  'sender-only': ['allow', 'missing-subject: withoutSubject'],
  'unknown-charset': ['allow', 'missing-subject: withoutSubject'],
  'undisclosed': ['allow', 'only-bcc: nobodyInTo'],
  'attachments': ['allow', 'new-domains?: threadUnknown'],
  'reply': ['allow', 'new-domains?: threadUnknown'],
  'reply-by-subject': ['allow', 'new-domains?: threadUnknown'],
};

/** Each with the reason that is given on the error stream. */
const UNREADABLE = ['empty.eml', 'other-headers.eml', 'outlook.msg', 'prose.eml', 'utf16.eml'];

interface Line {
  readonly file: string;
  readonly decision: string;
  readonly outcomes: readonly { readonly rule: string; readonly outcome: string; readonly message: string | null; readonly data: { readonly reason?: string } }[];
}

const files = readdirSync(FIXTURES).filter((name) => /\.(eml|msg)$/.test(name)).sort();
const readable = files.filter((name) => !UNREADABLE.includes(name));

async function checked(format: 'text' | 'json', language: 'de' | 'en') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([text(stdout), text(stderr)]);
  const status = await runCheck({ files: files.map((name) => join(FIXTURES, name)), policy: null, consents: null, language, format, now: NOW }, { stdin: Readable.from([]), stdout, stderr, environment: {} });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

test('there are at least sixty messages made for the purpose, and each is expected to yield something', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
  for (const name of Object.keys(SPOKEN_OF)) expect(readable).toContain(`${name}.eml`);
});

describe('umsicht check on all of them', () => {
  let lines: readonly Line[];
  let complaints: readonly string[];
  let status: number;
  beforeAll(async () => {
    const result = await checked('json', 'en');
    status = result.status;
    lines = result.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
    complaints = result.err.trimEnd().split('\n');
  });

  test('says one line for each that can be read, and names each other with a reason', () => {
    expect(status).toBe(2);
    expect(lines.map(({ file }) => file)).toEqual(readable.map((name) => join(FIXTURES, name)));
    expect(complaints.map((complaint) => complaint.slice(0, complaint.indexOf(': ')))).toEqual(UNREADABLE.map((name) => join(FIXTURES, name)));
  });

  test.each(readable.map((file) => file.replace('.eml', '')))('%s', (name) => {
    const { decision, outcomes } = lines[readable.indexOf(`${name}.eml`)] as Line;
    // No service is at hand here, which is told of every message alike.
    const said = outcomes.filter(({ outcome, data }) => (outcome === 'failed' || outcome === 'undetermined') && data.reason !== 'noSource');
    expect([decision, ...said.map(({ rule, outcome, message }) => `${rule}${outcome === 'failed' ? '' : '?'}: ${String(message)}`)]).toEqual(SPOKEN_OF[name] ?? ['allow']);
  });
});

test.each([['de', ['senden', 'nachfragen']], ['en', ['allow', 'confirm']]] as const)('in words (%s), each begins with its decision, and nothing steers the terminal', async (language, [allow, confirm]) => {
  const { status, out } = await checked('text', language);
  expect(status).toBe(2);
  const joined = out.replace(/\s+/g, ' ');
  for (const file of readable) {
    const [decision] = SPOKEN_OF[file.replace('.eml', '')] ?? ['allow'];
    expect(joined).toContain(`${file}: ${decision === 'allow' ? allow : confirm}`);
  }
  expect(out).not.toMatch(/undefined|\[object|NaN/);
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
