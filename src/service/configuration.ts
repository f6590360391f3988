import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { dataFolder } from '../store/database-file';

/** How the service is run. */
export interface ServiceConfiguration {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where people reach the service, without a trailing slash; null: at the loopback address they used. */
  readonly origin: string | null;
  /** Absolute path. */
  readonly dataFolder: string;
  /** The policy document; null: the built-in defaults. */
  readonly policyFile: string | null;
  /** Demo contacts and the playground. */
  readonly demo: boolean;
  /** Sites that may show the pane in a frame, as CSP source expressions. */
  readonly frameAncestors: readonly string[];
  /** Other origins that may ask the API, without a trailing slash. */
  readonly allowedOrigins: readonly string[];
  readonly log: LogLevel;
  /** Days after the last mail to somebody until that is forgotten; 0: nothing is taken down. */
  readonly keepCorrespondence: number;
  /** Where members of distribution lists are looked up; null: nowhere. */
  readonly directory: DirectoryConfiguration | null;
}

export type DirectoryConfiguration =
  /** Without a user the directory is asked anonymously. `authority`: a file with the certificate that signed the server's, in PEM. */
  | { readonly kind: 'ldap'; readonly url: string; readonly base: string; readonly login: { readonly user: string; readonly password: string } | null; readonly authority: string | null }
  /** Microsoft Graph; both addresses are origins. */
  | { readonly kind: 'graph'; readonly tenant: string; readonly client: string; readonly secret: string; readonly graph: string; readonly login: string };

