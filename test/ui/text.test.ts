import { LANGUAGES } from '../../src/core/rule';
import { TEXT } from '../../src/ui/text';

/** Every string of a language, functions called with numbers and words of their own. */
function said(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const samples = path === 'findings' ? [2, 3] : path === 'fixFor' ? ['Move', ['Anna', 'Ben'], 7] : path === 'announce' ? ['Anna', 'Ben'] : [path === 'concerned' || path === 'more' || path.startsWith('passed') ? 7 : 'Anna'];
    return [[path, String((value as (...given: unknown[]) => unknown)(...samples))]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => said(inner, path === '' ? key : `${path}.${key}`));
}

describe.each(LANGUAGES)('%s', (language) => {
  test.each(said(TEXT[language], ''))('%s says something', (_, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  test('one is not many', () => {
    const text = TEXT[language];
    expect(text.findings(1, 0)).not.toBe(text.findings(2, 0).replace('2', '1'));
    expect(text.concerned(1)).not.toContain('1');
  });

  test('names whom a fix concerns after the label that can be seen', () => {
    expect(TEXT[language].fixFor('Bcc', ['Anna', 'Ben'], 0)).toBe('Bcc: Anna, Ben');
    expect(TEXT[language].fixFor('Bcc', ['Anna'], 12)).toContain('12');
  });
});

test('German and English are two texts', () => {
  const same = said(TEXT.de, '').filter(([path, text], index) => text === (said(TEXT.en, '')[index] || [])[1] && !['paneName', 'version', 'announce', 'asQuestion', 'fixFor'].includes(path));
  expect(same).toEqual([]);
});
