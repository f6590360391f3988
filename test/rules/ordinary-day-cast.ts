/** Who appears in an ordinary day's mail, as Outlook shows them in the fields. */
export const MARA = 'Mara Own <mara@own.example>';
export const JONAS = 'Jonas Keller <jonas.keller@own.example>';
export const PETRA = 'Petra Lang <petra.lang@own.example>';
export const YUSUF = 'Yusuf Demir <yusuf.demir@own.example>';
export const SOFIE = 'Brandt, Sofie <sofie.brandt@own.example>';
export const TOM = 'Tom Adler <tom.adler@own.example>';
export const EVERYBODY = 'Alle Mitarbeiter <alle@own.example>';
export const SALES = 'Team Vertrieb <team-vertrieb@own.example>';
export const RECEPTION = 'empfang@own.example';
export const IT = 'IT-Hotline <hotline@own.example>';

/** A customer, Eichler Anlagenbau. */
export const ANNA = 'Anna Eichler <a.eichler@eichler-anlagenbau.example>';
export const DIRK = 'Sommer, Dirk <d.sommer@eichler-anlagenbau.example>';
export const NADINE = 'Nadine Fuchs <n.fuchs@eichler-anlagenbau.example>';
export const OLAF = 'Olaf Petersen <o.petersen@eichler-anlagenbau.example>';
export const MEIKE = 'Meike Jansen <m.jansen@eichler-anlagenbau.example>';
export const EICHLER_ORDERS = 'einkauf@eichler-anlagenbau.example';
/** Another customer, in London. */
export const CLAIRE = 'Claire Webb <claire.webb@hartfield.example>';
export const OWEN = 'Owen Price <owen.price@hartfield.example>';
export const PRIYA = 'Priya Raman <priya.raman@hartfield.example>';
export const HARTFIELD_ACCOUNTS = 'accounts@hartfield.example';
/** A supplier, and its sister firm abroad. */
export const KARIN = 'Karin Vogt <vogt@birkmetall.example>';
export const STEFAN = 'Stefan Holzer <holzer@birkmetall.example>';
export const BIRK_ORDERS = 'Birk Metall Auftragsannahme <auftrag@birkmetall.example>';
export const LUCA = 'Luca Moretti <l.moretti@officina-moretti.example>';
/** A partner in projects with Eichler. */
export const ELENA = 'Elena Richter <elena.richter@statikbuero-nord.example>';
export const BERND = 'Bernd Kruse <bernd.kruse@statikbuero-nord.example>';
export const GRACE = 'Grace Lim <grace@lim-architects.example>';
/** Advisers. */
export const RUTH = 'Dr. Ruth Wegener <r.wegener@wegener-steuer.example>';
export const WEGENER_PAYROLL = 'lohn@wegener-steuer.example';
export const PAUL = 'Dr. Paul Grimm <grimm@kanzlei-grimm.example>';
export const HELEN = 'Helen Carter <hcarter@carter-legal.example>';
/** Authorities, insurers, carriers, hotels, a school, the press. */
export const TAX_OFFICE = 'poststelle@finanzamt-mitte.example';
export const BUILDING_OFFICE = 'bauamt@stadt-tannfeld.example';
export const CHAMBER = 'Ausbildungsberatung <ausbildung@kammer-tannfeld.example>';
export const INSURER = 'Schadenservice <schaden@assekura.example>';
export const CARRIER = 'dispo@spedition-roth.example';
export const HOTEL = 'reservierung@hotel-seeblick.example';
export const CANTEEN = 'bestellung@partyservice-lutz.example';
export const SCHOOL = 'Sabine Noll <noll@gesamtschule-tannfeld.example>';
export const EDITOR = 'Redaktion <redaktion@tannfelder-bote.example>';
export const HOSTER = 'support@rechenzentrum-sued.example';
export const TRAINER = 'Ingrid Falk <falk@akademie-werk.example>';
export const LANDLORD = 'Hausverwaltung Brink <info@hv-brink.example>';
export const BANK = 'Firmenkunden <firmenkunden@handelsbank-tannfeld.example>';
/** Private customers and applicants. */
export const LENA = 'Lena Hofer <lena.hofer@gmx.de>';
export const MARTIN = 'mwinter84@web.de';
export const GERDA = 'Gerda Pohl <gerda.pohl@t-online.de>';
export const SAMIR = 'Samir Haddad <samir.haddad@gmail.com>';
export const EMMA = 'Emma Clarke <emmaclarke.design@outlook.com>';
export const TIM = 'Tim Reuter <tim.reuter@posteo.de>';

