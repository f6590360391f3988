import { CLIENT_IDS, CLIENTS, PHONES } from '../../src/simulator/clients';
import { call, outlookWindow } from './outlook-window';

describe.each(CLIENT_IDS)('session data in %s', (id) => {
  const { sessionDataMax } = CLIENTS[id];

  test('is kept up to the limit, keys counted', async () => {
    const { host } = outlookWindow(id);
    expect(await call(host, 'sessionData.setAsync', 'key', 'x'.repeat(sessionDataMax - 3))).toBeUndefined();
    expect(await call(host, 'sessionData.setAsync', 'k', '')).toBe(9051);
    expect(await call(host, 'sessionData.setAsync', 'key', 'x'.repeat(sessionDataMax - 2))).toBe(9051);
    expect(await call(host, 'sessionData.getAsync', 'key')).toHaveLength(sessionDataMax - 3);
  });

  test('is shared by pane and events, which on a Mac see it two seconds late', async () => {
    const { host, clock } = outlookWindow(id);
    const events = host.connect('events');
    await call(host, 'sessionData.setAsync', 'purpose', 'offer');
    const late = id === 'mac';
    expect(await call(events, 'sessionData.getAsync', 'purpose')).toBe(late ? null : 'offer');
    expect(await call(events, 'sessionData.getAllAsync')).toEqual(late ? {} : { purpose: 'offer' });
    expect(await call(host, 'sessionData.getAsync', 'purpose')).toBe('offer');
    await clock.advance(1999);
    expect(await call(events, 'sessionData.getAsync', 'purpose')).toBe(late ? null : 'offer');
    await clock.advance(1);
    expect(await call(events, 'sessionData.getAsync', 'purpose')).toBe('offer');
  });
});

test('a key that is not there is an error, and so is a value that is no text', async () => {
  const { host } = outlookWindow('web');
  expect(await call(host, 'sessionData.getAsync', 'nothing')).toBe(9050);
  expect(await call(host, 'sessionData.removeAsync', 'nothing')).toBe(9050);
  expect(await call(host, 'sessionData.setAsync', 'number', 7)).toBe(9031);
  await call(host, 'sessionData.setAsync', 'a', '1');
  await call(host, 'sessionData.setAsync', 'b', '2');
  await call(host, 'sessionData.removeAsync', 'a');
  expect(host.draft().sessionData).toEqual({ b: '2' });
  await call(host, 'sessionData.clearAsync');
  expect(host.draft().sessionData).toEqual({});
});

const INFO = { type: 'informationalMessage', message: 'Three people were moved to Bcc.', icon: 'Icon.16', persistent: false } as const;
const INSIGHT = { type: 'insightMessage', message: 'Why?', icon: 'Icon.16', actions: [{ actionType: 'showTaskPane', actionText: 'Show', commandId: 'Umsicht.OpenPane', contextData: '{"from":"bar"}' }] } as const;

test('an item holds five notifications, each under a key of its own', async () => {
  const { host } = outlookWindow('web');
  for (const key of ['1', '2', '3', '4', '5']) expect(await call(host, 'notificationMessages.addAsync', key, INFO)).toBeUndefined();
  expect(await call(host, 'notificationMessages.addAsync', '6', INFO)).toBe(9025);
  expect(await call(host, 'notificationMessages.addAsync', '5', INFO)).toBe(9023);
  expect(await call(host, 'notificationMessages.replaceAsync', '5', { ...INFO, message: 'Undone.' })).toBeUndefined();
  expect(await call(host, 'notificationMessages.removeAsync', '1')).toBeUndefined();
  expect(await call(host, 'notificationMessages.removeAsync', '1')).toBe(9024);
  expect(await call(host, 'notificationMessages.replaceAsync', '6', INFO)).toBeUndefined();
  expect(host.draft().notifications.map(({ key, message }) => [key, message])).toEqual([
    ['2', INFO.message], ['3', INFO.message], ['4', INFO.message], ['5', 'Undone.'], ['6', INFO.message],
  ]);
  expect(await call(host, 'notificationMessages.getAllAsync')).toHaveLength(5);
});

