import fc from 'fast-check';
import type { Outcome } from '../../src/core/evaluate';
import { defineRule, type Language, type Rule } from '../../src/core/rule';
import { findingsNotice, movedNotice } from '../../src/presentation/draft-notices';

const explained = { why: '', options: {} };

/** A rule that says one sentence after the other, or what it is told. */
const talkative: Rule = defineRule<Record<never, never>, { told: { text: string } }>({
  id: 'talkative', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [], options: {},
  text: {
    de: { title: 'Zu viel gesagt', messages: { told: ({ text }) => text } },
    en: { title: 'Too much said', messages: { told: ({ text }) => text } },
  },
  explanation: { de: explained, en: explained },
  check: () => [],
});

const finding = (text: string): Outcome => ({ rule: 'talkative', outcome: 'failed', severity: 'warning', message: 'told', data: { text }, recipients: [], remedy: null });

function said(texts: readonly string[], pane: 'button' | 'ribbon' | 'none' = 'button', language: Language = 'de', kind: 'message' | 'meeting' = 'message') {
  return findingsNotice(texts.map(finding), [talkative], { kind, language, pane });
}

describe('the line about findings', () => {
  test.each<[string, readonly string[], string]>([
    ['the title and the sentence', ['Das ist ein Satz.'], 'Zu viel gesagt: Das ist ein Satz.'],
    ['how many more there are', ['Das ist ein Satz.', 'Noch einer.'], 'Zu viel gesagt: Das ist ein Satz. Dazu ein weiterer Befund.'],
    ['and several', ['Das ist ein Satz.', 'Noch einer.', 'Und noch einer.'], 'Zu viel gesagt: Das ist ein Satz. Dazu 2 weitere Befunde.'],
    ['the sentence alone, where both do not fit', [`${'Wort '.repeat(27)}Ende.`], `${'Wort '.repeat(27)}Ende.`],
    ['the first sentences, where all of them do not fit', [`Der erste Satz steht da. Der zweite auch. ${'Wort '.repeat(27)}Ende.`], 'Zu viel gesagt: Der erste Satz steht da. Der zweite auch.'],
    ['no sentence that ends with an abbreviation', [`Die Nachricht geht an Prof. Kluge und andere Leute. ${'Wort '.repeat(27)}Ende.`], 'Zu viel gesagt: Die Nachricht geht an Prof. Kluge und andere Leute.'],
    ['the title alone, where not even one sentence fits', ['Wort '.repeat(60)], 'Zu viel gesagt.'],
    ['names without what would break the line or turn its direction', ['An „Ann\u202ea\r\nBerg\u200b“ geht es.'], 'Zu viel gesagt: An „Anna Berg“ geht es.'],
  ])('has %s', (_, texts, expected) => {
    expect(said(texts).text).toBe(expected);
  });

  test('names the ribbon where it has no button, and nothing on a phone', () => {
    expect(said(['Das ist ein Satz.'], 'ribbon')).toEqual({ text: 'Zu viel gesagt: Das ist ein Satz. Mehr: „Empfänger prüfen“.', button: null });
    expect(said(['Das ist ein Satz.'], 'ribbon', 'en')).toEqual({ text: 'Too much said: Das ist ein Satz. More: “Check recipients”.', button: null });
    expect(said(['Das ist ein Satz.'], 'none')).toEqual({ text: 'Zu viel gesagt: Das ist ein Satz.', button: null });
  });

  test('has a button to the pane of a message or of a meeting', () => {
    expect(said(['x.']).button).toEqual({ label: 'In Umsicht prüfen', commandId: 'Umsicht.OpenPane' });
    expect(said(['x.'], 'button', 'en', 'meeting').button).toEqual({ label: 'Review in Umsicht', commandId: 'Umsicht.Meeting.OpenPane' });
  });

  test('is one line of at most 150 characters, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '. ', '\n', '\u2028', '\u202e', '😀', 'ß', '“', ')', '!'), maxLength: 400 });
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.constantFrom('button' as const, 'ribbon' as const, 'none' as const), fc.constantFrom('de' as const, 'en' as const), (texts, pane, language) => {
      const line = said(texts, pane, language).text;
      expect(line.length).toBeLessThanOrEqual(150);
      expect(line).not.toMatch(/[\u0000-\u001f\u2028\u2029\u202a-\u202e]/);
    }));
  });
});

describe('the line about people who moved by themselves', () => {
  test.each([
    ['de', 'button', 1, 'Umsicht hat eine externe Person nach Bcc verschoben, damit andere sie nicht sehen. Rückgängig machen können Sie das in Umsicht.'],
    ['de', 'ribbon', 4, 'Umsicht hat 4 externe Personen nach Bcc verschoben, damit sie einander nicht sehen. Rückgängig machen: „Empfänger prüfen“ im Menüband.'],
    ['de', 'none', 4, 'Umsicht hat 4 externe Personen nach Bcc verschoben, damit sie einander nicht sehen. Sie können sie in An oder Cc zurückstellen.'],
    ['en', 'button', 4, 'Umsicht moved 4 external people to Bcc, so that they do not see each other. You can undo this in Umsicht.'],
    ['en', 'ribbon', 4, 'Umsicht moved 4 external people to Bcc, so that they do not see each other. To undo this, open “Check recipients” in the ribbon.'],
    ['en', 'none', 1, 'Umsicht moved one external person to Bcc, so that others do not see them. You can put them back into To or Cc.'],
  ] as const)('says where that is undone: %s, %s', (language, pane, people, text) => {
    const notice = movedNotice(people, { kind: 'message', language, pane });
    expect(notice.text).toBe(text);
    expect(notice.button !== null).toBe(pane === 'button');
    expect((notice.button?.label ?? '').length).toBeLessThanOrEqual(30);
  });

  test('fits with a thousand of them', () => {
    for (const language of ['de', 'en'] as const) for (const pane of ['button', 'ribbon', 'none'] as const) expect(movedNotice(1000, { kind: 'message', language, pane }).text.length).toBeLessThanOrEqual(150);
  });
});
