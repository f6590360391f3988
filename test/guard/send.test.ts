import type { Contact } from '../../src/core/evidence';
import { SEND_DEADLINE } from '../../src/guard/handle-send';
import { CLIENTS, type ClientId } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import type { SendDialog, SendStep } from '../../src/simulator/send';
import { type Rig, type RigSetup, sendRig, type ServiceMood } from './send-rig';

const CLIENT_IDS = Object.keys(CLIENTS) as ClientId[];
const NOW = Date.parse('2026-11-24T09:00:00Z');

const outsider = (address: string): EntrySetup => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' });
const colleague: EntrySetup = { displayName: 'Eva Own', emailAddress: 'eva@own.example', recipientType: 'user' };
const OUTSIDERS = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];

const open: ItemSetup = { to: [colleague, ...OUTSIDERS.slice(0, 3).map(outsider)], cc: [outsider('dora@fir.example')], subject: 'Termine', body: { text: 'Guten Tag' } };
const harmless: ItemSetup = { to: [outsider('anna@oak.example')], subject: 'Termin', body: { text: 'Guten Tag' } };
const newsletter: ItemSetup = { to: [outsider('anna@oak.example')], subject: 'Unser Newsletter im Herbst', body: { text: 'Neu bei uns' } };
const newsletterToMany: ItemSetup = { ...open, subject: newsletter.subject ?? '' };

const granted: Contact = { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] };

const dialogOf = (step: SendStep): SendDialog => {
  if (!('press' in step)) throw new Error(`The mail was not stopped: ${JSON.stringify(step)}`);
  return step;
};
const buttons = (step: SendStep) => dialogOf(step).buttons.map(({ id }) => id);
const addressesIn = ({ host }: Rig, field: 'to' | 'cc' | 'bcc') => (host.draft().recipients[field] ?? []).map(({ emailAddress }) => emailAddress).sort();
const everybody = (rig: Rig) => [...new Set((['to', 'cc', 'bcc'] as const).flatMap((field) => addressesIn(rig, field)))].sort();

// Hundreds of sends with time standing still; two slow cores need a while.
jest.setTimeout(120_000);

beforeEach(() => { jest.useFakeTimers({ now: NOW }); });
afterEach(() => { jest.useRealTimers(); });

