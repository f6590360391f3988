import { example } from '../example';

/** As Outlook quotes: a ruler, then the heading. */
const quoted = (from: string, to: string, cc?: string): string =>
  `Guten Tag,\n\nvielen Dank, das passt so.\n\nMara Own\n\n________________________________\nVon: ${from}\nGesendet: Montag, 23. November 2026 14:05\nAn: ${to}\n${cc ? `Cc: ${cc}\n` : ''}Betreff: Angebot 4711\n\nanbei unser Angebot.\n`;

const EVA = 'Eva Own <eva@own.example>';
const ANNA = 'Anna Oak <anna@oak.example>';
const BEN = 'Ben Elm <ben@elm.example>';
const CEM = 'Cem Ash <cem@ash.example>';

export const examples = [
  example(
    { de: 'Antwort an alle auf eine Blindkopie der Kollegin', en: 'a reply to all on a colleague’s blind copy' },
    { to: [EVA, ANNA], cc: [BEN], composeType: 'reply', body: quoted(EVA, ANNA, BEN) },
    { finds: 'blindCopyShown', data: { people: 2 }, about: ['anna@oak.example', 'ben@elm.example'] },
  ),
  example(
    { de: 'eine einzige Person erfährt es', en: 'a single person learns of it' },
    { to: [EVA], cc: [ANNA], composeType: 'reply', body: quoted(EVA, ANNA) },
    { finds: 'blindCopyShown', data: { people: 1 } },
  ),
  example(
    { de: 'wer neu dazukommt, erfährt nichts aus dem alten Kreis', en: 'who is added anew was not in the old circle' },
    { to: [EVA, ANNA], cc: [CEM, 'finn@own.example'], composeType: 'reply', body: quoted(EVA, ANNA, BEN) },
    { finds: 'blindCopyShown', data: { people: 1 }, about: ['anna@oak.example'] },
  ),
  example(
    { de: 'die Kollegin hatte sich selbst in Cc gesetzt', en: 'the colleague had put herself in Cc' },
    { to: [EVA, ANNA], cc: ['ANNA@oak.example', BEN, CEM], composeType: 'reply', body: quoted(EVA, `${ANNA}; ${BEN}; ${CEM}`, EVA) },
    { finds: 'blindCopyShown', severity: 'warning', data: { people: 3 }, about: ['anna@oak.example', 'anna@oak.example', 'ben@elm.example', 'cem@ash.example'] },
  ),
  example(
    { de: 'ein Absender ohne Namen, und ein Kopf, der nur Adressen nennt', en: 'a sender without a name, and a heading of addresses only' },
    { from: 'mara@own.example', to: ['eva@own.example', 'anna@oak.example'], composeType: 'reply', body: quoted('eva@own.example', 'anna@oak.example') },
    { finds: 'blindCopyShown', data: { people: 1 } },
  ),
  example(
    { de: 'die Kollegin schrieb auch an ein gemeinsames Postfach', en: 'the colleague wrote to a shared mailbox, too' },
    { to: [EVA], cc: [ANNA, 'info@own.example'], composeType: 'reply', body: quoted(EVA, 'info@own.example', ANNA) },
    { finds: 'blindCopyPerhapsShown', severity: 'notice', data: { people: 2 } },
  ),
  example(
    { de: 'der Kopf nennt die Adresse der Kollegin, sonst nur Namen', en: 'the heading shows the colleague’s address, otherwise names' },
    { to: [EVA, ANNA], composeType: 'reply', body: quoted(EVA, 'Anna Oak; Elm, Ben') },
    { finds: 'blindCopyPerhapsShown', severity: 'notice', data: { people: 1 } },
  ),
  example(
    { de: 'Antwort nur an die Kollegin', en: 'a reply to the colleague alone' },
    { to: [EVA], composeType: 'reply', body: quoted(EVA, ANNA, BEN) },
    'passed',
  ),
  example(
    { de: 'die Absenderin stand in Cc', en: 'the sender was in Cc' },
    { to: [EVA, ANNA], composeType: 'reply', body: quoted(EVA, ANNA, `${BEN}; Mara Own <mara@own.example>`) },
    'passed',
  ),
  example(
    { de: 'die Absenderin stand unter ihrer alten Adresse in An', en: 'the sender was in To with her old address' },
    { to: [EVA, ANNA], composeType: 'reply', body: quoted(EVA, `${ANNA}; mara@alt-own.example`) },
    'passed',
  ),
  example(
    { de: 'die Absenderin stand nur mit Namen in An', en: 'the sender was in To by name only' },
    { to: [EVA, ANNA], composeType: 'reply', body: quoted(EVA, 'Oak, Anna; Own, Mara (Vertrieb)') },
    'passed',
  ),
  example(
    { de: 'Antwort auf eine eigene Nachricht', en: 'a reply to a mail of one’s own' },
    { to: ['Mara Own <mara@own.example>', ANNA], composeType: 'reply', body: quoted('Mara Own <mara@own.example>', ANNA) },
    'passed',
  ),
  example(
    { de: 'der Kopf nennt nur Namen', en: 'the heading shows names only' },
    { to: [EVA, ANNA], cc: [BEN, 'dora@fir.example'], composeType: 'reply', body: quoted('Eva Own', 'Anna Oak; Elm, Ben; (extern)') },
    { finds: 'blindCopyPerhapsShown', severity: 'notice', data: { people: 2 }, about: ['anna@oak.example', 'ben@elm.example'] },
  ),
  example(
    { de: 'ein gemeinsames Postfach stand in An', en: 'a shared mailbox was in To' },
    { to: [ANNA], cc: [BEN, 'info@own.example'], composeType: 'reply', body: quoted(ANNA, 'info@own.example', BEN) },
    { finds: 'blindCopyPerhapsShown', severity: 'notice', data: { people: 2 } },
  ),
  example(
    { de: 'die Nachricht kam von außen, vielleicht über eine Mailingliste', en: 'the mail came from outside, perhaps over a mailing list' },
    { to: [ANNA], cc: ['forum@verband.example'], composeType: 'reply', body: quoted(ANNA, 'forum@verband.example') },
    { finds: 'blindCopyPerhapsShown', severity: 'notice', data: { people: 1 } },
  ),
  example(
    { de: 'die Nachricht kam über einen Verteiler, auf dem die Absenderin steht', en: 'the mail came over a list the sender is on' },
    { to: [EVA, ANNA, 'team@own.example'], lists: ['team@own.example'], composeType: 'reply', body: quoted(EVA, `team@own.example; ${ANNA}`) },
    'notApplicable',
    { members: { 'team@own.example': ['Mara Own <mara@own.example>', 'finn@own.example'] } },
  ),
  example(
    { de: 'ein Verteiler, von dem niemand weiß, wer darauf steht', en: 'a list nobody knows the members of' },
    { to: [EVA, ANNA, 'team@own.example'], lists: ['team@own.example'], composeType: 'reply', body: quoted(EVA, `team@own.example; ${ANNA}`) },
    'notApplicable',
    { members: { 'team@own.example': 'unreachable' } },
  ),
  example(
    { de: 'ein Verteiler, von dem nur ein Teil bekannt ist', en: 'a list known in part only' },
    { to: [EVA, ANNA, 'team@own.example'], lists: ['team@own.example'], composeType: 'reply', body: quoted(EVA, `team@own.example; ${ANNA}`) },
    'notApplicable',
    { members: { 'team@own.example': { some: ['finn@own.example'] } } },
  ),
  example(
    { de: 'ein Verteiler, auf dem die Absenderin nicht steht', en: 'a list the sender is not on' },
    { to: [EVA, ANNA, 'kunden@oak.example'], lists: ['kunden@oak.example'], composeType: 'reply', body: quoted(EVA, `kunden@oak.example; ${ANNA}`) },
    { finds: 'blindCopyShown', data: { people: 2 }, about: ['anna@oak.example', 'kunden@oak.example'] },
    { members: { 'kunden@oak.example': ['abel@oak.example'] } },
  ),
  example(
    { de: 'eine Kontaktgruppe unter den Empfängern', en: 'a contact group among the recipients' },
    { to: [EVA, ANNA, 'Beirat'], lists: ['Beirat'], composeType: 'reply', body: quoted(EVA, ANNA) },
    'notApplicable',
  ),
  example(
    { de: 'ältere Nachrichten weiter unten zählen nicht', en: 'older mail further down does not count' },
    { to: [EVA, ANNA], composeType: 'reply', body: `${quoted(EVA, `Mara Own <mara@own.example>; ${ANNA}`)}\n________________________________\nVon: ${ANNA}\nGesendet: Freitag, 20. November 2026 09:00\nAn: ${EVA}\nBetreff: Angebot 4711\n\nkönnen Sie mir ein Angebot schicken?\n` },
    'passed',
  ),
  example(
    { de: 'die zitierte Nachricht ist nicht die, auf die geantwortet wird', en: 'the quoted mail is not the one that is answered' },
    { to: [CEM, ANNA], composeType: 'reply', body: quoted(EVA, ANNA, BEN) },
    'notApplicable',
  ),
  example(
    { de: 'ein Kopf, der keine Empfänger nennt', en: 'a heading that names no recipients' },
    { to: [EVA, ANNA], composeType: 'reply', body: 'Danke!\n\nAm 23.11.2026 um 14:05 schrieb Eva Own <eva@own.example>:\n> anbei unser Angebot.\n' },
    'notApplicable',
  ),
  example({ de: 'eine Antwort ohne Zitat', en: 'a reply without a quotation' }, { to: [EVA, ANNA], composeType: 'reply', body: 'Danke!' }, 'notApplicable'),
  example({ de: 'eine Weiterleitung', en: 'a forward' }, { to: [EVA, ANNA], composeType: 'forward', body: quoted(EVA, ANNA) }, 'notApplicable'),
  example({ de: 'eine Besprechung', en: 'a meeting' }, { required: [EVA, ANNA], composeType: 'reply', body: quoted(EVA, ANNA) }, 'notApplicable'),
];
