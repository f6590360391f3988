import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, wherever the command was started. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRoot = (...parts) => join(root, ...parts);

/**
 * The script behind a command of an installed package, to be run by this very Node: no shell and
 * no .cmd wrapper, so that it works alike on Windows. Throws if the package is not installed.
 */
function commandOf(packageName, command) {
  const folder = inRoot('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a program with its output shown; resolves with its exit status, 1 if a signal ended it. */
export function run(program, args, { env = {}, output = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', output, 'inherit'] });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status === null ? 1 : status));
  });
}

/** As `run`, for a command of an installed package. */
export function runCommand(packageName, command, args, options) {
  return run(process.execPath, [commandOf(packageName, command), ...args], options);
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** True where this file was started as a program, false where it was imported. */
export const isProgram = (moduleUrl) => process.argv[1] !== undefined && fileURLToPath(moduleUrl) === realpathSync(process.argv[1]);
