import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.uwgCustomers, sources.ePrivacy, sources.objectionNotice, sources.austria, sources.switzerland];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Wer etwas gekauft hat, nimmt ähnliche Angebote meist hin, aber nur, solange er leicht Nein sagen kann und damit gerechnet hat. Deshalb geht es bei Bestandskunden ohne Einwilligung, wenn alle vier Bedingungen zutreffen (§ 7 Abs. 3 UWG); fehlt eine, braucht es eine Einwilligung. Eine Visitenkarte oder Empfehlung ist kein Kauf. Ähnlich ist, was demselben Bedarf dient. Der Hinweis bei der Erhebung lässt sich später nicht nachholen, der in dieser Nachricht schon: Ergänzen Sie, wie man weitere Werbung abbestellt, ohne dass andere als die Übermittlungskosten nach den Basistarifen entstehen. Was als ungeklärt erscheint, ist in den Kontakten nicht eingetragen; wer es weiß, trägt es dort nach. In Österreich (§ 174 TKG 2021) und der Schweiz (Art. 3 Abs. 1 lit. o UWG) gelten ähnliche Bedingungen; in Österreich ist außerdem die Liste der RTR zu beachten, in die sich eintragen kann, wer keine Werbung möchte.',
    conditions: [
      'Nr. 1: Die Adresse stammt von der Person selbst, aus einem Verkauf',
      'Nr. 2: Geworben wird für eigene, ähnliche Waren oder Dienste',
      'Nr. 3: Die Person hat nicht widersprochen',
      'Nr. 4: Auf das Widerspruchsrecht wurde bei der Erhebung hingewiesen, und diese Nachricht tut es auch',
    ],
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'Whoever has bought something mostly puts up with similar offers, but only as long as saying no is easy and the offers were to be expected. So existing customers may be written to without consent where all four conditions hold (Section 7(3) UWG); if one is missing, consent is needed. A business card or a referral is no sale. Similar is what serves the same need. The notice at collection cannot be made up for later, the one in this message can: add how to stop further advertising at no more than the basic cost of sending a message. What is shown as not known is not recorded among the contacts; whoever knows it adds it there. Austria (Section 174 TKG 2021) and Switzerland (Art. 3(1)(o) UCA) have similar conditions; in Austria the list kept by the regulator RTR, for people who want no advertising, has to be heeded as well.',
    conditions: [
      'No. 1: the address came from the person, in a sale',
      'No. 2: what is advertised is one’s own and similar to what was sold',
      'No. 3: the person has not objected',
      'No. 4: the right to object was pointed out at collection, and this message points to it, too',
    ],
    options: { exempt: EXEMPT_LABEL.en },
  },
};
