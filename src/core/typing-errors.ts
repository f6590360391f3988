/**
 * How likely a slip of the finger is, the smaller the likelier. `TURNED`: two letters in the wrong
 * order, a letter twice or a double letter once. `NEAR`: the key beside, a letter of like shape, a
 * letter too many or too few. `OTHER`: any other letter. `NUMBER`: a digit too many or too few.
 */
export const TURNED = 2;
export const NEAR = 3;
export const OTHER = 5;
export const NUMBER = 6;

/**
 * What it takes to type `typed` for `meant`: the weights of the slips added up, at most `slips` of
 * them (0 for the same text); `Infinity` where that does not do. One number for another is no slip:
 * firm1 and firm2, firm12 and firm21 are two firms.
 */
export function typingErrors(typed: string, meant: string, slips: number): number {
  return fromHere(typed, 0, meant, 0, slips, sameEnd(typed, meant));
}

/** How many letters both have in common at their end. */
function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same += 1;
  return same;
}

function fromHere(typed: string, from: number, meant: string, to: number, slips: number, end: number): number {
  let i = from;
  let j = to;
  // Behind the end is no number, which equals nothing.
  while (typed.charCodeAt(i) === meant.charCodeAt(j)) {
    i += 1;
    j += 1;
  }
  const left = typed.length - i;
  const right = meant.length - j;
  if (left === 0 && right === 0) return 0;
  if (slips === 0 || Math.abs(left - right) > slips) return Infinity;
  // One slip leaves two letters at most that are not as at the beginning or the end.
  if (slips === 1 && Math.max(left, right) - Math.min(left, right, end) > 2) return Infinity;

  let least = Infinity;
  if (left > 0 && right > 0) {
    const rest = fromHere(typed, i + 1, meant, j + 1, slips - 1, end);
    // The keyboard is looked at last: most pairs of names fail before.
    if (rest < Infinity) least = rest + substituted(typed.charAt(i), meant.charAt(j));
    if (areTurned(typed, i, meant, j)) {
      least = Math.min(least, TURNED + fromHere(typed, i + 2, meant, j + 2, slips - 1, end));
    }
  }
  if (left > 0) least = Math.min(least, alone(typed, i) + fromHere(typed, i + 1, meant, j, slips - 1, end));
  if (right > 0) least = Math.min(least, alone(meant, j) + fromHere(typed, i, meant, j + 1, slips - 1, end));
  return least;
}

/** Two letters in the wrong order. Of two digits, that is another number. */
function areTurned(typed: string, i: number, meant: string, j: number): boolean {
  const [first, second] = [typed.charAt(i), typed.charAt(i + 1)];
  return first === meant.charAt(j + 1) && second === meant.charAt(j) && !(isDigit(first) && isDigit(second));
}

/** A letter that one text has and the other has not. */
function alone(text: string, at: number): number {
  if (isDigit(text.charAt(at))) return NUMBER;
  // Of a letter twice, the first one was taken for the one that is meant.
  return text.charAt(at) === text.charAt(at - 1) ? TURNED : NEAR;
}

/** Rows of ten keys, QWERTZ and QWERTY; a key touches its neighbours and two keys of the row below. */
const KEYBOARDS = ['1234567890qwertzuiopasdfghjkl-yxcvbnm', '1234567890qwertyuiopasdfghjkl-zxcvbnm'];
const ROW = 10;
/** Letters of like shape, and the two that change places between the keyboards. */
const LIKE_SHAPES = ' il 1i uv gq yz vy 5s 6b 8b 2z 9g 0o 1l ';

function substituted(one: string, other: string): number {
  if (isDigit(one) && isDigit(other)) return Infinity;
  if (LIKE_SHAPES.indexOf(` ${one}${other} `) >= 0 || LIKE_SHAPES.indexOf(` ${other}${one} `) >= 0) return NEAR;
  return KEYBOARDS.some((keys) => areNeighbours(keys.indexOf(one), keys.indexOf(other))) ? NEAR : OTHER;
}

/** By place in a keyboard; a character without a key (-1) lies beside none. */
function areNeighbours(one: number, other: number): boolean {
  const rows = Math.floor(other / ROW) - Math.floor(one / ROW);
  const columns = (other % ROW) - (one % ROW);
  if (rows === 0) return Math.abs(columns) === 1;
  return (rows === 1 && (columns === 0 || columns === -1)) || (rows === -1 && (columns === 0 || columns === 1));
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
