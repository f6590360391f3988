import { convert } from '../../src/guard/convert';
import { mailboxModel } from './mailbox-model';

/*
 * Office.js cannot write a field only if nothing has changed in it. So whoever is entered between the last look at a field and its
 * rewrite is overwritten, and nothing else may come in between.
 */

const FOUR = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];
const LATE = 'emil@yew.example';

/** Moves the four to Bcc while somebody is entered into To right before the n-th thing that is asked; what that was, and what became of it. */
async function enteredBefore(n: number, colleagues: number) {
  let asked = 0;
  let before = '';
  const next = (operation: string): void => {
    asked += 1;
    if (asked !== n) return;
    before = operation;
    mailbox.fields.to.push({ address: LATE, name: '' });
  };
  const mailbox = mailboxModel({ to: [...FOUR, ...Array.from({ length: colleagues }, (_, index) => `c${index}@own.example`)], fault: (_, operation) => { next(operation); return undefined; } });
  const conversion = await convert(mailbox, { kind: 'moveToBcc', addresses: FOUR }, async () => { next('may it be changed'); return true; });
  const isThere = mailbox.everybody();
  expect(FOUR.filter((address) => !isThere.has(address))).toEqual([]);
  return { before, asked, conversion, isLost: !isThere.has(LATE) };
}

test.each([
  ['a colleague', 1],
  // More than fit into one call: some of them wait in Cc while To is rewritten.
  ['130 colleagues', 130],
])('whoever is entered while people move beside %s is overwritten right before a rewrite alone', async (_who, colleagues) => {
  const { asked } = await enteredBefore(0, colleagues);
  const lost = new Set<string>();
  for (let n = 1; n <= asked; n += 1) {
    const { before, isLost, conversion } = await enteredBefore(n, colleagues);
    if (isLost) lost.add(before);
    else if (!conversion.done) expect(conversion.restored).toBe(true);
  }
  expect([...lost]).toEqual(['set to']);
});

test('once it may not be changed any more, nobody is added or rewritten', async () => {
  for (let allowed = 0; allowed < 6; allowed += 1) {
    const mailbox = mailboxModel({ to: [...FOUR, 'eva@own.example'] });
    let left = allowed;
    let since: number | null = null;
    await convert(mailbox, { kind: 'moveToBcc', addresses: FOUR }, async () => {
      left -= 1;
      if (left < 0) since = since ?? mailbox.calls.length;
      return left >= 0;
    });
    if (since !== null) expect(mailbox.calls.slice(since).filter((call) => !call.startsWith('read'))).toEqual([]);
    expect(FOUR.filter((address) => !mailbox.everybody().has(address))).toEqual([]);
  }
});
