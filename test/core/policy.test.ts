import fc from 'fast-check';
import { choice, countryCodes, count, flag, limit, patterns, records, text, texts } from '../../src/core/option';
import { defaultPolicy, groupOf, type Policy, parsePolicy, policyFingerprint, policyFor, type PolicyResult } from '../../src/core/policy';
import { changesFor, FORMAT, migrated } from '../../src/core/policy-migrations';
import { defineRule, type Rule } from '../../src/core/rule';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { OF_EVERY_RULE, pathsIn, settingsFor } from '../../src/core/settings';
import { rules } from '../../src/rules';

const words = { title: 'x', messages: {} };
const first: Rule = defineRule({
  id: 'first', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [],
  options: { limit: count({ default: 3, min: 1, unit: 'people' }), strict: flag({ default: false }), exempt: patterns(), released: countryCodes() },
  text: { de: words, en: words },
  explanation: { de: { why: '', options: { limit: '', strict: '', exempt: '', released: '' } }, en: { why: '', options: { limit: '', strict: '', exempt: '', released: '' } } },
  check: () => [],
});
const second: Rule = { ...first, id: 'second', options: {}, severity: 'critical' };

const parse = (document: unknown): PolicyResult => parsePolicy(document, [first, second], registrableDomain);

function problemsOf(document: unknown): readonly string[] {
  const result = parse(document);
  if (result.ok) return [];
  expect(result.problems.map(({ message }) => message)).not.toContain('');
  return result.problems.map(({ path, message }) => `${path}: ${message}`);
}

const paths = (document: unknown): readonly string[] => problemsOf(document).map((problem) => problem.slice(0, problem.indexOf(': '))).sort();

test('an empty document is the defaults', () => {
  expect(parse({})).toEqual({
    ok: true,
    policy: {
      version: 2,
      mode: 'guard',
      organisation: { domains: [], includeSubdomains: true, except: [] },
      unknownEvidence: 'confirm',
      writing: { notify: true, moveToBcc: false },
      sending: { delayMinutes: { notice: null, warning: null, critical: null }, reason: 'none', critical: 'block', checkAll: false },
      records: { keep: false, days: 180, smallest: 5, sender: { reason: '', days: null } },
      contact: { name: '', address: '', link: '' },
      rules: {
        first: { severity: 'warning', mode: 'asPolicy', options: { limit: 3, strict: false, exempt: [], released: [] } },
        second: { severity: 'critical', mode: 'asPolicy', options: {} },
      },
      locked: [],
      groups: [],
    },
  });
  expect(parse({})).toEqual({ ok: true, policy: defaultPolicy([first, second]) });
});

test('what is set counts, the rest keeps its default', () => {
  const result = parse({ version: 2, organisation: { domains: ['own.example', '*.own.example', 'eva@elm.example'], except: ['shop.own.example'] }, unknownEvidence: 'block', rules: { first: { severity: 'off', limit: 5, released: ['US', 'IN'] } } });
  expect(result).toMatchObject({
    ok: true,
    policy: {
      organisation: { domains: ['own.example', '*.own.example', 'eva@elm.example'], includeSubdomains: true, except: ['shop.own.example'] },
      unknownEvidence: 'block',
      rules: { first: { severity: 'off', options: { limit: 5, strict: false, released: ['US', 'IN'] } }, second: { severity: 'critical' } },
    },
  });
});

