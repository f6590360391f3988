import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [];

export const explanation: { readonly [L in Language]: Explanation<Record<never, unknown>> } = {
  de: {
    why: 'Ohne Betreff ist nicht zu erkennen, worum es geht: Die Nachricht wird leicht für Werbung gehalten, aussortiert oder später nicht wiedergefunden. Ein fehlender Betreff ist auch oft ein Zeichen, dass eine E-Mail zu früh abgeschickt wurde, mit unfertigem Text oder den falschen Empfängern. Kein Gesetz verlangt einen Betreff; ein paar Worte ersparen aber Rückfragen. Schreiben Sie nichts hinein, was schon in der Vorschau niemand lesen soll.',
    options: {},
  },
  en: {
    why: 'Without a subject nobody can see what a message is about: it is easily taken for advertising, sorted out, or not found again later. A missing subject is also often a sign that a mail went off too early, with an unfinished text or the wrong recipients. No law asks for a subject, yet a few words save questions. Write nothing there that should not be read in a preview.',
    options: {},
  },
};
