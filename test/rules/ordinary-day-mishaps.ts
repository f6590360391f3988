import type { Circumstances, ExampleDraft } from '../../src/rules/example';
import * as who from './ordinary-day-cast';
import { quoted, SHORT_DE, SHORT_EN, SIGNATURE_DE } from './ordinary-day-cast';

/** A mail in which something goes wrong, and who says so. */
export interface Mishap {
  readonly called: string;
  readonly draft: ExampleDraft;
  readonly decision: 'allow' | 'confirm' | 'block';
  /** Every rule that speaks, in the order it is told to the sender. A question mark: it could not be decided. */
  readonly speaks: readonly string[];
  /** What differs from a service that answers as usual. */
  readonly circumstances?: Pick<Circumstances, 'contacts' | 'members' | 'domains' | 'correspondence'>;
  /** What the administrator has set beside the organisation's domain. */
  readonly policy?: { readonly [setting: string]: unknown };
}

const mishap = (called: string, draft: ExampleDraft, decision: Mishap['decision'], speaks: readonly string[], rest: Pick<Mishap, 'circumstances' | 'policy'> = {}): Mishap => ({ called, draft, decision, speaks, ...rest });

const CLIENTS = ['info@gasthof-krone.example', 'Ilse Maurer <ilse.maurer@web.de>', 'p.hahn@hahn-dach.example', 'Kita Sonnenblume <leitung@kita-sonnenblume.example>', 'r.stein@stein-und-partner.example', 'uwe.koch@t-online.de'];
const MANY = Array.from({ length: 120 }, (_, index) => `kontakt@kunde${index + 1}.example`);
const SOME = MANY.slice(0, 40);
const NEWSLETTER = { subject: 'Unser Newsletter im Dezember', body: `Guten Tag,\n\ndie Neuigkeiten aus unserem Werk: Die neue Halle ist fertig. Jetzt bestellen und 10 % sparen!\n\nVom Newsletter abmelden: https://www.own.example/abmelden${SIGNATURE_DE}`, purpose: 'newsletter' as const };
const GRANTED = { country: 'DE', tags: [{ purpose: 'newsletter' as const, status: 'granted' as const, obtained: '2026-01-10T10:00:00Z', confirmed: '2026-01-10T10:05:00Z' }] };
const tagged = (tag: NonNullable<Exclude<NonNullable<Circumstances['contacts']>[string], string>['tags']>[number]) => ({ [addressOf(who.ANNA)]: { country: 'DE', tags: [tag] } });

function addressOf(person: string): string {
  return (/<(.+)>/.exec(person) || ['', person])[1] as string;
}

