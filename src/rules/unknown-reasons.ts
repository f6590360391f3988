import type { UnknownReason } from '../core/evidence';
import type { Language } from '../core/rule';

/** Why somebody could not be looked up, to stand behind a colon. One wording for all rules. */
export const UNKNOWN_REASONS: { readonly [L in Language]: { readonly [R in UnknownReason]: string } } = {
  de: {
    notAsked: 'noch nicht abgefragt',
    timeout: 'keine rechtzeitige Antwort',
    unreachable: 'Dienst nicht erreichbar',
    refused: 'Abfrage abgelehnt',
    notSignedIn: 'nicht angemeldet',
    invalidAnswer: 'Antwort nicht lesbar',
    ambiguous: 'mehrere Einträge mit dieser Adresse',
    noSource: 'keine Quelle eingerichtet',
    notFound: 'nicht verzeichnet',
  },
  en: {
    notAsked: 'not asked yet',
    timeout: 'no answer in time',
    unreachable: 'service out of reach',
    refused: 'request refused',
    notSignedIn: 'not signed in',
    invalidAnswer: 'answer not readable',
    ambiguous: 'several entries with this address',
    noSource: 'no source set up',
    notFound: 'not in the directory',
  },
};
