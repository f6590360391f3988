import { type Contact, type Evidence, evidenceOn, type UnknownReason } from '../../core/evidence';
import { countryCode, countryCodes, patterns, records } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { isOwnList } from '../lists';
import { distinctPeople, grouped } from '../people';
import { reachOf, type Reached } from '../reached';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Countries the company has released, for instance because standard contractual clauses are in place. */
  treatAsAdequate: countryCodes(),
  /** Countries whose adequacy decision the company does not rely on. */
  treatAsThird: countryCodes(),
  /** Where somebody is, whatever the contact record or the domain says; the first entry that fits counts. */
  corrections: records({ entries: patterns(), country: countryCode() }, ['entries', 'country']),
  /** Entries that are never asked about. */
  exempt: patterns(),
};

/** Two sources, two degrees: a record or the policy is believed, a domain's top level is a hint only. In the order they are told. */
const FINDINGS = ['inThirdCountry', 'safeguardExpired', 'underDerogation', 'inPartlyAdequateCountry', 'domainInThirdCountry', 'domainInPartlyAdequateCountry'] as const;
type FindingMessage = (typeof FINDINGS)[number];

/** What is to be said of one person; `null`: nothing. */
type Verdict =
  | { readonly message: FindingMessage; readonly country: string }
  | { readonly message: 'safeguardUnknown'; readonly country: string; readonly reason: UnknownReason }
  | { readonly message: 'noAnswer'; readonly reason: UnknownReason }
  | null;

/**
 * Personal data may leave the EEA only for adequate countries or with safeguards (Art. 44 to 49
 * GDPR). The policy's correction comes first, the contact's country second, the domain's top level
 * last. A safeguard on file makes the transfer fine as long as it lasts; a derogation is for single
 * cases, so a notice is left; a certification counts where the decision is for certified ones.
 *
 * A hint weighs no more than a notice, and so does a country that is adequate for some recipients
 * only: nobody can judge that while writing. Evidence that did not arrive is said for those whose
 * domain hints at nothing, and for those whose safeguards could not be looked up, as a notice:
 * nearly every domain tells nothing, and a service that is down must not put a question before
 * every mail of the day. Members of lists count where the directory names them; a list of the
 * organisation's own whose members nobody told is the business of `unexpanded-lists`.
 */
