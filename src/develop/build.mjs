// Builds dist/ where the sources have changed since: `node src/develop/build.mjs`
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { install } from './install.mjs';
import { inRoot, isProgram, root, seconds } from './project.mjs';

const require = createRequire(import.meta.url);
const INPUTS = ['src', 'assets', 'webpack.config.js', 'package.json', 'package-lock.json'];
const STAMP = inRoot('.cache', 'build.json');

/** Builds everything that is shipped; at once if nothing changed. Throws with webpack's messages where it fails. */
export async function build() {
  const inputs = fingerprint();
  if (isBuiltFrom(inputs)) return console.log('dist/ is up to date.');

  console.log('Building dist/ …');
  const started = Date.now();
  rmSync(STAMP, { force: true });
  const built = await webpack();
  built.push(writePolicySchema());
  removeWhatWasBuiltBefore(built.map(({ name }) => name));
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ inputs, files: built.map(({ name }) => name) }));
  for (const { name, size } of built.filter((file) => /^[^/]+\.js$/.test(file.name))) console.log(`  dist/${name} ${(size / 1024).toFixed(1)} KB`);
  console.log(`Built in ${seconds(Date.now() - started)}.`);
}

/** Nothing is shipped that these sources do not make. */
function removeWhatWasBuiltBefore(names) {
  const written = new Set(names.map((name) => `dist/${name}`));
  for (const file of filesUnder('dist')) if (!written.has(file)) rmSync(join(root, file));
}

function isBuiltFrom(inputs) {
  if (!existsSync(STAMP)) return false;
  const stamp = JSON.parse(readFileSync(STAMP, 'utf8'));
  return stamp.inputs === inputs && stamp.files.every((file) => existsSync(inRoot('dist', file)));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

/** Files under a path of the project, in an order that does not depend on the platform. */
function filesUnder(path) {
  const entries = readdirOrNull(join(root, path));
  if (entries === null) return [path];
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ name }) => filesUnder(`${path}/${name}`));
}

function readdirOrNull(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** The files webpack wrote. */
function webpack() {
  const compiler = require('webpack')(require(inRoot('webpack.config.js')));
  return new Promise((resolve, reject) => {
    compiler.run((fault, stats) => {
      compiler.close(() => {
        if (fault) return reject(fault);
        if (stats.hasErrors() || stats.hasWarnings()) {
          return reject(new Error(stats.toString({ all: false, errors: true, warnings: true, errorDetails: false, colors: false })));
        }
        resolve(stats.stats.flatMap(({ compilation }) => compilation.getAssets().map(({ name, info, source }) => ({ name, size: info.size || source.size() }))));
      });
    });
  });
}

/** The format of policies, for editors, as the command line that was just built describes it. */
function writePolicySchema() {
  const schema = execFileSync(process.execPath, [inRoot('dist', 'cli.js'), 'policy', 'schema', '--language', 'en']);
  writeFileSync(inRoot('dist', 'policy.schema.json'), schema);
  return { name: 'policy.schema.json', size: schema.length };
}

if (isProgram(import.meta.url)) {
  await install().then(build).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
