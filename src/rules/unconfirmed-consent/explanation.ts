import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.proof, sources.uwgConsent];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Solange die Anmeldung nicht bestätigt ist, kann eine fremde Adresse dahinterstehen: ein Tippfehler, ein Scherz, eine eingekaufte Liste. Dann bekommt jemand Werbung, der nie danach gefragt hat, und die Einwilligung lässt sich für diese Adresse nicht belegen (Art. 7 Abs. 1 DSGVO). Kein Gesetz schreibt das Double-Opt-in vor; es ist das Verfahren, mit dem der Nachweis bei E-Mails gelingt (BGH, Urteil vom 10.02.2011, I ZR 164/09). Erst der Klick in der Bestätigungs-E-Mail zeigt, dass die Adresse dieser Person gehört. Lassen Sie sie bis dahin weg. Die Bestätigungs-E-Mail selbst kann noch einmal gesendet werden, muss aber ohne jede Werbung auskommen.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'As long as a sign-up is not confirmed, the address may belong to somebody else: a slip of the keyboard, a prank, a bought list. Then a person who never asked gets advertising, and consent cannot be proved for that address (Art. 7(1) GDPR). No statute asks for double opt-in; it is the method by which the proof succeeds for e-mail (German Federal Court of Justice, 10 February 2011, I ZR 164/09). Only the click in the confirmation mail shows that the address belongs to this person. Leave them out until then. The confirmation mail itself may be sent once more, but has to do without any advertising.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
