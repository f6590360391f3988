import type { Clock } from '../../src/core/ports';
import type { Language } from '../../src/core/rule';
import { CLIENTS, type ClientId, type Oddities } from '../../src/simulator/clients';
import { createHost, type Faults, type Host } from '../../src/simulator/host';
import type { SendMode } from '../../src/simulator/inside';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import { CONTROLS, EVENTS, SENDER } from './manifest-names';

export interface RigHostSetup {
  readonly client: ClientId;
  readonly item: ItemSetup;
  /** The signed-in person, who writes where the item does not say otherwise. */
  readonly owner?: EntrySetup;
  readonly language?: Language;
  readonly sendMode?: SendMode;
  readonly faults?: Faults;
  readonly oddities?: Partial<Oddities>;
  /** Milliseconds Outlook takes for each answer. */
  readonly callMilliseconds?: number;
}

/** An Outlook that knows the add-in by its manifest. */
export function rigHost({ client, item, owner = SENDER, language = 'en', sendMode = 'SoftBlock', faults, oddities, callMilliseconds = 0 }: RigHostSetup, clock: Clock): Host {
  const profile = CLIENTS[client];
  return createHost({
    client: { ...profile, oddities: { ...profile.oddities, ...oddities } },
    clock,
    language,
    sendMode,
    owner,
    item: { from: owner, ...item },
    controls: CONTROLS,
    events: EVENTS,
    delay: () => callMilliseconds,
    ...(faults ? { faults } : {}),
  });
}
