import type { DraftEdit } from '../../src/core/edit';
import type { ContactEvidence, Evidence } from '../../src/core/evidence';
import type { DecisionRecord } from '../../src/core/record';
import { defaultPolicy, parsePolicy, type Policy } from '../../src/core/policy';
import type { EvidenceSource, PolicySource } from '../../src/core/ports';
import { review } from '../../src/guard/review';
import { moveToBcc } from '../../src/guard/change-recipients';
import { watchDraft } from '../../src/guard/watch-draft';
import { readClient } from '../../src/outlook/client';
import { openMailbox } from '../../src/outlook/mailbox';
import { notificationBar } from '../../src/outlook/notifications';
import { officeCalls } from '../../src/outlook/office-calls';
import { watchRecipients } from '../../src/outlook/pane-events';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import type { ClientId } from '../../src/simulator/clients';
import type { HostSetup } from '../../src/simulator/host';
import { openPaneSession, type PaneParts, type PaneSession } from '../../src/taskpane/pane-session';
import type { Screen } from '../../src/ui/pane-state';
import { ordinaryAnswers } from '../core/ordinary-answers';
import { addresses, outlookWindow } from '../simulator/outlook-window';

const OUTSIDE = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'emil@yew.example'];
const CIRCULAR = { to: [...OUTSIDE.slice(0, 3), 'finn@own.example'], cc: OUTSIDE.slice(3), subject: 'Minutes' };

interface Setup extends Partial<HostSetup> {
  readonly client?: never;
  readonly on?: ClientId;
  readonly policy?: Policy;
  readonly answer?: (key: string) => Evidence<never> | { known: true; value: { record: 'known' | 'unknown'; country?: string; tags: readonly never[] } };
}

/** A pane over a simulated Outlook, with a service whose answers the test decides on. */
function openPane({ on = 'web', policy = defaultPolicy(rules), answer = () => ({ known: true, value: { record: 'known', country: 'DE', tags: [] } }), ...setup }: Setup = {}) {
  const { host, clock, office } = outlookWindow(on, { item: CIRCULAR, ...setup });
  Object.assign(globalThis, { Office: office('pane').Office });
  const asked: string[][] = [];
  let hold: Promise<void> = Promise.resolve();
  const evidence: EvidenceSource = {
    async ask(question) {
      asked.push([...question.contacts]);
      await hold;
      return { ...ordinaryAnswers(question), contacts: new Map(question.contacts.map((key) => [key, answer(key)])) as ContactEvidence };
    },
  };
  const policies: PolicySource = { policy: () => Promise.resolve({ policy, origin: 'service' }) };
  const calls = officeCalls({ clock });
  const mailbox = openMailbox(calls);
  const recorded: DecisionRecord[] = [];
  const parts: PaneParts = { mailbox, evidence, policies, records: { take: (record) => void recorded.push(record) }, bar: notificationBar(calls), clock, rules, world: exactWorld };
  const session = openPaneSession(parts, readClient());
  const screens: Screen[] = [];
  session.subscribe(() => screens.push(session.screen()));
  return {
    host, clock, session, screens, asked, parts, recorded, calls,
    /** The service keeps everybody waiting until the returned function is called. */
    keepWaiting(): () => void {
      let release = (): void => undefined;
      hold = new Promise((done) => { release = done; });
      return release;
    },
  };
}

function ready(session: PaneSession) {
  const screen = session.screen();
  if (screen.kind !== 'ready') throw new Error(`the pane shows ${screen.kind}`);
  return screen;
}

/** Answers of the simulated host come one after another; this lets all of them in. */
async function settled({ clock }: { clock: { advance(milliseconds: number): Promise<void> } }): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await clock.advance(1);
}

async function opened(setup: Setup = {}) {
  const pane = openPane(setup);
  pane.session.lookAgain();
  await settled(pane);
  return pane;
}

