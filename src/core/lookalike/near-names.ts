import { isEncoded, isPlain, type Name, nameOf, transcribed } from '../domain-name';
import { NEAR, TURNED, typingErrors } from '../typing-errors';
import { endingOf, type Form, isWhole, labelsOf, nearName, withName } from './lookalike-index';
import { type Asked, type Likeness, put, type Question } from './question';

export type Compare = typeof typingErrors;

/** From so many letters on, any one slip is a likeness; and from so many on, two slips are. */
const LONG = 10;
const VERY_LONG = 12;

/** Names that differ by a slip or two. */
export function askNear(question: Question, form: Asked, compare: Compare): void {
  const { index, ending } = question;
  const { latin } = form.name;
  const { length } = latin;
  const slips = length >= VERY_LONG ? 2 : 1;
  const judge = (known: Form): void => judgeSlips(question, form, known, slips, compare);
  // A short name with two letters turned may share neither its first two letters nor its last two.
  for (let at = 1; at < length && length < 5; at += 1) {
    withName(index, latin.slice(0, at - 1) + latin.charAt(at) + latin.charAt(at - 1) + latin.slice(at + 1), judge);
  }
  nearName(index, latin, ending, slips, judge);
}

/** Names that read the same. */
export function askSame(question: Question, form: Asked): void {
  withName(question.index, form.name.latin, (known) => judgeSame(question, form, known));
}

/** Names that read the same: what is different about them? */
function judgeSame(question: Question, { labels, name, whole }: Asked, form: Form): void {
  const { index, ending } = question;
  const knownLabels = labelsOf(index, form);
  const known = knownLabels === labels ? name : nameOf(knownLabels);
  const { length } = known.latin;
  const knownEnding = endingOf(index, form);
  const likeEnding = ending === knownEnding || index.readEnding(ending) === index.readEnding(knownEnding);
  if (known.seen !== name.seen || (likeEnding && ending !== knownEnding)) {
    if (likeEnding) put(question, form, question.mixed ? 'mixedScripts' : 'homoglyph', likenessOfHomoglyph(known, name));
  } else if (ending === knownEnding) {
    if (length > 2) put(question, form, 'punctuation', length > 4 ? 'strong' : 'faint');
  } else if (!whole && known.typed === name.typed && length > 2) {
    if (isTypedEnding(ending, knownEnding)) put(question, form, 'typo', length > 4 ? 'strong' : 'weak');
    else put(question, form, 'otherEnding', length > 4 ? 'weak' : 'faint');
  }
}

/** Names with one ending that differ by slips. A slip and a dot are two differences: too many. */
function judgeSlips(question: Question, { name, whole }: Asked, form: Form, slips: number, compare: Compare): void {
  const { index, ending } = question;
  if (whole !== isWhole(form)) return;
  const labels = labelsOf(index, form);
  const encoded = isEncoded(labels);
  const weight = compare(name.typed, encoded ? nameOf(labels).typed : labels, slips);
  // Most names are through here, so the rest is worked out for the few that are left.
  if (weight === Infinity && !encoded && name.seen === name.latin) return;
  const known = nameOf(labels);
  if (known.latin === name.latin || endingOf(index, form) !== ending) return;
  const likeness = likenessOfTypo(weight, known.latin.length);
  if (transcribed(name.seen) === transcribed(known.seen)) put(question, form, 'homoglyph', 'weak');
  else if (likeness) put(question, form, 'typo', likeness);
}

/** Umlauts and their plain letters are often both registered by one firm; digits for letters in short names can be a name of its own. */
function likenessOfHomoglyph(known: Name, name: Name): Likeness {
  if (known.seen !== name.seen && known.typed === name.typed && /^[a-z0-9äöüß]*$/.test(known.seen + name.seen)) return 'weak';
  return isPlain(name.seen) && known.latin.length < 3 ? 'faint' : 'strong';
}

function likenessOfTypo(weight: number, length: number): Likeness | undefined {
  if (length < 3 || weight === Infinity) return undefined;
  if (length < 5) return weight === TURNED ? 'weak' : undefined;
  if (length < 7) return weight === TURNED ? 'strong' : weight === NEAR ? 'weak' : undefined;
  if (length < LONG) return weight <= NEAR ? 'strong' : 'weak';
  return weight < 2 * NEAR ? 'strong' : weight === 2 * NEAR ? 'weak' : undefined;
}

/** `.con` or `.co` for `.com`; two endings of countries (`.de`, `.be`) differ by more than a slip. */
function isTypedEnding(typed: string, meant: string): boolean {
  if (typingErrors(typed, meant, 1) === Infinity) return false;
  const these = typed.split('.');
  const those = meant.split('.');
  if (these.length !== those.length) return false;
  const different = these.map((_, at) => at).filter((at) => these[at] !== those[at]);
  if (different.length !== 1) return false;
  const [one, other] = [these[different[0] as number] as string, those[different[0] as number] as string];
  return typingErrors(one, other, 1) <= (one.length + other.length < 5 ? TURNED : NEAR);
}

const LIGATURES: readonly (readonly [string, string])[] = [['rn', 'm'], ['vv', 'w'], ['cl', 'd']];

/** Two letters that read like one, at one place. */
export function askLigatures(question: Question, { name }: Asked): void {
  for (const [two, one] of LIGATURES) {
    askEach(two, one);
    askEach(one, two);
  }

  function askEach(written: string, read: string): void {
    for (let at = name.latin.indexOf(written); at >= 0; at = name.latin.indexOf(written, at + 1)) {
      const latin = name.latin.slice(0, at) + read + name.latin.slice(at + written.length);
      withName(question.index, latin, (form) => {
        if (endingOf(question.index, form) !== question.ending) return;
        const length = Math.min(latin.length, name.latin.length);
        put(question, form, 'homoglyph', length > 4 ? 'strong' : length === 4 ? 'weak' : 'faint');
      });
    }
  }
}
