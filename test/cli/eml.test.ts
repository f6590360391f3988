import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAddress } from '../../src/core/address';
import type { Draft, Recipient } from '../../src/core/draft';
import { readEml } from '../../src/cli/eml';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

const FOLDER = join(__dirname, 'fixtures');

const ALL_THREE = ['to Anna Ahorn <anna@oak.example>', 'to ben@elm.example', 'cc Cem, Ash <cem@ash.example>'];
const ANNA = ['to anna@oak.example'];

/** Each message with the people it reaches; `?` stands before those without a usable address. */
const REACHES: readonly (readonly [file: string, says: string, people: readonly string[]])[] = [
  ['plain-lf', 'lines end in LF', ALL_THREE],
  ['plain-crlf', 'lines end in CRLF', ALL_THREE],
  ['plain-cr', 'lines end in CR as on old Macs', ALL_THREE],
  ['byte-order-mark', 'a byte order mark does not hide the first header', ALL_THREE],
  ['empty-lines-first', 'empty lines in front do not end the headers', ALL_THREE],
  ['folded', 'headers are folded anywhere', ['to Anna Ahorn <anna@oak.example>', 'to ben@elm.example', 'to cem@ash.example']],
  ['encoded-words', 'an encoded comma or bracket in a name separates nothing', ['to Müller Jürgen <juergen@oak.example>', 'to Müller, Anna <anna@own.example> <anna@elm.example>']],
  ['group', 'members of a group count, its name does not', ['to anna@oak.example', 'to Ben <ben@elm.example>', 'to cem@ash.example', 'bcc dora@fir.example']],
  ['undisclosed', 'undisclosed recipients are nobody', ['bcc anna@oak.example']],
  ['several-to', 'every To header counts, however it is written', ['to anna@oak.example', 'to cem@ash.example', 'to dora@fir.example', 'cc ben@elm.example']],
  ['resent', 'Resent and Delivered-To headers reach nobody', ANNA],
  ['idn-both-forms', 'a domain in both its forms', ['to anna@müller.example', 'cc ANNA@XN--MLLER-KVA.EXAMPLE']],
  ['internationalised', 'addresses and headers in UTF-8', ['to Jürgen Müller <jürgen@müller.example>', 'to 用户@例子.example']],
  ['quoted-local-parts', 'quoted local parts keep their quotes', [
    'to "anna smith"@oak.example', 'to "ben,elm"@elm.example', 'to "cem@own.example"@ash.example', 'to "dora>fir"@fir.example', 'to Ed <"ed\\"x"@yew.example>']],
  ['two-at', 'two @ in one address', ['to user@own.example@oak.example']],
  ['upper-case-and-trailing-dots', 'spellings are kept for display', ['to Anna@OAK.EXAMPLE.', 'to anna@oak.example']],
  ['no-from', 'no From', ANNA],
  ['sender-only', 'no From but a Sender', ANNA],
  ['only-a-subject', 'nothing but a subject', []],
  ['nothing-filled-in', 'headers without content, as in a new draft', []],
  ['missing-comma', 'a missing comma hides nobody', ['to anna@oak.example', 'to ben@elm.example', 'to cem@ash.example', 'to dora@fir.example']],
  ['open-quote', 'an open quote hides nobody', ['to "Anna <anna@oak.example>', 'to ben@elm.example']],
  ['crossed-quotes', 'quotes in the wrong places hide nobody', ['to anna@oak.example', 'to ben@elm.example', 'to cem@ash.example']],
  ['open-bracket', 'an open bracket hides nobody', ['to anna@oak.example', 'to Ben <ben@elm.example>', 'to cem@ash.example']],
  ['open-comment', 'an open comment hides nobody', ['to anna@oak.example', 'to ben@elm.example']],
  ['no-address', 'names without an address stay', ['to ? Anna Ahorn', 'to ? Müller', 'to ? Ben <>', 'to ? Sales']],
  ['encoded-address', 'an encoded word is never an address', ['to ? anna@oak.example <=?utf-8?Q?anna=40oak=2Eexample?=>']],
  ['malformed', 'what is no address stays as it is written', [
    'to ? anna@', 'to ? @oak.example', 'to ? ben@-elm-.example', 'to em@ash.example', 'to dora@fir.example', 'to ? ed@yew..example']],
  ['exchange-names', 'Exchange names are no addresses', [
    'to ? Anna </o=Oak/ou=First/cn=Recipients/cn=anna>', 'to ? /o=Oak/ou=First/cn=ben', 'to ? IMCEAEX-_o=Oak_cn=cem@own.example']],
  ['null-bytes', 'null bytes spoil the address they stand in, and no other', ['to ? an\u0000na@oak.example', 'to ? ben@elm.example\u0000', 'to cem@ash.example']],
  ['comments', 'comments, nested and alone', ['to Anna (the first) <anna@oak.example>', 'to Ben <ben@elm.example>', 'to cem@ash.example']],
  ['address-literals', 'IP addresses in place of a domain', [
    'to anna@[192.0.2.1]', 'to Ben <ben@[IPv6:2001:db8::1]>', 'to cem@[IPv6:2001:db8::2]', 'to dora@fir.example']],
  ['bare-cr', 'a bare CR begins no header', ['to anna@oak.example', 'to ben@elm.example']],
  ['name-is-another-address', 'an address where a name should be', ['to ben@elm.example <anna@oak.example>', 'to cem@ash.example', 'to dora@fir.example', 'to ed@yew.example']],
  ['raw-latin1', 'headers in no known encoding', ['to M\ufffdller <mueller@oak.example>']],
  ['unknown-charset', 'a character set nobody knows', ['to Anna <anna@oak.example>']],
  ['no-body', 'the message ends within its headers', ANNA],
  ['old-spacing', 'spaces around the @', ['to ? anna @ oak . example', 'to Ben <ben@elm.example>']],
  ['semicolons', 'semicolons as in Outlook', ['to anna@oak.example', 'to ben@elm.example']],
  ['html-only', 'HTML only', ANNA],
  ['empty-text-beside-html', 'an empty text beside HTML', ANNA],
  ['attachments', 'recipients of an attached message are not recipients', ANNA],
  ['truncated', 'the message was cut off', ['to anna@oak.example', 'bcc ben@elm.example']],
  ['reply', 'an answer', ANNA],
  ['reply-by-subject', 'an answer without its headers', ANNA],
  ['iso-2022-jp', 'a name in ISO-2022-JP', ['to 田中 花子 <hanako@cedar.example>']],
  ['koi8-r', 'a name in KOI8-R', ['to Анна Дуб <anna@oak.example>']],
  ['windows-1252-quoted-printable', 'a name in Windows-1252', ['to Jürgen Eiche <juergen@oak.example>']],
  ['split-encoded-words', 'a name in several encoded words', ['to Zoë Ågren-Łukasiewicz <zoe@oak.example>', 'to Ben <ben@elm.example>']],
  ['nested-groups', 'groups within groups, which RFC 5322 does not know', ['to anna@oak.example', 'to ben@elm.example', 'to cem@ash.example', 'to dora@fir.example']],
  ['empty-groups', 'groups without members', ['cc anna@oak.example']],
  ['emoji-addresses', 'pictures on both sides of the @', ['to 🌳 Anna <anna@🌳.example>', 'to 💌@oak.example']],
  ['right-to-left', 'scripts written from right to left', ['to דנה <dana@oak.example>', 'to user@موقع.example']],
  ['duplicate-people', 'one person in every field', ['to Anna <anna@oak.example>', 'to ANNA@OAK.EXAMPLE', 'cc anna@oak.example', 'bcc Anna Ahorn <anna@oak.example>']],
  ['route-addresses', 'source routes, which nobody follows any more, hide nobody', ['to ? @relay.example', 'to ? @elm.example', 'to anna@oak.example']],
  ['very-long-name', 'a name of 2,400 characters', [`to ${'Anna '.repeat(400).trim()} <anna@oak.example>`]],
  ['mixed-line-endings', 'both line endings in one message', ['to anna@oak.example', 'to ben@elm.example', 'cc cem@ash.example']],
  ['tab-folding', 'headers folded by tabs, commas on lines of their own', ['to anna@oak.example', 'to ben@elm.example']],
  ['plus-and-dots', 'dots where they belong and where they do not', ['to anna+rechnung@oak.example', 'to a.n.n.a@oak.example', 'to .ben@elm.example', 'to ben.@elm.example']],
  ['multipart-alternative', 'plain text and HTML', ANNA],
  ['calendar-invitation', 'attendees of an attached invitation are not recipients', ['to anna@oak.example', 'to ben@elm.example']],
  ['signed', 'a signed message', ANNA],
  ['filename-encodings', 'names of attachments in both encodings', ANNA],
  ['label-and-keywords', 'a sensitivity label and categories', ANNA],
  ['newsletter', 'a newsletter', ['to anna@oak.example', 'to ben@elm.example', 'to cem@ash.example', 'to dora@fir.example']],
  ['control-characters', 'control characters in names', [
    'to \u001b[2J\u001b]0;gone\u0007\u202enoitca <anna@oak.example>', 'to ben@elm.example', 'to cem@ash.example', 'to line\nbreak\u2028again <dora@fir.example>']],
];

