import { EMPTY_DRAFT } from '../core/draft';
import { applyEdit } from '../core/edit';
import { MailboxFailure } from '../core/ports';
import { splitBehindWritten } from '../core/writing';
import { endOfOwnText } from './end-of-own-text';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';
import { platform } from './platform';

/** Characters Office.js takes as a body; Microsoft prints 1 MB on one page and this on another. */
const BODY_LIMIT = 1000000;

/**
 * Where Outlook shows a thread as a conversation, the body is the reply alone, without the mail it
 * answers; elsewhere the option changes nothing (Office.MailboxEnums.BodyMode.HostConfig).
 */
const OWN_MODE = 1 as Office.MailboxEnums.BodyMode;

/** The body as it is read before and after. `html` is empty for plain-text mail. */
interface Body {
  readonly html: string;
  readonly text: string;
}

/**
 * Puts plain text behind what the sender wrote, in front of quoted mail, and at the end where there
 * is none. Text that stands in the sender's own part already is not put in twice.
 *
 * Office.js can only replace the body as a whole, and clients have lost parts of it in doing so
 * (office-js issues 5430, 6808, 6944). So it is read back, and if anything that was there is not
 * there any more, or the new text is not, the old body is put back. Rejects with a MailboxFailure
 * then, and before anything is written where it is foreseeable: HTML that breaks off, a body above
 * the limit, pictures in quoted mail that the client is known to drop.
 *
 * What the sender types in the moment between reading and writing would be overwritten; both happen
 * without anything in between. A sender who has just pressed a button of ours does not type.
 */
export async function insertIntoBody(calls: OfficeCalls, item: () => ComposedItem, text: string): Promise<void> {
  const wanted = tidied(text);
  if (wanted === '') return;
  const isHtml = (await readType(calls, item)) === 'html';
  const before = await read(calls, item, isHtml);
  if (holds(before.text, wanted)) return;
  const next = isHtml ? htmlWith(before.html, wanted) : textWith(before.text, wanted);
  if (next.length > BODY_LIMIT) throw refused('the body is too long');

  let failure: unknown = refused('the body was not taken as written');
  try {
    await write(calls, item, next, isHtml);
  } catch (error) {
    failure = error;
  }
  const after = await read(calls, item, isHtml).catch(() => null);
  if (after !== null && isWhole(before, after, wanted)) return;
  // A write that was refused, or has not happened yet, has left everything as it was.
  if (after === null || !isSame(before, after)) await write(calls, item, isHtml ? before.html : before.text, isHtml).catch(() => undefined);
  throw failure;
}

function refused(message: string): MailboxFailure {
  return new MailboxFailure('body.setAsync', { message });
}

/** Line ends as LF, without control characters, which HTML has no place for. */
function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '').trim();
}

function htmlWith(html: string, wanted: string): string {
  const end = endOfOwnText(html);
  if (end === null) throw refused('the body is no HTML that can be added to');
  const { at, quoted } = end;
  if (quoted && platform() !== 'PC' && hasPicturesOfItsOwn(html.slice(at))) throw refused('pictures in the quoted mail would be lost');
  // Paragraphs of this class look like the rest in classic Outlook, and like any paragraph elsewhere.
  const paragraph = (content: string): string => `<p class="MsoNormal">${content}</p>`;
  const lines = wanted.split('\n').map(escaped).join('<br>');
  return `${html.slice(0, at)}${paragraph('&nbsp;')}${paragraph(lines)}${quoted ? paragraph('&nbsp;') : ''}${html.slice(at)}`;
}

function textWith(body: string, text: string): string {
  return applyEdit({ ...EMPTY_DRAFT, body }, { kind: 'insertText', text }).body;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** Pictures that come with the mail rather than from the web. */
function hasPicturesOfItsOwn(html: string): boolean {
  return countOf(html, /<(?:img|v:imagedata)[\s/]/gi) > countOf(html, /<img\s[^<>]{0,2000}?src=["']?https?:/gi);
}

function countOf(text: string, what: RegExp): number {
  return (text.match(what) || []).length;
}

function holds(body: string, wanted: string): boolean {
  return packed(splitBehindWritten(body).before).indexOf(packed(wanted)) >= 0;
}

/** What can be compared: clients set blanks and line ends anew, put in characters that show nothing, and make links of addresses. */
function packed(text: string): string {
  return text.replace(/<(?:mailto|https?|tel):[^<>\s]*>/gi, '').replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060]+/g, '');
}

function isSame(before: Body, after: Body): boolean {
  return packed(before.text) === packed(after.text) && keepsMarkup(before, after);
}

/** Everything that was there is there, in its order, with the new text in one place between, and nothing else. */
function isWhole(before: Body, after: Body, wanted: string): boolean {
  const old = packed(before.text);
  const now = packed(after.text);
  const added = packed(wanted);
  if (now.length !== old.length + added.length) return false;
  let same = 0;
  while (same < old.length && old.charAt(same) === now.charAt(same)) same += 1;
  if (now.slice(same + added.length) !== old.slice(same)) return false;
  // What both have in common from the beginning can reach into the new text by chance, so that it begins earlier.
  const around = now.slice(Math.max(0, same - added.length), same + added.length);
  return around.indexOf(added) >= 0 && keepsMarkup(before, after);
}

const COUNTED: readonly RegExp[] = [/<img[\s/]/gi, /<a\s/gi, /<table[\s>]/gi];

function keepsMarkup(before: Body, after: Body): boolean {
  return COUNTED.every((what) => countOf(after.html, what) >= countOf(before.html, what));
}

function readType(calls: OfficeCalls, item: () => ComposedItem): Promise<'html' | 'text'> {
  return calls.ask<string, 'html' | 'text'>(
    'body.getTypeAsync',
    (answer) => item().body.getTypeAsync(answer as (result: Office.AsyncResult<unknown>) => void),
    (type) => {
      if (type !== 'html' && type !== 'text') throw new Error('neither HTML nor plain text');
      return type;
    },
  );
}

/** The HTML is read last, right before it is written anew. */
async function read(calls: OfficeCalls, item: () => ComposedItem, isHtml: boolean): Promise<Body> {
  const text = await readAs(calls, item, 'text');
  return { text, html: isHtml ? await readAs(calls, item, 'html') : '' };
}

function readAs(calls: OfficeCalls, item: () => ComposedItem, form: 'html' | 'text'): Promise<string> {
  return calls.ask<string, string>(
    'body.getAsync',
    (answer) => item().body.getAsync(form, { bodyMode: OWN_MODE }, answer),
    (value) => {
      if (typeof value !== 'string') throw new Error('an answer that is no text');
      return value;
    },
  );
}

function write(calls: OfficeCalls, item: () => ComposedItem, body: string, isHtml: boolean): Promise<void> {
  const coercionType = (isHtml ? 'html' : 'text') as Office.CoercionType;
  return calls.tell('body.setAsync', (answer) => item().body.setAsync(body, { coercionType, bodyMode: OWN_MODE }, answer));
}
