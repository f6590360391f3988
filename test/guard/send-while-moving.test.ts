import { moveToBcc, undoLastChange } from '../../src/guard/change-recipients';
import type { ClientId } from '../../src/simulator/clients';
import { paneParts } from './pane-parts';
import { type Rig, sendRig } from './send-rig';

/*
 * Somebody presses "Move to Bcc" or "Undo", and Send before everybody has moved. On the web Outlook then never hears of the
 * verdict, and new Outlook leaves the mail in Drafts (office-js issues 5132, 6196).
 */

beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') }); });
afterEach(() => { jest.useRealTimers(); });

const FOUR = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];

/** Four people in To, an Outlook that takes a while for each answer, and a service that keeps Send waiting. */
function written(client: ClientId): Rig {
  return sendRig({ client, item: { to: FOUR.map((emailAddress) => ({ displayName: '', emailAddress })) }, callMilliseconds: 60, service: 'slow' });
}

/** Presses Send as soon as the pane asks Outlook for that the n-th time from now; resolves with what the sender sees. */
function sendAt({ host }: Rig, method: string, count: number) {
  const before = host.calls.length;
  return new Promise<Awaited<ReturnType<Rig['send']>>['step']>((resolve, reject) => {
    const look = setInterval(() => {
      if (host.calls.slice(before).filter((call) => call.runtime === 'pane' && call.method === method).length < count) return;
      clearInterval(look);
      host.pressSend().then(resolve, reject);
    }, 5);
  });
}

const inField = ({ host }: Rig, field: 'to' | 'bcc') => (host.draft().recipients[field] ?? []).map(({ emailAddress }) => emailAddress);
const changesWhileSending = ({ host }: Rig) => host.problems.filter(({ kind }) => kind === 'recipientsChangedWhileSending');

describe.each<ClientId>(['web', 'newWindows', 'classicWindows_1_15', 'mac'])('on %s, Send that is pressed', (client) => {
  test.each([
    // The fourth look into Bcc is the one that finds everybody there.
    ['while it is looked who has to move', 'body.getAsync', 1, true, []],
    ['when everybody is in Bcc and in To still', 'bcc.getAsync', 4, false, FOUR],
  ] as const)('%s, ends the move, and asks', async (_when, method, count, restored, bcc) => {
    const rig = written(client);
    const pressed = sendAt(rig, method, count);
    const [conversion, step] = await rig.soon(Promise.all([moveToBcc(paneParts(rig)), pressed]));
    await rig.settle();

    expect(conversion).toMatchObject({ done: false, reason: 'sending', restored, missing: [] });
    expect(changesWhileSending(rig)).toEqual([]);
    expect(step.kind).toBe('alert');
    expect([inField(rig, 'to'), inField(rig, 'bcc')]).toEqual([FOUR, bcc]);
    expect(rig.host.sentMails()).toEqual([]);
  });

  test('when everybody is back in To and in Bcc still ends the undo, and asks', async () => {
    const rig = written(client);
    const parts = paneParts(rig);
    await rig.soon(moveToBcc(parts));
    const pressed = sendAt(rig, 'to.getAsync', 3);
    const [conversion, step] = await rig.soon(Promise.all([undoLastChange(parts), pressed]));
    await rig.settle();

    expect(conversion).toMatchObject({ done: false, reason: 'sending', missing: [] });
    expect(changesWhileSending(rig)).toEqual([]);
    expect(step.kind).toBe('alert');
    expect(inField(rig, 'to')).toEqual(expect.arrayContaining(FOUR));
  });

  test('before a button of its dialog keeps nobody from moving', async () => {
    const rig = written(client);
    expect((await rig.send()).step.kind).toBe('alert');
    expect(await rig.soon(moveToBcc(paneParts(rig)))).toMatchObject({ done: true, people: 4 });
  });
});
