import { addressKey } from '../core/address';
import { actionFor } from '../core/decide';
import { inField } from '../core/draft';
import type { Outcome } from '../core/evaluate';
import { markOf } from '../core/identity';
import type { PaneAccess } from '../core/ports';
import { type Rule, SEVERITIES } from '../core/rule';
import { readWriting } from '../core/writing';
import { findingsNotice, movedNotice } from '../presentation/draft-notices';
import type { Review } from '../presentation/pane-view';
import { type Said, type Subject, subjectOf } from './bar-memory';
import type { WantedNotice } from './draft-bar';
import { areMovesDeclined, hasMark, movesOf } from './moves-memory';
import type { GuardParts } from './parts';

const MOVED = 'moved';

/** Characters of the sender's own text below which a guess at the purpose would rest on little more than the subject. */
const WRITTEN = 60;

/** What there is to say above a draft. */
export interface Wanted {
  readonly notices: readonly WantedNotice[];
  /** Nobody can tell at present whether what was said still holds. */
  isOpen(said: Said): boolean;
}

/**
 * Above a draft that is being written stands what Send would ask about or stop for: nothing that is
 * only a notice or observed, nothing that every draft lacks until it is finished, and nothing that
 * could not be checked, since the service may just be slow; nor what rests on a guess at the purpose
 * before there is a text to guess from. What the sender has acknowledged is settled. `leaving`: people who are about to move by themselves, which settles what is said of them.
 */
export async function wantedNotices({ mailbox: { session, language }, rules }: GuardParts, found: Review, leaving: readonly string[]): Promise<Wanted> {
  const { draft: { kind }, outcomes, policy } = found;
  const [moves, declined] = policy.writing.moveToBcc ? await Promise.all([movesOf(session), areMovesDeclined(session)]) : [null, false];
  const moved = moves && !declined ? movedPeople(found, moves.moved) : [];
  const findings = policy.writing.notify ? toBeSaid(found, rules, leaving) : [];

  const notices: WantedNotice[] = [];
  if (moved.length > 0) notices.push({ name: 'umsicht.moved', subjects: [subjectOf(MOVED, 0, moved)], say: (_, pane) => movedNotice(moved.length, { kind, language, pane }) });
  if (findings.length > 0) {
    const subjects = findings.map((finding) => subjectOfFinding(finding, rules));
    const say = (news: readonly Subject[], pane: PaneAccess) => findingsNotice(findings.filter((_, index) => news.indexOf(subjects[index] as Subject) >= 0), rules, { kind, language, pane });
    notices.push({ name: 'umsicht.findings', subjects, say });
  }
  return {
    // One line has to be enough on a phone, where nobody is asked at Send: a critical finding comes before what was moved.
    notices: findings.some(({ severity }) => severity === 'critical') ? notices.slice().reverse() : notices,
    isOpen: ({ subjects }) => subjects.some(({ what }) => (what === MOVED ? moves === undefined || declined === undefined : isUndecided(what.split('/')[0] as string, outcomes, rules))),
  };
}

/** Of the rules that ask the service about the same, one speaks for all, so what one has said may be open with another. */
function isUndecided(id: string, outcomes: readonly Outcome[], rules: readonly Rule[]): boolean {
  const own = outcomes.filter(({ rule }) => rule === id).map(({ outcome }) => outcome);
  if (own.indexOf('undetermined') >= 0) return true;
  const relatives = rules.filter(({ topic, needs }) => rules.some((said) => said.id === id && said.topic === topic && said.needs.some((kind) => needs.indexOf(kind) >= 0)));
  return own.indexOf('notApplicable') >= 0 && outcomes.some(({ rule, outcome }) => outcome === 'undetermined' && relatives.some((relative) => relative.id === rule));
}

function toBeSaid({ draft, decision: { acknowledged, concerns }, policy }: Review, rules: readonly Rule[], leaving: readonly string[]): readonly Outcome[] {
  if (acknowledged) return [];
  const isLeaving = new Set(leaving.map(addressKey));
  const isBegun = readWriting(draft.body).own.trim().length < WRITTEN;
  return concerns.filter((concern) => {
    const rule = rules.find(({ id }) => id === concern.rule);
    const isSettled = concern.remedy !== null && concern.remedy.kind === 'moveToBcc' && concern.remedy.addresses.every((address) => isLeaving.has(addressKey(address)));
    return concern.outcome === 'failed' && actionFor(concern, policy) !== 'allow' && !(rule && rule.onlyFinished) && !(isBegun && concern.data['suggested'] === true) && !isSettled;
  });
}

/** Who sees whom is about everybody together, so one more of them is nothing new; anything else is about each of them. */
function subjectOfFinding({ rule, message, severity, recipients }: Outcome, rules: readonly Rule[]): Subject {
  const isAboutAll = recipients.length === 0 || rules.some(({ id, topic }) => id === rule && topic === 'disclosure');
  return subjectOf(`${rule}/${String(message)}`, SEVERITIES.indexOf(severity), isAboutAll ? undefined : recipients.map(markOf));
}

/** Marks of those who were moved by themselves and stand in Bcc alone. */
function movedPeople({ draft }: Review, moved: string): readonly string[] {
  const visible = new Set(draft.recipients.filter(({ field }) => field !== 'bcc').map(({ address }) => addressKey(address)));
  return Array.from(new Set(inField(draft, 'bcc').filter((person) => hasMark(moved, person) && !visible.has(addressKey(person.address))).map(markOf)));
}
