// Brings node_modules to what package-lock.json says: `node src/develop/install.mjs`
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, isProgram, run, seconds } from './project.mjs';

/** The first of 20 that loads packages that are ES modules only with `require`. */
const LOWEST_NODE = [20, 19];
const STAMP = inRoot('node_modules', '.umsicht-installed.json');
const HIDDEN_LOCK = inRoot('node_modules', '.package-lock.json');
const PROGRESS_EVERY = 10_000;

/** Installs what is missing and returns; throws with a sentence for the user where it cannot. */
export async function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1])) {
    throw new Error(`Umsicht needs Node ${LOWEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  const wanted = { lock: lockHash(), runtime: [process.versions.modules, process.platform, process.arch].join(' ') };
  const stamp = readStamp();
  if (stamp?.lock === wanted.lock && stamp.runtime === wanted.runtime) return;
  // npm itself may have made node_modules; native modules in it fit only the Node they were made by.
  if ((stamp === null || stamp.runtime === wanted.runtime) && matchesLock()) return writeStamp(wanted);

  console.log('Installing the packages of package-lock.json (a few minutes the first time) …');
  const started = Date.now();
  const stopProgress = showProgress(started);
  const status = await npmCi();
  stopProgress();
  if (status !== 0) throw new Error(`npm ci ended with status ${status}; its messages are above.`);
  writeStamp(wanted);
  console.log(`Installed in ${seconds(Date.now() - started)}.`);
}

const lockHash = () => createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');

const readStamp = () => (existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : null);

const writeStamp = (stamp) => writeFileSync(STAMP, JSON.stringify(stamp));

/** Whether a node_modules made by npm itself already is what the lock file says. */
function matchesLock() {
  if (!existsSync(HIDDEN_LOCK)) return false;
  const installed = JSON.parse(readFileSync(HIDDEN_LOCK, 'utf8')).packages;
  return Object.entries(lockedPackages()).every(([path, { version, optional }]) =>
    installed[path] === undefined ? optional === true : installed[path].version === version);
}

function lockedPackages() {
  const { '': _project, ...packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return packages;
}

function npmCi() {
  // Development packages are asked for because NODE_ENV=production would leave the build tools out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const env = headers();
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], { env });
  if (process.platform !== 'win32') return run('npm', args, { env });
  return run(process.env.ComSpec || 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { env });
}

/**
 * better-sqlite3 is compiled where its prebuilt binary cannot be downloaded, and the compiler wants
 * Node's headers, from nodejs.org unless told otherwise. Where they lie beside this very Node
 * (Debian's and NodeSource's package, the official archives), nothing has to be fetched.
 */
function headers() {
  if (process.env.npm_config_nodedir !== undefined) return {};
  const prefix = dirname(dirname(process.execPath));
  const versionFile = join(prefix, 'include', 'node', 'node_version.h');
  if (!existsSync(versionFile)) return {};
  const text = readFileSync(versionFile, 'utf8');
  const version = ['MAJOR', 'MINOR', 'PATCH'].map((part) => (new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text) || [])[1]);
  return version.join('.') === process.versions.node ? { npm_config_nodedir: prefix } : {};
}

/** npm is silent while it works unless it owns a terminal, and a compilation takes minutes. */
function showProgress(started) {
  const total = Object.entries(lockedPackages()).filter(([path, { os, cpu }]) =>
    path.lastIndexOf('node_modules/') === 0 && (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true)).length;
  const timer = setInterval(() => {
    const compiling = existsSync(inRoot('node_modules/better-sqlite3/build')) && !existsSync(inRoot('node_modules/better-sqlite3/build/Release/better_sqlite3.node'));
    console.log(`  ${Math.round((Date.now() - started) / 1000)} s: ${Math.min(unpacked(), total)} of about ${total} packages${compiling ? ', compiling better-sqlite3' : ''}`);
  }, PROGRESS_EVERY);
  return () => clearInterval(timer);
}

function unpacked() {
  const names = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []);
  return names(inRoot('node_modules')).reduce((sum, name) => sum + (name.startsWith('@') ? names(inRoot('node_modules', name)).length : 1), 0);
}

if (isProgram(import.meta.url)) {
  await install().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
