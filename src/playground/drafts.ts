import { parseAddress } from '../core/address';
import type { Draft, Recipient, RecipientField } from '../core/draft';
import type { Contact, Evidence } from '../core/evidence';
import { defaultPolicy, parsePolicy } from '../core/policy';
import type { Purpose } from '../core/purpose';
import type { Language, Rule } from '../core/rule';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { type Example, policyDocumentOf } from '../rules/example';
import type { EntrySetup, ItemSetup } from '../simulator/item';
import { type EvidenceEntry } from '../wire/evidence';
import { policyAnswer } from '../wire/policy';
import { type ServiceConditions, UNCHANGED } from './service-conditions';

/** A draft that can be opened, with whatever it brings along so that it shows what it is meant to show. */
export interface OpenableDraft {
  /** The name under which it is linked: `rule/number`, or a word. */
  readonly name: string;
  readonly title: { readonly [L in Language]: string };
  item(language: Language): ItemSetup;
  readonly purpose: Purpose | null;
  readonly service: ServiceConditions;
}

export interface DraftGroup {
  readonly title: { readonly [L in Language]: string } | null;
  readonly drafts: readonly OpenableDraft[];
}

/**
 * A rule's examples as drafts. Left out is what cannot be opened in a message window: meetings, in
 * which the add-in is not offered, and drafts of which a part could not be read.
 */
export function draftsOf(rule: Rule, examples: readonly Example[], rules: readonly Rule[], now: number): DraftGroup {
  return {
    title: { de: rule.text.de.title, en: rule.text.en.title },
    drafts: examples.flatMap((example, index) => {
      if (example.draft.kind !== 'message' || example.draft.unread.length > 0) return [];
      return [{
        name: `${rule.id}/${index}`,
        title: capitalised(example.title),
        item: () => itemOf(example.draft),
        purpose: example.draft.purpose,
        service: serviceOf(rule, example, rules, now),
      }];
    }),
  };
}

/** The item a compose window begins with. */
export function itemOf(draft: Draft): ItemSetup {
  const field = (wanted: RecipientField): readonly EntrySetup[] => draft.recipients.filter((recipient) => recipient.field === wanted).map(entryOf);
  return {
    composeType: draft.composeType ?? 'newMail',
    ...(draft.from ? { from: { displayName: draft.from.name || draft.from.address, emailAddress: draft.from.address, recipientType: 'user' } } : {}),
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: draft.subject,
    body: { text: draft.body },
    attachments: draft.attachments.map(({ name, size = 0 }) => ({ name, size })),
  };
}

function entryOf({ name, address, list }: Recipient): EntrySetup {
  return { displayName: name || address, emailAddress: address, recipientType: list ? 'distributionList' : 'externalUser' };
}

/** What the example says of contacts and policy, in place of what the service knows. */
function serviceOf(rule: Rule, example: Example, rules: readonly Rule[], now: number): ServiceConditions {
  const contacts: EvidenceEntry[] = [];
  example.contacts.forEach((evidence, address) => contacts.push(entryFor(address, shifted(evidence, now - example.now))));
  if (Object.keys(example.options).length === 0) return { ...UNCHANGED, contacts };
  const parsed = parsePolicy(policyDocumentOf(rule.id, example), rules, registrableDomain);
  return { ...UNCHANGED, contacts, policy: policyAnswer(parsed.ok ? parsed.policy : defaultPolicy(rules)) };
}

function entryFor(address: string, evidence: Evidence<Contact>): EvidenceEntry {
  const parsed = parseAddress(address);
  const key = parsed.usable ? parsed.key : address;
  return evidence.known ? { address: key, known: true, ...evidence.value } : { address: key, known: false, reason: evidence.reason };
}

/** Examples are written for one day; their instants move along, so that they stay true. */
function shifted(evidence: Evidence<Contact>, milliseconds: number): Evidence<Contact> {
  if (!evidence.known) return evidence;
  const move = (instant: string): string => new Date(Date.parse(instant) + milliseconds).toISOString();
  return {
    known: true,
    value: {
      ...evidence.value,
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
