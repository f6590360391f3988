import { createServiceClient } from '../../src/client/service-client';
import type { Mailbox } from '../../src/core/ports';
import type { GuardParts } from '../../src/guard/parts';
import { runtimeClock } from '../../src/outlook/clock';
import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { createOffice } from '../../src/simulator/office';
import type { PlayedService } from '../scenarios/service';
import type { Rig } from './send-rig';

/** The parts of an open pane, on the same host as the rig's events. */
export function paneParts({ host, service: played }: Pick<Rig, 'host' | 'service'>): GuardParts {
  (globalThis as { Office?: unknown }).Office = createOffice(host.connect('pane'), host.client, host.runtimeInfo('pane')).Office;
  return partsWith(openMailbox(officeCalls({ clock: runtimeClock() })), played);
}

/** The same with a mailbox from elsewhere. */
export function partsWith(mailbox: Mailbox, played: PlayedService): GuardParts {
  const clock = runtimeClock();
  const service = createServiceClient({ origin: 'https://guard.own.example', fetch: (url, { body }) => played.fetch(url, body === undefined ? {} : { body }), clock, rules });
  return { mailbox, evidence: service, policies: service, clock, rules, world: exactWorld };
}
