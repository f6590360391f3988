import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCheck } from '../../src/cli/check-run';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

const FOLDER = join(__dirname, 'mails');
const NOW = Date.UTC(2026, 10, 24, 9);

interface Said {
  readonly rule: string;
  readonly outcome: string;
  readonly data: { readonly reason?: string };
  readonly recipients: readonly { readonly address: string }[];
}
interface Line {
  readonly file: string;
  readonly decision: string;
  readonly outcomes: readonly Said[];
}

/** Rules that speak, each with the addresses it is about, or their number where they are many. A question mark: it could not be decided. */
type Speaks = { readonly [rule: string]: readonly string[] | number };

const anna = 'a.eichler@eichler-anlagenbau.example';

/** What a firm with this policy and these contacts is told about each of the messages. */
const EXPECTED: { readonly [file: string]: readonly [decision: 'allow' | 'confirm' | 'block', speaks: Speaks] } = {
  // Ordinary: answers, invoices, appointments.
  'outlook-reply-with-signature': ['allow', {}],
  'outlook-html-only-reply': ['allow', {}],
  'outlook-meeting-invitation': ['allow', {}],
  'gmail-reply-english': ['allow', {}],
  'gmail-forwarded-offer': ['allow', {}],
  'thunderbird-invoice-latin1': ['allow', {}],
  'apple-reply-quoted': ['allow', {}],
  'apple-spreadsheet-between-texts': ['allow', {}],
  // Named, not stopped. A message does not tell with whom its answer was opened, nor do programs that quote names only.
  'thunderbird-reply-plain': ['allow', { 'new-domains?': ['vogt@birkmetall.example'] }],
  'thunderbird-answers-between-the-lines': ['allow', { 'new-domains?': ['holzer@birkmetall.example'] }],
  'thunderbird-only-bcc': ['allow', { 'only-bcc': [anna, 'claire.webb@hartfield.example', 'vogt@birkmetall.example'] }],
  'outlook-reply-all-two-firms': ['allow', { 'external-reply-all': ['elena.richter@statikbuero-nord.example', anna] }],
  'outlook-forward-drawing': ['allow', { 'new-domains': ['vogt@birkmetall.example'] }],
  'outlook-wrong-salutation': ['allow', { 'salutation-mismatch': ['claire.webb@hartfield.example'] }],
  'iphone-without-subject': ['allow', { 'missing-subject': [] }],
  'newsletter-to-subscriber': ['allow', { 'undeclared-purpose': [] }],
  // Who sees whom.
  'outlook-open-circular': ['confirm', { 'visible-recipients': 8 }],
  'outlook-two-thousand-recipients': ['confirm', { 'visible-recipients': 2000, 'large-audiences': 2000, 'undeclared-purpose': [] }],
  'thunderbird-groups-and-lists': ['confirm', { 'visible-recipients': [anna, 'elena.richter@statikbuero-nord.example', 'abnahme@lim-architects.example', 'vogt@birkmetall.example'] }],
  'outlook-meeting-four-firms': ['confirm', { 'visible-recipients': [anna, 'elena.richter@statikbuero-nord.example', 'vogt@birkmetall.example', 'claire.webb@hartfield.example'], 'forgotten-attachments': [] }],
  // Consent.
  'newsletter-after-withdrawal': ['confirm', { 'withdrawn-consent': ['o.petersen@eichler-anlagenbau.example'], 'undeclared-purpose': [] }],
  'newsletter-unconfirmed': ['confirm', { 'unconfirmed-consent': ['m.jansen@eichler-anlagenbau.example'], 'undeclared-purpose': [] }],
  'newsletter-to-strangers-in-bcc': ['confirm', { 'unknown-contacts': 30, 'large-audiences': 30, 'undeclared-purpose': [], 'missing-opt-out': [] }],
  // The wrong country, the wrong person.
  'apple-to-india': ['confirm', { 'third-country-recipients': ['ravi@datakeys.example'] }],
  'apple-to-own-private-address': ['confirm', { 'private-addresses': ['mara.own@icloud.com'] }],
  'gmail-own-domain-mistyped': ['confirm', { 'lookalike-domains': ['jonas.keller@onw.example'] }],
  // What is sent.
  'outlook-forgotten-attachment': ['confirm', { 'forgotten-attachments': [] }],
  'gmail-forgotten-attachment-english': ['confirm', { 'forgotten-attachments': [] }],
  'gmail-customer-list': ['confirm', { 'risky-attachments': [] }],
  'apple-codename': ['confirm', { 'cautioned-words': [] }],
  'outlook-four-eyes-missing': ['confirm', { 'required-companions': ['firmenkunden@handelsbank-tannfeld.example'] }],
  'outlook-competitor': ['block', { 'forbidden-recipients': ['info@konkurrent-stahl.example'] }],
  'outlook-labelled-confidential': ['block', { 'confidential-outside': [anna] }],
  'outlook-category-internal': ['block', { 'confidential-outside': ['d.sommer@eichler-anlagenbau.example'] }],
};

