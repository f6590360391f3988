import * as fc from 'fast-check';
import { plainText, renderMarkdown } from '../../src/simulator/markdown';

test.each([
  ['bold in both spellings', '**a** __b__', [{ text: 'a', bold: true }, { text: ' ' }, { text: 'b', bold: true }]],
  ['italic in both spellings', '*a* _b_', [{ text: 'a', italic: true }, { text: ' ' }, { text: 'b', italic: true }]],
  ['bold within italic', '_a **b**_', [{ text: 'a ', italic: true }, { text: 'b', bold: true, italic: true }]],
  ['a link', 'see [the rule](https://umsicht.example/rule) now', [{ text: 'see ' }, { text: 'the rule', href: 'https://umsicht.example/rule' }, { text: ' now' }]],
  ['an escaped address', '\\_anna\\_@oak.example', [{ text: '_anna_@oak.example' }]],
  ['an address nobody escaped', '_anna_@oak.example', [{ text: 'anna', italic: true }, { text: '@oak.example' }]],
  ['an escaped link', '\\[click\\](https://ash.example)', [{ text: '[click](https://ash.example)' }]],
  ['marks that open nothing', '2 * 3 * 4 and snake_case', [{ text: '2 * 3 * 4 and snake_case' }]],
  ['a mark whose end is escaped', '*a\\* b', [{ text: '*a* b' }]],
  ['a backslash before something else', 'C:\\dir \\(x\\)', [{ text: 'C:\\dir \\(x\\)' }]],
])('%s', (_name, source, spans) => {
  expect(renderMarkdown(source)).toEqual({ blocks: [{ kind: 'paragraph', spans }], problems: [] });
});

test('lists end their items with a carriage return, numbers begin at 1', () => {
  expect(renderMarkdown('First:\n\n- a\r* b\r1. c\r2. d\r')).toEqual({
    blocks: [
      { kind: 'paragraph', spans: [{ text: 'First:' }] },
      { kind: 'bullet', spans: [{ text: 'a' }] },
      { kind: 'bullet', spans: [{ text: 'b' }] },
      { kind: 'numbered', number: 1, spans: [{ text: 'c' }] },
      { kind: 'numbered', number: 2, spans: [{ text: 'd' }] },
    ],
    problems: [],
  });
});

test.each([
  ['a single line break', 'a\nb'],
  ['a list with line feeds', '- a\n- b'],
  ['numbers that begin at 2', '2. a\r3. b\r'],
  ['a heading', '# a'],
  ['code', '`a`'],
  ['an image', '![a](https://ash.example/a.png)'],
  ['HTML', 'a <b>b</b>'],
  ['a bare link', '<https://ash.example>'],
  ['a link without encryption', '[a](http://ash.example)'],
])('%s is noticed', (_name, source) => {
  expect(renderMarkdown(source).problems).not.toEqual([]);
});

test('a link without encryption cannot be clicked', () => {
  expect(renderMarkdown('[a](http://ash.example)').blocks).toEqual([{ kind: 'paragraph', spans: [{ text: 'a' }] }]);
});

test('whatever a name is, escaped it is shown as it is', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab *_[]\\()<>!#@.ö€😀') });
  fc.assert(fc.property(letters, (name) => {
    const escaped = `To ${name.replace(/[\\*_[\]]/g, '\\$&')}.`;
    const { blocks } = renderMarkdown(escaped);
    expect(plainText(blocks)).toBe(`To ${name}.`);
    expect(blocks[0]!.spans.every(({ bold, italic, href }) => !bold && !italic && !href)).toBe(true);
  }));
});
