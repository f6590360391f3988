import { NO_EVIDENCE } from '../../src/core/evidence';
import { type Draft, EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import { evaluate, isAtWork, type Outcome, type World } from '../../src/core/evaluate';
import { patterns } from '../../src/core/option';
import { defaultPolicy, parsePolicy, type Policy } from '../../src/core/policy';
import { defineRule, type Participant, type Report, type Rule, type RuleContext, type Severity } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const words = { title: 'x', messages: { bad: () => 'Bad.', open: () => 'Open.' } };
type Messages = { bad: { people: number }; open: { people: number } };

function rule(check: (context: RuleContext<{ exempt: readonly string[] }>) => 'notApplicable' | readonly Report<Messages>[], more: Partial<Rule> = {}): Rule {
  return {
    ...defineRule({
      id: 'sample', topic: 'content', severity: 'warning', legal: [], reads: ['recipients'], needs: [], options: { exempt: patterns() },
      text: { de: words, en: words }, explanation: { de: { why: '', options: { exempt: '' } }, en: { why: '', options: { exempt: '' } } }, check,
    }),
    ...more,
  };
}

const to = (address: string, field: RecipientField = 'to', more: Partial<Recipient> = {}): Recipient => ({ address, name: '', field, ...more });

function run(each: Rule | readonly Rule[], draft: Partial<Draft> = {}, document?: object): readonly Outcome[] {
  const all = Array.isArray(each) ? each as readonly Rule[] : [each as Rule];
  return evaluate({ draft: { ...EMPTY_DRAFT, ...draft }, policy: policyOf(all, document), evidence: NO_EVIDENCE, now: NOW, world: exactWorld }, all);
}

function policyOf(all: readonly Rule[], document?: object): Policy {
  if (!document) return defaultPolicy(all);
  const result = parsePolicy(document, all, exactWorld.registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

function standings(recipients: readonly Recipient[], organisation: object | undefined, from: Draft['from'] = { address: 'mara@own.example', name: '' }, world: World = exactWorld): readonly string[] {
  let seen: readonly Participant[] = [];
  const spy = rule(({ participants }) => {
    seen = participants;
    return [];
  });
  evaluate({ draft: { ...EMPTY_DRAFT, from, recipients }, policy: policyOf([spy], organisation ? { organisation } : undefined), evidence: NO_EVIDENCE, now: NOW, world }, [spy]);
  return seen.map(({ standing }) => standing);
}

test('nothing said is passed, not applicable is not', () => {
  expect(run(rule(() => []))).toEqual([{ rule: 'sample', outcome: 'passed', severity: 'warning', message: null, data: {}, recipients: [], remedy: null }]);
  expect(run(rule(() => 'notApplicable'))).toMatchObject([{ outcome: 'notApplicable', message: null }]);
});

test('a rule that breaks has not passed, and the others still speak', () => {
  const broken = rule(() => { throw new Error('anna@oak.example'); });
  const outcomes = run([broken, rule(() => [], { id: 'other' })]);
  expect(outcomes).toMatchObject([{ rule: 'sample', outcome: 'undetermined', message: 'ruleFailed', data: {} }, { rule: 'other', outcome: 'passed' }]);
  expect(JSON.stringify(outcomes)).not.toContain('anna');
});

test.each([[undefined], [null], ['passed'], [[null]], [7]])('a rule that answers %j has not passed either', (answer) => {
  expect(run(rule(() => answer as never))).toMatchObject([{ outcome: 'undetermined', message: 'ruleFailed' }]);
});

test('a rule that is off is not asked', () => {
  const check = jest.fn(() => []);
  expect(run(rule(check), {}, { rules: { sample: { severity: 'off' } } })).toEqual([]);
  expect(check).not.toHaveBeenCalled();
});

test('the severity is the policy\'s, weak evidence weighs less', () => {
  const both = rule(() => [{ message: 'bad', data: { people: 1 } }, { message: 'bad', data: { people: 2 }, atMost: 'notice' }]);
  expect(run(both).map(({ severity }) => severity)).toEqual(['warning', 'notice']);
  expect(run(both, {}, { rules: { sample: { severity: 'critical' } } }).map(({ severity }) => severity)).toEqual(['critical', 'notice']);
  expect(run(rule(() => [{ message: 'bad', data: { people: 2 }, atMost: 'critical' }])).map(({ severity }) => severity)).toEqual(['warning']);
});

test.each<[Severity | undefined, Severity | undefined, Severity, Severity]>([
  // atMost, atLeast, the policy's severity, what counts
  [undefined, 'critical', 'warning', 'critical'],
  [undefined, 'warning', 'notice', 'warning'],
  [undefined, 'warning', 'critical', 'critical'],
  [undefined, 'warning', 'warning', 'warning'],
  ['notice', 'critical', 'warning', 'critical'],
  ['warning', 'notice', 'critical', 'warning'],
])('a finding of at most %s and at least %s weighs, where the policy says %s, %s', (atMost, atLeast, severity, expected) => {
  const each = rule(() => [{ message: 'bad', data: { people: 2 }, ...(atMost && { atMost }), ...(atLeast && { atLeast }) }]);
  expect(run(each, {}, { rules: { sample: { severity } } }).map((outcome) => outcome.severity)).toEqual([expected]);
});

describe('a rule to which the policy gives nothing to look for', () => {
  const check = jest.fn(() => [{ message: 'bad', data: { people: 1 } }] as const);
  const waiting = rule(check, { isIdle: ({ exempt }) => (exempt as readonly string[]).length === 0 });
  beforeEach(() => { check.mockClear(); });

  test('is not asked and says nothing, whatever could not be read', () => {
    expect(run(waiting, { unread: ['to'] })).toEqual([{ rule: 'sample', outcome: 'notApplicable', severity: 'warning', message: null, data: {}, recipients: [], remedy: null }]);
    expect(check).not.toHaveBeenCalled();
  });

  test('is asked once it has something to look for', () => {
    expect(run(waiting, {}, { rules: { sample: { exempt: ['oak.example'] } } })).toMatchObject([{ outcome: 'failed' }]);
  });

  test('is not at work, nor is one that is off; every other is', () => {
    const busy = rule(check);
    const withSetting = (severity: Severity, exempt: readonly string[]): Policy => ({ ...defaultPolicy([busy]), rules: { sample: { severity, mode: 'asPolicy', options: { exempt } } } });
    const unheardOf: Policy = { ...defaultPolicy([busy]), rules: {} };
    expect([isAtWork(busy, withSetting('notice', [])), isAtWork(busy, withSetting('off', [])), isAtWork(busy, unheardOf), isAtWork({ ...busy, severity: 'off' }, unheardOf)]).toEqual([true, false, true, false]);
    expect([isAtWork(waiting, withSetting('notice', [])), isAtWork(waiting, withSetting('notice', ['oak.example'])), isAtWork(waiting, withSetting('off', ['oak.example'])), isAtWork(waiting, unheardOf)]).toEqual([false, true, false, false]);
  });
});

test('a rule the policy has never heard of has its own severity and defaults', () => {
  const seen: unknown[] = [];
  const each = rule(({ options }) => { seen.push(options); return [{ message: 'bad', data: { people: 1 } }]; });
  const outcomes = evaluate({ draft: EMPTY_DRAFT, policy: { ...defaultPolicy([]), rules: {} }, evidence: NO_EVIDENCE, now: NOW, world: exactWorld }, [each]);
  expect([outcomes.map(({ severity, recipients }) => [severity, recipients]), seen]).toEqual([[['warning', []]], [{ exempt: [] }]]);
});

describe('what a rule is told of the organisation and of others', () => {
  const told = (draft: Partial<Draft>, document?: object): RuleContext<unknown> => {
    let context: RuleContext<unknown> | undefined;
    run(rule((given) => { context = given; return []; }), draft, document);
    return context as RuleContext<unknown>;
  };

  test('the domains of the organisation, as the policy names them, else the sender’s', () => {
    const organisation = { domains: ['own.example', 'eva@elm.example', '*.own2.example'] };
    expect(told({}, { organisation }).ownDomains).toEqual(['own.example', 'own2.example']);
    expect(told({ from: { address: 'mara@mail.own.example', name: '' } }).ownDomains).toEqual(['own.example', 'mail.own.example']);
    expect(told({ from: { address: 'mara@gmx.de', name: '' } }).ownDomains).toEqual([]);
    expect(told({ from: { address: 'mara', name: '' } }).ownDomains).toHaveLength(0);
    expect(told({ from: null }).ownDomains).toHaveLength(0);
  });

  test('the sender, where there is one', () => {
    expect(told({ from: { address: 'Mara@own.example', name: 'Mara' } }).sender).toMatchObject({ key: 'mara@own.example', name: 'Mara', standing: 'internal' });
    expect(told({ from: null }).sender).toBeNull();
  });

  test('what anybody else would be as a recipient in To, worked out once', () => {
    const { participantOf, participants } = told({ from: { address: 'mara@own.example', name: '' }, recipients: [to('anna@oak.example'), to('Ben')] });
    const cem = { address: 'cem@ash.example', name: 'Cem' };
    expect(participantOf(cem)).toMatchObject({ ...cem, field: 'to', key: 'cem@ash.example', standing: 'external', organisation: 'ash.example' });
    expect(participantOf(cem)).toBe(participantOf(cem));
    expect(participantOf({ ...cem })).toEqual(participantOf(cem));
    expect(participantOf({ address: 'eva@own.example', name: '' }).standing).toBe('internal');
    // Somebody without an address is nobody of the recipients.
    const nobody = participantOf({ address: 'Ben', name: '' });
    expect([nobody.standing, participants.map(({ key }) => key).includes(nobody.key)]).toEqual(['unknown', false]);
  });
});

test('what is unknown weighs in full where the policy blocks on it, however mild the rule makes it; a weak hint stays weak', () => {
  const both = rule(() => [{ outcome: 'undetermined', message: 'open', data: { people: 1 }, atMost: 'notice' }, { message: 'bad', data: { people: 2 }, atMost: 'notice' }]);
  const severities = (unknownEvidence: string) => run(both, {}, { unknownEvidence }).map(({ severity }) => severity);
  expect(severities('block')).toEqual(['warning', 'notice']);
  expect(severities('confirm')).toEqual(['notice', 'notice']);
  expect(severities('allow')).toEqual(['notice', 'notice']);
});

test('options come from the policy', () => {
  const seen: unknown[] = [];
  const spy = rule(({ options }) => {
    seen.push(options);
    return [];
  });
  run(spy);
  run(spy, {}, { rules: { sample: { exempt: ['oak.example'] } } });
  expect(seen).toEqual([{ exempt: [] }, { exempt: ['oak.example'] }]);
});

describe('a part of the draft that could not be read', () => {
  const finding: Report<Messages> = { message: 'bad', data: { people: 2 } };

  test.each([['to'], ['cc'], ['bcc'], ['required'], ['optional']] as const)('nothing found with %s unread is undetermined', (part) => {
    expect(run(rule(() => []), { unread: [part] })).toMatchObject([{ outcome: 'undetermined', severity: 'warning', message: 'partUnread', data: { parts: [part] } }]);
    expect(run(rule(() => 'notApplicable'), { unread: [part] })).toMatchObject([{ outcome: 'undetermined', message: 'partUnread' }]);
  });

  test('a finding at full weight stands by itself', () => {
    expect(run(rule(() => [finding]), { unread: ['to'] })).toMatchObject([{ outcome: 'failed', message: 'bad' }]);
  });

  test('a weak finding does not hide that the rest was not read', () => {
    const outcomes = run(rule(() => [{ ...finding, atMost: 'notice' }]), { unread: ['to'] });
    expect(outcomes.map(({ message, severity }) => [message, severity])).toEqual([['partUnread', 'warning'], ['bad', 'notice']]);
  });

  test('what was undetermined anyway is said, too', () => {
    const outcomes = run(rule(() => [{ outcome: 'undetermined', message: 'open', data: { people: 1 } }]), { unread: ['to'] });
    expect(outcomes.map(({ message, outcome }) => [message, outcome])).toEqual([['partUnread', 'undetermined'], ['open', 'undetermined']]);
  });

  test('a part the rule does not rest on does not matter to it', () => {
    expect(run(rule(() => []), { unread: ['subject', 'body', 'attachments', 'from'] })).toMatchObject([{ outcome: 'passed' }]);
    expect(run(rule(() => [], { reads: ['body'] }), { unread: ['to', 'body'] })).toMatchObject([{ outcome: 'undetermined', data: { parts: ['body'] } }]);
  });
});

const own = { domains: ['own.example', 'eva@elm.example'], except: ['shop.own.example', 'press@own.example'] };
const table: readonly (readonly [string, Recipient, object | undefined, string])[] = [
  ['a colleague', to('eva@own.example'), own, 'internal'],
  ['a colleague at a subdomain', to('eva@mail.own.example'), own, 'internal'],
  ['a subdomain, where only the domain counts', to('eva@mail.own.example'), { ...own, includeSubdomains: false }, 'external'],
  ['a freelancer named by address', to('EVA@elm.example'), own, 'internal'],
  ['the freelancer\'s neighbour', to('finn@elm.example'), own, 'external'],
  ['a subdomain that is outside', to('x@shop.own.example'), own, 'external'],
  ['something below a subdomain that is outside', to('x@a.shop.own.example'), own, 'external'],
  ['an address that is outside', to('press@own.example'), own, 'external'],
  ['a domain that ends alike', to('x@notown.example'), own, 'external'],
  ['our domain in front of another', to('x@own.example.elm.example'), own, 'external'],
  ['our address in front of another domain', to('eva@own.example@elm.example'), own, 'external'],
  ['a contact group', to('', 'to', { name: 'Team', list: true }), own, 'unknown'],
  ['a name without an address', to('Eva'), own, 'unknown'],
  ['an Exchange name', to('/o=Own/cn=eva'), own, 'unknown'],
  ['an Exchange name wrapped in our domain', to('IMCEAEX-_o=Own_cn=eva@own.example'), own, 'unknown'],
  ['a distribution list of ours', to('alle@own.example', 'to', { list: true }), own, 'unknown'],
  ['a colleague, where the policy names no domain', to('eva@own.example'), undefined, 'internal'],
  ['a client, where the policy names no domain', to('anna@oak.example'), undefined, 'external'],
];

test.each(table)('%s', (_, recipient, organisation, expected) => {
  expect(standings([recipient], organisation)).toEqual([expected]);
});

test('where the policy names no domain, the sender\'s own one counts, subdomains only if they are to', () => {
  const people = [to('eva@own.example'), to('finn@mail.own.example'), to('gita@lab.own.example')];
  const from = { address: 'mara@mail.own.example', name: '' };
  expect(standings(people, {}, from)).toEqual(['internal', 'internal', 'internal']);
  expect(standings(people, { includeSubdomains: false }, from)).toEqual(['internal', 'internal', 'external']);
});

test('a sender at a mail provider has no colleagues', () => {
  expect(standings([to('mara@gmx.de'), to('eva@gmx.de')], undefined, { address: 'mara@gmx.de', name: '' })).toEqual(['internal', 'external']);
});

test('a sender under a public suffix does not make everybody there a colleague', () => {
  expect(standings([to('eva@oak.co.uk'), to('eva@elm.co.uk')], undefined, { address: 'mara@oak.co.uk', name: '' })).toEqual(['internal', 'external']);
});

test.each([[null], [{ address: '', name: '' }], [{ address: '/o=Own/cn=mara', name: '' }]])('a sender who cannot be read (%j) has no colleagues', (from) => {
  expect(standings([to('eva@own.example')], undefined, from)).toEqual(['external']);
});

test('two contact groups are two parties, one person in two fields is one', () => {
  let seen: readonly Participant[] = [];
  run(rule(({ participants }) => {
    seen = participants;
    return [];
  }), { recipients: [to('', 'to', { list: true }), to('', 'cc', { list: true }), to('Anna@oak.example'), to('anna@mail.oak.example', 'cc'), to('anna@OAK.example', 'cc')] });
  expect(new Set(seen.map(({ key }) => key)).size).toBe(4);
  expect(new Set(seen.map(({ organisation }) => organisation)).size).toBe(3);
});

test('what a rule says carries plain recipients', () => {
  const outcomes = run(rule(({ participants }) => [{ message: 'bad', data: { people: 1 }, recipients: participants }]), { recipients: [to('anna@oak.example', 'cc'), to('', 'to', { list: true })] });
  expect(outcomes[0]?.recipients).toEqual([{ address: 'anna@oak.example', name: '', field: 'cc' }, { address: '', name: '', field: 'to', list: true }]);
});

test('the declared purpose counts, and the suggestion where none was declared', () => {
  const seen: unknown[] = [];
  const spy = rule(({ purpose, suggestion }) => {
    seen.push([purpose, suggestion && suggestion.purpose]);
    return [];
  });
  const draft = { subject: 'Newsletter im November', body: '' };
  run(spy, draft);
  run(spy, { ...draft, purpose: 'contract' });
  run(spy, { ...draft, kind: 'meeting' });
  run(spy, { subject: 'Protokoll' });
  expect(seen).toEqual([['newsletter', 'newsletter'], ['contract', 'newsletter'], [null, null], [null, null]]);
});

describe('taking people out', () => {
  const remedyFor = (addresses: readonly string[], draft: Partial<Draft>) => {
    const outcomes = run(rule(() => [{ message: 'bad', data: { people: 1 }, recipients: draft.recipients || [], remedy: { kind: 'removeRecipients', addresses } }]), draft);
    return (outcomes[0] as Outcome).remedy;
  };

  test('is offered while somebody else is written to', () => {
    expect(remedyFor(['anna@oak.example'], { recipients: [to('Anna@oak.example'), to('ben@elm.example', 'bcc')] })).toEqual({ kind: 'removeRecipients', addresses: ['anna@oak.example'] });
    expect(remedyFor(['anna@oak.example'], { recipients: [to('anna@oak.example'), to('', 'to', { list: true, name: 'Beirat' })] })).not.toBeNull();
  });

  test('of a group without an address, or moving everybody, leaves somebody', () => {
    const group = to(' ', 'to', { list: true, name: 'Beirat' });
    for (const addresses of [['anna@oak.example', ' '], ['anna@oak.example', '']]) {
      expect(remedyFor(addresses, { recipients: [to('anna@oak.example'), group] })).not.toBeNull();
      expect(remedyFor(addresses, { recipients: [to('anna@oak.example'), { ...group, address: '' }] })).not.toBeNull();
    }
    const move = { kind: 'moveToBcc', addresses: ['anna@oak.example'] } as const;
    expect(run(rule(() => [{ message: 'bad', data: { people: 1 }, remedy: move }]), { recipients: [to('anna@oak.example')] })[0]?.remedy).toEqual(move);
    const declare = { kind: 'declarePurpose', purpose: 'offer' } as const;
    expect(run(rule(() => [{ message: 'bad', data: { people: 1 }, remedy: declare }]), { recipients: [to('anna@oak.example')] })[0]).toMatchObject({ outcome: 'failed', remedy: declare });
  });

  test.each<[string, Partial<Draft>]>([
    ['anybody', { recipients: [to('Anna@oak.example'), to('anna@OAK.example', 'cc')] }],
    ['anybody but the sender', { from: { address: 'mara@own.example', name: '' }, recipients: [to('Mara@own.example'), to('anna@oak.example', 'bcc')] }],
    ['anybody in a meeting', { kind: 'meeting', recipients: [to('anna@oak.example', 'required')] }],
  ])('is not offered where it would not leave %s', (_, draft) => {
    expect(remedyFor(['anna@oak.example'], draft)).toBeNull();
  });
});
