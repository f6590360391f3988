import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.uwgConsent, sources.consent, sources.proof, sources.ePrivacy, sources.austria, sources.switzerland];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Werbung, um die jemand nicht gebeten hat, verärgert, und das Unternehmen muss für jede Person belegen können, dass sie einverstanden war (Art. 7 Abs. 1 DSGVO). Für Werbung per E-Mail braucht es grundsätzlich eine vorherige ausdrückliche Einwilligung, auch an Firmenadressen und bei einer einzigen Nachricht (§ 7 Abs. 2 Nr. 2 UWG); in Österreich gilt Ähnliches (§ 174 TKG 2021), in der Schweiz für Massenwerbung (Art. 3 Abs. 1 lit. o UWG). Auch eine Umfrage oder die Bitte um eine Bewertung kann Werbung sein. Schweigen oder ein vorab gesetztes Häkchen ist keine Einwilligung. Lassen Sie die Person weg, oder holen Sie zuerst die Einwilligung ein, aber nicht durch eine Werbe-E-Mail. Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck. Hier steht auch, wessen Einwilligung, Widerruf oder Widerspruch sich nicht prüfen ließ: Keine Antwort ist keine Einwilligung, aber auch kein Nein.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'Advertising nobody asked for annoys people, and the company has to be able to prove for every person that they agreed (Art. 7(1) GDPR). In Germany, advertising by e-mail generally needs express consent beforehand, at business addresses and for a single message, too (Section 7(2) no. 2 UWG); Austria has much the same (Section 174 TKG 2021), Switzerland for mass advertising (Art. 3(1)(o) UCA). A survey or a request for a rating may count as advertising, too. Silence or a box ticked in advance is no consent. Leave the person out, or get consent first, but not by a promotional mail. If this message is not advertising, choose the purpose that fits. Here it is also said whose consent, withdrawal or objection could not be checked: no answer is no consent, but no refusal either.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
