// Serves the add-in at https://localhost:3000 and brings it into Outlook: `npm run sideload`. Further arguments go to the
// service: `npm run sideload -- --policy policy.json`. `npm run unsideload` takes it out again.
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, root } from './project.mjs';
import { openTlsFront } from './tls-front.mjs';

/** The manifest at the top level names it. */
const ORIGIN = 'https://localhost:3000';
const PORT = 3000;

/** Microsoft's tools; pinned, and fetched when they are needed, because only people with an Outlook need them. */
const CERTIFICATES = 'office-addin-dev-certs@3.0.0';
const DEBUGGING = 'office-addin-debugging@7.0.0';

/** Where the first one puts what it makes. */
const certificateFile = (name) => join(homedir(), '.office-addin-dev-certs', name);
/** Milliseconds a certificate has to hold still. */
const A_DAY = 24 * 60 * 60 * 1000;

const BY_HAND = `
  1. Open https://aka.ms/olksideload and sign in; Outlook on the web shows its add-ins.
  2. "My add-ins", "Custom Addins", "Add a custom add-in", "Add from File…": choose
     ${inRoot('manifest.xml')}
  3. Restart Outlook, or reload the page. New Outlook and Outlook on Mac show it as well, after a while.
  To take it out: the same page, "…" on Umsicht, "Remove".`;

async function sideload(args) {
  await install();
  await build();
  const certificate = await trustedCertificate();
  const service = await startService(args);
  try {
    await openTlsFront({ ...certificate, port: PORT, target: service.port });
  } catch (error) {
    service.stop();
    throw error.code === 'EADDRINUSE' ? new Error(`Port ${PORT} is taken by another program, and the manifest names it. Stop that program first.`) : error;
  }
  console.log(`\nThe add-in is at ${ORIGIN}, for this machine alone. Stop with Ctrl+C.`);
  if (process.platform !== 'win32') return console.log(`\n${process.platform === 'darwin' ? "Microsoft's tool cannot do it on a Mac" : 'There is no Outlook for this system'}, so bring it in by hand:\n${BY_HAND}`);
  const status = await npx(DEBUGGING, ['start', 'manifest.xml', 'desktop', '--app', 'outlook']);
  console.log(status === 0 ? '\nOutlook starts with the add-in. For Outlook on the web and new Outlook:' : `\n${DEBUGGING} ended with status ${status}. By hand it goes so:`);
  console.log(BY_HAND);
}

async function unsideload() {
  if (process.platform !== 'win32') return console.log(`Take it out where it was brought in:\n${BY_HAND}`);
  process.exitCode = await npx(DEBUGGING, ['stop', 'manifest.xml']);
}

/** A certificate for localhost that this machine trusts, made where there is none that holds. */
async function trustedCertificate() {
  const [key, cert] = ['localhost.key', 'localhost.crt'].map(certificateFile);
  if (!existsSync(key) || !existsSync(cert) || !holds(cert)) {
    console.log(`Making a certificate for localhost with ${CERTIFICATES}; the system asks whether to trust it …`);
    const status = await npx(CERTIFICATES, ['install']);
    if (status !== 0 || !existsSync(key) || !existsSync(cert)) throw new Error(`No certificate could be made (${CERTIFICATES} ended with status ${status}). Outlook loads add-ins by HTTPS only.`);
  }
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

const holds = (file) => Date.parse(new X509Certificate(readFileSync(file)).validTo) > Date.now() + A_DAY;

/** Starts the service behind the certificate; resolves when it listens. */
function startService(args) {
  const child = spawn(process.execPath, [inRoot('dist', 'service.js'), '--port', '0', '--origin', ORIGIN, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    let heard = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      heard += chunk;
      const address = /Umsicht listens on http:\/\/[^\s:]+:(\d+)/.exec(heard);
      if (address !== null) resolve({ port: Number(address[1]), stop: () => child.kill() });
    });
    // Its reasons are above.
    child.on('exit', (status) => process.exit(status === null ? 0 : status));
  });
}

/** Runs a package of npm that is fetched if it is not there; resolves with its exit status. */
function npx(name, args) {
  const command = process.platform === 'win32' ? [process.env.ComSpec || 'cmd.exe', ['/d', '/s', '/c', 'npx', '--yes', name, ...args]] : ['npx', ['--yes', name, ...args]];
  return new Promise((resolve) => {
    const child = spawn(...command, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status === null ? 1 : status));
  });
}

const [command, ...args] = process.argv.slice(2);
await (command === 'stop' ? unsideload() : sideload([command, ...args].filter((arg) => arg !== undefined))).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
