import type { Language } from '../core/rule';

/** What everybody reads whose language has no texts of its own. */
export const DEFAULT_LOCALE = 'en-US';
export const DEFAULT_LANGUAGE: Language = 'en';

/**
 * Regions a language is offered in. Outlook looks for its own display language letter by letter: with texts for
 * `es` alone, people with es-MX get the default ones (OfficeDev/office-js issue 6799, 2026-06-30). These are the
 * German display languages Outlook on the web has.
 */
export const OTHER_LOCALES: readonly { readonly language: Language; readonly locales: readonly string[] }[] = [
  { language: 'de', locales: ['de-DE', 'de-AT', 'de-CH', 'de-LI', 'de-LU'] },
];
