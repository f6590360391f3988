import { patterns, texts } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report, type RuleContext } from '../../core/rule';
import { addressesOf, distinctPeople, outsidersOf, type Reachable } from '../people';
import { nameKey } from '../person-names';
import { peopleOfThread } from '../thread';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Names that outsiders like to borrow, such as the board's, whether or not these people are written to. */
  colleagues: texts(),
  /** Addresses that may bear a colleague's name. */
  exempt: patterns(),
};

interface Namesake {
  readonly person: Reachable;
  readonly kind: 'addressInName' | 'colleaguesName' | 'threadName' | 'othersName';
  /** The address the name stood for before, where there is one. */
  readonly other: string;
  readonly certain: boolean;
}

const KINDS: readonly Namesake['kind'][] = ['addressInName', 'colleaguesName', 'threadName', 'othersName'];

/**
 * Somebody outside who is called like somebody else: the classic slip of auto-complete, and the
 * classic trick of fraudsters. Worth a question are a name that holds another party's address, a
 * colleague's name, and the name of somebody of the thread whose own address is no longer there.
 * Two clients of one name are ordinary and good for a notice, as is a colleague's namesake who
 * took part in the thread already, unless the administrator has listed that name.
 *
 * Two addresses of one organisation are one person's aliases. A colleague's mailbox at a mail
 * provider belongs to `private-addresses`.
 */
export const namesakes = defineRule({
  id: 'namesakes',
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
    const outsiders = distinctPeople(outsidersOf(context).filter(({ parsed, list }) => !list && !isExempt(parsed))) as readonly Reachable[];
    if (outsiders.length === 0) return 'notApplicable';
    const found = namesakesAmong(outsiders, context);

    const reports: Report<Messages>[] = [];
    for (const certain of [true, false]) {
      for (const kind of KINDS) {
        const [first, ...more] = found.filter((each) => each.kind === kind && each.certain === certain);
        if (!first) continue;
        const recipients = [first, ...more].map(({ person }) => person);
        const data = { people: recipients.length, name: first.person.name, address: first.person.address.trim() };
        const weight: { readonly atMost?: 'notice' } = certain ? {} : { atMost: 'notice' };
        const remedy = { kind: 'removeRecipients', addresses: addressesOf(recipients) } as const;
        if (kind === 'colleaguesName') reports.push({ message: kind, data, recipients, remedy, ...weight });
        else if (kind === 'othersName') reports.push({ message: kind, data: { ...data, other: first.other }, recipients, ...weight });
        else reports.push({ message: kind, data: { ...data, other: first.other }, recipients, remedy, ...weight });
      }
    }
    return reports;
  },
});

function namesakesAmong(outsiders: readonly Reachable[], context: RuleContext<{ readonly colleagues: readonly string[] }>): readonly Namesake[] {
  const { participants, sender, participantOf, options } = context;
  const thread = peopleOfThread(context);
  const inThread = new Set(thread.map(({ key }) => key));
  const addressed = new Set(participants.map(({ key }) => key));
  const listed = new Set(options.colleagues.map(nameKey));
  const colleagues = new Set([...participants, ...thread, ...(sender ? [sender] : [])].filter(({ standing }) => standing === 'internal').map(({ name }) => nameKey(name)));
  const byName = new Map<string, Participant[]>();
  for (const person of [...thread, ...outsiders]) {
    const name = nameKey(person.name);
    const others = byName.get(name);
    if (others) others.push(person);
    else byName.set(name, [person]);
  }

  const found: Namesake[] = [];
  for (const person of outsiders) {
    const written = addressWithin(person.name);
    const other = written === undefined ? undefined : participantOf({ address: written, name: '' });
    const name = nameKey(person.name);
    if (other && other.parsed.usable && other.organisation !== person.organisation) {
      found.push({ person, kind: 'addressInName', other: written as string, certain: true });
    } else if (name === '') {
      continue;
    } else if (listed.has(name) || (colleagues.has(name) && !isPrivate(person))) {
      found.push({ person, kind: 'colleaguesName', other: '', certain: listed.has(name) || !inThread.has(person.key) });
    } else {
      const others = (byName.get(name) as Participant[]).filter(({ organisation }) => organisation !== person.organisation);
      const replaced = others.find(({ key }) => !addressed.has(key));
      const beside = others.find(({ key }) => addressed.has(key));
      if (beside) found.push({ person, kind: 'othersName', other: beside.address.trim(), certain: false });
      else if (replaced && !inThread.has(person.key)) found.push({ person, kind: 'threadName', other: replaced.address.trim(), certain: true });
    }
  }
  return found;
}

/** At a mail provider, where everybody is a party of their own. */
function isPrivate({ organisation, key }: Participant): boolean {
  return organisation === key;
}

/** An address that stands in a name, as in `"anna@oak.example" <anna@elm.example>`. */
function addressWithin(name: string): string | undefined {
  const found = /[^\s<>"'‘’“”„()[\]|,;:/]+@[^\s<>"'‘’“”„()[\]|,;:/@]+\.[^\s<>"'‘’“”„()[\]|,;:/@.]+/.exec(name);
  return found ? found[0] : undefined;
}
