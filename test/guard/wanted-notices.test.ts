import type { Recipient } from '../../src/core/draft';
import { markOf } from '../../src/core/identity';
import type { Rule } from '../../src/core/rule';
import { type Subject, subjectOf } from '../../src/guard/bar-memory';
import { NO_MOVES } from '../../src/guard/moves-memory';
import { review } from '../../src/guard/review';
import { wantedNotices } from '../../src/guard/wanted-notices';
import { desk, type DeskSetup, memory, recipient, ruleOf } from './desk';

const ANNA = recipient('anna@oak.example');
const BEN = recipient('ben@elm.example');
const marksOf = (...people: readonly Recipient[]): readonly string[] => people.map(markOf).sort();

interface Setup extends DeskSetup {
  readonly leaving?: readonly string[];
  readonly writing?: { readonly notify?: boolean; readonly moveToBcc?: boolean };
}

async function wanted({ leaving = [], writing = {}, ...setup }: Setup) {
  const at = desk({ policy: (policy) => ({ ...policy, writing: { ...policy.writing, ...writing } }), ...setup, draft: { recipients: [ANNA, BEN], ...setup.draft } });
  return wantedNotices(at.parts, await review(at.parts), leaving);
}

const namesOf = async (setup: Setup) => (await wanted(setup)).notices.map(({ name }) => name.replace('umsicht.', ''));
const finding = (more: object = {}, over: Partial<Rule> = {}): Rule => ({ ...ruleOf('sample', { check: () => [{ message: 'found', data: {}, recipients: [ANNA], ...more }] }), ...over });
const away = { remedy: { kind: 'moveToBcc', addresses: ['Anna@oak.example', 'ben@elm.example'] } };

test('above a draft stands what Send would ask about, person by person, or about everybody where it is about who sees whom', async () => {
  const subjects = async (rule: Rule) => (await wanted({ rules: [rule] })).notices.map((notice) => notice.subjects);
  expect(await subjects(finding())).toEqual([[subjectOf('sample/found', 2, marksOf(ANNA))]]);
  expect(await subjects(finding({}, { severity: 'critical' }))).toEqual([[subjectOf('sample/found', 3, marksOf(ANNA))]]);
  expect(await subjects(finding({ recipients: [] }))).toEqual([[subjectOf('sample/found', 2)]]);
  expect(await subjects(finding({}, { topic: 'disclosure' }))).toEqual([[subjectOf('sample/found', 2)]]);
});

test('a line says only what is new of it', async () => {
  const [notice] = (await wanted({ rules: [finding(), { ...finding({ recipients: [BEN] }), id: 'other', text: { de: { title: 'Andere', messages: { found: () => 'Anders.' } }, en: { title: 'Other', messages: { found: () => 'Other.' } } } }] })).notices;
  if (!notice) throw new Error('nothing said');
  const [first, second] = notice.subjects as readonly [Subject, Subject];
  expect(notice.say([first], 'ribbon').text).toContain('Found.');
  expect(notice.say([second], 'ribbon').text).toContain('Other.');
});

test.each<[string, Setup]>([
  ['where the policy does not want it', { writing: { notify: false }, rules: [finding()] }],
  ['of a notice', { rules: [finding({}, { severity: 'notice' })] }],
  ['of what could not be checked', { rules: [finding({ outcome: 'undetermined' })] }],
  ['of what every draft lacks until it is finished', { rules: [finding({}, { onlyFinished: true })] }],
  ['of a guess before there is a text', { rules: [finding({ data: { suggested: true } })], draft: { body: 'Guten Tag' } }],
  ['of those who are about to move', { rules: [finding(away)], leaving: ['anna@oak.example', 'BEN@elm.example'] }],
])('nothing is said %s', async (_, setup) => {
  expect(await namesOf(setup)).toHaveLength(0);
});

test.each<[string, Setup]>([
  ['a guess once sixty characters are written', { rules: [finding({ data: { suggested: true } })], draft: { body: 'x'.repeat(60) } }],
  ['what is no guess', { rules: [finding({ data: { suggested: false } })], draft: { body: '' } }],
  ['those who see each other while only some of them are about to move', { rules: [finding(away)], leaving: ['anna@oak.example'] }],
  ['what moving does not settle', { rules: [finding({ remedy: { kind: 'declarePurpose', purpose: 'offer' } })], leaving: ['anna@oak.example', 'ben@elm.example'] }],
])('but %s is', async (_, setup) => {
  expect(await namesOf(setup)).toEqual(['findings']);
});

