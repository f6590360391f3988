import { MESSAGE_FIELDS } from '../../src/core/draft';
import { readInitializationContext } from '../../src/outlook/initialization-context';
import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import { watchInitializationContext, watchRecipients, watchTheme } from '../../src/outlook/pane-events';
import { readTheme, themeOf } from '../../src/outlook/theme';
import { runtimeClock } from '../../src/outlook/clock';

const global = globalThis as { Office?: unknown };

afterEach(() => {
  delete global.Office;
});

/** An Office that throws at whoever asks for its context, as classic Outlook does while a script loads. */
const hostile = Object.defineProperty({}, 'context', {
  get() {
    throw new Error('not here');
  },
});

describe.each([
  ['is not there', () => undefined],
  ['throws at its context', () => (global.Office = hostile)],
  ['has no item open', () => (global.Office = { context: { mailbox: { item: null, userProfile: {} }, requirements: {} } })],
])('where Office %s', (_, putThere) => {
  beforeEach(() => void putThere());

  test('a draft is unread, not empty', async () => {
    const mailbox = openMailbox(officeCalls({ clock: runtimeClock() }));
    expect(await mailbox.readDraft([...MESSAGE_FIELDS, 'from', 'subject'])).toMatchObject({ recipients: [], from: null, unread: ['to', 'cc', 'bcc', 'from', 'subject'] });
  });

  test('the mailbox is one that can do nothing', () => {
    const { kind, language, owner, abilities } = openMailbox(officeCalls({ clock: runtimeClock() }));
    expect({ kind, language, owner, abilities }).toEqual({
      kind: 'message',
      language: 'en',
      owner: null,
      abilities: { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false },
    });
  });

  test('writing fails, and nothing is remembered', async () => {
    const mailbox = openMailbox(officeCalls({ clock: runtimeClock() }));
    await expect(mailbox.addRecipients('bcc', [])).rejects.toThrow('bcc.addAsync');
    expect([await mailbox.session.write('a', 'b'), await mailbox.session.read('a')]).toEqual([false, null]);
  });

  test('the pane hears of nothing, and knows it', async () => {
    const calls = officeCalls({ clock: runtimeClock() });
    const heard = [await watchRecipients(calls, jest.fn()), await watchInitializationContext(calls, jest.fn()), await watchTheme(calls, jest.fn())];
    expect(heard).toEqual([false, false, false]);
    expect(await readInitializationContext(calls)).toBeNull();
    expect(readTheme()).toBeNull();
  });
});

test('a mailbox holds on to the draft it was opened with when another one comes', async () => {
  const written: string[] = [];
  const item = (name: string) => ({ to: { addAsync: (_: unknown, answer: (result: object) => void) => { written.push(name); answer({ status: 'succeeded' }); } } });
  const context = { mailbox: { item: item('first') } };
  global.Office = { context };
  const mailbox = openMailbox(officeCalls({ clock: runtimeClock() }));

  context.mailbox.item = item('second');
  await mailbox.addRecipients('to', []);

  expect(written).toEqual(['first']);
});

test.each([
  ['de', 'de'], ['de-DE', 'de'], ['de-AT', 'de'], ['DE-ch', 'de'], ['en-US', 'en'], ['fr-FR', 'en'], ['den-CA', 'en'], ['', 'en'],
] as const)('Outlook in "%s" is spoken to in "%s"', (displayLanguage, language) => {
  global.Office = { context: { displayLanguage } };
  expect(openMailbox(officeCalls({ clock: runtimeClock() })).language).toBe(language);
});

test('a theme is plain data, with null for what the client does not tell', () => {
  expect(themeOf({ bodyBackgroundColor: '#141414', isDarkTheme: true } as Office.OfficeTheme)).toEqual({
    dark: true, bodyBackground: '#141414', bodyForeground: null, controlBackground: null, controlForeground: null,
  });
  expect(themeOf({ bodyBackgroundColor: '#fff', bodyForegroundColor: '#000', controlBackgroundColor: '#eee', controlForegroundColor: '#111' } as Office.OfficeTheme)).toEqual({
    dark: null, bodyBackground: '#fff', bodyForeground: '#000', controlBackground: '#eee', controlForeground: '#111',
  });
});