describe.each(CLIENT_IDS)('on %s', (client) => {
  const { smartAlerts } = CLIENTS[client];

  test('a harmless mail goes out without a word', async () => {
    const rig = sendRig({ client, item: harmless });
    expect((await rig.send()).step).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
    expect(rig.host.problems).toEqual([]);
  });

  test('what was decided is told to the service where the policy wants it, and to nobody where it does not', async () => {
    const rig = sendRig({ client, item: open, policy: { organisation: { domains: ['own.example'] }, records: { keep: true } } });
    const { milliseconds } = await rig.send();
    expect(rig.service.recorded).toMatchObject([{ event: 'send', action: 'confirm', acknowledged: 'no', client: { OfficeOnline: 'web', PC: 'windows', Mac: 'mac', Android: 'phone', iOS: 'phone' }[CLIENTS[client].platform], recipients: 5, external: 4, visible: 4 }]);
    expect(JSON.stringify(rig.service.recorded)).not.toMatch(/example|Termine/);
    const silent = sendRig({ client, item: open });
    expect((await silent.send()).milliseconds).toBe(milliseconds);
    expect(silent.service.recorded).toEqual([]);
    expect(rig.host.problems).toEqual([]);
  });

  test('recipients who would see each other stop the mail, with the buttons this client has', async () => {
    const rig = sendRig({ client, item: open });
    const { step, milliseconds } = await rig.send();
    const dialog = dialogOf(step);
    expect(dialog.text).toContain('4 people from 4 organisations');
    expect(dialog.blocks !== null).toBe(smartAlerts.markdown);
    expect(buttons(step)).toEqual([
      ...(smartAlerts.commandPane && smartAlerts.button === 'takeAction' ? ['takeAction'] : []),
      ...(smartAlerts.sendModeOverride ? ['sendAnyway'] : []),
      'dontSend',
    ]);
    if (smartAlerts.commandPane) expect(dialog.buttons.map(({ label }) => label)).toContain('Move to Bcc');
    expect(milliseconds).toBeLessThan(SEND_DEADLINE);
    expect(rig.host.problems).toEqual([]);
    expect(addressesIn(rig, 'bcc')).toEqual([]);
  });

  test('a meeting is checked like a mail, and stopped where people would see each other', async () => {
    const meeting = (requiredAttendees: readonly EntrySetup[]): ItemSetup => ({ kind: 'meeting', requiredAttendees, subject: 'Termin', body: { text: 'Guten Tag' } });
    expect((await sendRig({ client, item: meeting([outsider('anna@oak.example')]) }).send()).step).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
    const rig = sendRig({ client, item: meeting(OUTSIDERS.map(outsider)) });
    expect(dialogOf((await rig.send()).step).kind).toBe('alert');
    expect(rig.host.problems).toEqual([]);
  });

  test('its language is Outlook’s', async () => {
    const rig = sendRig({ client, item: open, language: 'de' });
    expect(dialogOf((await rig.send()).step).text).toContain('4 Personen aus 4 Organisationen');
  });

  if (smartAlerts.commandPane) {
    test('the button moves them to Bcc or opens the pane, and the next Send goes out', async () => {
      const rig = sendRig({ client, item: open });
      const { step } = await rig.send();
      const pressed = dialogOf(step).press(smartAlerts.button === 'takeAction' ? 'takeAction' : 'dontSend');
      await rig.settle();
      expect(await pressed).toMatchObject({ kind: 'kept', why: smartAlerts.commandFunction ? 'command' : 'pane' });
      if (!smartAlerts.commandFunction) {
        expect(JSON.parse(rig.host.draft().initializationContext)).toEqual({ version: 1, nonce: expect.stringMatching(/^[0-9a-z]+-[0-9a-f]{16}$/) });
        return;
      }
      expect(addressesIn(rig, 'to')).toEqual(['eva@own.example']);
      expect(addressesIn(rig, 'cc')).toEqual([]);
      expect(addressesIn(rig, 'bcc')).toEqual(OUTSIDERS);
      expect(rig.host.draft().notifications.map(({ message }) => message)).toEqual(['4 people are in Bcc now. Please press Send again.']);
      expect((await rig.send()).step).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
      expect(rig.host.problems).toEqual([]);
    });
  }
});

