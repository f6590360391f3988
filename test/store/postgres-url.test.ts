import { nameOfPlace } from '../../src/store/database-place';
import { type PostgresPlace, readPostgresUrl } from '../../src/store/postgres-url';

const NO_FILES = { authority: null, certificate: null, key: null };
const read = (url: string): PostgresPlace => {
  const result = readPostgresUrl(url);
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.place;
};

test.each<[string, Partial<PostgresPlace>]>([
  ['postgres://umsicht:secret@db.firm.example/umsicht', { host: 'db.firm.example', port: 5432, user: 'umsicht', password: 'secret', database: 'umsicht', tls: { mode: 'verify-full', ...NO_FILES }, connections: 10 }],
  ['postgresql://umsicht@db.firm.example:6432/umsicht?sslmode=disable&connections=3', { port: 6432, password: null, tls: { mode: 'disable', ...NO_FILES }, connections: 3 }],
  ['postgres://um%40sicht:a%40b%3A%2F%3F%23%25@[2001:db8::1]:5433/um%20sicht', { host: '2001:db8::1', user: 'um@sicht', password: 'a@b:/?#%', database: 'um sicht' }],
  ['postgres://umsicht@db.firm.example/umsicht?sslmode=verify-ca&sslrootcert=/etc/ca.pem&sslcert=/etc/c.pem&sslkey=/etc/k.pem', { tls: { mode: 'verify-ca', authority: '/etc/ca.pem', certificate: '/etc/c.pem', key: '/etc/k.pem' } }],
  ['postgres://umsicht@localhost/umsicht', { tls: { mode: 'disable', ...NO_FILES } }],
  ['postgres://umsicht@127.0.0.1/umsicht?sslrootcert=/etc/ca.pem', { tls: { mode: 'verify-full', ...NO_FILES, authority: '/etc/ca.pem' } }],
  ['postgres://umsicht@127.evil.example/umsicht', { tls: { mode: 'verify-full', ...NO_FILES } }],
  ['postgres://umsicht@/umsicht?host=/run/postgresql', { host: '/run/postgresql', tls: { mode: 'disable', ...NO_FILES } }],
  ['postgres://umsicht@%2Frun%2Fpostgresql/umsicht', { host: '/run/postgresql' }],
])('%s is read', (url, expected) => {
  expect(read(url)).toMatchObject({ engine: 'postgres', ...expected });
});

test.each<[string, string, readonly RegExp[]]>([
  ['another database', 'mysql://umsicht:secret@db/umsicht', [/^expected postgres:/]],
  ['a password with an @ in it', 'postgres://umsicht:sec@ret@db/umsicht', [/written as %40/]],
  ['a password with a / in it', 'postgres://umsicht:sec/ret@db/umsicht', [/written as %40/]],
  ['several hosts', 'postgres://umsicht:secret@db1,db2/umsicht', [/one host/]],
  ['a lone percent sign', 'postgres://umsicht:secret%@db/umsicht', [/written as %25/]],
  ['nothing but the scheme', 'postgres://', [/expected a host/, /expected a user/, /expected a database/]],
  ['no database and a port that is none', 'postgres://umsicht:secret@db:70000', [/expected a database/, /port from 1/]],
  ['parameters that are none', 'postgres://umsicht:secret@db/umsicht?sslmode=prefer&password=secret&connections=0', [/parameters among/, /connections:/, /^sslmode: expected one of/]],
  ['one twice', 'postgres://umsicht@db/umsicht?sslmode=disable&sslmode=require', [/sslmode: expected once/]],
  ['an authority that is not asked', 'postgres://umsicht@db/umsicht?sslmode=require&sslrootcert=/etc/ca.pem', [/require checks nothing/]],
  ['certificates for a connection without', 'postgres://umsicht@db/umsicht?sslmode=disable&sslcert=/etc/ca.pem', [/another one than disable/, /expected both or none/]],
  ['two hosts', 'postgres://umsicht@db/umsicht?host=/run/postgresql', [/got two/]],
])('%s is refused, without the password', (_, url, expected) => {
  const result = readPostgresUrl(url);
  const problems = result.ok ? [] : result.problems;
  expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
  expect(problems.join()).not.toMatch(/sec|ret/);
});

test.each([
  ['postgres://umsicht:secret@db.firm.example/umsicht', 'umsicht on db.firm.example'],
  ['postgres://umsicht:secret@[2001:db8::1]:5433/umsicht', 'umsicht on [2001:db8::1]:5433'],
  ['postgres://umsicht:secret@/umsicht?host=/run/postgresql', 'umsicht at /run/postgresql'],
])('%s is called %s', (url, name) => {
  expect(nameOfPlace(read(url))).toBe(name);
});
