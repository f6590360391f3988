import { decodeWords } from 'postal-mime';
import { addressKey, parseAddress } from '../core/address';
import type { Person } from '../core/draft';

/**
 * Reads the value of one address header (RFC 5322 section 3.4), unfolded, as a list of people.
 *
 * Nobody is dropped. postal-mime makes one person of `Anna <a@…> Ben <b@…>`, takes the quotes off
 * local parts, splits IPv6 literals and swallows everything behind a quote that never closes, all
 * of which is harmless where mail is shown and not where recipients are counted. So the list is
 * taken apart here: an entry that is no address stays as written, and an entry that breaks the
 * grammar counts every address that stands in it. Members of a group count, its name does not.
 * Linear in the length of the header.
 */
export function readAddressList(header: string): readonly Person[] {
  const people: Person[] = [];
  for (const entry of entriesOf(header)) for (const person of peopleIn(entry)) people.push(person);
  return people;
}

/** What stands between two separators of the list. */
interface Entry {
  readonly text: string;
  /** What stands outside of angle brackets and comments, quotes kept. */
  readonly bare: string;
  /** The same without anything quoted. */
  readonly loose: string;
  /** The same with only the quotes gone, as a display name reads. */
  readonly phrase: string;
  readonly angle: string | null;
  readonly comment: string;
  readonly broken: boolean;
}

function peopleIn(entry: Entry): readonly Person[] {
  const { text, phrase, angle, comment, broken } = entry;
  const bare = entry.bare.trim();
  if (bare === '' && angle === null && !broken && comment.indexOf('@') < 0) return [];

  const name = decoded(phrase) || decoded(comment);
  if (!broken && angle !== null && (angle === '' || parseAddress(angle).usable)) return [{ address: angle, name }];
  if (!broken && angle === null && parseAddress(bare).usable) return [{ address: bare, name: decoded(comment) }];

  const stray = strayAddresses(text);
  if (stray.length === 1 && angle !== null) return [{ address: stray[0] as string, name: phrase.indexOf('@') < 0 ? name : '' }];
  if (stray.length > 0) return stray.map((address) => ({ address, name: '' }));
  const written = angle === null ? bare || text.trim() : angle;
  // A name that mail programs show in place of an address; decoding it must not make it one.
  if (angle === null && (written + name).indexOf('@') < 0) return [{ address: name || written, name: '' }];
  return [{ address: written, name: name === written ? '' : name }];
}

/** Everything in a text that looks like an address, each once. */
function strayAddresses(text: string): readonly string[] {
  const seen = new Map<string, string>();
  for (const piece of text.split(/[\s<>"(),:;]+/)) {
    // Outlook likes to put an address in single quotes where a name should be.
    const token = /^'[^]*'$/.test(piece) ? piece.slice(1, -1) : piece;
    if (token.length < 2 || token.indexOf('@') < 0) continue;
    const key = addressKey(token);
    if (!seen.has(key)) seen.set(key, token);
  }
  return Array.from(seen.values());
}

function decoded(phrase: string): string {
  return decodeWords(phrase.replace(/\s+/g, ' ').trim());
}

function entriesOf(header: string): readonly Entry[] {
  const entries: Entry[] = [];
  // Once a quote or a bracket is known never to close, the next one need not be searched again.
  let quotesClose = true;
  let commentsClose = true;
  let start = 0;
  let part = blank();

  let at = 0;
  while (at < header.length) {
    const char = header.charAt(at);
    let end = -1;
    if (char === '"' && quotesClose) {
      end = endOfQuote(header, at);
      if (end < 0) quotesClose = false;
    } else if (char === '(' && commentsClose) {
      end = endOfComment(header, at);
      if (end < 0) commentsClose = false;
    } else if (char === '<') {
      end = endOfAngle(header, at);
    } else if (char === '[' && header.charAt(at - 1) === '@') {
      end = endOfLiteral(header, at);
    }

    if (end >= 0) {
      const inside = header.slice(at + 1, end);
      if (char === '"') {
        part.bare += header.slice(at, end + 1);
        part.phrase += inside.replace(/\\([^])/g, '$1');
      } else if (char === '(') part.comment += ` ${inside.replace(/\\([^])/g, '$1')}`;
      else if (char === '[') part.bare += header.slice(at, end + 1);
      else if (part.angle === null) part.angle = inside.trim();
      else part.broken = true;
      at = end + 1;
      continue;
    }

    if (char === ',' || char === ';') {
      finish(at);
    } else if (char === ':' && part.angle === null && part.loose.indexOf('@') < 0) {
      // The name of a group: its members follow.
      start = at + 1;
      part = blank();
    } else {
      if (char === ':' || char === '"' || char === '(' || char === '<' || char === '>') part.broken = true;
      part.bare += char;
      part.loose += char;
      part.phrase += char;
    }
    at += 1;
  }
  finish(header.length);
  return entries;

  function finish(end: number): void {
    const { angle, loose, phrase } = part;
    // An address outside of the brackets, or a whole entry inside of quotes: quotes or commas are amiss.
    const amiss = angle !== null && (loose.indexOf('@') >= 0 || /<[^<>\s]*@/.test(phrase));
    const text = header.slice(start, end);
    if (text.trim() !== '') entries.push({ ...part, text, broken: part.broken || amiss });
    start = end + 1;
    part = blank();
  }
}

function blank() {
  return { bare: '', loose: '', phrase: '', angle: null as string | null, comment: '', broken: false };
}

function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at;
  }
  return -1;
}

function endOfComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** A bracket that is opened again before it closes was never closed. */
function endOfAngle(text: string, start: number): number {
  let quoted = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '>') return at;
    else if (!quoted && char === '<') return -1;
  }
  return -1;
}

function endOfLiteral(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === ']') return at;
    if (char === '[' || char === ',' || char === ';' || char === '<') return -1;
  }
  return -1;
}