export const MISHAPS: readonly Mishap[] = [
  // Who sees whom
  mishap('Betriebsferien an sechs Kunden im An-Feld', { to: CLIENTS, subject: 'Betriebsferien', body: `Sehr geehrte Damen und Herren,\n\nwir haben vom 24.12. bis 3.1. geschlossen.${SIGNATURE_DE}` }, 'confirm', ['visible-recipients']),
  mishap('change of address to customers in Cc', { to: [who.MARA], cc: [who.CLAIRE, who.ANNA, who.LUCA, who.EMMA], subject: 'We are moving', body: `Dear all,\n\nfrom 1 January our address is Werkstrasse 9.${SHORT_EN}` }, 'confirm', ['visible-recipients']),
  mishap('Bewerber sehen einander', { to: [who.LENA, who.SAMIR, who.TIM, who.EMMA], subject: 'Termin für das Auswahlverfahren', body: 'Guten Tag,\n\nbitte kommen Sie am 4. Dezember um 9 Uhr.\n\nPetra Lang', from: who.PETRA }, 'confirm', ['visible-recipients']),
  mishap('Besprechung mit fünf fremden Firmen', { required: [who.ANNA, who.CLAIRE, who.LUCA, who.KARIN, who.RUTH], subject: 'Vorstellung der neuen Geschäftsführung', body: 'Bitte vormerken.' }, 'confirm', ['visible-recipients']),
  mishap('Rundschreiben an 120 im An-Feld', { to: MANY, subject: 'Neue Telefonnummern', body: `Guten Tag,\n\nab Januar erreichen Sie uns unter 5550-0.${SHORT_DE}` }, 'confirm', ['visible-recipients', 'large-audiences', 'undeclared-purpose']),
  mishap('Rundschreiben an 120 in Bcc', { to: [who.MARA], bcc: MANY, subject: 'Neue Telefonnummern', body: `Guten Tag,\n\nab Januar erreichen Sie uns unter 5550-0.${SHORT_DE}` }, 'confirm', ['large-audiences', 'undeclared-purpose']),
  mishap('Rundschreiben an 40 nur in Bcc', { bcc: SOME, subject: 'Neue Telefonnummern', body: `Guten Tag,\n\nab Januar erreichen Sie uns unter 5550-0.${SHORT_DE}` }, 'allow', ['large-audiences', 'only-bcc', 'undeclared-purpose']),
  mishap('Kontaktgruppe im An-Feld', { to: ['Stammkunden Süd'], lists: ['Stammkunden Süd'], subject: 'Preise 2027', body: `Guten Tag,\n\ndie Preise finden Sie auf www.own.example.${SHORT_DE}` }, 'confirm', ['visible-recipients?', 'large-audiences?', 'unexpanded-lists?', 'third-country-recipients?']),
  mishap('Hausverteiler, auf dem ein Externer steht', { to: [who.SALES], lists: [who.SALES], subject: 'Margen Q3', body: 'Hallo Team,\n\nbitte vertraulich behandeln: Die Marge bei Eichler liegt bei 31 %.\n\nMara' }, 'allow', ['unexpanded-lists'], { circumstances: { members: { 'team-vertrieb@own.example': [who.JONAS, 'Rolf Ernst <ernst@handelsvertretung-ernst.example>'] }, contacts: { 'ernst@handelsvertretung-ernst.example': { country: 'DE' } } } }),
  mishap('Antwort an alle, obwohl nur in Bcc', {
    to: [who.JONAS], cc: [who.ANNA, who.DIRK], composeType: 'reply', openedWith: [who.JONAS, who.ANNA, who.DIRK], subject: 'AW: Angebot 1187', body: `Der Preis ist zu niedrig, da verdienen wir nichts!\n\nMara${quoted.outlookDe({ from: who.JONAS, to: [who.ANNA], cc: [who.DIRK], subject: 'Angebot 1187', text: 'Sehr geehrte Frau Eichler,\n\nunser Angebot im Anhang.' })}`,
  }, 'confirm', ['bcc-replies']),
  mishap('interne Bemerkung an alle im Verlauf', {
    to: [who.ELENA], cc: [who.ANNA, who.GRACE, who.JONAS], composeType: 'reply', openedWith: [who.ELENA, who.ANNA, who.GRACE, who.JONAS], subject: 'AW: Mehrkosten', body: `Jonas, das zahlen wir auf keinen Fall.\n\nMara${quoted.outlookDe({ from: who.ELENA, to: [who.MARA], cc: [who.ANNA, who.GRACE, who.JONAS], subject: 'Mehrkosten', text: 'Wer trägt die Mehrkosten?' })}`,
  }, 'allow', ['external-reply-all']),

  // Consent
  mishap('Newsletter ohne Zweck an eine Kundin ohne Einwilligung', { to: [who.ANNA], subject: NEWSLETTER.subject, body: NEWSLETTER.body }, 'confirm', ['missing-consent', 'undeclared-purpose']),
  mishap('Newsletter an eine Kundin ohne Einwilligung', { to: [who.ANNA], ...NEWSLETTER }, 'confirm', ['missing-consent']),
  mishap('Newsletter, Bestätigung offen', { to: [who.ANNA], ...NEWSLETTER }, 'confirm', ['unconfirmed-consent'], { circumstances: { contacts: tagged({ purpose: 'newsletter', status: 'pending', obtained: '2026-11-20T10:00:00Z' }) } }),
  mishap('Newsletter nach Widerruf', { to: [who.ANNA], ...NEWSLETTER }, 'block', ['withdrawn-consent'], { circumstances: { contacts: tagged({ purpose: 'newsletter', status: 'withdrawn', withdrawn: '2026-05-02T10:00:00Z' }) } }),
  mishap('Angebot per Werbung nach Widerspruch', { to: [who.ANNA], subject: 'Black Friday: 20 % auf alle Lagerschilde', body: `Liebe Kundin,\n\nnur heute! Jetzt bestellen und sparen. Wenn Sie keine E-Mails mehr wünschen, antworten Sie mit Stop.${SIGNATURE_DE}` }, 'confirm', ['withdrawn-consent', 'undeclared-purpose'], { circumstances: { contacts: tagged({ purpose: 'advertising', status: 'objected', withdrawn: '2026-05-02T10:00:00Z' }) } }),
  mishap('Newsletter, Einwilligung abgelaufen', { to: [who.ANNA], ...NEWSLETTER }, 'confirm', ['expired-consent'], { circumstances: { contacts: tagged({ purpose: 'newsletter', status: 'granted', obtained: '2020-01-02T10:00:00Z', expires: '2024-01-02T10:00:00Z' }) } }),
  mishap('Umfrage mit Adressen aus dem Newsletter', { to: [who.ANNA], subject: 'Wie zufrieden waren Sie mit uns?', body: `Guten Tag Frau Eichler,\n\nbitte bewerten Sie uns. Wenn Sie keine weiteren E-Mails wünschen, genügt eine kurze Antwort.${SIGNATURE_DE}`, purpose: 'survey' }, 'confirm', ['purpose-mismatch'], { circumstances: { contacts: { [addressOf(who.ANNA)]: GRANTED } } }),
  mishap('Werbung an Bestandskundin ohne Hinweis bei der Erhebung', { to: [who.ANNA], subject: 'Neu: LS-40', body: `Guten Tag Frau Eichler,\n\nunser neues Modell ist da. Sie können der Verwendung Ihrer Adresse jederzeit widersprechen.${SIGNATURE_DE}`, purpose: 'offer' }, 'confirm', ['existing-customers'], { circumstances: { contacts: tagged({ purpose: 'advertising', status: 'granted', basis: 'existing-customer', fromSale: true, similarGoods: true, toldAtCollection: false }) } }),
  mishap('Werbung an eine gekaufte Adresse', { to: ['einkauf@unbekannt-gmbh.example'], ...NEWSLETTER }, 'confirm', ['unknown-contacts', 'first-contacts'], { circumstances: { contacts: { 'einkauf@unbekannt-gmbh.example': 'nobody' }, correspondence: { 'einkauf@unbekannt-gmbh.example': false } } }),
  mishap('Newsletter ohne Impressum', { to: [who.ANNA], ...NEWSLETTER, body: 'Guten Tag,\n\ndie Neuigkeiten aus unserem Werk.\n\nVom Newsletter abmelden: https://www.own.example/abmelden\n\nIhr Team' }, 'confirm', ['missing-imprint'], { circumstances: { contacts: { [addressOf(who.ANNA)]: GRANTED } } }),
  mishap('newsletter without a way out', { to: [who.ANNA], subject: 'Our newsletter in December', body: 'Hello,\n\nnews from our plant.\n\nOwn Maschinenteile GmbH, HRB 4711 Tannfeld', purpose: 'newsletter' }, 'confirm', ['missing-opt-out'], { circumstances: { contacts: { [addressOf(who.ANNA)]: GRANTED } } }),
  mishap('Sonderaktion, während der Dienst schweigt', { to: [who.ANNA], subject: 'Sonderangebot: 20 % auf alles', body: `Liebe Kundin,\n\nnur diese Woche 20 % auf alle Schilde! Abmelden: https://www.own.example/abmelden${SIGNATURE_DE}`, purpose: 'offer' }, 'confirm', ['missing-consent?', 'third-country-recipients?'], { circumstances: { contacts: { [addressOf(who.ANNA)]: 'timeout' } } }),
  mishap('Newsletter an den Kundenverteiler, einer hat widerrufen', { bcc: ['Kunden <kunden@own.example>'], to: [who.MARA], lists: ['Kunden <kunden@own.example>'], ...NEWSLETTER }, 'block', ['withdrawn-consent', 'unexpanded-lists'], {
    circumstances: { members: { 'kunden@own.example': [who.ANNA, who.DIRK] }, contacts: { [addressOf(who.ANNA)]: GRANTED, [addressOf(who.DIRK)]: { country: 'DE', tags: [{ purpose: 'newsletter', status: 'withdrawn', withdrawn: '2026-05-02T10:00:00Z' }] } } },
  }),

  // Abroad
  mishap('Personaldaten an einen Dienstleister in Indien', { to: ['Ravi Menon <ravi@datakeys.example>'], subject: 'Scans for data entry', body: `Hi Ravi,\n\nattached are the personnel files A to C.${SHORT_EN}`, attachments: ['A-C.pdf'] }, 'confirm', ['third-country-recipients'], { circumstances: { contacts: { 'ravi@datakeys.example': { country: 'IN' } } } }),
  mishap('Standardvertragsklauseln abgelaufen', { to: ['ravi@datakeys.example'], subject: 'Scans', body: `Hi Ravi,\n\nthe next batch is in the usual folder.${SHORT_EN}` }, 'confirm', ['third-country-recipients'], { circumstances: { contacts: { 'ravi@datakeys.example': { country: 'IN', safeguard: 'scc', safeguardUntil: '2026-06-30T00:00:00Z' } } } }),

  // The wrong person
  mishap('vertippte eigene Domain', { to: ['jonas.keller@onw.example'], subject: 'Kalkulation', body: `Hi Jonas,\n\nhier die Zahlen: Marge 31 %.${SHORT_DE}` }, 'confirm', ['lookalike-domains', 'first-contacts'], { circumstances: { domains: { 'onw.example': { inUse: false, resembles: [] } }, correspondence: { 'jonas.keller@onw.example': false } } }),
  mishap('Domain, die der eines Lieferanten gleicht (Rechnung umgeleitet)', { to: ['Karin Vogt <vogt@birkmetal1.example>'], subject: 'Zahlungsbestätigung', body: `Liebe Frau Vogt,\n\nwir haben auf das neue Konto überwiesen.${SHORT_DE}` }, 'confirm', ['lookalike-domains', 'first-contacts'], { circumstances: { domains: { 'birkmetal1.example': { inUse: false, resembles: ['birkmetall.example'] } }, correspondence: { 'vogt@birkmetal1.example': false } } }),
  mishap('gamil statt gmail', { to: ['samir.haddad@gmial.com'], subject: 'Ihre Unterlagen', body: 'Sehr geehrter Herr Haddad,\n\nIhre Unterlagen senden wir per Post zurück.\n\nPetra Lang', from: who.PETRA }, 'confirm', ['lookalike-domains', 'first-contacts'], { circumstances: { domains: { 'gmial.com': { inUse: false, resembles: [] } }, correspondence: { 'samir.haddad@gmial.com': false } } }),
  mishap('kyrillische Buchstaben in der Domain', { to: ['vogt@bіrkmetall.example'], subject: 'Kontodaten', body: `Liebe Frau Vogt,\n\nunsere Kontodaten wie gewünscht.${SHORT_DE}` }, 'confirm', ['lookalike-domains', 'first-contacts'], { circumstances: { domains: { 'xn--brkmetall-v9h.example': { inUse: false, resembles: [] } }, correspondence: { 'vogt@bіrkmetall.example': false } } }),
  mishap('fremde Firma im Verlauf dazugenommen', { to: [who.ANNA], cc: ['m.lang@konkurrent-stahl.example'], composeType: 'reply', openedWith: [who.ANNA], subject: 'AW: Angebot 1187', body: `Hallo Frau Eichler,\n\nwir bleiben beim Preis.${SHORT_DE}${quoted.outlookDe({ from: who.ANNA, to: [who.MARA], subject: 'Angebot 1187', text: 'Geht es günstiger?' })}` }, 'allow', ['external-reply-all', 'new-domains', 'first-contacts'], { circumstances: { correspondence: { 'm.lang@konkurrent-stahl.example': false } } }),
  mishap('Verlauf mit Kundendaten nach außen weitergeleitet', { to: ['p.roth@roth-beratung.example'], composeType: 'forward', openedWith: [], subject: 'WG: Reklamation', body: `zur Info\n${quoted.outlookDe({ from: who.GERDA, to: [who.MARA], subject: 'Reklamation', text: 'Meine Bankverbindung lautet DE02 …' })}` }, 'allow', ['new-domains', 'first-contacts'], { circumstances: { correspondence: { 'p.roth@roth-beratung.example': false } } }),
  mishap('erste Mail an eine Adresse', { to: ['anna.eichler@eichler-bau.example'], subject: 'Zeichnung 3310', body: `Sehr geehrte Frau Eichler,\n\ndie Zeichnung folgt morgen.${SHORT_DE}` }, 'allow', ['first-contacts'], { circumstances: { domains: { 'eichler-bau.example': { inUse: false, resembles: [] } }, correspondence: { 'anna.eichler@eichler-bau.example': false } } }),
  mishap('Name der Kollegin, fremde Adresse', { to: ['Jonas Keller <jonas.keller@office-mail.example>'], cc: [who.JONAS], subject: 'Überweisung', body: 'Hallo Jonas,\n\nhabe ich eben freigegeben.\n\nMara' }, 'confirm', ['namesakes']),
  mishap('Name trägt die Adresse eines anderen', { to: ['"vogt@birkmetall.example" <buchhaltung@zahlung-direkt.example>'], subject: 'Zahlung', body: `Guten Tag,\n\ndie Zahlung ist raus.${SHORT_DE}` }, 'confirm', ['namesakes']),
  mishap('Unterlagen an die eigene private Adresse', { to: ['mara.own@gmx.de'], subject: 'Kundenliste für zu Hause', body: 'siehe Anhang', attachments: ['Kalkulation.docx'] }, 'confirm', ['private-addresses']),
  mishap('Kollege unter seiner privaten Adresse', { to: [who.PETRA], cc: ['jonas.keller@web.de', who.JONAS], subject: 'Gehaltsrunde', body: 'Hallo ihr beiden,\n\ndie Zahlen besprechen wir morgen.\n\nMara' }, 'confirm', ['private-addresses']),
  mishap('falsche Anrede nach Kopieren', { to: [who.CLAIRE], subject: 'Ihr Angebot', body: `Sehr geehrter Herr Holzer,\n\nvielen Dank für Ihre Anfrage. Unser Preis beträgt 48 €.${SHORT_DE}` }, 'allow', ['salutation-mismatch']),
  mishap('Antwort an einen Automaten', { to: ['Bahnreisen <noreply@bahnreisen.example>'], composeType: 'reply', openedWith: ['noreply@bahnreisen.example'], subject: 'AW: Ihre Buchung 88A1', body: `Guten Tag,\n\nbitte stornieren Sie die Buchung.${SHORT_DE}${quoted.outlookDe({ from: 'Bahnreisen <noreply@bahnreisen.example>', to: [who.MARA], subject: 'Ihre Buchung 88A1', text: 'Vielen Dank!' })}` }, 'allow', ['no-reply-recipients']),
  mishap('Adresse mit Tippfehler, die keine ist', { to: ['a.eichler@eichler-anlagenbau,example'], subject: 'Termin', body: 'Guten Tag Frau Eichler,\n\nDienstag passt.\n\nMara Own' }, 'confirm', ['unclassifiable-recipients', 'third-country-recipients?']),
  mishap('Name aus dem Exchange-Verzeichnis ohne Adresse', { to: ['Petra Lang </o=Own/ou=Exchange Administrative Group/cn=Recipients/cn=plang>'], subject: 'Protokoll', body: 'Hi Petra,\n\nTop 3 fehlt noch.\n\nMara' }, 'allow', ['unclassifiable-recipients', 'third-country-recipients?']),

  // What is sent
  mishap('vergessener Anhang', { to: [who.ANNA], subject: 'Angebot 1188', body: `Sehr geehrte Frau Eichler,\n\nim Anhang finden Sie unser Angebot.${SIGNATURE_DE}` }, 'confirm', ['forgotten-attachments']),
  mishap('forgotten attachment', { to: [who.CLAIRE], subject: 'Quotation', body: `Hi Claire,\n\nplease find our quotation attached.${SHORT_EN}`, attachments: [{ name: 'image001.png', inline: true }] }, 'confirm', ['forgotten-attachments']),
  mishap('Kundenliste nach außen', { to: ['Nora Blum <nora@agentur-blum.example>'], subject: 'Adressen fürs Mailing', body: 'Hallo Nora,\n\nanbei die Adressen.\n\nMara', attachments: ['Kundenliste_2026.xlsx'] }, 'confirm', ['risky-attachments']),
  mishap('Programm als Rechnung', { to: [who.ANNA], subject: 'Setup', body: `Guten Tag,\n\nanbei das Programm zum Auslesen.${SHORT_DE}`, attachments: ['Auslesen.pdf.exe'] }, 'confirm', ['risky-attachments']),
  mishap('eine Tabelle an drei Firmen', { to: [who.ANNA], cc: [who.GRACE, who.KARIN], subject: 'Preise', body: `Guten Tag,\n\nanbei die Preise.${SHORT_DE}`, attachments: ['Preise.xlsx'] }, 'confirm', ['risky-attachments']),
  mishap('Patientenakten gepackt', { to: ['praxis@dr-lenz.example'], subject: 'Unterlagen', body: `Guten Tag,\n\nanbei die Unterlagen.${SHORT_DE}`, attachments: ['Patientendaten.zip'] }, 'confirm', ['risky-attachments']),
  mishap('gesperrter Empfänger', { to: ['info@konkurrent-stahl.example'], subject: 'Anfrage', body: `Guten Tag,\n\nhaben Sie 42CrMo4 am Lager?${SHORT_DE}` }, 'block', ['forbidden-recipients'], { policy: { rules: { 'forbidden-recipients': { lists: [{ entries: ['konkurrent-stahl.example'] }] } } } }),
  mishap('Presse nur nach Rücksprache', { to: [who.EDITOR], subject: 'Ihre Anfrage', body: `Guten Tag,\n\nwir bauen keine Stellen ab.${SHORT_DE}` }, 'confirm', ['cautioned-recipients'], { policy: { rules: { 'cautioned-recipients': { lists: [{ entries: ['tannfelder-bote.example'] }] } } } }),
  mishap('Codename im Betreff', { to: [who.PAUL], subject: 'Projekt Silberfuchs', body: `Lieber Herr Dr. Grimm,\n\nder Kaufvertrag ist so in Ordnung.${SHORT_DE}` }, 'confirm', ['cautioned-words'], { policy: { rules: { 'cautioned-words': { lists: [{ words: ['Silberfuchs'] }] } } } }),
  mishap('interne Kennzeichnung geht nach außen', { to: [who.ANNA], label: 'Intern', subject: 'Kalkulation', body: `Guten Tag Frau Eichler,\n\nhier die Kalkulation.${SHORT_DE}` }, 'block', ['confidential-outside'], { policy: { rules: { 'confidential-outside': { labels: ['Intern'] } } } }),
  mishap('[intern] im Betreff einer Weiterleitung', { to: [who.ANNA], composeType: 'forward', openedWith: [], subject: 'WG: [intern] Margen', body: `Guten Tag Frau Eichler,\n\nsiehe unten.${SHORT_DE}${quoted.outlookNames({ from: who.JONAS, to: [who.MARA], subject: '[intern] Margen', text: 'Eichler: 31 %' })}` }, 'block', ['confidential-outside', 'new-domains'], { policy: { rules: { 'confidential-outside': { marks: ['[intern]'] } } } }),
  mishap('ohne Betreff', { to: [who.ANNA], subject: '', body: 'Guten Tag Frau Eichler,\n\nbin gleich da.\n\nMara Own' }, 'allow', ['missing-subject']),
  mishap('nur AW: als Betreff', { to: [who.ANNA], composeType: 'reply', openedWith: [who.ANNA], subject: 'AW: ', body: `Ja.\n${quoted.outlookDe({ from: who.ANNA, to: [who.MARA], subject: '', text: 'Passt 10 Uhr?' })}` }, 'allow', ['missing-subject']),
  mishap('falsches Absenderkonto', { to: [who.ANNA], from: 'Mara Own <mara@own-immobilien.example>', subject: 'Angebot', body: 'Guten Tag Frau Eichler,\n\nder Preis gilt weiter.\n\nMara Own' }, 'confirm', ['unexpected-sender'], { policy: { organisation: { domains: ['own.example', 'own-immobilien.example'] }, rules: { 'unexpected-sender': { accounts: [{ recipients: ['eichler-anlagenbau.example'], senders: ['own.example'] }] } } } }),
  mishap('Vier Augen vergessen', { to: [who.BANK], subject: 'Freigabe der Bürgschaft', body: `Guten Tag Herr Simon,\n\nwir geben die Bürgschaft frei.${SHORT_DE}` }, 'confirm', ['required-companions'], { policy: { rules: { 'required-companions': { companions: [{ when: ['handelsbank-tannfeld.example'], companions: ['petra.lang@own.example'] }] } } } }),

  // Several at once
  mishap('alles auf einmal: offener Verteiler, Werbung, kein Anhang', { to: CLIENTS, subject: 'Weihnachtsaktion: 20 % Rabatt auf alles', body: 'Liebe Kunden,\n\nnur bis Sonntag! Jetzt bestellen und sparen. Den Gutschein finden Sie im Anhang.\n\nIhr Own-Team' }, 'confirm', ['visible-recipients', 'missing-consent', 'forgotten-attachments', 'undeclared-purpose', 'missing-imprint', 'missing-opt-out']),
];
