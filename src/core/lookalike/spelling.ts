/*
 * Letters of a piece of text from `from` to `to`, 0 read as o and 1 as l; dots and hyphens left out. Without making
 * another text of it, for it is done for every known domain.
 */

const DOT = 46;
const HYPHEN = 45;

/** How a name begins and ends. */
export interface Ends {
  /** The first four letters and the last four, a byte each. */
  readonly head: number;
  readonly tail: number;
  readonly length: number;
}

export function endsOf(text: string, from: number, to: number): Ends {
  let head = 0;
  let at = from;
  for (let places = 24; places >= 0 && at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === HYPHEN) continue;
    head |= (read(code) & 255) << places;
    places -= 8;
  }
  let tail = 0;
  at = to - 1;
  for (let places = 0; places < 32 && at >= from; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === HYPHEN) continue;
    tail |= (read(code) & 255) << places;
    places += 8;
  }
  let length = to - from;
  for (at = text.indexOf('-', from); at >= 0 && at < to; at = text.indexOf('-', at + 1)) length -= 1;
  for (at = text.indexOf('.', from); at >= 0 && at < to; at = text.indexOf('.', at + 1)) length -= 1;
  return { head, tail, length };
}

function read(code: number): number {
  return code === 48 ? 111 : code === 49 ? 108 : code;
}

/** Which letters there are, a bit each. Two names one slip apart differ in two bits at most. */
export function lettersIn(text: string, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at += 1) {
    const code = read(text.charCodeAt(at));
    if (code !== DOT && code !== HYPHEN) letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + code % 5);
  }
  return letters;
}

/** Does the piece read so? */
export function isSpelt(text: string, from: number, to: number, latin: string): boolean {
  let place = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === HYPHEN) continue;
    if (read(code) !== latin.charCodeAt(place)) return false;
    place += 1;
  }
  return place === latin.length;
}

/** How many letters at the beginning or end share a bucket: as many as one slip leaves alone on one of both sides. */
function lettersFor(length: number): number {
  return length < 7 ? 2 : length < 10 ? 3 : 4;
}

/** The letters that names of `length` are found by. */
export function beginOf({ head }: Ends, length: number): number {
  return head >>> (32 - 8 * lettersFor(length));
}

export function endOf({ tail }: Ends, length: number): number {
  return tail << (32 - 8 * lettersFor(length));
}

/** How many bits are set. */
export function bitsSet(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
