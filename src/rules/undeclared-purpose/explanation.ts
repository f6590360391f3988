import type { Explanation, Language, LegalSource } from '../../core/rule';
import { sources } from '../consent-sources';

export const legal: readonly LegalSource[] = [sources.purposeLimitation, sources.uwgConsent];

export const explanation: { readonly [L in Language]: Explanation<Record<'people', unknown>> } = {
  de: {
    why: 'Ob jemand angeschrieben werden darf, hängt davon ab, wozu: Eine Rechnung braucht keine Einwilligung, ein Sonderangebot an dieselbe Person in der Regel schon (§ 7 Abs. 2 Nr. 2 UWG). Daten dürfen auch nur für den Zweck genutzt werden, für den sie erhoben wurden (Art. 5 Abs. 1 lit. b DSGVO). Mit einem Klick auf den Zweck prüft das Add-in das Richtige, und niemand bekommt versehentlich Werbung. Der Vorschlag kommt aus Betreff, Text, Links und Empfängerzahl; Signatur und zitierte Nachrichten zählen nicht. Er kann falsch sein: Wählen Sie dann den Zweck, der zutrifft.',
    options: { people: 'Zahl externer Personen, ab der ein Zweck erwartet wird' },
  },
  en: {
    why: 'Whether somebody may be written to depends on what for: an invoice needs no consent, a special offer to the same person usually does (Section 7(2) no. 2 UWG). And data may only be used for the purpose for which it was collected (Art. 5(1)(b) GDPR). With one click on the purpose the add-in checks the right things, and nobody gets advertising by accident. The suggestion comes from subject, text, links and number of recipients; signature and quoted messages do not count. It may be wrong: then choose the purpose that applies.',
    options: { people: 'Number of external people from which on a purpose is expected' },
  },
};