/** An answer quotes what it answers; who was written to is in its heading. */
export interface Earlier {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const nameOf = (person: string): string => person.replace(/ <.*/, '');
const addressOf = (person: string): string => (/<(.+)>/.exec(person) || ['', person])[1] as string;
const prefixed = (text: string): string => text.split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n');

/** How mail programs quote. The first three are Outlook's own; the others come from further down a thread. */
export const quoted = {
  outlookDe: ({ from, to, cc, subject, text }: Earlier): string =>
    `\n\nVon: ${from} \nGesendet: Montag, 23. November 2026 14:05\nAn: ${to.join('; ')}\n${cc ? `Cc: ${cc.join('; ')}\n` : ''}Betreff: ${subject}\n\n${text}\n`,
  outlookEn: ({ from, to, cc, subject, text }: Earlier): string =>
    `\n\nFrom: ${from} \nSent: Monday, November 23, 2026 2:05 PM\nTo: ${to.join('; ')}\n${cc ? `Cc: ${cc.join('; ')}\n` : ''}Subject: ${subject}\n\n${text}\n`,
  outlookWeb: ({ from, to, cc, subject, text }: Earlier): string =>
    `\n________________________________\nVon: ${from}\nGesendet: Montag, 23. November 2026 14:05\nAn: ${to.join('; ')}\n${cc ? `Cc: ${cc.join('; ')}\n` : ''}Betreff: ${subject}\n\n${text}\n`,
  /** Names only, as Outlook writes them for people of the address book. */
  outlookNames: ({ from, to, cc, subject, text }: Earlier): string =>
    `\n\n-----Ursprüngliche Nachricht-----\nVon: ${nameOf(from)}\nGesendet: Montag, 23. November 2026 14:05\nAn: ${to.map(nameOf).join('; ')}\n${cc ? `Cc: ${cc.map(nameOf).join('; ')}\n` : ''}Betreff: ${subject}\n\n${text}\n`,
  gmailDe: ({ from, text }: Pick<Earlier, 'from' | 'text'>): string => `\n\nAm Mo., 23. Nov. 2026 um 14:05 Uhr schrieb ${nameOf(from)} <\n${addressOf(from)}>:\n\n${prefixed(text)}\n`,
  gmailEn: ({ from, text }: Pick<Earlier, 'from' | 'text'>): string => `\n\nOn Mon, Nov 23, 2026 at 2:05 PM ${nameOf(from)} <${addressOf(from)}> wrote:\n\n${prefixed(text)}\n`,
  appleDe: ({ from, text }: Pick<Earlier, 'from' | 'text'>): string => `\n\n> Am 23.11.2026 um 14:05 schrieb ${nameOf(from)} <${addressOf(from)}>:\n> \n${prefixed(text)}\n`,
  appleEn: ({ from, text }: Pick<Earlier, 'from' | 'text'>): string => `\n\n> On 23 Nov 2026, at 14:05, ${nameOf(from)} <${addressOf(from)}> wrote:\n> \n${prefixed(text)}\n`,
  thunderbird: ({ from, text }: Pick<Earlier, 'from' | 'text'>): string => `\n\nAm 23.11.26 um 14:05 schrieb ${nameOf(from)}:\n${prefixed(text)}\n`,
  forwardGmail: ({ from, to, subject, text }: Earlier): string =>
    `\n\n---------- Forwarded message ---------\nFrom: ${nameOf(from)} <${addressOf(from)}>\nDate: Mon, Nov 23, 2026 at 2:05 PM\nSubject: ${subject}\nTo: ${to.map((person) => `<${addressOf(person)}>`).join(', ')}\n\n\n${text}\n`,
  forwardApple: ({ from, to, subject, text }: Earlier): string =>
    `\n\nAnfang der weitergeleiteten Nachricht:\n\nVon: ${nameOf(from)} <${addressOf(from)}>\nBetreff: ${subject}\nDatum: 23. November 2026 um 14:05:10 MEZ\nAn: ${to.map((person) => `${nameOf(person)} <${addressOf(person)}>`).join(', ')}\n\n${text}\n`,
} as const;

/** What stands below the firm's mail: its legal notice, a link to its newsletter, and what marketing has put there this month. */
export const SIGNATURE_DE = `

Mit freundlichen Grüßen

Mara Own
Vertriebsinnendienst

Own Maschinenteile GmbH
Werkstraße 7 | 01234 Tannfeld
Tel. +49 351 5550 120 | Fax +49 351 5550 199
mara@own.example | www.own.example

Geschäftsführer: Dr. Viktor Own | Amtsgericht Tannfeld HRB 4711 | USt-IdNr. DE 123456789

Newsletter abonnieren: https://www.own.example/newsletter?utm_source=signatur&utm_medium=email
Besuchen Sie uns auf der Fachmesse Metall, Halle 4, Stand 21!

Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender und vernichten Sie diese Mail samt Anhang.
`;

export const SIGNATURE_EN = `

Kind regards,

Mara Own
Inside Sales

Own Maschinenteile GmbH
Werkstrasse 7, 01234 Tannfeld, Germany
Phone +49 351 5550 120
mara@own.example | www.own.example

Managing Director: Dr. Viktor Own | Registered at Amtsgericht Tannfeld, HRB 4711 | VAT ID DE 123456789

Sign up for our newsletter: https://www.own.example/en/newsletter?utm_source=signature&utm_medium=email
Visit us at Metal World, hall 4, booth 21!

This e-mail and any attachments are confidential. If you are not the intended recipient, please delete it and notify the sender.
`;

export const SHORT_DE = '\n\nViele Grüße\nMara Own\n';
export const SHORT_EN = '\n\nBest,\nMara\n';
