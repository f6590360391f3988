import { builtAddIn } from '../service/running';
import { testFolder } from '../store/folder';
import { sharedPostgres } from '../store/postgres-server';
import { sourcePrograms } from './programs';
import { replicas } from './replicas-run';

const folder = testFolder('PostgreSQL');

test('of three services on one database one is killed and one restarted: only what was in flight fails, and no record is lost (npm run soak goes on for longer)', async () => {
  const { decisions, failedRequests, inFlight, records } = await replicas({ postgres: await sharedPostgres(), programs: sourcePrograms(builtAddIn(folder.path('dist'))), seed: 7, rounds: 1, decisions: 40, rest: 100 });
  expect(decisions).toBeGreaterThan(150);
  expect(records).toBe(decisions);
  expect(inFlight).toBeGreaterThan(0);
  expect(failedRequests).toBeLessThanOrEqual(inFlight);
}, 300_000);
