import type { Draft, Recipient } from '../../src/core/draft';
import { evaluate, isAtWork, type Outcome } from '../../src/core/evaluate';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import type { Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { type Circumstances, example, type ExampleDraft, type Expectation, policyDocumentOf } from '../../src/rules/example';

/*
 * Corners that would be too much for the rules' own examples, which people read: where a list ends
 * and the next one begins, what is counted once, what is not taken for a name or a domain.
 */

const named = (id: string): Rule => rules.find((rule) => rule.id === id) as Rule;

function said(rule: Rule, draft: ExampleDraft, circumstances: Circumstances = {}, more: Partial<Draft> = {}): readonly Outcome[] {
  const each = example({ de: '', en: '' }, draft, 'passed', circumstances);
  const policy = parsePolicy(policyDocumentOf(rule.id, each), [rule], exactWorld.registrableDomain);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  return evaluate({ draft: { ...each.draft, ...more }, policy: policy.policy, evidence: each.evidence, now: each.now, world: exactWorld }, [rule]);
}

type Corner = readonly [title: string, draft: ExampleDraft, expected: Expectation, circumstances?: Circumstances];

function corners(id: string, table: readonly Corner[]): void {
  describe(id, () => {
    test.each(table.map(([title, draft, expected, circumstances = {}]) => [title, draft, expected, circumstances] as const))('%s', (_, draft, expected, circumstances) => {
      const outcomes = said(named(id), draft, circumstances);
      const wanted = example({ de: '', en: '' }, draft, expected).expected;
      if (typeof wanted === 'string') {
        expect(outcomes.map(({ outcome }) => outcome)).toEqual([wanted]);
        return;
      }
      expect(outcomes.map(({ outcome, message }) => ({ outcome, message }))).toEqual(wanted.map(({ outcome, message }) => ({ outcome, message })));
      wanted.forEach(({ data, about, severity }, index) => {
        const found = outcomes[index] as Outcome;
        if (data) expect(found.data).toStrictEqual(data);
        if (about) expect(found.recipients.map(({ address }) => address)).toEqual(about);
        if (severity) expect(found.severity).toBe(severity);
      });
    });
  });
}

test('a rule to which a policy has to say what to look for looks for nothing before', () => {
  const waiting = rules.filter((rule) => rule.isIdle !== undefined);
  expect(waiting.map(({ id }) => id)).toEqual(expect.arrayContaining(['cautioned-words', 'confidential-outside', 'forbidden-recipients', 'required-companions']));
  for (const rule of waiting) expect([rule.id, isAtWork(rule, defaultPolicy([rule]))]).toEqual([rule.id, false]);
});

describe('a domain that is exempt', () => {
  const table: readonly (readonly [id: string, exempt: string, draft: ExampleDraft, circumstances?: Circumstances])[] = [
    ['external-reply-all', 'oak.example', { to: ['anna@mail.oak.example', 'ben@elm.example'], composeType: 'reply' }],
    ['first-contacts', 'oak.example', { to: ['anna@mail.oak.example'] }, { correspondence: { 'anna@mail.oak.example': false } }],
    ['large-audiences', 'oak.example', { bcc: ['anna@mail.oak.example', 'ben@elm.example'] }, { options: { noticeFrom: 2 } }],
    ['missing-consent', 'oak.example', { to: ['anna@mail.oak.example'], purpose: 'offer' }, { contacts: { 'anna@mail.oak.example': {} } }],
    ['namesakes', 'oak.example', { to: ['Eva Own <eva@own.example>', 'Eva Own <eva@mail.oak.example>'] }],
    ['new-domains', 'oak.example', { to: ['anna@mail.oak.example'], composeType: 'reply', openedWith: ['ben@elm.example'] }],
    ['no-reply-recipients', 'oak.example', { to: ['noreply@mail.oak.example'] }],
    ['private-addresses', 'gmx.de', { to: ['mara.own@mail.gmx.de'] }],
    ['risky-attachments', 'oak.example', { to: ['anna@mail.oak.example'], attachments: ['x.exe'] }],
    ['third-country-recipients', 'oak.in', { to: ['anna@mail.oak.in'] }, { contacts: { 'anna@mail.oak.in': {} } }],
    ['unexpanded-lists', 'oak.example', { to: ['team@mail.oak.example'], lists: ['team@mail.oak.example'] }, { members: { 'team@mail.oak.example': 'timeout' } }],
    ['visible-recipients', 'oak.example', { to: ['anna@mail.oak.example', 'ben@elm.example'] }, { options: { addresses: 1, organisations: 1 } }],
  ];

  test.each(table.map(([id, exempt, draft, circumstances = {}]) => [id, exempt, draft, circumstances] as const))('%s: %s is exempt, what lies below it is not unless named with *.', (id, exempt, draft, circumstances) => {
    const outcomes = (entries: readonly string[]) => said(named(id), draft, { ...circumstances, options: { ...circumstances.options, exempt: entries } }).map(({ outcome }) => outcome);
    expect(outcomes([exempt])[0]).toMatch(/failed|undetermined/);
    expect(outcomes([exempt])).toEqual(outcomes([]));
    expect(outcomes([`*.${exempt}`])).not.toEqual(outcomes([]));
  });
});

const HEADING = (to: string) => `Danke.\n\nVon: Eva Own <eva@own.example>\nGesendet: Montag, 23. November 2026 14:05\nAn: ${to}\nBetreff: x\n\nanbei.\n`;

corners('bcc-replies', [
  ['somebody called like one whose address the heading shows is somebody else', { to: ['eva@own.example', 'Anna Oak <anna@home.example>'], composeType: 'reply', body: HEADING('Anna Oak <anna@oak.example>') }, 'passed'],
]);

test('bcc-replies: a draft of which nobody knows who sends it is none of its business', () => {
  expect(said(named('bcc-replies'), { to: ['eva@own.example', 'anna@oak.example'], composeType: 'reply', body: HEADING('anna@oak.example') }, {}, { from: null }).map(({ outcome }) => outcome)).toEqual(['notApplicable']);
});

corners('cautioned-words', [
  ['one outsider among colleagues is enough', { to: ['eva@own.example', 'anna@oak.example'], subject: 'Geheim' }, { finds: 'wordsFound' }, { options: { lists: [{ words: ['geheim'] }] } }],
  ['no phrase goes on from one attachment to the next', { to: ['anna@oak.example'], attachments: ['Bilanz', 'geheim.txt'] }, 'passed', { options: { lists: [{ words: ['Bilanz geheim'] }] } }],
  ['a word in two places is told once', { to: ['anna@oak.example'], subject: 'Bilanz geheim', body: 'Die Bilanz ist geheim.' },
    { finds: 'wordsFound', data: { words: ['Bilanz', 'geheim'], places: ['subject', 'body'], reasonDe: '', reasonEn: '' } }, { options: { lists: [{ words: ['geheim', 'Bilanz'] }] } }],
]);

corners('confidential-outside', [
  ['any of the three kinds of mark is enough', { to: ['anna@oak.example'], label: 'Intern' }, { finds: 'goesOutside' }, { options: { labels: ['Intern'], categories: ['x'] } }],
  ['a mail to nobody yet', { label: 'Intern' }, 'notApplicable', { options: { labels: ['Intern'] } }],
  ['below a domain that is allowed', { to: ['anna@mail.oak.example'], label: 'Intern' }, { finds: 'goesOutside' }, { options: { labels: ['Intern'], allowed: ['oak.example'] } }],
  ['all below a domain is allowed', { to: ['anna@mail.oak.example'], label: 'Intern' }, 'passed', { options: { labels: ['Intern'], allowed: ['*.oak.example'] } }],
  ['a mark with blanks around it in the policy', { to: ['anna@oak.example'], subject: 'WG:[intern]' }, { finds: 'goesOutside' }, { options: { marks: [' [intern] '] } }],
  ['two words written as one are another label', { to: ['anna@oak.example'], label: 'strengvertraulich' }, 'notApplicable', { options: { labels: ['streng vertraulich'] } }],
  ['a mark of nothing but an accent marks nothing', { to: ['anna@oak.example'], subject: 'x' }, 'notApplicable', { options: { marks: ['\u0301'] } }],
  ['brackets hold a mark apart from letters beside it', { to: ['anna@oak.example'], subject: 'x[intern]y' }, { finds: 'goesOutside', data: { mark: '[intern]', by: 'subject', people: 1, addresses: ['anna@oak.example'] } }, { options: { marks: ['[intern]'] } }],
  ['a list of which two members are outside is one entry', { to: ['alle@own.example'], lists: ['alle@own.example'], label: 'Intern' }, { finds: 'goesOutside', about: ['alle@own.example'] },
    { options: { labels: ['Intern'] }, members: { 'alle@own.example': ['anna@oak.example', 'ben@elm.example'] } }],
]);

const CUSTOMER = { purpose: 'offer', status: 'granted', basis: 'existing-customer', obtained: '2025-03-01T10:00:00Z' } as const;
const FORMER = { ...CUSTOMER, status: 'expired' } as const;
const NOTICE = 'Sie können der Verwendung Ihrer Adresse für Werbung jederzeit widersprechen.';

corners('existing-customers', [
  ['former customers alone', { to: ['anna@oak.example'], purpose: 'offer', body: NOTICE }, { finds: 'formerCustomer' }, { contacts: { 'anna@oak.example': { tags: [FORMER] } } }],
  ['no notice when the address was collected, whatever is said here', { to: ['anna@oak.example'], purpose: 'offer', body: NOTICE },
    { finds: 'notMet', severity: 'warning', data: { people: 1, purpose: 'offer', suggested: false, viaLists: false, conditions: ['unknown', 'unknown', 'met', 'notMet'], notice: 'before' } },
    { contacts: { 'anna@oak.example': { tags: [{ ...CUSTOMER, toldAtCollection: false }] } } }],
  ['nothing on file but that what is offered is unlike', { to: ['anna@oak.example'], purpose: 'offer', body: NOTICE }, { finds: 'notMet', severity: 'warning' }, { contacts: { 'anna@oak.example': { tags: [{ ...CUSTOMER, similarGoods: false }] } } }],
  ['nothing found, while somebody behind a list is not known', { to: ['anna@oak.example', 'Beirat'], lists: ['Beirat'], purpose: 'offer', body: NOTICE }, 'notApplicable',
    { contacts: { 'anna@oak.example': { tags: [{ ...CUSTOMER, fromSale: true, similarGoods: true, toldAtCollection: true }] } } }],
]);

corners('external-reply-all', [
  ['below the answer nothing but blank lines', { to: ['anna@oak.example', 'ben@elm.example'], composeType: 'reply', body: 'Danke.\n> \n' }, { finds: 'goesToSeveral', data: { people: 2, quoted: 1 } }],
  ['somebody who cannot be read is a notice, whatever the rule weighs', { to: ['anna@oak.example', 'Ben'], composeType: 'reply' }, { undetermined: 'unclearRecipients', severity: 'notice' }, { options: { severity: 'critical' } }],
]);

corners('first-contacts', [
  ['no answer is a notice, whatever the rule weighs', { to: ['anna@oak.example'] }, { undetermined: 'noAnswer', severity: 'notice' }, { options: { severity: 'critical' }, correspondence: { 'anna@oak.example': 'timeout' } }],
  ['addresses are told without blanks around them', { to: ['anna@oak.example '] }, { finds: 'neverWrittenTo', data: { people: 1, addresses: ['anna@oak.example'] } }, { correspondence: { 'anna@oak.example': false } }],
]);

corners('large-audiences', [
  ['the list is named through which outsiders are reached, not the one beside it', { to: ['alle@own.example', 'kunden@own.example'], lists: ['alle@own.example', 'kunden@own.example'] },
    { finds: 'manyPeople', about: ['kunden@own.example'], data: { people: 3, onLists: 3 } },
    { options: { noticeFrom: 2, warnFrom: 3 }, members: { 'alle@own.example': ['eva@own.example'], 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] } }],
]);

