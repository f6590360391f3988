/** The files of a FlexConfirmMail administrator, as its own loader reads them; `Common.txt` names the settings. */
export const FILES = ['Common.txt', 'TrustedDomains.txt', 'UnsafeDomains.txt', 'UnsafeFiles.txt', 'UnsafeBodies.txt'] as const;
export type FileName = (typeof FILES)[number];

/** Something of a file that has no counterpart, or is read differently here. `line` counts from 1; `null`: the file as a whole. */
export interface Note {
  readonly file: FileName;
  readonly line: number | null;
  readonly what: string;
  readonly why: string;
}

/** A line that says something: without blanks around it, not empty, no comment. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Comments begin with # and take the whole line. Old, Unix and Windows line ends are all read. */
export function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.replace(CONTROLS, ' ').trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\ufeff]/g;

/** What FlexConfirmMail does when a list has something: ask, ask once more, or stop. */
export const WARNING_TYPES = ['WARNING', 'REWARNING', 'BLOCK'] as const;
export type WarningType = (typeof WARNING_TYPES)[number];

/** A list under `[WARNING]`, `[REWARNING]` and `[BLOCK]`; what stands above all of them is a warning. */
export type ListsByType = { readonly [T in WarningType]: readonly Line[] };

/** A section of another name is no section for FlexConfirmMail: entries below it stay with the one before. */
export function listsByType(file: FileName, text: string, notes: Note[]): ListsByType {
  const lists: { [T in WarningType]: Line[] } = { WARNING: [], REWARNING: [], BLOCK: [] };
  let current: WarningType = 'WARNING';
  for (const line of linesOf(text)) {
    const section = sectionIn(line);
    if (section === undefined) {
      lists[current].push(line);
      continue;
    }
    const known = WARNING_TYPES.find((type) => type === section.toUpperCase());
    if (known) current = known;
    else notes.push({ file, line: line.number, what: line.text, why: `no section of FlexConfirmMail; what follows stays under [${current}]` });
  }
  return lists;
}

/**
 * Takes out what is cancelled: `-entry` cancels an entry of exactly the same spelling, and nothing
 * else. `spelling` is what FlexConfirmMail compares.
 */
export function withoutCancelled(lines: readonly Line[], spelling: (text: string) => string): { readonly kept: readonly Line[]; readonly idle: readonly Line[] } {
  const cancelling = new Map<string, Line>();
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const text = spelling(line.text);
    const into = text.startsWith('-') ? cancelling : kept;
    const key = text.replace(/^-/, '');
    if (!into.has(key)) into.set(key, line);
  }
  return {
    kept: [...kept].filter(([key]) => !cancelling.has(key)).map(([, line]) => line),
    idle: [...cancelling].filter(([key]) => !kept.has(key)).map(([, line]) => line),
  };
}

/** A setting with the line it stands on; a later one of the same name counts. */
export interface Setting extends Line {
  readonly name: string;
  readonly value: string;
}

export interface Section {
  /** `null` above the first heading. */
  readonly name: string | null;
  readonly line: number;
  readonly settings: readonly Setting[];
}

/** `[section]` and `name = value`. Sections of one name are one, as for FlexConfirmMail. */
export function sectionsOf(file: FileName, text: string, notes: Note[]): readonly Section[] {
  const sections = new Map<string | null, { name: string | null; line: number; settings: Map<string, Setting> }>();
  let name: string | null = null;
  let start = 1;
  for (const line of linesOf(text)) {
    const heading = sectionIn(line);
    if (heading !== undefined) {
      name = heading;
      start = line.number;
      if (!sections.has(name)) sections.set(name, { name, line: start, settings: new Map() });
      continue;
    }
    const equals = line.text.indexOf('=');
    if (equals < 1) {
      notes.push({ file, line: line.number, what: line.text, why: 'no setting: it is not of the form name = value' });
      continue;
    }
    const section = sections.get(name) ?? { name, line: start, settings: new Map<string, Setting>() };
    sections.set(name, section);
    const setting = { ...line, name: line.text.slice(0, equals).trim(), value: line.text.slice(equals + 1).trim() };
    const before = section.settings.get(setting.name);
    if (before) notes.push({ file, line: before.number, what: before.text, why: `stands once more in line ${setting.number}, and the later one counts` });
    section.settings.set(setting.name, setting);
  }
  return [...sections.values()].map((section) => ({ ...section, settings: [...section.settings.values()] }));
}

function sectionIn({ text }: Line): string | undefined {
  return text.startsWith('[') && text.endsWith(']') && text.length > 1 ? text.slice(1, -1) : undefined;
}

/** As FlexConfirmMail reads them; `undefined` for a value it passes over. */
export function yesOrNoIn(value: string): boolean | undefined {
  if (/^(yes|true|on|1)$/i.test(value)) return true;
  return /^(no|false|off|0)$/i.test(value) ? false : undefined;
}

export function wholeNumberIn(value: string): number | undefined {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? undefined : Math.max(-1, Math.min(number, 1_000_000));
}

/** The text of a file: UTF-8, or UTF-16 with a byte order mark; `undefined` for bytes that are neither. */
export function decoded(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}
