import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { readWhole } from '../../src/core/reading';
import { schemaOf } from '../../src/core/reading-schema';
import { MOST_RECORDS } from '../../src/wire/record';
import { recordsReader } from '../../src/wire/record-request';
import { aRecord } from './a-record';

const readRecords = (body: unknown) => readWhole(recordsReader(), body);
const OUTCOME = { rule: 'visible-recipients', outcome: 'failed', severity: 'warning', observed: false };
const pathsOf = (body: unknown): readonly string[] => {
  const result = readRecords(body);
  return result.ok ? [] : result.problems.map(({ path }) => path);
};

test('records come out as they went in', () => {
  const records = [aRecord(), aRecord({ event: 'acknowledgement', acknowledged: 'withReason', kind: 'meeting', client: 'phone', outcomes: [OUTCOME as never], sender: 'mara@firm.example' })];
  expect(readRecords(JSON.parse(JSON.stringify({ records })))).toEqual({ ok: true, value: { records } });
});

test.each<[string, object]>([
  ['id', { id: 'short' }], ['id', { id: `${'x'.repeat(20)} or 1=1` }], ['id', { id: 5 }], ['event', { event: 'open' }], ['day', { day: '2026-02-30' }], ['day', { day: '2026-11-24T09:00:00Z' }], ['kind', { kind: 'task' }],
  ['client', { client: 'Outlook' }], ['action', { action: null }], ['acknowledged', { acknowledged: 'because I say so' }], ['policy', { policy: '2' }], ['policyOrigin', { policyOrigin: 'me' }],
  ['recipients', { recipients: 1.5 }], ['external', { external: 1e9 }], ['visible', { visible: '3' }], ['outcomes', { outcomes: {} }], ['outcomes[0].rule', { outcomes: [{ ...OUTCOME, rule: 'DROP TABLE' }] }],
  ['outcomes[0].outcome', { outcomes: [{ ...OUTCOME, outcome: 'passed' }] }], ['outcomes[0]', { outcomes: [{ ...OUTCOME, recipients: ['anna@oak.example'] }] }], ['outcomes', { outcomes: [OUTCOME, OUTCOME] }],
  ['', { subject: 'Geheim' }], ['', { 'anna@oak.example': 'wants it' }], ['sender', { sender: '\u0000x@y' }], ['', { ['__proto__x']: 1 }],
])('a record whose %s is wrong is refused with its place, and nothing of it is repeated', (path, parts) => {
  const result = readRecords({ records: [{ ...aRecord(), ...parts }] });
  expect(result.ok ? [] : result.problems.map((each) => each.path)).toEqual([path === '' ? 'records[0]' : `records[0].${path}`]);
  expect(JSON.stringify(result)).not.toMatch(/oak|Geheim|Anna|DROP|because I/);
});

test.each<[string, unknown, readonly string[]]>([
  ['nothing', undefined, ['']], ['a list', [], ['']], ['no list', { records: 'all' }, ['records']], ['something else', { records: [], sender: 'mara@firm.example' }, ['']],
  ['too many', { records: Array.from({ length: MOST_RECORDS + 1 }, () => aRecord()) }, ['records']],
])('%s is refused', (_, body, paths) => {
  expect(pathsOf(body)).toEqual(paths);
});

test('a record with more outcomes than there can be rules is refused as one mistake, however many there are', () => {
  for (const count of [101, 90_000]) expect(pathsOf({ records: [aRecord({ outcomes: Array.from({ length: count }, () => ({}) as never) })] })).toEqual(['records[0].outcomes']);
  const hundred = Array.from({ length: 100 }, (_, index) => ({ ...OUTCOME, rule: `rule-${index}` }) as never);
  expect(pathsOf({ records: [aRecord({ outcomes: hundred })] })).toEqual([]);
});

test('whatever comes, it is read or refused, never thrown', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    readRecords(value);
    readRecords({ records: [value] });
    readRecords({ records: [{ ...aRecord(), outcomes: value }] });
  }));
});

test('the schema takes what the reader takes', () => {
  const validate = new Ajv({ strict: true, formats: { date: true } }).compile(schemaOf(recordsReader()));
  expect([validate({ records: [aRecord(), aRecord({ outcomes: [OUTCOME as never], sender: 'mara@firm.example' })] }), validate.errors]).toEqual([true, null]);
  for (const wrong of [{}, { records: [{}] }, { records: [{ ...aRecord(), subject: 'x' }] }, { records: [{ ...aRecord(), recipients: 0.5 }] }, { records: Array.from({ length: MOST_RECORDS + 1 }, () => aRecord()) }]) expect(validate(wrong)).toBe(false);
});
