import type { Language } from '../core/rule';

/** What Outlook itself says around an add-in's text, in our own words; only the default message is Microsoft's wording. */
export interface Words {
  readonly dontSend: string;
  readonly sendAnyway: string;
  readonly takeAction: string;
  readonly wait: string;
  readonly tryLater: string;
  readonly saveAsDraft: string;
  readonly ok: string;
  readonly prevented: (addin: string) => string;
  readonly slow: (addin: string) => string;
  readonly timedOut: (addin: string) => string;
  readonly sendAgain: (addin: string) => string;
  readonly unavailable: (addin: string) => string;
  readonly cannotSend: (addin: string) => string;
  readonly offline: (addin: string) => string;
  readonly unresolved: (texts: string, addin: string | null) => string;
  readonly leaving: (addin: string) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    dontSend: 'Don’t Send',
    sendAnyway: 'Send Anyway',
    takeAction: 'Take Action',
    wait: 'Wait',
    tryLater: 'Try Later',
    saveAsDraft: 'Save as Draft',
    ok: 'OK',
    prevented: (addin) => `${addin} is preventing this email from being sent.`,
    slow: (addin) => `${addin} is taking longer than usual to check this email.`,
    timedOut: (addin) => `${addin} did not finish checking this email.`,
    sendAgain: (addin) => `${addin} did not finish checking this email. Press Send again.`,
    unavailable: (addin) => `${addin} is not available, so this email could not be checked.`,
    cannotSend: (addin) => `${addin} is not available. This email cannot be sent without it.`,
    offline: (addin) => `${addin} could not check this email because there is no connection.`,
    unresolved: (texts, addin) => (addin ? `${addin} added recipients that cannot be found: ${texts}` : `These recipients cannot be found: ${texts}`),
    leaving: (addin) => `${addin} is still checking this email.`,
  },
  de: {
    dontSend: 'Nicht senden',
    sendAnyway: 'Trotzdem senden',
    takeAction: 'Maßnahme ergreifen',
    wait: 'Warten',
    tryLater: 'Später versuchen',
    saveAsDraft: 'Als Entwurf speichern',
    ok: 'OK',
    prevented: (addin) => `${addin} verhindert, dass diese E-Mail gesendet wird.`,
    slow: (addin) => `${addin} braucht länger als üblich, um diese E-Mail zu prüfen.`,
    timedOut: (addin) => `${addin} ist mit der Prüfung dieser E-Mail nicht fertig geworden.`,
    sendAgain: (addin) => `${addin} ist mit der Prüfung dieser E-Mail nicht fertig geworden. Drücken Sie noch einmal auf „Senden“.`,
    unavailable: (addin) => `${addin} ist nicht verfügbar, diese E-Mail konnte nicht geprüft werden.`,
    cannotSend: (addin) => `${addin} ist nicht verfügbar. Ohne das Add-In kann diese E-Mail nicht gesendet werden.`,
    offline: (addin) => `${addin} konnte diese E-Mail nicht prüfen, weil keine Verbindung besteht.`,
    unresolved: (texts, addin) => (addin ? `${addin} hat Empfänger eingetragen, die nicht gefunden werden: ${texts}` : `Diese Empfänger werden nicht gefunden: ${texts}`),
    leaving: (addin) => `${addin} prüft diese E-Mail noch.`,
  },
};