const NOT_A_MESSAGE: readonly (readonly [file: string, reason: string])[] = [
  ['prose.eml', 'not a message: none of From, To, Cc, Bcc and Subject is there'],
  ['other-headers.eml', 'not a message: none of From, To, Cc, Bcc and Subject is there'],
  ['empty.eml', 'not a message: it has no headers'],
  ['utf16.eml', 'text in UTF-16; save the message as .eml'],
  ['outlook.msg', 'an Outlook .msg file; save the message as .eml'],
];

test.each(REACHES)('%s: %s', async (file, _, people) => {
  expect((await draftOf(file)).recipients.map(shown)).toEqual(people);
});

test.each(NOT_A_MESSAGE)('%s is not a message', async (file, reason) => {
  expect(await readEml(readFileSync(join(FOLDER, file)))).toEqual({ ok: false, reason });
});

test('every message in the folder is expected to say something', () => {
  const expected = [...REACHES.map(([file]) => `${file}.eml`), ...NOT_A_MESSAGE.map(([file]) => file)].sort();
  expect(readdirSync(FOLDER).filter((file) => /\.(eml|msg)$/.test(file)).sort()).toEqual(expected);
});

test.each([
  ['plain-lf', 'Eva Own <eva@own.example>'],
  ['encoded-words', 'Jörg Own <joerg@own.example>'],
  ['folded', 'Eva Own <eva@own.example>'],
  ['sender-only', 'Eva <eva@own.example>'],
  ['no-from', null],
  ['nothing-filled-in', null],
])('%s comes from %s', async (file, sender) => {
  const { from } = await draftOf(file);
  expect(from && named(from)).toBe(sender);
});

