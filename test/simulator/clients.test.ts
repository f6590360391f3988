import { CLIENT_IDS, CLIENTS, hasCall, hasMailboxSet, LIMITS, PHONES, SEND_TIMES, type ClientId } from '../../src/simulator/clients';

// Every figure once, as read in Microsoft's documentation (see the head of clients.ts), so that none changes by accident.
const FIGURES: Record<ClientId, readonly [set: string, perCall: number | null, perField: number | null, getMax: number | null, sessionData: number, inFlight: number | null]> = {
  classicWindows_1_12: ['1.12', 100, 500, 500, 50_000, null],
  classicWindows_1_13: ['1.13', 100, 500, 500, 50_000, null],
  classicWindows_1_14: ['1.14', 100, 500, 500, 50_000, null],
  classicWindows_1_15: ['1.15', 100, 500, 500, 50_000, null],
  classicWindows_1_16: ['1.16', 100, 1000, 1000, 2_621_440, null],
  newWindows: ['1.16', 100, null, 1000, 2_621_440, 3],
  web: ['1.16', 100, null, 1000, 2_621_440, 3],
  mac: ['1.14', null, null, null, 50_000, null],
};

test.each(CLIENT_IDS)('%s has the limits the documentation names', (id) => {
  const { mailboxSet, recipients, sessionDataMax, callsInFlight } = CLIENTS[id];
  expect([mailboxSet, recipients.perCall, recipients.perField, recipients.getMax, sessionDataMax, callsInFlight]).toEqual(FIGURES[id]);
  expect(CLIENTS[id].notificationsMax).toBe(5);
  expect(CLIENTS[id].id).toBe(id);
});

// label, pane, function, Markdown, sendModeOverride, InitializationContextChanged, which button
const ALERTS: Record<ClientId, readonly [boolean, boolean, boolean, boolean, boolean, boolean, string]> = {
  classicWindows_1_12: [false, false, false, false, false, false, 'dontSend'],
  classicWindows_1_13: [false, false, false, false, false, false, 'dontSend'],
  classicWindows_1_14: [true, true, false, false, true, false, 'dontSend'],
  classicWindows_1_15: [true, true, true, true, true, true, 'takeAction'],
  classicWindows_1_16: [true, true, true, true, true, true, 'takeAction'],
  newWindows: [true, true, true, true, true, true, 'takeAction'],
  web: [true, true, true, true, true, true, 'takeAction'],
  mac: [true, true, false, false, true, false, 'dontSend'],
};

test.each(CLIENT_IDS)('the Smart Alert of %s can do what its Mailbox set brought', (id) => {
  const { cancelLabel, commandPane, commandFunction, markdown, sendModeOverride, initializationContextChanged, button } = CLIENTS[id].smartAlerts;
  expect([cancelLabel, commandPane, commandFunction, markdown, sendModeOverride, initializationContextChanged, button]).toEqual(ALERTS[id]);
});

test.each(CLIENT_IDS)('%s raises send and recipient events', (id) => {
  expect(CLIENTS[id].events).toEqual(expect.arrayContaining(['OnMessageSend', 'OnAppointmentSend', 'OnMessageRecipientsChanged', 'OnNewMessageCompose', 'OnMessageCompose']));
});

test('the event that tells of a change of sender came with 1.13, and for meetings only a Mac has it', () => {
  expect(CLIENT_IDS.filter((id) => !CLIENTS[id].events.includes('OnMessageFromChanged'))).toEqual(['classicWindows_1_12']);
  expect(CLIENT_IDS.filter((id) => CLIENTS[id].events.includes('OnAppointmentFromChanged'))).toEqual(['mac']);
});

test('only classic Windows runs event handlers without a page', () => {
  expect(CLIENT_IDS.filter((id) => CLIENTS[id].eventRuntime === 'javascriptOnly')).toEqual(CLIENT_IDS.filter((id) => id.startsWith('classicWindows')));
});

test('clients are told apart by platform and host name', () => {
  const names = (id: ClientId) => [CLIENTS[id].platform, CLIENTS[id].hostName];
  expect(names('classicWindows_1_16')).toEqual(['PC', 'Outlook']);
  expect(names('mac')).toEqual(['Mac', 'Outlook']);
  expect(names('web')).toEqual(['OfficeOnline', 'OutlookWebApp']);
  expect(names('newWindows')).toEqual(['OfficeOnline', 'newOutlookWindows']);
});

test('limits that are the same everywhere', () => {
  expect(LIMITS).toEqual({
    displayName: 255, emailAddress: 571, subject: 255, body: 1_000_000,
    errorMessage: 500, errorMessageMarkdown: 500, cancelLabel: 20,
    notificationKey: 32, notificationMessage: 150, notificationIcon: 32, notificationActionText: 30, notificationActions: 1,
    recipientsPerCallInOfficeJs: 100,
  });
  expect(SEND_TIMES).toEqual({ slow: 5_000, timeout: 300_000 });
});

test('a Mailbox set includes the earlier ones, counted as numbers', () => {
  expect(hasMailboxSet(CLIENTS.mac, '1.9')).toBe(true);
  expect(hasMailboxSet(CLIENTS.mac, '1.14')).toBe(true);
  expect(hasMailboxSet(CLIENTS.mac, '1.15')).toBe(false);
  expect(hasMailboxSet(CLIENTS.web, '2.0')).toBe(false);
});

test.each(Object.values(PHONES))('$label hears of three events and of no send, shows one notification, and gives a handler a minute', (phone) => {
  expect(phone.events).toEqual(['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged']);
  expect([phone.mailboxSet, phone.notificationsMax, phone.notificationsBeyond, phone.handlerTimeoutMs, phone.recipients.getMax, phone.callsInFlight]).toEqual(['1.5', 1, 'replace', 60_000, 100, 3]);
});

test('a phone has some calls of later sets, and lacks some of its own', () => {
  const calls: readonly (readonly [set: string, name: string])[] = [
    ['1.1', 'to.setAsync'], ['1.7', 'from.getAsync'], ['1.10', 'getComposeTypeAsync'], ['1.11', 'sessionData.setAsync'],
    ['1.1', 'subject.setAsync'], ['1.3', 'body.setAsync'], ['1.8', 'getAttachmentsAsync'], ['1.13', 'sensitivityLabel.getAsync'],
  ];
  expect(calls.filter(([set, name]) => hasCall(PHONES.ios, set, name)).map(([, name]) => name)).toEqual(['to.setAsync', 'from.getAsync', 'getComposeTypeAsync', 'sessionData.setAsync']);
  expect(calls.every(([set, name]) => hasCall(CLIENTS.web, set, name))).toBe(true);
});

test('events of its own end handlers on the web and in new Outlook; classic Outlook raises some that nobody has caused', () => {
  const odd = (oddity: 'ownChangeCutsOff' | 'previewRaisesEvents' | 'sendRaisesRecipientsChanged') => CLIENT_IDS.filter((id) => CLIENTS[id].oddities[oddity]);
  expect(odd('ownChangeCutsOff')).toEqual(['newWindows', 'web']);
  expect(odd('previewRaisesEvents')).toEqual(CLIENT_IDS.filter((id) => id.startsWith('classicWindows')));
  expect(odd('sendRaisesRecipientsChanged')).toEqual(odd('previewRaisesEvents'));
});
