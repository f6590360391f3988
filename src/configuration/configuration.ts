import type { ConnectorsConfiguration } from '../connectors/connectors-configuration';
import type { DirectoryConfiguration } from '../connectors/open-directory';
import { databaseFile, type DatabasePlace, dataFolder } from '../store/database-place';
import { readPostgresUrl } from '../store/postgres-url';
import { type Check, checkOf } from './check';
import { isLoopback } from './hosts';
import type { Values } from './kinds';
import { type IdentityConfiguration, identityIn } from './identity';
import { variablesOf } from './names';
import { readSettings } from './read-settings';
import { type LOG_LEVELS, SETTINGS } from './settings';
import type { Environment } from './sources';
import type { ManifestChoices } from '../manifest/umsicht';
import type { OfficeCloudName } from '../reference/office-clouds';

/** How the service is run. */
export interface ServiceConfiguration {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where people reach the service, without a trailing slash; null: at the loopback address they used. */
  readonly origin: string | null;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly database: DatabasePlace;
  /** The policy document, as an absolute path; null: the built-in defaults. */
  readonly policyFile: string | null;
  /** Demo contacts and the playground. */
  readonly demo: boolean;
  /** Sites that may show the pane in a frame, as CSP source expressions. */
  readonly frameAncestors: readonly string[];
  /** Other origins that may ask the API, without a trailing slash. */
  readonly allowedOrigins: readonly string[];
  readonly log: LogLevel;
  /** How the service learns who asks; null: not at all, so it listens on loopback only. */
  readonly identity: IdentityConfiguration | null;
  /** Requests a minute; 0: any number. Counted where there is an identity. */
  readonly limits: { readonly perPerson: number; readonly perAddress: number };
  /** Where figures are given out; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Milliseconds: how long it goes on while others learn that it stops, and how long requests may take then. */
  readonly stop: { readonly drain: number; readonly deadline: number };
  /** Days after the last mail to somebody until that is forgotten; 0: nothing is taken down. */
  readonly keepCorrespondence: number;
  readonly cloud: OfficeCloudName;
  /** What its manifest says. */
  readonly manifest: Omit<ManifestChoices, 'origin'>;
  /** Where members of distribution lists are looked up; null: nowhere. */
  readonly directory: DirectoryConfiguration | null;
  /** CRMs that are asked about consents. */
  readonly connectors: ConnectorsConfiguration;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

/** `notes`: nothing is wrong, but it may not be what was meant. */
export type ConfigurationResult = { readonly policyFile: string | null; readonly notes: readonly string[] } & (
  | { readonly ok: true; readonly configuration: ServiceConfiguration }
  | { readonly ok: false; readonly problems: readonly string[] }
);

/** Reads flags, which win, environment variables, and the file they name; all problems at once, each with the name of the setting. */
export function readConfiguration(args: readonly string[], environment: Environment): ConfigurationResult {
  const problems: string[] = [];
  const { values, givenAs } = readSettings(SETTINGS, args, environment, problems);
  const check = checkOf(givenAs, problems);
  const { host, port, origin, data, policy, frameAncestors, allowedOrigins, log, keepCorrespondence, demo, connectors } = values;
  const identity = identityIn(values, check);
  if (!isLoopback(host) && identity === null) {
    problems.push(`${check.nameOf('host')}: expected a loopback address (127.0.0.1, ::1 or localhost), because without a sign-in (identity.entra or identity.proxy) everybody who reaches the service could ask it about your contacts; got ${JSON.stringify(host)}`);
  }
  const configuration: ServiceConfiguration = {
    host, port, origin, policyFile: policy, frameAncestors, allowedOrigins, log, keepCorrespondence, demo, connectors, identity,
    limits: values.limits,
    metrics: values.metrics.port === null ? null : { host: values.metrics.host, port: values.metrics.port },
    stop: { drain: values.stop.drain * 1000, deadline: values.stop.deadline * 1000 },
    dataFolder: data ?? dataFolder({}),
    database: databaseIn(values, check),
    cloud: values.cloud,
    manifest: manifestIn(values),
    directory: directoryIn(values, check),
  };
  const about = { policyFile: policy, notes: [...unprotected(configuration, check), ...notesOn(environment)] };
  return problems.length > 0 ? { ok: false, problems, ...about } : { ok: true, configuration, ...about };
}

function manifestIn({ manifest: { withoutPhones, ...choices } }: Values<typeof SETTINGS>): Omit<ManifestChoices, 'origin'> {
  return { ...choices, mobile: !withoutPhones };
}

export type DatabaseConfigurationResult =
  | { readonly ok: true; readonly database: DatabasePlace; readonly dataFolder: string; readonly policyFile: string | null }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Where the service that is set up in this environment has its data, for commands that work on it. What is wrong elsewhere does not matter to them. */
export function configuredDatabase(environment: Environment): DatabaseConfigurationResult {
  const problems: string[] = [];
  const { values, givenAs, file } = readSettings(SETTINGS, [], environment, problems);
  const names = [...['data', 'databaseUrl', 'policy'].map((place) => givenAs.get(place)), 'UMSICHT_DATABASE_URL'];
  const own = problems.filter((problem) => (environment['UMSICHT_CONFIG'] && file === null) || names.some((name) => name && problem.startsWith(name)));
  const database = databaseIn(values, checkOf(givenAs, own));
  return own.length > 0 ? { ok: false, problems: own } : { ok: true, database, dataFolder: values.data ?? dataFolder({}), policyFile: values.policy };
}

/** Problems never repeat the address: there is a password in it. */
function databaseIn({ data, databaseUrl }: Pick<Values<typeof SETTINGS>, 'data' | 'databaseUrl'>, { problems, nameOf }: Check): DatabasePlace {
  const embedded = databaseFile(data ?? dataFolder({}));
  if (databaseUrl === null) return embedded;
  const result = readPostgresUrl(databaseUrl);
  if (result.ok) return result.place;
  problems.push(...result.problems.map((problem) => `${nameOf('databaseUrl')}: ${problem}`));
  return embedded;
}

function directoryIn({ ldap, graph }: Values<typeof SETTINGS>, { problems, isGiven, nameOf }: Check): DirectoryConfiguration | null {
  const needed = (place: string, value: string | null, because: string): string => {
    if (!isGiven(place)) problems.push(`${nameOf(place)}: needed because ${because}`);
    return value ?? '';
  };
  const hasLdap = isGiven(...Object.keys(ldap).map((name) => `ldap.${name}`));
  const hasGraph = isGiven(...Object.keys(graph).map((name) => `graph.${name}`));
  if (hasLdap && hasGraph) problems.push('ldap, graph: expected one directory, LDAP or Microsoft Graph, got both');
  if (hasLdap) {
    const because = 'an LDAP directory is set up';
    return {
      kind: 'ldap',
      url: needed('ldap.url', ldap.url, because),
      base: needed('ldap.base', ldap.base, because),
      login: isGiven('ldap.user', 'ldap.password')
        ? { user: needed('ldap.user', ldap.user, 'a password is set'), password: needed('ldap.password', ldap.password, 'a user is set') }
        : null,
      authority: ldap.ca,
    };
  }
  if (!hasGraph) return null;
  const because = 'Microsoft Graph is set up';
  return {
    kind: 'graph',
    tenant: needed('graph.tenant', graph.tenant, because),
    client: needed('graph.client', graph.client, because),
    secret: needed('graph.secret', graph.secret, because),
    graph: graph.url,
    login: graph.login,
  };
}

/** A proxy on this machine that serves others gives them what only this machine should have. */
function unprotected({ origin, identity }: ServiceConfiguration, { nameOf }: Check): readonly string[] {
  if (identity !== null || origin === null || isLoopback(new URL(origin).hostname)) return [];
  return [`${nameOf('origin')}: whoever reaches ${origin} may ask about your contacts, because no sign-in is set up (identity.entra or identity.proxy)`];
}

/** A misspelt name would go by without a word. Other programs of this project take variables as well, and so may what starts them. */
function notesOn(environment: Environment): readonly string[] {
  const known = new Set(variablesOf(SETTINGS));
  return Object.keys(environment)
    .filter((name) => name.startsWith('UMSICHT_') && environment[name] && !known.has(name))
    .map((name) => `${name}: no setting of the service has that name`);
}
