import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. c DSGVO', en: 'Art. 5(1)(c) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'people' | 'exempt', unknown>> } = {
  de: {
    why: '„Allen antworten“ schickt nicht nur Ihre Antwort, sondern auch den ganzen zitierten Verlauf an alle. Darin stehen oft Sätze, Namen und Adressen, die für einen kleineren Kreis bestimmt waren, und was Außenstehende einmal gelesen haben, lässt sich nicht zurückholen. Antworten Sie nur denen, die es brauchen, und kürzen Sie den Verlauf. Weitergeben darf man personenbezogene Daten nur, soweit es für den Zweck nötig ist (Art. 5 Abs. 1 lit. c DSGVO), und nicht an Unbeteiligte (lit. f). Kennen alle den Verlauf schon, spricht nichts dagegen.',
    options: {
      people: 'Externe Personen, an die eine Antwort ohne Hinweis gehen darf',
      exempt: 'Nicht mitzählen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: '“Reply all” sends not only your answer but the whole quoted thread to everybody. It often holds sentences, names and addresses meant for a smaller circle, and what outsiders have read cannot be called back. Reply only to those who need it, and shorten the thread. Personal data may be passed on only as far as the purpose needs it (Art. 5(1)(c) GDPR), and not to people who have nothing to do with it (point (f)). If everybody knows the thread already, there is nothing wrong with it.',
    options: {
      people: 'External people a reply may go to without a hint',
      exempt: 'Not counted (domain, address or *.domain)',
    },
  },
};
