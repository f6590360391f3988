import type { Language } from '../core/rule';

declare const Intl: { readonly DisplayNames?: new (locale: string, options: { type: 'region' }) => { of(code: string): string | undefined } } | undefined;

/**
 * Stands in for reference/country-names in the send bundle, which has no room for 250 names in two
 * languages: the runtime's own names where it has them, the ISO code where it has none (classic
 * Outlook before Version 2403). The pane always has the names.
 */
export function countryName(code: string, language: Language): string {
  try {
    if (typeof Intl === 'object' && Intl.DisplayNames) return new Intl.DisplayNames(language, { type: 'region' }).of(code) || code;
  } catch {
    // A locale the runtime lacks.
  }
  return code;
}
