import { parseAddress } from '../core/address';
import type { Draft, Person, Recipient, RecipientField } from '../core/draft';
import { evaluate } from '../core/evaluate';
import type { Contact, Evidence, EvidenceSet } from '../core/evidence';
import { type Policy, parsePolicy } from '../core/policy';
import type { Purpose } from '../core/purpose';
import type { Language, Rule } from '../core/rule';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { exactWorld } from '../reference/world-exact';
import { type Example, OWN_DOMAIN, policyDocumentOf } from '../rules/example';
import { type EntrySetup, type FieldName, fieldsOf, type ItemSetup } from '../simulator/item';
import { policyAnswer } from '../wire/policy';
import { type ServiceConditions, UNCHANGED } from './service-conditions';

/** A draft that can be opened, with whatever it brings along so that it shows what it is meant to show. */
export interface OpenableDraft {
  /** The name under which it is linked: `rule/number`, or a word. */
  readonly name: string;
  readonly title: { readonly [L in Language]: string };
  item(language: Language): ItemSetup;
  readonly purpose: Purpose | null;
  /** Who stood in the fields when the reply or forward was opened, where the example tells. */
  readonly openedWith: readonly Person[] | null;
  readonly service: ServiceConditions;
}

export interface DraftGroup {
  /** `null`: nothing stands above them. */
  readonly title: { readonly [L in Language]: string } | null;
  readonly drafts: readonly OpenableDraft[];
}

/**
 * A rule's examples as drafts. Left out is what cannot be opened here: drafts of which a part could
 * not be read, and those with a label or categories, which this Outlook has no menu for. So is what
 * does not hold today, since decisions on countries come and go.
 */
export function draftsOf(rule: Rule, examples: readonly Example[], rules: readonly Rule[], now: number): DraftGroup {
  return {
    title: { de: rule.text.de.title, en: rule.text.en.title },
    drafts: examples.flatMap((example, index) => {
      if (!isOpenable(example.draft) || !holds(rule, example, rules, now)) return [];
      return [{
        name: `${rule.id}/${index}`,
        title: capitalised(example.title),
        item: () => itemOf(example.draft),
        purpose: example.draft.purpose,
        openedWith: example.draft.openedWith,
        service: serviceOf(rule, example, rules, now),
      }];
    }),
  };
}

function isOpenable({ unread, label, categories }: Draft): boolean {
  return unread.length === 0 && label === null && categories.length === 0;
}

function holds(rule: Rule, example: Example, rules: readonly Rule[], now: number): boolean {
  const { expected, draft } = example;
  const outcomes = evaluate({ draft, policy: policyOf(rule, example, rules), evidence: shiftedEvidence(example, now), now, world: exactWorld }, [rule]);
  if (typeof expected === 'string') return outcomes.length === 1 && outcomes[0]?.outcome === expected;
  return outcomes.length === expected.length && expected.every(({ outcome, message }, index) => outcomes[index]?.outcome === outcome && outcomes[index]?.message === message);
}

/** Our names of Office.js's fields. */
const OURS: { readonly [F in FieldName]: RecipientField } = { to: 'to', cc: 'cc', bcc: 'bcc', requiredAttendees: 'required', optionalAttendees: 'optional' };

/** The item a compose window begins with. */
function itemOf(draft: Draft): ItemSetup {
  return {
    kind: draft.kind,
    composeType: draft.composeType ?? 'newMail',
    ...(draft.from ? { from: { displayName: draft.from.name || draft.from.address, emailAddress: draft.from.address, recipientType: 'user' } } : {}),
    ...Object.fromEntries(fieldsOf(draft.kind).map((field) => [field, draft.recipients.filter((recipient) => recipient.field === OURS[field]).map(entryOf)])),
    subject: draft.subject,
    body: { text: draft.body },
    attachments: draft.attachments.map(({ name, size = 0, inline = false }) => ({ name, size, isInline: inline })),
  };
}

function entryOf({ name, address, list }: Recipient): EntrySetup {
  // Outlook shows the address where it knows no name, but a name of its directory is no address.
  return { displayName: name || (parseAddress(address).usable ? address : ''), emailAddress: address, recipientType: list ? 'distributionList' : 'externalUser' };
}

/** What the example says of evidence and policy, in place of what the service knows. */
function serviceOf(rule: Rule, example: Example, rules: readonly Rule[], now: number): ServiceConditions {
  const hasOptions = Object.keys(example.options).length > 0 || example.ownDomains.join() !== OWN_DOMAIN;
  return { ...UNCHANGED, evidence: shiftedEvidence(example, now), policy: hasOptions ? policyAnswer(policyOf(rule, example, rules)) : null };
}

function policyOf(rule: Rule, example: Example, rules: readonly Rule[]): Policy {
  const parsed = parsePolicy(policyDocumentOf(rule.id, example), rules, registrableDomain);
  if (!parsed.ok) throw new Error(`The policy of the example “${example.title.en}” is none: ${JSON.stringify(parsed.problems)}`);
  return parsed.policy;
}

/** Examples are written for one day; their instants move along, so that they stay true. */
function shiftedEvidence(example: Example, now: number): EvidenceSet {
  const contacts = new Map<string, Evidence<Contact>>();
  example.evidence.contacts.forEach((evidence, key) => contacts.set(key, shifted(evidence, now - example.now)));
  return { ...example.evidence, contacts };
}

function shifted(evidence: Evidence<Contact>, milliseconds: number): Evidence<Contact> {
  if (!evidence.known) return evidence;
  const move = (instant: string): string => new Date(Date.parse(instant) + milliseconds).toISOString();
  return {
    known: true,
    value: {
      ...evidence.value,
      ...(evidence.value.safeguardUntil ? { safeguardUntil: move(evidence.value.safeguardUntil) } : {}),
      tags: evidence.value.tags.map((tag) => ({
        ...tag,
        ...(tag.obtained ? { obtained: move(tag.obtained) } : {}),
        ...(tag.confirmed ? { confirmed: move(tag.confirmed) } : {}),
        ...(tag.withdrawn ? { withdrawn: move(tag.withdrawn) } : {}),
        ...(tag.expires ? { expires: move(tag.expires) } : {}),
      })),
    },
  };
}

function capitalised(title: Example['title']): Example['title'] {
  const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { de: first(title.de), en: first(title.en) };
}