test.each([
  ['a key above 32 characters', 'k'.repeat(33), INFO],
  ['a text above 150 characters', 'k', { ...INFO, message: 'x'.repeat(151) }],
  ['an icon name above 32 characters', 'k', { ...INFO, icon: 'x'.repeat(33) }],
  ['no icon', 'k', { ...INFO, icon: undefined }],
  ['information without saying whether it stays', 'k', { ...INFO, persistent: undefined }],
  ['information with a button', 'k', { ...INFO, actions: INSIGHT.actions }],
  ['an insight without a button', 'k', { ...INSIGHT, actions: [] }],
  ['an insight with two buttons', 'k', { ...INSIGHT, actions: [...INSIGHT.actions, ...INSIGHT.actions] }],
  ['a button text above 30 characters', 'k', { ...INSIGHT, actions: [{ ...INSIGHT.actions[0], actionText: 'x'.repeat(31) }] }],
  ['a button without a command', 'k', { ...INSIGHT, actions: [{ ...INSIGHT.actions[0], commandId: '' }] }],
  ['progress with an icon', 'k', { type: 'progressIndicator', message: 'Checking', icon: 'Icon.16' }],
  ['an error that stays', 'k', { type: 'errorMessage', message: 'No answer', persistent: true }],
  ['an unknown type', 'k', { ...INFO, type: 'warning' }],
])('a notification with %s is refused', async (_name, key, details) => {
  const { host } = outlookWindow('web');
  expect(await call(host, 'notificationMessages.addAsync', key, details)).toBe(9031);
});

test('a notification at every limit is taken', async () => {
  const { host } = outlookWindow('web');
  expect(await call(host, 'notificationMessages.addAsync', 'k'.repeat(32), {
    type: 'insightMessage', message: 'x'.repeat(150), icon: 'i'.repeat(32),
    actions: [{ ...INSIGHT.actions[0], actionText: 'x'.repeat(30) }],
  })).toBeUndefined();
  expect(await call(host, 'notificationMessages.addAsync', 'second', INSIGHT)).toBe(9025);
});

test('an insight that stays is taken by classic Windows only', async () => {
  for (const id of CLIENT_IDS) {
    const { host } = outlookWindow(id);
    expect(await call(host, 'notificationMessages.addAsync', 'k', { ...INSIGHT, persistent: true })).toBe(id.startsWith('classic') ? undefined : 9031);
  }
});

test('the button of a notification opens the pane with what the add-in wanted it to know', async () => {
  const { host } = outlookWindow('newWindows');
  await call(host, 'notificationMessages.addAsync', 'k', INSIGHT);
  host.user.followNotification('k');
  expect(host.pane()).toBe('Umsicht.OpenPane');
  expect(await call(host, 'getInitializationContextAsync')).toBe('{"from":"bar"}');
});

test('subject and body are read and written within their limits', async () => {
  const { host } = outlookWindow('web', { item: { to: ['anna@oak.example'], subject: 'Offer', body: { html: '<p>Dear <b>Anna</b>,</p><p>25&nbsp;% off &amp; more</p>' } } });
  expect(await call(host, 'body.getAsync', 'text')).toBe('Dear Anna,\n25 % off & more');
  expect(await call(host, 'body.getAsync', 'html')).toContain('<b>Anna</b>');
  expect(await call(host, 'body.getAsync', undefined)).toBe(9031);
  expect(await call(host, 'subject.setAsync', 's'.repeat(255))).toBeUndefined();
  expect(await call(host, 'subject.setAsync', 's'.repeat(256))).toBe(9031);
  expect(await call(host, 'body.setAsync', 'b'.repeat(1_000_000), 'text')).toBeUndefined();
  expect(await call(host, 'body.setAsync', 'b'.repeat(1_000_001), 'text')).toBe(9031);
  expect(await call(host, 'body.setAsync', '1 < 2', 'text')).toBeUndefined();
  expect(host.draft().body).toEqual({ html: '<div>1 &lt; 2</div>', text: '1 < 2' });
});

