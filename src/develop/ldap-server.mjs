// Finds OpenLDAP's server for the tests: `node src/develop/ldap-server.mjs` prints where it is.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDebian, isRoot } from './browser.mjs';
import { isProgram, run } from './project.mjs';

/**
 * The path of slapd: UMSICHT_SLAPD, an installed one, or Debian's package. Progress goes to stderr.
 * Throws with what to install where there is none.
 */
export async function findLdapServer() {
  const named = process.env.UMSICHT_SLAPD;
  if (named) {
    if (isProgramFile(named)) return named;
    throw new Error(`UMSICHT_SLAPD is ${named}, which is no program.`);
  }
  const found = installed() ?? (await debianPackage());
  if (found) return found;
  throw new Error([
    "The directory tests need OpenLDAP's server, slapd, and none was found.",
    'Install it (Debian, Ubuntu: apt-get install slapd; macOS: brew install openldap), or set UMSICHT_SLAPD to the path of its program.',
  ].join('\n'));
}

function installed() {
  const folders = [...(process.env.PATH || '').split(delimiter), '/usr/sbin', '/usr/libexec', '/usr/local/libexec', '/opt/homebrew/opt/openldap/libexec', '/usr/local/opt/openldap/libexec'];
  return folders.filter(Boolean).map((folder) => join(folder, 'slapd')).find(isProgramFile);
}

function isProgramFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without a directory of its own: nothing is to listen here but what the tests start. */
async function debianPackage() {
  if (!isRoot() || !isDebian()) return undefined;
  console.error("Installing Debian's package slapd …");
  spawnSync('debconf-set-selections', { input: 'slapd slapd/no_configuration boolean true\n' });
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env, output: 2 });
  if (updated !== 0) console.error('apt-get update failed; trying with the lists that are there.');
  const status = await run('apt-get', ['install', '--yes', '--no-install-recommends', 'slapd'], { env, output: 2 });
  if (status !== 0) console.error(`apt-get install ended with status ${status}.`);
  return installed();
}

if (isProgram(import.meta.url)) {
  await findLdapServer().then(
    (path) => console.log(path),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
