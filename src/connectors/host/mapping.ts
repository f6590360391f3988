import type { ConsentTag, Contact, LegalBasis, TagPurpose } from '../../core/evidence';
import type { AddressFacts, ConsentFact } from '../connector';

/** What one list, topic or purpose of a CRM means for us. */
export interface PurposeMeaning {
  readonly purpose: TagPurpose;
  /** Whether to be on the list is to have agreed; where it is not, nothing is recorded. */
  readonly member: 'granted' | 'nothing';
  /** Counts where the CRM names none. */
  readonly basis: LegalBasis;
  /** `required`: a consent without a confirmation is one whose double opt-in is open. */
  readonly confirmation: 'required' | 'optional';
}

/** The administrator's. An id with no meaning at all is one that was looked at, and left out on purpose. */
export interface Mapping {
  readonly purposes: { readonly [id: string]: readonly PurposeMeaning[] };
  readonly bases: { readonly [native: string]: LegalBasis };
}

/** A word of the CRM's that nobody has given a meaning; nothing follows from it. */
export interface Unmapped {
  readonly what: 'purpose' | 'basis';
  readonly id: string;
}

/**
 * Facts as a contact with consent tags. A list nobody has mapped brings no tag, and a basis nobody has mapped is `other`, which is no
 * consent; both are reported. A no without a list is a no for all advertising, or for every mail.
 */
export function mappedContact(found: AddressFacts, source: string, mapping: Mapping, report: (unmapped: Unmapped) => void): Contact {
  if (found.contact === 'unknown') return { record: 'unknown', tags: [] };
  const basisOf = (native: string | undefined, otherwise: LegalBasis): LegalBasis => {
    if (native === undefined || native === '') return otherwise;
    const meant = own(mapping.bases, native);
    if (meant === undefined) report({ what: 'basis', id: native });
    return meant ?? 'other';
  };
  const tags = found.facts.flatMap((fact): readonly ConsentTag[] => {
    const { scope } = fact;
    if (scope.kind !== 'native') return tagsOf(fact, source, [{ purpose: scope.kind === 'everyMail' ? '*' : 'advertising', member: 'nothing', basis: 'other', confirmation: 'optional' }], basisOf);
    const meanings = own(mapping.purposes, scope.id);
    if (meanings === undefined) report({ what: 'purpose', id: scope.id });
    return tagsOf(fact, source, meanings ?? [], basisOf);
  });
  return { record: 'known', ...(found.country !== undefined && { country: found.country }), tags };
}

function tagsOf({ scope: _, status, basis, ...rest }: ConsentFact, source: string, meanings: readonly PurposeMeaning[], basisOf: (native: string | undefined, otherwise: LegalBasis) => LegalBasis): readonly ConsentTag[] {
  return meanings.flatMap((meaning): readonly ConsentTag[] => {
    if (status === 'notRecorded' || (status === 'member' && meaning.member === 'nothing')) return [];
    const said = status === 'member' ? 'granted' : status;
    const isOpen = said === 'granted' && meaning.confirmation === 'required' && rest.confirmed === undefined;
    return [{ purpose: meaning.purpose, status: isOpen ? 'pending' : said, basis: basisOf(basis, meaning.basis), ...rest, source }];
  });
}

function own<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}
