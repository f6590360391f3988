// Builds the image and tries it as docs/service.md runs it: `npm run container`. Needs Docker with BuildKit, or Podman, and the images
// deploy/Dockerfile begins with; UMSICHT_ENGINE names another command that understands the same. No part of `npm test`.
import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { listenOnce } from './listen-once.mjs';
import { inRoot, isProgram, run, seconds } from './project.mjs';

const NAME = `umsicht-try-${process.pid}`;
const ENGINE = process.env.UMSICHT_ENGINE ?? ['docker', 'podman'].find((name) => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0);
const SECURE = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];
const PEOPLE = Array.from({ length: 20_000 }, (_, index) => `person${index}@oak.example`);

function engine(...args) {
  const { status, stdout, stderr } = spawnSync(ENGINE, args, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
}

function must(...args) {
  const { status, said } = engine(...args);
  if (status !== 0) throw new Error(`${ENGINE} ${args.join(' ')} ended with status ${status}: ${said}`);
  return said;
}

function expect(what, is, said = '') {
  if (!is) throw new Error(`Not so: ${what}. ${said}`);
  console.log(`  ${what}`);
}

/** Null where nobody answers. */
function ask(port, path, body) {
  return new Promise((done) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-user': 'anna' };
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => done({ status: answer.statusCode, text })).on('error', () => done(null));
    });
    sent.on('error', () => done(null)).end(JSON.stringify(body));
  });
}

async function isReady() {
  const look = `fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (engine('exec', NAME, 'node', '-e', look).status === 0) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}

/** Notes people while the container is told to stop, until nobody answers any more. Gives those whose notes were answered with a yes. */
async function noteUntilStopped(port) {
  const noted = [];
  let stopped = Promise.resolve(1);
  for (const address of PEOPLE) {
    const answer = await ask(port, '/api/v1/correspondence', { addresses: [address] });
    if (answer?.status !== 204) break;
    if (noted.push(address) === 100) stopped = run(ENGINE, ['stop', NAME], { output: 'ignore' });
  }
  return { noted, status: await stopped };
}

async function tryContainer() {
  if (ENGINE === undefined) throw new Error('Neither Docker nor Podman answers here.');
  const started = Date.now();
  if ((await run(ENGINE, ['build', '-f', inRoot('deploy', 'Dockerfile'), '-t', NAME, inRoot()])) !== 0) throw new Error('The image could not be built.');
  console.log(`Built in ${seconds(Date.now() - started)}.`);
  const port = await listenOnce(0);
  const settings = { UMSICHT_HOST: '0.0.0.0', UMSICHT_ORIGIN: 'https://umsicht.firm.example', UMSICHT_IDENTITY_PROXY_NETWORKS: '172.16.0.0/12,10.0.0.0/8', UMSICHT_LIMITS_PER_PERSON: '0' };
  try {
    const wrong = engine('run', '--rm', ...SECURE, '--env', 'UMSICHT_HOST=0.0.0.0', NAME);
    expect('wrong settings are named, with status 2', wrong.status === 2 && /UMSICHT_HOST/.test(wrong.said), wrong.said);
    must('run', '--detach', '--name', NAME, ...SECURE, '--publish', `127.0.0.1:${port}:3000`, '--volume', `${NAME}:/var/lib/umsicht`, ...Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]), NAME);
    expect('it gets ready', await isReady(), engine('logs', NAME).said);
    expect('it is not root', must('exec', NAME, 'id', '-u') === '1000');
    expect('it can write its data only', engine('exec', NAME, 'touch', '/opt/umsicht/dist/cli.js').status !== 0 && engine('exec', NAME, 'touch', '/var/lib/umsicht/a').status === 0);
    const doctor = engine('exec', NAME, 'umsicht', 'doctor').said;
    expect('doctor finds database and key', /well\s+hashing-key/.test(doctor) && /(well|warning)\s+database/.test(doctor), doctor);
    const { noted, status } = await noteUntilStopped(port);
    expect('it stops while it is asked', status === 0 && noted.length < PEOPLE.length, `${noted.length} noted`);
    expect('… with status 0', must('inspect', '--format', '{{.State.ExitCode}}', NAME) === '0');
    must('start', NAME);
    expect('it gets ready again', await isReady(), engine('logs', NAME).said);
    const missing = [];
    for (let from = 0; from < noted.length; from += 500) {
      const answer = await ask(port, '/api/v1/evidence', { addresses: [], correspondence: noted.slice(from, from + 500) });
      missing.push(...JSON.parse(answer.text).correspondence.filter(({ before }) => before !== true));
    }
    expect(`started again, it knows all ${noted.length} whom it said it had noted`, missing.length === 0, `${missing.length} are missing`);
  } finally {
    engine('rm', '--force', NAME);
    engine('volume', 'rm', NAME);
    engine('rmi', NAME);
  }
}

if (isProgram(import.meta.url)) {
  await tryContainer().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
