import { LANGUAGES } from '../../src/core/rule';
import { type Change, changeNotification, type ChangeResult, changeWords, insertionWords } from '../../src/presentation/conversion-words';

const CHANGES: readonly Change[] = ['moveToBcc', 'remove', 'add', 'undo', 'takeOut'];
const REASONS = ['cutOff', 'unresolved', 'tooMany', 'notTaken', 'hostFailed', 'hostSilent'] as const;
const MOST_IN_A_FIELD = 1000;

const ends: readonly ChangeResult[] = [
  ...[0, 1, MOST_IN_A_FIELD].flatMap((people) => [true, false].map((senderLeftInBcc): ChangeResult => ({ done: true, people, senderLeftInBcc }))),
  ...REASONS.flatMap((reason) => [true, false].map((restored): ChangeResult => ({ done: false, reason, restored, missing: [] }))),
];

describe.each(LANGUAGES)('after a change, in %s', (language) => {
  test('whatever became of it is told whole in the bar above the mail, in at most 150 characters', () => {
    for (const change of CHANGES) {
      for (const result of ends) {
        const said = changeNotification(change, result, language);
        expect(said).toMatch(/\.$/);
        expect(said).not.toMatch(/…|undefined|  /);
        expect(said.length).toBeLessThanOrEqual(150);
        expect(said.startsWith(changeWords(change, result, language))).toBe(true);
      }
    }
  });

  test('the sender is asked to press Send again only after a move that the mail was stopped for', () => {
    const again = (change: Change, people: number) => changeNotification(change, { done: true, people, senderLeftInBcc: false }, language).length > changeWords(change, { done: true, people, senderLeftInBcc: false }, language).length;
    expect([again('moveToBcc', 2), again('moveToBcc', 0), again('remove', 2), again('undo', 2), again('add', 2), again('takeOut', 2)]).toEqual([true, false, false, false, false, false]);
  });

  test('each change has its own words, for one person and for more', () => {
    const said = CHANGES.flatMap((change) => [1, 7].map((people) => changeWords(change, { done: true, people, senderLeftInBcc: false }, language)));
    expect(new Set(said).size).toBe(said.length);
  });

  test('a text that could not be put in is there to be copied, with the truth about the mail', () => {
    const text = 'Own GmbH\nHauptstr. 1';
    for (const reason of REASONS) {
      const [untouched, touched] = [true, false].map((each) => insertionWords({ done: false, reason, untouched: each }, text, language)) as [string, string];
      for (const words of [untouched, touched]) expect(words).toMatch(/[.:]\s\S.*:\nOwn GmbH\nHauptstr\. 1$/s);
      expect(untouched).toMatch(/is as it was|wie sie war/);
      expect(touched).toMatch(/check|prüfen/);
    }
    for (const already of [true, false]) expect(insertionWords({ done: true, already }, text, language)).not.toContain('Own GmbH');
  });

  test('nothing is promised about a draft that could not be read again afterwards', () => {
    const unread: ChangeResult = { done: false, reason: 'hostSilent', restored: false, missing: [] };
    expect(changeWords('moveToBcc', unread, language)).toMatch(/should be missing, some may stand twice|sollte fehlen, manche stehen evtl\. doppelt/);
  });

  test('somebody who is in no field any more is named, and the pane names everybody', () => {
    const missing = Array.from({ length: 40 }, (_, index) => ({ address: `person${index}@oak.example` }));
    const lost: ChangeResult = { done: false, reason: 'hostFailed', restored: false, missing };
    expect(changeNotification('moveToBcc', lost, language)).toContain('person0@oak.example');
    expect(changeNotification('moveToBcc', lost, language).length).toBeLessThanOrEqual(150);
    for (const { address } of missing) expect(changeWords('moveToBcc', lost, language)).toContain(address);
  });
});
