import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { connectorsReader } from '../../src/connectors/connectors-configuration';
import { connectorsTable } from '../../src/connectors/connectors-table';
import { CONNECTOR_KINDS } from '../../src/connectors/connector-kinds';
import { readWhole } from '../../src/core/reading';
import { configurationOf } from '../service/running';
import { readConfiguration } from '../../src/configuration/configuration';
import { testFolder } from '../store/folder';

const folder = testFolder();
const readers = { secret: () => `whsec_${Buffer.alloc(32, 'secret').toString('base64')}`, path: (value: unknown) => value as string };
const problemsIn = (document: unknown): readonly string[] => {
  const read = readWhole(connectorsReader(readers), document);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};
const REST = { name: 'crm', kind: 'rest', url: 'https://consents.firm.example', token: { environment: 'TOKEN' } };

test('everything that is wrong with the sources is said at once, each with its place', () => {
  expect(problemsIn({
    answerWithin: 5,
    keep: { granted: 60 },
    sources: [
      { ...REST, url: 'http://consents.firm.example', limits: { seconds: 0 }, purposes: { 7: 'newsleter', 8: { purpose: 'offer', member: 'yes' }, 9: [] } },
      { ...REST, tokne: 1, bases: { X: 'agreement' } },
      { name: 'The CRM', kind: 'sap' },
    ],
  })).toEqual([
    'answerWithin: expected a whole number from 100 to 10000, got 5',
    'keep.granted: expected a whole number from 1 to 15, got 60',
    'sources[0].purposes["7"].purpose: expected one of "individual", "contract", "offer", "newsletter", "event", "survey", "advertising", "*", got "newsleter"',
    'sources[0].purposes["8"].member: expected one of "granted", "nothing", got "yes"',
    'sources[0].limits.seconds: expected a whole number from 1 to 60, got 0',
    'sources[0].url: expected an address such as https://crm.firm.example, with http on this machine only, without user, query or #, got "http://consents.firm.example"',
    'sources[1].bases["X"]: expected one of "consent", "existing-customer", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests", "other", got "agreement"',
    expect.stringMatching(/^sources\[1\]\.tokne: no entry of that name/),
    `sources[2].kind: expected one of ${CONNECTOR_KINDS.map(({ kind }) => `"${kind}"`).join(', ')}, got "sap"`,
    'sources[1].name: another source has the name "crm"',
  ]);
});

test.each<[unknown]>([[null], [42], ['x'], [[]], [{}], [{ sources: {} }], [{ sources: [null] }], [{ sources: [{}] }], [{ sources: [{ kind: '__proto__' }] }], [{ sources: [{ ...REST, purposes: [] }] }]])('what is no section of sources is refused: %j', (document) => {
  expect(problemsIn(document).length).toBeGreaterThan(0);
});

test('consents are kept for a quarter of an hour at most, whatever somebody would like', () => {
  expect(problemsIn({ keep: { granted: 16 }, sources: [] })).toEqual(['keep.granted: expected a whole number from 1 to 15, got 16']);
});

test('a list means one thing, several, or nothing on purpose', () => {
  const read = readWhole(connectorsReader(readers), { sources: [{ ...REST, purposes: { 1: 'newsletter', 2: ['offer', { purpose: 'event', member: 'granted', confirmation: 'required' }], 3: [] } }] });
  const meaning = { purpose: 'newsletter', member: 'nothing', basis: 'consent', confirmation: 'optional' };
  expect(read).toMatchObject({ ok: true, value: { sources: [{ settings: { mapping: { purposes: { 1: [meaning], 2: [{ ...meaning, purpose: 'offer' }, { ...meaning, purpose: 'event', member: 'granted', confirmation: 'required' }], 3: [] } } } }] } });
});

describe('in the service\'s configuration', () => {
  const written = (connectors: object): string => folder.file('umsicht.json', JSON.stringify({ connectors }));

  test('secrets come from the environment, and no part of what was read shows one', () => {
    const configuration = configurationOf(['--config', written({ sources: [REST] })], { TOKEN: 'very secret' });
    expect(configuration.connectors.sources).toMatchObject([{ settings: { name: 'crm' } }]);
    expect(JSON.stringify(configuration)).not.toContain('very secret');
  });

  test('a secret that is not there, or is written into the file, is said without repeating it', () => {
    const result = readConfiguration(['--config', written({ sources: [REST, { ...REST, name: 'other', token: 'very secret' }] })], {});
    const problems = result.ok ? [] : result.problems;
    expect(problems).toEqual([expect.stringMatching(/connectors\.sources\[0\]\.token: the environment has no TOKEN$/), expect.stringMatching(/connectors\.sources\[1\]\.token: expected where the secret is/)]);
    expect(problems.join()).not.toContain('very secret');
  });
});

test('docs/connectors.md says of every connector what it can and how it was shown to work, and has a part about it with an example that is read', () => {
  const page = readFileSync(resolve(__dirname, '../../docs/connectors.md'), 'utf8');
  if (/<!-- connectors -->\n([^]*?)<!-- \/connectors -->/.exec(page)?.[1] !== connectorsTable()) throw new Error('The connectors have changed since their table in docs/connectors.md was made. Make it anew: npm run docs');
  const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => JSON.parse(text as string) as { kind?: string });
  for (const { kind } of CONNECTOR_KINDS) {
    expect(page).toContain(`\n## ${kind}\n`);
    const example = examples.find((each) => each.kind === kind);
    expect({ kind, problems: problemsIn({ sources: [example] }) }).toEqual({ kind, problems: [] });
  }
});