const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no document', undefined, ['']],
  ['nothing', null, ['']],
  ['a list', [], ['']],
  ['a text', '{}', ['']],
  ['a version that is none', { version: 0 }, ['version']],
  ['a version as text', { version: '2' }, ['version']],
  ['half a version', { version: 1.5 }, ['version']],
  ['no version', { version: null }, ['version']],
  ['a mode there is not', { mode: 'off', rules: { first: { mode: 'watch' } } }, ['mode', 'rules.first.mode']],
  ['a policy that does as the policy does', { mode: 'asPolicy' }, ['mode']],
  ['delays that are none', { sending: { delayMinutes: { notice: 0, warning: -5, critical: '5', always: 1 } } }, ['notice', 'warning', 'critical', 'always'].map((name) => `sending.delayMinutes.${name}`)],
  ['delays in milliseconds, and one longer than a week', { sending: { delayMinutes: { notice: 120000, warning: 10081, critical: 10080 } } }, ['sending.delayMinutes.notice', 'sending.delayMinutes.warning']],
  ['one delay for everything', { sending: { delayMinutes: 5 } }, ['sending.delayMinutes']],
  ['second thoughts that are none', { sending: { reason: true, critical: 'allow', checkAll: 'no', perRecipient: true } }, ['sending.reason', 'sending.critical', 'sending.checkAll', 'sending.perRecipient']],
  ['a contact nobody can reach', { contact: { address: 'own.example', link: 'http://own.example', phone: '1' } }, ['contact.address', 'contact.link', 'contact.phone']],
  ['links that are none', { contact: { link: 'https://' }, groups: [{ name: 'a', senders: ['a@own.example'], policy: { contact: { link: 'javascript:alert(1)' } } }, { name: 'b', senders: ['b@own.example'], policy: { contact: { link: 'https://a@own.example/' } } }] }, ['contact.link', 'groups[0].policy.contact.link', 'groups[1].policy.contact.link']],
  ['groups that are none', { groups: {} }, ['groups']],
  ['a group that is none', { groups: [null, 'sales'] }, ['groups[0]', 'groups[1]']],
  ['a group without anything', { groups: [{}] }, ['groups[0].name', 'groups[0].senders', 'groups[0].policy']],
  ['a group without a name or senders', { groups: [{ name: ' ', senders: [], policy: {} }] }, ['groups[0].name', 'groups[0].senders']],
  ['senders that are none', { groups: [{ name: 'a', senders: ['sales', 'own.example', 7], policy: {} }] }, ['groups[0].senders[0]', 'groups[0].senders[2]']],
  ['what no group has', { groups: [{ name: 'a', senders: ['own.example'], policy: { version: 2, groups: [], locked: [], rules: { first: { limits: 1 }, third: {} } }, extra: 1 }] }, ['groups[0].extra', 'groups[0].policy.groups', 'groups[0].policy.locked', 'groups[0].policy.rules.first.limits', 'groups[0].policy.rules.third', 'groups[0].policy.version']],
  ['a public suffix as the organisation of a group', { groups: [{ name: 'a', senders: ['own.example'], policy: { organisation: { domains: ['co.uk'] } } }] }, ['groups[0].policy.organisation.domains[0]']],
  ['two groups of one name', { groups: [{ name: 'a', senders: ['a@own.example'], policy: {} }, { name: 'a', senders: ['b@own.example'], policy: {} }] }, ['groups[1].name']],
  ['locks on what is not there', { locked: ['rules.third', 'rules.first.limits', 'version', 'locked', 'groups', '', 7, 'rules.first.exempt[0]', 'constructor'] }, Array.from({ length: 9 }, (_, index) => `locked[${index}]`)],
  ['an unknown setting', { rule: {} }, ['rule']],
  ['two unknown settings', { rule: {}, unknownEvidense: 'block' }, ['rule', 'unknownEvidense']],
  ['a setting that every object has', { toString: 1, constructor: {} }, ['constructor', 'toString']],
  ['a prototype', JSON.parse('{"__proto__": {"rules": {}}}'), ['__proto__']],
  ['an unknown rule', { rules: { third: {} } }, ['rules.third']],
  ['several unknown rules', { rules: { third: {}, fourth: {}, constructor: {} } }, ['rules.constructor', 'rules.fourth', 'rules.third']],
  ['a misspelt option', { rules: { first: { limits: 3 }, second: { limit: 3 } } }, ['rules.first.limits', 'rules.second.limit']],
  ['an unknown setting of the organisation', { organisation: { domain: ['own.example'] } }, ['organisation.domain']],
  ['rules as a list', { rules: [] }, ['rules']],
  ['a rule as a list', { rules: { first: [] } }, ['rules.first']],
  ['an organisation as a list', { organisation: ['own.example'] }, ['organisation']],
  ['a severity there is not', { rules: { first: { severity: 'error' } } }, ['rules.first.severity']],
  ['nothing as a severity', { rules: { first: { severity: null } } }, ['rules.first.severity']],
  ['half a person', { rules: { first: { limit: 2.5 } } }, ['rules.first.limit']],
  ['no person', { rules: { first: { limit: 0 } } }, ['rules.first.limit']],
  ['infinitely many', { rules: { first: { limit: Infinity } } }, ['rules.first.limit']],
  ['a number as text', { rules: { first: { limit: '3' } } }, ['rules.first.limit']],
  ['yes as text', { rules: { first: { strict: 'yes' } } }, ['rules.first.strict']],
  ['one entry instead of a list', { rules: { first: { exempt: 'oak.example' } } }, ['rules.first.exempt']],
  ['entries that are none', { rules: { first: { exempt: ['oak.example', 'oak', '*', 7, null] } } }, ['rules.first.exempt[1]', 'rules.first.exempt[2]', 'rules.first.exempt[3]', 'rules.first.exempt[4]']],
  ['countries that are none', { rules: { first: { released: ['US', 'us', 'UK', 'EU', 'USA', 'toString'] } } }, [1, 2, 3, 4, 5].map((index) => `rules.first.released[${index}]`)],
  ['a public suffix as the organisation', { organisation: { domains: ['own.example', 'co.uk', '*.co.uk'] } }, ['organisation.domains[1]', 'organisation.domains[2]']],
  ['a mail provider as the organisation', { organisation: { domains: ['gmx.de', 'firma@gmx.de', '*.t-online.de'] } }, ['organisation.domains[0]', 'organisation.domains[2]']],
  ['a part of a mail provider as the organisation', { organisation: { domains: ['mail.gmx.de', '*.x.gmx.de', 'firma@mail.gmx.de'] } }, ['organisation.domains[0]', 'organisation.domains[1]']],
  ['an organisation of which nobody is left', { organisation: { domains: ['own.example', '*.elm.example', 'eva@oak.example', 'lab.ash.example', 'fir.example'], except: ['own.example', 'elm.example', 'OAK.example', 'ash.example', 'lab.fir.example', '*.fir.example'] } }, [0, 1, 2, 3].map((index) => `organisation.domains[${index}]`)],
  ['a group of whose organisation nobody is left', { groups: [{ name: 'a', senders: ['own.example'], policy: { organisation: { domains: ['own.example'], except: ['own.example'] } } }] }, ['groups[0].policy.organisation.domains[0]']],
  ['an exception that is none', { organisation: { domains: ['own.example'], except: [7, 'own.example'] } }, ['organisation.domains[0]', 'organisation.except[0]']],
  ['two groups without a name', { groups: [{ senders: ['a@own.example'], policy: {} }, { senders: ['b@own.example'], policy: {} }] }, ['groups[0].name', 'groups[1].name']],
  ['a schema that is none', { $schema: 7 }, ['$schema']],
  ['a newer version as text, and something else', { version: '3', mode: 'x' }, ['mode', 'version']],
  ['an Exchange name as the organisation', { organisation: { domains: ['/o=Own'] } }, ['organisation.domains[0]']],
];

