import { CLIENT_IDS, CLIENTS } from '../../src/simulator/clients';
import { addresses, call, outlookWindow, people, problemKinds } from './outlook-window';

describe.each(CLIENT_IDS)('recipients in %s', (id) => {
  const { perCall, perField, getMax } = CLIENTS[id].recipients;

  test('at most so many people go into one call', async () => {
    const { host } = outlookWindow(id);
    if (perCall === null) {
      expect(await call(host, 'bcc.addAsync', people(101))).toBeUndefined();
      return;
    }
    expect(await call(host, 'bcc.addAsync', people(perCall))).toBeUndefined();
    expect(await call(host, 'cc.addAsync', people(perCall + 1))).toBe(9012);
    expect(await call(host, 'cc.setAsync', people(perCall + 1))).toBe(9012);
    expect(addresses(host, 'cc')).toEqual([]);
  });

  test('at most so many people go into one field, and a call that would exceed it adds nobody', async () => {
    const full = perField ?? 1500;
    const { host } = outlookWindow(id, { item: { bcc: people(full - 1) } });
    expect(await call(host, 'bcc.addAsync', ['one@elm.example', 'two@elm.example'])).toBe(perField === null ? undefined : 9012);
    expect(addresses(host, 'bcc')).toHaveLength(perField === null ? full + 1 : full - 1);
    if (perField === null) return;
    expect(await call(host, 'bcc.addAsync', ['one@elm.example'])).toBeUndefined();
    expect(addresses(host, 'bcc')).toHaveLength(full);
  });

  test('a long list is cut off without a word', async () => {
    const { host } = outlookWindow(id, { item: { to: people(1200) } });
    expect(await call(host, 'to.getAsync')).toHaveLength(getMax ?? 1200);
  });

  test('text that is not resolved is not told, and not lost', async () => {
    const { host } = outlookWindow(id, { item: { to: ['anna@oak.example'] } });
    host.user.type('to', 'ben@elm.example');
    expect(await call(host, 'to.getAsync')).toHaveLength(1);
    expect(host.draft().typed.to).toEqual([{ text: 'ben@elm.example', byAddIn: false }]);

    host.user.resolve();
    expect(await call(host, 'to.getAsync')).toHaveLength(2);
    expect(host.draft().typed.to).toEqual([]);
  });

  test('text that is not resolved survives what an add-in writes', async () => {
    const { host } = outlookWindow(id, { item: { to: ['anna@oak.example'], typed: { to: ['ben@elm.example'] } } });
    await call(host, 'to.setAsync', ['cem@ash.example']);
    await call(host, 'to.addAsync', ['dora@fir.example']);
    expect(addresses(host, 'to')).toEqual(['cem@ash.example', 'dora@fir.example']);
    expect(host.draft().typed.to).toEqual([{ text: 'ben@elm.example', byAddIn: false }]);
  });

  test('a contact group comes without an address and cannot be written back', async () => {
    const { host } = outlookWindow(id, { item: { to: [{ displayName: 'Choir', emailAddress: '', recipientType: 'distributionList' }] } });
    const read = await call(host, 'to.getAsync');
    expect(read).toEqual([{ displayName: 'Choir', emailAddress: id === 'mac' ? null : '', recipientType: 'distributionList' }]);
    expect(await call(host, 'bcc.addAsync', read)).toBe(5010);
    expect(await call(host, 'to.setAsync', [...(read as object[]), { displayName: '', emailAddress: 'anna@oak.example' }])).toBe(5010);
    expect(host.draft().recipients.to).toHaveLength(1);
  });
});

test('what an add-in says about the type of a recipient is dropped; Outlook decides', async () => {
  const { host } = outlookWindow('web', { directory: [{ displayName: 'Finn Own', emailAddress: 'finn@own.example', recipientType: 'user' }] });
  await call(host, 'cc.setAsync', [
    { displayName: 'Anna', emailAddress: 'anna@oak.example', recipientType: 'user' },
    { displayName: '', emailAddress: 'finn@own.example', recipientType: 'externalUser' },
  ]);
  expect(host.draft().recipients.cc).toEqual([
    { displayName: 'Anna', emailAddress: 'anna@oak.example', recipientType: 'externalUser' },
    { displayName: 'Finn Own', emailAddress: 'finn@own.example', recipientType: 'user' },
  ]);
});

test('a name in the address book resolves, another one stays text that names the add-in', async () => {
  const { host } = outlookWindow('web', { directory: [{ displayName: 'Finn Own', emailAddress: 'finn@own.example', recipientType: 'user' }] });
  await call(host, 'cc.addAsync', ['finn own', 'Nobody']);
  expect(addresses(host, 'cc')).toEqual(['finn@own.example']);
  expect(host.draft().typed.cc).toEqual([{ text: 'Nobody', byAddIn: true }]);
});

