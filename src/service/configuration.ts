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
}

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
  readonly flag: string;
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
  { flag: 'demo', help: 'fill an empty database with demo contacts, and serve the playground' },
  { flag: 'help', help: 'show this' },
];

export function helpText(): string {
  const lines = SETTINGS.map(({ flag, variable, value, help }) => {
    const usage = `--${flag}${value ? ` ${value}` : ''}`;
    return `  ${usage.padEnd(26)}${help}${variable ? `\n${' '.repeat(28)}or ${variable}` : ''}`;
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
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration };
}

function readFlags(args: readonly string[], problems: string[]): ReadonlyMap<string, string> {
  const options = Object.fromEntries(SETTINGS.map(({ flag, value }) => [flag, { type: value ? 'string' as const : 'boolean' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      problems.push(`${JSON.stringify(token.value)}: expected an option, see --help`);
      continue;
    }
    const setting = SETTINGS.find(({ flag }) => flag === token.name);
    if (!setting || !token.rawName.startsWith('--')) problems.push(`${token.rawName}: no such option, see --help`);
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
