import { type DatabasePlace, nameOfPlace } from './database-place';

/** The database cannot be used. The message is for the administrator, names file or server, and holds no password. */
export class StoreFailure extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreFailure';
  }
}

export function storeFailure(place: DatabasePlace, error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return new StoreFailure(`The database ${nameOfPlace(place)} ${reasonOf(code, message)}`, error);
}

function reasonOf(code: string, message: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(code) || pattern.test(message));
  return known ? known[1] : `cannot be used: ${message}`;
}

/**
 * By the code of SQLite, PostgreSQL (appendix A of its manual), Node or OpenSSL, and by the driver's words
 * where it has no code.
 */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_NOTADB$/, 'is no SQLite database.'],
  [/^SQLITE_CORRUPT/, 'is damaged. Restore it from a backup, or move it away and import the contacts again.'],
  [/^SQLITE_BUSY/, 'is in use by another program. Try again when that has ended.'],
  [/^SQLITE_CANTOPEN/, 'cannot be opened: its folder is not there, or this user may not use it.'],
  [/^SQLITE_READONLY_DBMOVED$/, 'is another file than when it was opened: it was moved, deleted or replaced meanwhile.'],
  [/^(SQLITE_READONLY|EACCES$|EPERM$)/, 'cannot be written by this user.'],
  [/^25006$/, 'takes no changes: it is read only, or the standby of another server. Name the server that takes them.'],
  [/^(SQLITE_FULL|ENOSPC|53100)$/, 'has no room left on its disk.'],
  [/^made by a newer version/, 'was made by a newer version of Umsicht. Use that version, or another database.'],
  [/^ECONNREFUSED$/, 'cannot be reached: no server listens there.'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'cannot be reached: nobody knows a host of that name.'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$|connection timeout|timeout expired|timeout exceeded/, 'cannot be reached: the server does not answer.'],
  [/^(ECONNRESET|EPIPE|08\w\w\w)$|Connection terminated/, 'cannot be used: the server ended the connection.'],
  [/^57P0[123]$/, 'is starting up or shutting down, or somebody ended the connection. Try again in a moment.'],
  [/^53300$/, 'has no connection left. Let each program have fewer (connections=… in its address), or the server more.'],
  [/^28/, 'refuses this user or password.'],
  [/client password must be/, 'asks for a password, and there is none in its address.'],
  [/^3D000$/, 'does not exist on that server. Make it first (createdb).'],
  [/^42501$/, 'cannot be written by this user. Make the user its owner.'],
  [/^42P07$|^table .* already exists$/, 'holds tables of another program. Give Umsicht a database of its own.'],
  [/does not support SSL/, 'is not offered with TLS by its server. Set TLS up there, or, where nobody else is on that network, sslmode=disable.'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'is served with a certificate for another host.'],
  [/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/, 'is served with a certificate that is signed by nobody known here. Name the authority with sslrootcert.'],
  [/^CERT_/, 'is served with a certificate that is not valid now.'],
];
