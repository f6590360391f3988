import { example } from '../example';

const QUOTED = 'Anbei der Entwurf.\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Mara Own <mara@own.example>\nCc: Ben Elm <ben@elm.example>\nBetreff: Entwurf\n\nKönnen Sie den Entwurf schicken?';

export const examples = [
  example(
    { de: 'zwei Personen einer neuen Firma in einer Antwort', en: 'two people of a new firm in a reply' },
    { to: ['anna@oak.example'], cc: ['cem@ash.example', 'cora@ash.example'], composeType: 'reply', openedWith: ['anna@oak.example', 'ben@elm.example'], subject: 'AW: Entwurf' },
    { finds: 'addedToReply', data: { people: 2, domains: ['ash.example'] }, about: ['cem@ash.example', 'cora@ash.example'] },
  ),
  example(
    { de: 'die Adresse wurde durch eine fremde ersetzt', en: 'the address was replaced by a strange one' },
    { to: ['anna@ash.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    { finds: 'addedToReply', data: { people: 1, domains: ['ash.example'] } },
  ),
  example(
    { de: 'niemand sah beim Öffnen nach, doch der zitierte Verlauf nennt alle', en: 'nobody looked at the opening, but the quoted thread names everybody' },
    { to: ['anna@oak.example', 'ben@elm.example', 'dora@fir.example', 'dirk@fir.example', 'cem@ash.example'], composeType: 'reply', body: QUOTED },
    { finds: 'addedToReply', data: { people: 3, domains: ['fir.example', 'ash.example'] }, about: ['dora@fir.example', 'dirk@fir.example', 'cem@ash.example'] },
  ),
  example(
    { de: 'ein Verlauf wird an drei Personen weitergeleitet', en: 'a thread is forwarded to three people' },
    { to: ['cem@ash.example', 'dora@fir.example'], cc: ['eva@own.example', 'dirk@fir.example'], composeType: 'forward', openedWith: [], body: QUOTED },
    { finds: 'forwarded', data: { people: 3, domains: ['ash.example', 'fir.example'] } },
  ),
  example(
    { de: 'ein Verlauf wird an eine Person weitergeleitet', en: 'a thread is forwarded to one person' },
    { to: ['cem@ash.example'], composeType: 'forward', openedWith: [] },
    { finds: 'forwarded', data: { people: 1, domains: ['ash.example'] } },
  ),
  example(
    { de: 'beim Mailanbieter ist jeder ein anderer', en: 'at a mail provider everybody is somebody else' },
    { to: ['carla@gmx.de'], bcc: ['cleo@gmx.de'], composeType: 'reply', openedWith: ['carla@gmx.de'] },
    { finds: 'addedToReply', data: { people: 1, domains: ['gmx.de'] }, about: ['cleo@gmx.de'] },
  ),
  example(
    { de: 'drei neue Domains, eine davon mit Umlaut', en: 'three new domains, one of them with an umlaut' },
    { to: ['anna@oak.example', 'm@müller.example', 'cem@ash.example', 'ben@elm.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    { finds: 'addedToReply', data: { people: 3, domains: ['xn--mller-kva.example', 'ash.example', 'elm.example'] } },
  ),
  example(
    { de: 'eine neue Verteilerliste eines Kunden', en: 'a new distribution list of a client' },
    { to: ['anna@oak.example', 'alle@ash.example'], lists: ['alle@ash.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    { finds: 'addedToReply', data: { people: 1, domains: ['ash.example'] } },
  ),
  example(
    { de: 'wer bisher dabei war, ist nicht zu erkennen', en: 'it cannot be told who had a part so far' },
    { to: ['anna@oak.example', 'ben@elm.example'], composeType: 'reply' },
    { undetermined: 'threadUnknown', data: { people: 2 } },
  ),
  example(
    { de: 'auch der zitierte Verlauf nennt keine Adressen', en: 'the quoted thread names no addresses, either' },
    { to: ['anna@oak.example'], composeType: 'reply', body: 'Gern.\n\nVon: Anna Oak\nGesendet: Montag, 23. November 2026 10:00\nAn: Mara Own\nBetreff: Termin\n\nPasst Dienstag?' },
    { undetermined: 'threadUnknown', data: { people: 1 } },
  ),
  example(
    { de: 'eine weitere Person einer beteiligten Firma', en: 'one more person of a firm that has a part' },
    { to: ['anna@oak.example', 'abel@mail.oak.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    'passed',
  ),
  example(
    { de: 'Kollegen kommen hinzu', en: 'colleagues are added' },
    { to: ['anna@oak.example'], cc: ['eva@own.example', 'finn@mail.own.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    'passed',
  ),
  example(
    { de: 'jemand aus dem zitierten Verlauf kommt wieder hinzu', en: 'somebody of the quoted thread is added again' },
    { to: ['anna@oak.example', 'ben@elm.example'], composeType: 'reply', openedWith: ['anna@oak.example'], body: QUOTED },
    'passed',
  ),
  example(
    { de: 'jemand wurde aus der Antwort genommen', en: 'somebody was taken out of the reply' },
    { to: ['anna@oak.example'], composeType: 'reply', openedWith: ['anna@oak.example', 'ben@elm.example'] },
    'passed',
  ),
  example(
    { de: 'die Kanzlei ist ausgenommen', en: 'the law firm is exempt' },
    { to: ['anna@oak.example', 'counsel@law.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    'passed',
    { options: { exempt: ['law.example'] } },
  ),
  example({ de: 'eine neue Nachricht', en: 'a new mail' }, { to: ['anna@oak.example', 'cem@ash.example'] }, 'notApplicable'),
  example({ de: 'eine Antwort nur an Kollegen', en: 'a reply to colleagues only' }, { to: ['eva@own.example'], composeType: 'reply', openedWith: ['anna@oak.example'] }, 'notApplicable'),
];
