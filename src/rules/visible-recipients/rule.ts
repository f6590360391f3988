import { isVisible } from '../../core/draft';
import { count, patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant } from '../../core/rule';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** Distinct addresses from outside that may see each other. */
  addresses: count({ default: 3, min: 1, unit: 'addresses' }),
  /** Distinct organisations from outside that may see each other. */
  organisations: count({ default: 1, min: 1, unit: 'organisations' }),
  /** Entries that are never counted and stay where they are. */
  exempt: patterns(),
};

/**
 * A circular with every address in To or Cc discloses each reader to all the others.
 *
 * Both limits have to be exceeded: a thread inside one outside organisation discloses nothing to
 * strangers. Colleagues do not count. Whoever stands there without a usable address could be
 * anybody: the verdict is open if it would be a finding with each of them counted as an outside
 * party, and a contact group counts as any number of people.
 */
export const visibleRecipients = defineRule({
  id: 'visible-recipients',
  topic: 'disclosure',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,

  check({ draft, participants, options: limits }) {
    const isExempt = matcher(patternsOf(limits.exempt), false);
    const counted = participants.filter(({ parsed, standing }) => standing !== 'internal' && !isExempt(parsed));
    if (counted.length === 0) return 'notApplicable';

    const exceeds = (addresses: number, organisations: number) => addresses > limits.addresses && organisations > limits.organisations;
    const visible = counted.filter(isVisible);
    const certain = visible.filter(({ standing }) => standing === 'external');
    const people = distinct(certain, 'key');
    const organisations = distinct(certain, 'organisation').length;
    if (exceeds(people.length, organisations)) {
      // At a mail provider everybody is a party of their own, which the sentence has to say.
      const privateMailboxes = people.filter(({ organisation, key }) => organisation === key).length;
      const data = { people: people.length, organisations, ...(privateMailboxes > 0 ? { privateMailboxes } : {}) };
      if (draft.kind === 'meeting') return [{ message: 'attendeesSeeEachOther', data, recipients: certain }];
      return [{
        message: 'recipientsSeeEachOther',
        data,
        recipients: certain,
        remedy: { kind: 'moveToBcc', addresses: people.map(({ address }) => address) },
      }];
    }

    const unclear = visible.filter(({ standing }) => standing === 'unknown');
    const groups = unclear.filter(isGroup);
    if (groups.length > 0) {
      return [{ outcome: 'undetermined', message: 'groupMembersHidden', data: { groups: groups.length, people: people.length }, recipients: groups }];
    }
    if (exceeds(distinct(visible, 'key').length, distinct(visible, 'organisation').length)) {
      const open = distinct(unclear, 'key');
      return [{ outcome: 'undetermined', message: 'unclearAddresses', data: { unclear: open.length, people: people.length }, recipients: unclear }];
    }
    return [];
  },
});

/** A contact group: a name that turns into its members when it is sent, each for all to see. */
function isGroup({ parsed }: Participant): boolean {
  return !parsed.usable && parsed.reason === 'noAddress';
}

function distinct(participants: readonly Participant[], by: 'key' | 'organisation'): readonly Participant[] {
  const seen = new Set<string>();
  return participants.filter((participant) => {
    if (seen.has(participant[by])) return false;
    seen.add(participant[by]);
    return true;
  });
}
