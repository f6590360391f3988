import fc from 'fast-check';
import type { Decision } from '../../src/core/decide';
import type { Outcome } from '../../src/core/evaluate';
import { defaultPolicy } from '../../src/core/policy';
import type { Abilities } from '../../src/core/ports';
import { type Language, LANGUAGES, type Rule } from '../../src/core/rule';
import { rules as allRules } from '../../src/rules';
import { breakdownAlert, clip, escapeMarkdown, fingerprintIn, LABEL_LIMIT, MEETING_PANE, MESSAGE_LIMIT, MOVE_TO_BCC, OPEN_PANE, type Screen, smartAlert } from '../../src/presentation/smart-alert';

const NOW = Date.parse('2026-11-24T09:00:00Z');

/** A rule that says whatever a test wants said. */
const talker = (id: string): Rule => ({
  id, topic: 'disclosure', severity: 'warning', legal: [], reads: [], needs: [], options: {},
  text: {
    de: { title: `Titel ${id}`, messages: { says: ({ text }: { text: string }) => text }, remedy: 'In Bcc verschieben' },
    en: { title: `Title ${id}`, messages: { says: ({ text }: { text: string }) => text }, remedy: 'Move to Bcc' },
  },
  explanation: { de: { why: '', options: {} }, en: { why: '', options: {} } },
  check: () => [],
});

const says = (rule: string, text: string, remedy: Outcome['remedy'] = null, severity: Outcome['severity'] = 'warning'): Outcome =>
  ({ rule, outcome: 'failed', severity, message: 'says', data: { text }, recipients: [], remedy });

const rules = [talker('one'), talker('two'), talker('three')];
const policy = defaultPolicy(rules);
const decision = (action: Decision['action'], ...concerns: Outcome[]): Decision => ({ action, concerns, fingerprint: '0123456789abcdef', acknowledged: false, secondThoughts: { reason: 'none', each: [], inPane: false }, delayMinutes: null });

const web: Abilities = { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true };
const mac: Abilities = { sendModeOverride: true, dialogButton: 'pane', markdown: false, delay: false };
const oldClassic: Abilities = { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false };
const on = (abilities: Abilities, language: Language, kind: Screen['kind'] = 'message'): Screen => ({ kind, language, abilities });
const toBcc = { kind: 'moveToBcc', addresses: ['anna@oak.example'] } as const;

describe('the button of the Smart Alert', () => {
  test.each([
    ['runs the repair where the client can run functions', web, decision('confirm', says('one', 'x', toBcc)), MOVE_TO_BCC, 'Move to Bcc'],
    ['opens the pane for the repair where the client can only open panes', mac, decision('confirm', says('one', 'x', toBcc)), OPEN_PANE, 'Move to Bcc'],
    ['opens the pane where there is nothing to move', web, decision('confirm', says('one', 'x')), OPEN_PANE, 'Review in Umsicht'],
    ['repairs the second finding where the first has no repair', web, decision('confirm', says('one', 'x'), says('two', 'y', toBcc)), MOVE_TO_BCC, 'Move to Bcc'],
    ['is not there on clients without one', oldClassic, decision('confirm', says('one', 'x', toBcc)), undefined, undefined],
  ])('%s', (_, abilities, given, commandId, label) => {
    const alert = smartAlert(given, policy, rules, on(abilities, 'en'), NOW);
    expect(alert.commandId).toBe(commandId);
    expect(alert.cancelLabel).toBe(label);
    // Outlook takes no context without a command.
    expect(alert.contextData === undefined).toBe(commandId === undefined);
  });

  test('hands on a nonce that differs between two sends', () => {
    const nonce = (now: number) => JSON.parse(smartAlert(decision('confirm', says('one', 'x')), policy, rules, on(web, 'en'), now).contextData as string).nonce;
    expect(nonce(NOW)).not.toBe(nonce(NOW + 1));
  });
});

describe('what the button hands on', () => {
  test('names the findings and recipients it was about', () => {
    const { contextData } = smartAlert(decision('confirm', says('one', 'x')), policy, rules, on(web, 'en'), NOW);
    expect(fingerprintIn(JSON.parse(contextData as string))).toBe('0123456789abcdef');
  });

  test.each([null, undefined, '', 'text', 1, [], {}, { version: 2, nonce: 'a-0123456789abcdef' }, { version: 1, nonce: 'x' }, { version: 1, nonce: {} }, { nonce: 'a-0123456789abcdef' }])('%j is none of ours', (context) => {
    expect(fingerprintIn(context)).toBeNull();
  });
});