test.each(wrong)('%s is refused, with the place', (_, document, expected) => {
  expect(paths(document)).toEqual([...expected].sort());
});

test('an editor may be told where the schema lies, and the policy is the same', () => {
  expect(parse({ $schema: './policy.schema.json' })).toEqual(parse({}));
});

test('all problems are reported at once', () => {
  const document = { version: 1, organisation: { domains: ['com', 'x y'], extra: 1 }, unknownEvidence: 'maybe', rules: { first: { severity: 'x', limit: -1, limt: 2, exempt: ['*'] }, third: {} }, extra: true };
  expect(paths(document)).toEqual([
    'extra', 'organisation.domains[0]', 'organisation.domains[1]', 'organisation.extra', 'rules.first.exempt[0]',
    'rules.first.limit', 'rules.first.limt', 'rules.first.severity', 'rules.third', 'unknownEvidence',
  ]);
});

test('a problem says what is expected, what stands there and what is known', () => {
  expect(problemsOf({ rules: { first: { severity: 'error' } } })).toEqual(['rules.first.severity: expected one of "off", "notice", "warning", "critical", got "error"']);
  expect(problemsOf({ rules: { first: { limit: 0 } } })).toEqual(['rules.first.limit: expected a whole number, 1 or more, got 0']);
  expect(problemsOf({ rules: { third: {} } })).toEqual(['rules.third: no entry of that name; known here: first, second']);
  expect(problemsOf([])).toEqual([': expected an object, got a list']);
  expect(problemsOf({ $schema: 7, version: {} })).toEqual(['$schema: expected the address of a JSON Schema, got 7', 'version: expected 2, got an object']);
  expect(problemsOf({ locked: ['x'], groups: {} })).toEqual(['locked[0]: expected the path of a setting or section, such as "rules.missing-consent", got "x"', 'groups: expected a list of groups, got an object']);
  expect(problemsOf({ locked: 'mode', groups: [{ name: '', senders: [], policy: {} }] }))
    .toEqual(['locked: expected a list of paths, got "mode"', 'groups[0].name: expected a name, got ""', 'groups[0].senders: expected at least one domain, address or *.domain entry']);
});

