import { changeRecipients, moveToBcc } from '../../src/guard/change-recipients';
import { CLIENT_IDS, CLIENTS, PHONES } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { EntrySetup } from '../../src/simulator/item';
import { type WritingRig, type WritingSetup, writingRig } from './writing-rig';

const outsider = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });
const colleague: EntrySetup = { displayName: 'Eva Own', emailAddress: 'eva@own.example', recipientType: 'user' };
const FOUR = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];
const BY_POLICY = { writing: { moveToBcc: true } };

// Hundreds of drafts with time standing still; two slow cores need a while.
jest.setTimeout(120_000);

/** A new message, in which nobody stands yet. */
async function blank(setup: WritingSetup = {}): Promise<WritingRig> {
  const rig = writingRig({ policy: BY_POLICY, item: { subject: 'Neue Anschrift', body: { text: 'Guten Tag' } }, ...setup });
  rig.host.open();
  await rig.settle();
  return rig;
}

/** The same with four people from outside, who have passed the limit and time enough to move. */
async function circular(setup: WritingSetup = {}): Promise<WritingRig> {
  const rig = await blank(setup);
  rig.host.user.add('to', colleague, ...FOUR.slice(0, 3).map(outsider));
  rig.host.user.add('cc', outsider('dora@fir.example'));
  await rig.settle();
  return rig;
}

const everybody = (rig: WritingRig) => (['to', 'cc', 'bcc'] as const).flatMap((field) => rig.addresses(field)).sort();

describe('people move to Bcc by themselves', () => {
  test.each([...CLIENT_IDS.map((id) => CLIENTS[id]), ...Object.values(PHONES)])('as soon as the limit is passed, colleagues stay, on $label', async (client) => {
    const rig = await circular({ client });
    expect(rig.addresses('to')).toEqual(['eva@own.example']);
    expect(rig.addresses('cc')).toEqual([]);
    expect([...rig.addresses('bcc')].sort()).toEqual(FOUR);
    expect(rig.notices()).toEqual([client.id in PHONES
      ? { key: 'umsicht.moved', type: 'informationalMessage', icon: 'Icon.16', persistent: false, message: 'Umsicht hat 4 externe Personen nach Bcc verschoben, damit sie einander nicht sehen. Sie können sie in An oder Cc zurückstellen.' }
      : {
        key: 'umsicht.moved', type: 'insightMessage', icon: 'Icon.16', message: 'Umsicht hat 4 externe Personen nach Bcc verschoben, damit sie einander nicht sehen. Rückgängig machen können Sie das in Umsicht.',
        actions: [{ actionType: 'showTaskPane', actionText: 'In Umsicht ansehen', commandId: 'Umsicht.OpenPane', contextData: '' }],
      }]);
    expect(rig.host.problems).toEqual([]);
  });

  test('only where the policy says so', async () => {
    expect((await circular({ policy: {} })).addresses('bcc')).toEqual([]);
    expect((await circular({ policy: { ...BY_POLICY, mode: 'observe' } })).addresses('bcc')).toEqual([]);
    expect((await circular({ policy: { ...BY_POLICY, rules: { 'visible-recipients': { severity: 'notice' } } } })).addresses('bcc')).toEqual([]);
    expect((await circular({ policy: { ...BY_POLICY, rules: { 'visible-recipients': { mode: 'observe' } } } })).addresses('bcc')).toEqual([]);
    expect((await circular({ policy: { ...BY_POLICY, rules: { 'visible-recipients': { addresses: 4 } } } })).addresses('bcc')).toEqual([]);
  });

  test('with the sender in To where nobody else would stand there', async () => {
    const rig = await blank();
    rig.host.user.add('to', ...FOUR.map(outsider));
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['mara@own.example']);
    expect([...rig.addresses('bcc')].sort()).toEqual(FOUR);
  });

  test('with the signed-in person in To where Outlook does not tell who sends', async () => {
    const rig = await blank({ faults: (method) => (method === 'from.getAsync' ? 'fail' : undefined) });
    rig.host.user.add('to', ...FOUR.map(outsider));
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['mara@own.example']);
  });

  test('and the line about them does not flash up before', async () => {
    const rig = await circular();
    expect(rig.host.calls.filter(({ method, args }) => method === 'notificationMessages.replaceAsync' && args[0] === 'umsicht.findings')).toEqual([]);
  });

  test('and a finding of another kind stands beside it, without a button of its own', async () => {
    const rig = await circular();
    rig.host.user.add('to', { displayName: 'Mara', emailAddress: 'mara@0wn.example' });
    await rig.settle();
    expect(rig.notices().map(({ key, type }) => [key, type]).sort()).toEqual([['umsicht.findings', 'informationalMessage'], ['umsicht.moved', 'insightMessage']]);
    expect(rig.notices().find(({ key }) => key === 'umsicht.findings')?.message).toMatch(/0wn\.example.* Mehr: „Empfänger prüfen“\.$/);
  });

  test('more of them later, and the line counts them all', async () => {
    const rig = await circular();
    rig.host.user.add('to', ...['emil@yew.example', 'frida@bay.example', 'gil@sky.example', 'hugo@tea.example'].map(outsider));
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['eva@own.example']);
    expect(rig.addresses('bcc')).toHaveLength(8);
    expect(rig.notices()[0]?.message).toContain('8 externe Personen');
    await rig.undo();
    await rig.settle();
    expect(rig.addresses('bcc')).toEqual([]);
    expect(rig.addresses('cc')).toEqual(['dora@fir.example']);
    expect(rig.addresses('to')).toHaveLength(8);
  });

  test('240 of them, in calls of at most 100', async () => {
    const rig = await blank();
    rig.host.user.add('to', colleague, ...Array.from({ length: 240 }, (_, index) => outsider(`p${index}@firm${index}.example`)));
    await rig.settle(200_000);
    expect(rig.addresses('to')).toEqual(['eva@own.example']);
    expect(rig.addresses('bcc')).toHaveLength(240);
    expect(new Set(rig.addresses('bcc')).size).toBe(240);
  });
});