describe('sending anyway', () => {
  test.each([
    ['is offered by the dialog when the sender may confirm', 'confirm', web, 'promptUser'],
    ['is not offered when the send is blocked', 'block', web, undefined],
    ['is not offered by clients without the override', 'confirm', oldClassic, undefined],
  ] as const)('%s', (_, action, abilities, override) => {
    const severity = action === 'block' ? 'critical' : 'warning';
    expect(smartAlert(decision(action, says('one', 'x', null, severity)), policy, rules, on(abilities, 'en'), NOW).sendModeOverride).toBe(override);
  });

  test('older clients are told to confirm in the pane', () => {
    expect(smartAlert(decision('confirm', says('one', 'x')), policy, rules, on(oldClassic, 'de'), NOW).errorMessage)
      .toBe('x Öffnen Sie im Menüband „Empfänger prüfen“, um das zu beheben oder zu bestätigen.');
  });
});

describe('what the dialog says', () => {
  test('leaves out notices, which stop nothing', () => {
    const alert = smartAlert(decision('confirm', says('one', 'grave'), says('two', 'mild', null, 'notice')), policy, rules, on(web, 'en'), NOW);
    expect(alert.errorMessage).toContain('grave');
    expect(alert.errorMessage).not.toContain('mild');
  });

  test('never claims what could not be checked', () => {
    const open: Outcome = { ...says('one', 'No answer.'), outcome: 'undetermined' };
    const { errorMessageMarkdown } = smartAlert(decision('confirm', says('two', 'Seen.'), open), policy, rules, on(web, 'en'), NOW);
    expect(errorMessageMarkdown).toMatch(/^\*\*Title two\*\*\n\nSeen\.\n\n\*\*Title one\?\*\*\n\nNo answer\./);
  });

  test('says once in plain text what several rules say alike', () => {
    const { errorMessage, errorMessageMarkdown } = smartAlert(decision('block', says('one', 'Same.'), says('two', 'Same.'), says('three', 'Other.')), policy, rules, on(web, 'en'), NOW);
    expect(errorMessage).toBe('Same. Other.');
    expect(errorMessageMarkdown).toBe('**Title one**\n\nSame.\n\n**Title two**\n\nSame.\n\n**Title three**\n\nOther.');
  });

  test('says once what the draft looks like, however many findings rest on it', () => {
    const talkers = ['withdrawn-consent', 'unknown-contacts'];
    const suggested = allRules.filter(({ id }) => talkers.includes(id));
    const about = (rule: string, message: string): Outcome => ({ rule, outcome: 'failed', severity: 'warning', message, data: { people: 1, purpose: 'offer', suggested: true, viaLists: false }, recipients: [], remedy: null });
    const given = decision('confirm', says('one', 'Hello.'), about('withdrawn-consent', 'objected'), about('unknown-contacts', 'unknownContact'));
    const { errorMessage, errorMessageMarkdown } = smartAlert(given, policy, [...rules, ...suggested], on(web, 'de'), NOW);
    for (const text of [errorMessage, errorMessageMarkdown as string]) {
      expect(text.match(/Sieht nach einem Angebot aus\./g)).toHaveLength(1);
      expect(text).toMatch(/Sieht nach einem Angebot aus\. Eine Person hat Werbung widersprochen\.[^]*Eine Adresse steht nicht in den Kontakten/);
    }
  });

  test('counts the findings that do not fit', () => {
    const [first, second, third] = ['x', 'y', 'z'].map((letter) => letter.repeat(200)) as [string, string, string];
    const { errorMessage } = smartAlert(decision('confirm', says('one', first), says('two', second), says('three', third)), policy, rules, on(web, 'en'), NOW);
    expect(errorMessage).toBe(`${first} ${second} One more finding is shown in Umsicht. If this is what you want, you can send anyway.`);
  });

  test('keeps within Outlook’s limits whatever the findings say', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 900 });
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.constantFrom(...LANGUAGES), fc.constantFrom(web, mac, oldClassic), fc.constantFrom('confirm', 'block'), (texts, language, abilities, action) => {
      const concerns = texts.map((each, index) => says(rules[index]?.id ?? '', each, toBcc, action === 'block' ? 'critical' : 'warning'));
      const alert = smartAlert(decision(action as 'confirm' | 'block', ...concerns), policy, rules, on(abilities, language), NOW);
      expect(alert.errorMessage.length).toBeGreaterThan(0);
      expect(alert.errorMessage.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
      expect((alert.errorMessageMarkdown ?? '').length).toBeLessThanOrEqual(MESSAGE_LIMIT);
      expect((alert.cancelLabel ?? '').length).toBeLessThanOrEqual(LABEL_LIMIT);
    }));
  });

  test('the dialog of a check that broke down offers a way on in both languages', () => {
    for (const language of LANGUAGES) {
      expect(breakdownAlert(on(web, language))).toMatchObject({ commandId: OPEN_PANE, sendModeOverride: 'promptUser' });
      expect(breakdownAlert(on(web, language, 'meeting')).commandId).toBe(MEETING_PANE);
      expect(breakdownAlert(on(oldClassic, language)).commandId).toBeUndefined();
      expect((breakdownAlert(on(web, language)).cancelLabel ?? '').length).toBeLessThanOrEqual(LABEL_LIMIT);
    }
  });
});

