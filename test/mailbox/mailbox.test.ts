import { runtimeClock } from '../../src/outlook/clock';
import { createOffice } from '../../src/simulator/office';
import { arrangedHost, clientIn, fieldsAfter, noticesAfter } from './arrange';
import { carryOut, EXPECTATIONS, type Library } from './expectations';

/*
 * The expectations of a mailbox, with the simulated Office object. test/browser/mailbox-in-office-js.spec.ts
 * and test/browser/mailbox-in-classic-office-js.spec.ts run the same table with Microsoft's office.js.
 */

const LIBRARIES: readonly Library[] = ['web', 'classic'];

const global = globalThis as { Office?: unknown };

afterEach(() => {
  delete global.Office;
});

const ROWS = EXPECTATIONS.flatMap((expectation) => {
  const clients = [...new Set(LIBRARIES.map((library) => clientIn(library, expectation)))];
  return clients.flatMap((client) => (client === null ? [] : [[expectation.says, client, expectation] as const]));
});

test.each(ROWS)('%s, in %s', async (_, client, expectation) => {
  const host = arrangedHost({ ...expectation, client });
  global.Office = createOffice(host.connect('pane'), host.client, host.runtimeInfo('pane')).Office;

  expect(await carryOut(expectation, runtimeClock())).toEqual(expectation.result);
  expect(fieldsAfter(host, expectation)).toEqual(expectation.after ?? {});
  expect(expectation.bodyAfter === undefined || host.draft().body.html).toBe(expectation.bodyAfter ?? true);
  if (expectation.noticesAfter) expect(noticesAfter(host)).toEqual(expectation.noticesAfter);
});

test('no expectation of a mailbox stands in the table twice', () => {
  const sentences = EXPECTATIONS.map(({ says }) => says);
  expect(sentences).toEqual([...new Set(sentences)]);
});
