import fc from 'fast-check';
import { type Draft, EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy } from '../../src/core/policy';
import { SEVERITIES } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { visibleRecipients } from '../../src/rules/visible-recipients/rule';

const limit = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null });
const settings = fc.record({
  addresses: fc.integer({ min: 1, max: 6 }),
  organisations: fc.integer({ min: 1, max: 4 }),
  noticeAboveAddresses: limit,
  noticeAboveOrganisations: limit,
  warnAboveAddresses: limit,
  warnAboveOrganisations: limit,
  criticalAboveAddresses: limit,
  criticalAboveOrganisations: limit,
  ignoreFunctional: fc.boolean(),
  groups: fc.constantFrom([], [{ name: 'Beirat', entries: ['oak.example', 'elm.example'] }]),
});

const field = fc.constantFrom<RecipientField>('to', 'cc', 'bcc');
const domain = fc.constantFrom('oak.example', 'elm.example', 'ash.example', 'fir.example', 'gmx.de');
const outsider = fc.record({ local: fc.constantFrom('anna', 'ben', 'info', 'office'), domain }).map(({ local, domain: at }) => `${local}@${at}`);
const recipient = fc.record({ address: fc.oneof({ weight: 9, arbitrary: outsider }, { weight: 1, arbitrary: fc.constantFrom('', '/o=own/cn=x') }), name: fc.constant(''), field });
const draft = fc.record({ recipients: fc.array(recipient, { maxLength: 14 }), openedWith: fc.option(fc.array(outsider.map((address) => ({ address, name: '' })), { maxLength: 20 })) })
  .map(({ recipients, openedWith }): Draft => ({ ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, recipients, composeType: openedWith ? 'reply' : 'newMail', openedWith }));

function check(mail: Draft, options: object): readonly Outcome[] {
  const parsed = parsePolicy({ organisation: { domains: ['own.example'] }, rules: { 'visible-recipients': options } }, [visibleRecipients], exactWorld.registrableDomain);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return evaluate({ draft: mail, policy: parsed.policy, evidence: NO_EVIDENCE, now: 0, world: exactWorld }, [visibleRecipients]);
}

const said = (outcomes: readonly Outcome[]) => outcomes.map(({ outcome, message, severity, data, recipients }) => ({ outcome, message, severity, data, about: recipients.map(({ address }) => address).sort() }));
const gravity = (outcomes: readonly Outcome[]) => Math.max(...outcomes.map(({ outcome, severity }) => (outcome === 'passed' || outcome === 'notApplicable' ? 0 : SEVERITIES.indexOf(severity))));

test('a colleague more in any field changes nothing', () => {
  fc.assert(fc.property(draft, settings, field, (mail, options, where) => {
    fc.pre(mail.recipients.length > 0);
    const withColleague = { ...mail, recipients: [{ address: 'eva@own.example', name: 'Eva', field: where } as Recipient, ...mail.recipients] };
    expect(said(check(withColleague, options))).toEqual(said(check(mail, options)));
  }));
});

test('the order of the recipients does not matter', () => {
  fc.assert(fc.property(draft, settings, (mail, options) => {
    expect(said(check({ ...mail, recipients: [...mail.recipients].reverse() }, options))).toEqual(said(check(mail, options)));
  }));
});

test('who stands there twice counts once', () => {
  fc.assert(fc.property(draft, settings, (mail, options) => {
    const usable = mail.recipients.filter(({ address }) => address.includes('@'));
    const twice = { ...mail, recipients: [...usable, ...usable] };
    const [once, again] = [check({ ...mail, recipients: usable }, options), check(twice, options)];
    expect(again.map(({ message, severity, data }) => ({ message, severity, data }))).toEqual(once.map(({ message, severity, data }) => ({ message, severity, data })));
  }));
});

test('somebody moved to Bcc never makes it graver', () => {
  fc.assert(fc.property(draft, settings, fc.nat(), (mail, options, which) => {
    fc.pre(mail.recipients.length > 0);
    const moved = mail.recipients.map((each, index): Recipient => (index === which % mail.recipients.length ? { ...each, field: 'bcc' } : each));
    expect(gravity(check({ ...mail, recipients: moved }, options))).toBeLessThanOrEqual(gravity(check(mail, options)));
  }));
});

test('a lower limit never makes it milder', () => {
  fc.assert(fc.property(draft, settings, fc.constantFrom('noticeAboveAddresses', 'warnAboveOrganisations', 'criticalAboveAddresses', 'criticalAboveOrganisations'), (mail, options, name) => {
    expect(gravity(check(mail, { ...options, [name]: 1 }))).toBeGreaterThanOrEqual(gravity(check(mail, options)));
  }));
});

test('who has read the addresses before is not offered for Bcc', () => {
  const recipients = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'].map((address): Recipient => ({ address, name: '', field: 'to' }));
  const remedies = [recipients, recipients.slice(1)].map((openedWith) => check({ ...EMPTY_DRAFT, recipients, composeType: 'reply', openedWith }, {})[0]?.remedy);
  expect(remedies).toEqual([null, { kind: 'moveToBcc', addresses: recipients.map(({ address }) => address) }]);
});

test('ten thousand recipients are looked at once each, not with one another', () => {
  let asked = 0;
  const world = { ...exactWorld, registrableDomain: (name: string) => { asked += 1; return exactWorld.registrableDomain(name); } };
  const recipients = Array.from({ length: 10000 }, (_, index): Recipient => ({ address: `p${index}@d${index}.example`, name: '', field: 'to' }));
  const policy = parsePolicy({ rules: { 'visible-recipients': { groups: Array.from({ length: 40 }, (_, index) => ({ name: `g${index}`, entries: [`d${index}.example`] })) } } }, [visibleRecipients], (name) => name);
  if (!policy.ok) throw new Error('policy');
  const [found] = evaluate({ draft: { ...EMPTY_DRAFT, recipients, composeType: 'reply', openedWith: recipients }, policy: policy.policy, evidence: NO_EVIDENCE, now: 0, world }, [visibleRecipients]);
  expect(found).toMatchObject({ severity: 'notice', data: { people: 10000, organisations: 10000, thread: true } });
  expect(asked).toBeLessThanOrEqual(20001);
});
