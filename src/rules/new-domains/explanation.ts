import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 5 Abs. 1 lit. c DSGVO', en: 'Art. 5(1)(c) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Unter einer Antwort oder Weiterleitung steht meist der ganze bisherige Verlauf. Wer neu hinzukommt, liest ihn mit: Namen, Preise, interne Anmerkungen, Daten Dritter. Oft ist das gewollt; manchmal hat die automatische Vervollständigung jemand anderen mit ähnlichem Namen eingesetzt. Prüfen Sie, ob die neue Stelle den Verlauf sehen soll, und kürzen Sie ihn sonst. Jeder soll nur die Daten erhalten, die er braucht (Art. 5 Abs. 1 lit. c DSGVO), und Unbeteiligte sollen keine erhalten (Art. 5 Abs. 1 lit. f DSGVO).',
    options: { exempt: 'Nicht prüfen (Domain, Adresse oder *.domain)' },
  },
  en: {
    why: 'Below a reply or a forwarded mail there usually stands the whole thread so far. Whoever is added reads it: names, prices, internal remarks, data about other people. Often that is intended; sometimes auto-complete has put in somebody else with a similar name. Check whether the new party is meant to see the thread, and trim it otherwise. Everybody should get only the data they need (Art. 5(1)(c) GDPR), and outsiders should get none (Art. 5(1)(f) GDPR).',
    options: { exempt: 'Not checked (domain, address or *.domain)' },
  },
};
