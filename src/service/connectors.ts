import { createHmac } from 'node:crypto';
import type { ConnectorsConfiguration } from '../connectors/connectors-configuration';
import { type ConsentHost, type HostEvent, openConsentHost } from '../connectors/host/consent-host';
import { mergedContact } from '../connectors/host/merged-contact';
import type { ContactEvidence, Evidence } from '../core/evidence';
import type { EvidenceSources } from './evidence';

export interface ConnectorsParts {
  readonly configuration: ConnectorsConfiguration;
  /** What addresses are hashed with; not asked for where nobody is to be asked. */
  readonly key: () => Buffer;
  readonly onEvent: (event: HostEvent) => void;
}

/** The CRMs of a configuration, ready to be asked. */
export function openConnectors({ configuration: { settings, sources }, key, onEvent }: ConnectorsParts): ConsentHost {
  const hashKey = sources.length > 0 ? key() : Buffer.alloc(0);
  return openConsentHost({
    sources: sources.map(({ open, settings: own }) => ({ connector: open(Date.now), settings: own })),
    settings,
    hash: (text) => createHmac('sha256', hashKey).update(text).digest('base64url'),
    now: Date.now,
    onEvent,
  });
}

const NO_ENTRY: Evidence<never> = { known: false, reason: 'invalidAnswer' };

/** Contacts as imported and as the CRMs have them, as one: the least permissive counts. Rejects when the database does not answer. */
export function contactsFrom(own: EvidenceSources['contacts'], crms: ConsentHost): EvidenceSources['contacts'] {
  return async (keys): Promise<ContactEvidence> => {
    const both = await Promise.all([own(keys), crms.contacts(keys)]);
    return new Map(keys.map((key) => [key, mergedContact(both.map((each) => each.get(key) ?? NO_ENTRY)).evidence]));
  };
}

/** What the log says of an event: nothing of what goes as it should, unless everything is wanted. Holds no address. */
export function logged(event: HostEvent): { readonly level: 'error' | 'info'; readonly fields: object; readonly message: string } {
  const isFault = (event.kind === 'breaker' && event.state === 'open') || event.kind === 'unmapped' || ((event.kind === 'asked' || event.kind === 'changes') && event.outcome !== 'answered');
  // A list may be called by an address of its own.
  const connector = event.kind === 'unmapped' && event.id.includes('@') ? { ...event, id: 'named in: umsicht service check-connectors' } : event;
  return { level: isFault ? 'error' : 'info', fields: { connector }, message: `connector ${event.kind}` };
}
