import { applyEdit } from '../../src/core/edit';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { parsePolicy } from '../../src/core/policy';
import type { Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { example, policyDocumentOf } from '../../src/rules/example';
import { languageOf } from '../../src/rules/mail-language';
import { missingImprint } from '../../src/rules/missing-imprint/rule';
import { missingOptOut } from '../../src/rules/missing-opt-out/rule';
import { pointsToImprint } from '../../src/rules/missing-imprint/imprint';
import { growthOf, TOO_MUCH } from '../core/growth';

const GERMAN = 'Guten Tag,\n\nbis Ende November erhalten Sie 15 % Rabatt auf alle Stühle.';
const ENGLISH = 'Dear Anna,\n\nyou get 15 % off all chairs until the end of November.';

function check(rule: Rule, body: string, options: object): { readonly outcome: Outcome; readonly body: string } {
  const each = example({ de: '', en: '' }, { to: ['anna@oak.example'], purpose: 'offer', body }, 'passed', { options: options as { [name: string]: unknown } });
  const policy = parsePolicy(policyDocumentOf(rule.id, each), [rule], exactWorld.registrableDomain);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  const [outcome] = evaluate({ draft: each.draft, policy: policy.policy, evidence: each.evidence, now: each.now, world: exactWorld }, [rule]);
  if (!outcome) throw new Error('no outcome');
  return { outcome, body: outcome.remedy ? applyEdit(each.draft, outcome.remedy).body : body };
}

describe.each([['legal notice', missingImprint as Rule], ['way to opt out', missingOptOut as Rule]] as const)('the %s', (_, rule) => {
  test.each([
    ['a German mail', GERMAN, { german: 'auf Deutsch', english: 'in English' }, 'auf Deutsch'],
    ['an English mail', ENGLISH, { german: 'auf Deutsch', english: 'in English' }, 'in English'],
    ['an English mail with a German quotation', `${ENGLISH}\n\n> ${GERMAN.replace(/\n+/g, '\n> ').repeat(5)}`, { german: 'auf Deutsch', english: 'in English' }, 'in English'],
    ['a German mail where there is no German text', GERMAN, { english: 'in English' }, 'in English'],
    ['an English mail where there is no English text', ENGLISH, { german: 'auf Deutsch' }, 'auf Deutsch'],
    ['a mail without words', '', { german: 'auf Deutsch', english: 'in English' }, 'auf Deutsch'],
  ])('%s gets the text in its language, if there is one', (_title, body, options, expected) => {
    expect(check(rule, body, options).outcome.remedy).toEqual({ kind: 'insertText', text: expected });
  });

  test.each([['no text in the policy', {}], ['an empty one', { german: ' \n', english: '' }]])('%s is no remedy, but the finding stays', (_title, options) => {
    expect(check(rule, GERMAN, options).outcome).toMatchObject({ outcome: 'failed', remedy: null });
  });

  test('is put below the signature, in front of quoted mail, and found there', () => {
    const options = { german: 'Zeile eins\nMit freundlichen Grüßen\nOwn\n\nAnlagen: keine' };
    const once = check(rule, `${GERMAN}\n\nMit freundlichen Grüßen\nMara Own\nOwn GmbH\n\nVon: Anna <anna@oak.example>\nGesendet: Montag\nBetreff: x\n\ntheirs`, options);
    expect(once.body).toBe(`${GERMAN}\n\nMit freundlichen Grüßen\nMara Own\nOwn GmbH\n\n${options.german}\n\nVon: Anna <anna@oak.example>\nGesendet: Montag\nBetreff: x\n\ntheirs`);
    expect(check(rule, once.body, options).outcome.outcome).toBe('passed');
  });
});

test.each([
  ['Wir sind umgezogen.', 'de'], ['We have moved.', 'en'], ['', 'de'], ['Grüße', 'de'], ['Please find our offer for the chairs.', 'en'], ['Das Meeting ist im Office, please join.', 'de'], ['4711', 'de'],
])('%j is written in %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each(['a', ' ', '1', 'impressum ', 'https://', 'https://a', '|', '12345 ', 'A1 ', 'amtsgericht ', 'der ', '\n', 'HR '])('a long text of %j takes time in proportion to its length', (unit) => {
  expect(growthOf((text) => { pointsToImprint(text); languageOf(text); }, unit)).toBeLessThan(TOO_MUCH);
});

test.each([['Die PR 2000 ist unser bester Stuhl.', false], ['Bestellnummer PR 4711', false], ['Amtsgericht Oakstadt, PR 4711', true], ['Own Partner, PR-Nr. 4711', true], ['Own e. V., VR 1234', true], ['Impressum & Offenlegung', true], ['Offenlegung der Zahlen: https://own.example/zahlen', false], ['Offenlegung gemäß § 25 MedienG: https://own.example/offenlegung', true]] as const)('%j says who stands behind the mail: %s', (line, says) => {
  expect(pointsToImprint(`Guten Tag,\n\nneue Stühle.\n${line}`)).toBe(says);
});