test.each([
  ['plain-lf', 'newMail'],
  ['reply', 'reply'],
  ['reply-by-subject', 'reply'],
  ['attachments', 'forward'],
])('%s is written as %s', async (file, composeType) => {
  expect((await draftOf(file)).composeType).toBe(composeType);
});

test.each([
  ['plain-crlf', 'Termin', 'Hallo zusammen'],
  ['folded', 'a long subject', 'x'],
  ['encoded-words', 'Grüße', 'x'],
  ['internationalised', 'Grüße', 'x'],
  ['raw-latin1', 'Gr\ufffd\ufffde', 'Schöne Grüße'],
  ['unknown-charset', '', 'Hallo'],
  ['only-a-subject', 'note to myself', 'x'],
  ['html-only', 'x', 'Unser Newsletter für Mai & Juni\n\n (https://own.example/?utm_source=mail) Mehr'],
  ['empty-text-beside-html', 'x', 'Hallo'],
  ['truncated', 'x', 'Hallo Anna'],
  ['attachments', 'Fwd: x', 'Text'],
  ['no-body', 'x', ''],
  ['iso-2022-jp', '会議', 'x'],
  ['koi8-r', 'Привет', 'x'],
  ['windows-1252-quoted-printable', 'Grüße', 'Schöne Grüße und bis bald, Eva'],
  ['split-encoded-words', 'Grüße aus Köln', 'x'],
  ['multipart-alternative', 'x', 'Hallo Anna'],
  ['mixed-line-endings', 'x', 'Hallo\nWelt'],
])('%s has its subject and its words', async (file, subject, body) => {
  const draft = await draftOf(file);
  expect([draft.subject, draft.body.trim()]).toEqual([subject, body]);
});

test('attachments are named and measured, an attached message is one of them', async () => {
  expect((await draftOf('attachments')).attachments).toEqual([
    { name: 'Löhne.pdf', size: 30 },
    { name: 'logo.png', size: 3, inline: true },
    { name: 'message/rfc822', size: 137 },
  ]);
  expect((await draftOf('truncated')).attachments).toEqual([{ name: 'a.pdf', size: 3 }]);
});

test('an invitation as a calendar sends it is a meeting with attendees, one that is attached is a file', async () => {
  const reading = await readEml(readFileSync(join(__dirname, 'mails', 'outlook-meeting-four-firms.eml')));
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.draft).toMatchObject({ kind: 'meeting', composeType: null, attachments: [] });
  expect(reading.draft.recipients.map(({ field }) => field)).toEqual(['required', 'required', 'required', 'optional', 'optional']);
  expect(await draftOf('calendar-invitation')).toMatchObject({ kind: 'message', recipients: [{ field: 'to' }, { field: 'to' }] });
});

