import { parsePolicy, type Policy } from '../../src/core/policy';
import { LANGUAGES } from '../../src/core/rule';
import { readClient } from '../../src/outlook/client';
import { type ClientLine, clientView } from '../../src/presentation/client-view';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { CLIENT_IDS, type ClientId, PHONES } from '../../src/simulator/clients';
import { outlookWindow } from '../simulator/outlook-window';

const global = globalThis as { Office?: unknown };

afterEach(() => {
  delete global.Office;
});

function policy(document: unknown = {}): Policy {
  const read = parsePolicy(document, rules, exactWorld.registrableDomain);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

/** As the pane in this client finds it. */
function linesOf(client: ClientId, document: unknown = {}): readonly ClientLine[] {
  global.Office = outlookWindow(client).office('pane').Office;
  return clientView(readClient(), policy(document), '0.1.0', 'de').lines;
}

const states = (lines: readonly ClientLine[]): string => lines.map(({ key, state }) => `${key} ${state}`).join(', ');

/** Phones answer to Mailbox 1.5, and have calls of later sets (facts of `outlook/client.ts`). */
function phone(has: readonly string[]): unknown {
  const item = Object.fromEntries(has.map((name) => [name, name.endsWith('Async') ? () => undefined : { getAsync: () => undefined, setAsync: () => undefined }]));
  return { context: { platform: 'Android', mailbox: { item }, requirements: { isSetSupported: (_: string, set: string) => Number(set.split('.')[1]) <= 5 } } };
}

test.each([
  ['classicWindows_1_12', 'send guarded, meetings guarded, dialog limited, sendAnyway limited, writing guarded, labels missing, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['classicWindows_1_13', 'send guarded, meetings guarded, dialog limited, sendAnyway limited, writing guarded, labels guarded, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['classicWindows_1_14', 'send guarded, meetings guarded, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['classicWindows_1_15', 'send guarded, meetings guarded, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['classicWindows_1_16', 'send guarded, meetings guarded, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['web', 'send guarded, meetings limited, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, categories missing, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['newWindows', 'send guarded, meetings limited, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, categories missing, lists limited, unresolved limited, offline limited, elsewhere missing'],
  ['mac', 'send guarded, meetings guarded, dialog guarded, sendAnyway guarded, writing guarded, labels guarded, lists limited, unresolved limited, offline limited, elsewhere missing'],
] as const)('the pane in %s says: %s', (client, said) => {
  expect(states(linesOf(client))).toBe(said);
});

const textOf = (lines: readonly ClientLine[], key: string): string => lines.find((line) => line.key === key)?.text ?? '';

test('the dialog’s button is said to fix, to open the pane, or not to be there', () => {
  expect(textOf(linesOf('web'), 'dialog')).toContain('gleich selbst nach Bcc');
  expect(textOf(linesOf('mac'), 'dialog')).toContain('die diesen Bereich öffnet');
  expect(textOf(linesOf('classicWindows_1_13'), 'dialog')).toContain('„Empfänger prüfen“');
});

test.each([['web', '999'], ['classicWindows_1_15', '499'], ['classicWindows_1_16', '999'], ['mac', '499']] as const)('%s is said to tell of %s people in a field for certain', (client, people) => {
  expect(textOf(linesOf(client), 'lists')).toContain(people);
});

test('a check that has not shown itself for this draft is no promise: the add-in may not be deployed', () => {
  global.Office = outlookWindow('web').office('pane').Office;
  const [send] = clientView(readClient(), policy(), null, 'de').lines;
  expect(send).toMatchObject({ key: 'send', state: 'limited', text: expect.stringContaining('Ihr Administrator') });
});

test.each([['web', 'guarded'], ['mac', 'guarded'], ['classicWindows_1_16', 'limited']] as const)('people who go to Bcc by themselves in %s are spoken of where the policy moves them: %s', (client, state) => {
  const moving = linesOf(client, { writing: { moveToBcc: true } }).find(({ key }) => key === 'moving');
  expect(moving).toMatchObject({ state, text: expect.stringContaining('von selbst nach Bcc') });
  expect(textOf(linesOf(client), 'moving')).toBe('');
});

test('a policy that wants no line above the draft is not said to have one', () => {
  expect(linesOf('web', { writing: { notify: false } }).find(({ key }) => key === 'writing')).toMatchObject({ state: 'limited', text: expect.stringContaining('Ihre Organisation') });
});

test('a delay is spoken of only where the policy asks for one that this Outlook cannot keep', () => {
  const delayed = { sending: { delayMinutes: { critical: 10 } } };
  expect(textOf(linesOf('classicWindows_1_12', delayed), 'delay')).toContain('sofort');
  expect(textOf(linesOf('classicWindows_1_12'), 'delay')).toBe('');
  expect(textOf(linesOf('classicWindows_1_13', delayed), 'delay')).toBe('');
});

test.each(Object.values(PHONES))('on a phone nothing is said to be checked on Send, and no dialog is spoken of ($label)', (profile) => {
  global.Office = outlookWindow(profile).office('pane').Office;
  const client = readClient();
  expect(states(clientView(client, policy({ writing: { moveToBcc: true } }), null, 'de').lines)).toBe('send missing, writing guarded, moving guarded, labels missing, categories missing, lists limited, unresolved limited, elsewhere missing');
  expect(client.wholeList).toBe(99);
});

test('a phone that says Mailbox 1.5 is believed about calls it has all the same, and about no others', () => {
  global.Office = phone(['to', 'from', 'getComposeTypeAsync', 'sessionData']);
  expect(readClient().can).toMatchObject({ sender: true, composeType: true, sessionData: true, bodyWriting: false, changeEvents: true, sendEvents: false, attachments: false, sensitivityLabel: false });
  global.Office = phone(['to']);
  expect(readClient().can).toMatchObject({ sender: false, composeType: false, sessionData: false });
});

test('where Office cannot say anything, nothing is claimed', () => {
  const { place, can } = readClient();
  expect(place).toBe('unknown');
  expect(Object.values(can)).not.toContain(true);
  expect(states(clientView(readClient(), policy(), null, 'en').lines)).toContain('send missing');
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(CLIENT_IDS)('%s has a sentence for every line', (client) => {
    global.Office = outlookWindow(client).office('pane').Office;
    for (const { text } of clientView(readClient(), policy(), null, language).lines) {
      expect(text).toMatch(/^[A-ZÄÖÜ].*[.]$/);
      expect(text).not.toMatch(/undefined|null|NaN/);
    }
  });
});
