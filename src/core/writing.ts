import { headingAt, type QuotedHeading } from './quoted-heading';

/** A plain-text body, taken apart. Every line stands in exactly one part, in the body's order, with its line break as LF and the hard spaces of HTML as spaces. */
export interface Writing {
  /** What the sender wrote for this mail, a greeting and a P.S. included. */
  readonly own: string;
  readonly signature: string;
  /** Earlier messages with their headings. Answers between `>` lines are the sender's own. */
  readonly quoted: string;
  /** Of the quoted messages, newest first. */
  readonly headings: readonly QuotedHeading[];
  /** Own text and signature together as they stand: everything but quoted mail. */
  readonly written: string;
}

type Part = 'own' | 'signature' | 'quoted';

const QUOTED = /^\s{0,3}>/;
const PREFIX = /^(?:\s{0,3}>)+ ?/;
const DELIMITER = /^-- ?$/;
/** Below a signature, the sender's own words again: an afterthought, or the list of enclosures of a German letter. */
const AFTERTHOUGHT = /^\s*(?:p\.? ?s\.?(?: ?s\.?)?(?:[:,\s-]|$)|(?:anlagen?|anhang|anhänge|encl|enclosures?|attachments?)\.?\s?(?:\(\d{1,3}\))?\s?(?::|$))/i;
const SENT_FROM = /^\s*(?:von meinem \S+ gesendet|gesendet (?:von|mit|aus) (?:mein|outlook|der )|sent from (?:my|outlook|the )|get outlook for|outlook für \S+ beziehen)/i;
const CLOSING = /^\s*(?:(?:mit |und )?(?:(?:freundlich|best|herzlich|lieb|viel|schön|sonnig|kollegial|winterlich|sommerlich|weihnachtlich|hanseatisch)\S{0,4} ){1,2}(?:grüßen?|gruß|grüssen?|gruss|gruessen?)|grüße|gruß|mfg|vg|lg|bg|hochachtungsvoll|(?:(?:with )?(?:best|kind|kindest|warm|warmest|many thanks and) )?regards|(?:best|kind) wishes|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|all the best)(?:[,.!]?\s*$|,? \S(?:[^\n]{0,38}[^\s.?!:;,])?\s*,?$)|^\s*(?:best|thanks|many thanks|thank you|danke|(?:vielen |herzlichen |besten )?dank)[,.!]?\s*$/i;
/** What only the block below a name has: ways to reach somebody, a legal form, the register. */
const CONTACT = /@[^\s@]+\.|https?:|www\.|(?:\d[\s/()-]{0,3}){7}|\b(?:gmbh|ag|kg|ohg|ug|e\. ?v\.|ltd|limited|inc|llc|llp|plc)\b|\b(?:tel|fon|telefon|mobil|fax|phone|mobile)\b[.: ]*[+(\d]|amtsgericht|handelsregister|geschäftsführ|\b\d{5} [a-zäöü]/i;
/** How a sentence starts that goes on writing after the name. */
const GOES_ON = /^(?:ich|wir|bitte|hier|noch|anbei|übrigens|das|dies\S*|i(?=[ '’])|we|please|here|also|by the way|this|it)\b/i;
/** How words in a name, a title or a firm start, beside capitals: `i. A.`, `von`, `of`. */
const NAME_WORD = /^(?:[^a-zß-ÿ]|(?:von|vom|van|der|den|de|zu|und|of|and|the|für|at)$|[a-z]{1,3}\.)/;

/** Lines below a closing that are looked at for what makes a signature. */
const LOOKED_AT = 16;

const HARD_SPACES = /[\u00a0\u2007\u202f]/g;

/** Takes a plain-text body apart. Nothing throws, whatever the text is; what cannot be told apart counts as the sender's own. */
export function readWriting(body: string): Writing {
  const { lines, parts, headings } = takenApart(body);
  const of = (...wanted: readonly Part[]): string => lines.filter((_, index) => wanted.indexOf(parts[index] as Part) >= 0).join('').replace(HARD_SPACES, ' ');
  return { own: of('own'), signature: of('signature'), quoted: of('quoted'), headings, written: of('own', 'signature') };
}

/** The body in two, at the place behind everything the sender wrote; line breaks are LF. */
export function splitBehindWritten(body: string): { readonly before: string; readonly rest: string } {
  const { lines, parts } = takenApart(body);
  let at = lines.length;
  while (parts[at - 1] === 'quoted') at -= 1;
  return { before: lines.slice(0, at).join(''), rest: lines.slice(at).join('') };
}

function takenApart(body: string): { readonly lines: readonly string[]; readonly parts: readonly Part[]; readonly headings: readonly QuotedHeading[] } {
  const lines = body.replace(/\r\n?/g, '\n').split(/^/m);
  const texts = lines.map((line) => line.replace(/[\n\u2028\u2029\u200b\ufeff]/g, '').replace(/\u00a0/g, ' '));
  const { parts, headings } = withoutQuotes(texts);
  let part: Part = 'own';
  parts.forEach((each, index) => {
    const text = texts[index] as string;
    if (each === 'quoted') part = 'own';
    else if (AFTERTHOUGHT.test(text)) part = 'own';
    else if (DELIMITER.test(text) || SENT_FROM.test(text) || isSignatureAt(texts, parts, index)) part = 'signature';
    if (each !== 'quoted') parts[index] = part;
  });
  return { lines, parts, headings };
}

/** Tells quoted lines from the others. */
function withoutQuotes(texts: readonly string[]): { readonly parts: Part[]; readonly headings: readonly QuotedHeading[] } {
  const unprefixed = texts.map((text) => text.replace(PREFIX, ''));
  const headings: QuotedHeading[] = [];
  const parts: Part[] = [];
  // A heading whose program writes no `>` makes everything below it quoted.
  let toTheEnd = false;
  let quotedUntil = 0;
  let next = 0;
  texts.forEach((text, index) => {
    const isQuoted = toTheEnd || QUOTED.test(text);
    const found = index < next ? null : headingAt(isQuoted ? unprefixed : texts, index);
    if (found) {
      next = found.end;
      if (found.heading) headings.push(found.heading);
      if (!isQuoted) {
        quotedUntil = found.end;
        toTheEnd = !(found.prefixes && isQuoteNext(texts, found.end));
      }
    }
    const isBlankBelowQuote = text.trim() === '' && parts[index - 1] === 'quoted';
    parts.push(isQuoted || index < quotedUntil || toTheEnd || isBlankBelowQuote ? 'quoted' : 'own');
  });
  return { parts, headings };
}

function isQuoteNext(texts: readonly string[], from: number): boolean {
  return QUOTED.test(texts.slice(from, from + 4).find((text) => text.trim() !== '') || '');
}

/** Whether a closing ends in front of this line, and a name with or without more of a signature follows rather than more text. */
function isSignatureAt(texts: readonly string[], parts: readonly Part[], at: number): boolean {
  if (at === 0 || !CLOSING.test(texts[at - 1] as string)) return false;
  let named = false;
  for (let index = at; index < texts.length && parts[index] !== 'quoted'; index += 1) {
    const text = (texts[index] as string).trim();
    if (text === '') continue;
    if (AFTERTHOUGHT.test(text) || DELIMITER.test(text) || SENT_FROM.test(text)) break;
    // Not an end in sight: whoever writes this much below "Best" has more to say.
    if (index >= at + LOOKED_AT || isProse(text)) return false;
    if (!named && !isName(text)) return false;
    if (CONTACT.test(text)) return true;
    named = true;
  }
  return named;
}

function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length === 1 || (words.length < 7 && words.every((word) => NAME_WORD.test(word)));
}

function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  return GOES_ON.test(text) || (/[.!?:]$/.test(text) ? words > 3 : words > 8) && !CONTACT.test(text);
}
