import { patterns, records } from '../core/option';
import { matcher, patternsOf } from '../core/organisation';
import type { Language, Participant, Report, RuleContext } from '../core/rule';
import { listed, shortened } from './listing';
import { addressesOf, distinctBy, distinctPeople } from './people';
import { reachOf } from './reached';
import { reasonFields, statedReason, type StatedReason, withReason } from './stated-reason';

/** Lists of people with the reason why they are listed. A domain speaks for its subdomains, too. */
export const recipientLists = () => records({ entries: patterns(), except: patterns(), ...reasonFields }, ['entries']);

type Lists = ReturnType<typeof recipientLists>['default'];

export interface RecipientListMessages {
  listed: { people: number; addresses: readonly string[] } & StatedReason;
  membersListed: { people: number; addresses: readonly string[]; lists: readonly string[] } & StatedReason;
  unclear: { people: number };
}

/**
 * Recipients who stand on one of the lists, by list; somebody who stands on several is told once,
 * with the reason of the first. Members of distribution lists count where the directory tells them.
 */
export function onRecipientLists(lists: Lists, context: RuleContext<unknown>): 'notApplicable' | readonly Report<RecipientListMessages>[] {
  if (context.participants.length === 0) return 'notApplicable';
  const { people, hidden } = reachOf(context);
  const reports: Report<RecipientListMessages>[] = [];
  const told = new Set<string>();
  const removing = (entries: readonly Participant[]) => ({ recipients: entries, remedy: { kind: 'removeRecipients' as const, addresses: addressesOf(distinctPeople(entries)) } });
  for (const list of lists) {
    const isListed = matcher(patternsOf(list.entries), true);
    const isExcepted = matcher(patternsOf(list.except), true);
    const found = people.filter(({ person }) => !told.has(person.key) && isListed(person.parsed) && !isExcepted(person.parsed));
    for (const { person } of found) told.add(person.key);
    const direct = found.filter(({ person, entry }) => person === entry).map(({ entry }) => entry);
    if (direct.length > 0) {
      const addresses = addressesOf(distinctPeople(direct));
      reports.push({ message: 'listed', data: { people: addresses.length, addresses, ...statedReason(list) }, ...removing(direct) });
    }
    const behind = found.filter(({ person, entry }) => person !== entry);
    if (behind.length > 0) {
      const addresses = addressesOf(distinctPeople(behind.map(({ person }) => person)));
      const entries = distinctBy(behind.map(({ entry }) => entry), ({ key, field }) => `${field}:${key}`);
      reports.push({ message: 'membersListed', data: { people: addresses.length, addresses, lists: addressesOf(distinctPeople(entries)), ...statedReason(list) }, ...removing(entries) });
    }
  }
  if (reports.length > 0 || hidden.length === 0) return reports;
  const unclear = distinctPeople(hidden);
  return [{ outcome: 'undetermined', message: 'unclear', data: { people: unclear.length }, recipients: hidden, atMost: 'notice' }];
}

/** The sentences of both rules; `name` is what the list is called, with its article in the dative for German. */
export function recipientListMessages(language: Language, name: string): { readonly [K in keyof RecipientListMessages]: (data: RecipientListMessages[K]) => string } {
  const first = (entries: readonly string[]) => shortened(entries[0] || '');
  if (language === 'de') {
    return {
      listed: ({ people, addresses, ...reason }) => withReason(people === 1 ? `Auf ${name} steht ${first(addresses)}.` : `${people} Empfänger stehen auf ${name}: ${listed(addresses, language)}.`, reason, language),
      membersListed: ({ people, addresses, lists, ...reason }) => withReason(people === 1 ? `Über ${listed(lists, language, 1)} geht dies auch an ${first(addresses)}. Diese Adresse steht auf ${name}.` : `Über ${listed(lists, language, 1)} geht dies auch an ${people} Empfänger, die auf ${name} stehen, darunter ${first(addresses)}.`, reason, language),
      unclear: ({ people }) => (people === 1 ? `Bei einem Empfänger ist nicht zu erkennen, ob er auf ${name} steht.` : `Bei ${people} Empfängern ist nicht zu erkennen, ob sie auf ${name} stehen.`),
    };
  }
  return {
    listed: ({ people, addresses, ...reason }) => withReason(people === 1 ? `The address ${first(addresses)} is on ${name}.` : `${people} recipients are on ${name}: ${listed(addresses, language)}.`, reason, language),
    membersListed: ({ people, addresses, lists, ...reason }) => withReason(people === 1 ? `Through ${listed(lists, language, 1)} this also goes to ${first(addresses)}, which is on ${name}.` : `Through ${listed(lists, language, 1)} this also goes to ${people} recipients on ${name}, among them ${first(addresses)}.`, reason, language),
    unclear: ({ people }) => (people === 1 ? `It cannot be told whether one recipient is on ${name}.` : `It cannot be told whether ${people} recipients are on ${name}.`),
  };
}