test('names above 255 and addresses above 571 characters are refused', async () => {
  const { host } = outlookWindow('mac');
  const address = (length: number) => `${'a'.repeat(length - '@oak.example'.length)}@oak.example`;
  expect(await call(host, 'cc.addAsync', [{ displayName: 'n'.repeat(255), emailAddress: address(571) }])).toBeUndefined();
  expect(await call(host, 'cc.addAsync', [{ displayName: 'n'.repeat(256), emailAddress: 'a@oak.example' }])).toBe(9031);
  expect(await call(host, 'cc.addAsync', [{ displayName: 'n', emailAddress: address(572) }])).toBe(9031);
  expect(await call(host, 'cc.addAsync', 'anna@oak.example')).toBe(9031);
});

test('on the web, emptying Bcc is said to work and does nothing', async () => {
  for (const id of CLIENT_IDS) {
    const { host } = outlookWindow(id, { item: { bcc: ['anna@oak.example'], cc: ['ben@elm.example'] } });
    expect(await call(host, 'bcc.setAsync', [])).toBeUndefined();
    expect(await call(host, 'cc.setAsync', [])).toBeUndefined();
    expect(addresses(host, 'bcc')).toEqual(id === 'web' ? ['anna@oak.example'] : []);
    expect(addresses(host, 'cc')).toEqual([]);
  }
});

test('web and new Windows ignore a change of nothing but a tag', async () => {
  for (const id of CLIENT_IDS) {
    const { host } = outlookWindow(id, { item: { to: ['anna@oak.example'] } });
    await call(host, 'to.setAsync', ['anna+news@oak.example']);
    expect(addresses(host, 'to')).toEqual([id === 'web' || id === 'newWindows' ? 'anna@oak.example' : 'anna+news@oak.example']);
    await call(host, 'to.setAsync', ['ben@elm.example']);
    expect(addresses(host, 'to')).toEqual(['ben@elm.example']);
  }
});

test('a message has no attendees and a meeting no Bcc', async () => {
  const { host } = outlookWindow('web');
  expect(await call(host, 'requiredAttendees.getAsync')).toBe(9032);
  const meeting = outlookWindow('web', { item: { kind: 'meeting', requiredAttendees: ['anna@oak.example'] } });
  expect(await call(meeting.host, 'bcc.getAsync')).toBe(9032);
  expect(await call(meeting.host, 'requiredAttendees.getAsync')).toHaveLength(1);
  expect(() => outlookWindow('web', { item: { kind: 'meeting', bcc: ['anna@oak.example'] } })).toThrow('A meeting has no bcc.');
});

test('web and new Windows take three calls at once and refuse the fourth', async () => {
  for (const id of CLIENT_IDS) {
    const { host, clock } = outlookWindow(id, { delay: () => 100 });
    const calls = ['to', 'cc', 'bcc', 'from'].map((field) => call(host, `${field}.getAsync`));
    await clock.advance(100);
    const limited = id === 'web' || id === 'newWindows';
    expect((await Promise.all(calls))[3]).toEqual(limited ? 9020 : { displayName: 'Eva Own', emailAddress: 'eva@own.example' });
    expect(problemKinds(host)).toEqual(limited ? ['tooManyCalls'] : []);
    expect(await Promise.race([call(host, 'subject.getAsync'), clock.advance(100).then(() => 'late')])).toBe('Offer');
  }
});

test('three calls of the pane leave room for three of the event runtime', async () => {
  const { host, clock } = outlookWindow('web', { delay: () => 100 });
  const events = host.connect('events');
  const calls = [...['to', 'cc', 'bcc'].map((field) => call(host, `${field}.getAsync`)), ...['to', 'cc', 'bcc'].map((field) => call(events, `${field}.getAsync`))];
  await clock.advance(100);
  await Promise.all(calls);
  expect(problemKinds(host)).toEqual([]);
});

test('the user can take a person out, put one in, and undo a resolution', () => {
  const { host } = outlookWindow('web', { item: { to: ['anna@oak.example', 'ben@elm.example'] } });
  host.user.remove('to', 'anna@oak.example');
  host.user.add('cc', 'cem@ash.example', 'Nobody', { displayName: 'Dora', emailAddress: 'dora@fir.example' });
  host.user.unresolve('to', 'ben@elm.example');
  expect([addresses(host, 'to'), addresses(host, 'cc')]).toEqual([[], ['cem@ash.example', 'dora@fir.example']]);
  expect(host.draft().typed).toMatchObject({ to: [{ text: 'ben@elm.example' }], cc: [{ text: 'Nobody' }] });
  expect(() => host.user.remove('to', 'zoe@yew.example')).toThrow('zoe@yew.example is not in to.');
  expect(() => host.user.add('requiredAttendees', 'zoe@yew.example')).toThrow('A message has no requiredAttendees.');
});
