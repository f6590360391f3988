import { builtAddIn } from '../service/running';
import { ENGINES, testFolder } from '../store/folder';
import { sourcePrograms } from './programs';
import { soak } from './soak-run';

const folder = testFolder();

test.each(ENGINES)('on %s nothing acknowledged is lost and nothing is half imported, whatever is killed (npm run soak kills a hundred times)', async (engine) => {
  const { kills, acknowledged } = await soak({ engine, kills: 4, seed: 7, programs: sourcePrograms(builtAddIn(folder.path('dist'))) });
  expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(acknowledged.notes + acknowledged.records).toBeGreaterThan(0);
}, 300_000);