describe('while the mail is written', () => {
  test.each(CLIENT_IDS.filter((id) => CLIENTS[id].smartAlerts.commandFunction))('the line goes with what it spoke of when the dialog\u2019s button moves people, on %s', async (client) => {
    const rig = sendRig({ client, item: { ...open, cc: [] } });
    rig.host.open();
    rig.host.user.add('cc', outsider('dora@fir.example'));
    await rig.settle();
    expect(rig.host.draft().notifications).toMatchObject([{ key: 'umsicht.findings' }]);
    const pressed = dialogOf((await rig.send()).step).press('takeAction');
    await rig.settle();
    expect(await pressed).toMatchObject({ kind: 'kept', why: 'command' });
    expect(rig.host.draft().notifications).toMatchObject([{ key: 'umsicht' }]);
    rig.host.user.add('cc', outsider('emil@yew.example'));
    rig.host.user.add('cc', outsider('fay@box.example'));
    rig.host.user.add('cc', outsider('gus@lime.example'));
    rig.host.user.add('cc', outsider('hana@plum.example'));
    await rig.settle();
    expect(rig.host.draft().notifications.map(({ key }) => key)).toContain('umsicht.findings');
  });

  const BY_ITSELF = { organisation: { domains: ['own.example'] }, writing: { moveToBcc: true } };

  test.each(CLIENT_IDS)('a line above it says what Send would ask, and goes once it is settled, on %s', async (client) => {
    const rig = sendRig({ client, language: 'de', item: { ...open, cc: [] } });
    rig.host.open();
    await rig.settle();
    expect(rig.host.draft().notifications).toEqual([]);
    rig.host.user.add('cc', outsider('dora@fir.example'));
    await rig.settle();
    expect(rig.host.draft().notifications).toMatchObject([{ type: 'insightMessage', message: expect.stringContaining('4 Personen aus 4 Organisationen') }]);
    rig.host.user.remove('cc', 'dora@fir.example');
    await rig.settle();
    expect(rig.host.draft().notifications).toEqual([]);
    expect(rig.host.problems).toEqual([]);
  });

  test.each(CLIENT_IDS)('a line that was dismissed stays away on %s', async (client) => {
    const rig = sendRig({ client, item: { ...open, cc: [] } });
    rig.host.user.add('cc', outsider('dora@fir.example'));
    await rig.settle();
    rig.host.user.dismissNotification('umsicht.findings');
    rig.host.user.attach({ name: 'karte.pdf' });
    await rig.settle();
    expect(rig.host.draft().notifications).toEqual([]);
  });

  test.each(CLIENT_IDS)('people move by themselves where the policy says so, on %s', async (client) => {
    const rig = sendRig({ client, policy: BY_ITSELF, item: { subject: 'Termine', body: { text: 'Guten Tag' } } });
    rig.host.open();
    await rig.settle();
    rig.host.user.add('to', colleague, ...OUTSIDERS.map(outsider));
    await rig.settle();
    expect([addressesIn(rig, 'to'), addressesIn(rig, 'bcc')]).toEqual([['eva@own.example'], OUTSIDERS]);
    expect((await rig.send()).step).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
    expect(rig.host.problems).toEqual([]);
  });

  test.each(CLIENT_IDS)('people who are about to move by themselves stay where they are once Send was pressed', async (client) => {
    for (let at = 500; at <= 10_000; at += 950) {
      const rig = sendRig({ client, policy: BY_ITSELF, callMilliseconds: 40, item: { composeType: 'reply', subject: 'AW: Termine', body: { text: 'Guten Tag' }, to: [colleague] } });
      rig.host.open();
      await rig.settle();
      rig.host.user.add('to', ...OUTSIDERS.map(outsider));
      await rig.settle(at);
      const pressed = Date.now();
      const { step } = await rig.send();
      await rig.settle();
      // Only a change that was asked for in the moment Send was pressed cannot be called back.
      expect([at, rig.host.problems.filter((problem) => problem.at > pressed + 3 * 40)]).toEqual([at, []]);
      expect([at, everybody(rig)]).toEqual([at, ['eva@own.example', ...OUTSIDERS].sort()]);
      expect(['sent', 'alert', ...(rig.host.problems.length > 0 ? ['slow', 'kept'] : [])]).toContain(step.kind);
    }
  });
});

