import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { PostgresPlace } from '../../src/store/postgres-url';

/** A PostgreSQL server on this machine. */
export interface PostgresServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder of its programs. */
  readonly programs: string;
  /** The folder with its socket. */
  readonly socket: string;
  place(database: string): PostgresPlace;
  url(database: string): string;
  /** Makes an empty database and gives its name. */
  freshDatabase(): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** Runs statements as the server's owner. */
  query(text: string, database?: string): Promise<readonly { readonly [column: string]: unknown }[]>;
  start(): Promise<void>;
  /** At once, without waiting for anybody. */
  stop(): Promise<void>;
  /** With SIGKILL, the server and everything it has started. */
  kill(): Promise<void>;
  /** Stops it for good. */
  remove(): Promise<void>;
}

/** Where the keeper listens that `test/programs/before-all.ts` has started for this run. */
export const KEEPER_PORT = 'TEST_POSTGRES_KEEPER';

export interface ServerOptions {
  /** Whether what is committed outlasts a power cut. */
  readonly durable: boolean;
  /** Memory for pages, such as `2GB`. */
  readonly sharedBuffers?: string;
  /** Files in PEM, for TLS. */
  readonly certificate?: string;
  readonly key?: string;
}

/** A program that keeps a server for as long as this one lives, and starts it when it is asked for. */
export async function startKeeper(options: ServerOptions): Promise<{ readonly port: number; end(): Promise<void> }> {
  const keeper: ChildProcess = spawn(process.execPath, [resolve(__dirname, '../../src/develop/postgres-server.mjs'), '--keep', ...Object.entries(options).flatMap(([name, value]) => (value === true ? [`--${name}`] : value ? [`--${name}`, value] : []))], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(keeper, 'exit');
  const port = await new Promise<number>((found, failed) => {
    createInterface({ input: keeper.stdout as NodeJS.ReadableStream }).once('line', (line) => found(Number(line)));
    keeper.once('exit', () => failed(new Error('The keeper of the PostgreSQL server ended.')));
  });
  return {
    port,
    async end() {
      keeper.stdin?.end();
      await ended;
    },
  };
}

let shared: Promise<PostgresServer> | undefined;

/** The one server of the whole run; what is committed there does not outlast a power cut. */
export function sharedPostgres(): Promise<PostgresServer> {
  const port = process.env[KEEPER_PORT];
  shared ??= port ? serverBehind(Number(port), async () => undefined) : ownPostgres({ durable: false });
  return shared;
}

/** A server of a test's own, durable, for tests that stop it. */
export async function ownPostgres(options: ServerOptions = { durable: true }): Promise<PostgresServer> {
  const { port, end } = await startKeeper(options);
  return serverBehind(port, end);
}

async function serverBehind(keeper: number, remove: () => Promise<void>): Promise<PostgresServer> {
  const facts = await tell(keeper, 'start') as Pick<PostgresServer, 'port' | 'user' | 'password' | 'programs' | 'socket'>;
  const { port, user, password } = facts;
  const address = (database: string): string => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const query: PostgresServer['query'] = async (text, database = 'postgres') => {
    const client = new Client({ host: '127.0.0.1', port, user, password, database });
    await client.connect();
    try {
      return (await client.query<{ [column: string]: unknown }>(text)).rows;
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    ...facts,
    place: (database) => ({ engine: 'postgres', host: '127.0.0.1', port, database, user, password, tls: { mode: 'disable', authority: null, certificate: null, key: null }, connections: 10 }),
    url: address,
    async freshDatabase() {
      made += 1;
      const name = `umsicht_${process.pid}_${made}`;
      await query(`create database ${name}`);
      return name;
    },
    dropDatabase: async (name) => void (await query(`drop database ${name} with (force)`)),
    query,
    start: async () => void (await tell(keeper, 'start')),
    stop: async () => void (await tell(keeper, 'stop')),
    kill: async () => void (await tell(keeper, 'kill')),
    remove,
  };
}

async function tell(keeper: number, command: string): Promise<object> {
  const socket: Socket = connect(keeper, '127.0.0.1');
  try {
    socket.write(`${command}\n`);
    const [line] = await once(createInterface({ input: socket }), 'line') as [string];
    const answer = JSON.parse(line) as { readonly ok: boolean; readonly message?: string };
    if (!answer.ok) throw new Error(answer.message);
    return answer;
  } finally {
    socket.destroy();
  }
}
