/*
 * npm run soak: a hundred kills for each database, then three services on one PostgreSQL of which one after the other is killed and
 * restarted under load. What is wrong ends it with status 1; with the seed it can be run again: npm run soak -- --seed 42 --kills 20 --engine
 * PostgreSQL, or npm run soak -- --only replicas --rounds 3
 */
import { parseArgs } from 'node:util';
import { ENGINES } from '../store/engines';
import { ownPostgres } from '../store/postgres-server';
import { builtPrograms } from './programs';
import { replicas } from './replicas-run';
import { soak } from './soak-run';

const text = { type: 'string' } as const;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { only: text, engine: text, kills: { ...text, default: '100' }, rounds: { ...text, default: '10' }, seed: { ...text, default: String(Date.now() % 1_000_000) } } });
  const seed = Number(values.seed);
  for (const engine of values.only === 'replicas' ? [] : ENGINES.filter((each) => values.engine === undefined || each === values.engine)) {
    const since = started(`${engine}, seed ${seed}`);
    const result = await soak({ engine, kills: Number(values.kills), seed, programs: builtPrograms(), onKill: (line) => console.log(line) });
    console.log(`${engine}: nothing acknowledged was lost, nothing half imported. ${JSON.stringify(result)} in ${since()} s`);
  }
  if (values.only === 'kills') return;
  const since = started(`Replicas, seed ${seed}`);
  const postgres = await ownPostgres();
  try {
    const result = await replicas({ postgres, seed, programs: builtPrograms(), rounds: Number(values.rounds), decisions: 300, rest: 20, onEvent: (line) => console.log(line) });
    console.log(`Replicas: only what was in flight has failed, and no record is lost. ${JSON.stringify(result)} in ${since()} s`);
  } finally {
    await postgres.remove();
  }
}

function started(what: string): () => number {
  console.log(`== ${what}`);
  const start = Date.now();
  return () => Math.round((Date.now() - start) / 1000);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
