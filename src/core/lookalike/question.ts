import { type Name, nameOf } from '../domain-name';
import { domainOf, type Form, type LookalikeIndex, registrableOf } from './lookalike-index';

/**
 * How a domain resembles a known one:
 * - `homoglyph`: letters that look alike (0 for o, rn for m, a Cyrillic а); `mixedScripts`: the same, where
 *   one label mixes alphabets, which no honest name does;
 * - `embedded`: the known domain stands within another one, oak.example.elm.example or oak-com.example for oak.com;
 * - `punctuation`: a dot or hyphen too many or too few, mailoak.example for mail.oak.example;
 * - `typo`: slips of the finger, in the name or in its ending (.con for .com);
 * - `swappedLabels`: the same words in another order; `addedWord`: oak-gmbh.example for oak.example;
 * - `otherEnding`: oak.de for oak.com.
 */
export type LookalikeKind = 'mixedScripts' | 'homoglyph' | 'embedded' | 'punctuation' | 'typo' | 'swappedLabels' | 'addedWord' | 'otherEnding';

const KINDS: readonly LookalikeKind[] = ['mixedScripts', 'homoglyph', 'embedded', 'punctuation', 'typo', 'swappedLabels', 'addedWord', 'otherEnding'];

/**
 * How much a likeness is worth. `strong`: hardly by chance. `weak`: often two honest firms; good for
 * a hint. `faint`: between short names, so common that it counts only for a domain one knows well,
 * such as one's own.
 */
export type Likeness = 'strong' | 'weak' | 'faint';

const LIKENESSES: readonly Likeness[] = ['strong', 'weak', 'faint'];

export interface Lookalike {
  /** The known domain, as it was given. */
  readonly domain: string;
  readonly kind: LookalikeKind;
  readonly likeness: Likeness;
}

/** A domain that is asked about, and the known ones found so far. */
export interface Question {
  readonly index: LookalikeIndex;
  readonly domain: string;
  /** Where its registrable domain begins. */
  readonly start: number;
  readonly registrable: string;
  readonly ending: string;
  readonly own: Asked;
  readonly mixed: boolean;
  /** By registrable domain of the known one: mail.oak.example and oak.example are one to be mistaken for. */
  readonly found: Map<string, Found>;
}

interface Found {
  readonly of: number;
  readonly kind: LookalikeKind;
  readonly likeness: Likeness;
}

/** One of the forms of the domain that is asked about. */
export interface Asked {
  readonly labels: string;
  readonly name: Name;
  /** With the labels below the registrable domain? */
  readonly whole: boolean;
}

export function asked(labels: string, whole: boolean): Asked {
  return { labels, name: nameOf(labels), whole };
}

function rank({ likeness, kind }: Found): number {
  return LIKENESSES.indexOf(likeness) * KINDS.length + KINDS.indexOf(kind);
}

export function put({ index, registrable: own, found }: Question, form: Form, kind: LookalikeKind, likeness: Likeness): void {
  const registrable = registrableOf(index, form);
  if (registrable === own) return;
  const entry: Found = { of: form >> 1, kind, likeness };
  const before = found.get(registrable);
  const better = before ? rank(entry) - rank(before) || domainOf(index, form).length - (index.domains[before.of] as string).length || entry.of - before.of : -1;
  if (better < 0) found.set(registrable, entry);
}

/** What was found, best first, then in the order the known ones were given. */
export function bestOf({ index, found }: Question): readonly Lookalike[] {
  if (found.size === 0) return [];
  return Array.from(found.values()).sort((one, other) => rank(one) - rank(other) || one.of - other.of).map(({ kind, likeness, of }) => ({ domain: index.domains[of] as string, kind, likeness }));
}
