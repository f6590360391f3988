import { isVisible, type Person } from '../../core/draft';
import { count, flag, limit, patterns, records, text as words, texts } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report, type RuleContext } from '../../core/rule';
import { isContactGroup, isOwnList } from '../lists';
import { addressesOf, distinctBy, distinctPeople, isNoAddress } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

const addresses = (otherwise: null) => limit({ default: otherwise, min: 1, unit: 'addresses' });
const organisations = (otherwise: null) => limit({ default: otherwise, min: 1, unit: 'organisations' });

export const options = {
  /** Distinct addresses from outside that may see each other. */
  addresses: count({ default: 3, min: 1, unit: 'addresses' }),
  /** Distinct organisations from outside that may see each other. */
  organisations: count({ default: 1, min: 1, unit: 'organisations' }),
  /** Stages of their own: more than so many addresses, or more than so many organisations, of two or more. */
  noticeAboveAddresses: addresses(null),
  noticeAboveOrganisations: organisations(null),
  warnAboveAddresses: addresses(null),
  warnAboveOrganisations: organisations(null),
  criticalAboveAddresses: addresses(null),
  criticalAboveOrganisations: organisations(null),
  /** Entries that are never counted and stay where they are. */
  exempt: patterns(),
  /** People who may see each other, such as the members of a board. */
  groups: records({ name: words(), entries: patterns() }, ['name', 'entries']),
  /** Whether mailboxes of an office, not of a person, are left out when addresses are counted. */
  ignoreFunctional: flag({ default: false }),
  /** What stands before the @ of such mailboxes. */
  functionalNames: texts({
    default: ('info kontakt contact office mail post team sekretariat zentrale empfang verwaltung service support hilfe help hallo hello '
      + 'vertrieb sales einkauf purchasing bestellung orders buchhaltung accounting rechnung invoice billing '
      + 'bewerbung jobs karriere presse press marketing redaktion datenschutz privacy webmaster postmaster').split(' '),
  }),
};

/** How far a draft goes: not at all, to a notice, to the rule's own limit, to a warning, to a critical finding. */
const NOTHING = 0;
const NOTICE = 1;
const LIMIT = 2;
const WARNING = 3;
const CRITICAL = 4;

