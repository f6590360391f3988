import type { UnusableReason } from '../../core/address';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { addressesOf, distinctBy, distinctPeople, isNoAddress } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {};

/**
 * Somebody without an address that can be read: neither inside nor outside, so that no other rule
 * has looked at them.
 *
 * Outlook finds addresses for names before it sends, so what is no address by then is a mistake and
 * worth a question. Names of the Exchange directory (X.500) are most often colleagues, and an
 * entry without any address and name says nothing; both are notices, and so is a domain without a dot:
 * a slip most often, a fax machine of the house sometimes. Lists and contact
 * groups without an address are `unexpanded-lists`.
 */
export const unclassifiableRecipients = defineRule({
  id: 'unclassifiable-recipients',
  topic: 'wrong-person',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,

  check({ participants }) {
    if (participants.length === 0) return 'notApplicable';
    const because = (reason: UnusableReason): readonly Participant[] => participants.filter(({ parsed, list }) => !parsed.usable && !list && parsed.reason === reason);
    const faulty = participants.filter(isNoAddress);
    const directory = because('x500');
    const dotless = distinctPeople(participants.filter(({ parsed, standing }) => parsed.usable && standing === 'external' && !/[.[]/.test(parsed.domain)));
    const empty = because('noAddress').filter(({ name }) => name.trim() === '');

    const reports: Report<Messages>[] = [];
    if (faulty.length > 0) reports.push({ message: 'noUsableAddress', data: named(faulty), recipients: faulty });
    if (directory.length > 0) reports.push({ message: 'directoryName', data: named(directory), recipients: directory, atMost: 'notice' });
    if (dotless.length > 0) reports.push({ message: 'noEnding', data: { people: dotless.length, addresses: addressesOf(dotless) }, recipients: dotless, atMost: 'notice' });
    if (empty.length > 0) reports.push({ message: 'nothingThere', data: { people: empty.length }, recipients: empty, atMost: 'notice' });
    return reports;
  },
});

/** By the name where there is one; names of the directory are long, and their end says most. */
function named(people: readonly Participant[]): { readonly people: number; readonly names: readonly string[] } {
  const names = distinctBy(people, ({ address }) => address.trim().toLowerCase()).map(({ name, address }) => name.trim() || address.trim().replace(/^.*[/=_]cn=(?=[^=]*$)/i, ''));
  return { people: names.length, names };
}
