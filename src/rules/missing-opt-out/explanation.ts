import type { Explanation, Language, LegalSource } from '../../core/rule';
import { sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [
  { de: '§ 7 Abs. 2 Nr. 3 lit. c, Abs. 3 Nr. 4 UWG', en: 'Section 7(2) no. 3(c), (3) no. 4 UWG (Germany)', url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html' },
  sources.objectionNotice,
  sources.ePrivacy,
];

export const explanation: { readonly [L in Language]: Explanation<Record<'german' | 'english', unknown>> } = {
  de: {
    why: 'Wer keine weiteren Nachrichten möchte, soll das mit einem Klick oder einer kurzen Antwort sagen können; ohne diesen Weg bleiben Ärger, Spam-Meldungen und Beschwerden. Jede Werbe-E-Mail muss eine gültige Adresse nennen, an die man eine Abbestellung zu üblichen Übermittlungskosten richten kann (§ 7 Abs. 2 Nr. 3 lit. c UWG), bei Bestandskunden auch den Hinweis auf das Widerspruchsrecht in jeder Nachricht (§ 7 Abs. 3 Nr. 4 UWG, Art. 21 Abs. 4 DSGVO). Ein Satz wie „Wenn Sie keine weiteren Informationen wünschen, antworten Sie kurz“ genügt als Weg meist. Geprüft wird nur, ob ein Hinweis da ist, nicht ob der Link geht; zitierte Nachrichten zählen nicht. Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck.',
    options: { german: 'Hinweis, der in deutsche E-Mails eingefügt wird', english: 'Hinweis, der in englische E-Mails eingefügt wird' },
  },
  en: {
    why: 'Whoever wants no more messages should be able to say so with one click or a short reply; without a way to do so, annoyance, spam reports and complaints remain. In Germany every advertising mail has to name a valid address for a request to stop at ordinary transmission cost (Section 7(2) no. 3(c) UWG), and for existing customers a notice of the right to object in every message (Section 7(3) no. 4 UWG, Art. 21(4) GDPR). A sentence such as “If you want no more of this, just reply” is usually enough of a way. Only the presence of a notice is checked, not whether the link works; quoted messages do not count. If this message is not advertising, choose the purpose that fits.',
    options: { german: 'Note inserted into German mail', english: 'Note inserted into English mail' },
  },
};