test('a contradiction says what stands against what', () => {
  const group = (name: string, sender: string, policy: object = {}) => ({ name, senders: [sender], policy });
  expect(problemsOf({ groups: [group('a', 'own.example'), group('a', 'elm.example')] })).toEqual(['groups[1].name: a second group of the name "a"']);
  expect(problemsOf({ groups: [group('a', 'own.example'), group('b', 'mara@own.example')] }))
    .toEqual(['groups[1].senders[0]: never counts: an earlier group has "mara@own.example" already, and the first one counts']);
  expect(problemsOf({ locked: ['rules.second'], groups: [group('a', 'own.example', { mode: 'observe' })] }))
    .toEqual(['groups[0].policy.mode: would only observe what is locked for groups by "rules.second" in locked; give those rules "mode": "guard" outside of the groups']);
  expect(problemsOf({ groups: [{ senders: ['own.example'], policy: {} }, { senders: ['elm.example'], policy: {} }] })).toEqual(['groups[0].name: expected a name, got nothing', 'groups[1].name: expected a name, got nothing']);
  // A group that may not set the mode at all is told so once.
  expect(problemsOf({ locked: ['mode', 'rules.first'], groups: [group('a', 'own.example', { mode: 'observe' })] })).toEqual(['groups[0].policy.mode: locked for groups by "mode" in locked']);
  expect(problemsOf({ organisation: { domains: ['own.example'], except: ['own.example'] } })).toEqual(['organisation.domains[0]: nobody is left of "own.example": except has all of it']);
  expect(problemsOf({ organisation: { domains: ['co.uk', 'gmx.de'] } })).toEqual([
    'organisation.domains[0]: expected a domain of your own, got the public suffix "co.uk"',
    'organisation.domains[1]: expected a domain of your own, got the mail provider "gmx.de"; name single addresses there',
  ]);
});

test('a policy has one fingerprint whatever is locked, and another one with another setting', () => {
  const of = (document: object): string => policyFingerprint((parse(document) as { readonly policy: Policy }).policy);
  expect(of({ mode: 'observe', locked: ['mode', 'rules'] })).toBe(of({ mode: 'observe' }));
  expect(of({ mode: 'observe' })).not.toBe(of({}));
  expect(of({ rules: { first: { limit: 4 } } })).not.toBe(of({}));
});

test('a version from the future is one problem, whatever else is in the document', () => {
  expect(problemsOf({ version: 3, rule: {}, rules: { third: {} } })).toEqual(['version: this policy is of version 3, and this Umsicht reads versions up to 2']);
});

test('every kind of option', () => {
  const rule: Rule = { ...first, options: {
    never: limit({ default: null, min: 2, unit: 'addresses' }), how: choice({ default: 'any', values: ['any', 'each'] }), words: texts(), block: text(),
    lists: records({ entries: patterns(), reason: text(), above: limit({ default: null, min: 1, unit: 'people' }) }, ['entries']),
  } };
  const settings = (options: object) => parsePolicy({ rules: { first: options } }, [rule], registrableDomain);
  expect(settings({})).toMatchObject({ policy: { rules: { first: { options: { never: null, how: 'any', words: [], block: '', lists: [] } } } } });
  expect(settings({ never: 7, how: 'each', words: ['Angebot'], block: 'Own GmbH\nBerlin', lists: [{ entries: ['oak.example'] }, { entries: [], reason: 'x', above: 2 }] }))
    .toMatchObject({ policy: { rules: { first: { options: { never: 7, how: 'each', words: ['Angebot'], block: 'Own GmbH\nBerlin', lists: [{ entries: ['oak.example'], reason: '', above: null }, { entries: [], reason: 'x', above: 2 }] } } } } });
  const result = settings({ never: 1, how: 'all', words: ['', ' ', 7], block: null, lists: [{}, { entries: ['oak'], reason: 1, why: 'x' }, null] });
  expect(result.ok ? [] : result.problems.map(({ path }) => path.replace('rules.first.', '')).sort()).toEqual([
    'block', 'how', 'lists[0].entries', 'lists[1].entries[0]', 'lists[1].reason', 'lists[1].why', 'lists[2]', 'never', 'words[0]', 'words[1]', 'words[2]',
  ]);
});

