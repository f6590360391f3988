import type { Explanation, Language, LegalSource } from '../core/rule';

const nothing: Explanation<Record<string, unknown>> = { why: '', options: {} };

/** Stands in for every rule's explanation in the send bundle, which shows none. */
export const explanation: { readonly [L in Language]: Explanation<Record<string, unknown>> } = { de: nothing, en: nothing };

export const legal: readonly LegalSource[] = [];
