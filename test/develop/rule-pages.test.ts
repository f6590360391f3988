import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from '../../src/develop/rule-pages';
import { rulesWithExamples } from '../../src/develop/rules-with-examples';
import { labelNames } from '../../src/core/option';
import { LANGUAGES } from '../../src/core/rule';
import { example } from '../../src/rules/example';

const FOLDER = join(__dirname, '..', '..', 'docs', 'rules');
const all = rulesWithExamples();
const pages = rulePages(all);

test('docs/rules says what the rules say today', () => {
  const written = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
  const stale = [...new Set([...pages.keys(), ...written.keys()])].filter((name) => pages.get(name) !== written.get(name));
  if (stale.length > 0) throw new Error(`Rules or their examples have changed since these pages were made: ${stale.join(', ')}. Make them anew: npm run docs`);
});

test('there is an index, and a page for each rule in each language', () => {
  expect([...pages.keys()].sort()).toEqual(['README.md', ...all.flatMap(({ rule }) => LANGUAGES.map((language) => `${rule.id}.${language}.md`))].sort());
  for (const name of pages.keys()) if (name !== 'README.md') expect(pages.get('README.md')).toContain(`](${name})`);
});

describe.each([...pages])('%s', (_name, text) => {
  test('leads nowhere where nothing is', () => {
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target as string);
    expect(targets.filter((target) => !/^https:\/\//.test(target) && !pages.has(target))).toEqual([]);
  });

  test('has whole tables, one title and no gap in its words', () => {
    let columns = 0;
    for (const line of text.split('\n')) {
      const cells = /^\|/.test(line) ? line.split(/(?<!\\)\|/).length : 0;
      if (columns > 0 && cells > 0) expect([line, cells]).toEqual([line, columns]);
      columns = cells;
    }
    expect(text.match(/^# /gm)).toHaveLength(1);
    // A limit that is never reached is null in the policy.
    expect(text.replace(/^```json\n[^]*?^```$/gm, '').replace(/`null`/g, '')).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
    expect(text).not.toMatch(/[ \t]$|\n\n\n/m);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe.each(all.flatMap((each) => LANGUAGES.map((language) => [`${each.rule.id} (${language})`, each, language] as const)))('%s', (_, { rule, examples }, language) => {
  const text = pages.get(`${rule.id}.${language}.md`) as string;

  test('shows every setting, message, source and example', () => {
    for (const name of [...labelNames(rule.options), ...Object.keys(rule.text[language].messages)]) expect(text).toContain(`| \`${name}\` |`);
    for (const { url } of rule.legal) expect(text).toContain(url);
    expect(text.match(/^#### /gm)).toHaveLength(examples.length);
  });

  test('has no word of the other language around it', () => {
    expect(text).not.toMatch(language === 'de' ? /\b(asks before sending|Settings|Remedy|About)\b/ : /\b(fragt vor dem Senden|Einstellungen|Abhilfe|Betrifft)\b/);
  });
});

test('what an example runs into is told as it comes out, not as it was expected', () => {
  const [first] = all;
  if (!first) throw new Error('There are no rules.');
  const moved = rulePages([{ ...first, examples: [...first.examples, example({ de: 'noch eins', en: 'one more' }, { to: ['a@oak.example'] }, { finds: 'recipientsSeeEachOther' })] }]);
  expect(moved.get(`${first.rule.id}.en.md`)).toMatch(/#### One more\n\n(\|.*\n)+\n\*\*Nothing to object to\.\*\*/);
});

test('what a rule says without an answer is told where any of its examples shows it', () => {
  expect(pages.get('lookalike-domains.en.md')).toContain('If there is no answer, it says, for instance:\n\n> Whether the domain of 3 people resembles a known one could not be checked: no answer in time. (Not known, stops nothing)\n');
  expect(pages.get('large-audiences.en.md')).toContain('it says, for instance:\n\n> One distribution list or contact group may hold any number of people. (Not known, stops nothing)\n');
  expect(pages.get('missing-imprint.en.md')).toContain('If there is no answer, it judges by the draft alone.\n');
  expect(pages.get('expired-consent.en.md')).toContain('If there is no answer, it says nothing, but does not count as passed either.\n');
});

test('a rule that waits for a list says so, on its page and in the index', () => {
  for (const { rule } of all) {
    const waits = ['cautioned-recipients', 'cautioned-words', 'confidential-outside', 'forbidden-recipients', 'required-companions', 'unexpected-sender'].includes(rule.id);
    expect([rule.id, pages.get(`${rule.id}.en.md`)?.includes('While the policy gives it nothing to look for, the rule does nothing.')]).toEqual([rule.id, waits]);
    expect([rule.id, new RegExp(`^\\| \`${rule.id}\` .*\\\\\\* \\|$`, 'm').test(pages.get('README.md') as string)]).toEqual([rule.id, waits]);
  }
});

test('what would be Markdown in a draft is none on the page', () => {
  const [first] = all;
  if (!first) throw new Error('There are no rules.');
  const odd = example({ de: 'Zeichen', en: 'signs' }, { to: ['"a|b"@oak.example'], subject: '*a* | <b> [c](d) `e`' }, 'passed');
  const page = rulePages([{ ...first, examples: [...first.examples, odd] }]).get(`${first.rule.id}.en.md`) as string;
  expect(page).toContain('| To | `"a\\|b"@oak.example` |\n| Subject | \\*a\\* \\| \\<b\\> \\[c\\](d) \\`e\\` |');
});
