import type { Draft, SensitivityLabel } from '../../core/draft';
import { patterns, texts } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant } from '../../core/rule';
import { folded } from '../listed-words';
import { addressesOf, distinctPeople } from '../people';
import { reachOf } from '../reached';
import { explanation, legal } from './explanation';
import { type MarkedBy, text } from './text';

export const options = {
  /** Ids or names of sensitivity labels that stay inside. */
  labels: texts(),
  /** Names of Outlook's categories that stay inside. */
  categories: texts(),
  /** Marks in the subject that stay inside, such as `[intern]`. */
  marks: texts(),
  /** Whom such mail may reach all the same. */
  allowed: patterns(),
};

/**
 * Something marked as staying inside, addressed to somebody outside. A distribution list of the
 * organisation whose members nobody could look up is no reason to stop mail among colleagues, so
 * it weighs a notice; any other recipient that nobody can see behind weighs in full.
 */
export const confidentialOutside = defineRule({
  id: 'confidential-outside',
  topic: 'content',
  severity: 'critical',
  legal,
  reads: ['recipients', 'subject', 'label', 'categories'],
  needs: ['members'],
  options,
  text,
  explanation,

  isIdle: ({ labels, categories, marks }) => labels.length + categories.length + marks.length === 0,

  check(context) {
    const { draft, participants, options: marked } = context;
    const mark = markOf(draft, marked);
    if (mark === null || participants.length === 0) return 'notApplicable';

    const isAllowed = matcher(patternsOf(marked.allowed), false);
    const { people, hidden } = reachOf(context);
    const outside = people.filter(({ person, standing }) => standing === 'external' && !isAllowed(person.parsed));
    if (outside.length > 0) {
      const entries = distinctEntries(outside.map(({ entry }) => entry));
      const persons = distinctPeople(outside.map(({ person }) => person));
      // Taking a list out would take colleagues out with it.
      const curable = outside.every(({ person, entry }) => person === entry);
      return [{
        message: 'goesOutside',
        data: { ...mark, people: persons.length, addresses: addressesOf(persons) },
        recipients: entries,
        ...(curable ? { remedy: { kind: 'removeRecipients' as const, addresses: addressesOf(distinctPeople(entries)) } } : {}),
      }];
    }

    const unclear = hidden.filter(({ parsed }) => !isAllowed(parsed));
    if (unclear.length === 0) return [];
    const ownLists = people.filter(({ standing }) => standing === 'internal').map(({ entry }) => entry);
    const weight = unclear.every((entry) => ownLists.indexOf(entry) >= 0) ? { atMost: 'notice' as const } : {};
    return [{ outcome: 'undetermined', message: 'unclear', data: { ...mark, people: distinctPeople(unclear).length }, recipients: unclear, ...weight }];
  },
});

/** What the draft is marked with, as it is written there; `null` where nothing says that it stays inside. */
function markOf({ label, categories, subject }: Draft, marked: { readonly labels: readonly string[]; readonly categories: readonly string[]; readonly marks: readonly string[] }): { mark: string; by: MarkedBy } | null {
  const among = (names: readonly string[], name: string) => names.some((each) => plain(each) === plain(name));
  if (label && namesOf(label).some((name) => among(marked.labels, name))) return { mark: label.name || label.id, by: 'label' };
  const category = categories.filter((name) => among(marked.categories, name))[0];
  if (category !== undefined) return { mark: category, by: 'category' };
  const line = plain(subject);
  const mark = marked.marks.filter((each) => holds(line, plain(each)))[0];
  return mark === undefined ? null : { mark, by: 'subject' };
}

/** A sublabel is called `Label/Sublabel`; whoever lists the upper one means all below it. */
function namesOf({ id, name }: SensitivityLabel): readonly string[] {
  return name === null ? [id] : [id, name, ...name.split('/')];
}

function plain(text: string): string {
  return folded(text).replace(/\s+/g, ' ').trim();
}

/** As a word of its own: `intern` is not in `internationally`, but in `[intern]` and `intern:`. */
function holds(line: string, mark: string): boolean {
  // What is nothing but accents folds to nothing.
  if (mark === '') return false;
  const isPart = (inside: string, beside: string) => /[0-9a-z]/.test(inside) && /[0-9a-z]/.test(beside);
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
    const end = at + mark.length;
    if (!isPart(mark.charAt(0), line.charAt(at - 1)) && !isPart(mark.charAt(mark.length - 1), line.charAt(end))) return true;
  }
  return false;
}

function distinctEntries(entries: readonly Participant[]): readonly Participant[] {
  return entries.filter((entry, index) => entries.indexOf(entry) === index);
}
