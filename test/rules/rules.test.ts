import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressKey } from '../../src/core/address';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { applyEdit } from '../../src/core/edit';
import { evaluate, isAtWork, type Outcome, type World } from '../../src/core/evaluate';
import { EVIDENCE_KINDS, type EvidenceSet, NO_EVIDENCE } from '../../src/core/evidence';
import { labelNames } from '../../src/core/option';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import { type Data, LANGUAGES, partsOf, type ReadPart, type Rule } from '../../src/core/rule';
import { compactWorld } from '../../src/reference/world-compact';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { type Example, policyDocumentOf } from '../../src/rules/example';

const HERE = join(__dirname, '../../src/rules');
const folders = readdirSync(HERE).filter((name) => statSync(join(HERE, name)).isDirectory()).sort();
const worlds: readonly (readonly [string, World])[] = [['the whole suffix list', exactWorld], ['the compact one', compactWorld]];

test('every rule folder is listed in the registry, by its id', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(folders);
});

test('ids are plural nouns in their failing state', () => {
  for (const { id } of rules) expect(id).toMatch(/^(?!no-(?!reply-))[a-z]+(-[a-z]+)*$/);
});

describe.each(folders)('%s', (id) => {
  const rule = rules.find((each) => each.id === id) as Rule;
  const { examples } = jest.requireActual<{ examples: readonly Example[] }>(join(HERE, id, 'examples.ts'));
  const table = examples.map((each) => [each.title.en, each] as const);

  test.each(['rule.ts', 'text.ts', 'explanation.ts', 'examples.ts'])('has its %s', (name) => {
    expect(existsSync(join(HERE, id, name))).toBe(true);
  });

  describe.each(worlds)('with %s', (_, world) => {
    test.each(table)('%s', (_title, each) => {
      const outcomes = check(rule, each, each.draft, world);
      if (typeof each.expected === 'string') {
        expect(outcomes.map(({ outcome }) => outcome)).toEqual([each.expected]);
        return;
      }
      expect(outcomes).toHaveLength(each.expected.length);
      each.expected.forEach(({ outcome, message, data, about, severity = rule.severity }, index) => {
        const found = outcomes[index] as Outcome;
        expect({ outcome: found.outcome, message: found.message, severity: found.severity }).toEqual({ outcome, message, severity });
        if (data) expect(found.data).toEqual(data);
        if (about) expect(addressesOf(found.recipients).sort()).toEqual([...about].map(addressKey).sort());
      });
    });
  });

  test('shows a draft it objects to, one it lets pass and one that is none of its business', () => {
    const shown = examples.map(({ expected }) => (typeof expected === 'string' ? expected : (expected[0] as { outcome: string }).outcome));
    expect(shown).toEqual(expect.arrayContaining(['failed', 'passed', 'notApplicable']));
  });

  test('is silent, whatever could not be read, while the policy gives it nothing to look for', () => {
    for (const each of examples.filter((one) => isIdle(rule, one))) {
      const unread: Draft = { ...each.draft, unread: rule.reads.flatMap(partsOf) };
      expect(check(rule, each, unread, exactWorld).map(({ outcome }) => outcome)).toEqual(['notApplicable']);
    }
  });

  test('no two examples have one title', () => {
    for (const language of LANGUAGES) expect(new Set(examples.map(({ title }) => title[language])).size).toBe(examples.length);
  });

  test('what it offers as a remedy cures what it found', () => {
    for (const each of examples) {
      const found = check(rule, each, each.draft, exactWorld).filter(({ remedy }) => remedy !== null);
      const cured = found.reduce((draft, { remedy }) => applyEdit(draft, remedy as NonNullable<Outcome['remedy']>), each.draft);
      const left = check(rule, each, cured, exactWorld).map(({ message }) => message);
      for (const { message } of found) expect(left).not.toContain(message);
    }
  });

  test('a remedy moves or removes only people the finding is about', () => {
    for (const each of examples) {
      for (const { remedy, recipients } of check(rule, each, each.draft, exactWorld)) {
        if (!remedy || !('addresses' in remedy)) continue;
        expect([...new Set(remedy.addresses.map(addressKey))].sort()).toEqual([...new Set(addressesOf(recipients))].sort());
      }
    }
  });

  test('leaves the draft and the evidence it was given untouched', () => {
    for (const each of examples) {
      const before = JSON.stringify([each.draft, evidenceText(each)]);
      check(rule, freeze(each), each.draft, exactWorld);
      expect(JSON.stringify([each.draft, evidenceText(each)])).toBe(before);
    }
  });

  describe.each(rule.reads)('while Outlook has not told the %s', (read) => {
    test('it passes nothing and turns nothing away', () => {
      for (const each of examples.filter((one) => !isIdle(rule, one))) {
        const outcomes = check(rule, each, withoutPart(each.draft, read), exactWorld);
        expect({ example: each.title.en, outcomes: outcomes.map(({ outcome }) => outcome) }).toEqual({ example: each.title.en, outcomes: expect.arrayContaining([expect.stringMatching(/undetermined|failed/)]) });
        expect(outcomes.map(({ outcome }) => outcome)).not.toContain('passed');
      }
    });
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const text = rule.text[language];
    const said = examples.flatMap((each) => check(rule, each, each.draft, exactWorld)).filter(({ message }) => message !== null);

    test('every message it can send is reached by an example', () => {
      expect([...new Set(said.map(({ message }) => message))].sort()).toEqual(Object.keys(text.messages).sort());
    });

    test('every sentence is whole, short and names every number', () => {
      for (const { message, data } of said) {
        const sentence = wordsOf(rule, language, message as string, data);
        expect(sentence).toMatch(/^[A-ZÄÖÜ0-9].*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|null|\[object|  |\b0 |\b1 |[{}]/);
        expect(sentence.length).toBeLessThanOrEqual(220);
        for (const value of Object.values(data)) {
          if (typeof value === 'number' && value > 1) expect(sentence).toContain(String(value));
        }
      }
    });

    test('one person is not spoken of as 1 people', () => {
      for (const { message, data } of said) {
        // Nobody sees each other alone, so this sentence has no singular.
        if (/SeeEachOther$/.test(message as string)) continue;
        const single: { [name: string]: unknown } = {};
        for (const name of Object.keys(data)) single[name] = typeof data[name] === 'number' ? 1 : data[name];
        const sentence = wordsOf(rule, language, message as string, single as Data);
        expect(sentence).not.toMatch(/\b1\b/);
        expect(sentence).not.toMatch(/\b(Empfängern|Kontaktgruppen|Adressen (stehen|können)|recipients|groups|addresses (are|may))\b/);
      }
    });

    test('every message that names a number is shown with a number above one', () => {
      for (const message of Object.keys(text.messages)) {
        const shown = said.filter((each) => each.message === message).map(({ data }) => Object.values(data).filter((value) => typeof value === 'number'));
        if (shown.every((numbers) => numbers.length === 0)) continue;
        expect({ message, several: shown.some((numbers) => numbers.some((value) => value > 1)) }).toEqual({ message, several: true });
      }
    });

    test('stays within its limits with a thousand people, too', () => {
      expect(text.title.length).toBeLessThanOrEqual(60);
      expect((text.remedy || '').length).toBeLessThanOrEqual(20);
      for (const { message, data } of said) {
        const many: { [name: string]: unknown } = {};
        for (const name of Object.keys(data)) many[name] = typeof data[name] === 'number' ? 10000 : data[name];
        for (const name of Object.keys(data)) if (name !== 'countries' && Array.isArray(data[name])) many[name] = Array.from({ length: 500 }, (_, index) => (data[name] as readonly string[])[index % (data[name] as readonly string[]).length]);
        if (Array.isArray(data.countries)) many.countries = ['IO', 'TF', ...data.countries, 'MF'];
        expect(wordsOf(rule, language, message as string, many as Data).length).toBeLessThanOrEqual(220);
      }
    });

    test('judges nobody and addresses the reader with respect', () => {
      const { why, options } = rule.explanation[language];
      const everything = [text.title, text.remedy || '', why, ...Object.values(options as object), ...said.map(({ message, data }) => wordsOf(rule, language, message as string, data))].join('\n');
      expect(everything).not.toMatch(/illegal|unlawful|verboten|rechtswidrig|strafbar/i);
      expect(everything).not.toMatch(/\b(du|dein|deine|dich|dir|euch)\b/i);
    });

    test('explains itself and every option', () => {
      const { why, options } = rule.explanation[language];
      expect(why.length).toBeGreaterThan(200);
      expect(Object.keys(options).sort()).toEqual([...labelNames(rule.options)].sort());
      for (const label of Object.values<string>(options)) expect(label.length).toBeLessThanOrEqual(80);
    });
  });

  test('each language has a remedy if the other has one', () => {
    expect(Boolean(rule.text.de.remedy)).toBe(Boolean(rule.text.en.remedy));
    const offers = examples.some((each) => check(rule, each, each.draft, exactWorld).some(({ remedy }) => remedy !== null));
    expect(Boolean(rule.text.de.remedy)).toBe(offers);
  });

  test('names its sources by their official texts', () => {
    for (const { de, en, url } of rule.legal) {
      expect(url).toMatch(/^https:\/\/(eur-lex\.europa\.eu|www\.gesetze-im-internet\.de|www\.ris\.bka\.gv\.at|www\.fedlex\.admin\.ch)\//);
      expect(de).toMatch(/DSGVO|UWG|DDG|TKG|GmbHG|HGB|2002\/58/);
      expect(en).toMatch(/GDPR|UWG|DDG|TKG|GmbHG|HGB|UCA|2002\/58/);
    }
  });

  test('names at least one provision, unless the law is silent and the explanation says so', () => {
    if (rule.legal.length > 0) return;
    expect(rule.explanation.de.why).toMatch(/kein Gesetz|keine Vorschrift/i);
    expect(rule.explanation.en.why).toMatch(/no law|no provision/i);
  });

  test('says nothing final while the evidence it needs has not arrived', () => {
    for (const each of examples.filter(({ expected }) => expected === 'passed')) {
      for (const reason of ['timeout', 'notAsked'] as const) {
        const outcomes = check(rule, { ...each, evidence: silent(each, reason) }, each.draft, exactWorld).map(({ outcome }) => outcome);
        if (rule.needs.length === 0) expect(outcomes).toEqual(['passed']);
        else expect(outcomes).not.toContain('failed');
      }
    }
  });

  test('works without its long words, which the send bundle leaves out', () => {
    const withoutWords: Rule = { ...rule, explanation: undefined as never };
    for (const each of examples) expect(check(withoutWords, each, each.draft, exactWorld)).toEqual(check(rule, each, each.draft, exactWorld));
    expect(readFileSync(join(HERE, id, 'rule.ts'), 'utf8')).not.toMatch(/explanation\.(de|en)|explanation\[/);
  });
});

test('of a hundred people the organisation of each is worked out once, and not anew for every rule', () => {
  const recipients = Array.from({ length: 100 }, (_, at) => ({ address: `person${at}@firm${at}.example`, name: '', field: 'to' as const }));
  let asked = 0;
  const world: World = { ...compactWorld, registrableDomain: (domain) => { asked += 1; return compactWorld.registrableDomain(domain); } };
  evaluate({ draft: { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, recipients }, policy: defaultPolicy(rules), evidence: NO_EVIDENCE, now: 0, world }, rules);
  expect(asked).toBeLessThan(130);
});

function check(rule: Rule, each: Example, draft: Draft, world: World): readonly Outcome[] {
  const result = parsePolicy(policyDocumentOf(rule.id, each), [rule], world.registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return evaluate({ draft, policy: result.policy, evidence: each.evidence, now: each.now, world }, [rule]);
}

function isIdle(rule: Rule, each: Example): boolean {
  const result = parsePolicy(policyDocumentOf(rule.id, each), [rule], exactWorld.registrableDomain);
  return result.ok && !isAtWork(rule, result.policy);
}

/** The same evidence, none of it answered. */
function silent({ evidence }: Example, reason: 'timeout' | 'notAsked'): EvidenceSet {
  const unanswered = (answers: ReadonlyMap<string, unknown>) => new Map([...answers.keys()].flatMap((key) => (reason === 'notAsked' ? [] : [[key, { known: false, reason }] as const])));
  return { contacts: unanswered(evidence.contacts), members: unanswered(evidence.members), domains: unanswered(evidence.domains), correspondence: unanswered(evidence.correspondence) };
}

function evidenceText({ evidence }: Example): readonly unknown[] {
  return EVIDENCE_KINDS.map((kind) => [...evidence[kind] as ReadonlyMap<string, unknown>]);
}

/** The draft as it reads when Outlook did not tell this part of it. */
function withoutPart(draft: Draft, read: ReadPart): Draft {
  const { recipients, from, subject, body, attachments, label, categories, purpose, openedWith } = EMPTY_DRAFT;
  const empty = { recipients, from, subject, body, attachments, label, categories, purpose, openedWith };
  const parts = partsOf(read).filter((part) => (draft.kind === 'meeting') === (part === 'required' || part === 'optional') || read !== 'recipients');
  return { ...draft, [read]: empty[read], unread: parts.slice(0, 1) };
}

function wordsOf(rule: Rule, language: 'de' | 'en', message: string, data: Data): string {
  const say = rule.text[language].messages[message] as (data: Data) => string;
  return say(data);
}

function addressesOf(recipients: Outcome['recipients']): string[] {
  return recipients.map(({ address }) => addressKey(address));
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
