import { resolve } from 'node:path';
import { builtAddIn } from '../service/running';
import { ENGINES, testFolder } from '../store/folder';
import { soak } from './soak-run';

const folder = testFolder();
const typescript = ['-r', resolve(__dirname, '../programs/typescript.cjs')];

test.each(ENGINES)('on %s nothing acknowledged is lost and nothing is half imported, whatever is killed (npm run soak kills a hundred times)', async (engine) => {
  const addIn = builtAddIn(folder.path('dist'));
  const service = `require('./src/service/run-service.ts').runService(process.argv.slice(1), process.env, ${JSON.stringify(addIn)})`;
  const programs = { service: [...typescript, '-e', service, '--'], cli: [...typescript, 'src/cli/cli.ts'] };
  const { kills, acknowledged } = await soak({ engine, kills: 4, seed: 7, programs });
  expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(acknowledged.notes + acknowledged.records).toBeGreaterThan(0);
}, 300_000);