describe('nobody moves', () => {
  test('while somebody is still entering people, one every two seconds', async () => {
    const rig = await blank();
    for (let index = 0; index < 12; index += 1) {
      rig.host.user.add('to', outsider(`p${index}@firm${index}.example`));
      await rig.clock.advance(2000);
      expect(rig.changes()).toBe(0);
    }
    await rig.settle();
    expect(rig.addresses('bcc')).toHaveLength(12);
  });

  test('in a draft that is only looked at, for which Outlook raises the same events (#4472)', async () => {
    for (const client of CLIENT_IDS) {
      const rig = writingRig({ client, policy: BY_POLICY, item: { isSavedDraft: true, to: FOUR.map(outsider), subject: 'x' } });
      for (let times = 0; times < 3; times += 1) {
        rig.host.preview();
        await rig.settle();
      }
      expect([client, rig.changes(), rig.addresses('to')]).toEqual([client, 0, FOUR]);
      expect(rig.host.problems).toEqual([]);
    }
  });

  test('in a draft whose fields fill bit by bit as it is looked at', async () => {
    const rig = writingRig({ policy: BY_POLICY, item: { isSavedDraft: true, subject: 'x' } });
    rig.host.preview();
    for (const address of FOUR) {
      rig.host.user.add('to', outsider(address));
      await rig.clock.advance(500);
    }
    await rig.settle();
    rig.host.preview();
    await rig.settle();
    expect(rig.changes()).toBe(0);
  });

  test('in a saved draft until the sender changes its recipients', async () => {
    const rig = writingRig({ policy: BY_POLICY, item: { isSavedDraft: true, to: FOUR.map(outsider), subject: 'x' } });
    rig.host.open();
    await rig.settle();
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.changes()).toBe(0);
    rig.host.user.add('to', outsider('emil@yew.example'));
    await rig.settle();
    expect(rig.addresses('bcc')).toHaveLength(5);
  });

  test('and in a message whose opening Outlook has not told of, after the first change that is seen', async () => {
    const rig = writingRig({ policy: BY_POLICY, item: { subject: 'x' } });
    rig.host.user.add('to', ...FOUR.map(outsider));
    await rig.settle();
    expect(rig.changes()).toBe(0);
    rig.host.user.add('to', outsider('emil@yew.example'));
    await rig.settle();
    expect(rig.addresses('bcc')).toHaveLength(5);
  });

  test('in a meeting, which has no Bcc', async () => {
    const rig = await blank({ item: { kind: 'meeting', subject: 'Treffen' } });
    rig.host.user.add('requiredAttendees', ...FOUR.map(outsider));
    await rig.settle();
    expect(rig.host.calls.filter(({ method }) => /Attendees\.(set|add)Async/.test(method))).toEqual([]);
  });

  test.each<[string, EntrySetup]>([
    ['a contact group without an address', { displayName: 'Freunde', emailAddress: '', recipientType: 'distributionList' }],
    ['an Exchange name', { displayName: 'Alt', emailAddress: '/o=Own/ou=x/cn=y' }],
    ['a list outside, with nobody knows whom on it', { displayName: 'Verteiler', emailAddress: 'alle@verein.example', recipientType: 'distributionList' }],
  ])('beside %s', async (_, entry) => {
    const rig = await blank();
    rig.host.user.add('to', ...FOUR.map(outsider), entry);
    await rig.settle();
    expect(rig.changes()).toBe(0);
  });

  test('and a list of the organisation’s own is no obstacle', async () => {
    const rig = await blank();
    rig.host.user.add('to', ...FOUR.map(outsider), { displayName: 'Alle', emailAddress: 'alle@own.example', recipientType: 'distributionList' });
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['alle@own.example']);
  });

  test('where Outlook shows only part of a field, or none of it', async () => {
    const many = Array.from({ length: 500 }, (_, index) => outsider(`p${index}@firm${index}.example`));
    for (const setup of [
      { client: 'classicWindows_1_12', item: { to: many, subject: 'x' } },
      { item: { to: FOUR.map(outsider), subject: 'x' }, faults: (method: string) => (method === 'cc.getAsync' ? 'fail' as const : undefined) },
    ] as const) {
      const rig = await blank(setup);
      rig.host.user.attach({ name: 'karte.pdf' });
      await rig.settle();
      expect(rig.changes()).toBe(0);
    }
  });

  test('where that would not settle it: others are beyond the limit by hand', async () => {
    const rig = await circular();
    for (const address of FOUR) {
      rig.host.user.remove('bcc', address);
      rig.host.user.add('to', outsider(address));
      await rig.settle();
    }
    const before = rig.changes();
    rig.host.user.add('to', outsider('emil@yew.example'));
    await rig.settle();
    expect(rig.changes()).toBe(before);
    expect(rig.line()).toContain('5 Personen aus 5 Organisationen');
  });

  test('where the way back cannot be kept, however little room there is', async () => {
    const moved = new Set<boolean>();
    for (let room = 200; room <= 700; room += 25) {
      const rig = await blank({ client: { ...CLIENTS.classicWindows_1_16, sessionDataMax: room } });
      rig.host.user.add('to', ...FOUR.map(outsider));
      await rig.settle();
      moved.add(rig.changes() > 0);
      await rig.undo();
      await rig.settle();
      expect([room, [...rig.addresses('to')].sort(), rig.addresses('bcc')]).toEqual([room, FOUR, []]);
    }
    expect(moved).toEqual(new Set([false, true]));
  });

  test('where Outlook has no session data at all', async () => {
    const { web } = CLIENTS;
    const rig = await circular({ client: { ...web, oddities: { ...web.oddities, sessionDataMissing: true } } });
    expect([rig.changes(), rig.notices()]).toEqual([0, []]);
  });

  test('where nothing can be waited for', async () => {
    const rig = await circular({ canWait: false });
    expect(rig.changes()).toBe(0);
    expect(rig.line()).toContain('4 Personen');
  });

  test('on a phone whose Outlook cannot change recipients', async () => {
    const rig = await circular({ client: { ...PHONES.android, lacks: [...PHONES.android.lacks, 'to.setAsync', 'to.addAsync', 'cc.setAsync', 'cc.addAsync', 'bcc.setAsync', 'bcc.addAsync'] } });
    expect(rig.addresses('bcc')).toEqual([]);
    expect(everybody(rig)).toEqual(['eva@own.example', ...FOUR].sort());
    expect(rig.line()).toContain('4 Personen');
  });

  test('whom the sender has acknowledged to be seen', async () => {
    const { acknowledge } = await import('../../src/guard/draft-memory');
    const { review } = await import('../../src/guard/review');
    const rig = await blank();
    rig.host.user.add('to', ...FOUR.map(outsider));
    await rig.clock.advance(1000);
    const reviewed = review(rig.parts());
    await rig.clock.advance(500);
    const acknowledged = acknowledge(rig.session(), (await reviewed).decision, rig.clock.now());
    await rig.clock.advance(500);
    expect(await acknowledged).toBe(true);
    await rig.settle();
    expect(rig.changes()).toBe(0);
  });

  test.each(CLIENT_IDS)('while the mail is being sent, though classic Outlook raises the event for a reply then, on %s', async (client) => {
    const rig = await blank({ client, item: { composeType: 'reply', to: FOUR.slice(0, 3).map(outsider), subject: 'AW: x', body: { text: 'Guten Tag' } } });
    rig.host.user.add('to', outsider('dora@fir.example'));
    await rig.clock.advance(3500);
    void rig.host.pressSend();
    const { noteSend } = await import('../../src/guard/turn');
    // What guard/handle-send.ts does first; test/guard/send.test.ts has the whole of it.
    void noteSend(rig.session(), rig.clock);
    await rig.settle();
    expect(rig.changes()).toBe(0);
  });
});

