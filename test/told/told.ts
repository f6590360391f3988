import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesIn } from './addresses';

/** Names the folder of this run. Where it is not set, such as in `npm run soak`, nothing is taken down. No setting of the service. */
export const TOLD_FOLDER = 'TEST_TOLD_FOLDER';

/** What the service lets out to others than those who may know: who reads its log, watches its figures, gets an error or follows a trace. */
export type ToldKind = 'log' | 'figures' | 'problem' | 'headers' | 'event' | 'report';

const known = new Set<string>();

/** Takes down what a service has let out, to be searched when all tests are over. */
export function told(kind: ToldKind, text: string): void {
  const folder = process.env[TOLD_FOLDER];
  if (folder) appendFileSync(join(folder, `told.${process.pid}`), `${JSON.stringify([kind, text])}\n`);
}

/** Takes down whom a service was asked about or told of, to be searched for. */
export function asked(...texts: readonly string[]): void {
  const folder = process.env[TOLD_FOLDER];
  if (!folder) return;
  const fresh = texts.flatMap(addressesIn).filter((address) => !known.has(address));
  if (fresh.length === 0) return;
  for (const address of fresh) known.add(address);
  appendFileSync(join(folder, `asked.${process.pid}`), `${fresh.join('\n')}\n`);
}
