import { evidenceOn, type UnknownReason } from '../../core/evidence';
import { countryCodes, patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Countries the company has released, for instance because standard contractual clauses are in place. */
  treatAsAdequate: countryCodes(),
  /** Entries that are never asked about. */
  exempt: patterns(),
};

/** Two sources, two degrees: the contact record is believed, a domain's top level is a hint only. */
const FINDINGS = ['inThirdCountry', 'inPartlyAdequateCountry', 'domainInThirdCountry', 'domainInPartlyAdequateCountry'] as const;
type FindingMessage = (typeof FINDINGS)[number];

/**
 * Personal data may leave the EEA only for adequate countries or with safeguards (Art. 44 to 49
 * GDPR). The contact's country comes first, the domain's top level second.
 *
 * A hint weighs no more than a notice, and so does a country that is adequate for some recipients
 * only: nobody can judge that while writing. Evidence that did not arrive is said for those whose
 * domain hints at nothing, as a notice: nearly every domain tells nothing, and a service that is
 * down must not put a question before every mail of the day.
 */
export const thirdCountryRecipients = defineRule({
  id: 'third-country-recipients',
  topic: 'transfer',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['contacts'],
  options,
  text,
  explanation,

  check({ participants, evidence: known, countries, now, options: { treatAsAdequate, exempt } }) {
    const isExempt = matcher(patternsOf(exempt), false);
    const outsiders = participants.filter(({ standing, parsed }) => standing !== 'internal' && !isExempt(parsed));
    if (outsiders.length === 0) return 'notApplicable';

    const found = new Map<FindingMessage, Located[]>();
    const unanswered = new Map<UnknownReason, Participant[]>();
    const unclear: Participant[] = [];
    for (const person of outsiders) {
      if (!person.parsed.usable) {
        unclear.push(person);
        continue;
      }
      const evidence = evidenceOn(known.contacts, person.key);
      const recorded = evidence.known ? evidence.value.country : undefined;
      const strong = recorded === undefined ? undefined : countries.adequacy(recorded, now);
      const country = strong === undefined ? countries.ofDomain(person.parsed.domain) : recorded;
      const adequacy = country === undefined ? undefined : countries.adequacy(country, now);
      if (country === undefined || adequacy === undefined) {
        if (!evidence.known) put(unanswered, evidence.reason, person);
        continue;
      }
      if (adequacy === 'eea' || adequacy === 'adequate' || treatAsAdequate.indexOf(country) >= 0) continue;
      const message = adequacy === 'third'
        ? (strong === undefined ? 'domainInThirdCountry' : 'inThirdCountry')
        : (strong === undefined ? 'domainInPartlyAdequateCountry' : 'inPartlyAdequateCountry');
      put(found, message, { person, country });
    }

    const reports: Report<Messages>[] = [];
    for (const message of FINDINGS) {
      const located = found.get(message);
      if (!located) continue;
      const data = { people: countOf(located.map(({ person }) => person)), countries: countriesOf(located) };
      const recipients = located.map(({ person }) => person);
      reports.push(message === 'inThirdCountry' ? { message, data, recipients } : { message, data, recipients, atMost: 'notice' });
    }
    unanswered.forEach((people, reason) => {
      reports.push({ outcome: 'undetermined', message: 'noAnswer', data: { people: countOf(people), reason }, recipients: people, atMost: 'notice' });
    });
    if (unclear.length > 0) {
      reports.push({ outcome: 'undetermined', message: 'unclearRecipients', data: { unclear: unclear.length }, recipients: unclear, atMost: 'notice' });
    }
    return reports;
  },
});

interface Located {
  readonly person: Participant;
  readonly country: string;
}

function put<K, T>(groups: Map<K, T[]>, group: K, item: T): void {
  const items = groups.get(group);
  if (items) items.push(item);
  else groups.set(group, [item]);
}

function countOf(people: readonly Participant[]): number {
  return new Set(people.map(({ key }) => key)).size;
}

/** Countries by number of people, most first; equal ones by code. */
function countriesOf(located: readonly Located[]): readonly string[] {
  const keys = new Map<string, Set<string>>();
  for (const { person, country } of located) {
    const known = keys.get(country);
    if (known) known.add(person.key);
    else keys.set(country, new Set([person.key]));
  }
  const size = (country: string) => (keys.get(country) as Set<string>).size;
  return Array.from(keys.keys()).sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1));
}
