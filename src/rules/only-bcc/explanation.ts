import type { Explanation, Language, LegalSource } from '../../core/rule';

/** No provision speaks of it; what counts is that the mail arrives. */
export const legal: readonly LegalSource[] = [];

export const explanation: { readonly [L in Language]: Explanation<object> } = {
  de: {
    why: 'Manche Server nehmen Nachrichten ohne sichtbaren Empfänger nicht an, und viele Filter halten sie für Spam; die Nachricht kommt dann nicht an, ohne dass Sie es erfahren. Empfänger lesen stattdessen „Undisclosed recipients“ oder eine leere Zeile und werden misstrauisch. Steht Ihre eigene Adresse in An, ist das behoben, und alle anderen bleiben verborgen. Das verlangt keine Vorschrift; es hilft, dass Ihre Nachricht ankommt.',
    options: {},
  },
  en: {
    why: 'Some servers do not accept mail without a visible recipient, and many filters take it for spam; then it does not arrive, and you never hear of it. Recipients read “Undisclosed recipients” or an empty line instead and grow suspicious. With your own address in To that is mended, and everybody else stays hidden. No provision asks for it; it helps your mail to arrive.',
    options: {},
  },
};
