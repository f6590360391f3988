// Runs the real Odoo for the connector's tests: `npm run odoo`. As root on Debian or Ubuntu, since Odoo 14 comes from Debian's packages of
// its time, in a folder of their own (.cache/odoo, or UMSICHT_ODOO_FOLDER; some 2 GB, ten minutes the first time). No part of `npm test`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, isRoot } from './browser.mjs';
import { listenOnce } from './listen-once.mjs';
import { inRoot, isProgram, run } from './project.mjs';

const FOLDER = process.env.UMSICHT_ODOO_FOLDER || inRoot('.cache', 'odoo');
const RELEASE = 'bullseye';
const DATABASE = 'firm';
const POSTGRES = '/usr/lib/postgresql/13/bin';

/** A Debian of its own with Odoo in it. Throws with what went wrong. */
async function prepare() {
  if (!isRoot() || !isDebian()) throw new Error('Odoo is run from Debian\'s packages, so this needs root on Debian or Ubuntu.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!existsSync(join(FOLDER, 'etc', 'debian_version'))) {
    if (spawnSync('debootstrap', ['--version']).status !== 0) await must('apt-get', ['install', '--yes', '--no-install-recommends', 'debootstrap'], env);
    mkdirSync(FOLDER, { recursive: true });
    await must('debootstrap', ['--variant=minbase', RELEASE, FOLDER], env);
  }
  if (existsSync(join(FOLDER, 'usr', 'bin', 'odoo'))) return;
  // Nothing is to run in there but what is started below.
  const policy = join(FOLDER, 'usr', 'sbin', 'policy-rc.d');
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
  await must('chroot', [FOLDER, 'apt-get', 'update'], env);
  await must('chroot', [FOLDER, 'apt-get', 'install', '--yes', '--no-install-recommends', 'odoo-14', 'postgresql-13'], env);
}

async function must(program, args, env = {}) {
  const status = await run(program, args, { env });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with status ${status}.`);
}

const inside = (user, program, args, options = {}) => spawn('chroot', [`--userspec=${user}:${user}`, FOLDER, program, ...args], { stdio: ['ignore', 'ignore', 'inherit'], ...options });

/** A fresh PostgreSQL and Odoo with the marketing application, on loopback. */
async function start() {
  const [databasePort, port] = [await listenOnce(0), await listenOnce(0)];
  const data = `/tmp/umsicht-odoo-${process.pid}`;
  for (const user of ['postgres', 'odoo']) await must('chroot', [FOLDER, 'install', '-d', '-o', user, '-m', '700', `${data}-${user}`]);
  const [made] = await once(inside('postgres', `${POSTGRES}/initdb`, ['-D', `${data}-postgres`, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']), 'exit');
  if (made !== 0) throw new Error(`initdb ended with status ${made}.`);
  const postgres = inside('postgres', `${POSTGRES}/postgres`, ['-D', `${data}-postgres`, '-p', String(databasePort), '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'log_min_messages=panic', '-k', '/tmp']);
  while ((await once(inside('postgres', `${POSTGRES}/createuser`, ['-h', '127.0.0.1', '-p', String(databasePort), '-s', 'odoo'], { stdio: 'ignore' }), 'exit'))[0] !== 0) {
    if (postgres.exitCode !== null) throw new Error(`PostgreSQL ended with status ${postgres.exitCode}.`);
    await pause(300);
  }
  console.log('Odoo makes its database, which takes some minutes …');
  const odoo = inside('odoo', '/usr/bin/odoo', [
    '-d', DATABASE, '-i', 'mass_mailing', '--without-demo=all', '--db_host', '127.0.0.1', '--db_port', String(databasePort), '--db_user', 'odoo', '--data-dir', `${data}-odoo`,
    '--http-interface', '127.0.0.1', '--http-port', String(port), '--max-cron-threads', '0', '--log-level', 'critical',
  ]);
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (odoo.exitCode !== null) throw new Error(`Odoo ended with status ${odoo.exitCode}.`);
    await pause(1000);
  }
  return {
    env: { UMSICHT_ODOO_URL: url, UMSICHT_ODOO_DATABASE: DATABASE, UMSICHT_ODOO_POSTGRES: String(databasePort) },
    async stop() {
      const ended = Promise.all([once(odoo, 'exit'), once(postgres, 'exit')]);
      odoo.kill('SIGTERM');
      postgres.kill('SIGINT');
      await ended;
      spawnSync('chroot', [FOLDER, 'rm', '-rf', `${data}-postgres`, `${data}-odoo`]);
    },
  };
}

/** Odoo listens before its modules are there; then the administrator can sign in. */
async function isReady(url) {
  try {
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service: 'common', method: 'authenticate', args: [DATABASE, 'admin', 'admin', {}] } });
    const answer = await (await fetch(`${url}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
    return typeof answer.result === 'number';
  } catch {
    return false;
  }
}

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

async function odoo() {
  await prepare();
  // Odoo looks at its own memory there.
  await must('mount', ['-t', 'proc', 'proc', join(FOLDER, 'proc')]);
  try {
    await check();
  } finally {
    await must('umount', [join(FOLDER, 'proc')]);
  }
}

async function check() {
  const server = await start();
  try {
    process.exitCode = await run(process.execPath, ['-r', inRoot('test', 'programs', 'typescript.cjs'), inRoot('test', 'connectors', 'odoo-live.ts')], { env: server.env });
  } finally {
    await server.stop();
  }
}

if (isProgram(import.meta.url)) {
  await odoo().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
