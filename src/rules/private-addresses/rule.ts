import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report, type RuleContext } from '../../core/rule';
import { addressesOf, distinctPeople, outsidersOf, type Reachable } from '../people';
import { nameWords, spelledOut } from '../person-names';
import { peopleOfThread } from '../thread';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Private mailboxes that may be written to. */
  exempt: patterns(),
};

/** How a private mailbox speaks of a person: by first and last name, or by an initial only. */
type Likeness = 'named' | 'initial';

interface Found {
  readonly person: Reachable;
  readonly bearer: Participant;
  readonly certain: boolean;
}

/**
 * A work mail to a mailbox at a mail provider that carries the sender's own name or a colleague's:
 * taken home on purpose, or put in by auto-complete. An initial before the last name may belong to
 * anybody of that family, and a mailbox that took part in the thread was chosen by whoever wrote
 * from it; both are notices.
 *
 * Colleagues are those in the draft and in the thread. A sender at a mail provider has no
 * organisation, and no colleagues either.
 */
export const privateAddresses = defineRule({
  id: 'private-addresses',
  topic: 'wrong-person',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,

  check(context) {
    const isExempt = matcher(patternsOf(context.options.exempt), false);
    const outsiders = outsidersOf(context).filter(({ parsed }) => !isExempt(parsed));
    const colleagues = colleaguesOf(context);
    if (outsiders.length === 0 || colleagues.length === 0) return 'notApplicable';

    const inThread = new Set(peopleOfThread(context).map(({ key }) => key));
    const found: Found[] = [];
    // At a mail provider everybody is a party of their own.
    for (const person of outsiders.filter(({ organisation, key }) => organisation === key)) {
      const matches = colleagues.map((bearer) => ({ bearer, likeness: likenessOf(person, bearer) })).filter(({ likeness }) => likeness !== null);
      const best = matches.find(({ likeness }) => likeness === 'named') || matches[0];
      if (best) found.push({ person, bearer: best.bearer, certain: best.likeness === 'named' && !inThread.has(person.key) });
    }

    const reports: Report<Messages>[] = [];
    for (const certain of [true, false]) {
      for (const message of ['ownAddress', 'colleaguesAddress'] as const) {
        const these = found.filter((each) => each.certain === certain && (message === 'ownAddress') === (each.bearer === context.sender));
        const [first] = these;
        if (!first) continue;
        const recipients = these.map(({ person }) => person);
        const weight: { readonly atMost?: 'notice' } = certain ? {} : { atMost: 'notice' };
        const data = { people: distinctPeople(recipients).length, address: first.person.address.trim() };
        const rest = { recipients, remedy: { kind: 'removeRecipients', addresses: addressesOf(recipients) }, ...weight } as const;
        reports.push(message === 'ownAddress' ? { message, data, ...rest } : { message, data: { ...data, name: first.bearer.name.trim() || first.bearer.address.trim() }, ...rest });
      }
    }
    return reports;
  },
});

/** The sender first. */
function colleaguesOf(context: RuleContext<unknown>): readonly Participant[] {
  const { sender, participants } = context;
  const internal = (people: readonly Participant[]): readonly Participant[] => people.filter(({ standing, organisation, key }) => standing === 'internal' && organisation !== key);
  return distinctPeople([...internal(sender ? [sender] : []), ...internal(participants), ...internal(peopleOfThread(context))]);
}

function likenessOf(person: Reachable, bearer: Participant): Likeness | null {
  const names = [nameWords(bearer.name), wordsOfLocal(bearer)].filter((words) => words.length > 1);
  const shown = nameWords(person.name).join(' ');
  if (shown !== '' && names.some((words) => words.join(' ') === shown)) return 'named';

  const parts = wordsOfLocal(person);
  const joined = parts.join('');
  let initial = false;
  for (const words of names) {
    for (const first of words) {
      for (const last of words) {
        if (first === last) continue;
        if ((parts.indexOf(first) >= 0 && parts.indexOf(last) >= 0) || joined === first + last) return 'named';
        if (last.length > 3 && (joined === first.charAt(0) + last || joined === last + first.charAt(0))) initial = true;
      }
    }
  }
  return initial ? 'initial' : null;
}

/** `Mara.Own+post@`, `own_mara81@`: the words before the @, without numbers. */
function wordsOfLocal({ parsed }: Participant): readonly string[] {
  return parsed.usable ? spelledOut(parsed.local.split('+')[0] as string).split(/[^a-z\u0370-\uffff]+/).filter((word) => word !== '') : [];
}
