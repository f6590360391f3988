import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'labels' | 'categories' | 'marks' | 'allowed', unknown>> } = {
  de: {
    why: 'Wer ein Dokument oder eine E-Mail als intern oder vertraulich kennzeichnet, verlässt sich darauf, dass sie im Haus bleibt. Gelangt sie nach außen, lässt sich das nicht zurücknehmen; Geschäftsgeheimnisse können ihren Schutz verlieren, und Beschäftigte oder Kunden erfahren, dass andere von ihnen lesen. Enthält die Nachricht personenbezogene Daten, muss das Unternehmen sie vor unbefugter Kenntnis schützen (Art. 5 Abs. 1 lit. f, Art. 32 Abs. 1 DSGVO). Nehmen Sie die externen Empfänger heraus. Stammt das Kennzeichen nur aus einem alten Betreff oder passt es nicht mehr, ändern Sie es, wenn Sie dazu befugt sind.',
    options: {
      labels: 'Vertraulichkeitsbezeichnungen (Name oder Kennung), die intern bleiben',
      categories: 'Outlook-Kategorien, die intern bleiben',
      marks: 'Kennzeichen im Betreff, die intern bleiben, etwa [intern]',
      allowed: 'Wer solche Nachrichten trotzdem bekommen darf (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'Whoever marks a document or a mail as internal or confidential relies on its staying in the house. Once outside it cannot be taken back; trade secrets may lose their protection, and employees or clients learn that others read about them. If the message holds personal data, the company has to keep it from people who have no need of it (Art. 5(1)(f), Art. 32(1) GDPR). Take the external recipients out. If the mark only comes from an old subject, or no longer fits, change it if that is yours to decide.',
    options: {
      labels: 'Sensitivity labels (name or id) that stay inside',
      categories: 'Outlook categories that stay inside',
      marks: 'Marks in the subject that stay inside, such as [internal]',
      allowed: 'Who may receive such messages all the same (domain, address or *.domain)',
    },
  },
};
