/** One piece of what somebody typed or pasted into a recipient field. */
export interface TypedPiece {
  readonly name: string;
  /** The address, or the text as it stands where there is none. */
  readonly text: string;
}

/**
 * Takes apart what is typed or pasted into To, Cc or Bcc: several people at once, separated by
 * commas, semicolons, line ends or tabs, as `anna@oak.example` or `Anna Oak <anna@oak.example>`.
 * Separators between quotes and inside angle brackets do not count.
 */
export function piecesOf(typed: string): readonly TypedPiece[] {
  return split(typed).map(pieceOf).filter(({ text }) => text !== '');
}

/** True while the text ends in the middle of a quoted name, so that a comma does not end it. */
export function isInsideQuotes(typed: string): boolean {
  return (typed.match(/"/g) || []).length % 2 === 1;
}

function split(typed: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let angled = false;
  for (const character of typed) {
    if (character === '"') quoted = !quoted;
    if (character === '<' && !quoted) angled = true;
    if (character === '>' && !quoted) angled = false;
    const ends = /[\r\n\t]/.test(character) || (/[,;]/.test(character) && !quoted && !angled);
    if (!ends) {
      part += character;
      continue;
    }
    parts.push(part);
    part = '';
    quoted = false;
    angled = false;
  }
  return [...parts, part];
}

function pieceOf(part: string): TypedPiece {
  const text = part.trim().replace(/^mailto:/i, '');
  const named = /^(.*?)\s*<([^<>]*)>$/.exec(text);
  if (!named || !named[2]?.trim()) return { name: '', text };
  const name = (named[1] as string).trim().replace(/^"((?:[^"\\]|\\.)*)"$/, '$1').replace(/\\(.)/g, '$1');
  return { name, text: named[2].trim() };
}
