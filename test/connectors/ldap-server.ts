import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'ldapts';

/** One entry: its name, and its attributes. */
export type LdapEntry = readonly [name: string, attributes: { readonly [attribute: string]: string | readonly string[] }];

export interface LdapServer {
  readonly url: string;
  readonly secureUrl: string;
  stop(): Promise<void>;
}

export const READER = { user: 'cn=reader,dc=firm,dc=example', password: 'umsicht reads' };
const CERTIFICATES = resolve(__dirname, 'certificates');

/** Trusted by whoever talks to the server's secure address. */
export const AUTHORITY_FILE = join(CERTIFICATES, 'authority.pem');

/** One that has nothing to do with it. */
export const ANOTHER_AUTHORITY_FILE = join(CERTIFICATES, 'another-authority.pem');

/**
 * OpenLDAP with a directory of its own: dc=firm,dc=example and, as somewhere else, dc=partner,dc=example. It
 * gives out at most 100 entries at a time, and nothing below ou=secret to anybody.
 */
export async function startLdapServer(entries: readonly LdapEntry[]): Promise<LdapServer> {
  const program = execFileSync(process.execPath, [resolve(__dirname, '../../src/develop/ldap-server.mjs')], { encoding: 'utf8' }).trim();
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-ldap-'));
  for (const name of ['firm', 'partner']) mkdirSync(join(folder, name));
  const configuration = join(folder, 'slapd.conf');
  writeFileSync(configuration, configurationIn(folder));
  for (const suffix of ['dc=firm,dc=example', 'dc=partner,dc=example']) {
    const file = join(folder, `${suffix}.ldif`);
    writeFileSync(file, entries.filter(([name]) => name.endsWith(suffix)).map(ldif).join('\n'));
    execFileSync(program, ['-T', 'add', '-q', '-f', configuration, '-b', suffix, '-l', file], { stdio: ['ignore', 'inherit', 'pipe'] });
  }
  const [port, securePort] = await freePorts();
  const url = `ldap://127.0.0.1:${port}`;
  const secureUrl = `ldaps://127.0.0.1:${securePort}`;
  const server = spawn(program, ['-d', '0', '-f', configuration, '-h', `${url} ${secureUrl}`], { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  await isListening(url, () => {
    if (server.exitCode !== null) throw new Error(`slapd ended with status ${server.exitCode}: ${said}`);
  });
  return {
    url,
    secureUrl,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where distributions put OpenLDAP's schema and modules. */
function configurationIn(folder: string): string {
  const database = (name: string): string => `
database mdb
suffix "dc=${name},dc=example"
rootdn "cn=root,dc=${name},dc=example"
rootpw "umsicht writes"
directory ${join(folder, name)}
index objectClass,mail,proxyAddresses eq
access to dn.subtree="ou=secret,dc=${name},dc=example" by * none
access to attrs=userPassword by * auth
access to * by users read by * auth
`;
  return `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
attributetype ( 1.2.840.113556.1.2.210 NAME 'proxyAddresses' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
${['privateMail', 'consentNewsletter', 'consentGiven', 'consentConfirmed', 'consentWithdrawn', 'consentEnds', 'consentBasis', 'noContact'].map((name, index) =>
    `attributetype ( 2.16.840.1.113730.3.99.${index + 1} NAME '${name}' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )`).join('\n')}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${join(folder, 'slapd.pid')}
argsfile ${join(folder, 'slapd.args')}
sizelimit size.soft=100 size.hard=100 size.prtotal=unlimited
TLSCACertificateFile ${AUTHORITY_FILE}
TLSCertificateFile ${join(CERTIFICATES, 'server.pem')}
TLSCertificateKeyFile ${join(CERTIFICATES, 'server.key')}
${database('firm')}${database('partner')}`;
}

/** RFC 2849; every value in base 64, so that none has to be looked at. */
function ldif([name, attributes]: LdapEntry): string {
  const line = (attribute: string, value: string): string => `${attribute}:: ${Buffer.from(value, 'utf8').toString('base64')}\n`;
  return line('dn', name) + Object.entries(attributes).flatMap(([attribute, values]) => [values].flat().map((value) => line(attribute, value as string))).join('');
}

async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map((server) => new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)))));
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports as [number, number];
}

async function isListening(url: string, check: () => void): Promise<void> {
  for (;;) {
    check();
    const client = new Client({ url, connectTimeout: 1000 });
    try {
      await client.search('', { scope: 'base' });
      return;
    } catch {
      await new Promise((resume) => setTimeout(resume, 50));
    } finally {
      await client.unbind();
    }
  }
}
