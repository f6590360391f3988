import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. b und f DSGVO', en: 'Art. 5(1)(b) and (f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
];

type Labels = 'accounts' | 'accounts.recipients' | 'accounts.senders' | 'accounts.reason' | 'accounts.reasonDe' | 'accounts.reasonEn';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Wer mehrere Postfächer hat, schreibt leicht aus dem falschen: als die andere Marke, im Namen des anderen Mandanten oder vom persönlichen statt vom gemeinsamen Konto. Die Empfänger erfahren dadurch von einer Verbindung, die sie nichts angeht, und Antworten landen bei Leuten, für die sie nicht bestimmt sind. Getrennte Konten halten Daten auseinander, die für verschiedene Zwecke erhoben wurden (Art. 5 Abs. 1 lit. b und f DSGVO). Wählen Sie unter „Von“ das vorgesehene Konto; Umsicht kann den Absender nicht selbst ändern.',
    options: {
      accounts: 'Welche Konten an wen schreiben',
      'accounts.recipients': 'Empfänger: Domain (mit Unterdomains), *.domain oder Adresse',
      'accounts.senders': 'Absender, die dafür vorgesehen sind',
      'accounts.reason': 'Grund, wie ihn die Meldung nennt',
      'accounts.reasonDe': 'Grund auf Deutsch, falls er anders lautet',
      'accounts.reasonEn': 'Grund auf Englisch, falls er anders lautet',
    },
  },
  en: {
    why: 'Whoever has several mailboxes easily writes from the wrong one: as the other brand, in the name of the other client, or from the personal instead of the shared account. The recipients then learn of a connection that is none of their business, and replies go to people they were not meant for. Separate accounts keep data apart that was collected for different purposes (Art. 5(1)(b) and (f) GDPR). Choose the account meant for them under “From”; Umsicht cannot change the sender by itself.',
    options: {
      accounts: 'Which accounts write to whom',
      'accounts.recipients': 'Recipients: domain (with subdomains), *.domain or address',
      'accounts.senders': 'Senders meant for them',
      'accounts.reason': 'Reason as the message states it',
      'accounts.reasonDe': 'Reason in German where it differs',
      'accounts.reasonEn': 'Reason in English where it differs',
    },
  },
};
