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
    const bearers = new Map(colleagues.map((bearer): [Participant, Known] => [bearer, knownAs(bearer)]));
    // At a mail provider everybody is a party of their own.
    for (const person of outsiders.filter(({ organisation, key }) => organisation === key)) {
      const who = knownAs(person);
      const matches = colleagues.map((bearer) => ({ bearer, likeness: likenessOf(who, bearers.get(bearer) as Known) })).filter(({ likeness }) => likeness !== null);
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

/** What somebody is called, by name and by address; worked out once, for everybody is compared with everybody. */
interface Known {
  readonly name: string;
  readonly parts: readonly string[];
  readonly joined: string;
  readonly sorted: string;
  /** Name and address, where they say first and last name. */
  readonly names: readonly (readonly string[])[];
}

function knownAs({ name, parsed }: Participant): Known {
  const words = nameWords(name).map(plain).sort();
  // `Mara.Own+post@`, `own_mara81@`: the words before the @, without numbers.
  const parts = parsed.usable ? plain(spelledOut(parsed.local.split('+')[0] as string)).split(/[^a-z\u0370-\uffff]+/).filter((word) => word !== '').slice(0, 5) : [];
  return { name: words.join(' '), parts, joined: parts.join(''), sorted: parts.slice().sort().join(' '), names: [words, parts].filter(({ length }) => length > 1) };
}

function likenessOf({ name, parts, joined }: Known, bearer: Known): Likeness | null {
  if (name !== '' && (name === bearer.name || name === bearer.sorted)) return 'named';
  let initial = false;
  for (const words of bearer.names) {
    for (const first of words) {
      for (const last of words) {
        if (first === last) continue;
        if (first.length > 1 && last.length > 1 && ((parts.indexOf(first) >= 0 && parts.indexOf(last) >= 0) || joined === first + last)) return 'named';
        if (last.length > 3 && (joined === first.charAt(0) + last || joined === last + first.charAt(0))) initial = true;
      }
    }
  }
  // Another first name in full says more than an initial.
  return initial && (name === '' || bearer.name === '') ? 'initial' : null;
}

/** `ü`, `ue` and `u` alike. */
function plain(word: string): string {
  return word.replace(/([aou])e/g, '$1');
}
