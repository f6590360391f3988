import * as v from 'valibot';
import { type Contact, CONSENT_STATUSES, LEGAL_BASES, type TagPurpose, type UnknownReason } from '../core/evidence';
import { PURPOSES } from '../core/purpose';

/** Every purpose a consent tag can name. */
export const TAG_PURPOSES: readonly TagPurpose[] = [...PURPOSES, 'advertising', '*'];

/** Reasons that may travel. A service that says anything else about a person has given no answer. */
export const UNKNOWN_REASONS: readonly UnknownReason[] = ['notAsked', 'timeout', 'unreachable', 'refused', 'invalidAnswer', 'ambiguous'];

/** Longest text in a tag or a name, in UTF-16 units. */
export const LONGEST_TEXT = 500;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

const instant = v.pipe(v.string(), v.check((text: string) => INSTANT.test(text) && !isNaN(Date.parse(text))));
const shortText = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

const tagSchema = v.object({
  purpose: v.picklist(TAG_PURPOSES),
  status: v.picklist(CONSENT_STATUSES),
  basis: v.picklist(LEGAL_BASES),
  obtained: v.optional(instant),
  confirmed: v.optional(instant),
  withdrawn: v.optional(instant),
  expires: v.optional(instant),
  evidence: v.optional(shortText),
  source: v.optional(shortText),
});

const contactSchema = v.object({
  record: v.picklist(['known', 'unknown'] as const),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  tags: v.array(tagSchema),
});

/**
 * Reads one contact from outside; `undefined` for anything that is none. One tag that is not
 * understood spoils the whole contact: it may be the one that says "withdrawn".
 */
export function readContact(value: unknown): Contact | undefined {
  const result = v.safeParse(contactSchema, value);
  if (!result.success) return undefined;
  const contact = result.output;
  // Somebody who is not recorded has neither tags nor a country; an answer that says both is confused.
  if (contact.record === 'unknown' && (contact.tags.length > 0 || contact.country !== undefined)) return undefined;
  return contact as Contact;
}