describe('groups of senders', () => {
  const policyOf = (document: object): Policy => {
    const result = parse(document);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.policy;
  };
  const from = (address: string) => ({ address, name: '' });
  const company = policyOf({
    mode: 'observe',
    organisation: { domains: ['own.example', 'oak.example'], except: ['shop.own.example'] },
    sending: { delayMinutes: { warning: 2 } },
    rules: { first: { severity: 'notice', limit: 5, exempt: ['elm.example'] } },
    groups: [
      { name: 'press', senders: ['press@own.example'], policy: { rules: { first: { severity: 'off' } } } },
      { name: 'labs', senders: ['*.own.example', 'labs.example'], policy: { mode: 'guard', organisation: { except: [] }, sending: { delayMinutes: { critical: 9 } }, rules: { first: { limit: 1, exempt: ['fir.example'], mode: 'observe' }, second: { severity: 'notice' } } } },
      { name: 'all', senders: ['own.example'], policy: { unknownEvidence: 'block' } },
    ],
  });

  test.each([
    ['an address', 'press@own.example', 'press'],
    ['the same, spelt otherwise', '"Press"@OWN.example.', 'press'],
    ['an address whose domain has a group, too', 'mara@own.example', 'all'],
    ['a subdomain', 'mara@a.lab.own.example', 'labs'],
    ['a domain', 'mara@labs.example', 'labs'],
    ['a subdomain of a domain that is named alone', 'mara@x.labs.example', undefined],
    ['a domain that ends alike', 'mara@notown.example', undefined],
    ['a domain behind another', 'press@own.example@elm.example', undefined],
    ['no address', '', undefined],
    ['an Exchange name', '/o=Own/cn=press@own.example', undefined],
  ])('%s', (_, address, group) => {
    expect(groupOf(company, from(address))?.name).toBe(group);
  });

  test('what a group does not set is as for the organisation, sections are merged, lists are not', () => {
    expect(policyFor(company, from('mara@labs.example'))).toEqual({
      ...company,
      mode: 'guard',
      organisation: { ...company.organisation, except: [] },
      sending: { ...company.sending, delayMinutes: { notice: null, warning: 2, critical: 9 } },
      rules: {
        first: { severity: 'notice', mode: 'observe', options: { limit: 1, strict: false, exempt: ['fir.example'], released: [] } },
        second: { severity: 'notice', mode: 'asPolicy', options: {} },
      },
      groups: [],
    });
    expect(policyFor(company, from('press@own.example'))).toEqual({ ...company, rules: { ...company.rules, first: { ...company.rules.first, severity: 'off' } }, groups: [] });
  });

  test('whoever is in no group, or not known, is under the policy of the organisation', () => {
    expect(policyFor(company, from('anna@elm.example'))).toBe(company);
    expect(policyFor(company, null)).toBe(company);
    expect(policyFor(defaultPolicy([first]), from('press@own.example'))).toEqual(defaultPolicy([first]));
  });

  test('a setting the organisation’s policy does not know is as the group has it', () => {
    expect(policyFor({ ...company, rules: {} }, from('press@own.example')).rules).toEqual({ first: { severity: 'off', options: {} } });
  });

  test('once it is resolved, a policy stays as it is', () => {
    const once = policyFor(company, from('mara@own.example'));
    expect(once.unknownEvidence).toBe('block');
    expect(policyFor(once, from('press@own.example'))).toBe(once);
  });

  test('resolving changes nothing in the policy it was given', () => {
    const before = JSON.stringify(company);
    policyFor(company, from('mara@labs.example'));
    expect(JSON.stringify(company)).toBe(before);
  });

  describe('a group that never counts is found', () => {
    const group = (name: string, ...senders: readonly string[]) => ({ name, senders, policy: {} });
    test.each([
      ['the same address', [group('a', 'mara@own.example'), group('b', 'MARA@own.example')], ['groups[1].senders[0]']],
      ['an address behind its domain', [group('a', 'own.example'), group('b', 'eva@elm.example', 'mara@own.example')], ['groups[1].senders[1]']],
      ['an address behind its subdomains', [group('a', '*.own.example'), group('b', 'mara@lab.own.example')], ['groups[1].senders[0]']],
      ['a domain behind the subdomains of another', [group('a', '*.own.example'), group('b', 'lab.own.example')], ['groups[1].senders[0]']],
      ['subdomains behind subdomains', [group('a', '*.own.example'), group('b', '*.lab.own.example', '*.own.example')], ['groups[1].senders[0]', 'groups[1].senders[1]']],
      ['the third behind the first', [group('a', 'own.example'), group('b', 'elm.example'), group('c', 'own.example')], ['groups[2].senders[0]']],
      ['but not a domain behind one of its addresses', [group('a', 'mara@own.example', 'x@own.example'), group('b', 'own.example')], []],
      ['nor subdomains behind their domain', [group('a', 'own.example', 'x.own.example'), group('b', '*.own.example')], []],
      ['nor a domain behind its subdomains', [group('a', '*.own.example'), group('b', 'own.example')], []],
      ['nor a subdomain behind the domain above it', [group('a', 'own.example'), group('b', 'lab.own.example')], []],
      ['nor somebody at a subdomain', [group('a', 'own.example'), group('b', 'mara@lab.own.example')], []],
      ['nor what is named twice in one group', [group('a', 'own.example', 'mara@own.example', 'own.example')], []],
    ])('%s', (_, groups, expected) => {
      expect(paths({ groups })).toEqual(expected);
    });
  });

  describe('what is locked', () => {
    const locking = (locked: readonly string[], policy: object) => paths({ locked, groups: [{ name: 'a', senders: ['a@own.example'], policy: {} }, { name: 'b', senders: ['b@own.example'], policy }] });
    test.each([
      ['a setting', ['rules.first.severity'], { rules: { first: { severity: 'off', limit: 5 } } }, ['rules.first.severity']],
      ['even where the value would be the same', ['mode'], { mode: 'guard' }, ['mode']],
      ['a rule, with everything in it', ['rules.first'], { rules: { first: { severity: 'off', mode: 'observe', exempt: [] }, second: { severity: 'off' } } }, ['rules.first.exempt', 'rules.first.mode', 'rules.first.severity']],
      ['all rules', ['rules'], { rules: { second: { mode: 'observe' } }, mode: 'observe' }, ['mode', 'rules.second.mode']],
      ['a rule that would no longer be guarded by', ['rules.first'], { mode: 'observe' }, ['mode']],
      ['the mode of a rule', ['rules.first.mode'], { mode: 'observe' }, ['mode']],
      ['but not the severity of a rule', ['rules.first.severity'], { mode: 'observe' }, []],
      ['nor a rule that guards more', ['rules.first'], { mode: 'guard' }, []],
      ['a section in a section', ['sending.delayMinutes'], { sending: { delayMinutes: { notice: 1 }, reason: 'required' } }, ['sending.delayMinutes.notice']],
      ['a setting that is called like the beginning of another', ['sending.critical'], { sending: { checkAll: true } }, []],
      ['a section with nothing in it', ['rules', 'sending'], { rules: { first: {} }, sending: {} }, []],
      ['what the group leaves alone', ['unknownEvidence'], { mode: 'observe' }, []],
    ])('%s', (_, locked, policy, expected) => {
      expect(locking(locked, policy)).toEqual(expected.map((path) => `groups[1].policy.${path}`));
    });

    test('a rule, but none whose name only begins like it', () => {
      const result = parsePolicy({ locked: ['rules.first'], groups: [{ name: 'a', senders: ['own.example'], policy: { rules: { 'first-born': { severity: 'off' } } } }] }, [first, { ...second, id: 'first-born' }], registrableDomain);
      expect(result.ok).toBe(true);
    });

    test('a rule that is guarded by or observed whatever the policy says is not let go by a group that observes', () => {
      const observing = { locked: ['rules.first'], groups: [{ name: 'a', senders: ['own.example'], policy: { mode: 'observe' } }] };
      expect(problemsOf({ ...observing, rules: { first: { mode: 'guard' } } })).toEqual([]);
      expect(problemsOf({ ...observing, mode: 'observe' })).toEqual([]);
      expect(problemsOf({ ...observing, rules: { first: 7 } })).toHaveLength(2);
    });

    test('the problem names the lock', () => {
      expect(problemsOf({ locked: ['rules'], groups: [{ name: 'a', senders: ['own.example'], policy: { rules: { first: { limit: 5 } } } }] }))
        .toEqual(['groups[0].policy.rules.first.limit: locked for groups by "rules" in locked']);
    });
  });
});

