import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PolicyProblem } from '../core/policy';
import { rules } from '../rules';
import { contactsByKey, countContacts } from '../store/contacts';
import { databaseFile } from '../store/database-file';
import { importContacts } from '../store/import-contacts';
import { openStore, type Store } from '../store/open-store';
import { problemText } from '../wire/contact-row';
import type { ServiceConfiguration } from './configuration';
import { type EvidenceSources, noSource } from './evidence';
import { loadPolicy } from './policy-document';
import { createServer, type ServerParts } from './server';

export interface RunningService {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Finishes what has begun, then closes the database. */
  stop(): Promise<void>;
}

/** The service cannot start; each line is one reason, for the administrator. */
export class StartFailure extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'StartFailure';
    this.reasons = reasons;
  }
}

export interface StartParts {
  readonly configuration: ServiceConfiguration;
  /** Folder with the built add-in. */
  readonly addIn: string;
  readonly demoContacts: string;
  readonly logTo?: ServerParts['logTo'];
}

/** Rejects with a StartFailure for what the administrator can mend, or a StoreFailure. */
export async function startService({ configuration, addIn, demoContacts, logTo }: StartParts): Promise<RunningService> {
  const policy = loadPolicy(configuration.policyFile, rules);
  if (!policy.ok) throw new StartFailure(policy.problems.map((problem) => policyProblemText(configuration.policyFile as string, problem)));
  if (!existsSync(join(addIn, 'launchevent.js'))) throw new StartFailure([`The add-in is not in ${addIn}. Build it first: npm run build`]);

  const store = await openStore(databaseFile(configuration.dataFolder));
  try {
    if (configuration.demo) await fillEmpty(store, demoContacts);
    const sources: EvidenceSources = { contacts: (keys) => contactsByKey(store, keys), members: noSource, domains: noSource, correspondence: noSource };
    const server = await createServer({ configuration, policy: policy.policy, store, sources, addIn, logTo });
    await listen(server, configuration);
    const { port } = server.server.address() as AddressInfo;
    const host = configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host;
    return {
      address: `http://${host}:${port}`,
      async stop() {
        await server.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function fillEmpty(store: Store, demoContacts: string): Promise<void> {
  if ((await countContacts(store)) > 0) return;
  const result = await importContacts(store, demoContacts);
  if (!result.ok) throw new Error(`The demo contacts are damaged: ${result.problems.map(({ line, problem }) => `line ${line}: ${problemText(problem)}`).join('; ')}`);
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, { host, port }: ServiceConfiguration): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartFailure([`Port ${port} is taken by another program. Choose another one with --port.`]);
    if (code === 'EACCES') throw new StartFailure([`Port ${port} may not be used by this user. Choose one above 1023 with --port.`]);
    throw new StartFailure([`Cannot listen on ${host}, port ${port}: ${message}`]);
  }
}

function policyProblemText(file: string, { path, message }: PolicyProblem): string {
  return `${file}: ${path === '' ? '' : `${path}: `}${message}`;
}
