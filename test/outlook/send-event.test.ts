import type { Abilities, SmartAlert } from '../../src/core/ports';
import { outlookSendEvent } from '../../src/outlook/send-event';

const CLASSIC_1_12: Abilities = { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false };
const CLASSIC_1_14: Abilities = { sendModeOverride: true, dialogButton: 'pane', markdown: false, delay: false };
const WEB: Abilities = { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true };

const ALERT: SmartAlert = {
  errorMessage: 'Three people would see each other.',
  errorMessageMarkdown: '**Three people** would see each other.',
  cancelLabel: 'Move to Bcc',
  commandId: 'moveToBccButton',
  contextData: '{"nonce":"n1"}',
  sendModeOverride: 'promptUser',
};

test('a send that may go is told so, in so many words', () => {
  const completed = jest.fn();
  outlookSendEvent({ completed }, WEB).complete({ allowEvent: true });
  expect(completed.mock.calls).toEqual([[{ allowEvent: true }]]);
});

test.each([
  ['classic 1.12', CLASSIC_1_12, { allowEvent: false, errorMessage: ALERT.errorMessage }],
  [
    'classic 1.14',
    CLASSIC_1_14,
    { allowEvent: false, errorMessage: ALERT.errorMessage, cancelLabel: ALERT.cancelLabel, commandId: ALERT.commandId, contextData: ALERT.contextData, sendModeOverride: 'promptUser' },
  ],
  ['the web', WEB, { allowEvent: false, ...ALERT }],
] as const)('a send that is stopped on %s carries the options that client knows', (_, abilities, options) => {
  const completed = jest.fn();
  outlookSendEvent({ completed }, abilities).complete({ allowEvent: false, ...ALERT });
  expect(completed.mock.calls).toEqual([[options]]);
});

test('a send that is stopped without a command has no label and no context, which Outlook would not read', () => {
  const completed = jest.fn();
  const { commandId, ...alert } = ALERT;
  expect(commandId).toBeDefined();
  outlookSendEvent({ completed }, WEB).complete({ allowEvent: false, ...alert });
  expect(Object.keys(completed.mock.calls[0][0]).sort()).toEqual(['allowEvent', 'errorMessage', 'errorMessageMarkdown', 'sendModeOverride']);
});

test('a send is completed once, by the first verdict', () => {
  const completed = jest.fn();
  const send = outlookSendEvent({ completed }, WEB);
  send.complete({ allowEvent: false, errorMessage: 'Stop.' });
  send.complete({ allowEvent: true });
  expect(completed.mock.calls).toEqual([[{ allowEvent: false, errorMessage: 'Stop.' }]]);
});

test('a send whose options Outlook throws at is stopped with the bare message', () => {
  const completed = jest.fn().mockImplementationOnce(() => {
    throw new Error('unknown option');
  });
  const send = outlookSendEvent({ completed }, WEB);
  send.complete({ allowEvent: false, ...ALERT });
  send.complete({ allowEvent: true });
  expect(completed.mock.calls.slice(1)).toEqual([[{ allowEvent: false, errorMessage: ALERT.errorMessage }]]);
});

test.each([
  ['an event that always throws', { completed: () => { throw new Error('gone'); } }],
  ['an event without a way to complete it', {} as never],
  ['no event at all', undefined as never],
])('a send with %s does not break the handler', (_, event) => {
  expect(() => outlookSendEvent(event, WEB).complete({ allowEvent: true })).not.toThrow();
});