export const LOG_LEVELS = ['silent', 'error', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type ConfigurationResult =
  | { readonly ok: true; readonly configuration: ServiceConfiguration }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Hosts of Outlook on the web. Microsoft publishes no list; these are the ones seen, and others
 * (sovereign clouds) can be named. See OfficeDev/office-js issues 3835 and 4911.
 */
export const OUTLOOK_HOSTS: readonly string[] = [
  'https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft',
  'https://*.office.com', 'https://*.office365.com', 'https://*.outlook.com',
];

interface Setting {
  /** Also the name of a secret, which is taken from the environment alone: command lines are seen by everybody on a machine. */
  readonly flag: string;
  readonly isSecret?: true;
  readonly variable?: string;
  readonly value?: string;
  readonly help: string;
}

const SETTINGS: readonly Setting[] = [
  { flag: 'port', variable: 'UMSICHT_PORT', value: 'PORT', help: 'port to listen on, 0 for any (3000)' },
  { flag: 'host', variable: 'UMSICHT_HOST', value: 'ADDRESS', help: 'loopback address to listen on (127.0.0.1)' },
  { flag: 'origin', variable: 'UMSICHT_ORIGIN', value: 'URL', help: 'where people reach the service, such as https://umsicht.firm.example' },
  { flag: 'data', variable: 'UMSICHT_DATA', value: 'FOLDER', help: 'folder of the database (data)' },
  { flag: 'policy', variable: 'UMSICHT_POLICY', value: 'FILE', help: 'policy in JSON (built-in defaults)' },
  { flag: 'frame-ancestors', variable: 'UMSICHT_FRAME_ANCESTORS', value: 'SITES', help: 'sites that may frame the pane, separated by spaces (Outlook on the web)' },
  { flag: 'allowed-origins', variable: 'UMSICHT_ALLOWED_ORIGINS', value: 'URLS', help: 'other origins that may ask the API, separated by spaces (none)' },
  { flag: 'log', variable: 'UMSICHT_LOG', value: 'LEVEL', help: `${LOG_LEVELS.join(', ')}: what is logged, never an address (error)` },
  { flag: 'keep-correspondence', variable: 'UMSICHT_KEEP_CORRESPONDENCE', value: 'DAYS', help: 'how long it is remembered, hashed, who was written to; 0 for not at all (730)' },
  { flag: 'ldap-url', variable: 'UMSICHT_LDAP_URL', value: 'URL', help: 'directory with distribution lists, such as ldaps://dc.firm.example (none)' },
  { flag: 'ldap-base', variable: 'UMSICHT_LDAP_BASE', value: 'DN', help: 'where in the directory lists and people are, such as dc=firm,dc=example' },
  { flag: 'ldap-user', variable: 'UMSICHT_LDAP_USER', value: 'NAME', help: 'who asks the directory, as DN or user@firm.example (anonymous)' },
  { flag: 'ldap-password', isSecret: true, variable: 'UMSICHT_LDAP_PASSWORD', help: 'their password' },
  { flag: 'ldap-ca', variable: 'UMSICHT_LDAP_CA', value: 'FILE', help: 'certificate of the authority behind the directory, in PEM (those Node knows)' },
  { flag: 'graph-tenant', variable: 'UMSICHT_GRAPH_TENANT', value: 'ID', help: 'instead of LDAP: tenant in Microsoft Entra ID whose groups are looked up' },
  { flag: 'graph-client', variable: 'UMSICHT_GRAPH_CLIENT', value: 'ID', help: 'application that may GroupMember.Read.All, User.ReadBasic.All and OrgContact.Read.All' },
  { flag: 'graph-secret', isSecret: true, variable: 'UMSICHT_GRAPH_SECRET', help: 'its secret' },
  { flag: 'graph-url', variable: 'UMSICHT_GRAPH_URL', value: 'URL', help: 'Microsoft Graph, for national clouds (https://graph.microsoft.com)' },
  { flag: 'graph-login', variable: 'UMSICHT_GRAPH_LOGIN', value: 'URL', help: 'its sign-in, for national clouds (https://login.microsoftonline.com)' },
  { flag: 'demo', help: 'fill an empty database with demo contacts, and serve the playground' },
  { flag: 'help', help: 'show this' },
];

export function helpText(): string {
  const lines = SETTINGS.map(({ flag, isSecret, variable, value, help }) => {
    const usage = isSecret ? variable as string : `--${flag}${value ? ` ${value}` : ''}`;
    return `  ${usage.padEnd(30)}${help}${variable && !isSecret ? `\n${' '.repeat(32)}or ${variable}` : ''}`;
  });
  return `Usage: node dist/service.js [options]\n\n${lines.join('\n')}\n`;
}

/** Reads flags, which win, and environment variables; all problems at once, each with the name of the setting. */
export function readConfiguration(args: readonly string[], environment: { readonly [name: string]: string | undefined }): ConfigurationResult {
  const problems: string[] = [];
  const flags = readFlags(args, problems);
  const given = (flag: string): { readonly text: string; readonly name: string } | undefined => {
    const { variable = '' } = SETTINGS.find((setting) => setting.flag === flag) ?? {};
    const fromFlag = flags.get(flag);
    if (fromFlag !== undefined) return { text: fromFlag, name: `--${flag}` };
    const text = environment[variable];
    return text ? { text, name: variable } : undefined;
  };
  const read = <T>(flag: string, fallback: T, parse: (text: string) => T | undefined, expected: string): T => {
    const setting = given(flag);
    if (!setting) return fallback;
    const value = parse(setting.text);
    if (value === undefined) problems.push(`${setting.name}: expected ${expected}, got ${JSON.stringify(setting.text)}`);
    return value ?? fallback;
  };
  const list = (text: string, parse: (entry: string) => string | undefined): readonly string[] | undefined => {
    const entries = text.split(/[\s,]+/).filter((entry) => entry !== '').map(parse);
    return entries.every((entry) => entry !== undefined) ? (entries as string[]) : undefined;
  };

  const readDirectory = (): DirectoryConfiguration | null => {
    const isGiven = (...names: readonly string[]): boolean => names.some((flag) => given(flag));
    const needed = (flag: string, because: string, parse: (text: string) => string | undefined = (text) => text, expected = ''): string => {
      const { variable = '', isSecret } = SETTINGS.find((setting) => setting.flag === flag) ?? {};
      if (!given(flag)) problems.push(`${isSecret ? variable : `--${flag} or ${variable}`}: needed because ${because}`);
      return read(flag, '', parse, expected);
    };
    const ldap = isGiven('ldap-url', 'ldap-base', 'ldap-user', 'ldap-password', 'ldap-ca');
    const graph = isGiven('graph-tenant', 'graph-client', 'graph-secret', 'graph-url', 'graph-login');
    if (ldap && graph) problems.push('--ldap-url, --graph-tenant: expected one directory, LDAP or Microsoft Graph, got both');
    if (ldap) {
      const isNamed = isGiven('ldap-user', 'ldap-password');
      return {
        kind: 'ldap',
        url: needed('ldap-url', 'an LDAP directory is set up', ldapUrlIn, 'an address such as ldaps://dc.firm.example; ldap:// on this machine only, because passwords and members would cross the network in the clear'),
        base: needed('ldap-base', 'an LDAP directory is set up'),
        login: isNamed ? { user: needed('ldap-user', 'a password is set'), password: needed('ldap-password', 'a user is set') } : null,
        authority: given('ldap-ca')?.text ?? null,
      };
    }
    if (!graph) return null;
    const because = 'Microsoft Graph is set up';
    return {
      kind: 'graph',
      tenant: needed('graph-tenant', because, tenantIn, 'the id or a domain of a tenant'),
      client: needed('graph-client', because, guidIn, 'the id of an application, such as 00000000-0000-0000-0000-000000000000'),
      secret: needed('graph-secret', because),
      graph: read('graph-url', 'https://graph.microsoft.com', originIn, 'an origin such as https://graph.microsoft.com, without a path'),
      login: read('graph-login', 'https://login.microsoftonline.com', originIn, 'an origin such as https://login.microsoftonline.com, without a path'),
    };
  };

  const configuration: ServiceConfiguration = {
    host: read('host', '127.0.0.1', (text) => (isLoopback(text) ? text : undefined),
      'a loopback address (127.0.0.1, ::1 or localhost), because without a sign-in everybody who reaches the service could ask it about your contacts'),
    port: read('port', 3000, portIn, 'a port from 0 to 65535'),
    origin: read('origin', null, originIn, 'an origin such as https://umsicht.firm.example, without a path'),
    dataFolder: dataFolder({ UMSICHT_DATA: given('data')?.text }),
    policyFile: given('policy')?.text ?? null,
    demo: flags.has('demo'),
    frameAncestors: read('frame-ancestors', OUTLOOK_HOSTS, (text) => list(text, siteIn), 'sites such as https://outlook.office.com or https://*.office.com, separated by spaces'),
    allowedOrigins: read('allowed-origins', [], (text) => list(text, originIn), 'origins such as https://addin.firm.example, separated by spaces'),
    log: read('log', 'error', (text) => LOG_LEVELS.find((level) => level === text), `one of ${LOG_LEVELS.join(', ')}`),
    keepCorrespondence: read('keep-correspondence', 730, daysIn, 'a number of days from 0 to 3650'),
    directory: readDirectory(),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration };
}

function readFlags(args: readonly string[], problems: string[]): ReadonlyMap<string, string> {
  const options = Object.fromEntries(SETTINGS.map(({ flag, value, isSecret }) => [flag, { type: value || isSecret ? 'string' as const : 'boolean' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      problems.push(`${JSON.stringify(token.value)}: expected an option, see --help`);
      continue;
    }
    const setting = SETTINGS.find(({ flag }) => flag === token.name);
    if (setting?.isSecret) problems.push(`${token.rawName}: secrets are taken from the environment only, as ${setting.variable}`);
    else if (!setting || !token.rawName.startsWith('--')) problems.push(`${token.rawName}: no such option, see --help`);
    else if (setting.value && !token.value) problems.push(`${token.rawName}: expected ${setting.value} behind it`);
    else if (!setting.value && token.value !== undefined) problems.push(`${token.rawName}: expected no value`);
    else flags.set(token.name, token.value ?? '');
  }
  return flags;
}

/** Names and addresses that only this machine can reach. Takes a host name, IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function portIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function daysIn(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) <= 3650 ? Number(text) : undefined;
}

/** Host and port alone: everything else is set elsewhere. */
function ldapUrlIn(text: string): string | undefined {
  const match = /^(ldaps?):\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?\/?$/i.exec(text);
  if (!match) return undefined;
  const [, scheme = '', host = '', port = ''] = match;
  return scheme.toLowerCase() === 'ldaps' || isLoopback(host) ? `${scheme.toLowerCase()}://${host}${port}` : undefined;
}

function guidIn(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

function tenantIn(text: string): string | undefined {
  return guidIn(text) ?? (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text : undefined);
}

/** Outlook loads add-ins from https only; http is for trying things out on one machine. */
function originIn(text: string): string | undefined {
  const written = text.replace(/\/$/, '');
  if (!URL.canParse(written)) return undefined;
  const { origin, protocol, hostname } = new URL(written);
  if (!/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/.test(hostname)) return undefined;
  const isGood = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isGood && origin === written.toLowerCase() ? origin : undefined;
}

function siteIn(text: string): string | undefined {
  return /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(text) || originIn(text) ? text : undefined;
}
