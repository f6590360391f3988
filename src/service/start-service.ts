import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DirectoryConfiguration, ServiceConfiguration } from '../configuration/configuration';
import type { IdentityConfiguration } from '../configuration/identity';
import { loadPolicy, policyProblemText } from '../configuration/policy-document';
import type { HostEvent } from '../connectors/host/consent-host';
import type { Directory, DirectoryFailure } from '../connectors/directory';
import { graphDirectory } from '../connectors/graph/directory';
import { ldapDirectory } from '../connectors/ldap/directory';
import { rules } from '../rules';
import { allKeys, contactsByKey, countContacts } from '../store/contacts';
import { forgetAll } from '../store/correspondence';
import { hashingKey } from '../store/hashing-key';
import { importContacts } from '../store/import-contacts';
import { openStore, type Store } from '../store/open-store';
import { problemText } from '../wire/contact-row';
import { contactsFrom, logged as loggedEvent, openConnectors } from './connectors';
import { type CorrespondenceRecords, keepRecords } from './correspondence';
import { keepDecisions } from './decision-records';
import { type EvidenceSources, noSource } from './evidence';
import { domainsOfContacts } from './known-domains';
import { EVERYBODY, type Identity, identityFrom } from './identity/identity';
import { listLookUps } from './list-look-ups';
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

  const store = await openStore(configuration.database);
  const closing: (() => unknown)[] = [() => store.close()];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    let logged = (_: unknown): void => undefined;
    let loggedOf = (_: HostEvent): void => undefined;
    const correspondence = await openCorrespondence(store, configuration, (error) => logged(error));
    closing.push(() => correspondence.stop());
    const records = keepDecisions({ store, policy: policy.policy, now: Date.now, onFailure: (error) => logged(error) });
    closing.push(() => records.stop());
    const directory = openDirectory(configuration.directory, (error) => logged(error));
    if (configuration.demo) await fillEmpty(store, demoContacts, correspondence);
    const crms = openConnectors({ configuration: configuration.connectors, key: () => hashingKey(configuration.dataFolder), onEvent: (event) => loggedOf(event) });
    closing.push(() => crms.stop());
    const sources: EvidenceSources = {
      contacts: contactsFrom((keys) => contactsByKey(store, keys), crms),
      members: directory ? listLookUps(directory, Date.now) : noSource,
      domains: domainsOfContacts(store),
      correspondence: correspondence.known,
    };
    const identity = openIdentity(configuration.identity, (error) => logged(error));
    const server = await createServer({
      configuration,
      api: { policy: policy.policy, openPolicy: configuration.identity?.openPolicy ?? false, sources, noteCorrespondence: correspondence.note, records },
      store, crms, identity, addIn, logTo,
    });
    logged = (error) => server.log.error(error);
    loggedOf = (event) => {
      const { level, fields, message } = loggedEvent(event);
      server.log[level](fields, message);
    };
    await listen(server, configuration);
    closing.push(() => server.close());
    const { port } = server.server.address() as AddressInfo;
    const host = configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host;
    return { address: `http://${host}:${port}`, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keys of the sign-in are asked for while everything else starts; nobody waits for them. */
function openIdentity(configuration: IdentityConfiguration | null, onFailure: (error: Error) => void): Identity {
  if (configuration === null) return EVERYBODY;
  const identity = identityFrom(configuration, {
    now: Date.now,
    fetch,
    onFetch: (outcome) => {
      if (outcome === 'failed') onFailure(Object.assign(new Error(), { name: 'SignInFailure', code: 'KEYS_UNREACHABLE' }));
    },
  });
  void identity.tokens?.warmUp();
  return identity;
}

function openDirectory(configuration: DirectoryConfiguration | null, onFailure: DirectoryFailure): Directory | null {
  if (configuration === null) return null;
  if (configuration.kind === 'graph') return graphDirectory({ ...configuration, now: Date.now, onFailure });
  const { url, base, login, authority } = configuration;
  return ldapDirectory({ url, base, login, onFailure, ...(authority !== null && { authority: certificateIn(authority) }) });
}

function certificateIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartFailure([`The certificate ${file} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`]);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new StartFailure([`${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----).`]);
}

/** What was taken down while it was wanted is deleted where it no longer is. */
async function openCorrespondence(store: Store, { dataFolder, keepCorrespondence }: ServiceConfiguration, onFailure: (error: unknown) => void): Promise<CorrespondenceRecords> {
  if (keepCorrespondence > 0) return keepRecords({ store, key: hashingKey(dataFolder), keepDays: keepCorrespondence, now: Date.now, onFailure });
  await forgetAll(store);
  return { known: noSource, note: async () => undefined, stop: () => undefined };
}

/** In the demo everybody among the contacts has had mail before. */
async function fillEmpty(store: Store, demoContacts: string, correspondence: CorrespondenceRecords): Promise<void> {
  if ((await countContacts(store)) > 0) return;
  const result = await importContacts(store, demoContacts);
  if (!result.ok) throw new Error(`The demo contacts are damaged: ${result.problems.map(({ line, problem }) => `line ${line}: ${problemText(problem)}`).join('; ')}`);
  await correspondence.note(await allKeys(store));
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
