import { type Address, addressKey, parseAddress } from './address';
import type { Draft, DraftPart, Person, Recipient } from './draft';
import type { DraftEdit } from './edit';
import type { EvidenceSet } from './evidence';
import { matcher, organisationOf, type Pattern, patternsOf, type RegistrableDomain } from './organisation';
import type { Policy } from './policy';
import { suggestPurpose } from './purpose-suggestion';
import { readWriting } from './writing';
import { type CountryFacts, type Data, type Participant, partsOf, type Report, type Rule, type RuleContext, SEVERITIES, type Severity, type Standing } from './rule';

/** Facts about the world that rules ask for, the same for every draft. */
export interface World {
  readonly registrableDomain: RegistrableDomain;
  readonly isMailProvider: (domain: string) => boolean;
  readonly countries: CountryFacts;
}

/** Everything a verdict depends on. The same situation always gives the same outcomes. */
export interface Situation {
  readonly draft: Draft;
  /** As it is for the draft's sender: `policyFor` in core/policy.ts. */
  readonly policy: Policy;
  readonly evidence: EvidenceSet;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly world: World;
}

/**
 * What one rule said about one draft. A rule with several findings gives several outcomes.
 * `message` is an id of the rule's text, or one of the engine's own (`partUnread`, `ruleFailed`).
 */
export interface Outcome {
  readonly rule: string;
  readonly outcome: 'failed' | 'passed' | 'notApplicable' | 'undetermined';
  readonly severity: Severity;
  readonly message: string | null;
  readonly data: Data;
  readonly recipients: readonly Recipient[];
  readonly remedy: DraftEdit | null;
  /** The policy only observes the rule: to be counted, never shown to the sender, and nothing waits for it. */
  readonly observed?: true;
}

/** A report whose rule is no longer known by its type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the registry of rules
type AnyReport = Report<any>;

export function evaluate(situation: Situation, rules: readonly Rule[]): readonly Outcome[] {
  const context = contextOf(situation);
  const outcomes: Outcome[] = [];
  for (const rule of rules) {
    const setting = situation.policy.rules[rule.id];
    const severity = setting ? setting.severity : rule.severity;
    if (severity === 'off') continue;
    const options = setting ? setting.options : defaultsOf(rule);
    const said = outcomesOf(rule, severity, situation.policy.unknownEvidence === 'block', { ...context, options } as RuleContext<never>);
    outcomes.push(...(isObserved(rule, situation.policy) ? said.map((outcome): Outcome => ({ ...outcome, observed: true })) : said));
  }
  return outcomes;
}

/** `strict`: what is unknown stops the mail, so no rule may make little of what it does not know. */
function outcomesOf(rule: Rule, severity: Severity, strict: boolean, context: RuleContext<never>): readonly Outcome[] {
  const silent = (outcome: Outcome['outcome'], message: string | null, data: Data): Outcome =>
    ({ rule: rule.id, outcome, severity, message, data, recipients: [], remedy: null });

  const unread = unreadOf(rule, context.draft);
  try {
    if (rule.isIdle && rule.isIdle(context.options)) return [silent('notApplicable', null, {})];
    const result = rule.check(context);
    const reports: readonly AnyReport[] = result === 'notApplicable' ? [] : result;
    const said = reports.map(worded);
    // A hint that weighs little says nothing about the people nobody has read yet.
    if (unread.length > 0 && !said.some((each) => each.outcome === 'failed' && each.severity === severity)) {
      return [silent('undetermined', 'partUnread', { parts: unread }), ...said];
    }
    if (result === 'notApplicable') return [silent('notApplicable', null, {})];
    return said.length > 0 ? said : [silent('passed', null, {})];
  } catch {
    // A rule that breaks has not passed. Its error says nothing to the sender.
    return [silent('undetermined', 'ruleFailed', {})];
  }

  function worded(report: AnyReport): Outcome {
    return {
      rule: rule.id,
      outcome: report.outcome || 'failed',
      severity: weighed(report),
      message: report.message,
      data: report.data,
      recipients: (report.recipients || []).map(plain),
      remedy: report.remedy && !emptiesTheMail(report.remedy, context.draft) ? report.remedy : null,
    };
  }

  function weighed({ outcome, atMost, atLeast }: AnyReport): Severity {
    const capped = atMost && !(strict && outcome === 'undetermined') ? milder(severity, atMost) : severity;
    return atLeast && milder(capped, atLeast) === capped ? atLeast : capped;
  }
}

/** Taking the only readers out is no repair: what is left would go to nobody, or to the sender alone. */
function emptiesTheMail(edit: DraftEdit, { from, recipients }: Draft): boolean {
  if (edit.kind !== 'removeRecipients') return false;
  const gone = new Set([...edit.addresses, ...(from ? [from.address] : [])].map(addressKey));
  return recipients.every(({ address }) => address.trim() !== '' && gone.has(addressKey(address)));
}