describe('a policy of version 1', () => {
  const consent: Rule = { ...first, id: 'missing-consent', severity: 'warning', options: { exempt: patterns() } };
  const withdrawn: Rule = { ...consent, id: 'withdrawn-consent', severity: 'critical' };
  const unknown: Rule = { ...consent, id: 'unknown-contacts', severity: 'notice', options: {} };
  const all = [first, consent, withdrawn, unknown];
  const severities = (document: object, of: readonly Rule[] = all) => {
    const result = parsePolicy(document, of, registrableDomain);
    return result.ok ? Object.fromEntries(Object.entries(result.policy.rules).map(([id, { severity, options }]) => [id, [severity, options['exempt']]])) : result.problems.map(({ path }) => path);
  };

  test('what was said of missing-consent holds for the rules made out of it', () => {
    expect(severities({ version: 1, rules: { 'missing-consent': { severity: 'off', exempt: ['oak.example'] } } }))
      .toEqual({ first: ['warning', []], 'missing-consent': ['off', ['oak.example']], 'withdrawn-consent': ['off', ['oak.example']], 'unknown-contacts': ['off', undefined] });
    expect(severities({ version: 1, rules: { 'missing-consent': { exempt: ['oak.example'] } } }))
      .toEqual({ first: ['warning', []], 'missing-consent': ['warning', ['oak.example']], 'withdrawn-consent': ['critical', ['oak.example']], 'unknown-contacts': ['notice', undefined] });
  });

  test('what it says of them itself counts', () => {
    expect(severities({ version: 1, rules: { 'missing-consent': { severity: 'off', exempt: ['oak.example'] }, 'withdrawn-consent': { severity: 'warning' } } }))
      .toMatchObject({ 'withdrawn-consent': ['warning', ['oak.example']] });
  });

  test('every rule that was made out of missing-consent is there', () => {
    expect(changesFor({ version: 1, rules: { 'missing-consent': { severity: 'off', exempt: ['oak.example'] } } }, rules).map(({ path }) => path.join('.'))).toEqual([
      'version', ...['unconfirmed-consent', 'withdrawn-consent', 'expired-consent', 'purpose-mismatch', 'existing-customers', 'unknown-contacts'].flatMap((id) => [`rules.${id}.severity`, `rules.${id}.exempt`]),
    ]);
  });

  test('rules that this build does not have are left alone', () => {
    expect(changesFor({ version: 1, rules: { 'missing-consent': { severity: 'off' } } }, [first, consent])).toEqual([{ path: ['version'], value: 2 }]);
  });

  test('problems are told once, where they stand', () => {
    expect(severities({ version: 1, rules: { 'missing-consent': { severity: 'none', exempt: ['oak'] } } } )).toEqual(['rules.missing-consent.severity', 'rules.missing-consent.exempt[0]']);
    expect(severities({ version: 1, rules: { 'missing-consent': { severity: 'off' }, 'withdrawn-consent': [] } })).toEqual(['rules.withdrawn-consent']);
    expect(severities({ version: 1, rules: [] })).toEqual(['rules']);
  });

  test('that names its version as text is no policy of version 1', () => {
    const document = { version: '1', rules: { 'missing-consent': { severity: 'off' } } };
    expect(migrated(document, [consent, withdrawn])).toBe(document);
  });

  test('of today, and without a version, nothing is carried over', () => {
    for (const version of [2, undefined]) expect(severities({ version, rules: { 'missing-consent': { severity: 'off' } } })).toMatchObject({ 'withdrawn-consent': ['critical', []] });
  });

  test('migrating leaves the old document alone, and once migrated a document stays as it is', () => {
    const old = { version: 1, rules: { 'missing-consent': { severity: 'off' } } };
    const now = migrated(old, all);
    expect(old).toEqual({ version: 1, rules: { 'missing-consent': { severity: 'off' } } });
    expect(now).toEqual({ version: FORMAT, rules: { 'missing-consent': { severity: 'off' }, 'withdrawn-consent': { severity: 'off' }, 'unknown-contacts': { severity: 'off' } } });
    expect(migrated(now, all)).toBe(now);
  });

  test('whatever it is, migrating does not throw, and what is read of it before and after is the same', () => {
    const key = fc.constantFrom('version', 'rules', 'missing-consent', 'withdrawn-consent', 'severity', 'exempt', 'mode', '__proto__', 'constructor', 'x');
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>(null, 1, 2, 'off', 'notice', ['oak.example'], [7], true), fc.array(tie('node'), { maxLength: 2 }), fc.dictionary(key, tie('node'), { maxKeys: 4 })),
    })).node;
    const document = fc.record({ version: fc.constantFrom<unknown>(1, 1, 1, 2, 0, 3, null, '1'), rules: fc.oneof(fc.dictionary(key, value, { maxKeys: 3 }), value), extra: value }, { requiredKeys: ['version'] });
    fc.assert(fc.property(fc.oneof(document, fc.anything()), (each) => {
      const now = migrated(each, all);
      expect(parsePolicy(now, all, registrableDomain)).toEqual(parsePolicy(each, all, registrableDomain));
      expect(migrated(now, all)).toBe(now);
    }), { numRuns: 1000 });
  });
});

