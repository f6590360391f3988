import { type ConsentStanding, consentStanding } from '../core/consent';
import type { DraftEdit } from '../core/edit';
import { evidenceOn, type UnknownReason } from '../core/evidence';
import { patterns } from '../core/option';
import { matcher, patternsOf } from '../core/organisation';
import { type AdvertisingPurpose, isAdvertising } from '../core/purpose';
import type { Participant, RuleContext } from '../core/rule';
import { isOwnList } from './lists';
import { addressesOf, distinctBy, distinctPeople } from './people';

export const consentOptions = {
  /** Entries that are never asked about. */
  exempt: patterns(),
};

export interface Addressee {
  readonly person: Participant;
  /** The distribution list through which the mail reaches them; `null` for somebody who stands in a field. */
  readonly list: Participant | null;
  readonly standing: ConsentStanding;
}

/** Whom an advertising mail reaches outside the organisation, sorted by what is known of them. */
export interface Audience {
  readonly purpose: AdvertisingPurpose;
  /** The draft looks like it; nobody has declared it. */
  readonly suggested: boolean;
  readonly known: readonly Addressee[];
  readonly unanswered: readonly { readonly person: Participant; readonly reason: UnknownReason }[];
  /** Groups, unusable addresses, and lists of which some member is not known well enough. */
  readonly unclear: readonly Participant[];
}

/**
 * `null` where consent is not asked for: the mail does not advertise, or nobody outside gets it. What
 * only looks like advertising, such as a survey among colleagues, needs none on a list of the house
 * that nobody could look into; `undeclared-purpose` asks what it is.
 */
export function audienceOf({ draft, participants, purpose, evidence, participantOf, now, options: { exempt } }: RuleContext<{ readonly exempt: readonly string[] }>): Audience | null {
  if (purpose === null || !isAdvertising(purpose)) return null;
  const isExempt = matcher(patternsOf(exempt), false);
  const addressed = participants.filter(({ standing, parsed }) => standing !== 'internal' && !isExempt(parsed));
  const standingOf = ({ key }: Participant): ConsentStanding => {
    const answer = evidenceOn(evidence.contacts, key);
    return answer.known ? consentStanding(answer.value, purpose, now) : { kind: 'unanswered', reason: answer.reason };
  };
  const direct = new Set(addressed.map(({ key }) => key));

  const known: Addressee[] = [];
  const unanswered: { person: Participant; reason: UnknownReason }[] = [];
  const unclear: Participant[] = [];
  let outside = false;
  for (const entry of addressed) {
    if (entry.standing === 'external') {
      const standing = standingOf(entry);
      if (standing.kind === 'unanswered') unanswered.push({ person: entry, reason: standing.reason });
      else known.push({ person: entry, list: null, standing });
      outside = true;
      continue;
    }
    const members = evidenceOn(evidence.members, entry.key);
    let clear = members.known && members.value.complete;
    for (const member of members.known ? members.value.members : []) {
      const person = participantOf(member);
      if (person.standing === 'internal' || isExempt(person.parsed)) continue;
      outside = true;
      if (direct.has(person.key)) continue;
      const standing = standingOf(person);
      if (standing.kind === 'unanswered') clear = false;
      else known.push({ person, list: entry, standing });
    }
    if (clear) continue;
    unclear.push(entry);
    outside = outside || draft.purpose !== null || !isOwnList(entry, participantOf);
  }
  return outside ? { purpose, suggested: draft.purpose === null, known, unanswered, unclear } : null;
}

/** What the sentences of these rules are made from. */
export type About = {
  people: number;
  purpose: AdvertisingPurpose;
  suggested: boolean;
  /** They are members of distribution lists, not recipients themselves. */
  viaLists: boolean;
};

interface Spoken {
  readonly data: About;
  readonly recipients: readonly Participant[];
  readonly remedy?: DraftEdit;
}

/**
 * Some people of an audience, ready to be reported. Members of lists are spoken of apart: taking
 * the list out would take out people of whom nothing was found.
 */
export function spokenOf({ purpose, suggested }: Audience, those: readonly Addressee[]): readonly Spoken[] {
  const spoken: Spoken[] = [];
  const people = those.filter(({ list }) => list === null).map(({ person }) => person);
  if (people.length > 0) {
    const addresses = addressesOf(distinctPeople(people));
    spoken.push({ data: { people: addresses.length, purpose, suggested, viaLists: false }, recipients: people, remedy: { kind: 'removeRecipients', addresses } });
  }
  const members = those.filter(({ list }) => list !== null);
  if (members.length > 0) {
    spoken.push({
      data: { people: distinctBy(members, ({ person }) => person.key).length, purpose, suggested, viaLists: true },
      recipients: distinctBy(members.map(({ list }) => list as Participant), ({ field, key }) => `${field} ${key}`),
    });
  }
  return spoken;
}

/** One message per kind of standing, in this order. */
export function spokenByKind<K extends ConsentStanding['kind']>(audience: Audience, kinds: readonly K[]): readonly (Spoken & { readonly message: K })[] {
  const reports: (Spoken & { readonly message: K })[] = [];
  for (const message of kinds) {
    for (const spoken of spokenOf(audience, audience.known.filter(({ standing }) => standing.kind === message))) reports.push({ message, ...spoken });
  }
  return reports;
}

/** Nothing found is good news only where everybody is known; `missing-consent` says who is not. */
export function unlessUnknown<R>(audience: Audience, reports: readonly R[]): 'notApplicable' | readonly R[] {
  return reports.length === 0 && (audience.unanswered.length > 0 || audience.unclear.length > 0) ? 'notApplicable' : reports;
}