/** The draft's recipients with what rules ask about them. */
export function participantsOf(draft: Draft, policy: Policy, world: World): readonly Participant[] {
  const isOwn = ownMatcher(policy, draft, world);
  return draft.recipients.map((recipient, index) => participant(recipient, index, isOwn, world));
}

function contextOf({ draft, policy, evidence, now, world }: Situation): RuleContext<unknown> {
  const writing = readWriting(draft.body);
  const suggestion = draft.kind === 'message' ? suggestPurpose(draft, writing.own) : null;
  const isOwn = ownMatcher(policy, draft, world);
  // Several rules ask about each member of a long list.
  const worked = new WeakMap<Person, Participant>();
  const participantOf = (person: Person): Participant => {
    const before = worked.get(person);
    if (before) return before;
    const made = participant({ ...person, field: 'to' }, -1, isOwn, world);
    worked.set(person, made);
    return made;
  };
  return {
    draft,
    participants: participantsOf(draft, policy, world),
    sender: draft.from && participantOf(draft.from),
    ownDomains: ownPatterns(policy, draft, world).reduce<readonly string[]>((domains, pattern) => (pattern.kind === 'address' ? domains : [...domains, pattern.domain]), []),
    participantOf,
    writing,
    purpose: draft.purpose || (suggestion && suggestion.purpose),
    suggestion,
    evidence,
    isMailProvider: world.isMailProvider,
    countries: world.countries,
    registrableDomain: world.registrableDomain,
    now,
    options: {},
  };
}

function participant(recipient: Recipient, index: number, isOwn: (address: Address) => boolean, world: World): Participant {
  const parsed = parseAddress(recipient.address);
  const standing: Standing = !parsed.usable || recipient.list ? 'unknown' : isOwn(parsed) ? 'internal' : 'external';
  return {
    ...recipient,
    parsed,
    // Two contact groups without an address are two groups, not one.
    key: parsed.usable ? parsed.key : `?${index}`,
    standing,
    organisation: parsed.usable ? organisationOf(parsed, world.registrableDomain, world.isMailProvider) : `?${index}`,
  };
}

/**
 * Who counts as the organisation. A policy without domains falls back to the sender's own one;
 * a sender at a mail provider has no organisation, and an unknown sender none that is known.
 */
function ownMatcher(policy: Policy, draft: Draft, world: World): (address: Address) => boolean {
  const { includeSubdomains, except } = policy.organisation;
  const own = matcher(ownPatterns(policy, draft, world), includeSubdomains);
  const outside = matcher(patternsOf(except), true);
  return (address) => own(address) && !outside(address);
}

function ownPatterns({ organisation: { domains } }: Policy, draft: Draft, world: World): readonly Pattern[] {
  return domains.length > 0 ? patternsOf(domains) : senderDomain(draft, world);
}

function senderDomain(draft: Draft, world: World): readonly Pattern[] {
  const sender = parseAddress(draft.from && draft.from.address);
  if (!sender.usable) return [];
  const organisation = organisationOf(sender, world.registrableDomain, world.isMailProvider);
  if (organisation === sender.key) return [{ kind: 'address', key: sender.key }];
  // Where subdomains do not count, the sender's own one still does.
  return [{ kind: 'domain', domain: organisation }, { kind: 'domain', domain: sender.domain }];
}

/** Whether a rule would look at anything under this policy. */
export function isAtWork(rule: Rule, { rules }: Policy): boolean {
  const setting = rules[rule.id];
  const severity = setting ? setting.severity : rule.severity;
  return severity !== 'off' && !(rule.isIdle && rule.isIdle((setting ? setting.options : defaultsOf(rule)) as never));
}

function isObserved({ id }: Rule, { mode, rules }: Policy): boolean {
  const own = rules[id];
  return (own && own.mode !== 'asPolicy' ? own.mode : mode) === 'observe';
}

function defaultsOf(rule: Rule): { readonly [name: string]: unknown } {
  const values: { [name: string]: unknown } = {};
  for (const name of Object.keys(rule.options)) values[name] = rule.options[name].default;
  return values;
}

function unreadOf(rule: Rule, draft: Draft): readonly DraftPart[] {
  const wanted = new Set<DraftPart>();
  for (const read of rule.reads) for (const part of partsOf(read)) wanted.add(part);
  return draft.unread.filter((part) => wanted.has(part));
}

function plain({ address, name, field, list }: Recipient): Recipient {
  return list ? { address, name, field, list } : { address, name, field };
}

function milder(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other) ? one : other;
}
