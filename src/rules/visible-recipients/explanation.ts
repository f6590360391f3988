import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
  { de: 'Art. 4 Nr. 1 DSGVO', en: 'Art. 4(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_4' },
];

type Option = 'addresses' | 'organisations' | 'exempt' | 'groups' | 'groups.name' | 'groups.entries' | 'ignoreFunctional' | 'functionalNames'
  | `${'notice' | 'warn' | 'critical'}Above${'Addresses' | 'Organisations'}`;

export const explanation: { readonly [L in Language]: Explanation<Record<Option, unknown>> } = {
  de: {
    why: 'Wer in An oder Cc steht, liest die Adressen aller anderen mit, kann sie weitergeben und an alle antworten. Gehören die Personen zu verschiedenen Organisationen, erfahren Unbeteiligte so, wer mit Ihnen zu tun hat; schon das kann heikel sein. Bcc zeigt jedem nur die eigene Adresse. Eine E-Mail-Adresse ist meist ein personenbezogenes Datum (Art. 4 Nr. 1 DSGVO), und das Unternehmen muss sie vor unbefugter Kenntnis schützen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Kennen sich alle und arbeiten am selben Vorgang, spricht meist nichts dagegen. In Besprechungen lesen alle Eingeladenen die Teilnehmerliste; Outlook im Web und das neue Outlook können sie in den Antwortoptionen ausblenden. Ist eine Nachricht mit offenem Verteiler schon gesendet, schicken Sie keine zweite hinterher, sondern sprechen Sie gleich mit dem Datenschutz.',
    options: {
      addresses: 'Externe Adressen, die einander sehen dürfen',
      organisations: 'Externe Organisationen, die einander sehen dürfen',
      noticeAboveAddresses: 'Hinweis bei mehr als so vielen externen Adressen',
      noticeAboveOrganisations: 'Hinweis bei mehr als so vielen externen Organisationen',
      warnAboveAddresses: 'Mindestens Warnung bei mehr als so vielen externen Adressen',
      warnAboveOrganisations: 'Mindestens Warnung bei mehr als so vielen externen Organisationen',
      criticalAboveAddresses: 'Kritisch bei mehr als so vielen externen Adressen',
      criticalAboveOrganisations: 'Kritisch bei mehr als so vielen externen Organisationen',
      exempt: 'Nicht mitzählen (Domain, Adresse oder *.domain)',
      groups: 'Gruppen, deren Mitglieder einander sehen dürfen',
      'groups.name': 'Name der Gruppe',
      'groups.entries': 'Wer dazugehört (Domain, Adresse oder *.domain)',
      ignoreFunctional: 'Funktionspostfächer nicht als Adressen von Personen zählen',
      functionalNames: 'Was bei Funktionspostfächern vor dem @ steht',
    },
  },
  en: {
    why: 'Everyone in To or Cc reads all the other addresses, can pass them on and can reply to all. If the people belong to different organisations, outsiders learn who deals with you, and that alone may be delicate. Bcc shows everyone only their own address. An e-mail address is usually personal data (Art. 4(1) GDPR), and the company has to protect it from people who have no need of it (Art. 5(1)(f), Art. 32 GDPR). If all of them know each other and work on the same matter, there is usually nothing wrong with it. In meetings everybody invited reads the list of attendees; Outlook on the web and the new Outlook can hide it in the response options. If a mail with an open list has already been sent, do not send a second one after it, but talk to your data protection officer at once.',
    options: {
      addresses: 'External addresses that may see each other',
      organisations: 'External organisations that may see each other',
      noticeAboveAddresses: 'Notice above this many external addresses',
      noticeAboveOrganisations: 'Notice above this many external organisations',
      warnAboveAddresses: 'At least a warning above this many external addresses',
      warnAboveOrganisations: 'At least a warning above this many external organisations',
      criticalAboveAddresses: 'Critical above this many external addresses',
      criticalAboveOrganisations: 'Critical above this many external organisations',
      exempt: 'Not counted (domain, address or *.domain)',
      groups: 'Groups whose members may see each other',
      'groups.name': 'Name of the group',
      'groups.entries': 'Who belongs to it (domain, address or *.domain)',
      ignoreFunctional: 'Do not count shared mailboxes as addresses of people',
      functionalNames: 'What stands before the @ of shared mailboxes',
    },
  },
};
