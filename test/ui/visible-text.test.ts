import fc from 'fast-check';
import { visibleAddress, visibleName } from '../../src/ui/visible-text';

test.each([
  ['a name turned round', 'Rechnung \u202egpj.exe', 'Rechnung \ufffdgpj.exe'],
  ['an isolate that is never closed', '\u2066Anna', '\ufffdAnna'],
  ['a name on two lines', 'Anna\r\nOak', 'Anna Oak'],
  ['letters of no width', 'An\u200bna\ufeff', 'An\ufffdna\ufffd'],
  ['control characters', 'An\u0000na\u001b', 'An\ufffdna\ufffd'],
  ['a soft hyphen', 'An\u00adna', 'An\ufffdna'],
  ['a Persian name with its joiner', 'علی\u200cرضا', 'علی\u200cرضا'],
  ['a family of four', '👨\u200d👩\u200d👧\u200d👦', '👨\u200d👩\u200d👧\u200d👦'],
  ['German', 'Jürgen Groß', 'Jürgen Groß'],
])('%s', (_, name, shown) => expect(visibleName(name)).toBe(shown));

test('an address shows its joiners, for they make two domains look like one', () => {
  expect(visibleAddress('anna@o\u200cak.example')).toBe('anna@o\ufffdak.example');
});

test('nothing that is shown can turn the text around it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(visibleName(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]/);
  }));
});