/**
 * A circular with every address in To or Cc discloses each reader to all the others.
 *
 * The rule's own limit has two sides, and both have to be exceeded: a thread inside one outside
 * organisation discloses nothing to strangers. The three stages beside it count from two outside
 * organisations on, and each of their limits is enough alone. Colleagues do not count, nor do lists
 * of the organisation's own, which show one address of the house. Where all outsiders belong to
 * one named group nothing is disclosed; where all of them took part in the thread, their addresses
 * are known to each other already, and only a notice is left.
 *
 * Whoever stands there without a usable address could be anybody: the verdict is open if it would
 * be graver with each of them counted as an outside party, and a contact group counts as any
 * number of people. Where only entries that are no address would make it so, that is a notice. Taking part is read from addresses only; without them nobody took part.
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

  check(context) {
    const { draft, participants, participantOf, options: limits } = context;
    const isExempt = matcher(patternsOf(limits.exempt), false);
    const counted = participants.filter((person) => person.standing !== 'internal' && !isExempt(person.parsed) && !isOwnList(person, participantOf));
    if (counted.length === 0) return 'notApplicable';

    const isFunctional = functionalIn(limits);
    const stageOf = (visible: readonly Participant[]): number => {
      const parties = distinctBy(visible, ({ organisation }) => organisation).length;
      const people = distinctPeople(visible).filter((person) => !isFunctional(person)).length;
      // What only functional mailboxes read of each other is nobody's personal data.
      if (people === 0) return NOTHING;
      const above = (most: number | null, mostParties: number | null) => parties > 1 && ((most !== null && people > most) || (mostParties !== null && parties > mostParties));
      if (above(limits.criticalAboveAddresses, limits.criticalAboveOrganisations)) return CRITICAL;
      if (above(limits.warnAboveAddresses, limits.warnAboveOrganisations)) return WARNING;
      if (people > limits.addresses && parties > limits.organisations) return LIMIT;
      return above(limits.noticeAboveAddresses, limits.noticeAboveOrganisations) ? NOTICE : NOTHING;
    };

    const visible = counted.filter(isVisible);
    const certain = visible.filter(({ standing }) => standing === 'external');
    const known = limits.groups.some(({ entries }) => allMatch(certain, entries)) ? NOTHING : stageOf(certain);
    const thread = known !== NOTHING && draft.kind === 'message' && tookPart(certain, context);
    const reports: Report<Messages>[] = known === NOTHING ? [] : [finding(draft.kind === 'meeting', certain, isFunctional, known, thread)];
    if (known >= LIMIT && !thread) return reports;

    const unclear = visible.filter(({ standing }) => standing === 'unknown');
    const people = distinctPeople(certain).length;
    const groups = unclear.filter(isContactGroup);
    if (groups.length > 0) {
      return [...reports, { outcome: 'undetermined', message: 'groupMembersHidden', data: { groups: groups.length, people }, recipients: groups }];
    }
    const possible = unclear.length === 0 ? NOTHING : stageOf(visible);
    if (possible > (thread ? NOTICE : known)) {
      const open: Report<Messages> = { outcome: 'undetermined', message: 'unclearAddresses', data: { unclear: distinctPeople(unclear).length, people }, recipients: unclear };
      const reachable = visible.filter((person) => !isNoAddress(person));
      return [...reports, reachable.length === certain.length || stageOf(reachable) <= NOTICE ? { ...open, atMost: 'notice' } : open];
    }
    return reports;
  },
});

function finding(meeting: boolean, visible: readonly Participant[], isFunctional: (person: Participant) => boolean, stage: number, thread: boolean): Report<Messages> {
  const all = distinctPeople(visible);
  const functional = all.filter(isFunctional).length;
  // At a mail provider everybody is a party of their own, which the sentence has to say.
  const privateMailboxes = all.filter(({ organisation, key }) => organisation === key).length;
  const data = {
    people: all.length - functional,
    organisations: distinctBy(visible, ({ organisation }) => organisation).length,
    ...(privateMailboxes > 0 ? { privateMailboxes } : {}),
    ...(functional > 0 ? { functional } : {}),
    ...(thread ? { thread } : {}),
  };
  const weight: Pick<Report<Messages>, 'atMost' | 'atLeast'> = thread || stage === NOTICE ? { atMost: 'notice' }
    : stage === LIMIT ? {}
    : { atLeast: stage === CRITICAL ? 'critical' : 'warning' };
  if (meeting) return { message: 'attendeesSeeEachOther', data, recipients: visible, ...weight };
  // Whoever read each other's addresses before gains nothing from Bcc, and could no longer reply to all.
  if (thread) return { message: 'recipientsSeeEachOther', data, recipients: visible, ...weight };
  return { message: 'recipientsSeeEachOther', data, recipients: visible, remedy: { kind: 'moveToBcc', addresses: addressesOf(all) }, ...weight };
}

function allMatch(people: readonly Participant[], entries: readonly string[]): boolean {
  const matches = matcher(patternsOf(entries), false);
  return people.every(({ parsed }) => matches(parsed));
}

function functionalIn({ ignoreFunctional, functionalNames }: { readonly ignoreFunctional: boolean; readonly functionalNames: readonly string[] }): (person: Participant) => boolean {
  if (!ignoreFunctional) return () => false;
  const names = new Set(functionalNames.map((name) => name.trim().toLowerCase()));
  return ({ parsed }) => parsed.usable && names.has(parsed.local.toLowerCase().split('+')[0] as string);
}

/** Whether each of them stood in the fields when the reply was opened, or in a heading of the quoted thread. */
function tookPart(people: readonly Participant[], { draft, writing, participantOf }: Pick<RuleContext<unknown>, 'draft' | 'writing' | 'participantOf'>): boolean {
  if (draft.composeType !== 'reply' && draft.composeType !== 'forward') return false;
  const thread = new Set<string>();
  const add = (person: Person) => thread.add(participantOf(person).key);
  for (const person of draft.openedWith || []) add(person);
  for (const { from, to, cc } of writing.headings) for (const person of [from, ...to, ...cc]) add(person);
  return people.every(({ key }) => thread.has(key));
}
