import { runtimeClock } from '../../src/outlook/clock';
import { outlookSendEvent, type CompletableEvent } from '../../src/outlook/send-event';
import { readAbilities } from '../../src/outlook/abilities';
import type { SmartAlert } from '../../src/core/ports';
import { carryOut, EXPECTATIONS } from './expectations';

/*
 * The page in which the expectations meet Microsoft's office.js. The test says which one to carry
 * out; two functions stand for the send handler.
 */
declare global {
  interface Window {
    carryOutExpectation(says: string): Promise<unknown>;
  }
}

window.carryOutExpectation = async (says) => {
  const expectation = EXPECTATIONS.find((each) => each.says === says);
  if (!expectation) throw new Error(`There is no expectation "${says}".`);
  return carryOut(expectation, runtimeClock());
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
