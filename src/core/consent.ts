import { type ConsentTag, type Contact, type LegalBasis, LEGAL_BASES, type UnknownReason } from './evidence';
import { type AdvertisingPurpose, type Purpose, PURPOSES } from './purpose';

/**
 * What the records of one person come to for one advertising purpose. Exactly one of them holds, so
 * that of several rules exactly one has something to say about the person.
 */
export type ConsentStanding =
  /** Consent for this purpose is there. */
  | { readonly kind: 'granted' }
  /** Said no. */
  | { readonly kind: 'objected' | 'withdrawn' }
  /** Said yes, but not provably, or no longer. */
  | { readonly kind: 'pending' | 'expired' }
  /** Recorded as an existing customer (\u00a7 7 (3) UWG); what is missing is not known. */
  | { readonly kind: 'customer'; readonly fromSale?: boolean; readonly similarGoods?: boolean; readonly toldAtCollection?: boolean }
  | { readonly kind: 'formerCustomer' }
  /** Recorded for this purpose, on bases that are neither consent nor \u00a7 7 (3) UWG. */
  | { readonly kind: 'otherBasis'; readonly bases: readonly LegalBasis[] }
  /** Recorded for other purposes. */
  | { readonly kind: 'otherPurpose'; readonly purposes: readonly Purpose[] }
  | { readonly kind: 'notRecorded' }
  /** Nobody of that address is in the CRM. */
  | { readonly kind: 'unknownContact' }
  /** No refusal where an answer came from, and a source that might hold one, or a consent, did not answer. */
  | { readonly kind: 'unanswered'; readonly reason: UnknownReason };

/** Clocks and time zones differ by less than this many milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Works out where one person stands. The stricter of several records counts: somebody who said no
 * once has said no, and a sign-up still open beside a consent is a question nobody has answered.
 * Whatever else is recorded matters only where there is no consent.
 */
export function consentStanding({ record, tags, unanswered }: Contact, purpose: AdvertisingPurpose, now: number): ConsentStanding {
  if (record === 'unknown') return { kind: 'unknownContact' };
  const covering = tags.filter((tag) => tag.purpose === purpose || tag.purpose === 'advertising' || tag.purpose === '*');

  const refusal = (['objected', 'withdrawn'] as const).find((status) => covering.some((tag) => tag.status === status));
  if (refusal) return { kind: refusal };
  if (unanswered !== undefined) return { kind: 'unanswered', reason: unanswered };

  const consents = covering.filter(({ basis }) => basis === 'consent').map((tag) => stateOf(tag, now));
  const customers = covering.filter(({ basis }) => basis === 'existing-customer');
  if (consents.indexOf('pending') >= 0 || customers.some(({ status }) => status === 'pending')) return { kind: 'pending' };
  if (consents.indexOf('expired') >= 0) return { kind: 'expired' };
  if (consents.indexOf('good') >= 0) return { kind: 'granted' };

  if (customers.some((tag) => stateOf(tag, now) === 'expired')) return { kind: 'formerCustomer' };
  const good = customers.filter((tag) => stateOf(tag, now) === 'good');
  if (good.length > 0) return customerOf(good);

  // Consents and customers have spoken, so what still holds here rests on something else, or is for something else.
  const others = covering.filter((tag) => stateOf(tag, now) === 'good');
  if (others.length > 0) return { kind: 'otherBasis', bases: LEGAL_BASES.filter((basis) => others.some((tag) => tag.basis === basis)) };

  const elsewhere = tags.filter((tag) => stateOf(tag, now) === 'good');
  if (elsewhere.length > 0) return { kind: 'otherPurpose', purposes: PURPOSES.filter((each) => elsewhere.some((tag) => tag.purpose === each)) };
  return { kind: 'notRecorded' };
}

/** `undefined`: refused, or obtained on a date to come, which is a slip in the record. */
function stateOf({ status, obtained, expires }: ConsentTag, now: number): 'good' | 'pending' | 'expired' | undefined {
  if (status === 'objected' || status === 'withdrawn') return undefined;
  if (status === 'pending') return 'pending';
  // Consent has to be there beforehand.
  if (obtained !== undefined && Date.parse(obtained) > now + A_DAY) return undefined;
  // A date that cannot be read is no date in the future.
  return status === 'expired' || (expires !== undefined && !(Date.parse(expires) > now)) ? 'expired' : 'good';
}

/** Several records of one customer put together; a no in one of them outweighs a yes in another. */
function customerOf(tags: readonly ConsentTag[]): ConsentStanding {
  return { kind: 'customer', ...said('fromSale'), ...said('similarGoods'), ...said('toldAtCollection') };

  function said(field: 'fromSale' | 'similarGoods' | 'toldAtCollection'): { readonly [name: string]: boolean } {
    const answers = tags.map((tag) => tag[field]).filter((answer) => answer !== undefined);
    return answers.length === 0 ? {} : { [field]: answers.indexOf(false) < 0 };
  }
}
