import type { ClientId } from '../../src/simulator/clients';
import type { ClientGroup } from './scenario';

/*
 * Who is in which group, written down by hand from Microsoft's documentation (Smart Alerts,
 * 2026-04-03; Mailbox requirement sets, 2026-06-23; limits, 2026-06-23), not read from the
 * simulator's profiles, whose mistakes it is to find.
 */

export const ALL: readonly ClientId[] = [
  'classicWindows_1_12', 'classicWindows_1_13', 'classicWindows_1_14', 'classicWindows_1_15', 'classicWindows_1_16',
  'newWindows', 'web', 'mac',
];

interface Group {
  /** As it begins a sentence in the documentation. */
  readonly name: string;
  readonly members: readonly ClientId[];
}

export const GROUPS: Readonly<Record<ClientGroup, Group>> = {
  everywhere: { name: 'Everywhere', members: ALL },
  noButton: { name: 'Classic Windows before 2404', members: ['classicWindows_1_12', 'classicWindows_1_13'] },
  paneButton: { name: 'Mac, and classic Windows 2404 to 2411', members: ['classicWindows_1_14', 'mac'] },
  functionButton: { name: 'Web, new Windows, and classic Windows from 2412', members: ['classicWindows_1_15', 'classicWindows_1_16', 'newWindows', 'web'] },
  anyButton: { name: 'All but classic Windows before 2404', members: ['classicWindows_1_14', 'classicWindows_1_15', 'classicWindows_1_16', 'newWindows', 'web', 'mac'] },
  web: { name: 'Web and new Windows', members: ['newWindows', 'web'] },
  desktop: { name: 'Mac and classic Windows', members: ['classicWindows_1_12', 'classicWindows_1_13', 'classicWindows_1_14', 'classicWindows_1_15', 'classicWindows_1_16', 'mac'] },
  mac: { name: 'Mac', members: ['mac'] },
  notMac: { name: 'All but Mac', members: ALL.filter((id) => id !== 'mac') },
  workOffline: { name: 'Mac, and classic Windows from 2404', members: ['classicWindows_1_14', 'classicWindows_1_15', 'classicWindows_1_16', 'mac'] },
  closingOpensPane: { name: 'Classic Windows 2404 to 2411', members: ['classicWindows_1_14'] },
  closingJustCloses: { name: 'All but classic Windows 2404 to 2411', members: ALL.filter((id) => id !== 'classicWindows_1_14') },
  capAt500: { name: 'Classic Windows before 2602', members: ['classicWindows_1_12', 'classicWindows_1_13', 'classicWindows_1_14', 'classicWindows_1_15'] },
  capAbove500: { name: 'Web, new Windows, Mac, and classic Windows from 2602', members: ['classicWindows_1_16', 'newWindows', 'web', 'mac'] },
};

export function isIn(client: ClientId, group: ClientGroup): boolean {
  return GROUPS[group].members.includes(client);
}