describe('consent', () => {
  test('on file lets a newsletter go', async () => {
    const rig = sendRig({ client: 'web', item: newsletter, contacts: { 'anna@oak.example': granted } });
    expect((await rig.send()).step).toMatchObject({ kind: 'sent' });
  });

  test('that is missing stops it', async () => {
    const rig = sendRig({ client: 'web', item: newsletter });
    expect(dialogOf((await rig.send()).step).text).toContain('Looks like a newsletter.');
  });

  test('asked about while writing is not asked about again at Send', async () => {
    const rig = sendRig({ client: 'web', item: { ...newsletter, to: [] }, contacts: { 'anna@oak.example': granted } });
    rig.host.user.add('to', outsider('anna@oak.example'));
    await rig.settle();
    expect(rig.asked).toEqual([['anna@oak.example']]);
    expect((await rig.send()).step).toMatchObject({ kind: 'sent' });
    expect(rig.asked).toHaveLength(1);
  });

  test('colleagues are never asked about', async () => {
    const rig = sendRig({ client: 'web', item: { ...newsletter, to: [colleague, outsider('anna@oak.example')] } });
    await rig.send();
    expect(rig.asked.flat()).toEqual(['anna@oak.example']);
  });

  test.each<[ServiceMood, string]>([
    ['down', 'service out of reach'],
    ['silent', 'no answer in time'],
    ['signedOut', 'not signed in'],
    ['broken', 'service out of reach'],
    ['garbled', 'answer not readable'],
  ])('with a service that is %s is unknown, and the dialog says so', async (service, reason) => {
    // The sender's own domain stands in for the policy that cannot be loaded.
    const rig = sendRig({ client: 'web', item: newsletter, service });
    const { step, milliseconds } = await rig.send();
    expect(dialogOf(step).text).toContain(reason);
    expect(buttons(step)).toEqual(['takeAction', 'sendAnyway', 'dontSend']);
    expect(milliseconds).toBeLessThanOrEqual(SEND_DEADLINE);
  });
});

describe('whatever Outlook does to whichever call of a send', () => {
  const FAULTS: readonly Fault[] = ['fail', 'failLate', 'hang', 'hangLate', 'empty', 'throw'];

  test.each(CLIENT_IDS)('the send on %s is answered once, in time, and never unchecked', async (client) => {
    const untroubled = sendRig({ client, item: open });
    await untroubled.send();
    const calls = untroubled.host.calls.length;
    expect(calls).toBeGreaterThanOrEqual(10);
    for (let at = 1; at <= calls; at += 1) {
      for (const fault of FAULTS) {
        for (const stays of [false, true]) {
          const rig = sendRig({ client, item: open, faults: (_, number) => (number === at || (stays && number > at) ? fault : undefined) });
          const { step, milliseconds } = await rig.send();
          const where = `call ${at} ${fault}${stays ? ' and from then on' : ''}`;
          expect([where, 'kind' in step && step.kind]).toEqual([where, 'alert']);
          expect([where, milliseconds <= SEND_DEADLINE]).toEqual([where, true]);
          await rig.settle();
          expect([where, rig.host.problems]).toEqual([where, []]);
          expect([where, everybody(rig)]).toEqual([where, everybody(untroubled)]);
        }
      }
    }
  });

  test.each(CLIENT_IDS)('on %s even a harmless mail is held back when what a rule rests on could not be read', async (client) => {
    const untroubled = sendRig({ client, item: harmless });
    await untroubled.send();
    const { calls } = untroubled.host;
    for (const { method, args, number: at } of calls) {
      for (const fault of FAULTS) {
        // After the service was waited for, the fields are read once more; where that fails, the first reading stands.
        const isSecond = calls.some((call) => call.number < at && call.method === method && method.endsWith('getAsync') && call.args[0] === args[0]);
        // The declared purpose is kept beside the draft; a success without a value means that none is.
        const matters = !isSecond && (/^(to|cc|bcc|subject|body|getAttachmentsAsync)\b/.test(method) || (args[0] === 'umsicht.purpose' && fault !== 'empty'));
        const rig = sendRig({ client, item: harmless, faults: (_, number) => (number === at ? fault : undefined) });
        const { step, milliseconds } = await rig.send();
        expect([method, fault, 'kind' in step && step.kind]).toEqual([method, fault, matters ? 'alert' : 'sent']);
        expect([method, fault, milliseconds <= SEND_DEADLINE]).toEqual([method, fault, true]);
        await rig.settle();
      }
    }
  });

  const MOVING = CLIENT_IDS.filter((id) => CLIENTS[id].smartAlerts.commandFunction);

  async function moved(setup: Partial<RigSetup> & Pick<RigSetup, 'client'>): Promise<Rig> {
    const rig = sendRig({ item: open, ...setup });
    void rig.host.runCommand('Umsicht.MoveToBcc');
    await rig.settle();
    return rig;
  }

  const lost = (untroubled: Rig, rig: Rig) => everybody(untroubled).filter((address) => !everybody(rig).includes(address));

  // Without the script that runs on events, every call is the button's own.
  test.each(MOVING)('on %s nobody is lost by the button that moves to Bcc', async (client) => {
    const untroubled = await moved({ client, addin: 'unavailable' });
    const calls = untroubled.host.calls.length;
    expect(addressesIn(untroubled, 'bcc')).toEqual(OUTSIDERS);
    for (let at = 1; at <= calls; at += 1) {
      for (const fault of FAULTS) {
        const rig = await moved({ client, addin: 'unavailable', faults: (_, number) => (number === at ? fault : undefined) });
        expect([at, fault, lost(untroubled, rig)]).toEqual([at, fault, []]);
      }
    }
  });

  test.each(MOVING)('on %s nobody is lost by the button while its changes raise events', async (client) => {
    const untroubled = await moved({ client });
    const calls = untroubled.host.calls.length;
    expect(addressesIn(untroubled, 'bcc')).toEqual(OUTSIDERS);
    for (let at = 1; at <= calls; at += 1) {
      const fault = FAULTS[(at + MOVING.indexOf(client)) % FAULTS.length];
      const rig = await moved({ client, faults: (_, number) => (number === at ? fault : undefined) });
      expect([at, fault, lost(untroubled, rig)]).toEqual([at, fault, []]);
    }
  });

  test('a mail that seems to go to nobody was not read', async () => {
    const rig = sendRig({ client: 'classicWindows_1_15', item: { subject: 'Termin', body: { text: 'x' } } });
    rig.host.user.type('to', 'anna@oak.example; ben@elm.example');
    const { step } = await rig.send();
    expect(dialogOf(step).text).toContain('To, Cc, Bcc');
  });

  test('a client without timers still answers when every call is answered', async () => {
    const rig = sendRig({ client: 'classicWindows_1_12', item: open, withoutTimers: true });
    expect(dialogOf((await rig.send()).step).kind).toBe('alert');
  });
});