async function checked(format: 'text' | 'json', language: 'de' | 'en' = 'de', names: readonly string[] = Object.keys(EXPECTED)) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([text(stdout), text(stderr)]);
  const request = { files: names.map((name) => join(FOLDER, `${name}.eml`)), policy: join(FOLDER, 'policy.json'), consents: join(FOLDER, 'consents.csv'), language, format, now: NOW };
  const status = await runCheck(request, { stdin: Readable.from([]), stdout, stderr, environment: {} });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { status, out, err };
}

/** What nobody can tell, as no service is at hand here, is told of every mail alike. */
function speaking({ outcomes }: Line): Speaks {
  const speaks: { [rule: string]: readonly string[] | number } = {};
  for (const { rule, outcome, data, recipients } of outcomes) {
    if ((outcome !== 'failed' && outcome !== 'undetermined') || data.reason === 'noSource') continue;
    speaks[outcome === 'failed' ? rule : `${rule}?`] = recipients.length > 6 ? recipients.length : recipients.map(({ address }) => address);
  }
  return speaks;
}

let lines: ReadonlyMap<string, Line>;
let status: number;
let err: string;
beforeAll(async () => {
  const result = await checked('json');
  ({ status, err } = result);
  const read = result.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
  lines = new Map(read.map((line, index) => [Object.keys(EXPECTED)[index] as string, line]));
});

test('every message of the folder is expected to yield something, and every one is readable', () => {
  expect(readdirSync(FOLDER).filter((file) => file.endsWith('.eml')).sort()).toEqual(Object.keys(EXPECTED).map((name) => `${name}.eml`).sort());
  expect(Object.keys(EXPECTED).length).toBeGreaterThanOrEqual(25);
  expect([err, status, lines.size]).toEqual(['', 1, Object.keys(EXPECTED).length]);
});

test.each(Object.entries(EXPECTED))('%s', (name, [decision, speaks]) => {
  const line = lines.get(name) as Line;
  expect({ file: line.file, decision: line.decision, speaks: speaking(line) }).toEqual({ file: join(FOLDER, `${name}.eml`), decision, speaks });
});

test.each(['de', 'en'] as const)('in words (%s), each message begins with its decision', async (language) => {
  const { out } = await checked('text', language);
  const words = { de: { allow: 'senden', confirm: 'nachfragen', block: 'anhalten' }, en: { allow: 'allow', confirm: 'confirm', block: 'block' } }[language];
  const joined = out.replace(/\n\s+/g, ' ').replace(/\s+/g, ' ');
  for (const [name, [decision]] of Object.entries(EXPECTED)) expect(joined).toContain(`${name}.eml: ${words[decision]}`);
  expect(out).not.toMatch(/undefined|\[object|NaN/);
  // Contacts were named, so nobody is told to name them.
  expect(out).not.toContain('--consents');
});