const STRANGE = { inUse: false, resembles: [] };

corners('lookalike-domains', [
  ['of two alike the one fewer people have is in doubt', { to: ['a@ahornwerk.example', 'b@ahornwerk.example', 'c@ahornwrek.example'] }, { finds: 'resemblesRecipient', about: ['c@ahornwrek.example'] }, { domains: { 'ahornwerk.example': STRANGE, 'ahornwrek.example': STRANGE } }],
  ['also where it was put in first', { to: ['c@ahornwrek.example', 'a@ahornwerk.example', 'b@ahornwerk.example'] }, { finds: 'resemblesRecipient', about: ['c@ahornwrek.example'] }, { domains: { 'ahornwerk.example': STRANGE, 'ahornwrek.example': STRANGE } }],
  ['of two that as many have, the one put in later', { to: ['c@ahornwrek.example', 'a@ahornwerk.example'] }, { finds: 'resemblesRecipient', about: ['a@ahornwerk.example'] }, { domains: { 'ahornwerk.example': STRANGE, 'ahornwrek.example': STRANGE } }],
  ['is open while one of both was not told of', { to: ['a@ahornwerk.example', 'c@ahornwrek.example'] }, { undetermined: 'resemblesRecipient', severity: 'notice', about: ['c@ahornwrek.example'] }, { domains: { 'ahornwerk.example': 'timeout', 'ahornwrek.example': STRANGE } }],
  ['a sure likeness is told before a slight one', { to: ['a@eichr.example'] }, { finds: 'resemblesKnown', severity: 'warning', data: { people: 1, domain: 'eichr.example', known: 'eichr.com', kind: 'otherEnding' } },
    { domains: { 'eichr.example': STRANGE }, ownDomains: ['eichr.com'], options: { partners: ['eiche.example'] } }],
  ['a faint likeness to a partner is none', { to: ['a@ulme.at'] }, 'passed', { domains: { 'ulme.at': STRANGE }, options: { partners: ['ulme.de'] } }],
  ['a faint likeness to the own domain is a hint', { to: ['a@ulme.at'] }, { finds: 'resemblesKnown', severity: 'notice' }, { domains: { 'ulme.at': STRANGE }, ownDomains: ['ulme.de'] }],
  ['a slip in a mail provider’s name is sure', { to: ['a@yahpo.com'] }, { finds: 'resemblesKnown', severity: 'warning', data: { people: 1, domain: 'yahpo.com', known: 'yahoo.com', kind: 'typo' } }, { domains: { 'yahpo.com': STRANGE } }],
  ['letters like those of a mail provider’s name are, too', { to: ['a@gmai1.com'] }, { finds: 'resemblesKnown', severity: 'warning' }, { domains: { 'gmai1.com': STRANGE } }],
  ['another ending than a mail provider’s is no likeness', { to: ['a@freenet.ie'] }, 'passed', { domains: { 'freenet.ie': STRANGE } }],
  ['a partner with blanks around it in the policy', { to: ['a@ahornwrek.example'] }, { finds: 'resemblesKnown' }, { domains: { 'ahornwrek.example': STRANGE }, options: { partners: [' ahornwerk.example '] } }],
  ['a partner is known by its umlaut', { to: ['a@müllerbau.example'] }, 'passed', { domains: { 'xn--mllerbau-65a.example': STRANGE }, options: { partners: ['müllerbau.example'] } }],
]);

