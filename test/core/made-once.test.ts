import { madeOnce } from '../../src/core/made-once';

test('what was made for a list of rules is handed out again, and made anew for another list', () => {
  const made: (readonly string[])[] = [];
  const lengthOf = madeOnce((names: readonly string[]) => {
    made.push(names);
    return { length: names.length };
  });
  const [one, other] = [['visible-recipients'], ['visible-recipients']] as const;
  expect(lengthOf(one)).toBe(lengthOf(one));
  expect(lengthOf(one)).not.toBe(lengthOf(other));
  expect(made).toEqual([one, other]);
});
