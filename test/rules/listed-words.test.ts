import fc from 'fast-check';
import { canBeFound, type EndingsOf, folded, readText, wordsFound } from '../../src/rules/listed-words';

const found = (text: string, words: readonly string[], except: readonly string[] = [], endings: EndingsOf = 'any') => wordsFound(readText(text), words, except, endings);

describe('a word of a list', () => {
  test.each([
    ['Vertraulich', 'streng vertraulich!', ['vertraulich']],
    ['gemäß', 'GEMÄSS Absprache', ['GEMÄSS']],
    ['Kündigung', 'Kuendigungen folgen', ['Kuendigungen']],
    ['café', 'im CAFE', ['CAFE']],
    ['Geheim', 'ge\u00adheim und ge\u200bheim', ['geheim']],
    ['ＡＢＣ', 'abc', ['abc']],
    ['Patient', 'Patientinnen und Patienten', ['Patientinnen', 'Patienten']],
    ['company', 'two companies', ['companies']],
    ['terminate', 'terminating', ['terminating']],
    ['Liste', '3Listen4', ['3Listen4']],
    ['E-Mail-Liste', 'die E-Mail Liste', ['E Mail Liste']],
    ['geheim*', 'Geheimnisvolles, geheim', ['Geheimnisvolles', 'geheim']],
    ['*geheim*', 'streng-hochgeheimes', ['hochgeheimes']],
    ['konto*nummer', 'Kontonummer, Kontostammnummer, Kontos', ['Kontonummer', 'Kontostammnummer']],
    ['M?ier', 'Meier und Maier und Mier', ['Meier', 'Maier']],
    ['Projekt * Nord', 'Projekt Falke Nord', ['Projekt Falke Nord']],
    ['*Projekt', 'Großprojekt', ['Großprojekt']],
    ['Projekt *', 'ein Projekt', ['Projekt']],
    ['* Projekt', 'Projekt eins', ['Projekt']],
    ['streng geheim', 'in STRENG geheime Akten', ['STRENG geheime']],
    ['機密', 'この機密文書', ['機密']],
    ['비밀', '회사비밀입니다', ['비밀']],
    ['secret', 'the secret機密', ['secret']],
    ['secret 機密', 'the secret機密', ['secret 機密']],
    ['機密 secret', '機密secret', ['機密 secret']],
    ['機 abc 密', '機 abc 密', ['機 abc 密']],
    ['abc 機密', 'abc機密', ['abc 機密']],
    ['Liste', '2024Liste2025', ['2024Liste2025']],
    ['Park', 'Parks', ['Parks']],
    ['city', 'two cities', ['cities']],
    ['Vertrag', 'die Verträge, mit Vertraegen, VERTRÄGE', ['Verträge', 'Vertraegen']],
    ['Haus', 'Häuser und Häusern', ['Häuser', 'Häusern']],
    ['Mangel', 'Mängel, von Mängeln', ['Mängel', 'Mängeln']],
    ['Schaden', 'alle Schäden', ['Schäden']],
    ['Beschluss', 'drei Beschlüsse', ['Beschlüsse']],
    ['Kundenbestand', 'Kundenbestände2025', ['Kundenbestände2025']],
    ['geheimer Plan', 'geheimer Pläne', ['geheimer Pläne']],
    ['Kind', 'von Kindern', ['Kindern']],
  ])('%s is found in “%s”', (word, text, expected) => {
    expect(found(text, [word])).toEqual(expected);
  });

  test.each([
    ['Halt', 'Gehalt, Aufenthalt, haltbar'],
    ['Akt', 'Akte'],
    ['Gehalt', 'gehaltvoll'],
    ['streng geheim', 'streng und geheim'],
    ['geheim', 'geh1eim'],
    ['Druck', 'ich drücke'],
    ['Zahl', 'wer zählen kann'],
    ['drucken', 'zum drücken'],
    ['Arm', 'Ärmel'],
    ['Plan', 'Plänkelei'],
    ['Vertrag', 'Verträgt'],
    ['Druck', 'Drück'],
    ['Akt', 'Äkte'],
    ['geheim', '1geh1eim1'],
    ['konto*nummer', 'Konto Nummer'],
    ['機密', '機と密'],
    ['***', 'irgendetwas'],
    ['', 'irgendetwas'],
    ['!', 'irgendetwas!'],
  ])('%s is not found in “%s”', (word, text) => {
    expect(found(text, [word])).toEqual([]);
  });

  test('has the endings of its language only', () => {
    expect(found('contracts', ['contract'], [], 'en')).toEqual(['contracts']);
    expect(found('terminating', ['terminate'], [], 'de')).toEqual([]);
    expect(found('Verträge', ['Vertrag'], [], 'de')).toEqual(['Verträge']);
    expect(found('Verträge', ['Vertrag'], [], 'en')).toEqual([]);
    expect(found('Verträge', ['Vertrag'], [], 'none')).toEqual([]);
    expect(found('vertraulichem', ['vertraulich'], [], 'en')).toEqual([]);
    expect(found('vertrauliche', ['vertraulich'], [], 'none')).toEqual([]);
  });

  test('does not count within a phrase that is excepted, and counts beside it', () => {
    expect(found('nicht vertraulich', ['vertraulich'], ['nicht vertraulich'])).toEqual([]);
    expect(found('nicht vertraulich, aber Vertrauliches', ['vertraulich'], ['nicht vertraulich'])).toEqual(['Vertrauliches']);
    expect(found('vertraulich, nicht vertraulich', ['vertraulich'], ['nicht vertraulich'])).toEqual(['vertraulich']);
    expect(found('nicht vertraulich geheim', ['geheim'], ['nicht vertraulich'])).toEqual(['geheim']);
  });

  test('is told in the order of the text, the shorter of two that begin together first', () => {
    expect(found('nicht geheim, Bilanz, geheim', ['geheim', 'Bilanz'], ['nicht geheim'])).toEqual(['Bilanz', 'geheim']);
    expect(found('streng geheim', ['streng geheim', 'streng'])).toEqual(['streng', 'streng geheim']);
    expect(found('eins zwei drei', ['zwei drei', 'eins zwei', 'eins', 'drei'])).toEqual(['eins', 'eins zwei', 'zwei drei', 'drei']);
  });

  test.each([['vertraulich', true], ['Müller*', true], ['***', false], ['? !', false], ['', false], ['機密', true]])('“%s” can be found: %s', (words, expected) => {
    expect(canBeFound(words)).toBe(expected);
  });
});