describe('what the sender does about it counts', () => {
  test.each(CLIENT_IDS)('an undo is for good in this draft, on %s', async (client) => {
    const rig = await circular({ client });
    await rig.undo();
    await rig.settle();
    // Outlook on the web cannot empty Bcc, so the sender stays there (#2925).
    expect([rig.addresses('to'), rig.addresses('cc'), rig.addresses('bcc')]).toEqual([['eva@own.example', ...FOUR.slice(0, 3)], ['dora@fir.example'], client === 'web' ? ['mara@own.example'] : []]);
    const before = rig.changes();
    rig.host.user.add('to', ...['emil@yew.example', 'frida@bay.example', 'gil@sky.example', 'hugo@tea.example'].map(outsider));
    await rig.settle();
    expect(rig.changes()).toBe(before);
    expect(rig.line()).toContain('8 Personen');
    expect(rig.notices().map(({ key }) => key)).toEqual(['umsicht.findings']);
  });

  test('an undo while half of them are on their way brings all of them back', async () => {
    for (let at = 100; at < 12_000; at += 400) {
      const rig = await blank({ client: 'newWindows', delay: () => 30 });
      rig.host.user.add('to', colleague, ...FOUR.map(outsider));
      await rig.clock.advance(at);
      await rig.undo();
      await rig.settle();
      const declined = rig.host.draft().sessionData['umsicht.movesDeclined'] === 'yes';
      expect([at, declined, everybody(rig)]).toEqual([at, declined, ['eva@own.example', ...FOUR].sort()]);
      expect([at, rig.addresses('bcc').length]).toEqual([at, declined ? 0 : 4]);
    }
  });

  test('somebody who is put back into To stays there, and the line counts the others', async () => {
    const rig = await circular();
    rig.host.user.remove('bcc', 'ben@elm.example');
    rig.host.user.add('to', outsider('ben@elm.example'));
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['eva@own.example', 'ben@elm.example']);
    expect(rig.notices()[0]?.message).toContain('3 externe Personen');
    // With three more the limit is passed, and only Ben may stay.
    rig.host.user.add('to', ...['emil@yew.example', 'frida@bay.example', 'gil@sky.example'].map(outsider));
    await rig.settle();
    expect(rig.addresses('to')).toEqual(['eva@own.example', 'ben@elm.example']);
    expect(rig.addresses('bcc')).toHaveLength(6);
  });

  test('somebody who is taken out of Bcc while others are still on their way there stays where they stand', async () => {
    for (const client of ['web', 'classicWindows_1_16'] as const) {
      const rig = await blank({ client });
      rig.host.user.add('to', colleague, ...FOUR.slice(0, 2).map(outsider));
      rig.host.user.add('cc', ...FOUR.slice(2).map(outsider));
      for (let waited = 0; waited < 20_000 && rig.addresses('cc').length > 0; waited += 100) await rig.clock.advance(100);
      expect(rig.addresses('to')).toContain('anna@oak.example');
      rig.host.user.remove('bcc', 'anna@oak.example');
      await rig.settle();
      expect([client, rig.addresses('to'), [...rig.addresses('bcc')].sort()]).toEqual([client, ['eva@own.example', 'anna@oak.example'], FOUR.slice(1)]);
    }
  });

  test('a dismissed line about the move comes back when others have moved', async () => {
    const rig = await circular();
    rig.host.user.dismissNotification('umsicht.moved');
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.notices()).toEqual([]);
    rig.host.user.add('to', ...['emil@yew.example', 'frida@bay.example', 'gil@sky.example', 'hugo@tea.example'].map(outsider));
    await rig.settle();
    expect(rig.notices().map(({ key }) => key)).toEqual(['umsicht.moved']);
  });

  test('the button in the ribbon, pressed while people are about to move, moves them once', async () => {
    for (const client of ['web', 'classicWindows_1_16'] as const) {
      for (let at = 0; at < 10_000; at += 500) {
        const rig = await blank({ client, delay: () => 30 });
        rig.host.user.add('to', colleague, ...FOUR.map(outsider));
        await rig.clock.advance(at);
        const moved = rig.inPane(() => moveToBcc(rig.parts()));
        await rig.settle();
        await moved;
        expect([client, at, rig.addresses('to'), [...rig.addresses('bcc')].sort()]).toEqual([client, at, ['eva@own.example'], FOUR]);
      }
    }
  });
});

