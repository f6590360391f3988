import type { DraftPart, RecipientField } from '../core/draft';
import type { Outcome } from '../core/evaluate';
import type { Purpose } from '../core/purpose';
import type { Language, Rule } from '../core/rule';

/** What an outcome says to people, in one language. */
export interface Wording {
  readonly title: string;
  readonly message: string;
}

export function wordingOf(outcome: Outcome, rules: readonly Rule[], language: Language): Wording {
  const rule = rules.find(({ id }) => id === outcome.rule);
  const title = rule ? rule.text[language].title : outcome.rule;
  if (outcome.message === null) return { title, message: '' };
  const say = rule ? rule.text[language].messages[outcome.message] : undefined;
  return { title, message: say ? say(outcome.data) : engineMessage(outcome, language) };
}

/** A rule is named after what it finds; what it could not check is only a question, which some titles are already. */
export function asQuestion(title: string): string {
  return /\?$/.test(title) ? title : `${title}?`;
}

/** The label of a rule's remedy, at most 20 characters. */
export function remedyLabelOf(outcome: Outcome, rules: readonly Rule[], language: Language): string | undefined {
  const rule = outcome.remedy ? rules.find(({ id }) => id === outcome.rule) : undefined;
  return rule ? rule.text[language].remedy : undefined;
}

function engineMessage(outcome: Outcome, language: Language): string {
  if (outcome.message !== 'partUnread') return ENGINE[language].ruleFailed;
  return ENGINE[language].partUnread(partNames(outcome.data['parts'], language).join(', '));
}

/** Names of the parts of a draft that an outcome's data lists. */
export function partNames(parts: unknown, language: Language): readonly string[] {
  return (Array.isArray(parts) ? parts : []).map((part) => PARTS[language][part as DraftPart]);
}

const ENGINE = {
  de: {
    partUnread: (parts: string) => `Outlook hat nicht vollständig mitgeteilt: ${parts}. Das ließ sich deshalb nicht prüfen.`,
    ruleFailed: 'Diese Regel ließ sich wegen eines Fehlers in Umsicht nicht prüfen.',
  },
  en: {
    partUnread: (parts: string) => `Outlook did not tell everything about: ${parts}. So this could not be checked.`,
    ruleFailed: 'This rule could not be checked because of a fault in Umsicht.',
  },
};

const PARTS: { readonly [L in Language]: { readonly [P in DraftPart]: string } } = {
  de: { to: 'An', cc: 'Cc', bcc: 'Bcc', required: 'erforderliche Teilnehmer', optional: 'optionale Teilnehmer', from: 'Absender', subject: 'Betreff', body: 'Text', attachments: 'Anhänge', label: 'Vertraulichkeitsbezeichnung', categories: 'Kategorien', purpose: 'angegebener Zweck', openedWith: 'Empfänger beim Öffnen' },
  en: { to: 'To', cc: 'Cc', bcc: 'Bcc', required: 'required attendees', optional: 'optional attendees', from: 'sender', subject: 'subject', body: 'text', attachments: 'attachments', label: 'sensitivity label', categories: 'categories', purpose: 'declared purpose', openedWith: 'recipients at opening' },
};

export function fieldName(part: DraftPart, language: Language): string {
  return PARTS[language][part];
}

/** Where one person stands, short enough for a tag beside the name. */
export function placeName(field: RecipientField, language: Language): string {
  if (field === 'required') return language === 'de' ? 'erforderlich' : 'required';
  if (field === 'optional') return 'optional';
  return fieldName(field, language);
}

const PURPOSE_NAMES: { readonly [L in Language]: { readonly [P in Purpose]: string } } = {
  de: { individual: 'Persönliche Nachricht', contract: 'Laufender Vertrag oder Anfrage', offer: 'Angebot, Werbung', newsletter: 'Newsletter', event: 'Einladung zu einer Veranstaltung', survey: 'Umfrage oder Bitte um Bewertung' },
  en: { individual: 'Personal message', contract: 'Running contract or enquiry', offer: 'Offer, advertising', newsletter: 'Newsletter', event: 'Invitation to an event', survey: 'Survey or request for a rating' },
};

export function purposeName(purpose: Purpose, language: Language): string {
  return PURPOSE_NAMES[language][purpose];
}
