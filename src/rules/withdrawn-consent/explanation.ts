import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.objection, sources.withdrawal, sources.uwgRefusal];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Wer Nein gesagt hat und trotzdem Werbung bekommt, fühlt sich zu Recht übergangen; solche Nachrichten sind es, über die man sich beschwert, und Gerichte haben deswegen schon Schadensersatz zugesprochen. Nach einem Widerspruch darf die Adresse nicht mehr für Werbung genutzt werden, und anders als sonst wird dabei nichts gegeneinander abgewogen (Art. 21 Abs. 2 und 3 DSGVO). Eine Einwilligung lässt sich jederzeit widerrufen, so einfach, wie sie erteilt wurde; was vorher gesendet wurde, bleibt in Ordnung (Art. 7 Abs. 3 DSGVO). Ein Nein zählt auch dann, wenn daneben noch eine Einwilligung oder ein Kauf hinterlegt ist. Nehmen Sie die Person heraus. Nachrichten zum laufenden Vertrag bleiben möglich, aber ohne Werbung: Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck. Hat die Person später wieder zugestimmt, lassen Sie den Eintrag berichtigen.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'Somebody who said no and gets advertising all the same rightly feels ignored; these are the messages people complain about, and courts have awarded damages for them. After an objection the address may no longer be used for advertising, and unlike elsewhere nothing is weighed against it (Art. 21(2) and (3) GDPR). Consent can be withdrawn at any time, as easily as it was given; what was sent before stays in order (Art. 7(3) GDPR). A no counts even where a consent or a purchase is on file beside it. Take the person out. Messages about a running contract remain possible, but without advertising: if this message is none, choose the purpose that fits. If the person has agreed again since, have the record corrected.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
