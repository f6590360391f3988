import { mixesScripts } from '../domain-name';
import { typingErrors } from '../typing-errors';
import { type LookalikeIndex, registrableOf, registrableStart, withName } from './lookalike-index';
import { askLigatures, askNear, askSame, type Compare } from './near-names';
import { type Asked, asked, bestOf, type Lookalike, type Question } from './question';
import { askWithin, askWords } from './words';

/**
 * The known domains that `domain` (ASCII, lower case) may be mistaken for, best first; none for a domain that is known
 * itself or belongs to the same registrable domain as a known one. `compare` is there for tests that
 * count comparisons.
 */
export function lookalikesOf(index: LookalikeIndex, domain: string, compare: Compare = typingErrors): readonly Lookalike[] {
  const question = questionAbout(index, domain);
  return !question || isKnown(question) ? [] : answer(question, compare);
}

/** The same for a domain that stands in the index itself: the others it may be mistaken for. */
export function lookalikesBeside(index: LookalikeIndex, domain: string, compare: Compare = typingErrors): readonly Lookalike[] {
  const question = questionAbout(index, domain);
  return question ? answer(question, compare) : [];
}

/** Is it known itself, or does it belong to the same registrable domain as a known one? */
export function isKnownDomain(index: LookalikeIndex, domain: string): boolean {
  const question = questionAbout(index, domain);
  return question !== undefined && isKnown(question);
}

function questionAbout(index: LookalikeIndex, domain: string): Question | undefined {
  const start = index.domains.length === 0 ? -1 : registrableStart(index, domain);
  if (start < 0) return undefined;
  const dot = domain.indexOf('.', start);
  return {
    index,
    domain,
    start,
    registrable: domain.slice(start),
    ending: domain.slice(dot + 1),
    own: asked(domain.slice(start, dot), false),
    mixed: mixesScripts(domain),
    found: new Map(),
  };
}

function isKnown({ index, own, registrable }: Question): boolean {
  let known = false;
  withName(index, own.name.latin, (form) => {
    if (registrableOf(index, form) === registrable) known = true;
  });
  return known;
}

function answer(question: Question, compare: Compare): readonly Lookalike[] {
  const { domain, start, own } = question;
  ask(question, own, compare);
  if (start > 0) {
    ask(question, asked(domain.slice(0, start + own.labels.length), true), compare);
    askWithin(question);
  }
  return bestOf(question);
}

function ask(question: Question, form: Asked, compare: Compare): void {
  askSame(question, form);
  askNear(question, form, compare);
  askLigatures(question, form);
  askWords(question, form);
}
