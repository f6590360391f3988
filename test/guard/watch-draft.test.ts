import type { EvidenceSource } from '../../src/core/ports';
import { acknowledge } from '../../src/guard/draft-memory';
import { notificationBar } from '../../src/outlook/notifications';
import { officeCalls } from '../../src/outlook/office-calls';
import { review } from '../../src/guard/review';
import { sayAgain } from '../../src/guard/watch-draft';
import { CLIENT_IDS, CLIENTS, PHONES } from '../../src/simulator/clients';
import type { Faults } from '../../src/simulator/host';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import { allUnknown } from '../../src/wire/evidence';
import { type WritingRig, writingRig } from './writing-rig';

const outsider = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });
const FOUR = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];
const circular: ItemSetup = { to: FOUR.slice(0, 3).map(outsider), subject: 'Neue Anschrift', body: { text: 'Guten Tag' } };
const SEEN_DE = 'Empfänger sehen einander: 4 Personen aus 4 Organisationen würden in An und Cc die Adressen der anderen lesen.';

/** Opens the draft and has a fourth person come, which passes the limit. */
async function opened(setup: Parameters<typeof writingRig>[0] = {}): Promise<WritingRig> {
  const rig = writingRig({ item: circular, ...setup });
  rig.host.open();
  await rig.settle();
  rig.host.user.add('to', 'dora@fir.example');
  await rig.settle();
  return rig;
}

// Hundreds of drafts with time standing still; two slow cores need a while.
jest.setTimeout(120_000);

describe('the bar above a draft', () => {
  test.each(CLIENT_IDS)('says the gravest finding in one line as soon as there is one, with the button to the pane, on %s', async (client) => {
    const rig = writingRig({ client, item: circular });
    rig.host.open();
    await rig.settle();
    expect(rig.notices()).toEqual([]);
    rig.host.user.add('to', 'dora@fir.example');
    await rig.settle();
    expect(rig.notices()).toEqual([{
      key: 'umsicht.findings',
      type: 'insightMessage',
      message: SEEN_DE,
      icon: 'Icon.16',
      actions: [{ actionType: 'showTaskPane', actionText: 'In Umsicht prüfen', commandId: 'Umsicht.OpenPane', contextData: '' }],
    }]);
    rig.host.user.followNotification('umsicht.findings');
    expect(rig.host.pane()).toBe('Umsicht.OpenPane');
    expect(rig.host.problems).toEqual([]);
  });

  test('speaks English where Outlook does', async () => {
    expect((await opened({ language: 'en' })).line()).toBe('Recipients can see each other: 4 people from 4 organisations would read each other’s addresses in To and Cc.');
  });

  test('changes with the draft, and goes when nothing is left to say', async () => {
    const rig = await opened();
    rig.host.user.add('cc', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toContain('5 Personen aus 5 Organisationen');
    rig.host.user.remove('cc', 'emil@yew.example');
    rig.host.user.remove('to', 'dora@fir.example');
    await rig.settle();
    expect(rig.notices()).toEqual([]);
  });

  test('is left alone while it says the same, since replacing it breaks its Dismiss (#6670)', async () => {
    const rig = await opened();
    const shown = rig.host.calls.filter(({ method }) => method === 'notificationMessages.replaceAsync').length;
    rig.host.user.attach({ name: 'karte.pdf' });
    rig.host.user.add('to', { displayName: 'Finn Own', emailAddress: 'finn@own.example' });
    await rig.settle();
    expect(rig.host.calls.filter(({ method }) => method === 'notificationMessages.replaceAsync')).toHaveLength(shown);
    expect(rig.line()).toBe(SEEN_DE);
  });

  test('stands beside what a button of ours has done', async () => {
    const rig = await opened();
    await rig.host.call('notificationMessages.replaceAsync', ['umsicht', { type: 'informationalMessage', message: 'Eine Person steht jetzt in Bcc.', icon: 'Icon.16', persistent: false }]);
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.notices().map(({ key }) => key).sort()).toEqual(['umsicht', 'umsicht.findings']);
    rig.host.user.remove('to', 'emil@yew.example');
    rig.host.user.remove('to', 'dora@fir.example');
    await rig.settle();
    expect(rig.notices().map(({ key }) => key)).toEqual(['umsicht']);
  });

  test('has no button where Outlook refuses one, and says then where to look', async () => {
    const rig = writingRig({ item: circular, faults: (method) => (method === 'notificationMessages.replaceAsync' && !refused ? (refused = true, 'fail') : undefined) });
    let refused = false;
    rig.host.user.add('to', 'dora@fir.example');
    await rig.settle();
    expect(rig.notices()).toMatchObject([{ type: 'informationalMessage', persistent: false, message: expect.stringContaining('„Empfänger prüfen“') }]);
  });

  test('above a meeting speaks of the meeting, and its button opens the meeting’s pane', async () => {
    const rig = writingRig({ item: { kind: 'meeting', requiredAttendees: FOUR.slice(0, 3).map(outsider), subject: 'Treffen' } });
    rig.host.open();
    await rig.settle();
    rig.host.user.add('optionalAttendees', 'dora@fir.example');
    await rig.settle();
    expect(rig.notices()).toMatchObject([{ message: expect.stringMatching(/^(Empfänger sehen einander: )?4 Personen aus 4 Organisationen würden die Adressen der anderen lesen\./), actions: [{ commandId: 'Umsicht.Meeting.OpenPane' }] }]);
  });
});

