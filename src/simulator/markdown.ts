/** A run of text in one look. */
export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Only `https:` links can be clicked. */
  readonly href?: string;
}

export interface Block {
  readonly kind: 'paragraph' | 'bullet' | 'numbered';
  /** For `numbered`. */
  readonly number?: number;
  readonly spans: readonly Span[];
}

/** What is rendered, and what was written that a Smart Alert does not render as Markdown elsewhere would. */
export interface Rendered {
  readonly blocks: readonly Block[];
  readonly problems: readonly string[];
}

/** Microsoft names the backslash without saying for which characters; the others keep it, to be on the safe side. */
const ESCAPABLE = '\\*_[]';

/**
 * The Markdown of a Smart Alert: bold, italic, bullets and numbers whose items end in `\r`, https links, `\n\n` for a
 * new line, backslash. Everything else is shown as it was written.
 */
export function renderMarkdown(source: string): Rendered {
  const problems: string[] = [];
  const lines = source.split(/\r|\n\n/).map((line) => line.replace(/^\n+|\n+$/g, ''));
  if (lines.some((line) => line.includes('\n'))) problems.push('a single line break is not shown');
  for (const line of lines) problems.push(...notRendered(line));

  let expected = 1;
  const blocks = lines.filter((line) => line.trim() !== '').map((line): Block => {
    const text = line.replace(/\n/g, ' ');
    const bullet = /^\s*[-*] (.*)$/.exec(text);
    if (bullet) return { kind: 'bullet', spans: spansOf(bullet[1]!, problems) };

    const numbered = /^\s*(\d+)\. (.*)$/.exec(text);
    if (numbered) {
      const number = Number(numbered[1]);
      if (number === 1) expected = 1;
      if (number !== expected) problems.push(`item ${number} where ${expected} was due`);
      expected = number + 1;
      return { kind: 'numbered', number, spans: spansOf(numbered[2]!, problems) };
    }
    expected = 1;
    return { kind: 'paragraph', spans: spansOf(text, problems) };
  });
  return { blocks, problems };
}

/** The blocks as a screen reader would read them. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n');
}

function notRendered(line: string): string[] {
  const found: string[] = [];
  if (/^\s*#{1,6} /.test(line)) found.push('headings are not rendered');
  if (/`/.test(line)) found.push('code is not rendered');
  if (/!\[[^\]]*\]\(/.test(line)) found.push('images are not rendered');
  if (/<(https?:|\/?[a-z][a-z0-9]*[\s/>])/i.test(line)) found.push('HTML and <url> are not rendered');
  return found;
}

function spansOf(text: string, problems: string[]): readonly Span[] {
  const spans: Span[] = [];
  let plain = '';
  let bold: string | null = null;
  let italic: string | null = null;

  const flush = () => {
    if (plain !== '') spans.push(styled(plain, bold !== null, italic !== null));
    plain = '';
  };

  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '\\' && at + 1 < text.length && ESCAPABLE.includes(text[at + 1]!)) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (character === '[') {
      const link = linkAt(text, at);
      if (link) {
        flush();
        const clickable = /^https:\/\//i.test(link.href);
        if (!clickable) problems.push(`only https links can be clicked: ${link.href}`);
        spans.push({ ...styled(link.label, bold !== null, italic !== null), ...(clickable ? { href: link.href } : {}) });
        at = link.end;
        continue;
      }
    }
    const pair = text.slice(at, at + 2);
    if ((pair === '**' || pair === '__') && (bold === pair || (bold === null && closes(text, at + 2, pair)))) {
      flush();
      bold = bold === null ? pair : null;
      at += 2;
      continue;
    }
    if ((character === '*' || character === '_') && (italic === character || (italic === null && closes(text, at + 1, character)))) {
      flush();
      italic = italic === null ? character : null;
      at += 1;
      continue;
    }
    plain += character;
    at += 1;
  }
  flush();
  return spans;
}

function styled(text: string, bold: boolean, italic: boolean): Span {
  return { text, ...(bold ? { bold: true as const } : {}), ...(italic ? { italic: true as const } : {}) };
}

/** True if the mark opened just before `from` is closed later on, with something between. */
function closes(text: string, from: number, mark: string): boolean {
  if (text[from] === undefined || /\s/.test(text[from]!)) return false;
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(mark, at)) return true;
  }
  return false;
}

function linkAt(text: string, start: number): { readonly label: string; readonly href: string; readonly end: number } | null {
  let label = '';
  let at = start + 1;
  while (at < text.length && text[at] !== ']') {
    if (text[at] === '\\' && at + 1 < text.length && ESCAPABLE.includes(text[at + 1]!)) at += 1;
    label += text[at];
    at += 1;
  }
  const target = /^\]\(([^()\s]+)\)/.exec(text.slice(at));
  return target ? { label, href: target[1]!, end: at + target[0].length } : null;
}
