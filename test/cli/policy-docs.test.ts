import Ajv from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySchema } from '../../src/configuration/policy-schema';
import { settingsOf } from '../../src/cli/policy-settings';
import { defaultPolicy, parsePolicy, policyFor } from '../../src/core/policy';
import { FORMAT } from '../../src/core/policy-migrations';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';
import { readJson } from '../../src/wire/json-text';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'policy.md'), 'utf8');
const example = /```jsonc\n([^]*?)```/.exec(page)?.[1] as string;

function documentIn(text: string): unknown {
  const reading = readJson(text, 'allowed');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.document;
}

test('the worked example is a policy of today, for the parser and for the schema', () => {
  const document = documentIn(example);
  const result = parsePolicy(document, rules, registrableDomain);
  expect(result.ok ? [] : result.problems).toEqual([]);
  expect(document).toMatchObject({ version: FORMAT });
  const validate = new Ajv({ strict: true, keywords: ['enumDescriptions', 'patternErrorMessage'] }).compile(policySchema(rules, 'en'));
  expect([validate(document), validate.errors]).toEqual([true, null]);
});

test('it shows every section there is', () => {
  expect(Object.keys(documentIn(example) as object).sort()).toEqual(['$schema', ...Object.keys(defaultPolicy(rules))].sort());
});

test('its groups are for whom the page says, and its locks hold', () => {
  const document = documentIn(example) as { readonly groups: readonly { readonly policy: object }[] };
  const result = parsePolicy(document, rules, registrableDomain);
  if (!result.ok) throw new Error('The example is no policy.');
  const { policy } = result;
  expect(policyFor(policy, { address: 'press@firm.example' }).rules['visible-recipients']?.severity).toBe('critical');
  expect(policyFor(policy, { address: 'mara@berlin.firm-labs.example' })).toMatchObject({ mode: 'guard', sending: { reason: 'required', checkAll: false } });
  expect(policyFor(policy, { address: 'mara@firm.example' })).toMatchObject({ mode: 'observe', sending: { reason: 'optional' } });
  const [first, ...others] = document.groups;
  const meddling = parsePolicy({ ...document, groups: [{ ...first, policy: { contact: { name: 'x' }, rules: { 'withdrawn-consent': { mode: 'observe' } } } }, ...others] }, rules, registrableDomain);
  expect(meddling.ok ? [] : meddling.problems.map(({ path }) => path)).toEqual(['groups[0].policy.contact.name', 'groups[0].policy.rules.withdrawn-consent.mode']);
});

test('the table names every setting that is not a rule\'s own, with the default that counts', () => {
  const rows = new Map([...page.matchAll(/^\| `([a-z][\w.]*)` \| `([^`]+)` \|/gim)].map(([, path, otherwise]) => [path, otherwise]));
  const counting = settingsOf(defaultPolicy(rules), rules).filter(({ rule }) => rule === null).map(({ path, value }) => [path, JSON.stringify(value)]);
  expect([...rows]).toEqual(expect.arrayContaining(counting));
  expect(rows.size).toBe(counting.length);
});