test('no document, however odd, makes the parser throw or pass over a setting', () => {
  const key = fc.constantFrom('version', 'organisation', 'rules', 'unknownEvidence', 'first', 'second', 'severity', 'mode', 'limit', 'domains', 'sending', 'delayMinutes', 'notice', 'contact', 'name', 'locked', 'groups', 'senders', 'policy', 'toString', 'constructor', '__proto__', 'x', '');
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>(null, undefined, 1, 2, -1, NaN, '', 'own.example', 'confirm', 'guard', 'rules.first', true, [], {}), fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(key, tie('node'), { maxKeys: 4 })),
  })).node;
  const settings = fc.record({ mode: fc.constantFrom('guard', 'observe', 'x'), rules: fc.record({ first: fc.record({ severity: fc.constantFrom('off', 'notice', 'x'), limit: fc.integer({ min: 0, max: 3 }), extra: value }, { requiredKeys: [] }), second: value }, { requiredKeys: [] }), sending: value }, { requiredKeys: [] });
  const nearly = fc.record({
    locked: fc.array(fc.constantFrom('mode', 'rules.first', 'x'), { maxLength: 2 }),
    groups: fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), senders: fc.array(fc.constantFrom('own.example', 'mara@own.example', 'oak'), { minLength: 1, maxLength: 2 }), policy: settings }, { requiredKeys: ['name', 'senders'] }), { maxLength: 2 }),
    rules: value,
  }, { requiredKeys: [] });
  let tried = 0;
  let good = 0;
  fc.assert(fc.property(fc.oneof(value, nearly), (document) => {
    tried += 1;
    const result = parse(document);
    if (!result.ok) return expect(result.problems.length).toBeGreaterThan(0);
    good += 1;
    // Everything that stands in the document, as it would stand there today, is found again in what was made of it.
    expect(flat(result.policy)).toMatchObject(JSON.parse(JSON.stringify(migrated(document, [first, second]))) as object);
  }), { numRuns: 3000 });
  expect(good).toBeGreaterThan(tried / 30);
});