test('whom the pane takes out while people are on their way to Bcc is in no field afterwards', async () => {
  for (const client of ['classicWindows_1_16', 'mac', 'web'] as const) {
    for (let at = 4000; at < 12_000; at += 390) {
      const rig = await blank({ client, delay: () => 100 });
      rig.host.user.add('to', colleague, ...FOUR.map(outsider));
      await rig.clock.advance(at);
      const done = rig.inPane(() => changeRecipients(rig.parts(), { kind: 'removeRecipients', addresses: ['anna@oak.example'] }));
      await rig.settle();
      expect([client, at, (await done).done && everybody(rig).includes('anna@oak.example')]).toEqual([client, at, false]);
      expect([client, at, everybody(rig).filter((address) => address !== 'anna@oak.example')]).toEqual([client, at, ['eva@own.example', ...FOUR.slice(1)].sort()]);
    }
  }
});

describe('a handler that is cut off', () => {
  const TROUBLES: readonly Fault[] = ['cutOff', 'cutOffLate', 'fail', 'failLate', 'hang', 'hangLate'];

  test('by its own change is carried on by the next, and the mail is never without anybody', async () => {
    for (const client of ['web', 'newWindows'] as const) {
      const rig = await blank({ client });
      rig.host.user.add('to', colleague, ...FOUR.slice(0, 2).map(outsider));
      rig.host.user.add('cc', ...FOUR.slice(2).map(outsider));
      for (let waited = 0; waited < 60_000; waited += 250) {
        await rig.clock.advance(250);
        expect(new Set(everybody(rig))).toEqual(new Set(['eva@own.example', ...FOUR]));
      }
      expect([rig.addresses('to'), rig.addresses('cc'), [...rig.addresses('bcc')].sort()]).toEqual([['eva@own.example'], [], FOUR]);
      expect(rig.changes()).toBeLessThanOrEqual(4);
    }
  });

  test('at any call, or whose call fails, loses nobody, and the next event settles it', async () => {
    const total = (await circular()).host.calls.length;
    const begin = (await blank()).host.calls.length;
    expect(total - begin).toBeGreaterThan(100);
    // Every other call, each with another trouble than the one before it; calls of one kind come around often.
    for (let round = 0; begin + 1 + 2 * round <= total; round += 1) {
      const at = begin + 1 + 2 * round;
      const fault = TROUBLES[round % TROUBLES.length] as Fault;
      const rig = await circular({ faults: (_, number) => (number === at ? fault : undefined) });
      expect([at, fault, new Set(everybody(rig))]).toEqual([at, fault, new Set(['eva@own.example', ...FOUR])]);
      rig.host.setFaults(undefined);
      rig.host.user.attach({ name: 'karte.pdf' });
      await rig.settle();
      expect([at, fault, rig.addresses('to'), rig.addresses('cc'), [...rig.addresses('bcc')].sort()]).toEqual([at, fault, ['eva@own.example'], [], FOUR]);
      await rig.undo();
      await rig.settle();
      expect([at, fault, rig.addresses('bcc'), everybody(rig)]).toEqual([at, fault, [], ['eva@own.example', ...FOUR].sort()]);
    }
  });

  test('for ever is not tried for ever', async () => {
    const rig = await circular({ faults: (method) => (method === 'bcc.addAsync' ? 'fail' : undefined) });
    const events = async () => {
      for (let event = 0; event < 30; event += 1) {
        rig.host.user.attach({ name: `karte${event}.pdf` });
        await rig.settle();
      }
      return rig.changes();
    };
    const tried = await events();
    expect(tried).toBeGreaterThan(3);
    expect(await events()).toBe(tried);
  });
});
