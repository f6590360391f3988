import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.proof, sources.uwgConsent, sources.toldOrigin, sources.austria, sources.switzerland];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Eine Adresse, die nicht in den Kontakten steht, ist vielleicht vertippt, eingekauft oder aus einem anderen Zusammenhang übernommen. Für die Person dahinter kommt die Werbung dann unerwartet, und das Unternehmen kann weder zeigen, dass sie einverstanden war (Art. 7 Abs. 1 DSGVO), noch ihr sagen, woher ihre Daten stammen (Art. 14 DSGVO). Das gilt auch für Firmenadressen, die öffentlich im Netz stehen. Prüfen Sie die Adresse; steht die Person mit einer anderen in den Kontakten, schreiben Sie an diese. Sonst lassen Sie sie weg, bis ihre Einwilligung eingetragen ist. Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck: Dann ist eine neue Adresse nichts Besonderes.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'An address that is not among the contacts may be mistyped, bought, or taken over from another context. To the person behind it the advertising comes out of the blue, and the company can neither show that they agreed (Art. 7(1) GDPR) nor tell them where their data comes from (Art. 14 GDPR). That goes for business addresses that are public on the web, too. Check the address; if the person is among the contacts with another one, write to that. Otherwise leave them out until their consent is recorded. If this message is not advertising, choose the purpose that fits: then a new address is nothing special.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
