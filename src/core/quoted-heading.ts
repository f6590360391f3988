import type { Person } from './draft';

/** The heading of a quoted message, as mail programs write it above the quotation. */
export interface QuotedHeading {
  readonly from: Person;
  /** Addresses are empty where the mail program shows names only. */
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

/** A heading in a text, or a line that stands in place of one. */
export interface FoundHeading {
  /** The first line behind it. */
  readonly end: number;
  readonly heading: QuotedHeading | null;
  /** Whether its mail program puts `>` before what it quotes, so that lines without one are answers. */
  readonly prefixes: boolean;
}

type Field = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

const FIELDS: { readonly [label: string]: Field } = {
  von: 'from', from: 'from',
  gesendet: 'sent', 'gesendet am': 'sent', sent: 'sent', datum: 'sent', date: 'sent',
  an: 'to', to: 'to',
  cc: 'cc', kopie: 'cc',
  betreff: 'subject', subject: 'subject',
  bcc: 'other', blindkopie: 'other', wichtigkeit: 'other', importance: 'other', priorität: 'other', priority: 'other', anlagen: 'other', attachments: 'other', 'antwort an': 'other', 'reply-to': 'other',
};

/** Bold type turns into asterisks where HTML becomes text. */
const LABELLED = /^[\s*]{0,4}([a-zä-]{2,11}(?: a[mn])?)\*{0,2} ?:\*{0,2}(?:\s|$)/i;
const MARKER = /^\s*-{2,}\s*(?:original[ -]?(?:message|appointment|nachricht)|ursprüngliche(?:r termin| nachricht| e-?mail)|forwarded message|weitergeleitete (?:nachricht|e-?mail))\s*-{2,}\s*$|^\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)):\s*$/i;
const RULER = /^\s*_{10,}\s*$/;
/** Words around the sender's name: `Am 23.11.2026 um 10:00 schrieb …:`, `On 23 Nov 2026, at 10:00, … wrote:`. */
const INTRODUCED = /^\s*(?:am|on)\s/i;
const ADDRESS_FIRST = /^[^<>]{0,100}<[^<>]{3,200}>\s(?:hat am|schrieb am|schrieb|wrote)\b.{0,100}:$/i;
/** What stands before the name: up to the last number and what belongs to it. */
const DATED = /^.*\d\S*(?:[\s,)]+(?:uhr|[ap]\.?m\.?|CES?T|MES?Z|GMT|UTC|BST|[ECMP][SD]T|[+-]\d{4})\b\.?)*[\s,)]*/i;

/** Longer lines introduce nothing. */
const LONGEST = 400;
/** Lines over which mail programs break an introduction. */
const BROKEN_OVER = 4;

/** The heading that begins at line `at`, if one does. Lines come without `>`. */
export function headingAt(lines: readonly string[], at: number): FoundHeading | null {
  const line = lines[at] as string;
  if (line.length < LONGEST && (MARKER.test(line) || RULER.test(line))) {
    const next = filledLine(lines, at + 1);
    const block = blockAt(lines, next);
    if (block) return block;
    // Below a ruler, labels in any language; the ruler alone may be the sender's own.
    return MARKER.test(line) || (next - at < 4 && labelsFrom(lines, next) > 2) ? { end: at + 1, heading: null, prefixes: false } : null;
  }
  return introductionAt(lines, at) || blockAt(lines, at);
}

/**
 * Outlook's block of `From:`, `Sent:`, `To:`, `Subject:`, in any order, with values that go on in
 * the next lines. Runs end where a label comes again, so that no line is read more than a few times.
 */
function blockAt(lines: readonly string[], at: number): FoundHeading | null {
  const values: { [F in Field]?: string[] } = {};
  const seen = new Set<string>();
  let last: string[] = [];
  let gaps = 0;
  let end = at;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index] as string;
    const label = labelOf(line);
    if (label === undefined) {
      const isBlank = line.trim() === '';
      // A blank line ends the block, unless the program put one between all of its lines.
      if (index === at || (isBlank && !(gaps === seen.size - 1 && labelOf(lines[index + 1] || '')))) break;
      if (isBlank) gaps += 1;
      last.push(line.trim());
      continue;
    }
    if (seen.has(label)) break;
    // "Anlagen: 2" and "Datum: 3. Mai" may be the sender's last line above a block.
    if (index === at ? FIELDS[label] === 'other' : gaps > 0 && gaps < seen.size) return null;
    seen.add(label);
    last = [line.slice((LABELLED.exec(line) as RegExpExecArray)[0].length).trim()];
    const field = FIELDS[label] as Field;
    if (!values[field]) values[field] = last;
    end = index + 1;
  }
  const { from, sent, to, cc, subject } = values;
  if (!from || !from[0] || !(sent || to || subject)) return null;
  const fromText = from.slice(0, BROKEN_OVER).join(' ');
  // A journey has From, To and a date as well; a message has more.
  if (!seen.has('gesendet') && !seen.has('sent') && !seen.has('gesendet am') && !(fromText.indexOf('@') > 0) && !(subject && (sent || to))) return null;
  const list = (value: string[] | undefined): readonly Person[] => (value ? people((value === last ? value.slice(0, 1) : value).join(' ')) : []);
  return { end, heading: { from: person(fromText), to: list(to), cc: list(cc) }, prefixes: false };
}

