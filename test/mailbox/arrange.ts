import { runtimeClock } from '../../src/outlook/clock';
import { CLIENTS } from '../../src/simulator/clients';
import { createHost, type Host, type HostSetup } from '../../src/simulator/host';
import type { FieldName } from '../../src/simulator/item';
import type { Expectation } from './expectations';

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