describe('of people who moved by themselves', () => {
  const moved = (more: object = {}) => memory({ 'umsicht.moves': JSON.stringify({ ...NO_MOVES, moved: markOf(ANNA) + markOf(BEN) }), ...more });
  const inBcc = (...people: readonly Recipient[]): readonly Recipient[] => people.map((person) => ({ ...person, field: 'bcc' as const }));
  const writing = { moveToBcc: true };

  test('those are told who stand in Bcc alone, each once', async () => {
    const [notice] = (await wanted({ writing, session: moved(), draft: { recipients: [...inBcc(ANNA, ANNA, BEN, recipient('cem@ash.example')), BEN] } })).notices;
    expect([notice?.name, notice?.subjects]).toEqual(['umsicht.moved', [subjectOf('moved', 0, marksOf(ANNA))]]);
    expect(notice?.say([], 'ribbon').text).toMatch(/^1 |one /i);
  });

  test('nothing is said where none is there, where the move was declined, or the policy no longer moves anybody', async () => {
    const recipients = inBcc(ANNA);
    expect(await namesOf({ writing, session: moved(), draft: { recipients } })).toEqual(['moved']);
    expect(await namesOf({ writing, session: moved() })).toHaveLength(0);
    expect(await namesOf({ writing, session: moved({ 'umsicht.movesDeclined': 'yes' }), draft: { recipients } })).toHaveLength(0);
    expect(await namesOf({ writing: { moveToBcc: false }, session: moved(), draft: { recipients } })).toHaveLength(0);
  });

  test('it is said before what was found, unless that is critical', async () => {
    const recipients = inBcc(ANNA);
    expect(await namesOf({ writing, session: moved(), rules: [finding()], draft: { recipients } })).toEqual(['moved', 'findings']);
    expect(await namesOf({ writing, session: moved(), rules: [finding({}, { severity: 'critical' })], draft: { recipients } })).toEqual(['findings', 'moved']);
  });

  test('nobody can tell whether it holds where Outlook does not tell', async () => {
    const session = moved();
    const said = { text: 'x', subjects: [subjectOf('moved', 0)] };
    const deafTo = (key: string) => ({ ...session, read: async (each: string) => (each === key ? undefined : session.read(each)) });
    const isOpen = async (setup: Setup) => (await wanted({ writing, ...setup })).isOpen(said);
    expect([await isOpen({ session }), await isOpen({ session: deafTo('umsicht.moves') }), await isOpen({ session: deafTo('umsicht.movesDeclined') })]).toEqual([false, true, true]);
  });
});

describe('what was said of a finding', () => {
  const said = { text: 'x', subjects: [subjectOf('sample/found', 2)] };
  const answering = (id: string, outcome: 'undetermined' | 'notApplicable' | 'passed', over: Partial<Rule> = {}): Rule =>
    ({ ...ruleOf(id, { needs: ['contacts'], check: () => (outcome === 'notApplicable' ? outcome : outcome === 'passed' ? [] : [{ outcome, message: 'found', data: {} }]) }), ...over });

  test.each<[string, readonly Rule[], boolean]>([
    ['is open while its rule cannot tell', [answering('sample', 'undetermined')], true],
    ['is over where its rule has passed', [answering('sample', 'passed'), answering('other', 'undetermined')], false],
    ['is open where its rule has left the word to one that cannot tell', [answering('sample', 'notApplicable'), answering('other', 'undetermined')], true],
    ['is over where that one asks for something else', [answering('sample', 'notApplicable'), answering('other', 'undetermined', { needs: ['members'] })], false],
    ['is over where that one is of another topic', [answering('sample', 'notApplicable'), answering('other', 'undetermined', { topic: 'transfer' })], false],
    ['is over where that one can tell', [answering('sample', 'notApplicable'), answering('other', 'passed')], false],
    ['is over where nobody knows its rule', [answering('other', 'undetermined')], false],
  ])('%s', async (_, rules, expected) => {
    expect((await wanted({ rules })).isOpen(said)).toBe(expected);
  });
});
