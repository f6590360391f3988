import { isMailProvider } from '../reference/mail-providers';
import { parseAddress } from './address';
import { matcher, type Pattern, parsePattern, patternsOf, type RegistrableDomain } from './organisation';
import { isSection, type Problem } from './reading';
import { pathsIn, type Settings } from './settings';

interface Section {
  readonly [name: string]: unknown;
}

interface GroupAsWritten {
  readonly name: string;
  readonly senders: readonly string[];
  readonly policy: Section;
}

/** A document as written, whose rules have their options beside the severity. */
export interface PolicyDocument extends Section {
  readonly locked: readonly string[];
  readonly groups: readonly GroupAsWritten[];
}

/** What the reader makes of a document that has problems: anything may be missing. */
interface AsRead extends Section {
  readonly locked?: readonly string[];
  readonly groups?: readonly Partial<GroupAsWritten>[];
  readonly mode?: unknown;
  readonly rules?: unknown;
  readonly records?: unknown;
}

/**
 * What a policy says against itself, though every setting is fine on its own: own domains that
 * strangers share or of which nobody is left, locked settings that a group sets, rules that it
 * lets go in spite of a lock, groups that never count. Copes with
 * documents that have other problems as well.
 */
export function contradictions({ organisation, locked = [], groups = [], mode, rules, records }: AsRead, settings: Settings, registrableDomain: RegistrableDomain): readonly Problem[] {
  const problems = [...tooWide(organisation, 'organisation', registrableDomain), ...takenBack(organisation, 'organisation'), ...halfNamed(records)];
  const paths = pathsIn(settings);
  // A rule that does as the policy does is let go by a group that only observes.
  const guarded = mode === 'observe' ? [] : Object.keys(settings.rules as Settings).filter((id) => !isSet(rules, `${id}.mode`) || valueAt(rules, `${id}.mode`) === 'asPolicy').map((id) => `rules.${id}.mode`);
  const earlier: Pattern[] = [];
  const names = new Set<string>();
  groups.forEach(({ name, senders = [], policy = {} }, index) => {
    const place = `groups[${index}]`;
    if (typeof name === 'string' && names.has(name)) problems.push({ path: `${place}.name`, message: `a second group of the name ${JSON.stringify(name)}` });
    if (typeof name === 'string') names.add(name);
    senders.forEach((sender, position) => {
      const pattern = patternIn(sender);
      if (pattern && isCovered(pattern, earlier)) {
        problems.push({ path: `${place}.senders[${position}]`, message: `never counts: an earlier group has ${JSON.stringify(sender)} already, and the first one counts` });
      }
    });
    earlier.push(...patternsOf(senders.filter((sender) => typeof sender === 'string')));
    for (const path of paths.filter((each) => isSet(policy, each))) {
      const lock = lockOn(path);
      if (lock !== undefined) problems.push({ path: `${place}.policy.${path}`, message: `locked for groups by ${JSON.stringify(lock)} in locked` });
      if (path.indexOf('records.') === 0 && path !== 'records.keep') problems.push({ path: `${place}.policy.${path}`, message: 'holds for the organisation as a whole: senders of one group must not be singled out' });
    }
    const letGo = policy.mode === 'observe' && lockOn('mode') === undefined ? guarded.map(lockOn).find((lock) => lock !== undefined) : undefined;
    if (letGo !== undefined) problems.push({ path: `${place}.policy.mode`, message: `would only observe what is locked for groups by ${JSON.stringify(letGo)} in locked; give those rules "mode": "guard" outside of the groups` });
    problems.push(...tooWide(policy.organisation, `${place}.policy.organisation`, registrableDomain), ...takenBack(policy.organisation, `${place}.policy.organisation`));
  });
  return problems;

  function lockOn(path: string): string | undefined {
    return locked.find((each) => path === each || path.indexOf(`${each}.`) === 0);
  }
}

