import { runtimeClock } from '../../src/outlook/clock';
import { outlookSendEvent, type CompletableEvent } from '../../src/outlook/send-event';
import { readAbilities } from '../../src/outlook/abilities';
import { openMailbox } from '../../src/outlook/mailbox';
import { officeCalls } from '../../src/outlook/office-calls';
import type { Mailbox, SmartAlert } from '../../src/core/ports';
import { carryOut, EXPECTATIONS } from './expectations';

/*
 * The page in which the expectations meet Microsoft's office.js. The test says which one to carry
 * out; two functions stand for the send handler.
 */
export type MailboxFacts = Pick<Mailbox, 'kind' | 'abilities' | 'language' | 'owner'>;
export type MailboxMethod = 'readDraft' | 'readField' | 'addRecipients' | 'setRecipients' | 'insertText' | 'delayDelivery' | 'session.read' | 'session.write';

declare global {
  interface Window {
    carryOutExpectation(says: string): Promise<unknown>;
    /** A mailbox for whoever is outside of the page; see test/browser/fixtures/remote-mailbox.ts. */
    mailboxFacts(): MailboxFacts;
    askMailbox(method: MailboxMethod, args: readonly unknown[]): Promise<unknown>;
  }
}

window.carryOutExpectation = async (says) => {
  const expectation = EXPECTATIONS.find((each) => each.says === says);
  if (!expectation) throw new Error(`There is no expectation "${says}".`);
  return carryOut(expectation, runtimeClock());
};

const mailbox = (): Mailbox => opened ?? (opened = openMailbox(officeCalls({ clock: runtimeClock() })));
let opened: Mailbox | null = null;

window.mailboxFacts = () => {
  const { kind, abilities, language, owner } = mailbox();
  return { kind, abilities, language, owner };
};
window.askMailbox = (method, args) => {
  const path = method.split('.');
  const owner = (path.length > 1 ? mailbox().session : mailbox()) as unknown as Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
  return owner[path[path.length - 1] as string]!(...args);
};

const ALERT: SmartAlert = {
  errorMessage: 'Three people would see each other.',
  errorMessageMarkdown: '**Three people** would see each other.',
  cancelLabel: 'Move to Bcc',
  commandId: 'moveToBccButton',
  contextData: '{"nonce":"n1"}',
  sendModeOverride: 'promptUser',
};

Office.actions.associate('allowTwice', (event: CompletableEvent) => {
  const send = outlookSendEvent(event, readAbilities());
  send.complete({ allowEvent: true });
  send.complete({ allowEvent: false, ...ALERT });
});
Office.actions.associate('stopTheSend', (event: CompletableEvent) => {
  outlookSendEvent(event, readAbilities()).complete({ allowEvent: false, ...ALERT });
});
void Office.onReady();