test('plain-text mail takes no HTML', async () => {
  const { host } = outlookWindow('web', { item: { bodyType: 'text', body: { text: 'Dear Anna' } } });
  expect(await call(host, 'body.getTypeAsync')).toBe('text');
  expect(await call(host, 'body.setAsync', '<p>Dear Ben</p>', 'html')).toBe(9031);
  expect(await call(host, 'body.setAsync', 'Dear Ben', 'text')).toBeUndefined();
  expect(host.draft().body.text).toBe('Dear Ben');
});

test('new Outlook cuts a body with many pictures of its own, the others do not', async () => {
  const html = `${'<img src="cid:a">'.repeat(10)}<p>The end</p>`;
  for (const id of CLIENT_IDS) {
    const { host } = outlookWindow(id);
    await call(host, 'body.setAsync', html, 'html');
    expect(host.draft().body.html.includes('The end')).toBe(id !== 'newWindows');
  }
});

const LABELS = [{ id: 'l-1', name: 'Internal', children: [{ id: 'l-2', name: 'Board' }] }];

test.each(CLIENT_IDS)('labels in %s are told from 1.13 on, where the organisation has them on', async (id) => {
  const on = outlookWindow(id, { labels: LABELS, item: { label: 'l-2' } }).host;
  const off = outlookWindow(id, { item: { label: 'l-2' } }).host;
  const asked = async (host: typeof on) => [await call(host, 'sensitivityLabelsCatalog.getIsEnabledAsync'), await call(host, 'sensitivityLabelsCatalog.getAsync'), await call(host, 'sensitivityLabel.getAsync')];
  if (id === 'classicWindows_1_12') return expect([await asked(on), await asked(off)]).toEqual([[9032, 9032, 9032], [9032, 9032, 9032]]);
  return expect([await asked(on), await asked(off)]).toEqual([[true, LABELS, 'l-2'], [false, 5001, 5001]]);
});

test.each(CLIENT_IDS)('categories in %s are told of meetings, and of messages where the client does', async (id) => {
  const { messageCategories, oddities } = CLIENTS[id];
  const categories = ['Client'];
  expect(await call(outlookWindow(id, { item: { kind: 'meeting', categories } }).host, 'categories.getAsync')).toEqual([{ displayName: 'Client', color: 'Preset0' }]);
  expect(await call(outlookWindow(id, { item: { categories } }).host, 'categories.getAsync')).toEqual(messageCategories ? [{ displayName: 'Client', color: 'Preset0' }] : 5000);
  if (messageCategories) expect(await call(outlookWindow(id).host, 'categories.getAsync')).toEqual(oddities.noCategoriesIsNull ? null : []);
});

test('attachments in the cloud are not listed, and a sender comes without a type', async () => {
  const { host } = outlookWindow('web', { item: { composeType: 'reply', attachments: [{ name: 'list.xlsx', size: 2048 }, { name: 'shared.docx', attachmentType: 'cloud' }] } });
  expect(await call(host, 'getAttachmentsAsync')).toEqual([{ id: 'attachment-1', name: 'list.xlsx', size: 2048, isInline: false, attachmentType: 'file' }]);
  expect(await call(host, 'from.getAsync')).toEqual({ displayName: 'Eva Own', emailAddress: 'eva@own.example' });
  expect(await call(host, 'getComposeTypeAsync')).toEqual({ composeType: 'reply', coercionType: 'html' });
});

test('a call nobody knows is refused', async () => {
  const { host } = outlookWindow('web');
  expect(await call(host, 'toString')).toBe(9032);
  expect(await call(host, 'categories.addAsync', ['Red'])).toBe(9032);
});

test('a phone shows one notification, the last, and none with a button', async () => {
  const { host } = outlookWindow(PHONES.ios);
  await call(host, 'notificationMessages.addAsync', 'first', INFO);
  await call(host, 'notificationMessages.replaceAsync', 'second', INFO);
  expect(host.draft().notifications.map(({ key }) => key)).toEqual(['second']);
  expect(await call(host, 'notificationMessages.addAsync', 'third', INSIGHT)).toBe(9031);
});
