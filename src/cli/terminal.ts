import type { Language } from '../core/rule';
import { STANDARD_INPUT } from './check-input';

/** Where a command reads and writes; another one in tests. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
  readonly environment: { readonly [name: string]: string | undefined };
}

export interface Look {
  readonly language: Language;
  readonly colour: boolean;
  /** Width of the terminal in characters; `null` where lines are not to be broken. */
  readonly columns: number | null;
}

export function ownStreams(): Streams {
  return { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, environment: process.env };
}

export function lookOf({ stdout, environment }: Streams, language: Language): Look {
  return { language, colour: hasColour(stdout, environment), columns: stdout.isTTY ? stdout.columns ?? null : null };
}

/** German where the system speaks German, English everywhere else. */
export function languageOf(environment: Streams['environment']): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^de\b/i.test(locale.replace('_', '-')) ? 'de' : 'en';
}

/** Colours are for people who watch (https://no-color.org). */
function hasColour(stdout: Streams['stdout'], environment: Streams['environment']): boolean {
  return stdout.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/** Names every problem of a file on a line of its own. */
export function complain(stderr: NodeJS.WritableStream, file: string, problems: readonly string[]): void {
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  for (const problem of problems) stderr.write(`${neutral(`${name}: ${problem}`)}\n`);
}

/** Not by process.exit, which would cut off what is still being written. */
export function leaveWith(status: 0 | 1 | 2): void {
  process.exitCode = status;
}

/** Characters that are not seen, or that move, hide or turn what is: controls, bidi overrides, lone surrogates. */
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from outside as it may go to a terminal: what would not be seen is spelt out as `\u001b`. */
export function neutral(text: string): string {
  return text.replace(UNSEEN, escaped);
}

export function escaped(characters: string): string {
  return Array.from({ length: characters.length }, (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}

/** Lines of one text, broken between words where the terminal ends, every line indented. */
export function wrapped(text: string, indent: number, { colour, columns }: Look, sgr?: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of neutral(text).split(' ')) {
    if (line !== '' && columns !== null && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each) => ' '.repeat(indent) + (colour && sgr !== undefined ? `\u001b[${sgr}m${each}\u001b[0m` : each));
}

/**
 * Waits where the reader is slow. Where the reader has gone (`| head`), the rest is checked all the
 * same, for the exit status.
 */
export function writer(stdout: NodeJS.WritableStream) {
  let gone = false;
  let failure: string | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE') failure = error.message;
  });
  return {
    failure: () => failure,
    write: (text: string) => new Promise<void>((resolve) => {
      if (gone) resolve();
      else stdout.write(text, () => resolve());
    }),
  };
}
