import fc from 'fast-check';
import { addressKey } from '../../src/core/address';
import { type Draft, EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { type Contact, type Evidence, type EvidenceSet, type ListMembers, NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy } from '../../src/core/policy';
import type { Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { bccReplies } from '../../src/rules/bcc-replies/rule';
import { externalReplyAll } from '../../src/rules/external-reply-all/rule';
import { largeAudiences } from '../../src/rules/large-audiences/rule';
import { onlyBcc } from '../../src/rules/only-bcc/rule';
import { thirdCountryRecipients } from '../../src/rules/third-country-recipients/rule';
import { unexpandedLists } from '../../src/rules/unexpanded-lists/rule';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const HEADINGS = '\n________________________________\nVon: Eva Own <eva@own.example>\nGesendet: Montag, 23. November 2026 14:05\nAn: Anna Oak <anna@oak.in>; ben@elm.example; Cem Ash\nBetreff: Termin\n\nbitte.\n';

const field = fc.constantFrom<RecipientField>('to', 'cc', 'bcc');
const person = fc.constantFrom('anna@oak.in', 'ANNA@oak.in', 'ben@elm.example', 'cem@ash.de', 'joe@fir.com', 'eva@own.example', 'mara@own.example', 'a@gmx.de', '/o=own/cn=x', 'müller')
  .map((address) => ({ address, name: address === 'cem@ash.de' ? 'Cem Ash' : '' }));
const list = fc.constantFrom('team@own.example', 'mitglieder@verband.example', '').map((address) => ({ address, name: 'Liste', list: true }));
const recipient: fc.Arbitrary<Recipient> = fc.tuple(fc.oneof({ weight: 6, arbitrary: person }, { weight: 1, arbitrary: list }), field).map(([who, where]) => ({ ...who, field: where }));
const draft: fc.Arbitrary<Draft> = fc.record({ recipients: fc.array(recipient, { maxLength: 12 }), composeType: fc.constantFrom('newMail' as const, 'reply' as const), body: fc.constantFrom('', HEADINGS) })
  .map((parts) => ({ ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: 'Mara Own' }, ...parts }));

const silent = fc.constantFrom('timeout' as const, 'unreachable' as const).map((reason) => ({ known: false as const, reason }));
const contact: fc.Arbitrary<Evidence<Contact>> = fc.oneof(silent, fc.record({ country: fc.constantFrom('IN', 'TR', 'CN', 'US', 'DE', 'XX'), safeguard: fc.constantFrom('scc' as const, 'derogation' as const, 'certified' as const) }, { requiredKeys: [] })
  .map((value) => ({ known: true as const, value: { record: 'known' as const, tags: [], ...value } })));
const members: fc.Arbitrary<Evidence<ListMembers>> = fc.oneof(silent, fc.record({ members: fc.array(person, { maxLength: 5 }), complete: fc.boolean() }).map((value) => ({ known: true as const, value })));
const evidence: fc.Arbitrary<EvidenceSet> = fc.record({
  contacts: fc.dictionary(fc.constantFrom('anna@oak.in', 'ben@elm.example', 'joe@fir.com', 'a@gmx.de').map(addressKey), contact),
  members: fc.dictionary(fc.constantFrom('team@own.example', 'mitglieder@verband.example'), members),
}).map(({ contacts, members: known }) => ({ ...NO_EVIDENCE, contacts: new Map(Object.entries(contacts)), members: new Map(Object.entries(known)) }));

/** Limits low enough for a dozen recipients. */
const SETTINGS: { readonly [id: string]: object } = { 'large-audiences': { noticeFrom: 3, warnFrom: 5, criticalFrom: 7 } };

function check(rule: Rule, mail: Draft, known: EvidenceSet): readonly Outcome[] {
  const parsed = parsePolicy({ organisation: { domains: ['own.example'] }, rules: { [rule.id]: SETTINGS[rule.id] || {} } }, [rule], exactWorld.registrableDomain);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return evaluate({ draft: mail, policy: parsed.policy, evidence: known, now: NOW, world: exactWorld }, [rule]);
}

/** What is said, in whatever order. */
function said(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ outcome, message, severity, data, recipients }) => JSON.stringify([outcome, message, severity, data, recipients.map(({ address }) => addressKey(address)).sort()])).sort();
}

describe.each<readonly [string, Rule]>([largeAudiences, onlyBcc, bccReplies, externalReplyAll, unexpandedLists, thirdCountryRecipients].map((rule) => [rule.id, rule]))('%s', (_, rule) => {
  test('the order of the recipients does not matter', () => {
    fc.assert(fc.property(draft, evidence, (mail, known) => {
      const outcomes = check(rule, mail, known);
      expect(outcomes.map(({ message }) => message)).not.toContain('ruleFailed');
      expect(said(check(rule, { ...mail, recipients: [...mail.recipients].reverse() }, known))).toEqual(said(outcomes));
    }));
  });
});

describe.each<readonly [string, Rule]>([largeAudiences, externalReplyAll, unexpandedLists, thirdCountryRecipients].map((rule) => [rule.id, rule]))('%s', (_, rule) => {
  test('a colleague more in any field changes nothing', () => {
    fc.assert(fc.property(draft, evidence, field, (mail, known, where) => {
      const colleague: Recipient = { address: 'finn@own.example', name: 'Finn', field: where };
      expect(said(check(rule, { ...mail, recipients: [colleague, ...mail.recipients] }, known))).toEqual(said(check(rule, mail, known)));
    }));
  });
});
