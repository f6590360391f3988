/** Where in an HTML body the sender's own text ends. */
export interface EndOfOwnText {
  /** Index of the place; in front of it and behind it the HTML is whole tags. */
  readonly at: number;
  /** Quoted mail begins there; otherwise it is the end of the body. */
  readonly quoted: boolean;
}

/**
 * Finds the quoted mail in the HTML of an Outlook body, as Outlook's clients and the commonest other
 * mail programs mark it, and otherwise the end. `null` where the HTML breaks off inside a tag or a
 * comment, so that nobody can say what a browser makes of the rest. Linear, whatever comes in.
 *
 * Tags are read as the HTML standard does (13.2.5, tokenization), so that what stands in an attribute,
 * a comment or a style sheet is never taken for a tag.
 */
export function endOfOwnText(html: string): EndOfOwnText | null {
  /** Behind the last thing that shows; only tags that open a paragraph have come since. */
  let edge = 0;
  let bodyEnd = -1;
  let headingsLooked = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (SHOWS.test(text)) {
      if (QUOTED_TEXT.test(text)) return { at: edge, quoted: true };
      edge = at + text.length;
    }
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (tag === null) return null;
    at = tag.end;
    if (tag.kind === 'close') {
      edge = tag.end;
      if (tag.name === 'body') bodyEnd = open;
    }
    if (tag.kind !== 'open') continue;
    const isHeading = isRuleAbove(tag) && (headingsLooked += 1) <= 100 && hasHeading(html, tag.end);
    if (isHeading || marksQuotation(tag)) return { at: edge, quoted: true };
    if (RAW_TEXT.indexOf(tag.name) >= 0) {
      const close = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi');
      close.lastIndex = tag.end;
      const found = close.exec(html);
      if (!found) return null;
      at = found.index;
    }
    if (WRAPPERS.indexOf(tag.name) < 0) edge = at;
  }
  return { at: bodyEnd >= 0 ? bodyEnd : html.length, quoted: false };
}

const SHOWS = /\S/;
const QUOTED_TEXT = /^\s*-{3,} ?(?:original message|original appointment|forwarded message|urspr(?:ü|&uuml;|&#252;)ngliche(?:r termin| nachricht)|weitergeleitete nachricht)/i;
/** What opens a paragraph and shows nothing by itself. */
const WRAPPERS: readonly string[] = ['div', 'p', 'span', 'a', 'b', 'strong', 'i', 'em', 'font', 'blockquote', 'section', 'article'];
const RAW_TEXT: readonly string[] = ['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'];

/** Ids and classes of the element that quoted mail stands in. Received mail comes with its own names prefixed by `x_`. */
const QUOTATIONS: readonly string[] = [
  // Outlook on the web, new Outlook, Outlook on Mac and phones.
  'appendonsend', 'divrplyfwdmsg', 'mail-editor-reference-message-container', 'ms-outlook-mobile-reference-message', 'olk_src_body_section',
  // Gmail, Yahoo, Thunderbird.
  'gmail_quote', 'gmail_quote_container', 'yahoo_quoted', 'moz-cite-prefix',
];

interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
}
type Tag = OpenTag | { readonly kind: 'close'; readonly name: string; readonly end: number } | { readonly kind: 'other'; readonly end: number };

function marksQuotation({ name, attributes }: OpenTag): boolean {
  const names = `${attributes.get('id') || ''} ${attributes.get('class') || ''}`.toLowerCase().split(/\s+/);
  if (names.some((each) => QUOTATIONS.indexOf(each.replace(/^(?:x_)+/, '')) >= 0)) return true;
  if (name === 'blockquote') return (attributes.get('type') || '').toLowerCase() === 'cite';
  // The line Outlook on the web draws above the heading.
  return name === 'hr' && attributes.get('tabindex') === '-1' && /98%/.test(`${attributes.get('width') || ''}${attributes.get('style') || ''}`);
}

/** Classic Outlook marks the heading of quoted mail by nothing but a line above it, as many a signature does. */
function isRuleAbove({ name, attributes }: OpenTag): boolean {
  return name === 'div' && /border-top:[^;]{0,60}solid|border-style:\s*solid none none/i.test(attributes.get('style') || '');
}

/** A label in bold first, such as `From:`, in whatever language. */
function hasHeading(html: string, from: number): boolean {
  const near = html.slice(from, from + 1500);
  return /<(?:b|strong)[\s>]/i.test(near) && /^\s*[^:@\n]{1,30}:/.test(near.replace(/<[^<>]*>/g, ''));
}

/** The tag, comment or stray `<` at an index. `null` where it does not end. */
function tagAt(html: string, open: number): Tag | null {
  const next = html.charAt(open + 1);
  if (/[a-z]/i.test(next)) return openTag(html, open);
  if (next === '/' && /[a-z]/i.test(html.charAt(open + 2))) {
    const tag = openTag(html, open + 1);
    return tag && { kind: 'close', name: tag.name, end: tag.end };
  }
  if (html.substr(open, 4) === '<!--') return comment(html, open + 4);
  if (next === '!' || next === '?' || next === '/') {
    const end = html.indexOf('>', open);
    return end < 0 ? null : { kind: 'other', end: end + 1 };
  }
  return { kind: 'other', end: open + 1 };
}

function comment(html: string, from: number): Tag | null {
  const empty = /^-?>/.exec(html.substr(from, 2));
  if (empty) return { kind: 'other', end: from + empty[0].length };
  const close = /--!?>/g;
  close.lastIndex = from;
  const found = close.exec(html);
  return found && { kind: 'other', end: found.index + found[0].length };
}

/** `before` is the index in front of the name. */
function openTag(html: string, before: number): OpenTag | null {
  const nameEnd = endOf(html, before + 1, /[\s/>]/g);
  const name = html.slice(before + 1, nameEnd).toLowerCase();
  const attributes = new Map<string, string>();
  let at = nameEnd;
  while (at < html.length) {
    at = endOf(html, at, /[^\s/]/g);
    if (html.charAt(at) === '>') return { kind: 'open', name, end: at + 1, attributes };
    const keyEnd = endOf(html, at + 1, /[\s/>=]/g);
    const key = html.slice(at, keyEnd).toLowerCase();
    at = endOf(html, keyEnd, /\S/g);
    if (html.charAt(at) !== '=') {
      at = keyEnd;
      continue;
    }
    at = endOf(html, at + 1, /\S/g);
    const quote = html.charAt(at);
    const isQuoted = quote === '"' || quote === "'";
    const valueEnd = isQuoted ? html.indexOf(quote, at + 1) : endOf(html, at, /[\s>]/g);
    if (valueEnd < 0) return null;
    if (!attributes.has(key)) attributes.set(key, html.slice(isQuoted ? at + 1 : at, valueEnd));
    at = isQuoted ? valueEnd + 1 : valueEnd;
  }
  return null;
}

/** The first index from `from` on where `stop` matches, or the end of the text. */
function endOf(html: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  const found = stop.exec(html);
  return found ? found.index : html.length;
}
