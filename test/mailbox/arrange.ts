import { runtimeClock } from '../../src/outlook/clock';
import { type ClientId, CLIENTS } from '../../src/simulator/clients';
import { createHost, type Host, type HostSetup } from '../../src/simulator/host';
import type { FieldName } from '../../src/simulator/item';
import type { Expectation, Library } from './expectations';

/** The simulated host as an expectation wants it. Time is real: the adapter's timeouts are part of what is tested. */
export function arrangedHost({ client = 'web', language = 'en', item, faults, labels }: Pick<Expectation, 'client' | 'language' | 'item' | 'faults' | 'labels'>, more: Partial<HostSetup> = {}): Host {
  return createHost({
    client: CLIENTS[client],
    clock: runtimeClock(),
    language,
    ...(item ? { item } : {}),
    ...(labels ? { labels } : {}),
    ...(faults ? { faults: (method) => faults[method] ?? faults['*'] } : {}),
    ...more,
  });
}

/** The fields an expectation names, as they stand in the host. */
export function fieldsAfter(host: Host, { after = {} }: Expectation): Partial<Record<FieldName, readonly string[]>> {
  const { recipients } = host.draft();
  const named = Object.keys(after) as FieldName[];
  return Object.fromEntries(named.map((field) => [field, (recipients[field] ?? []).map(({ emailAddress }) => emailAddress)]));
}

/** What stands above the draft in the host. */
export function noticesAfter(host: Host): unknown {
  return host.draft().notifications.map(({ type, message, actions = [] }) => ({ type, message, button: actions[0] ? { label: actions[0].actionText, commandId: actions[0].commandId } : null }));
}

/** What an expectation is asked of where it names no client. */
const NEWEST: Readonly<Record<Library, ClientId>> = { web: 'web', classic: 'classicWindows_1_16' };

/** The client to play, or `null` where this library cannot be asked: the one for Windows is in no other Outlook. */
export function clientIn(library: Library, { client }: Expectation): ClientId | null {
  if (client === undefined) return NEWEST[library];
  return library === 'web' || client.startsWith('classicWindows') ? client : null;
}

/** What is expected of one of Microsoft's libraries. */
export function resultIn(library: Library, { inOfficeJs, result }: Expectation): unknown {
  return inOfficeJs && (inOfficeJs.only ?? library) === library ? inOfficeJs.result : result;
}
