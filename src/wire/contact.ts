import { type Contact, CONSENT_STATUSES, LEGAL_BASES, SAFEGUARDS, type TagPurpose, type UnknownReason } from '../core/evidence';
import { PURPOSES } from '../core/purpose';
import { fitting, listOf, oneOf, optional, readWhole, section, yesOrNo } from '../core/reading';
import { described } from '../core/reading-schema';

/** Every purpose a consent tag can name. */
export const TAG_PURPOSES: readonly TagPurpose[] = [...PURPOSES, 'advertising', '*'];

/** Reasons that may travel. A service that says anything else about a person has given no answer. */
export const UNKNOWN_REASONS: readonly UnknownReason[] = ['notAsked', 'timeout', 'unreachable', 'refused', 'invalidAnswer', 'ambiguous', 'noSource', 'notFound'];

/** Longest text in a tag or a name, in UTF-16 units. */
export const LONGEST_TEXT = 500;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

const COUNTRY = /^[A-Z]{2}$/;

const instant = optional(described(
  fitting<string>((value) => typeof value === 'string' && INSTANT.test(value) && !isNaN(Date.parse(value)), 'an instant'),
  () => ({ type: 'string', format: 'date-time', pattern: INSTANT.source }),
), undefined);
const shortText = optional(described(
  fitting<string>((value) => typeof value === 'string' && value.length <= LONGEST_TEXT, 'a short text'),
  () => ({ type: 'string', maxLength: LONGEST_TEXT }),
), undefined);
const country = optional(described(
  fitting<string>((value) => typeof value === 'string' && COUNTRY.test(value), 'a country code'),
  () => ({ type: 'string', pattern: COUNTRY.source }),
), undefined);

const tagReader = section({
  purpose: oneOf(TAG_PURPOSES),
  status: oneOf(CONSENT_STATUSES),
  basis: oneOf(LEGAL_BASES),
  obtained: instant,
  confirmed: instant,
  withdrawn: instant,
  expires: instant,
  evidence: shortText,
  source: shortText,
  fromSale: optional(yesOrNo, undefined),
  similarGoods: optional(yesOrNo, undefined),
  toldAtCollection: optional(yesOrNo, undefined),
}, 'ignored');

/** One contact, but for what its parts demand of each other. */
export const contactReader = section({
  record: oneOf(['known', 'unknown'] as const),
  name: shortText,
  country,
  safeguard: optional(oneOf(SAFEGUARDS), undefined),
  safeguardUntil: instant,
  tags: listOf(tagReader, 'a list of tags'),
  unanswered: optional(oneOf(UNKNOWN_REASONS), undefined),
}, 'ignored');

/**
 * Reads one contact from outside; `undefined` for anything that is none. One tag that is not
 * understood spoils the whole contact: it may be the one that says "withdrawn".
 */
export function readContact(value: unknown): Contact | undefined {
  const result = readWhole(contactReader, value);
  if (!result.ok) return undefined;
  const contact = result.value;
  // Somebody who is not recorded has neither tags nor anything else; an answer that says both is confused.
  if (contact.record === 'unknown' && (contact.tags.length > 0 || contact.country !== undefined || contact.name !== undefined || contact.safeguard !== undefined || contact.unanswered !== undefined)) return undefined;
  return contact as Contact;
}