export const thirdCountryRecipients = defineRule({
  id: 'third-country-recipients',
  topic: 'transfer',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const { participants, evidence, countries, now, participantOf, options: { treatAsAdequate, treatAsThird, corrections, exempt } } = context;
    const isExempt = matcher(patternsOf(exempt), false);
    const corrected = corrections.map(({ entries, country }) => ({ fits: matcher(patternsOf(entries), false), country }));
    const { people, hidden } = reachOf({ ...context, participants: participants.filter(({ parsed }) => !isExempt(parsed)) });
    const outside = people.filter(({ person, standing }) => standing !== 'internal' && !isExempt(person.parsed));
    const unclear = hidden.filter((entry) => !isOwnList(entry, participantOf));
    if (outside.length + unclear.length === 0) return 'notApplicable';

    const verdictOn = (person: Participant): Verdict => {
      const { parsed, key } = person;
      if (!parsed.usable) return null;
      const contact: Evidence<Contact> = evidenceOn(evidence.contacts, key);
      const correction = corrected.find(({ fits }) => fits(parsed));
      if (!correction && countries.isAdequateOrganisation(parsed.domain, now)) return null;
      const recorded = contact.known ? contact.value.country : undefined;
      const believed = correction ? correction.country : recorded !== undefined && countries.adequacy(recorded, now) ? recorded : undefined;
      const country = believed === undefined ? countries.ofDomain(parsed.domain) : believed;
      const decided = country === undefined ? undefined : countries.adequacy(country, now);
      if (country === undefined || decided === undefined) return contact.known || person.list ? null : { message: 'noAnswer', reason: contact.reason };
      if (decided === 'eea') return null;
      const distrusted = treatAsThird.indexOf(country) >= 0;
      if (!distrusted && (decided === 'adequate' || treatAsAdequate.indexOf(country) >= 0)) return null;

      const partial = decided === 'partial' && !distrusted;
      const safeguard = contact.known ? safeguardOf(contact.value, partial, now) : 'none';
      if (safeguard === 'valid') return null;
      if (safeguard === 'derogation') return { message: 'underDerogation', country };
      if (believed === undefined) return { message: partial ? 'domainInPartlyAdequateCountry' : 'domainInThirdCountry', country };
      if (!contact.known) return { message: 'safeguardUnknown', country, reason: contact.reason };
      // Whose certification has run out is outside what the decision covers; of others in such a country nobody can tell.
      if (partial && contact.value.safeguard !== 'certified') return { message: 'inPartlyAdequateCountry', country };
      return { message: safeguard === 'expired' ? 'safeguardExpired' : 'inThirdCountry', country };
    };

    const told = outside.map((reached) => ({ reached, verdict: verdictOn(reached.person) }));
    const reports: Report<Messages>[] = [];
    for (const message of FINDINGS) {
      const located: Located[] = [];
      for (const { reached, verdict } of told) if (verdict && verdict.message === message) located.push({ ...reached, country: verdict.country });
      if (located.length === 0) continue;
      const report = { message, data: { people: countOf(located), countries: countriesOf(located) }, recipients: entriesOf(located) };
      reports.push(message === 'inThirdCountry' || message === 'safeguardExpired' ? report : { ...report, atMost: 'notice' });
    }
    const unsure: (Located & { readonly reason: UnknownReason })[] = [];
    const unanswered: (Reached & { readonly reason: UnknownReason })[] = [];
    for (const { reached, verdict } of told) {
      if (verdict && verdict.message === 'safeguardUnknown') unsure.push({ ...reached, country: verdict.country, reason: verdict.reason });
      if (verdict && verdict.message === 'noAnswer') unanswered.push({ ...reached, reason: verdict.reason });
    }
    grouped(unsure, ({ reason }) => reason).forEach((each, reason) => {
      reports.push({ outcome: 'undetermined', message: 'safeguardUnknown', data: { people: countOf(each), countries: countriesOf(each), reason }, recipients: entriesOf(each), atMost: 'notice' });
    });
    grouped(unanswered, ({ reason }) => reason).forEach((each, reason) => {
      reports.push({ outcome: 'undetermined', message: 'noAnswer', data: { people: countOf(each), reason }, recipients: entriesOf(each), atMost: 'notice' });
    });
    if (unclear.length > 0) {
      reports.push({ outcome: 'undetermined', message: 'unclearRecipients', data: { unclear: unclear.length }, recipients: unclear, atMost: 'notice' });
    }
    return reports;
  },
});

interface Located extends Reached {
  readonly country: string;
}

/** What a transfer to somebody rests on at this moment. A date that cannot be read is no date in the future. */
function safeguardOf({ safeguard, safeguardUntil }: Contact, partial: boolean, now: number): 'valid' | 'derogation' | 'expired' | 'none' {
  // Being certified is what a decision in part asks for; elsewhere nobody certifies anything.
  if (safeguard === undefined || (safeguard === 'certified' && !partial)) return 'none';
  if (safeguardUntil !== undefined && !(Date.parse(safeguardUntil) > now)) return 'expired';
  return safeguard === 'derogation' ? 'derogation' : 'valid';
}

function countOf(reached: readonly Reached[]): number {
  return distinctPeople(reached.map(({ person }) => person)).length;
}

function entriesOf(reached: readonly Reached[]): readonly Participant[] {
  return Array.from(new Set(reached.map(({ entry }) => entry)));
}

/** Countries by number of people, most first; equal ones by code. */
function countriesOf(located: readonly Located[]): readonly string[] {
  const sizes = new Map<string, number>();
  grouped(located, ({ country }) => country).forEach((each, country) => { sizes.set(country, countOf(each)); });
  const size = (country: string) => sizes.get(country) as number;
  return Array.from(sizes.keys()).sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1));
}
