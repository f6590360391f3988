import type { Person } from './draft';

/** The heading of a quoted message, as mail programs write it above the quotation. */
export interface QuotedHeading {
  readonly from: Person | null;
  /** Addresses are empty where the mail program shows names only. */
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

/** A plain-text body, taken apart. */
export interface Writing {
  /** What the sender wrote for this mail. */
  readonly own: string;
  readonly signature: string;
  /** Earlier messages, quoted below. */
  readonly quoted: string;
  /** Newest first. */
  readonly headings: readonly QuotedHeading[];
}

/** Takes a plain-text body apart. Nothing throws, whatever the text is; what cannot be told apart counts as the sender's own. */
export function readWriting(body: string): Writing {
  const { own, signature, rest } = partsOfBody(body);
  return { own, signature, quoted: rest, headings: [] };
}

const QUOTE_START = /^(>|-{2,} ?(original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)|_{10,}$|(am|on) .{5,120} (schrieb|wrote)[^\n]{0,80}:$|(von|from): [^\n]{0,200}(@|\n(gesendet|sent|datum|date|an|to): ))/im;
const SIGNATURE = /^-- ?$/m;

/** The same text in three pieces, with line breaks as LF: `own + signature + rest`. */
export function partsOfBody(body: string): { readonly own: string; readonly signature: string; readonly rest: string } {
  const text = body.replace(/\r\n?/g, '\n');
  const quote = QUOTE_START.exec(text);
  const end = quote ? quote.index : text.length;
  const written = text.slice(0, end);
  const sign = SIGNATURE.exec(written);
  const split = sign ? sign.index : written.length;
  return { own: written.slice(0, split), signature: written.slice(split), rest: text.slice(end) };
}
