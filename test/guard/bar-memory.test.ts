import type { SessionData } from '../../src/core/ports';
import { dismissedBefore, isCovered, rememberDismissed, rememberSaid, type Said, saidBy, subjectOf, withSubjects } from '../../src/guard/bar-memory';
import { memory } from './desk';

const deaf: SessionData = { read: async () => undefined, write: async () => false };
const marks = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(100 + index));

describe('what a line above a draft is about', () => {
  test('is told person by person, each once, in whatever order they stand', () => {
    expect(subjectOf('consent', 2, ['b', 'a', 'b'])).toStrictEqual({ what: 'consent', grade: 2, who: ['a', 'b'] });
    expect(subjectOf('consent', 2, [])).toStrictEqual({ what: 'consent', grade: 2, who: [] });
    expect(subjectOf('consent', 2)).toStrictEqual({ what: 'consent', grade: 2 });
  });

  test('is everybody where there are more than thirty of them', () => {
    expect(subjectOf('consent', 1, marks(30)).who).toHaveLength(30);
    expect(subjectOf('consent', 1, marks(31))).toStrictEqual({ what: 'consent', grade: 1 });
  });
});

describe('a line that was said', () => {
  const said: Said = { text: 'Ben kann Anna sehen.', subjects: [{ what: 'visible', grade: 2, who: ['a'] }, { what: 'consent', grade: 1 }] };

  test('is kept under its name, and forgotten', async () => {
    const session = memory();
    expect(await rememberSaid(session, 'moved', said)).toBe(true);
    expect([await saidBy(session, 'moved'), await saidBy(session, 'findings')]).toEqual([said, null]);
    await rememberSaid(session, 'moved', null);
    expect([await saidBy(session, 'moved'), session.kept.get('umsicht.said.moved')]).toEqual([null, '']);
  });

  test('may be there where Outlook does not tell', async () => {
    expect([await saidBy(deaf, 'moved'), await rememberSaid(deaf, 'moved', said), await dismissedBefore(deaf)]).toEqual([undefined, false, undefined]);
  });

  test.each([
    ['{}'], ['[]'], ['no JSON'], ['{"text":7,"subjects":[]}'], ['{"text":"x","subjects":[{"what":1,"grade":1}]}'], ['{"text":"x","subjects":[{"what":"x","grade":"1"}]}'], ['{"text":"x","subjects":[{"what":"x","grade":1,"who":[1]}]}'],
  ])('is none where %s stands', async (kept) => {
    expect(await saidBy(memory({ 'umsicht.said.moved': kept }), 'moved')).toBeNull();
    expect(await dismissedBefore(memory({ 'umsicht.dismissed': kept }))).toStrictEqual([]);
  });

  test('is dismissed for good', async () => {
    const session = memory();
    expect(await dismissedBefore(session)).toStrictEqual([]);
    await rememberDismissed(session, said.subjects);
    expect(await dismissedBefore(session)).toEqual(said.subjects);
  });
});

describe('whoever has dismissed a line', () => {
  test.each([
    ['is not told the same again', subjectOf('x', 1, ['a']), [subjectOf('x', 1, ['a'])], true],
    ['nor of fewer people', subjectOf('x', 1, ['a']), [subjectOf('x', 1, ['a', 'b'])], true],
    ['nor of anybody where it was about everybody', subjectOf('x', 1, ['z']), [subjectOf('x', 1)], true],
    ['nor of something milder', subjectOf('x', 1, ['a']), [subjectOf('x', 2, ['a'])], true],
    ['is told of somebody else', subjectOf('x', 1, ['a', 'c']), [subjectOf('x', 1, ['a', 'b'])], false],
    ['is told where it is about everybody now', subjectOf('x', 1), [subjectOf('x', 1, ['a'])], false],
    ['is told of something graver', subjectOf('x', 2, ['a']), [subjectOf('x', 1, ['a'])], false],
    ['is told of something else', subjectOf('y', 1, ['a']), [subjectOf('x', 1, ['a'])], false],
    ['is told what was never said', subjectOf('x', 1, ['a']), [], false],
  ])('%s', (_, subject, dismissed, expected) => {
    expect(isCovered(subject, dismissed)).toBe(expected);
  });

  test('has dismissed what is dismissed later as well: of one thing the graver, about all of them', () => {
    const before = [subjectOf('x', 1, ['a']), subjectOf('y', 1)];
    expect(withSubjects(before, [subjectOf('z', 3, ['c'])])).toStrictEqual([...before, subjectOf('z', 3, ['c'])]);
    expect(withSubjects(before, [subjectOf('x', 2, ['b', 'a'])])).toStrictEqual([subjectOf('y', 1), subjectOf('x', 2, ['a', 'b'])]);
    expect(withSubjects([subjectOf('x', 2, ['a'])], [subjectOf('x', 1, ['b'])])).toStrictEqual([subjectOf('x', 2, ['a', 'b'])]);
    expect(withSubjects([subjectOf('x', 1, ['a'])], [subjectOf('x', 1)])).toStrictEqual([subjectOf('x', 1)]);
    expect(withSubjects([subjectOf('x', 1)], [subjectOf('x', 1, ['a'])])).toStrictEqual([subjectOf('x', 1)]);
    expect(withSubjects([subjectOf('x', 1, marks(20))], [subjectOf('x', 1, marks(31).slice(20))])).toStrictEqual([subjectOf('x', 1)]);
  });
});
