import { readOpenedWith } from '../../src/guard/draft-memory';
import { LOOKING_PATIENCE } from '../../src/guard/keep-opened-with';
import { CLIENTS, type ClientId } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { ItemSetup } from '../../src/simulator/item';
import { sendRig } from './send-rig';
import { paneParts } from './pane-parts';

const CLIENT_IDS = Object.keys(CLIENTS) as ClientId[];
const KEY = 'umsicht.openedWith';
const reply: ItemSetup = { composeType: 'reply', to: ['anna@oak.example'], cc: ['ben@elm.example', 'Finn@Own.example'], subject: 'AW: Termin', body: { text: 'x' } };

/** What becomes of a call, and whether of all later ones as well. */
type Trouble = readonly [fault: Fault, stays: boolean];
const TROUBLES: readonly Trouble[] = (['fail', 'failLate', 'hang', 'hangLate', 'empty', 'throw'] as const).flatMap((fault): Trouble[] => [[fault, false], [fault, true]]);
/** One of each engine that events run in; the others of its kind differ in their dialogs. */
const FOR_THEIR_LIKE: readonly ClientId[] = ['classicWindows_1_16', 'web', 'mac'];

beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') }); });
afterEach(() => { jest.useRealTimers(); });
jest.setTimeout(60_000);

/** Opens a window and reads what was kept, as a pane does a while later. */
async function opened(setup: Parameters<typeof sendRig>[0]) {
  const rig = sendRig(setup);
  rig.host.open();
  await rig.settle();
  const reading = readOpenedWith(paneParts(rig).mailbox.session);
  await rig.settle();
  const kept = await reading;
  return { rig, kept: kept && kept.map(({ address }) => address).sort() };
}

describe.each(CLIENT_IDS)('on %s', (client) => {
  test('a reply is remembered with those who stood in its fields', async () => {
    const { rig, kept } = await opened({ client, item: reply });
    expect(kept).toEqual(['anna@oak.example', 'ben@elm.example', 'finn@own.example']);
    expect(rig.host.problems).toEqual([]);
    rig.host.user.add('to', 'cem@ash.example');
    await rig.settle();
    expect(rig.host.draft().sessionData[KEY]).not.toContain('cem');
  });

  test.each<[string, ItemSetup, readonly string[] | null]>([
    ['a forward is remembered with nobody', { ...reply, composeType: 'forward', to: [], cc: [] }, []],
    ['new mail is not', { ...reply, composeType: 'newMail' }, null],
    ['a draft that is opened again is not', { ...reply, isSavedDraft: true }, null],
    ['a reply whose fields Outlook has not filled is not', { ...reply, to: [], cc: [] }, null],
  ])('%s', async (_, item, expected) => {
    const { rig, kept } = await opened({ client, item });
    expect(kept).toEqual(expected);
    expect(rig.host.problems).toEqual([]);
  });

  test('whatever Outlook does to whichever call, the event is completed once, and nothing wrong is kept', async () => {
    const untroubled = sendRig({ client, item: reply });
    untroubled.host.open();
    await untroubled.settle();
    const { calls } = untroubled.host;
    const kept = calls.findIndex(({ method, args }) => method === 'sessionData.setAsync' && args[0] === KEY) + 1;
    expect(kept).toBeGreaterThanOrEqual(5);
    const right = untroubled.host.draft().sessionData[KEY];
    for (let at = 1; at <= calls.length; at += 1) {
      for (const [fault, stays] of troublesAt(at, at <= kept)) {
        const rig = sendRig({ client, item: reply, faults: (_, number) => (number === at || (stays && number > at) ? fault : undefined) });
        rig.host.open();
        await rig.settle(330_000);
        const found = rig.host.draft().sessionData[KEY];
        expect([at, fault, stays, found === undefined || found === right, rig.host.problems]).toEqual([at, fault, stays, true, []]);
      }
    }
  });

  /** All of them at the calls up to the one that keeps who was there, where this client stands for its like; else one after the other, call by call. */
  function troublesAt(at: number, matters: boolean): readonly Trouble[] {
    if (matters && FOR_THEIR_LIKE.includes(client)) return TROUBLES;
    const turn = at + CLIENT_IDS.indexOf(client) * 5;
    return matters ? [0, 4, 8].map((ahead) => TROUBLES[(turn + ahead) % TROUBLES.length] as Trouble) : [TROUBLES[turn % TROUBLES.length] as Trouble];
  }
});

test('what is kept is not written over when the event comes again', async () => {
  const { rig } = await opened({ client: 'web', item: reply });
  rig.host.user.add('to', 'cem@ash.example');
  rig.host.open();
  await rig.settle();
  expect(rig.host.draft().sessionData[KEY]).not.toContain('cem');
});

test('who was there so late that the sender may have added them is not kept', async () => {
  const rig = sendRig({ client: 'web', item: reply });
  let calls = 0;
  // Two answers that only just come in time, one after the other.
  rig.host.setFaults(() => { calls += 1; jest.setSystemTime(Date.now() + (calls === 1 ? LOOKING_PATIENCE + 1 : 0)); return undefined; });
  rig.host.open();
  await rig.settle();
  expect(calls).toBeGreaterThan(3);
  expect(rig.host.draft().sessionData[KEY]).toBeUndefined();
});

test('a list that Outlook cuts off is not kept', async () => {
  const { kept } = await opened({ client: 'classicWindows_1_15', item: { ...reply, cc: Array.from({ length: 600 }, (_, index) => `p${index}@oak.example`) } });
  expect(kept).toBeNull();
});
