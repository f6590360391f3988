import type { Explanation, Language, LegalSource } from '../../core/rule';
import { EXEMPT_LABEL, sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.purposeLimitation, sources.otherPurpose, sources.toldPurposes, sources.consent];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Wer seine Adresse für eine Umfrage oder einen Vertrag angibt, rechnet nicht damit, dass damit anderes geschieht; wird sie trotzdem für Werbung genutzt, ist das Vertrauen beschädigt. Bei der Erhebung wird gesagt, wofür die Daten gebraucht werden (Art. 13 Abs. 1 lit. c DSGVO), und daran ist das Unternehmen gebunden: Genutzt werden dürfen sie nur für diesen Zweck oder einen, der damit vereinbar ist (Art. 5 Abs. 1 lit. b, Art. 6 Abs. 4 DSGVO). Eine Einwilligung gilt für den Zweck, für den sie erteilt wurde. Ein Vertrag oder berechtigte Interessen ersetzen sie bei Werbung per E-Mail in der Regel nicht. Prüfen Sie, ob Ihre Nachricht zum hinterlegten Zweck passt, und wählen Sie ihn dann; sonst lassen Sie die Person weg.',
    options: { exempt: EXEMPT_LABEL.de },
  },
  en: {
    why: 'Somebody who gives an address for a survey or a contract does not expect it to be used for other things; where it serves advertising all the same, trust is damaged. At collection people are told what the data is for (Art. 13(1)(c) GDPR), and the company is bound by that: the data may only serve this purpose or one compatible with it (Art. 5(1)(b), Art. 6(4) GDPR). Consent holds for the purpose it was given for. As a rule, neither a contract nor legitimate interests stand in for it where advertising goes out by e-mail. Check whether your message fits the purpose on file, and choose that purpose then; otherwise leave the person out.',
    options: { exempt: EXEMPT_LABEL.en },
  },
};
