/*
 * A hundred kills for each database: npm run soak. What is wrong ends it with status 1 and the seed, with which it can be
 * run again: npm run soak -- --seed 42 --kills 20 --engine PostgreSQL
 */
import { parseArgs } from 'node:util';
import { ENGINES } from '../store/engines';
import { builtPrograms } from './programs';
import { soak } from './soak-run';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, engine: { type: 'string' } } });
  for (const engine of ENGINES.filter((each) => values.engine === undefined || each === values.engine)) {
    console.log(`== ${engine}, seed ${values.seed}`);
    const started = Date.now();
    const result = await soak({ engine, kills: Number(values.kills), seed: Number(values.seed), programs: builtPrograms(), onKill: (line) => console.log(line) });
    console.log(`${engine}: nothing acknowledged was lost, nothing half imported. ${JSON.stringify(result)} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
