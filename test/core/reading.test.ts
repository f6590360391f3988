import { isOptional, schemaOf } from '../../src/core/reading-schema';
import { fitting, listOf, oneOf, optional, type Problem, type Reader, readWhole, section, yesOrNo } from '../../src/core/reading';

const text = fitting<string>((value) => typeof value === 'string', 'a text');
const person = section({ name: text, age: optional(oneOf([1, 2] as const), 1), tags: optional(listOf(text, 'a list of tags'), undefined) });

function read<T>(reader: Reader<T>, value: unknown): unknown {
  const result = readWhole(reader, value);
  return result.ok ? result.value : result.problems.map(({ path, message }) => `${path} | ${message}`);
}

test('what fits is read, and what is left out has its default or is not there', () => {
  expect(read(person, { name: 'Anna' })).toEqual({ name: 'Anna', age: 1 });
  expect(Object.keys(read(person, { name: 'Anna' }) as object)).toEqual(['name', 'age']);
  expect(read(person, { name: 'Anna', age: 2, tags: ['x'] })).toEqual({ name: 'Anna', age: 2, tags: ['x'] });
  expect(read(listOf(person, 'a list'), [])).toEqual([]);
  expect([read(yesOrNo, true), read(yesOrNo, false)]).toEqual([true, false]);
});

test('every problem is told with its place, and the names there are, in alphabetical order', () => {
  expect(read(person, { name: 7, tags: ['x', null, {}], surname: 'Oak', zip: '1' })).toEqual([
    'name | expected a text, got 7',
    'tags[1] | expected a text, got null',
    'tags[2] | expected a text, got an object',
    'surname | no entry of that name; known here: age, name, tags',
    'zip | no entry of that name; known here: age, name, tags',
  ]);
  expect(Object.keys(read(person, { name: 'Anna' }) as object)).toEqual(['name', 'age']);
  expect(read(section({ people: listOf(person, 'a list') }), { people: [{ name: 'x' }, { name: 'x', age: 3 }] })).toEqual(['people[1].age | expected one of 1, 2, got 3']);
  expect(read(section({ people: listOf(person, 'a list') }), { people: {} })).toEqual(['people | expected a list, got an object']);
});

test('what stands there is shown as it is written, as far as there is room', () => {
  const shown = (value: unknown) => (read(oneOf(['x']), value) as string[])[0]?.replace(' | expected "x", got ', '');
  expect([undefined, null, [], {}, '', 'y', 7, true, () => 1, Symbol('x')].map(shown)).toEqual(['nothing', 'null', 'a list', 'an object', '""', '"y"', '7', 'true', 'function', 'symbol']);
  // With its quotation marks, sixty characters at most.
  expect(shown('y'.repeat(58))).toBe(`"${'y'.repeat(58)}"`);
  expect(shown('y'.repeat(59))).toBe(`"${'y'.repeat(58)}…`);
});

test('an object’s own ways are no settings, and what is no object has none', () => {
  expect(read(section({ toString: optional(text, 'none') }), {})).toEqual({ toString: 'none' });
  expect(read(person, JSON.parse('{"name": "x", "__proto__": 1}'))).toEqual(['__proto__ | no entry of that name; known here: age, name, tags']);
  for (const [value, got] of [[null, 'null'], [[], 'a list'], ['x', '"x"'], [undefined, 'nothing']] as const) expect(read(person, value)).toEqual([` | expected an object, got ${got}`]);
});

test('others are passed over where that is wanted', () => {
  const lenient = section({ name: text }, 'ignored');
  expect(read(lenient, { name: 'x', other: 1 })).toEqual({ name: 'x' });
  expect(read(lenient, { other: 1 })).toEqual(['name | expected a text, got nothing']);
});

test('reading goes on behind a problem, and a list that is none has no entries', () => {
  const problems: Problem[] = [];
  expect(listOf(text, 'a list')(7, 'x', problems)).toEqual([]);
  expect(person([], 'y', problems)).toEqual({});
  expect(problems.map(({ path }) => path)).toEqual(['x', 'y']);
});

test('what is read is described in JSON Schema; of what nothing is said, everything', () => {
  expect(schemaOf(person)).toStrictEqual({
    type: 'object',
    properties: { name: {}, age: { enum: [1, 2] }, tags: { type: 'array', items: {} } },
    required: ['name'],
    additionalProperties: false,
  });
  expect(schemaOf(section({ sure: optional(yesOrNo, false) }, 'ignored'))).toStrictEqual({ type: 'object', properties: { sure: { type: 'boolean' } } });
  expect([isOptional(optional(text, '')), isOptional(yesOrNo), isOptional(text)]).toEqual([true, false, false]);
});