describe('whatever the text and the list are', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('a', 'ä', 'B', '*', '?', ' ', '-', '1', '社', '\n', '\u0301') }));

  test('nothing throws, and what is found stands in the text', () => {
    fc.assert(fc.property(anyText, fc.array(anyText, { maxLength: 5 }), fc.array(anyText, { maxLength: 2 }), fc.constantFrom<EndingsOf>('any', 'de', 'en', 'none'), (text, words, except, endings) => {
      const squeezed = (written: string) => folded(readText(written).words.join(''));
      for (const each of found(text, words, except, endings)) expect(squeezed(text)).toContain(squeezed(each));
    }));
  });

  test('a plain word is found wherever it stands between others', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcxyzäöüß'), minLength: 1, maxLength: 8 });
    fc.assert(fc.property(fc.array(word, { maxLength: 6 }), word, fc.array(word, { maxLength: 6 }), fc.constantFrom(' ', '\n', ', ', ' - ', '_'), (before, wanted, after, gap) => {
      expect(found([...before, wanted, ...after].join(gap), [wanted.toUpperCase()], [], 'none').map(folded)).toEqual([folded(wanted)]);
    }));
  });

  test('without wildcards and endings, words are found as a search word by word finds them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (text, phrases) => {
      const expected = new Set(phrases.map((phrase) => phrase.join(' ')).filter((phrase) => ` ${text.join(' ')} `.includes(` ${phrase} `)));
      expect(new Set(found(text.join(' '), phrases.map((phrase) => phrase.join(' ')), [], 'none'))).toEqual(expected);
    }));
  });

  test('a wildcard fits what a regular expression of the same meaning fits', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 6 }).filter((text) => /[ab]/.test(text) && /[*?]/.test(text));
    fc.assert(fc.property(part, fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 10 }), (pattern, word) => {
      const same = new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
      expect(found(word, [pattern], [], 'none').length > 0).toBe(same.test(word));
    }));
  });
});

describe('a body of a megabyte', () => {
  /** Looks at the list are counted, not the clock. */
  function looksAt(text: string, words: readonly string[]): number {
    const read = readText(text);
    let looks = 0;
    const counting = { ...read, folded: new Proxy(read.folded, { get: (target, key) => { looks += 1; return Reflect.get(target, key); } }) };
    wordsFound(counting, words, [], 'any');
    return looks;
  }

  const body = Array.from({ length: 120_000 }, (_, index) => `wort${(index * 7919) % 5000}`).join(' ');
  const list = Array.from({ length: 500 }, (_, index) => `geheimwort${index} nummer`);

  test('costs no look per word and entry of the list', () => {
    expect(body.length).toBeGreaterThan(1_000_000);
    expect(looksAt(body, list)).toBeLessThan(1000);
  });

  test.each([
    ['one word without an end', 'a'.repeat(1_000_000), ['*a*b', 'a*a*a*b', 'a']],
    ['one letter, over and over', 'a '.repeat(500_000), ['a a a a b', 'b']],
    ['spaces only', ' '.repeat(1_000_000), ['x']],
    ['combining marks only', '\u0301'.repeat(300_000), ['x']],
  ])('of %s is read to its end', (_, text, words) => {
    expect(found(text, words).length).toBeLessThan(2);
  });
});