function fixFirst(session: PaneSession): void {
  const card = ready(session).view.cards.find(({ remedy }) => remedy !== null);
  if (!card) throw new Error('there is nothing to fix');
  session.actions.fix(card);
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

test('a circular is found as soon as the pane is open', async () => {
  const { session } = await opened();
  expect(ready(session).view.cards.map(({ rule }) => rule)).toEqual(['visible-recipients']);
  expect(ready(session).state).toEqual({ checking: false, busy: null, result: null, mayAcknowledge: false });
});

test('Move to Bcc moves the people in Outlook, says so, and can be taken back', async () => {
  const pane = await opened();
  fixFirst(pane.session);
  expect(ready(pane.session).state.busy).toEqual({ card: ready(pane.session).view.cards[0]?.key });
  await settled(pane);
  expect([addresses(pane.host, 'to'), addresses(pane.host, 'cc'), addresses(pane.host, 'bcc')]).toEqual([['finn@own.example'], [], [...OUTSIDE]]);
  expect(ready(pane.session).view.cards).toEqual([]);
  expect(ready(pane.session).state.result).toMatchObject({ tone: 'good', undo: true, fresh: true, text: '5 people are in Bcc now.' });

  pane.session.actions.undo();
  await settled(pane);
  expect([addresses(pane.host, 'to').slice().sort(), addresses(pane.host, 'cc')]).toEqual([[...CIRCULAR.to].sort(), CIRCULAR.cc]);
  expect(ready(pane.session).state.result).toMatchObject({ tone: 'good', undo: false, text: expect.stringContaining('5 people are back in place.') });
  expect(ready(pane.session).view.cards).toHaveLength(1);
});

test('the result and the new verdict come together', async () => {
  const pane = await opened();
  pane.screens.length = 0;
  fixFirst(pane.session);
  await settled(pane);
  for (const screen of pane.screens) {
    if (screen.kind === 'ready' && screen.state.result) expect(screen.view.cards).toEqual([]);
  }
});

test('a second press while people are being moved does nothing', async () => {
  const pane = await opened();
  fixFirst(pane.session);
  fixFirst(pane.session);
  pane.session.actions.undo();
  await settled(pane);
  expect(addresses(pane.host, 'bcc')).toEqual(OUTSIDE);
});

test('while people are being moved nothing half-done is shown', async () => {
  const pane = await opened();
  await watchRecipients(pane.calls, pane.session.lookAgain);
  pane.screens.length = 0;
  fixFirst(pane.session);
  await settled(pane);
  const whileMoving = pane.screens.flatMap((screen) => (screen.kind === 'ready' && screen.state.busy !== null ? [screen.view.verdict] : []));
  expect(new Set(whileMoving)).toEqual(new Set(['confirm']));
});

test('if Outlook refuses, the pane says so and everybody stays', async () => {
  const pane = await opened({ faults: (method) => (method.includes('add') && method.includes('bcc') ? 'fail' : undefined) });
  fixFirst(pane.session);
  await settled(pane);
  expect(ready(pane.session).state.result).toMatchObject({ tone: 'warning', undo: false, text: 'Outlook refused the change. The recipients are as they were.' });
  expect(ready(pane.session).view.cards).toHaveLength(1);
});

test('what the dialog’s button has moved can be taken back here', async () => {
  const pane = openPane();
  await Promise.all([moveToBcc(pane.parts), settled(pane)]);
  pane.session.lookAgain();
  await settled(pane);
  expect(ready(pane.session).state.result).toMatchObject({ undo: true, fresh: false, text: '5 people are in Bcc now.' });
  pane.session.actions.undo();
  await settled(pane);
  expect(addresses(pane.host, 'cc')).toEqual(CIRCULAR.cc);
});

test('an undo is offered for those whom the sender has not moved back by hand, as long as there are any', async () => {
  const pane = await opened();
  fixFirst(pane.session);
  await settled(pane);
  pane.host.user.remove('bcc', 'anna@oak.example');
  pane.session.lookAgain();
  await settled(pane);
  expect(ready(pane.session).state.result).toMatchObject({ undo: true, text: '4 people are in Bcc now.' });
  for (const address of addresses(pane.host, 'bcc')) pane.host.user.remove('bcc', address);
  pane.session.lookAgain();
  await settled(pane);
  expect(ready(pane.session).state.result).toBeNull();
});

test('recipients that Outlook tells of are checked at once', async () => {
  const pane = await opened({ item: { to: ['anna@oak.example'] } });
  await Promise.all([watchRecipients(pane.calls, pane.session.lookAgain), settled(pane)]);
  expect(ready(pane.session).view.verdict).toBe('allow');
  pane.host.user.add('to', ...OUTSIDE.slice(1));
  await settled(pane);
  expect(ready(pane.session).view.verdict).toBe('confirm');
});

test('typing is noticed by looking, and looking alone shows nothing new', async () => {
  const pane = await opened({ item: { to: ['anna@oak.example'], subject: 'Hello' } });
  pane.screens.length = 0;
  await Promise.all([pane.session.lookForEdits(), settled(pane)]);
  expect(pane.screens).toEqual([]);
  pane.host.user.setSubject('Our newsletter');
  await Promise.all([pane.session.lookForEdits(), settled(pane)]);
  expect(ready(pane.session).view.cards.map(({ rule }) => rule)).toContain('undeclared-purpose');
});

test('checks do not overlap: changes during one give one more afterwards', async () => {
  const pane = openPane();
  const release = pane.keepWaiting();
  pane.session.lookAgain();
  await settled(pane);
  pane.host.user.add('to', 'gero@elder.example');
  for (let times = 0; times < 5; times += 1) pane.session.lookAgain();
  await settled(pane);
  expect(pane.asked).toHaveLength(1);
  release();
  await settled(pane);
  expect(pane.asked).toEqual([expect.arrayContaining(OUTSIDE), ['gero@elder.example']]);
  expect(ready(pane.session).view.cards[0]?.people).toHaveLength(6);
});

test('a fix does not wait for a slow service', async () => {
  const pane = await opened();
  const release = pane.keepWaiting();
  pane.host.user.add('to', 'gero@elder.example');
  pane.session.lookAgain();
  await settled(pane);
  expect(ready(pane.session).state.checking).toBe(true);
  fixFirst(pane.session);
  await settled(pane);
  expect(addresses(pane.host, 'bcc')).toEqual(OUTSIDE);
  await pane.clock.advance(2000);
  expect(ready(pane.session).state).toMatchObject({ busy: null, result: { undo: true } });
  release();
  await settled(pane);
  expect(ready(pane.session).state).toMatchObject({ checking: false, result: { undo: true, fresh: true } });
});

test('while the service keeps the pane waiting, the verdict follows the draft all the same', async () => {
  const pane = await opened({ item: { to: ['anna@oak.example'] } });
  const release = pane.keepWaiting();
  pane.host.user.add('to', ...OUTSIDE.slice(1));
  pane.session.lookAgain();
  await settled(pane);
  await pane.clock.advance(1500);
  expect(ready(pane.session)).toMatchObject({ view: { verdict: 'confirm' }, state: { checking: true } });

  pane.host.user.add('cc', 'gero@elder.example');
  await Promise.all([pane.session.lookForEdits(), settled(pane)]);
  expect(ready(pane.session).view.cards[0]?.people).toHaveLength(6);
  fixFirst(pane.session);
  await settled(pane);
  await pane.clock.advance(1500);
  await settled(pane);
  expect(ready(pane.session).view.cards.map(({ rule }) => rule)).not.toContain('visible-recipients');
  expect(ready(pane.session).state).toMatchObject({ checking: true, result: { text: '6 people are in Bcc now.' } });

  release();
  await settled(pane);
  expect(ready(pane.session)).toMatchObject({ view: { verdict: 'allow' }, state: { checking: false, result: { undo: true } } });
});

test('a pane opened while the service is silent does not wait for it to show what it can tell', async () => {
  const pane = openPane();
  pane.keepWaiting();
  pane.session.lookAgain();
  await settled(pane);
  expect(pane.session.screen().kind).toBe('loading');
  await pane.clock.advance(1500);
  expect(ready(pane.session)).toMatchObject({ view: { verdict: 'confirm', policyNote: null }, state: { checking: true } });
});

test('what could not be checked is asked for again after half a minute', async () => {
  let answers = false;
  const pane = await opened({ item: { bcc: ['anna@oak.example'], subject: 'Our newsletter' }, answer: () => (answers ? { known: true, value: { record: 'known', country: 'DE', tags: [] } } : { known: false, reason: 'timeout' }) });
  expect(ready(pane.session).view.cards.map(({ outcome }) => outcome)).toContain('undetermined');
  answers = true;
  await Promise.all([pane.session.lookForEdits(), settled(pane)]);
  expect(ready(pane.session).view.cards.map(({ outcome }) => outcome)).toContain('undetermined');
  await pane.clock.advance(30000);
  await Promise.all([pane.session.lookForEdits(), settled(pane)]);
  expect(ready(pane.session).view.cards.map(({ outcome }) => outcome)).not.toContain('undetermined');
});

test('a declared purpose is kept with the draft and counts', async () => {
  const pane = await opened({ item: { to: ['anna@oak.example'] } });
  pane.session.actions.declare('newsletter');
  await settled(pane);
  expect(ready(pane.session).view).toMatchObject({ verdict: 'confirm', purpose: { declared: 'newsletter' } });
  pane.session.actions.declare(null);
  await settled(pane);
  expect(ready(pane.session).view).toMatchObject({ verdict: 'allow', purpose: { declared: null } });
});

test('a purpose that Outlook cannot keep is not shown as declared', async () => {
  const pane = await opened({ item: { to: ['anna@oak.example'] }, faults: (method) => (/sessionData.*set/i.test(method) ? 'fail' : undefined) });
  pane.session.actions.declare('newsletter');
  await settled(pane);
  expect(ready(pane.session)).toMatchObject({ view: { purpose: { declared: null } }, state: { result: { tone: 'stop' } } });
});

describe('with second thoughts in the policy', () => {
  const policy = (sending: object) => {
    const result = parsePolicy({ sending }, rules, exactWorld.registrableDomain);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.policy;
  };

  test('a mail goes out only with its reason, which is kept with the draft', async () => {
    const pane = await opened({ policy: policy({ reason: 'required' }) });
    expect(ready(pane.session)).toMatchObject({ view: { verdict: 'confirm', secondThoughts: { reason: 'required' } }, state: { mayAcknowledge: true } });
    pane.session.actions.acknowledge('  ');
    await settled(pane);
    expect(ready(pane.session).view).toMatchObject({ verdict: 'confirm', acknowledged: false });
    pane.session.actions.acknowledge('All of them are on the board.');
    await settled(pane);
    expect(ready(pane.session).view).toMatchObject({ verdict: 'allow', acknowledged: true });
    expect(JSON.parse(pane.host.draft().sessionData['umsicht.acknowledgement'] as string)).toMatchObject({ reason: 'All of them are on the board.' });
  });

  test('that somebody goes on is recorded where the policy wants it, and not why', async () => {
    const counted = (sending: object) => ({ ...policy(sending), records: { ...policy(sending).records, keep: true } });
    const pane = await opened({ policy: counted({ reason: 'required' }) });
    pane.session.actions.acknowledge('  ');
    await settled(pane);
    expect(pane.recorded).toEqual([]);
    pane.session.actions.acknowledge('All of them are on the board.');
    await settled(pane);
    expect(pane.recorded).toMatchObject([{ event: 'acknowledgement', action: 'allow', acknowledged: 'withReason', client: 'web', outcomes: expect.arrayContaining([expect.objectContaining({ rule: 'visible-recipients' })]) }]);
    expect(JSON.stringify(pane.recorded)).not.toMatch(/board|@/);
    const silent = await opened({ policy: policy({ reason: 'optional' }) });
    silent.session.actions.acknowledge('');
    await settled(silent);
    expect(silent.recorded).toEqual([]);
  });

  test('a mail that was confirmed waits in the outbox, and no longer once its findings are gone', async () => {
    const pane = await opened({ policy: policy({ delayMinutes: { warning: 5 } }) });
    pane.session.actions.acknowledge('');
    await settled(pane);
    expect(pane.host.draft().deliverAt).toBeGreaterThan(pane.clock.now() + 4 * 60_000);
    fixFirst(pane.session);
    await settled(pane);
    expect(pane.host.draft().deliverAt).toBe(0);
  });
});

test('an acknowledgement holds until the recipients change', async () => {
  const pane = await opened();
  pane.session.actions.acknowledge("");
  await settled(pane);
  expect(ready(pane.session).view).toMatchObject({ verdict: 'allow', acknowledged: true });
  pane.host.user.add('cc', 'gero@elder.example');
  pane.session.lookAgain();
  await settled(pane);
  expect(ready(pane.session).view).toMatchObject({ verdict: 'confirm', acknowledged: false });
});

test('acknowledging is offered where the dialog cannot ask, and to whom the dialog has stopped', async () => {
  const old = await opened({ on: 'classicWindows_1_13' });
  expect(ready(old.session).state.mayAcknowledge).toBe(true);
  const modern = await opened();
  expect(ready(modern.session).state.mayAcknowledge).toBe(false);
  modern.session.stoppedBefore('0123456789abcdef');
  expect(ready(modern.session).state.mayAcknowledge).toBe(false);
  const reviewing = review(modern.parts);
  await settled(modern);
  modern.session.stoppedBefore((await reviewing).decision.fingerprint);
  expect(ready(modern.session).state.mayAcknowledge).toBe(true);
});

test('the same again is nothing new to show', async () => {
  const { session, screens } = await opened();
  session.stoppedBefore('0123456789abcdef');
  const before = screens.length;
  session.stoppedBefore('0123456789abcdef');
  expect(screens).toHaveLength(before);
});

test('a draft without anybody is no all-clear', async () => {
  const { session } = await opened({ item: { to: [] } });
  expect(ready(session).view.empty).toBe(true);
});

test('recipients that could not be read are no empty draft', async () => {
  const { session } = await opened({ item: { to: [] }, faults: (method) => (method.includes('to') ? 'fail' : undefined) });
  expect(ready(session).view.empty).toBe(false);
  expect(ready(session).view.cards.map(({ outcome }) => outcome)).toContain('undetermined');
});

describe('a remedy that changes something else than who is where', () => {
  /** Presses the first card's button as if its rule proposed this. */
  async function fixWith(pane: Awaited<ReturnType<typeof opened>>, edit: DraftEdit): Promise<void> {
    const card = ready(pane.session).view.cards.find(({ remedy }) => remedy !== null);
    if (!card?.remedy) throw new Error('there is nothing to fix');
    pane.session.actions.fix({ ...card, remedy: { ...card.remedy, edit } });
    await settled(pane);
  }
  const result = (pane: Awaited<ReturnType<typeof opened>>) => ready(pane.session).state.result;
  const LEGAL: DraftEdit = { kind: 'addRecipients', field: 'cc', people: [{ address: 'legal@own.example', name: 'Legal' }, { address: 'ANNA@oak.example', name: 'Anna' }] };
  const IMPRINT: DraftEdit = { kind: 'insertText', text: 'Own GmbH\nHauptstr. 1' };

  test('people are added once, and taken out again by undo', async () => {
    const pane = await opened();
    await fixWith(pane, LEGAL);
    expect(addresses(pane.host, 'cc')).toEqual([...CIRCULAR.cc, 'legal@own.example']);
    expect(result(pane)).toMatchObject({ tone: 'good', undo: true, text: 'One person was added.' });
    pane.session.actions.undo();
    await settled(pane);
    expect(addresses(pane.host, 'cc')).toEqual(CIRCULAR.cc);
    expect(result(pane)).toMatchObject({ tone: 'good', undo: false, text: 'One person was taken out again.' });
  });

  test('the version that checks on Send is shown once it has said so, and nothing else that stands there', async () => {
    const pane = await opened();
    expect(ready(pane.session).client.sendVersion).toBeNull();
    await pane.parts.mailbox.session.write('umsicht.sendVersion', '<b>1.2.3</b>');
    pane.session.lookAgain();
    await settled(pane);
    expect(ready(pane.session).client.sendVersion).toBeNull();
    await pane.parts.mailbox.session.write('umsicht.sendVersion', '1.2.3');
    pane.session.lookAgain();
    await settled(pane);
    expect(ready(pane.session).client).toMatchObject({ sendVersion: '1.2.3', lines: expect.arrayContaining([expect.objectContaining({ key: 'send', state: 'guarded' })]) });
  });

  test('people who were added before the pane was opened can be taken out here', async () => {
    const first = await opened();
    await fixWith(first, LEGAL);
    const { host, clock, parts } = first;
    const session = openPaneSession(parts, readClient());
    session.lookAgain();
    await settled({ clock });
    expect(ready(session).state.result).toMatchObject({ undo: true, text: 'One person was added.' });
    session.actions.undo();
    await settled({ clock });
    expect(addresses(host, 'cc')).toEqual(CIRCULAR.cc);
  });

  test('people who are all there already are not added', async () => {
    const pane = await opened();
    await fixWith(pane, { ...LEGAL, people: [{ address: 'ANNA@oak.example', name: 'Anna' }] });
    expect(result(pane)).toMatchObject({ tone: 'good', undo: false, text: 'These people are in the message already.' });
  });

  test('a text is put into the message, once', async () => {
    const pane = await opened({ item: { ...CIRCULAR, body: { html: '<p>Hello</p><div id="divRplyFwdMsg">Old</div>' } } });
    await fixWith(pane, IMPRINT);
    expect(pane.host.draft().body.html).toMatch(/^<p>Hello<\/p>.*Own GmbH<br>Hauptstr\. 1.*<div id="divRplyFwdMsg">Old<\/div>$/);
    expect(result(pane)).toMatchObject({ tone: 'good', undo: false, text: expect.stringContaining('below what you have written') });
    await fixWith(pane, IMPRINT);
    expect(pane.host.draft().body.html.split('Own GmbH')).toHaveLength(2);
    expect(result(pane)).toMatchObject({ text: 'The text is in the message already.' });
  });

  test('a text that Outlook does not take is there to be copied, and the message is as it was', async () => {
    const pane = await opened({ item: { ...CIRCULAR, body: { html: '<p>Hello</p>' } }, faults: (method) => (method === 'body.setAsync' ? 'fail' : undefined) });
    await fixWith(pane, IMPRINT);
    expect(pane.host.draft().body.html).toBe('<p>Hello</p>');
    expect(result(pane)).toMatchObject({ tone: 'warning', undo: false, text: expect.stringMatching(/as it was\. .*Own GmbH\nHauptstr\. 1$/s) });
  });
});

describe('the line above the draft, of whose reasons no event tells', () => {
  const lines = (pane: { host: { draft(): { notifications: readonly { key: string; message: string }[] } } }) => pane.host.draft().notifications.map(({ message }) => message);

  /** An event of Outlook has made the bar say what there is to say. */
  async function spoken(setup: Setup = {}) {
    const pane = await opened(setup);
    await Promise.all([watchDraft({ ...pane.parts, name: 'event', canWait: false }, {}), settled(pane)]);
    return pane;
  }

  test('goes when the sender has acknowledged what it says', async () => {
    const pane = await spoken({ on: 'classicWindows_1_12' });
    expect(lines(pane)).toEqual([expect.stringContaining('5 people from 5 organisations')]);
    pane.session.actions.acknowledge('');
    await settled(pane);
    expect(lines(pane)).toEqual([]);
  });

  test('says what a declared purpose has made the gravest', async () => {
    const pane = await spoken({ item: { to: ['anna@oak.example'], subject: 'Minutes' }, answer: () => ({ known: true, value: { record: 'unknown', tags: [] } }) });
    expect(lines(pane)).toEqual([]);
    pane.session.actions.declare('newsletter');
    await settled(pane);
    expect(lines(pane)).toEqual([expect.stringContaining('no consent is on file')]);
    pane.session.actions.declare(null);
    await settled(pane);
    expect(lines(pane)).toEqual([]);
  });

  test('stays dismissed', async () => {
    const pane = await spoken();
    pane.host.user.dismissNotification('umsicht.findings');
    await settled(pane);
    pane.session.actions.declare('contract');
    await settled(pane);
    expect(lines(pane)).toEqual([]);
  });

  test('waits for the next event while somebody else has come to speak', async () => {
    const pane = await spoken({ on: 'classicWindows_1_12' });
    const turns = jest.spyOn(pane.parts.mailbox.session, 'read');
    let asked = 0;
    turns.mockImplementation(async (name) => (name === 'umsicht.turn' ? `event.${(asked += 1)}` : (pane.host.draft().sessionData[name] ?? null)));
    pane.session.actions.acknowledge('');
    await settled(pane);
    expect(lines(pane)).toHaveLength(1);
    expect(asked).toBeGreaterThan(1);
  });
});
