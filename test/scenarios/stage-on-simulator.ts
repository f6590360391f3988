import type { ClientId } from '../../src/simulator/clients';
import type { Faults } from '../../src/simulator/host';
import type { SendMode } from '../../src/simulator/inside';
import { paneParts } from '../guard/pane-parts';
import { type RigSetup, sendRig } from '../guard/send-rig';
import type { Stage } from './play';
import type { Scenario } from './scenario';

/** Milliseconds a check may take, as the documentation promises. */
const LONGEST_CHECK = 3000;

/** The stage with the simulated Office object. `more`: the built bundle instead of the sources. Needs fake timers. */
export function stageOnSimulator(scenario: Scenario, client: ClientId, mode: SendMode, more: Partial<RigSetup> = {}): Stage {
  const rig = sendRig({ ...setupOf(scenario), client, sendMode: mode, loadedOnce: true, ...more });
  return { ...rig, longestCheck: LONGEST_CHECK, pass: rig.settle, settle: () => rig.settle(60_000), pane: () => paneParts(rig) };
}

/** What a rig has to know of a scenario. */
export function setupOf({ item, owner, policy, contacts, service, addin, faults, oddities, callMilliseconds }: Scenario): Omit<RigSetup, 'client'> {
  return {
    item,
    ...(owner === undefined ? {} : { owner }),
    ...(policy === undefined ? {} : { policy }),
    ...(contacts === undefined ? {} : { contacts }),
    ...(service === undefined ? {} : { service }),
    ...(addin === undefined ? {} : { addin }),
    ...(callMilliseconds === undefined ? {} : { callMilliseconds }),
    ...(oddities === undefined ? {} : { oddities }),
    ...(faults === undefined ? {} : { faults: faultsOf(faults) }),
  };
}

export function faultsOf(faults: NonNullable<Scenario['faults']>): Faults {
  return (method) => faults[method] ?? faults['*'];
}
