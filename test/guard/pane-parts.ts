import { createServiceClient } from '../../src/client/service-client';
import type { GuardParts } from '../../src/guard/parts';
import { runtimeClock } from '../../src/outlook/clock';
import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { createOffice } from '../../src/simulator/office';
import type { Rig } from './send-rig';

/** The parts of an open pane, on the same host as the rig's events. */
export function paneParts({ host }: Rig): GuardParts {
  const globals = globalThis as unknown as { Office: unknown; fetch: (url: string, init?: object) => Promise<Response> };
  globals.Office = createOffice(host.connect('pane'), host.client, host.runtimeInfo('pane')).Office;
  const clock = runtimeClock();
  const service = createServiceClient({ origin: 'https://guard.own.example', fetch: (url, init) => globals.fetch(url, init), clock, rules });
  return { mailbox: openMailbox(officeCalls({ clock })), evidence: service, policies: service, clock, rules, world: exactWorld };
}
