import { example } from '../example';

const heading = (from: string, day: number): string => `\n________________________________\nVon: ${from}\nGesendet: Montag, ${day}. November 2026 14:05\nAn: Mara Own <mara@own.example>\nBetreff: Termin\n\nwie besprochen.\n`;
const THREAD = `Guten Tag,\n\nder Dienstag passt.\n\nMara Own\n${heading('Anna Oak <anna@oak.example>', 23)}${heading('Ben Elm <ben@elm.example>', 20)}${heading('Eva Own <eva@own.example>', 19)}`;

export const examples = [
  example(
    { de: 'eine Antwort an vier Externe mit drei zitierten Nachrichten', en: 'a reply to four outsiders with three quoted messages' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example', 'cem@ash.example', 'eva@own.example'], bcc: ['dora@fir.example'], composeType: 'reply', body: THREAD },
    { finds: 'goesToSeveral', data: { people: 4, quoted: 3 }, about: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'] },
  ),
  example(
    { de: 'zwei Externe und ein Zitat ohne Kopf', en: 'two outsiders and a quotation without a heading' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example'], composeType: 'reply', body: 'Gern.\n\n> Passt der Dienstag?\n' },
    { finds: 'goesToSeveral', data: { people: 2, quoted: 1 } },
  ),
  example(
    { de: 'der Verlauf ist gelöscht', en: 'the thread has been deleted' },
    { to: ['anna@oak.example', 'abel@oak.example'], cc: ['ben@elm.example'], composeType: 'reply', body: 'Gern.' },
    { finds: 'goesToSeveral', data: { people: 3, quoted: 0 } },
  ),
  example(
    { de: 'zwei Privatpersonen bei einem Mailanbieter', en: 'two private people at one mail provider' },
    { to: ['a@gmx.de', 'b@gmx.de'], composeType: 'reply' },
    { finds: 'goesToSeveral', data: { people: 2, quoted: 0 } },
  ),
  example({ de: 'alle aus einer Organisation', en: 'all of one organisation' }, { to: ['anna@oak.example', 'abel@oak.example'], cc: ['beate@mail.oak.example', 'eva@own.example'], composeType: 'reply', body: THREAD }, 'passed'),
  example({ de: 'eine Antwort an eine Kundin, mit Kollegen in Cc', en: 'a reply to one client, with colleagues in copy' }, { to: ['anna@oak.example', 'Anna@OAK.example'], cc: ['eva@own.example', 'finn@own.example'], composeType: 'reply', body: THREAD }, 'passed'),
  example({ de: 'eine Antwort im Haus', en: 'a reply in the house' }, { to: ['eva@own.example'], composeType: 'reply', body: THREAD }, 'notApplicable'),
  example({ de: 'eine neue Nachricht an mehrere', en: 'a new mail to several' }, { to: ['anna@oak.example', 'ben@elm.example'] }, 'notApplicable'),
  example({ de: 'eine Weiterleitung an mehrere', en: 'a forward to several' }, { to: ['anna@oak.example', 'ben@elm.example'], composeType: 'forward', body: THREAD }, 'notApplicable'),
  example({ de: 'die Antwort auf eine Besprechung', en: 'the answer to a meeting' }, { required: ['anna@oak.example', 'ben@elm.example'], composeType: 'reply' }, 'notApplicable'),
  example({ de: 'genau so viele, wie die Richtlinie duldet', en: 'exactly as many as the policy bears' }, { to: ['anna@oak.example'], cc: ['ben@elm.example', 'cem@ash.example'], bcc: ['BEN@elm.example'], composeType: 'reply', body: THREAD }, 'passed', { options: { people: 3 } }),
  example(
    { de: 'die Kanzlei zählt nicht mit', en: 'the law firm does not count' },
    { to: ['anna@oak.example'], cc: ['counsel@law.example'], composeType: 'reply', body: THREAD },
    'passed',
    { options: { exempt: ['law.example'] } },
  ),
  example({ de: 'eine Hausliste neben einer Kundin', en: 'a list of the house beside one client' }, { to: ['anna@oak.example'], cc: ['team@own.example'], lists: ['team@own.example'], composeType: 'reply', body: THREAD }, 'passed'),
  example(
    { de: 'eine Kontaktgruppe und ein Verband neben einer Kundin', en: 'a contact group and an association beside one client' },
    { to: ['anna@oak.example'], cc: ['Beirat', 'mitglieder@verband.example'], lists: ['Beirat', 'mitglieder@verband.example'], composeType: 'reply', body: THREAD },
    { undetermined: 'unclearRecipients', severity: 'notice', data: { unclear: 2, people: 1, quoted: 3 }, about: ['', 'mitglieder@verband.example'] },
  ),
  example(
    { de: 'zwei Kontaktgruppen allein', en: 'two contact groups alone' },
    { to: ['Beirat', 'Verein'], lists: ['Beirat', 'Verein'], composeType: 'reply' },
    { undetermined: 'unclearRecipients', severity: 'notice', data: { unclear: 2, people: 0, quoted: 0 } },
  ),
];
