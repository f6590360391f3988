import { insertText } from '../../src/guard/insert-text';
import { type Fault, mailboxModel } from './mailbox-model';

const IMPRINT = 'Own GmbH\nHauptstr. 1';
const MAIL = 'Guten Tag\n\n-----Original Message-----\nFrom: Anna\nAlt';
const faulty = (at: number, fault: Fault) => mailboxModel({ body: MAIL, fault: (call) => (call === at ? fault : undefined) });

test('a text is put in in front of quoted mail', async () => {
  const mailbox = mailboxModel({ body: MAIL });
  expect(await insertText(mailbox, IMPRINT)).toEqual({ done: true, already: false });
  expect(mailbox.text.body.indexOf(IMPRINT)).toBeGreaterThan(0);
  expect(mailbox.text.body.indexOf(IMPRINT)).toBeLessThan(mailbox.text.body.indexOf('-----Original'));
});

test('a text that stands there in other lines is there already', async () => {
  const mailbox = mailboxModel({ body: 'Guten Tag\r\n\r\nOwn GmbH  Hauptstr. 1' });
  expect(await insertText(mailbox, IMPRINT)).toEqual({ done: true, already: true });
  expect(mailbox.calls).toEqual(['read body']);
});

test.each([
  ['at the very beginning', 'Own GmbH\nHauptstr. 1\n\nGuten Tag'],
  ['at the end, without the line break behind it', 'Guten Tag\n\nOwn GmbH\nHauptstr. 1'],
])('a text that stands %s is there already', async (_, body) => {
  expect(await insertText(mailboxModel({ body }), `${IMPRINT}\n`)).toEqual({ done: true, already: true });
});

test.each<[string, number, Fault, object]>([
  ['the body cannot be read', 1, 'fails', { done: false, reason: 'hostFailed', untouched: true }],
  ['Outlook refuses', 2, 'fails', { done: false, reason: 'hostFailed', untouched: true }],
  ['Outlook does not answer', 2, 'silent', { done: false, reason: 'hostSilent', untouched: true }],
  ['Outlook says no and does it', 2, 'failsButHappens', { done: false, reason: 'hostFailed', untouched: false }],
])('where %s the sender is told what became of the mail', async (_, at, fault, expected) => {
  expect(await insertText(faulty(at, fault), IMPRINT)).toEqual(expected);
});

test('a mail that cannot be read afterwards is not said to be untouched', async () => {
  const mailbox = mailboxModel({ body: MAIL, fault: (call) => (call >= 2 ? 'fails' : undefined) });
  expect(await insertText(mailbox, IMPRINT)).toEqual({ done: false, reason: 'hostFailed', untouched: false });
});
