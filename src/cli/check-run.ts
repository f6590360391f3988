import { decide } from '../core/decide';
import type { Draft } from '../core/draft';
import { applyEdit } from '../core/edit';
import { evaluate } from '../core/evaluate';
import { defaultPolicy, type Policy, policyFor } from '../core/policy';
import type { Language } from '../core/rule';
import { exactWorld } from '../reference/world-exact';
import { rules } from '../rules';
import { type Consents, readConsents } from './check-consents';
import { evidenceFor } from './check-evidence';
import { readDraftFile, readPolicyFile, reasonOf, STANDARD_INPUT } from './check-input';
import { type CheckedFile, consentsHint, jsonLine, summary, textReport } from './report';
import { complain, lookOf, neutral, type Streams, writer } from './terminal';

/** Rules that a file of contacts would have helped. */
const BY_CONTACTS: ReadonlySet<string> = new Set(rules.filter(({ needs }) => needs.includes('contacts') || needs.includes('domains')).map(({ id }) => id));

export interface CheckRequest {
  readonly files: readonly string[];
  /** Files; `null` where none was named. */
  readonly policy: string | null;
  readonly consents: string | null;
  readonly language: Language;
  readonly format: 'text' | 'json';
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/**
 * Checks one file after the other, so that memory holds one message at a time. Exit status 0: all
 * may be sent; 1: at least one would be stopped; 2: some input could not be read, whatever the
 * others are. Nothing is checked by a policy or consents that are not understood.
 */
export async function runCheck(request: CheckRequest, streams: Streams): Promise<0 | 1 | 2> {
  const { stdin, stdout, stderr } = streams;
  const { files, language, format, now } = request;
  const inputs = [request.policy, request.consents, ...files].filter((file) => file === STANDARD_INPUT);
  if (inputs.length > 1 || request.consents === STANDARD_INPUT) {
    stderr.write(inputs.length > 1 ? 'umsicht: standard input (-) can be read only once\n' : 'umsicht: consents are read from a file, not from standard input\n');
    return 2;
  }

  const policy = await policyIn(request, streams);
  const consents = await consentsFor(request, streams);
  if (policy === undefined || consents === undefined) {
    stderr.write('Nothing was checked.\n');
    return 2;
  }

  const output = writer(stdout);
  const look = lookOf(streams, language);
  let unasked = false;
  const counts = { allow: 0, confirm: 0, block: 0, unreadable: 0 };
  for (const file of files) {
    const reading = await readDraftFile(file, stdin);
    if (!reading.ok) {
      counts.unreadable += 1;
      complain(stderr, file, reading.problems);
      continue;
    }
    const checked = checkDraft(file, reading.value, policy, consents, now);
    counts[checked.decision.action] += 1;
    unasked ||= consents === null && checked.outcomes.some(({ rule, data }) => data['reason'] === 'noSource' && BY_CONTACTS.has(rule));
    await output.write(format === 'json' ? `${jsonLine(checked)}\n` : textReport(checked, rules, look));
  }
  if (format === 'text' && unasked) await output.write(consentsHint(look));
  if (format === 'text' && files.length > 1) await output.write(summary(counts, look));
  const failure = output.failure();
  if (failure !== null) {
    stderr.write(`umsicht: the result could not be written: ${failure}\n`);
    return 2;
  }
  return counts.unreadable > 0 ? 2 : counts.confirm + counts.block > 0 ? 1 : 0;
}

/** What the add-in would say to one draft, and what the draft would be with every remedy applied. */
export function checkDraft(file: string, draft: Draft, wholePolicy: Policy, consents: Consents | null, now: number): CheckedFile {
  const policy = policyFor(wholePolicy, draft.from);
  const outcomes = evaluate({ draft, policy, evidence: evidenceFor(draft, consents), now, world: exactWorld }, rules);
  const after = outcomes.reduce((state, { remedy, observed }) => (remedy === null || observed ? state : applyEdit(state, remedy)), draft);
  return { file, draft, policy, outcomes, decision: decide(draft, outcomes, policy, null), after };
}

/** `undefined` where there is one that could not be understood; the reasons are written. */
async function policyIn({ policy }: CheckRequest, { stdin, stderr }: Streams): Promise<Policy | undefined> {
  if (policy === null) return defaultPolicy(rules);
  const reading = await readPolicyFile(policy, stdin, rules);
  if (reading.ok) return reading.value;
  complain(stderr, policy, reading.problems);
  return undefined;
}

async function consentsFor({ consents }: CheckRequest, { stderr }: Streams): Promise<Consents | null | undefined> {
  if (consents === null) return null;
  try {
    const reading = await readConsents(consents);
    if (reading.ok) return reading.consents;
    for (const problem of reading.problems) stderr.write(`${neutral(`${consents}:${problem}`)}\n`);
  } catch (error) {
    complain(stderr, consents, [reasonOf(error)]);
  }
  return undefined;
}
