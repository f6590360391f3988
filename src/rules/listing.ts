import { oneLine } from '../core/one-line';
import type { InEachLanguage, Language } from '../core/rule';

const MORE: InEachLanguage = { de: 'weitere', en: 'more' };
const AND: InEachLanguage = { de: ' und ', en: ' and ' };

/** Longest entry that is shown whole: names and domains from outside must not fill a dialog. */
const LONGEST = 40;

/** `oak.example, elm.example und 3 weitere`: the first `most` by name, the others by number. */
export function listed(entries: readonly string[], language: Language, most = 2): string {
  const shown = entries.slice(0, entries.length === most + 1 ? most + 1 : most).map((entry) => shortened(entry));
  const rest = entries.length - shown.length;
  if (rest > 0) return `${shown.join(', ')}${AND[language]}${rest} ${MORE[language]}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')}${AND[language]}${shown[shown.length - 1] as string}`;
}

/** In the quotation marks of the language. */
export function quoted(text: string, language: Language): string {
  return language === 'de' ? `„${shortened(text)}“` : `“${shortened(text)}”`;
}

/** `one` for one, otherwise the number with its noun: `counted(3, 'eine Person', 'Personen')`. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`;
}

/** On one line, cut to `longest` characters, never through a pair of surrogates. */
export function shortened(text: string, longest = LONGEST): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  const code = line.charCodeAt(longest - 2);
  return `${line.slice(0, code >= 0xd800 && code <= 0xdbff ? longest - 2 : longest - 1)}…`;
}
