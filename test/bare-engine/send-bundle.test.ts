import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEND_DEADLINE } from '../../src/guard/handle-send';
import type { ClientId } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import type { SendStep } from '../../src/simulator/send';
import { type RigSetup, sendRig } from '../guard/send-rig';

/*
 * The built send bundle where classic Outlook on Windows runs it: no DOM, nothing newer than
 * ES2016, timers only where a test gives some. What it does has to equal what the sources do.
 */
const CLASSIC: readonly ClientId[] = ['classicWindows_1_12', 'classicWindows_1_13', 'classicWindows_1_14', 'classicWindows_1_15', 'classicWindows_1_16'];

const file = join(__dirname, '../../dist/launchevent.js');
if (!existsSync(file)) throw new Error('dist/launchevent.js is not there; `npm run build` makes it.');
const bundle = readFileSync(file, 'utf8');

const outsider = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });
const drafts: { readonly [name: string]: ItemSetup } = {
  'a harmless mail': { to: [outsider('anna@oak.example')], subject: 'Termin', body: { text: 'Guten Tag' } },
  'a circular to five clients': { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'emil@yew.example'].map(outsider), subject: 'Neue Anschrift', body: { text: 'Guten Tag' } },
  'two people of each of two firms, with subdomains': { to: ['anna@sales.oak.co.uk', 'ben@hr.oak.co.uk', 'cem@ash.example', 'dora@m.ash.example'].map(outsider), subject: 'Termin', body: { text: 'x' } },
  'a newsletter': { to: [outsider('anna@oak.example')], bcc: [outsider('bärbel@müller.example')], subject: 'Unser Newsletter im Herbst', body: { text: 'Neu' } },
  'a supplier in India': { to: [outsider('ravi@supplier.example')], subject: 'Rechnung', body: { text: 'x' } },
  'a contact group': { to: [{ displayName: 'Freunde', emailAddress: '', recipientType: 'distributionList' }, ...['anna@oak.example', 'ben@elm.example', 'cem@ash.example'].map(outsider)], subject: 'Termin', body: { text: 'x' } },
};

jest.setTimeout(120_000);
beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') }); });
afterEach(() => { jest.useRealTimers(); });

/** What the sender sees, without what differs from send to send. */
async function shown(setup: RigSetup): Promise<unknown> {
  const rig = sendRig({ contacts: { 'ravi@supplier.example': { record: 'known', country: 'IN', tags: [] } }, ...setup });
  const { step, milliseconds } = await rig.send();
  await rig.settle();
  return { ...seen(step), inTime: milliseconds <= SEND_DEADLINE, problems: rig.host.problems };
}

function seen(step: SendStep): object {
  return 'press' in step ? { kind: step.kind, text: step.text, blocks: step.blocks, buttons: step.buttons } : { kind: step.kind };
}

describe.each(CLASSIC)('in the bare engine as %s', (client) => {
  test.each(Object.keys(drafts))('%s gets the verdict the sources give', async (name) => {
    for (const language of ['de', 'en'] as const) {
      const setup: RigSetup = { client, language, item: drafts[name] ?? {} };
      const built = await shown({ ...setup, bundle });
      expect(built).toMatchObject({ inTime: true, problems: [] });
      // The bundle names countries as the engine does, and this one has no names.
      const source = JSON.parse(JSON.stringify(await shown(setup)).replace(/Indien|India/g, 'IN'));
      expect(JSON.parse(JSON.stringify(built).replace(/Indien|India/g, 'IN'))).toEqual(source);
    }
  });

  test.each(['down', 'silent', 'signedOut', 'broken', 'garbled'] as const)('a service that is %s changes nothing in that', async (service) => {
    const setup: RigSetup = { client, service, item: drafts['a newsletter'] ?? {} };
    expect(await shown({ ...setup, bundle })).toEqual(await shown(setup));
  });

  test('every call of the send that fails, hangs, comes back empty or throws is survived', async () => {
    const setup: RigSetup = { client, item: drafts['a circular to five clients'] ?? {} };
    const untroubled = sendRig({ ...setup, bundle });
    await untroubled.send();
    for (let at = 1; at <= untroubled.host.calls.length; at += 1) {
      for (const fault of ['fail', 'hang', 'empty', 'throw'] satisfies Fault[]) {
        const result = await shown({ ...setup, bundle, faults: (_, number) => (number === at ? fault : undefined) });
        expect([at, fault, result]).toEqual([at, fault, expect.objectContaining({ kind: 'alert', inTime: true, problems: [] })]);
      }
    }
  });

  test('without timers the verdict still comes', async () => {
    expect(await shown({ client, item: drafts['a circular to five clients'] ?? {}, bundle, withoutTimers: true })).toMatchObject({ kind: 'alert', problems: [] });
  });
});
