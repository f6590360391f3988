// Breaks the pure floors in thousands of small ways and counts what their tests notice: `npm run mutation`.
// One floor, folder or file alone: `npm run mutation -- src/core` or `npm run mutation -- src/core/decide.ts`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inRoot, isProgram, root, seconds } from './project.mjs';

/** What is broken, and the tests that are to notice: those of the same floor alone. */
const FLOORS = { 'src/core': 'test/core', 'src/rules': 'test/rules', 'src/guard': 'test/guard' };
/** Percent that each floor has to reach. */
const LEAST = 90;

/** Words for people are held by tests on words, not by logic. */
const WORDS = /\/(text|explanation|examples)\.ts$|^src\/rules\/(example|index)\.ts$/;
/**
 * Tests of how long something takes, or of what happens at every call of long stories, take seconds themselves and would run for
 * thousands of mutants.
 */
const LONG = new RegExp([
  'in proportion', 'to its end', 'to their end', '^so does ', '500 domains', 'no look per word',
  'nobody is lost: 1[12]0', 'nobody is lost at any time', 'cut off at any call', 'whatever happens to one call', '240 of them', 'nothing is said above any of them', 'whom the pane takes out while',
].join('|'));
/** Tests that play whole clients need Jest's own clock. */
const needsJest = (path) => readFileSync(inRoot(path), 'utf8').includes('useFakeTimers');

/** Milliseconds without a word from the worker, within one test, after which the mutant at work is taken for one without an end. */
const SILENCE = 300_000;

function filesIn(path, ending) {
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path)).sort().flatMap((name) => filesIn(`${path}/${name}`, ending)).filter((file) => file.endsWith(ending));
}

/** Breaks the sources one mutant at a time, and tells of each. Resolves with what became of all. */
async function mutants(sources, tests, tell) {
  const ended = [];
  let of = Infinity;
  let begun;
  const end = (mutant) => {
    ended.push(mutant);
    tell(mutant);
  };
  while (ended.length < of) {
    const before = ended.length;
    await new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./mutant-run.mjs', import.meta.url), { workerData: { sources, tests, skipped: LONG, from: before } });
      let timer;
      const listen = () => {
        clearTimeout(timer);
        timer = setTimeout(() => { void worker.terminate(); }, SILENCE);
      };
      listen();
      worker.on('message', (told) => {
        listen();
        if (told.begun !== undefined) begun = told.begun;
        else if (told.status !== undefined) end(told);
        of = told.of ?? of;
      });
      worker.on('error', reject);
      worker.on('exit', () => { clearTimeout(timer); resolve(); });
    });
    if (begun === undefined) throw new Error('The tests did not come to their end.');
    // A worker is broken off by the mutant behind the last one that ended.
    if (ended.length < of) end({ file: begun, status: 'endless' });
  }
  return ended;
}

const isCounted = ({ status }) => status !== 'at load';
const isNoticed = ({ status }) => status === 'noticed' || status === 'endless';

function share(all) {
  const counted = all.filter(isCounted);
  return counted.length === 0 ? 100 : (100 * counted.filter(isNoticed).length) / counted.length;
}

function summary(name, all) {
  const counted = all.filter(isCounted);
  const endless = counted.filter(({ status }) => status === 'endless').length;
  return `${name}: ${counted.filter(isNoticed).length} of ${counted.length} noticed, ${share(all).toFixed(1)} %${endless > 0 ? ` (${endless} by never coming to an end)` : ''}`;
}

/** A mutant as an editor finds it, with what stood there and what stands there instead. */
function shown({ file, location, replacement, status }) {
  const { start, end } = location;
  const line = readFileSync(file, 'utf8').split('\n')[start.line];
  const original = line.slice(start.column, start.line === end.line ? end.column : undefined);
  const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text).replace(/\s+/g, ' ');
  return `${named(file)}:${start.line + 1}:${start.column + 1} ${status}: ${short(original)} => ${short(replacement)}`;
}

const named = (file) => relative(root, file).split(sep).join('/');

if (isProgram(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((path) => !existsSync(inRoot(path)) || !Object.keys(FLOORS).some((floor) => path === floor || path.startsWith(`${floor}/`)));
  if (unknown.length > 0) throw new Error(`expected ${Object.keys(FLOORS).join(', ')} or something in them, got ${unknown.join(', ')}`);
  // Nobody waits for it.
  setPriority(constants.priority.PRIORITY_LOW);
  for (const [floor, folder] of Object.entries(FLOORS)) {
    const paths = wanted.length === 0 ? [floor] : wanted.filter((path) => path === floor || path.startsWith(`${floor}/`));
    const sources = paths.flatMap((path) => filesIn(path, '.ts')).filter((path) => !WORDS.test(path));
    if (sources.length === 0) continue;
    const started = Date.now();
    const tell = (mutant) => {
      if (isCounted(mutant) && !isNoticed(mutant)) console.log(shown(mutant));
    };
    const all = await mutants(sources, filesIn(folder, '.test.ts').filter((path) => !needsJest(path)), tell);
    for (const file of new Set(all.map((mutant) => mutant.file))) console.log(`  ${summary(named(file), all.filter((mutant) => mutant.file === file))}`);
    console.log(`${summary(floor, all)}; ${all.length - all.filter(isCounted).length} more run only while files are loaded; ${seconds(Date.now() - started)}`);
    if (share(all) < LEAST) process.exitCode = 1;
  }
}
