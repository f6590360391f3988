import { CLIENT_IDS, CLIENTS } from '../../src/simulator/clients';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import { type Rig, sendRig } from './send-rig';

/*
 * Two drafts in one page of the add-in: what an event or a button is about was the current item when it began, and may not be any more when it
 * ends. The two rigs share the script; Office is that of the draft something was last begun for.
 */

const person = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });
const OPEN: ItemSetup = { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'].map(person), cc: [person('dora@fir.example')], subject: 'Termine', body: { text: 'Guten Tag' } };
const HARMLESS: ItemSetup = { to: [person('anna@oak.example')], subject: 'Termin', body: { text: 'Guten Tag' } };

beforeEach(() => { jest.useFakeTimers({ now: Date.UTC(2026, 7, 3, 9) }); });
afterEach(() => { jest.useRealTimers(); });

const lines = ({ host }: Rig): readonly string[] => host.draft().notifications.map(({ key }) => key);

const withEvents = CLIENT_IDS.filter((id) => CLIENTS[id].eventRuntime === 'browser');

test.each(withEvents)('a draft opened right after another leaves that one its line, on %s', async (client) => {
  const [open, harmless] = [sendRig({ client, item: OPEN }), sendRig({ client, item: HARMLESS })];
  open.host.open();
  harmless.host.open();
  await open.settle();
  expect([lines(open), lines(harmless)]).toEqual([['umsicht.findings'], []]);
});

test.each(withEvents.filter((id) => CLIENTS[id].smartAlerts.commandFunction))('a button pressed in a draft speaks above that one, though another is opened meanwhile, on %s', async (client) => {
  const [open, harmless] = [sendRig({ client, item: OPEN }), sendRig({ client, item: HARMLESS })];
  const pressed = open.host.runCommand('Umsicht.MoveToBcc');
  harmless.host.open();
  await open.soon(pressed);
  await open.settle();
  expect([lines(open), lines(harmless)]).toEqual([['umsicht'], []]);
});