test('names of attachments are read in both encodings', async () => {
  expect((await draftOf('filename-encodings')).attachments.map(({ name }) => name)).toEqual(['Teilnehmer übersicht.csv', 'Löhne.pdf']);
  expect((await draftOf('calendar-invitation')).attachments.map(({ name }) => name)).toEqual(['invite.ics']);
});

test('a sensitivity label and categories are read where Outlook writes them', async () => {
  const { label, categories } = await draftOf('label-and-keywords');
  expect(label).toEqual({ id: '2096f6a2-d2f7-48be-b329-b73aaa526e5d', name: 'Streng vertraulich' });
  expect(categories).toEqual(['Vertraulich', 'Prüfung', 'Intern']);
  expect(await draftOf('plain-lf')).toMatchObject({ label: null, categories: [] });
});

test('both forms of a domain are one person', async () => {
  const keys = (await draftOf('idn-both-forms')).recipients.map(({ address }) => keyOf(address));
  expect(keys).toEqual(['anna@xn--mller-kva.example', 'anna@xn--mller-kva.example']);
});

test('spellings of one address are one person', async () => {
  expect((await draftOf('upper-case-and-trailing-dots')).recipients.map(({ address }) => keyOf(address))).toEqual(['anna@oak.example', 'anna@oak.example']);
});

test('two @: the last one says where the mail goes', async () => {
  const [recipient] = (await draftOf('two-at')).recipients;
  expect(parseAddress(recipient?.address)).toMatchObject({ usable: true, domain: 'oak.example' });
});

test('2,000 recipients over several headers, all counted', async () => {
  const people = Array.from({ length: 2000 }, (_, index) => `"Person ${index}, Dr." <person${index}@firm${index % 700}.example>`);
  const message = `From: eva@own.example\r\nTo: ${people.slice(0, 1500).join(',\r\n ')}\r\nBcc: ${people.slice(1500).join(',')}\r\nSubject: x\r\n\r\nx`;
  const reading = await readEml(Buffer.from(message));
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.draft.recipients.filter(({ field }) => field === 'to')).toHaveLength(1500);
  expect(new Set(reading.draft.recipients.map(({ address }) => address)).size).toBe(2000);
});

test('headers longer than 32 MB are refused with the reason', async () => {
  const message = Buffer.from(`To: anna@oak.example\r\nSubject: ${'x'.repeat(33 * 1024 * 1024)}\r\n\r\nx`);
  expect(await readEml(message)).toEqual({ ok: false, reason: 'not a readable message: Maximum header size of 33554432 bytes exceeded' });
});

async function draftOf(file: string): Promise<Draft> {
  const reading = await readEml(readFileSync(join(FOLDER, `${file}.eml`)));
  if (!reading.ok) throw new Error(`${file}: ${reading.reason}`);
  return reading.draft;
}

function shown(recipient: Recipient): string {
  return `${recipient.field} ${parseAddress(recipient.address).usable ? '' : '? '}${named(recipient)}`;
}

function named({ name, address }: { readonly name: string; readonly address: string }): string {
  return name === '' ? address : `${name} <${address}>`;
}

function keyOf(address: string): string {
  const parsed = parseAddress(address);
  return parsed.usable ? parsed.key : `unusable: ${parsed.reason}`;
}

async function draftWith(type: string, body: string): Promise<Draft> {
  const result = await readEml(Buffer.from(`From: mara@own.example\r\nTo: anna@oak.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`));
  if (!result.ok) throw new Error(result.reason);
  return result.draft;
}

test.each([
  ['application/pkcs7-signature; name=smime.p7s'], ['application/x-pkcs7-signature'], ['application/pgp-signature; name=signature.asc'],
])('a signature of type %s is no file somebody attached', async (type) => {
  const { body, attachments, unread } = await draftWith('multipart/signed; boundary=b', `--b\r\nContent-Type: text/plain\r\n\r\nim Anhang\r\n--b\r\nContent-Type: ${type}\r\n\r\nMIAG\r\n--b--\r\n`);
  expect({ body: body.trim(), attachments, unread }).toEqual({ body: 'im Anhang', attachments: [], unread: [] });
});

test.each(['application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'Application/X-PKCS7-MIME', 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'])('what is sealed in %s is not known, rather than nothing', async (type) => {
  expect((await draftWith(type, '--b\r\nContent-Type: application/octet-stream\r\n\r\nMIAG\r\n--b--\r\n')).unread).toEqual(['body', 'attachments']);
});
