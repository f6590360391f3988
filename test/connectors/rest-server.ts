import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { CastMember } from './contract/cast';
import { type HttpCrm, send, startHttpCrm } from './contract/http-crm';

export const TOKEN = 'a token for the tests';

export interface RestServer {
  /** Stands before the reference server: sees what goes by, and can answer in its place. */
  readonly crm: HttpCrm;
  /** What went back, by the request it answered. */
  readonly answered: { readonly path: string; readonly status: number; readonly body: unknown }[];
  write(cast: readonly (CastMember & { readonly error?: string })[]): void;
  /** Answers with these purposes from now on. */
  purposes(purposes: readonly { readonly id: string; readonly label: string }[]): void;
  stop(): Promise<void>;
}

/** The reference server of examples/, as a program of its own. */
export async function startRestServer(cast: readonly CastMember[]): Promise<RestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-consents-'));
  const file = join(folder, 'consents.json');
  const write: RestServer['write'] = (members) => {
    writeFileSync(`${file}.new`, JSON.stringify({ purposes: [{ id: 'newsletter', label: 'Newsletter' }], people: members.map(personOf) }));
    renameSync(`${file}.new`, file);
  };
  write(cast);
  const program = spawn(process.execPath, [resolve(__dirname, '../../examples/consents-server/server.mjs'), file], { env: { ...process.env, CONSENTS_TOKEN: TOKEN, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => program.once('exit', done));
  const line = await new Promise<string>((done) => createInterface({ input: program.stdout }).once('line', done));
  const target = /http:\S+/.exec(line)?.[0] as string;
  const answered: RestServer['answered'][number][] = [];
  const crm = await startHttpCrm(async ({ method, path, query, headers, body }) => {
    const answer = await fetch(`${target}${path}?${query}`, { method, headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' }, ...(method === 'POST' && { body }) });
    const said = { path, status: answer.status, body: await answer.json() as unknown };
    answered.push(said);
    return said;
  });
  return {
    crm,
    answered,
    write,
    purposes(purposes) {
      crm.instead = ({ path }, response) => path === '/purposes' && send(response, 200, { purposes });
    },
    async stop() {
      await crm.stop();
      program.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function personOf({ id, addresses, noAdvertising, noMail, newsletter, unmapped, ...more }: CastMember & { readonly error?: string }): object {
  return {
    id,
    addresses,
    ...more,
    consents: [
      ...(noAdvertising ? [{ purpose: 'advertising', status: 'withdrawn' }] : []),
      ...(noMail ? [{ purpose: '*', status: 'objected' }] : []),
      ...(newsletter ? [{ purpose: 'newsletter', basis: 'consent', ...newsletter }] : []),
      ...(unmapped ? [{ purpose: 'trade-fair', status: 'granted', basis: 'consent' }] : []),
    ],
  };
}
