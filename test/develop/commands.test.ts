import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function command(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'develop', script), ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, output: stdout + stderr };
}

test('npm test knows its parts, and says so when asked for another', () => {
  expect(command('test.mjs', ['--only', 'units'])).toEqual({ status: 1, output: '--only takes install, types, lint, build, unit, browser; not "units".\n' });
});

test('a browser that was named but does not start is an error, never replaced in silence', () => {
  const { status, output } = command('browser.mjs', [], { UMSICHT_BROWSER: join(root, 'no-browser') });
  expect(status).toBe(1);
  expect(output).toMatch(/^UMSICHT_BROWSER is .*no-browser, which does not start: there is no such file\n$/);
});

test('a program that is no browser is told from one', () => {
  const { status, output } = command('browser.mjs', [], { UMSICHT_BROWSER: process.execPath });
  expect(status).toBe(1);
  expect(output).toMatch(/which does not start: /);
}, 90_000);

test('the service starts with demo contacts at a free port and says where the playground is', async () => {
  const data = mkdtempSync(join(tmpdir(), 'umsicht-start-'));
  const occupied = createServer();
  await new Promise<void>((resolve) => occupied.once('error', () => resolve()).listen(3000, '127.0.0.1', resolve));
  const started = spawn(process.execPath, [join(root, 'src', 'develop', 'start.mjs'), '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => started.once('exit', resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      started.stdout.on('data', (chunk) => {
        output += String(chunk);
        const found = /^Playground: (\S+)$/m.exec(output);
        if (found !== null) resolve(found[1] as string);
      });
      started.on('exit', () => reject(new Error(output)));
    });
    expect(address).not.toContain(':3000/');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('playground.js');
    const bundle = await fetch(new URL('/launchevent.js', address));
    expect(await bundle.text()).toContain(new URL(address).origin);
  } finally {
    started.kill('SIGTERM');
    await ended;
    occupied.close();
    rmSync(data, { recursive: true, force: true });
  }
}, 120_000);

test('CI runs nothing but what everybody runs', () => {
  expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toMatch(/^exec npm test$/m);
});
