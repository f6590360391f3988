import { applyEdit } from '../../src/core/edit';
import { type Draft, EMPTY_DRAFT, type Recipient } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy } from '../../src/core/policy';
import type { Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { cautionedWords } from '../../src/rules/cautioned-words/rule';
import { confidentialOutside } from '../../src/rules/confidential-outside/rule';
import { forbiddenRecipients } from '../../src/rules/forbidden-recipients/rule';
import { missingSubject } from '../../src/rules/missing-subject/rule';
import { requiredCompanions } from '../../src/rules/required-companions/rule';
import { riskyAttachments } from '../../src/rules/risky-attachments/rule';

const LABEL = { id: '8f3e2a10-0000-4000-8000-00000000c0de', name: 'Streng vertraulich' };

function check(rule: Rule, options: object, draft: Partial<Draft>, known: { readonly [list: string]: readonly string[] } = {}): readonly Outcome[] {
  const policy = parsePolicy({ organisation: { domains: ['own.example'] }, rules: { [rule.id]: options } }, [rule], exactWorld.registrableDomain);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  const members = new Map(Object.entries(known).map(([list, addresses]) => [list, { known: true as const, value: { members: addresses.map((address) => ({ address, name: '' })), complete: true } }]));
  const whole = { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: 'Mara Own' }, ...draft };
  return evaluate({ draft: whole, policy: policy.policy, evidence: { ...NO_EVIDENCE, members }, now: 0, world: exactWorld }, [rule]);
}

const to = (...addresses: readonly string[]): readonly Recipient[] => addresses.map((address) => ({ address, name: '', field: 'to' }));
const list = (address: string): Recipient => ({ address, name: '', field: 'to', list: true });

describe('confidential mail', () => {
  test('loses its outsiders by the remedy while a colleague remains', () => {
    const [found] = check(confidentialOutside, { labels: ['Streng vertraulich'] }, { label: LABEL, recipients: to('eva@own.example', 'anna@oak.example', 'Anna@oak.example') });
    expect(found?.remedy).toEqual({ kind: 'removeRecipients', addresses: ['anna@oak.example'] });
  });

  test('has no remedy that would leave nobody', () => {
    const [found] = check(confidentialOutside, { labels: ['Streng vertraulich'] }, { label: LABEL, recipients: to('anna@oak.example') });
    expect(found).toMatchObject({ outcome: 'failed', remedy: null });
  });

  test('has no remedy that would take colleagues out together with a list', () => {
    const recipients = [list('alle@own.example'), ...to('eva@own.example', 'anna@oak.example')];
    const [found] = check(confidentialOutside, { labels: ['Streng vertraulich'] }, { label: LABEL, recipients }, { 'alle@own.example': ['eva@own.example', 'frei@fir.example'] });
    expect(found).toMatchObject({ outcome: 'failed', remedy: null, data: { people: 2 } });
  });

  test.each([['its id', LABEL.id.toUpperCase()], ['its name', 'streng  VERTRAULICH']])('is known by %s', (_, label) => {
    expect(check(confidentialOutside, { labels: [label] }, { label: LABEL, recipients: to('anna@oak.example') })).toMatchObject([{ outcome: 'failed', data: { mark: 'Streng vertraulich' } }]);
    expect(check(confidentialOutside, { labels: [label] }, { label: { ...LABEL, name: null }, recipients: to('anna@oak.example') })[0]?.outcome).toBe(label === LABEL.id.toUpperCase() ? 'failed' : 'notApplicable');
  });
});

describe('who has to be in copy', () => {
  const companions = (field: string) => ({ companions: [{ when: ['fir.example'], companions: ['recht@own.example', 'eva@own.example'], field }] });

  test.each([['message', 'cc', 'cc'], ['message', 'bcc', 'bcc'], ['message', 'to', 'to'], ['meeting', 'cc', 'optional'], ['meeting', 'bcc', 'optional'], ['meeting', 'to', 'required']] as const)('comes into a %s asked for in %s as %s', (kind, asked, field) => {
    const draft: Draft = { ...EMPTY_DRAFT, kind, recipients: [{ address: 'gegner@fir.example', name: '', field: kind === 'message' ? 'to' : 'required' }] };
    const [found] = check(requiredCompanions, companions(asked), draft);
    if (!found?.remedy) throw new Error('no remedy');
    const cured = applyEdit(draft, found.remedy);
    expect(cured.recipients.slice(1)).toEqual([{ address: 'recht@own.example', name: '', field }, { address: 'eva@own.example', name: '', field }]);
    expect(check(requiredCompanions, companions(asked), cured)).toMatchObject([{ outcome: 'passed' }]);
  });

  test('has no remedy where anybody of a domain will do', () => {
    const options = { companions: [{ when: ['fir.example'], companions: ['recht@own.example', 'revision.example'] }] };
    expect(check(requiredCompanions, options, { recipients: to('gegner@fir.example') })).toMatchObject([{ outcome: 'failed', remedy: null }]);
  });
});

test('blocked recipients leave by the remedy, the others stay', () => {
  const draft: Draft = { ...EMPTY_DRAFT, recipients: to('a@fir.example', 'anna@oak.example', 'b@fir.example') };
  const [found] = check(forbiddenRecipients, { lists: [{ entries: ['fir.example'] }] }, draft);
  if (!found?.remedy) throw new Error('no remedy');
  expect(applyEdit(draft, found.remedy).recipients.map(({ address }) => address)).toEqual(['anna@oak.example']);
});

test('a list of words has the weight it asks for, more or less than the rule', () => {
  const severities = (['asRule', 'notice', 'warning', 'critical', 'off'] as const).map((severity) => {
    const options = severity === 'off' ? { severity: 'off', lists: [{ words: ['geheim'] }] } : { severity: 'warning', lists: [{ words: ['geheim'], severity }] };
    return check(cautionedWords, options, { subject: 'Geheim', recipients: to('anna@oak.example') }).map((outcome) => outcome.severity);
  });
  expect(severities).toEqual([['warning'], ['notice'], ['warning'], ['critical'], []]);
});

describe('names made to be slow to read', () => {
  const recipients = to('anna@oak.example');
  test.each([['dots', '.'], ['spaces', ' '], ['signs of reply', 're: '], ['letters', 'a'], ['list words', 'export '], ['turning marks', '\u202e']])('of %s are read to their end', (_, part) => {
    const text = part.repeat(200_000);
    expect(check(riskyAttachments, {}, { recipients, attachments: [{ name: `${text}x` }, { name: text }] })[0]?.outcome).toMatch(/passed|failed/);
    expect(check(missingSubject, {}, { recipients, subject: `${text}x` })[0]?.outcome).toBe('passed');
    expect(check(confidentialOutside, { marks: ['aaaaab', '\u0301', '. . b'] }, { recipients, subject: text })[0]?.outcome).toBe('notApplicable');
  });
});

test.each(['Mitarbeitende.xlsx', 'Mitarbeiter 2026.xlsx', 'Teilnehmende_Workshop.csv', 'Beschäftigte.ods', 'Mieterliste.xlsx', 'Mandantenliste.xlsx'])('a table of that name is taken for a list of people: %s', (name) => {
  expect(check(riskyAttachments, {}, { attachments: [{ name }], recipients: to('anna@oak.example') })[0]).toMatchObject({ outcome: 'failed', message: 'listsOfPeople' });
});
