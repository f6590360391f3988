import PostalMime, { decodeWords, type Attachment as MimePart, type Header } from 'postal-mime';
import { answeredBySubject } from '../core/answered-subject';
import { type Attachment, type ComposeType, type Draft, EMPTY_DRAFT, type Person, type Recipient, type RecipientField, type SensitivityLabel } from '../core/draft';
import { readAddressList } from './address-list';

/** A message, or why the bytes are none. */
export type EmlReading = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly reason: string };

const MESSAGE = { to: 'to', cc: 'cc', bcc: 'bcc' } as const;
/** Outlook writes required attendees into To and optional ones into Cc; rooms may stand in Bcc. */
const MEETING = { to: 'required', cc: 'optional', bcc: 'optional' } as const;

/** Bytes. A message whose headers alone are longer is an attack or no message. */
const HEADER_LIMIT = 32 * 1024 * 1024;

/**
 * Reads one message (RFC 5322, RFC 6532) as the draft it was before it was sent. Never rejects.
 *
 * Every To, Cc and Bcc header counts, in its order; Resent headers speak of an earlier journey and
 * do not. Attached messages are attachments: their recipients and words are not this mail's. An
 * invitation as a calendar sends it (RFC 6047: `text/calendar; method=REQUEST`) is a meeting.
 */
export async function readEml(bytes: Uint8Array): Promise<EmlReading> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: 'an Outlook .msg file; save the message as .eml' };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { ok: false, reason: 'text in UTF-16; save the message as .eml' };
  try {
    return await readMessage(withNewlines(bytes));
  } catch (error) {
    return { ok: false, reason: `not a readable message: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function readMessage(bytes: Uint8Array): Promise<EmlReading> {
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxHeadersSize: HEADER_LIMIT });
  const { headers } = email;
  const named = headers.filter(({ key, value }) => value !== '' || HEADERS_OF_A_MAIL.has(key));
  if (named.length === 0) return { ok: false, reason: 'not a message: it has no headers' };
  if (!headers.some(({ key }) => HEADERS_OF_A_MAIL.has(key))) {
    return { ok: false, reason: 'not a message: none of From, To, Cc, Bcc and Subject is there' };
  }

  const subject = decodeWords(firstOf(headers, 'subject'));
  const isMeeting = email.attachments.some(isInvitation);
  return {
    ok: true,
    draft: {
      ...EMPTY_DRAFT,
      kind: isMeeting ? 'meeting' : 'message',
      from: senderOf(headers),
      recipients: recipientsOf(headers, isMeeting ? MEETING : MESSAGE),
      subject,
      body: await bodyOf(email.text, email.html),
      attachments: email.attachments.filter((part) => !SIGNATURE.test(part.mimeType) && !isInvitation(part)).map(attachment),
      composeType: isMeeting ? null : composeTypeOf(subject, headers),
      label: labelOf(firstOf(headers, 'msip_labels')),
      categories: categoriesOf(headers),
      unread: SEALED.test(firstOf(headers, 'content-type')) ? ['body', 'attachments'] : [],
    },
  };
}

/** What S/MIME and PGP put beside a message; the compose window shows no such file. */
const SIGNATURE = /^application\/(?:(?:x-)?pkcs7|pgp)-signature/i;
/** Nobody without the key sees what was written. */
const SEALED = /^\s*(?:application\/(?:x-)?pkcs7-mime|multipart\/encrypted)\b/i;

const HEADERS_OF_A_MAIL: ReadonlySet<string> = new Set(['from', 'to', 'cc', 'bcc', 'subject']);

function recipientsOf(headers: readonly Header[], fields: { readonly [K in keyof typeof MESSAGE]: RecipientField }): readonly Recipient[] {
  const recipients: Recipient[] = [];
  for (const header of ['to', 'cc', 'bcc'] as const) {
    for (const { key, value } of headers) {
      if (key !== header) continue;
      for (const person of readAddressList(value)) recipients.push({ ...person, field: fields[header] });
    }
  }
  return recipients;
}

/** What the message is, not a file that came with it. */
function isInvitation({ mimeType, method, disposition }: MimePart): boolean {
  return mimeType === 'text/calendar' && disposition !== 'attachment' && /^request$/i.test(method || '');
}

/** The first author; Sender where there is none (RFC 5322 section 3.6.2). */
function senderOf(headers: readonly Header[]): Person | null {
  for (const key of ['from', 'sender']) {
    const person = readAddressList(firstOf(headers, key)).find(({ address }) => address !== '');
    if (person) return person;
  }
  return null;
}

function firstOf(headers: readonly Header[], wanted: string): string {
  const header = headers.find(({ key, value }) => key === wanted && value !== '');
  return header ? header.value : '';
}

/** Purview writes labels as `MSIP_Label_<id>_Name=Internal;`, one line for each property. */
function labelOf(header: string): SensitivityLabel | null {
  const named = /MSIP_Label_([0-9a-f-]{36})_Name=([^;]*)/i.exec(header);
  if (named) return { id: named[1] as string, name: decodeWords((named[2] as string).trim()) || null };
  const known = /MSIP_Label_([0-9a-f-]{36})_/i.exec(header);
  return known ? { id: known[1] as string, name: null } : null;
}

/** Outlook's categories travel in Keywords (RFC 5322 section 3.6.5). */
function categoriesOf(headers: readonly Header[]): readonly string[] {
  const keywords = headers.filter(({ key }) => key === 'keywords').map(({ value }) => decodeWords(value));
  return keywords.join(',').split(/[,;]/).map((keyword) => keyword.trim()).filter((keyword) => keyword !== '');
}

/** Forwarded mail carries the headers of an answer, too, so its subject is asked first. */
function composeTypeOf(subject: string, headers: readonly Header[]): ComposeType {
  const bySubject = answeredBySubject(subject);
  if (bySubject !== null) return bySubject;
  return firstOf(headers, 'in-reply-to') !== '' || firstOf(headers, 'references') !== '' ? 'reply' : 'newMail';
}

function attachment({ filename, description, mimeType, content, disposition, related }: MimePart): Attachment {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  const inline = related === true || disposition === 'inline';
  return { name: filename || description || mimeType, size, ...(inline ? { inline } : {}) };
}

async function bodyOf(text: string | undefined, html: string | undefined): Promise<string> {
  if (text !== undefined && text.trim() !== '') return text;
  return html === undefined ? '' : textOfHtml(html);
}

/**
 * The words of an HTML body, links in brackets. postal-mime knows how (all entities, in linear
 * time) but does it only where a message has a plain part as well, so it is given such a one.
 */
async function textOfHtml(html: string): Promise<string> {
  const message = [
    'Content-Type: multipart/mixed; boundary=part', '', '--part', '', '', '--part',
    'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '',
    Buffer.from(html, 'utf8').toString('base64'), '--part--', '',
  ].join('\r\n');
  const { text } = await PostalMime.parse(message);
  return (text || '').trim();
}

/** Without a byte order mark and empty lines in front; lines of old Macs (CR alone) become lines. */
function withNewlines(bytes: Uint8Array): Uint8Array {
  let start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (bytes[start] === CR || bytes[start] === LF) start += 1;
  const rest = bytes.subarray(start);
  return rest.indexOf(LF) < 0 && rest.indexOf(CR) >= 0 ? rest.map((byte) => (byte === CR ? LF : byte)) : rest;
}

const CR = 0x0d;
const LF = 0x0a;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
