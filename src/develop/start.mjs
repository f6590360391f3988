// Installs, builds and starts the service with demo contacts on loopback: `npm start`
// `npm start -- --port 4000` starts at that port; any further arguments go to the service.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { listenOnce } from './listen-once.mjs';
import { inRoot, root } from './project.mjs';

const USUAL_PORT = 3000;
const LISTENS = /Umsicht listens on (http:\/\/\S+)/;

async function start(args) {
  await install();
  await build();
  const isChosen = process.env.UMSICHT_PORT !== undefined || args.some((arg) => /^--port(=|$)/.test(arg));
  const port = isChosen ? [] : ['--port', String(await freePort())];
  const service = spawn(process.execPath, [inRoot('dist', 'service.js'), '--demo', ...port, ...args], { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] });
  announce(service.stdout);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill(signal));
  service.on('exit', (status) => process.exit(status === null ? 0 : status));
}

/** The usual port, or any other where somebody already has that one. */
async function freePort() {
  if (await isFree(USUAL_PORT)) return USUAL_PORT;
  const port = await listenOnce(0);
  console.log(`Port ${USUAL_PORT} is taken; using ${port}.`);
  return port;
}

const isFree = (port) => listenOnce(port).then(() => true, () => false);

/** Passes the service's words on, and says where to go once it listens. */
function announce(output) {
  let heard = '';
  let announced = false;
  output.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (announced) return;
    heard += chunk;
    const address = LISTENS.exec(heard);
    if (address === null || !heard.includes('\n', address.index)) return;
    announced = true;
    console.log(`\nPlayground: ${address[1].replace(/\/$/, '')}/playground.html\nStop with Ctrl+C.\n`);
  });
}

await start(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
