import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { markOf } from '../../src/core/identity';
import type { SessionData } from '../../src/core/ports';
import { areMovesDeclined, declineMoves, hasMark, isWritten, movesOf, NO_MOVES, noteWritten, rememberMoves, withMarks, withoutMarks } from '../../src/guard/moves-memory';
import { memory, NOW, recipient } from './desk';

const deaf: SessionData = { read: async () => undefined, write: async () => false };
const person = (address: string) => ({ address, name: '' });
const [anna, ben, cem] = [person('anna@oak.example'), person('ben@elm.example'), person('cem@ash.example')] as const;

describe('marks of people', () => {
  test('stand one behind the other, each once, and are taken out again', () => {
    const both = withMarks('', [anna, ben, anna]);
    expect(both).toBe(markOf(anna) + markOf(ben));
    expect(withMarks(both, [ben, cem])).toBe(both + markOf(cem));
    expect([anna, ben, cem].map((each) => hasMark(both, each))).toEqual([true, true, false]);
    expect(withoutMarks(both, [anna, cem])).toBe(markOf(ben));
    expect(withoutMarks('', [anna])).toBe('');
  });

  test('are none where they only run over two others', () => {
    expect(hasMark(`0${markOf(anna)}0000000`, anna)).toBe(false);
    expect(hasMark(`0${markOf(anna)}0000000${markOf(anna)}`, anna)).toBe(true);
  });
});

describe('what is kept of moves', () => {
  const moves = { moving: ['anna@oak.example'], arrived: markOf(ben), moved: markOf(anna) + markOf(ben), kept: '', begun: 2 };

  test('is told again, or may be there where Outlook does not tell', async () => {
    const session = memory();
    expect(await movesOf(session)).toEqual(NO_MOVES);
    await rememberMoves(session, moves);
    expect([await movesOf(session), await movesOf(deaf)]).toEqual([moves, undefined]);
  });

  test.each([['{}'], ['no JSON'], [{ moving: [7] }], [{ moving: 'x' }], [{ arrived: 7 }], [{ moved: 'not hexadecimal' }], [{ kept: 'AB' }], [{ begun: '2' }]])('is nothing where %j stands', async (wrong) => {
    expect(await movesOf(memory({ 'umsicht.moves': typeof wrong === 'string' ? wrong : JSON.stringify({ ...moves, ...wrong }) }))).toEqual(NO_MOVES);
  });

  test('knows whether they were declined', async () => {
    const session = memory();
    expect([await areMovesDeclined(session), await areMovesDeclined(deaf)]).toEqual([false, undefined]);
    await declineMoves(session);
    expect(await areMovesDeclined(session)).toBe(true);
  });
});

describe('a draft is written', () => {
  const to = (...addresses: readonly string[]): Draft => ({ ...EMPTY_DRAFT, recipients: addresses.map((address) => recipient(address)) });
  const one = to('anna@oak.example');
  const two = to('anna@oak.example', 'ben@elm.example');

  test('once Outlook has told of its opening', async () => {
    const session = memory();
    await noteWritten(session);
    expect([await isWritten(session, one, NOW), await isWritten(deaf, one, NOW)]).toEqual([true, false]);
  });

  test('once its recipients are others than at first, in whatever order they stand', async () => {
    const session = memory();
    expect(await isWritten(session, two, NOW)).toBe(false);
    expect(await isWritten(session, to('ben@elm.example', 'anna@oak.example'), NOW + 60_000)).toBe(false);
    expect(await isWritten(session, one, NOW + 60_000)).toBe(true);
    expect(await isWritten(session, two, NOW + 60_000)).toBe(true);
  });

  test('also where somebody only stands in another field', async () => {
    const session = memory();
    await isWritten(session, one, NOW);
    expect(await isWritten(session, { ...one, recipients: [recipient('anna@oak.example', 'cc')] }, NOW + 3000)).toBe(true);
  });

  test('not while its fields are still filled, nor while nobody is there', async () => {
    const session = memory();
    expect(await isWritten(session, to(), NOW)).toBe(false);
    expect(await isWritten(session, one, NOW)).toBe(false);
    expect(await isWritten(session, two, NOW + 2999)).toBe(false);
    expect(await isWritten(session, to(), NOW + 60_000)).toBe(false);
    // What stood there last while it was filled is what it was opened with.
    expect(await isWritten(session, two, NOW + 60_000)).toBe(false);
    expect(await isWritten(session, one, NOW + 60_000)).toBe(true);
  });

  test('for nobody who cannot tell how it was seen first', async () => {
    const session = memory();
    expect(await isWritten({ ...session, read: async (key) => (key === 'umsicht.firstSeen' ? undefined : session.read(key)) }, one, NOW)).toBe(false);
    expect(session.kept.size).toBe(0);
  });
});