corners('missing-opt-out', [
  ['an own list of which the directory tells only colleagues, and not all', { to: ['alle@own.example'], lists: ['alle@own.example'], purpose: 'offer' }, { finds: 'withoutOptOut' }, { members: { 'alle@own.example': { some: ['eva@own.example'] } } }],
  ['an own list of colleagues', { to: ['alle@own.example'], lists: ['alle@own.example'], purpose: 'offer' }, 'notApplicable', { members: { 'alle@own.example': ['eva@own.example'] } }],
  ['somebody else’s list, though nobody has declared what this is', { to: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'], subject: 'Newsletter im November' }, { finds: 'withoutOptOut' }, { members: { 'mitglieder@verband.example': 'timeout' } }],
]);

corners('missing-subject', [
  ['signs of reply with nothing but blanks behind them', { to: ['anna@oak.example'], subject: `Re:${' '.repeat(30)}\u200b` }, { finds: 'onlyReplySigns' }],
]);

corners('namesakes', [
  ['addresses are told without blanks around them', { to: ['Eva Own <eva@own.example>', 'Eva Own <eva@oak.example >'] }, { finds: 'colleaguesName', data: { people: 1, name: 'Eva Own', address: 'eva@oak.example' } }],
]);

test('who is called like another recipient is not taken out by a remedy, for either may be meant; a colleague’s double is', () => {
  const remedies = (draft: ExampleDraft) => said(named('namesakes'), draft).map(({ message, remedy }) => [message, remedy && remedy.kind]);
  expect(remedies({ to: ['eva@own.example', 'Anna Oak <anna@oak.example>', 'Anna Oak <anna@elm.example>'] })).toEqual([['othersName', null]]);
  expect(remedies({ to: ['Eva Own <eva@own.example>', 'Eva Own <eva@elm.example>'] })).toEqual([['colleaguesName', 'removeRecipients']]);
  expect(remedies({ to: ['eva@own.example', 'ben@oak.example <anna@elm.example>'] })).toEqual([['addressInName', 'removeRecipients']]);
});

corners('new-domains', [
  ['what is not known weighs a notice, whatever the rule weighs', { to: ['anna@oak.example'], composeType: 'reply' }, { undetermined: 'threadUnknown', severity: 'notice' }, { options: { severity: 'critical' } }],
]);

corners('no-reply-recipients', [
  ['among names nobody can read', { to: ['noreply@oak.example ', 'Ben'] }, { finds: 'amongOthers', data: { people: 1, addresses: ['noreply@oak.example'] } }],
]);

corners('private-addresses', [
  ['of two colleagues the one whose whole name it is', { to: ['Eva Oakwood <eoakwood@gmx.de >'], cc: ['emil.oakwood@own.example', ' Eva Oakwood  <eva.oakwood@own.example>'] },
    { finds: 'colleaguesAddress', severity: 'warning', data: { people: 1, address: 'eoakwood@gmx.de', name: 'Eva Oakwood' } }],
  ['somebody outside has a private address as well', { to: ['Anna Birke <anna@birke.example>', 'anna.birke@gmx.de'] }, 'passed'],
  ['a sender known by address only, with a number in it', { to: ['Mara Oakwood <x@gmx.de>'], from: 'oakwood.mara81@own.example' }, { finds: 'ownAddress', severity: 'warning' }],
  ['first and last name with an initial between them', { to: ['mara.b.oakwood@gmx.de'], from: 'Mara Oakwood <m@own.example>' }, { finds: 'ownAddress', severity: 'warning' }],
  ['another first name with the same initial', { to: ['Max Oakwood <moakwood@gmx.de>'], from: 'Mara Oakwood <mara.oakwood@own.example>' }, 'passed'],
  ['an initial, where nobody knows the sender’s first name', { to: ['Max Oakwood <moakwood@gmx.de>'], from: 'mara.oakwood@own.example' }, { finds: 'ownAddress', severity: 'notice' }],
]);

corners('forbidden-recipients', [
  ['an exception stands for all below it', { to: ['a@lab.mail.oak.example'] }, 'passed', { options: { lists: [{ entries: ['oak.example'], except: ['mail.oak.example'] }] } }],
]);

corners('required-companions', [
  ['an exception stands for all below it', { to: ['a@lab.mail.oak.example'] }, 'notApplicable', { options: { companions: [{ when: ['oak.example'], except: ['mail.oak.example'], companions: ['recht@own.example'] }] } }],
]);

test('a companion is put in without the blanks around it in the policy', () => {
  const [found] = said(named('required-companions'), { to: ['anna@oak.example'] }, { options: { companions: [{ when: ['oak.example'], companions: [' recht@own.example '] }] } });
  expect(found?.remedy).toEqual({ kind: 'addRecipients', field: 'cc', people: [{ address: 'recht@own.example', name: '' }] });
});

corners('risky-attachments', [
  ['endings may stand in the policy as *.ending or .ending, with blanks', { to: ['anna@oak.example'], attachments: ['a.foo', 'b.bar', 'c.baz'] }, { finds: 'programs', data: { files: ['a.foo', 'b.bar', 'c.baz'] } }, { options: { programs: [' *.foo ', '.bar', 'BAZ '] } }],
]);

corners('third-country-recipients', [
  ['a correction of a domain is none of what lies below it', { to: ['anna@mail.oak.in'] }, { finds: 'inThirdCountry' }, { options: { corrections: [{ entries: ['oak.in'], country: 'DE' }] }, contacts: { 'anna@mail.oak.in': { country: 'IN' } } }],
]);

corners('unclassifiable-recipients', [
  ['a colleague at a domain without an ending, named by address', { to: ['eva@localhost'] }, 'passed', { ownDomains: ['own.example', 'eva@localhost'] }],
  ['one mistyped name in two cases is told once, without blanks', { to: ['Müller ', 'müller', ' Cem Ash  <cem@>'] }, { finds: 'noUsableAddress', data: { people: 2, names: ['Müller', 'Cem Ash'] } }],
]);

test('a name without an address is a group; a list is one whatever stands in place of its address', () => {
  const outcomes = (recipient: Partial<Recipient>) => said(named('unclassifiable-recipients'), {}, {}, { recipients: [{ address: '', name: '', field: 'to', ...recipient }] }).map(({ message }) => message);
  expect(outcomes({ name: 'Beirat' })).toEqual([null]);
  expect(outcomes({ name: '  ' })).toEqual(['nothingThere']);
  expect(outcomes({ address: 'Beirat', name: 'Beirat', list: true })).toEqual([null]);
  expect(outcomes({ address: 'Beirat', name: 'Beirat' })).toEqual(['noUsableAddress']);
});

corners('unexpanded-lists', [
  ['a group and a list beside each other, each a notice whatever the rule weighs', { to: ['Beirat', 'alle@own.example'], lists: ['Beirat', 'alle@own.example'] },
    [{ undetermined: 'membersUnknown', severity: 'notice' }, { undetermined: 'groupsWithoutAddress', severity: 'notice' }], { options: { severity: 'critical' }, members: { 'alle@own.example': 'timeout' } }],
  ['a list told in part', { to: ['alle@own.example'], lists: ['alle@own.example'] }, { undetermined: 'membersInPart', severity: 'notice' }, { options: { severity: 'critical' }, members: { 'alle@own.example': { some: ['eva@own.example'] } } }],
]);

test('whether an account fits is open where nobody knows who sends', () => {
  const options = { accounts: [{ recipients: ['oak.example'], senders: ['info@own.example'] }] };
  expect(said(named('unexpected-sender'), { to: ['anna@oak.example'] }, { options }, { from: null })).toMatchObject([{ outcome: 'undetermined', message: 'senderUnknown', severity: 'notice' }]);
});

const FOUR = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'];

corners('visible-recipients', [
  ['while it is certain that people see each other, groups beside them are not spoken of', { to: [...FOUR, 'Beirat'], lists: ['Beirat'] }, { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4 } }],
  ['two of one thread, and a third nobody can read', { to: [...FOUR.slice(0, 2), 'Ben'], composeType: 'reply', openedWith: FOUR.slice(0, 2) }, { undetermined: 'unclearAddresses', severity: 'notice' }, { options: { noticeAboveAddresses: 2 } }],
  ['a group of people is named domain by domain', { to: FOUR.map((address) => address.replace('@', '@mail.')) }, { finds: 'recipientsSeeEachOther' }, { options: { groups: [{ name: 'Beirat', entries: ['oak.example', 'elm.example', 'ash.example', 'fir.example'] }] } }],
  ['mailboxes of an office may be named with blanks', { to: ['info@oak.example', 'info+x@elm.example', 'INFO@ash.example', 'dora@fir.example'] }, 'passed', { options: { ignoreFunctional: true, functionalNames: [' Info '] } }],
]);
