import fc from 'fast-check';
import { PURPOSES } from '../../src/core/purpose';
import { readJsonDraft } from '../../src/cli/json-draft';

test('a whole draft, every part of it', () => {
  const reading = readJsonDraft(JSON.stringify({
    from: { address: 'eva@own.example', name: 'Eva' },
    to: [{ address: 'anna@oak.example', name: 'Anna' }],
    cc: [{ address: 'ben@elm.example' }],
    bcc: [{ address: '' }],
    subject: 'Termin',
    body: 'Hallo',
    attachments: ['a.pdf', { name: 'b.pdf', size: 0 }, { name: 'c.pdf' }],
    purpose: 'newsletter',
    composeType: 'reply',
    label: 'Vertraulich',
    categories: ['Intern', 'Projekt'],
    openedWith: [{ address: 'cem@ash.example', name: 'Cem' }, { address: 'dora@fir.example' }],
  }));
  expect(reading).toEqual({
    ok: true,
    draft: {
      kind: 'message',
      from: { address: 'eva@own.example', name: 'Eva' },
      recipients: [
        { address: 'anna@oak.example', name: 'Anna', field: 'to' },
        { address: 'ben@elm.example', name: '', field: 'cc' },
        { address: '', name: '', field: 'bcc' },
      ],
      subject: 'Termin',
      body: 'Hallo',
      attachments: [{ name: 'a.pdf' }, { name: 'b.pdf', size: 0 }, { name: 'c.pdf' }],
      composeType: 'reply',
      purpose: 'newsletter',
      label: { id: 'Vertraulich', name: 'Vertraulich' },
      categories: ['Intern', 'Projekt'],
      openedWith: [{ address: 'cem@ash.example', name: 'Cem' }, { address: 'dora@fir.example', name: '' }],
      unread: [],
    },
  });
});

test.each(['{}', '\ufeff{}', '{"from":null,"purpose":null,"openedWith":null,"label":null}'])('%s is a new mail to nobody', (text) => {
  expect(readJsonDraft(text)).toEqual({
    ok: true,
    draft: { kind: 'message', from: null, recipients: [], subject: '', body: '', attachments: [], composeType: 'newMail', purpose: null, openedWith: null, label: null, categories: [], unread: [] },
  });
});

test('attendees make a meeting, which nothing is answered by', () => {
  const reading = readJsonDraft('{"required":[{"address":"anna@oak.example"}],"optional":[{"address":"ben@elm.example"}],"subject":"Termin"}');
  expect(reading).toMatchObject({
    ok: true,
    draft: { kind: 'meeting', composeType: null, subject: 'Termin', recipients: [{ address: 'anna@oak.example', field: 'required' }, { address: 'ben@elm.example', field: 'optional' }] },
  });
});

test.each(['to', 'cc', 'bcc'])('a meeting has nobody in %s', (field) => {
  expect(readJsonDraft(`{"required":[{"address":"anna@oak.example"}],"${field}":[{"address":"ben@elm.example"}]}`)).toEqual({ ok: false, problems: [{ path: field, message: 'a meeting has attendees in required and optional only' }] });
});

test('everything that is wrong is said at once, each with its place', () => {
  const reading = readJsonDraft(JSON.stringify({
    from: 'eva@own.example',
    to: [{ adress: 'anna@oak.example' }, { address: 3, name: null }, 'ben@elm.example'],
    cc: { address: 'cem@ash.example' },
    subject: ['x'],
    attachments: [7, { size: -1 }, { name: 'a', size: 1.5, inline: true }],
    purpose: 'spam',
    composeType: 'NewMail',
    openedWith: [{}],
    categories: [3],
    CC: [],
    'constructor': 1,
  }));
  if (reading.ok) throw new Error('the draft was taken');
  expect(reading.problems.map(({ path, message }) => `${path}: ${message}`).sort()).toEqual([
    'CC: no entry of that name; known here: attachments, bcc, body, categories, cc, composeType, from, label, openedWith, optional, purpose, required, subject, to',
    'attachments[0]: expected a name, or an object with name and size, got 7',
    'attachments[1].name: expected a text, got nothing',
    'attachments[1].size: expected a number of bytes, got -1',
    'attachments[2].inline: no entry of that name; known here: name, size',
    'attachments[2].size: expected a number of bytes, got 1.5',
    'categories[0]: expected a text, got 3',
    'cc: expected a list of people, got an object',
    'composeType: expected one of "newMail", "reply", "forward", got "NewMail"',
    'constructor: no entry of that name; known here: attachments, bcc, body, categories, cc, composeType, from, label, openedWith, optional, purpose, required, subject, to',
    'from: expected an object, got "eva@own.example"',
    'openedWith[0].address: expected a text, got nothing',
    'purpose: expected one of "individual", "contract", "offer", "newsletter", "event", "survey", got "spam"',
    'subject: expected a text, got a list',
    'to[0].address: expected a text, got nothing',
    'to[0].adress: no entry of that name; known here: address, name',
    'to[1].address: expected a text, got 3',
    'to[1].name: expected a text, got null',
    'to[2]: expected an object, got "ben@elm.example"',
  ]);
});

test.each([['[]', 'expected an object, got a list'], ['null', 'expected an object, got null'], ['"x"', 'expected an object, got "x"']])('%s is no draft', (text, message) => {
  expect(readJsonDraft(text)).toEqual({ ok: false, problems: [{ path: '', message }] });
});

test.each(['', '{', '{"to":[}', 'From: eva@own.example'])('%j is no JSON', (text) => {
  expect(readJsonDraft(text)).toMatchObject({ ok: false, problems: [{ path: '', message: expect.stringMatching(/^no JSON: /) }] });
});

test('a key named like something every object has is unknown, not passed over', () => {
  for (const key of ['__proto__', 'toString', 'hasOwnProperty']) {
    expect(readJsonDraft(`{"${key}": []}`)).toMatchObject({ ok: false, problems: [{ path: key }] });
  }
});

test('a very deep document is refused, not fallen over', () => {
  expect(readJsonDraft(`{"to":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).ok).toBe(false);
});

test('whatever JSON it is, the draft is read or its problems are named', () => {
  fc.assert(fc.property(fc.json(), (text) => {
    const reading = readJsonDraft(text);
    expect(reading.ok || reading.problems.length > 0).toBe(true);
  }));
});

test('nobody in a well-formed draft is lost', () => {
  const people = fc.array(fc.record({ address: fc.string(), name: fc.string() }, { requiredKeys: ['address'] }), { maxLength: 5 });
  fc.assert(fc.property(fc.record({ to: people, cc: people, bcc: people, purpose: fc.constantFrom(...PURPOSES, null) }, { requiredKeys: [] }), (document) => {
    const reading = readJsonDraft(JSON.stringify(document));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const written = (['to', 'cc', 'bcc'] as const).flatMap((field) => (document[field] ?? []).map(({ address }) => `${field} ${address}`));
    expect(reading.draft.recipients.map(({ field, address }) => `${field} ${address}`)).toEqual(written);
  }));
});
