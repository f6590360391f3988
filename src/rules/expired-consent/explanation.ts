import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.proof, sources.consent, sources.uwgConsent];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Wer für eine bestimmte Zeit zugestimmt hat, rechnet danach nicht mehr mit Werbung, und das Unternehmen kann sich auf die alte Erklärung nicht mehr berufen (Art. 7 Abs. 1 DSGVO). Eine feste Frist kennt das Gesetz nicht: Eine Einwilligung läuft nur ab, wenn sie selbst oder die Umstände ein Ende nennen (Datenschutzkonferenz, Orientierungshilfe Direktwerbung, 2022). Hier nennt der Eintrag in den Kontakten ein Ende, und es ist erreicht. Lassen Sie die Person weg, oder bitten Sie auf anderem Weg als durch eine Werbe-E-Mail um eine neue Einwilligung. Ist das Datum in den Kontakten falsch, lassen Sie es dort berichtigen.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'Somebody who agreed for a certain time no longer expects advertising afterwards, and the company can no longer rely on the old statement (Art. 7(1) GDPR). The law knows no fixed term: consent only runs out if it names an end itself or the circumstances do (German data protection conference, guidance on direct marketing, 2022). Here the record among the contacts names an end, and it has come. Leave the person out, or ask for consent anew by other means than a promotional mail. If the date among the contacts is wrong, have it corrected there.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
