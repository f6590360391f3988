import { CONSENT_STATUSES, LEGAL_BASES, type LegalBasis } from '../core/evidence';
import { LONGEST_TEXT } from '../wire/contact';
import { readInstant } from '../wire/instant';
import type { ConsentFact, FactScope, FactStatus } from './connector';

/**
 * A consent as whoever follows our own contract writes it (a view in a database, a server behind
 * docs/consents-api.openapi.json). `purpose` is `*` for every mail, `advertising` for all of it, or an id to be mapped.
 */
export interface WrittenConsent {
  readonly purpose: unknown;
  readonly status: unknown;
  readonly basis?: unknown;
  readonly obtained?: unknown;
  readonly confirmed?: unknown;
  readonly withdrawn?: unknown;
  readonly expires?: unknown;
  readonly evidence?: unknown;
  readonly fromSale?: unknown;
  readonly similarGoods?: unknown;
  readonly toldAtCollection?: unknown;
}

export const WRITTEN_STATUSES = [...CONSENT_STATUSES, 'member', 'not-recorded'] as const;

/** Bases in our own words mean what they say. */
export const OWN_BASES: { readonly [native: string]: LegalBasis } = Object.fromEntries(LEGAL_BASES.map((basis) => [basis, basis]));

/** Undefined for anything that is not understood: it may be what says "withdrawn". Words are taken in any case; null is nothing. */
export function readConsent(written: WrittenConsent): ConsentFact | undefined {
  const word = (value: unknown): string | undefined => (typeof value === 'string' ? value.trim().toLowerCase() : undefined);
  const purpose = typeof written.purpose === 'string' ? written.purpose.trim() : '';
  const status = word(written.status);
  if (purpose === '' || purpose.length > LONGEST_TEXT || !WRITTEN_STATUSES.some((each) => each === status)) return undefined;

  const fact: { [name: string]: unknown } = { scope: scopeOf(purpose), status: statusOf(status as (typeof WRITTEN_STATUSES)[number]) };
  for (const [name, value] of Object.entries(written)) {
    if (value === null || value === undefined || value === '' || name === 'purpose' || name === 'status') continue;
    const read = readField(name, value);
    if (read === undefined) return undefined;
    fact[name] = read;
  }
  return fact as unknown as ConsentFact;
}

/** Undefined for what is no country code of two letters. */
export function readCountry(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2}$/i.test(value.trim()) ? value.trim().toUpperCase() : undefined;
}

function scopeOf(purpose: string): FactScope {
  if (purpose === '*') return { kind: 'everyMail' };
  return purpose.toLowerCase() === 'advertising' ? { kind: 'advertising' } : { kind: 'native', id: purpose };
}

function statusOf(status: (typeof WRITTEN_STATUSES)[number]): FactStatus {
  return status === 'not-recorded' ? 'notRecorded' : status;
}

function readField(name: string, value: unknown): string | boolean | undefined {
  switch (name) {
    case 'basis': return typeof value === 'string' && value.length <= LONGEST_TEXT ? value.trim().toLowerCase() : undefined;
    case 'evidence': return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
    case 'obtained': case 'confirmed': case 'withdrawn': return instantIn(value, 'start');
    case 'expires': return instantIn(value, 'end');
    case 'fromSale': case 'similarGoods': case 'toldAtCollection': return typeof value === 'boolean' ? value : undefined;
    default: return undefined;
  }
}

function instantIn(value: unknown, dayMeans: 'start' | 'end'): string | undefined {
  if (value instanceof Date) return isNaN(value.getTime()) ? undefined : readInstant(value.toISOString(), dayMeans);
  return typeof value === 'string' ? readInstant(value, dayMeans) : undefined;
}