describe('what deserves a line', () => {
  test.each<[string, object, string | null]>([
    ['a warning', { 'visible-recipients': { severity: 'warning' } }, SEEN_DE],
    ['a critical finding', { 'visible-recipients': { severity: 'critical' } }, SEEN_DE],
    ['no notice', { 'visible-recipients': { severity: 'notice' } }, null],
    ['nothing a rule only observes', { 'visible-recipients': { mode: 'observe' } }, null],
  ])('%s', async (_, rules, line) => {
    expect((await opened({ policy: { rules } })).line()).toBe(line);
  });

  test('nothing where the policy only observes, or wants no line', async () => {
    expect((await opened({ policy: { mode: 'observe' } })).line()).toBeNull();
    expect((await opened({ policy: { writing: { notify: false } } })).line()).toBeNull();
  });

  test('nothing that every draft lacks until it is finished, however grave the policy makes it', async () => {
    const grave = Object.fromEntries(['missing-subject', 'forgotten-attachments', 'salutation-mismatch', 'only-bcc'].map((id) => [id, { severity: 'critical' }]));
    const rig = writingRig({ item: { subject: '', body: { text: 'Liebe Eva,\nim Anhang die Karte.' } }, policy: { rules: grave } });
    rig.host.open();
    rig.host.user.add('bcc', outsider('anna@oak.example'));
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('nothing of what could not be checked: the service may just be slow', async () => {
    const ad: ItemSetup = { to: [outsider('anna@oak.example')], subject: 'Unser Newsletter im Herbst', body: { text: 'Guten Tag, das ist neu bei uns in diesem Herbst: die Werkstatt ist fertig.' } };
    const rig = writingRig({ item: ad, policy: { unknownEvidence: 'block' } });
    rig.host.user.add('to', outsider('ben@elm.example'));
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('nothing the sender has acknowledged', async () => {
    const rig = await opened();
    const reviewed = review(rig.parts());
    await rig.settle();
    await Promise.all([acknowledge(rig.session(), (await reviewed).decision, rig.clock.now()), rig.settle()]);
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('nothing once the pane has told of the acknowledgement, without any event', async () => {
    const rig = await opened();
    const parts = rig.parts();
    const bar = rig.inPane(() => notificationBar(officeCalls({ clock: rig.clock })));
    const look = async () => {
      const reviewed = review(parts);
      await rig.settle();
      return reviewed;
    };
    const before = await look();
    await Promise.all([sayAgain({ ...parts, bar }, before), rig.settle()]);
    expect(rig.line()).toBe(SEEN_DE);
    await Promise.all([acknowledge(rig.session(), before.decision, rig.clock.now()), rig.settle()]);
    const after = await look();
    await Promise.all([sayAgain({ ...parts, bar }, after), rig.settle()]);
    expect(rig.line()).toBeNull();
  });

  test('what was said stays where nobody can tell any more whether it holds', async () => {
    let isDown = false;
    const known: EvidenceSource = {
      ask: async (question) => (isDown ? allUnknown(question, 'timeout') : {
        ...allUnknown(question, 'noSource'),
        contacts: new Map(question.contacts.map((address) => [address, { known: true, value: { record: 'known', tags: [{ purpose: 'newsletter', status: 'withdrawn', basis: 'consent' }] } }])),
      }),
    };
    const rig = writingRig({ item: { subject: 'Unser Newsletter im Herbst', body: { text: 'Guten Tag, das ist neu bei uns in diesem Herbst: die Werkstatt ist fertig. Newsletter abbestellen' } }, evidence: known });
    rig.host.user.add('to', outsider('anna@oak.example'));
    await rig.settle();
    const said = rig.line();
    expect(said).toContain('widerrufen');
    isDown = true;
    // What was kept of it grows old, and the service is gone.
    await rig.clock.advance(24 * 3600 * 1000);
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.line()).toBe(said);
  });
});

describe('a dismissed line', () => {
  test.each(CLIENT_IDS)('stays away on %s, and comes back for something new', async (client) => {
    const rig = await opened({ client });
    rig.host.user.dismissNotification('umsicht.findings');
    await rig.settle();
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    // One more who is seen is the same thing; another address that resembles one of ours is not.
    expect(rig.line()).toBeNull();
    rig.host.user.add('to', { displayName: 'Mara', emailAddress: 'mara@0wn.example' });
    await rig.settle();
    expect(rig.line()).toContain('„0wn.example“');
    rig.host.user.dismissNotification('umsicht.findings');
    rig.host.user.add('to', { displayName: 'Nora', emailAddress: 'nora@oown.example' });
    await rig.settle();
    expect(rig.line()).toContain('Dazu eine weitere solche Domain.');
  });

  test('stays away where Outlook does not tell that it was dismissed', async () => {
    const client = { ...CLIENTS.web, events: CLIENTS.web.events.filter((event) => event !== 'OnInfoBarDismissClicked') };
    const rig = await opened({ client });
    rig.host.user.dismissNotification('umsicht.findings');
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('stays away where Outlook does not tell what stands there', async () => {
    const rig = await opened();
    rig.host.setFaults((method) => (method === 'notificationMessages.getAllAsync' ? 'fail' : undefined));
    rig.host.user.dismissNotification('umsicht.findings');
    await rig.settle();
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('of the message about a button is not taken for that of the line', async () => {
    const rig = await opened();
    await rig.host.call('notificationMessages.replaceAsync', ['umsicht', { type: 'informationalMessage', message: 'Eine Person steht jetzt in Bcc.', icon: 'Icon.16', persistent: false }]);
    rig.host.user.dismissNotification('umsicht');
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toContain('5 Personen');
  });

  test('comes back when the finding has become graver', async () => {
    const rig = await opened({ policy: { rules: { 'visible-recipients': { criticalAboveAddresses: 5 } } } });
    rig.host.user.dismissNotification('umsicht.findings');
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toBeNull();
    rig.host.user.add('to', 'frida@bay.example');
    await rig.settle();
    expect(rig.line()).toContain('6 Personen');
  });

  test('a line that went with its window was not dismissed', async () => {
    const rig = await opened();
    const { sessionData } = rig.host.draft();
    rig.host.user.reopen();
    for (const [key, value] of Object.entries(sessionData)) await rig.host.call('sessionData.setAsync', [key, value]);
    await rig.settle();
    expect(rig.line()).toBe(SEEN_DE);
  });
});

describe('on a phone', () => {
  test.each(Object.values(PHONES))('the line stands without a button and without words about one ($label)', async (client) => {
    const rig = await opened({ client });
    expect(rig.notices()).toEqual([{ key: 'umsicht.findings', type: 'informationalMessage', message: SEEN_DE, icon: 'Icon.16', persistent: false }]);
    expect(rig.host.problems).toEqual([]);
    rig.host.user.dismissNotification('umsicht.findings');
    rig.host.user.add('to', 'emil@yew.example');
    await rig.settle();
    expect(rig.line()).toBeNull();
  });

  test('nothing is asked for that phones do not have', async () => {
    const rig = await opened({ client: 'ios' });
    const asked = new Set(rig.host.calls.map(({ method }) => method));
    expect([...asked].filter((method) => /categories|sensitivityLabel|Attachments|body\.set|delayDelivery/.test(method))).toEqual([]);
  });
});

describe('several events at once', () => {
  test('a slow handler never has the last word over a newer one', async () => {
    for (const slow of ['to.getAsync', 'body.getAsync', 'notificationMessages.getAllAsync', 'sessionData.getAsync', 'notificationMessages.replaceAsync']) {
      for (const later of [0, 40, 120, 200, 300, 500, 1000, 1800, 2500]) {
        let count = 0;
        const rig = writingRig({ item: circular, delay: (method) => (method === slow && (count += 1) <= 3 ? 1900 : 5) });
        rig.host.user.add('to', 'dora@fir.example');
        await rig.clock.advance(later);
        rig.host.user.remove('to', 'dora@fir.example');
        await rig.settle();
        expect([slow, later, rig.line()]).toEqual([slow, later, null]);
      }
    }
  });

  test('a burst of twenty people ends with one line about all of them', async () => {
    const rig = writingRig({ client: 'web', delay: () => 20 });
    for (let index = 0; index < 20; index += 1) {
      rig.host.user.add('to', outsider(`p${index}@firm${index}.example`));
      await rig.clock.advance(15);
    }
    await rig.settle();
    expect(rig.line()).toContain('20 Personen aus 20 Organisationen');
    expect(rig.host.calls.filter(({ method }) => method === 'notificationMessages.replaceAsync').length).toBeLessThan(8);
    expect(rig.host.problems).toEqual([]);
  });

  test('where Outlook keeps nothing with the draft nothing is said, since it would come back after every dismissal', async () => {
    const { web } = CLIENTS;
    for (const setup of [
      { client: { ...web, oddities: { ...web.oddities, sessionDataMissing: true } } },
      { faults: (method: string) => (method.startsWith('sessionData.') ? 'fail' as const : undefined) },
      { faults: (method: string) => (method === 'sessionData.setAsync' ? 'fail' as const : undefined) },
    ]) expect((await opened(setup)).line()).toBeNull();
  });

  test('a line that Outlook says it shows, and does not, was not dismissed', async () => {
    let isBroken = true;
    const rig = await opened({ faults: (method) => (method === 'notificationMessages.replaceAsync' && isBroken ? 'empty' : undefined) });
    expect(rig.line()).toBeNull();
    isBroken = false;
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.line()).toBe(SEEN_DE);
  });

  test('whatever happens to one call, the next event puts the line right', async () => {
    const troubled = async (faults?: Faults): Promise<WritingRig> => {
      const rig = writingRig({ item: circular, ...(faults ? { faults } : {}) });
      rig.host.user.add('to', 'dora@fir.example');
      await rig.settle();
      return rig;
    };
    const total = (await troubled()).host.calls.length;
    for (let at = 1; at <= total; at += 1) {
      for (const fault of ['fail', 'hang', 'empty', 'throw', 'failLate', 'cutOff', 'cutOffLate'] as const) {
        const rig = await troubled((_, number) => (number === at ? fault : undefined));
        rig.host.setFaults(undefined);
        rig.host.user.add('to', 'emil@yew.example');
        await rig.settle();
        expect([at, fault, rig.line()]).toEqual([at, fault, expect.stringContaining('5 Personen aus 5 Organisationen')]);
        rig.host.user.remove('to', 'emil@yew.example');
        rig.host.user.remove('to', 'dora@fir.example');
        await rig.settle();
        expect([at, fault, rig.line()]).toEqual([at, fault, null]);
      }
    }
  });
});
