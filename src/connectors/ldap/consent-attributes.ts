import type { Entry } from 'ldapts';
import { readInstant } from '../../wire/instant';
import type { ConsentFact, FactStatus } from '../connector';
import { valuesOf } from './entry-values';

/** An attribute that says how somebody stands to one thing. Values are compared without regard to case. */
export interface ConsentAttribute {
  /** What is mapped to a purpose. */
  readonly id: string;
  readonly attribute: string;
  readonly granted: readonly string[];
  readonly withdrawn: readonly string[];
  readonly pending: readonly string[];
  /** Attributes with further facts; instants as GeneralizedTime or ISO 8601. */
  readonly obtained?: string;
  readonly confirmed?: string;
  readonly withdrawnAt?: string;
  readonly expires?: string;
  readonly basis?: string;
}

/** An attribute that says no, with the values that do; others say nothing. */
export interface FlagAttribute {
  readonly attribute: string;
  readonly values: readonly string[];
}

export interface ConsentAttributes {
  readonly consents: readonly ConsentAttribute[];
  readonly noMail: FlagAttribute | null;
  readonly noAdvertising: FlagAttribute | null;
}

/** What an entry says of consents; undefined where a value has no meaning that was given to it, since that may be a no. */
export function consentFacts(entry: Entry, { consents, noMail, noAdvertising }: ConsentAttributes): readonly ConsentFact[] | undefined {
  const facts: ConsentFact[] = [];
  if (noMail && isSet(entry, noMail)) facts.push({ scope: { kind: 'everyMail' }, status: 'objected' });
  if (noAdvertising && isSet(entry, noAdvertising)) facts.push({ scope: { kind: 'advertising' }, status: 'withdrawn' });
  for (const consent of consents) {
    for (const value of valuesOf(entry, consent.attribute)) {
      const fact = factIn(entry, consent, value);
      if (!fact) return undefined;
      facts.push(fact);
    }
  }
  return facts;
}

function isSet(entry: Entry, { attribute, values }: FlagAttribute): boolean {
  return valuesOf(entry, attribute).some((value) => isAmong(values, value));
}

function isAmong(values: readonly string[], value: string): boolean {
  return values.some((each) => each.toLowerCase() === value.trim().toLowerCase());
}

function factIn(entry: Entry, consent: ConsentAttribute, value: string): ConsentFact | undefined {
  const status = (['withdrawn', 'pending', 'granted'] as const).find((each) => isAmong(consent[each], value));
  const instants: { [name: string]: string } = {};
  for (const [name, attribute, dayMeans] of [['obtained', consent.obtained, 'start'], ['confirmed', consent.confirmed, 'start'], ['withdrawn', consent.withdrawnAt, 'start'], ['expires', consent.expires, 'end']] as const) {
    const [written] = attribute === undefined ? [] : valuesOf(entry, attribute);
    if (written === undefined || written === '') continue;
    const read = instantIn(written, dayMeans);
    if (read === undefined) return undefined;
    instants[name] = read;
  }
  if (status === undefined) return undefined;
  const [basis] = consent.basis === undefined ? [] : valuesOf(entry, consent.basis);
  return { scope: { kind: 'native', id: consent.id }, status: status satisfies FactStatus, ...(basis && { basis }), ...instants };
}

/** GeneralizedTime (RFC 4517, 3.3.13) in UTC, or ISO 8601. */
function instantIn(text: string, dayMeans: 'start' | 'end'): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?Z$/.exec(text);
  return match ? readInstant(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6] ?? '00'}Z`, dayMeans) : readInstant(text, dayMeans);
}

/** Milliseconds since 1970 as GeneralizedTime. */
export function generalizedTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-T:]/g, '')}.0Z`;
}
