import { defaultPolicy, parsePolicy, type Policy } from '../../src/core/policy';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';
import { keepDecisions } from '../../src/service/decision-records';
import { readReportRange, type WeekReport } from '../../src/store/record-reports';
import { dayOf, weekOf } from '../../src/store/weeks';
import { runProgram } from '../programs/run-program';
import { ENGINES, testFolder } from '../store/folder';
import { aRecord } from '../wire/a-record';
import { runningService, type TestService } from './running';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T09:00:00Z');
const OUTCOME = { rule: 'visible-recipients', outcome: 'failed', severity: 'warning', observed: false } as const;

function policyWith(document: object): Policy {
  const result = parsePolicy(document, rules, registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

describe.each(ENGINES)('records on %s', (engine) => {
  const folder = testFolder(engine);
  const running: TestService[] = [];
  const run = async (policy: object): Promise<TestService> => {
    const service = await runningService(folder.path('.'), ['--policy', folder.file('policy.json', JSON.stringify(policy))], await folder.environment());
    running.push(service);
    return service;
  };
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
  });
  const post = (service: TestService, body: unknown) => service.ask('/api/v1/records', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const kept = async () => (await folder.store()).db.selectFrom('records').selectAll().orderBy('id').execute();

  test('are taken down once, however often a client sends them', async () => {
    const service = await run({ records: { keep: true } });
    const records = [aRecord({ outcomes: [OUTCOME] }), aRecord()];
    for (let round = 0; round < 3; round += 1) {
      const answer = await post(service, { records });
      expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
    }
    expect((await kept()).map(({ id, received }) => [id, received])).toEqual(records.map(({ id }) => [id, dayOf(Date.now())]));
  });

  test('are passed over where the policy wants none, and a client that has not heard of it yet is content', async () => {
    const service = await run({});
    expect((await post(service, { records: [aRecord()] })).status).toBe(204);
    expect(await kept()).toEqual([]);
  });

  test('are taken down where the policy wants them of one group', async () => {
    const service = await run({ groups: [{ name: 'Pilot', senders: ['pilot.example'], policy: { records: { keep: true } } }] });
    await post(service, { records: [aRecord()] });
    expect(await kept()).toHaveLength(1);
  });

  test('name no sender, whatever a client says, unless the policy names a reason and a time', async () => {
    const without = await run({ records: { keep: true } });
    await post(without, { records: [aRecord({ sender: 'mara@firm.example' })] });
    expect((await kept()).map(({ sender }) => sender)).toEqual([null]);
    await without.stop();
    running.length = 0;
    const withThem = await run({ records: { keep: true, sender: { reason: 'Betriebsvereinbarung vom 1. 3. 2026', days: 30 } } });
    await post(withThem, { records: [aRecord({ sender: 'Mara@FIRM.example' }), aRecord({ sender: 'no address' })] });
    expect((await kept()).map(({ sender }) => sender)).toEqual([null, 'mara@firm.example', null]);
    await withThem.stop();
    running.length = 0;
    const { db } = await folder.store();
    await run({ records: { keep: true } });
    while ((await db.selectFrom('records').select('sender').execute()).some(({ sender }) => sender !== null)) await new Promise((again) => setTimeout(again, 20));
  });

  test('that are wrong are refused whole, everything wrong is named, and nothing is repeated', async () => {
    const service = await run({ records: { keep: true } });
    const answer = await post(service, { records: [aRecord(), { ...aRecord(), subject: 'Geheimes Angebot', action: 'anna@oak.example' }, { ...aRecord(), recipients: -1 }] });
    expect(answer.status).toBe(400);
    expect((answer.json() as { errors: readonly { path: string }[] }).errors.map(({ path }) => path).sort()).toEqual(['records[1]', 'records[1].action', 'records[2].recipients']);
    expect(answer.text + service.log.join('')).not.toMatch(/oak|Geheim/);
    expect(await kept()).toEqual([]);
  });

  test('that are wrong in thousands of places are answered with the first hundred of them', async () => {
    const service = await run({ records: { keep: true } });
    const answer = await post(service, { records: Array.from({ length: 50 }, () => ({ ...aRecord(), outcomes: Array.from({ length: 100 }, () => ({})) })) });
    const { errors } = answer.json() as { errors: readonly { path: string }[] };
    expect([answer.status, errors.length, errors[0]?.path, errors[99]?.path]).toEqual([400, 100, 'records[0].outcomes[0].rule', 'records[0].outcomes[24].observed']);
    expect((await post(service, { records: [{ ...aRecord(), outcomes: Array.from({ length: 80_000 }, () => ({})) }] })).status).toBe(400);
    expect(service.log.join('')).not.toContain('"level":"error"');
  });

  test('are reported week by week, over HTTP and on the command line, without what is small', async () => {
    const store = await folder.store();
    const policy = { ...defaultPolicy(rules), records: { ...defaultPolicy(rules).records, keep: true } };
    const lastWeek = Date.now() - 7 * DAY;
    const then = keepDecisions({ store, policy, now: () => lastWeek });
    await then.take([...Array.from({ length: 20 }, () => aRecord({ outcomes: [OUTCOME] })), ...Array.from({ length: 20 }, () => aRecord()), aRecord({ client: 'phone' })], true);

    const service = await run({ records: { keep: true } });
    const answer = await service.ask('/api/v1/records/report');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const { weeks } = answer.json() as { readonly weeks: readonly WeekReport[] };
    expect(weeks).toMatchObject([{ week: weekOf(lastWeek), decisions: 41, clients: { web: null, phone: null }, rules: { 'visible-recipients': { failed: 20, undetermined: 0, neither: 21 } } }]);
    for (const [query, path] of [['from=2026-W54', 'from'], ['to=yesterday', 'to'], ['from=2026-W10&to=2026-W09', 'from'], ['from=2000-W01', 'from'], ['client=phone', '']] as const) {
      const refused = await service.ask(`/api/v1/records/report?${query}`);
      expect([query, refused.status, (refused.json() as { errors: readonly { path: string }[] }).errors[0]?.path]).toEqual([query, 400, path]);
    }

    const environment = await folder.environment();
    const json = await runProgram(['src/cli/cli.ts', 'records', 'report', '--format', 'json'], environment).ended;
    expect([json.status, JSON.parse(json.stdout)]).toEqual([0, answer.json()]);
    const text = await runProgram(['src/cli/cli.ts', 'records', 'report'], environment).ended;
    expect(text.stdout).toMatch(new RegExp(`^${weekOf(lastWeek)} {2}41 decisions on 123 recipients, 82 of them external, 41 visible to others\\n {2}decided {7}allow 41, confirm 0, block 0\\n`));
    expect(text.stdout).toMatch(/\n {2}client {8}web –, windows –, mac –, phone –, unknown –\n/);
    expect(text.stdout).toMatch(/\n {2}found {9}visible-recipients {2}failed 20, undetermined 0, neither 21\n/);
    const elsewhere = await runProgram(['src/cli/cli.ts', 'records', 'report', '--database', folder.path('nowhere.sqlite')], environment).ended;
    expect(elsewhere).toMatchObject({ status: 2, stdout: '', stderr: `There is no report: there is no database ${folder.path('nowhere.sqlite')}.\n` });
    const wrong = await runProgram(['src/cli/cli.ts', 'records', 'report', '--from', 'monday'], environment).ended;
    expect(wrong).toMatchObject({ status: 2, stdout: '', stderr: '--from: expected a week such as 2026-W48\n' });
  });

  test('go when their time is over, their senders sooner, and what was told of their week stays', async () => {
    const store = await folder.store();
    let now = MONDAY;
    const policy = policyWith({ records: { keep: true, days: 28, sender: { reason: 'Betriebsvereinbarung', days: 14 } } });
    const records = keepDecisions({ store, policy, now: () => now });
    await records.take(Array.from({ length: 12 }, () => aRecord({ sender: 'mara@firm.example' })), true);
    const state = async (): Promise<unknown> => {
      const rows = await store.db.selectFrom('records').selectAll().execute();
      const reports = await store.db.selectFrom('record_reports').select('week').execute();
      return [rows.length, rows.filter(({ sender }) => sender !== null).length, reports.map(({ week }) => week)];
    };
    for (const [days, expected] of [[13, [12, 12, ['2026-W48']]], [15, [12, 0, ['2026-W48']]], [34, [12, 0, ['2026-W48']]], [35, [0, 0, ['2026-W48']]], [3 * 366 + 8, [0, 0, []]]] as const) {
      now = MONDAY + days * DAY;
      for (const { run: tidy } of records.jobs) await tidy();
      expect([days, ...(await state() as unknown[])]).toEqual([days, ...expected]);
    }
  });
});

test('a report without a range is on the last twelve weeks that are over', () => {
  expect(readReportRange({}, Date.parse('2026-11-29T23:00:00Z'))).toEqual({ ok: true, from: '2026-W36', to: '2026-W47' });
  expect(readReportRange({ from: '2026-W40' }, Date.parse('2026-11-30T00:00:00Z'))).toEqual({ ok: true, from: '2026-W40', to: '2026-W48' });
});