describe('text from outside', () => {
  test.each([
    ['a link', '[Rabatt](https://evil.example)', '\\[Rabatt\\](https://evil.example)'],
    ['emphasis', '_foo_@elm.example', '\\_foo\\_@elm.example'],
    ['a backslash in front of formatting', '\\*x*', '\\\\\\*x\\*'],
    ['a new line', 'one\r\n- two', 'one - two'],
  ])('%s stays text', (_, given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });

  const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

  test.each([
    ['a name that turns everything behind it round', 'An „Anna \u202egpj.exe“ geht es.', 'An „Anna gpj.exe“ geht es.'],
    ['a name in an isolate that is never closed', 'An „\u2067Anna“ geht es.', 'An „Anna“ geht es.'],
    ['a bell and a line of its own', 'An „An\u0007na\u0085Berg\n“ geht es.', 'An „An na Berg “ geht es.'],
    ['joiners, which names need', 'An „\u0645\u06cc\u200c\u0634\u0648\u062f“ geht es.', 'An „\u0645\u06cc\u200c\u0634\u0648\u062f“ geht es.'],
  ])('%s leaves the dialog readable', (_, given, expected) => {
    const { errorMessage, errorMessageMarkdown } = smartAlert(decision('block', says('one', given)), policy, rules, on(web, 'de'), NOW);
    expect([errorMessage, errorMessageMarkdown]).toEqual([expected, `**Titel one**\n\n${expected}`]);
  });

  test('never turns the dialog round or breaks a line of it', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u202e', '\u2066', '\u200f', '\u200b', '\u0000', '*', '[', '\u2028'), minLength: 1, maxLength: 700 }), (text) => {
      const { errorMessage, errorMessageMarkdown = '' } = smartAlert(decision('block', says('one', text)), policy, rules, on(web, 'en'), NOW);
      expect(errorMessage).not.toMatch(UNSEEN);
      expect(errorMessage).not.toMatch(/\n/);
      expect(errorMessageMarkdown).not.toMatch(UNSEEN);
    }));
  });

  test('is shortened without splitting a character outside the basic plane', () => {
    expect(clip('ab😀cd', 4)).toBe('ab…');
    expect(clip('abcd', 4)).toBe('abcd');
  });
});

test('second thoughts that take more than a click are had in the pane: the dialog says so and does not offer to send', () => {
  const inPane = { ...decision('confirm', says('one', 'Eins.')), secondThoughts: { reason: 'required' as const, each: [], inPane: true } };
  for (const abilities of [web, mac, oldClassic]) {
    const alert = smartAlert(inPane, policy, rules, on(abilities, 'en'), 0);
    expect(alert.sendModeOverride).toBeUndefined();
    expect(alert.errorMessage).toContain('to fix or confirm this');
  }
});
