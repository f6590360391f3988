import { evidenceOn } from '../../core/evidence';
import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Report } from '../../core/rule';
import { distinctPeople, grouped, outsidersOf, type Reachable } from '../people';
import { peopleOfThread } from '../thread';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Entries that are never asked about. */
  exempt: patterns(),
};

/**
 * Somebody outside whom the organisation has not written to before. Whoever takes part in the
 * thread wrote first or was written to by somebody who knows the address, so replies are quiet.
 */
export const firstContacts = defineRule({
  id: 'first-contacts',
  topic: 'wrong-person',
  severity: 'notice',
  legal,
  reads: ['recipients'],
  needs: ['correspondence'],
  options,
  text,
  explanation,

  check(context) {
    const { evidence, options: { exempt } } = context;
    const isExempt = matcher(patternsOf(exempt), false);
    const outsiders = outsidersOf(context).filter(({ parsed }) => !isExempt(parsed));
    if (outsiders.length === 0) return 'notApplicable';

    const thread = new Set(peopleOfThread(context).map(({ key }) => key));
    const answers = grouped(outsiders.filter(({ key }) => !thread.has(key)), ({ key }) => {
      const known = evidenceOn(evidence.correspondence, key);
      return known.known ? known.value.before : known.reason;
    });
    const reports: Report<Messages>[] = [];
    answers.forEach((people, answer) => {
      if (answer === false) reports.unshift({ message: 'neverWrittenTo', data: addressed(people), recipients: people });
      else if (answer !== true) reports.push({ outcome: 'undetermined', message: 'noAnswer', data: { people: distinctPeople(people).length, reason: answer }, recipients: people, atMost: 'notice' });
    });
    return reports;
  },
});

function addressed(people: readonly Reachable[]): { readonly people: number; readonly addresses: readonly string[] } {
  const addresses = distinctPeople(people).map(({ address }) => address.trim());
  return { people: addresses.length, addresses };
}