function labelOf(line: string): string | undefined {
  const match = LABELLED.exec(line);
  const label = match ? (match[1] as string).toLowerCase() : '';
  return Object.prototype.hasOwnProperty.call(FIELDS, label) ? label : undefined;
}

function labelsFrom(lines: readonly string[], at: number): number {
  let count = 0;
  while (count < 3 && /^[^\s:][^:]{0,20}:\s/.test(lines[at + count] || '')) count += 1;
  return count;
}

function introductionAt(lines: readonly string[], at: number): FoundHeading | null {
  const first = lines[at] as string;
  if (!(INTRODUCED.test(first) || first.indexOf('<') >= 0)) return null;
  let whole = '';
  for (let index = at; index < at + BROKEN_OVER && index < lines.length; index += 1) {
    const line = (lines[index] as string).trim();
    if (line === '' || line.length >= LONGEST) return null;
    whole += ` ${line}`;
    if (!/:$/.test(line)) continue;
    const from = INTRODUCED.test(whole) ? introducedIn(whole) : ADDRESS_FIRST.test(whole) ? whole.replace(/>.*/, '') : null;
    return from === null || /^(?:ich|wir|sie|du|ihr|er|i|we|you|he|she|they)$/i.test(from) ? null : { end: index + 1, heading: { from: person(from), to: [], cc: [] }, prefixes: true };
  }
  return null;
}

/** The words for the sender in an introduction that names a date or an address, as programs do; people write `Am Montag schrieb Anna:`. */
function introducedIn(whole: string): string | null {
  if (!/\d[:.]\d\d|\d{4}|@/.test(whole)) return null;
  const german = whole.lastIndexOf(' schrieb ');
  if (german > 0) return whole.slice(german + 9, -1);
  const other = /\s(?:wrote|geschrieben):$/i.exec(whole);
  if (!other) return null;
  const named = whole.slice(0, other.index);
  const address = named.search(/[^\s<]{1,64}@/);
  const end = address < 0 ? named.length : address;
  return named.slice(0, end).replace(DATED, '') + named.slice(end);
}

function filledLine(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 4 && (lines[at] as string).trim() === '') at += 1;
  return at;
}

/** A list of people as headings show it: `Müller, Anna; Ben Elm <ben@elm.example>`. */
function people(text: string): readonly Person[] {
  const pieces = split(text, ';');
  if (pieces.length > 1) return pieces.map(person).filter(isSomebody);
  const found: string[] = [];
  let family = '';
  for (const piece of split(text, ',').filter((each) => each !== '')) {
    // `Müller, Anna` is one person: one word, and the rest behind the comma.
    if (family === '' && /^[^\s@]+$/.test(piece)) {
      family = piece;
      continue;
    }
    found.push(family === '' ? piece : `${family}, ${piece}`);
    family = '';
  }
  return [...found, family].map(person).filter(isSomebody);
}

function isSomebody({ address, name }: Person): boolean {
  return address !== '' || name !== '';
}

/** At separators outside quotation marks and angle brackets. */
function split(text: string, separator: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let inside = '';
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (at === text.length || (sign === separator && inside === '')) {
      pieces.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (sign === inside) inside = '';
    else if (inside === '' && sign === '"') inside = '"';
    else if (inside === '' && sign === '<') inside = '>';
  }
  return pieces;
}

/** `Anna Oak <anna@oak.example>`, also with `mailto:`, in square brackets, or one of both alone. */
function person(whole: string): Person {
  const text = whole.slice(0, LONGEST);
  // The name comes from whoever sent the mail and may look like an address; brackets hold the real one.
  const bracket = Math.max(0, text.lastIndexOf('<'), text.lastIndexOf('[mailto:'));
  const address = addressIn(text.slice(bracket)) || addressIn(text);
  const name = address === '' ? text : text.slice(0, text.indexOf(address));
  return { address, name: name.replace(/[<["'\s(]*(?:mailto:)?$/i, '').replace(/^[\s"'*<]+|[\s"'*>]+$/g, '') };
}

function addressIn(text: string): string {
  const found = text.split(/[\s<>[\]()"',;]/).find((word) => word.indexOf('@') > 0) || '';
  return found.replace(/^mailto:/i, '').replace(/[.:*]+$/, '');
}
