/** A database of a PostgreSQL server, and how to get there. */
export interface PostgresPlace {
  readonly engine: 'postgres';
  /** A name, an address without brackets, or the absolute path of the folder with the server's socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** `null`: the driver looks in PGPASSWORD and PGPASSFILE, or the server asks for none. */
  readonly password: string | null;
  readonly tls: PostgresTls;
  /** Most connections one process keeps open. */
  readonly connections: number;
}

/**
 * As libpq's `sslmode`. `disable`: not encrypted; `require`: encrypted, with whoever answers;
 * `verify-ca`: the certificate is signed by the authority; `verify-full`: and names the host.
 */
export interface PostgresTls {
  readonly mode: TlsMode;
  /** Files in PEM. `authority`: `null` for those that Node knows. */
  readonly authority: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

export const TLS_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export type PostgresUrlResult =
  | { readonly ok: true; readonly place: PostgresPlace }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Parameters behind the question mark. All but `connections` are called as in libpq. */
const PARAMETERS = ['host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'connections'] as const;
type Parameter = (typeof PARAMETERS)[number];

const SHAPE = /^postgres(?:ql)?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[0-9a-f:.]+\]|[^:/?#@,[\]]*)(?::(\d{1,5}))?(?:\/([^/?#]*))?(?:\?([^#]*))?$/i;

/**
 * Reads `postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=/etc/umsicht/authority.pem`.
 * Encryption with a certificate that is checked is the default, but for servers on this machine. A
 * problem never repeats what was given: there is a password in it.
 */
export function readPostgresUrl(url: string): PostgresUrlResult {
  const match = SHAPE.exec(url.trim());
  if (!match) return { ok: false, problems: ['expected postgres://user:password@host:5432/database; in user and password, characters such as @ : / ? # are written as %40 %3A %2F %3F %23, and there is one host'] };
  const parts = match.slice(1, 6).map((part) => (part === undefined ? undefined : decoded(part)));
  if (parts.includes(null)) return { ok: false, problems: ['a percent sign in user, password or database is written as %25'] };
  const [user = '', password, hostInUrl = '', port, database = ''] = parts as (string | undefined)[];

  const problems: string[] = [];
  const parameters = readParameters(match[6] ?? '', problems);
  const host = parameters.get('host') ?? hostInUrl.replace(/^\[(.*)\]$/, '$1');
  if (host === '') problems.push('expected a host, as in postgres://user@host/database, or the folder of a socket, as in postgres://user@/database?host=/run/postgresql');
  if (parameters.has('host') && hostInUrl !== '') problems.push('host: expected one host, got two');
  if (user === '') problems.push('expected a user in front of the host, as in postgres://user@host/database');
  if (database === '') problems.push('expected a database behind the host, as in postgres://user@host/database');
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) problems.push('expected a port from 1 to 65535');
  const connections = Number(parameters.get('connections') ?? 10);
  if (!Number.isInteger(connections) || connections < 1 || connections > 100) problems.push('connections: expected a number from 1 to 100');
  const tls = readTls(host, parameters, problems);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, place: { engine: 'postgres', host, port: Number(port ?? 5432), database, user, password: password || null, tls, connections } };
}

function readParameters(query: string, problems: string[]): ReadonlyMap<Parameter, string> {
  const parameters = new Map<Parameter, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const known = PARAMETERS.find((parameter) => parameter === name);
    if (!known) problems.push(`expected parameters among ${PARAMETERS.join(', ')}, got another one`);
    else if (parameters.has(known)) problems.push(`${known}: expected once, got twice`);
    else parameters.set(known, value);
  }
  return parameters;
}

function readTls(host: string, parameters: ReadonlyMap<Parameter, string>, problems: string[]): PostgresTls {
  const authority = parameters.get('sslrootcert') ?? null;
  const certificate = parameters.get('sslcert') ?? null;
  const key = parameters.get('sslkey') ?? null;
  const isCertified = (authority ?? certificate ?? key) !== null;
  const wanted = parameters.get('sslmode') ?? (isOnThisMachine(host) && !isCertified ? 'disable' : 'verify-full');
  const mode = TLS_MODES.find((each) => each === wanted);
  if (mode === undefined) problems.push(`sslmode: expected one of ${TLS_MODES.join(', ')}`);
  if (mode === 'disable' && isCertified) problems.push('sslmode: expected another one than disable where certificates are named');
  if (mode === 'require' && authority !== null) problems.push('sslmode: expected verify-ca or verify-full where sslrootcert is set, because require checks nothing');
  if ((certificate === null) !== (key === null)) problems.push('sslcert, sslkey: expected both or none');
  return { mode: mode ?? 'verify-full', authority, certificate, key };
}

/** Names, addresses and sockets that no cable leads away from. */
function isOnThisMachine(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