describe('what a person can do about it', () => {
  test('sending anyway is their decision where the client offers it', async () => {
    const rig = sendRig({ client: 'web', item: open });
    expect(await dialogOf((await rig.send()).step).press('sendAnyway')).toMatchObject({ kind: 'sent', mail: { how: 'sendAnyway' } });
  });

  test('the button that moves to Bcc does not wait long for a service that is silent', async () => {
    const rig = sendRig({ client: 'web', item: newsletterToMany, service: 'silent' });
    void dialogOf((await rig.send()).step).press('takeAction');
    await rig.settle(SEND_DEADLINE);
    expect(addressesIn(rig, 'bcc')).toEqual(OUTSIDERS);
  });

  test('an acknowledgement in the pane lets the next Send pass on older clients, until somebody is added', async () => {
    const rig = sendRig({ client: 'classicWindows_1_12', item: open });
    await rig.send();
    const { acknowledge } = await import('../../src/guard/draft-memory');
    const { review } = await import('../../src/guard/review');
    const { paneParts } = await import('./pane-parts');
    const parts = paneParts(rig);
    const reviewing = review(parts);
    await rig.settle();
    const kept = acknowledge(parts.mailbox.session, (await reviewing).decision, Date.now());
    await rig.settle();
    expect(await kept).toBe(true);
    expect(parts.mailbox.abilities.sendModeOverride).toBe(false);
    rig.host.user.add('to', outsider('emil@yew.example'));
    await rig.settle();
    expect(dialogOf((await rig.send()).step).kind).toBe('alert');
    rig.host.user.remove('to', 'emil@yew.example');
    await rig.settle();
    expect((await rig.send()).step).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
  });
});
