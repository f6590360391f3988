import { PLACES } from '../core/client';
import { fitting, isSection, listOf, oneOf, optional, type Problem, type Reader, yesOrNo } from '../core/reading';
import { described, schemaOf } from '../core/reading-schema';
import { ACKNOWLEDGED, RECORDED_EVENTS } from '../core/record';
import { SEVERITIES } from '../core/rule';
import { ACTIONS } from '../core/settings';
import { MOST_RECORDS, type SentRecord } from './record';
import { requestOf } from './request';

/** Reads what a client sends, all problems at once. What was sent is never repeated in a problem. */
export function recordsReader(): Reader<{ readonly records: readonly SentRecord[] }> {
  return requestOf({ records: atMost(listOf(recordReader(), 'a list of records'), MOST_RECORDS) });
}

function recordReader(): Reader<SentRecord> {
  return requestOf({
    id: matching('^[A-Za-z0-9_-]{20,40}$', 'an id of 20 to 40 letters and digits'),
    event: silent(oneOf(RECORDED_EVENTS)),
    day: described(silent(fitting<string>(isDay, 'a day such as 2026-11-24')), () => ({ type: 'string', format: 'date' })),
    kind: silent(oneOf(['message', 'meeting'] as const)),
    client: silent(oneOf(PLACES)),
    action: silent(oneOf(ACTIONS)),
    acknowledged: silent(oneOf(ACKNOWLEDGED)),
    policy: matching('^[0-9a-f]{16}$', 'a fingerprint'),
    policyOrigin: silent(oneOf(['service', 'lastGood', 'builtIn'] as const)),
    recipients: people,
    external: people,
    visible: people,
    outcomes: onePerRule(atMost(listOf(requestOf({
      // An older add-in may have other rules than this build.
      rule: matching('^[a-z][a-z0-9-]{1,60}$', 'the id of a rule'),
      outcome: silent(oneOf(['failed', 'undetermined'] as const)),
      severity: silent(oneOf(SEVERITIES)),
      observed: silent(yesOrNo),
    }), 'a list of outcomes'), MOST_OUTCOMES)),
    sender: optional(matching('^[^\\u0000-\\u001f]{3,320}$', 'an address'), undefined),
  });
}

const MOST_PEOPLE = 100_000;

/** One for each rule; there are some thirty. */
const MOST_OUTCOMES = 100;

const people: Reader<number> = described(
  silent(fitting<number>((value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE, `a whole number from 0 to ${MOST_PEOPLE}`)),
  () => ({ type: 'integer', minimum: 0, maximum: MOST_PEOPLE }),
);

function matching(pattern: string, what: string): Reader<string> {
  const shape = new RegExp(pattern);
  return described(silent(fitting<string>((value) => typeof value === 'string' && shape.test(value), what)), () => ({ type: 'string', pattern }));
}

/** Readers for what people write repeat it, so that they find it; here it may be an address. */
function silent<T>(reader: Reader<T>): Reader<T> {
  return described((value, path, problems) => {
    const own: Problem[] = [];
    const read = reader(value, path, own);
    problems.push(...own.map((problem) => ({ path: problem.path, message: problem.message.replace(/, got [^]*$/, '') })));
    return read;
  }, () => schemaOf(reader));
}

function atMost<T>(list: Reader<readonly T[]>, most: number): Reader<readonly T[]> {
  return described((value, path, problems) => {
    if (!Array.isArray(value) || value.length <= most) return silent(list)(value, path, problems);
    problems.push({ path, message: `expected at most ${most}` });
    return [];
  }, () => ({ ...schemaOf(list), maxItems: most }));
}

function onePerRule<T>(list: Reader<readonly T[]>): Reader<readonly T[]> {
  return described((value, path, problems) => {
    const read = silent(list)(value, path, problems);
    if (new Set(read.map((each) => isSection(each) && each.rule)).size < read.length) problems.push({ path, message: 'expected every rule once' });
    return read;
  }, () => schemaOf(list));
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}
