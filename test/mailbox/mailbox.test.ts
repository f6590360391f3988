import { runtimeClock } from '../../src/outlook/clock';
import { createOffice } from '../../src/simulator/office';
import { arrangedHost, fieldsAfter } from './arrange';
import { carryOut, EXPECTATIONS } from './expectations';

/*
 * The expectations of a mailbox, with the simulated Office object. test/browser/mailbox-in-office-js.spec.ts
 * runs the same table with Microsoft's office.js.
 */

const global = globalThis as { Office?: unknown };

afterEach(() => {
  delete global.Office;
});

test.each(EXPECTATIONS.map((expectation) => [expectation.says, expectation] as const))('%s', async (_, expectation) => {
  const host = arrangedHost(expectation);
  global.Office = createOffice(host.connect('pane'), host.client, host.runtimeInfo('pane')).Office;

  expect(await carryOut(expectation, runtimeClock())).toEqual(expectation.result);
  expect(fieldsAfter(host, expectation)).toEqual(expectation.after ?? {});
  expect(expectation.bodyAfter === undefined || host.draft().body.html).toBe(expectation.bodyAfter ?? true);
});

test('no expectation of a mailbox stands in the table twice', () => {
  const sentences = EXPECTATIONS.map(({ says }) => says);
  expect(sentences).toEqual([...new Set(sentences)]);
});