/** A policy as it would be written. */
function flat({ groups, ...policy }: Policy): object {
  const asWritten = ({ rules: settings = {}, ...others }: Policy['groups'][number]['policy']) => ({ ...others, rules: Object.fromEntries(Object.entries(settings).map(([id, each]) => [id, { severity: each?.severity, mode: each?.mode, ...each?.options }])) });
  return { ...asWritten(policy), groups: groups.map((group) => ({ ...group, policy: asWritten(group.policy) })) };
}

test('the rules there are have defaults that are a policy', () => {
  const policy = defaultPolicy(rules);
  expect(Object.keys(policy.rules).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test('no rule has an option that is called like what every rule has', () => {
  for (const { options } of rules) expect(Object.keys(options).filter((name) => (OF_EVERY_RULE as readonly string[]).includes(name))).toEqual([]);
});

test('no name in a policy would be two steps of a path', () => {
  const settings = settingsFor(rules);
  expect(pathsIn(settings, true).filter((path) => /\.\.|^\.|\.$/.test(path))).toEqual([]);
  expect(new Set(pathsIn(settings, true)).size).toBe(pathsIn(settings, true).length);
  for (const { id, options } of rules) expect([id, ...Object.keys(options)].join('')).not.toContain('.');
});

describe('records of decisions', () => {
  const problemsIn = (document: object): readonly string[] => {
    const result = parsePolicy(document, rules, registrableDomain);
    if (result.ok) return [];
    expect(result.problems.map(({ message }) => message)).not.toContain('');
    return result.problems.map(({ path }) => path);
  };

  test('are not made, and name no sender, where the policy is silent', () => {
    const result = parsePolicy({}, rules, registrableDomain);
    expect(result.ok && result.policy.records).toEqual({ keep: false, days: 180, smallest: 5, sender: { reason: '', days: null } });
  });

  test.each<[string, object, readonly string[]]>([
    ['with a reason and a time', { keep: true, sender: { reason: 'Betriebsvereinbarung vom 1. 3. 2026', days: 30 } }, []],
    ['without a time', { keep: true, sender: { reason: 'Betriebsvereinbarung' } }, ['records.sender.days']],
    ['without a reason', { keep: true, sender: { days: 30 } }, ['records.sender.reason']],
    ['with a reason that says nothing', { keep: true, sender: { reason: '  ', days: 30 } }, ['records.sender.reason']],
    ['where nothing is recorded', { sender: { reason: 'Betriebsvereinbarung', days: 30 } }, ['records.keep']],
    ['longer than the record itself', { keep: true, days: 28, sender: { reason: 'Betriebsvereinbarung', days: 29 } }, ['records.sender.days']],
    ['as long as the record itself', { keep: true, days: 28, sender: { reason: 'Betriebsvereinbarung', days: 28 } }, []],
    ['for no time at all', { keep: true, sender: { reason: 'Betriebsvereinbarung', days: 0 } }, ['records.sender.days']],
  ])('name senders %s: %j', (_, records, problems) => {
    expect(problemsIn({ records })).toEqual(expect.arrayContaining([...problems]));
    expect(problemsIn({ records }).length > 0).toBe(problems.length > 0);
  });

  test('a time that is none is told once', () => {
    expect(problemsIn({ records: { keep: true, days: null, sender: { reason: 'Betriebsvereinbarung', days: 30 } } })).toEqual(['records.days']);
  });

  test('may be told of numbers below three by no policy', () => {
    expect(problemsIn({ records: { smallest: 2 } })).toEqual(['records.smallest']);
    expect(problemsIn({ records: { smallest: 3 } })).toEqual([]);
  });

  test('may be made for one group, whose senders cannot be singled out', () => {
    const group = (records: object): object => ({ groups: [{ name: 'Pilot', senders: ['pilot.example'], policy: { records } }] });
    expect(problemsIn(group({ keep: true }))).toEqual([]);
    expect([...problemsIn(group({ keep: true, days: 30, smallest: 3, sender: { reason: 'Betriebsvereinbarung', days: 14 } }))].sort())
      .toEqual(['groups[0].policy.records.days', 'groups[0].policy.records.sender.days', 'groups[0].policy.records.sender.reason', 'groups[0].policy.records.smallest']);
  });
});