/** Senders may be recorded for a named reason and a limited time only, which one without the other is not. */
function halfNamed(records: unknown): readonly Problem[] {
  const reason = valueAt(records, 'sender.reason');
  const days = valueAt(records, 'sender.days');
  const isNamed = typeof reason === 'string' && reason.trim() !== '';
  const isLimited = typeof days === 'number';
  if (isNamed && !isLimited) return [{ path: 'records.sender.days', message: 'expected the days after which senders are forgotten, because records.sender.reason has them recorded' }];
  if (isLimited && !isNamed) return [{ path: 'records.sender.reason', message: 'expected the legal reason for recording senders, such as a works agreement with its date, because records.sender.days is set' }];
  if (!isNamed) return [];
  if (valueAt(records, 'keep') === false) return [{ path: 'records.keep', message: 'expected true, because records.sender has senders recorded' }];
  const whole = valueAt(records, 'days');
  return typeof whole === 'number' && (days as number) > whole ? [{ path: 'records.sender.days', message: `expected at most the ${whole} days of records.days` }] : [];
}

function patternIn(entry: unknown): Pattern | undefined {
  return typeof entry === 'string' ? parsePattern(entry) : undefined;
}

/** Whether all senders of a pattern are senders of others. */
function isCovered(pattern: Pattern, by: readonly Pattern[]): boolean {
  switch (pattern.kind) {
    case 'address': return matcher(by, false)(parseAddress(pattern.key));
    case 'domain': return matcher(by.filter(({ kind }) => kind !== 'address'), false)(parseAddress(`x@${pattern.domain}`));
    case 'subdomains': return matcher(by.filter(({ kind }) => kind === 'subdomains'), false)(parseAddress(`x@x.${pattern.domain}`));
  }
}

function isSet(policy: unknown, path: string): boolean {
  return valueAt(policy, path) !== undefined;
}

function valueAt(policy: unknown, path: string): unknown {
  let within: unknown = policy;
  for (const name of path.split('.')) within = isSection(within) ? within[name] : undefined;
  return within;
}

/** Own domains and addresses that the exceptions take away again, down to the last one. */
function takenBack(organisation: unknown, place: string): readonly Problem[] {
  const { domains = [], except = [] } = (isSection(organisation) ? organisation : {}) as { readonly domains?: readonly unknown[]; readonly except?: readonly unknown[] };
  const outside = except.map(patternIn).filter((pattern): pattern is Pattern => pattern !== undefined);
  // A domain speaks for what lies below it here.
  const whole = outside.concat(outside.filter(({ kind }) => kind === 'domain').map((pattern) => ({ ...pattern, kind: 'subdomains' }) as Pattern));
  const problems: Problem[] = [];
  domains.forEach((entry, index) => {
    const pattern = patternIn(entry);
    if (pattern && isCovered(pattern, whole)) problems.push({ path: `${place}.domains[${index}]`, message: `nobody is left of ${JSON.stringify(entry)}: except has all of it` });
  });
  return problems;
}

function isProvider(domain: string): boolean {
  return domain.split('.').some((_, index, labels) => isMailProvider(labels.slice(index).join('.')));
}

/** An own domain such as `com`, `co.uk` or `gmx.de` would make strangers internal. */
function tooWide(organisation: unknown, place: string, registrableDomain: RegistrableDomain): readonly Problem[] {
  const { domains = [] } = (isSection(organisation) ? organisation : {}) as { readonly domains?: readonly unknown[] };
  const problems: Problem[] = [];
  domains.forEach((entry, index) => {
    const pattern = patternIn(entry);
    if (!pattern || pattern.kind === 'address') return;
    const path = `${place}.domains[${index}]`;
    if (registrableDomain(pattern.domain) === undefined) {
      problems.push({ path, message: `expected a domain of your own, got the public suffix ${JSON.stringify(entry)}` });
    } else if (isProvider(pattern.domain)) {
      problems.push({ path, message: `expected a domain of your own, got the mail provider ${JSON.stringify(entry)}; name single addresses there` });
    }
  });
  return problems;
}
