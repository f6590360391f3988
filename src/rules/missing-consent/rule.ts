import { type ConsentTag, type Contact, evidenceOn, type UnknownReason } from '../../core/evidence';
import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { isAdvertising, type Purpose } from '../../core/purpose';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Entries that are never asked about. */
  exempt: patterns(),
};

/** What the evidence says against writing to one person for this purpose, gravest first. */
const STANDINGS = ['objected', 'withdrawn', 'pending', 'expired', 'customerExpired', 'otherBasis', 'notRecorded', 'unknownContact'] as const;
type Missing = (typeof STANDINGS)[number];

/**
 * Advertising by e-mail needs the addressee's express consent given beforehand, at a business
 * address, too (§ 7 (2) no. 2 UWG), or all four conditions of the exception for existing customers
 * (§ 7 (3) UWG), which the CRM keeps as a tag with a basis of its own.
 *
 * Silent unless the mail is advertising, declared or suggested. Bcc counts: what matters is who
 * gets it, not who sees it. Evidence that did not arrive is neither consent nor a missing one.
 */
export const missingConsent = defineRule({
  id: 'missing-consent',
  topic: 'consent',
  severity: 'warning',
  legal,
  reads: ['recipients', 'subject', 'body', 'purpose'],
  needs: ['contacts'],
  options,
  text,
  explanation,

  check({ draft, participants, purpose, evidence: known, now, options: { exempt } }) {
    if (purpose === null || !isAdvertising(purpose)) return 'notApplicable';
    const isExempt = matcher(patternsOf(exempt), false);
    const addressed = participants.filter(({ standing, parsed }) => standing !== 'internal' && !isExempt(parsed));
    if (addressed.length === 0) return 'notApplicable';

    const suggested = draft.purpose === null;
    const missing = new Map<Missing, Participant[]>();
    const unanswered = new Map<UnknownReason, Participant[]>();
    for (const person of addressed) {
      if (person.standing === 'unknown') continue;
      const evidence = evidenceOn(known.contacts, person.key);
      if (!evidence.known) {
        put(unanswered, evidence.reason, person);
        continue;
      }
      const lack = lackOf(evidence.value, purpose, now);
      if (lack) put(missing, lack, person);
    }

    const reports: Report<Messages>[] = [];
    for (const standing of STANDINGS) {
      const people = missing.get(standing);
      if (!people) continue;
      const addresses = distinctAddresses(people);
      reports.push({
        message: standing,
        data: { people: addresses.length, purpose, suggested },
        recipients: people,
        remedy: { kind: 'removeRecipients', addresses },
      });
    }
    unanswered.forEach((people, reason) => {
      reports.push({ outcome: 'undetermined', message: 'noAnswer', data: { people: distinctAddresses(people).length, purpose, suggested, reason }, recipients: people });
    });
    const unclear = addressed.filter(({ standing }) => standing === 'unknown');
    if (unclear.length > 0) {
      reports.push({ outcome: 'undetermined', message: 'unclearRecipients', data: { unclear: unclear.length, purpose, suggested }, recipients: unclear });
    }
    return reports;
  },
});

/** Why this contact must not get advertising for this purpose; `null` where the CRM shows that they may. */
function lackOf(contact: Contact, purpose: Purpose, now: number): Missing | null {
  if (contact.record === 'unknown') return 'unknownContact';
  const said = contact.tags
    .filter((tag) => tag.purpose === purpose || tag.purpose === 'advertising' || tag.purpose === '*')
    .map((tag) => lackIn(tag, now));
  // A basis that allows other mail (a contract) forbids nothing, so a consent beside it counts.
  if (said.length === 0) return 'notRecorded';
  if (said.every((lack) => lack === 'otherBasis')) return 'otherBasis';
  return STANDINGS.find((standing) => standing !== 'otherBasis' && said.indexOf(standing) >= 0) || null;
}

/** Clocks and time zones differ by less than this many milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

function lackIn({ status, basis, obtained, expires }: ConsentTag, now: number): Missing | null {
  // Whoever said no has said no, whatever the mail would otherwise rest on.
  if (status === 'objected' || status === 'withdrawn') return status;
  if (basis !== 'consent' && basis !== 'existing-customer') return 'otherBasis';
  if (status === 'pending') return 'pending';
  // Consent has to be there beforehand; a date to come is a slip in the record.
  if (obtained !== undefined && Date.parse(obtained) > now + A_DAY) return 'notRecorded';
  // A date that cannot be read is no date in the future.
  const expired = status === 'expired' || (expires !== undefined && !(Date.parse(expires) > now));
  if (!expired) return null;
  return basis === 'consent' ? 'expired' : 'customerExpired';
}

function put<K>(groups: Map<K, Participant[]>, group: K, person: Participant): void {
  const people = groups.get(group);
  if (people) people.push(person);
  else groups.set(group, [person]);
}

function distinctAddresses(people: readonly Participant[]): readonly string[] {
  const seen = new Set<string>();
  const addresses: string[] = [];
  for (const { key, address } of people) {
    if (seen.has(key)) continue;
    seen.add(key);
    addresses.push(address);
  }
  return addresses;
}
