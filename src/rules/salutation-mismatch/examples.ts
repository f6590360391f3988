import { type Example, example } from '../example';

const ANNA = 'Anna Oak <anna.oak@oak.example>';
const BEN = 'Ben Elm <ben.elm@elm.example>';
const CEM = 'Cem Ash <cem@ash.example>';
const MUELLER = 'Dr. Jürgen Müller-Lüdenscheidt <juergen.mueller@fir.example>';

/** Greetings with recipients they do not fit, and the names nobody has. */
const STRANGERS: readonly (readonly [greeting: string, to: readonly string[], names: readonly string[]])[] = [
  ['Sehr geehrte Frau Müller,', [ANNA], ['Müller']],
  ['Sehr geehrter Herr Dr. Elm,', [ANNA], ['Elm']],
  ['Liebe Dora,', [BEN], ['Dora']],
  ['Hallo Dora, anbei die Liste.', [BEN], ['Dora']],
  ['Hallo Dora Danke für die Liste', [BEN], ['Dora']],
  ['Guten Tag Anna Fir,', [ANNA], ['Anna Fir']],
  ['Guten Morgen Frau Prof. Dr. Fir!', [ANNA], ['Fir']],
  ['Sehr geehrte Frau Oak, sehr geehrter Herr Fir,', [ANNA, BEN], ['Fir']],
  ['Sehr geehrte Frau Oak,\nsehr geehrter Herr Ash,', [ANNA, BEN], ['Ash']],
  ['Liebe Anna, lieber Dieter,', [ANNA], ['Dieter']],
  ['Dear Mr Ash,', [ANNA], ['Ash']],
  ['Dear Ms. Fir and Mr. Elm,', [BEN], ['Fir']],
  ['Hi Ben and Dora,', [BEN], ['Dora']],
  ['Hi Ben, Dora and Eve,', [BEN], ['Dora', 'Eve']],
  ['Hello Dora – quick question', [BEN], ['Dora']],
  ['Sehr geehrter Herr von der Fir,', [BEN], ['Fir']],
  ['Liebe Dora, liebe Kolleginnen und Kollegen,', [ANNA, BEN], ['Dora']],
  ['Sehr geehrte Frau Fir-Ash,', [ANNA], ['Fir-Ash']],
  ['Dear Łukasz,', [ANNA], ['Łukasz']],
];

/** Greetings that fit their recipients. */
const FITTING: readonly (readonly [greeting: string, to: readonly string[]])[] = [
  ['Sehr geehrte Frau Oak,', [ANNA]],
  ['Sehr geehrte Frau Dr. Anna Oak,', [ANNA]],
  ['Liebe Anna,', [ANNA, BEN]],
  ['Hi Ben and Cem,', [BEN, 'Cem Ash <c.ash@ash.example>']],
  ['Hi Ben, Anna,', [ANNA, BEN]],
  ['Sehr geehrter Herr Dr. Müller,', [MUELLER]],
  ['Sehr geehrter Herr Mueller-Luedenscheidt,', [MUELLER]],
  ['Sehr geehrter Herr Lüdenscheidt,', [MUELLER]],
  ['Lieber Jürgen,', ['juergen.mueller@fir.example']],
  ['Lieber Jürgen,', ['Mueller, Juergen <jm@fir.example>']],
  ['Dear José,', ['Jose Fir <jose.fir@fir.example>']],
  ['Hallo Herr Elm, wie besprochen', [BEN]],
  ['Hallo Ben wie besprochen', [BEN]],
  ['Dear Mr. B. Elm,', [BEN]],
  ['Hi Benny,', ['Benjamin Elm <ben.elm@elm.example>']],
  ['Hi Tom,', ['Thomas Fir <thomas.fir@fir.example>']],
  ['Hi Bill,', ['William Fir <william.fir@fir.example>']],
  ['Liebe Gabi,', ['Gabriele Fir <gabriele.fir@fir.example>']],
  ['Liebe Lisa,', ['Elisabeth Fir <elisabeth.fir@fir.example>']],
  ['Hallo Hannes,', ['Johannes Fir <johannes.fir@fir.example>']],
  ['Hallo Anna,', ['A. Oak <a.oak.x@oak.example>', 'Ben Elm <ben@elm.example>']],
  ['Hallo Anna, Ben hat angerufen.', [ANNA]],
  ['Hallo Anna, Montag passt', [ANNA]],
  ['Hallo Anna, Rückmeldung', [ANNA]],
  ['Hallo Anna Protokoll kommt morgen', [ANNA]],
  ['Hi Ben, Cem and Dora have called', [BEN]],
  ['Dear Anna Oak,', ['Oak, Anna (Einkauf Süd) <anna.oak@oak.example>']],
  ['Dear Oak team and dear Anna,', [ANNA]],
];

/** Greetings that name nobody. */
const NOBODY: readonly string[] = [
  'Sehr geehrte Damen und Herren,', 'Liebe Kolleginnen und Kollegen,', 'Liebe Kundinnen und Kunden,', 'Sehr geehrte Kundin, sehr geehrter Kunde,', 'Hallo zusammen,', 'Hallo in die Runde,', 'Hallo ihr Lieben,', 'Liebes Team,', 'Liebes Oak-Team,', 'Hallo Team Einkauf,',
  'Guten Tag,', 'Guten Morgen allerseits,', 'Moin,', 'Hello everyone,', 'Hi all,', 'Hi there,', 'Hello again,', 'Dear Sir or Madam,', 'Dear colleagues,', 'Dear Hiring Manager,', 'Dear customer,', 'Dear Oak team,', 'To whom it may concern,', 'Sehr geehrte Frau Ministerin,', 'Sehr geehrter Herr Oberbürgermeister,',
  'Hallo, wie besprochen die Liste.', 'Hi, Dora has called.', 'Anbei die Liste.', 'Liebe Mitglieder des Beirats,', 'Liebe Eltern der Klasse 3,', 'Hallo wieder,', 'Good morning!',
];

export const examples: readonly Example[] = [
  ...STRANGERS.map(([greeting, to, names]) => example(titled(greeting, to), { to, body: `${greeting}\n\nText` }, { finds: 'notAmongRecipients', severity: 'notice', data: { names }, about: to.map(bare) })),
  ...FITTING.map(([greeting, to]) => example(titled(greeting, to), { to, body: `${greeting}\n\nText` }, 'passed')),
  ...NOBODY.map((greeting) => example(titled(greeting, [ANNA]), { to: [ANNA], body: `${greeting}\n\nText` }, 'notApplicable')),
  example({ de: 'die genannte Person steht in Bcc', en: 'the person named is in Bcc' }, { to: [ANNA], bcc: [BEN], body: 'Hallo Ben,\n\nText' }, 'passed'),
  example({ de: 'eine Funktionsadresse unter den Empfängern', en: 'a functional address among the recipients' }, { to: [ANNA], cc: ['info@oak.example'], body: 'Hallo Dora,\n\nText' }, 'notApplicable'),
  example({ de: 'ein Postfach mit Namen und Funktion', en: 'a mailbox with a name and a function' }, { to: ['Oak Kundenservice <hallo@oak.example>'], body: 'Hallo Dora,\n\nText' }, 'notApplicable'),
  example({ de: 'eine Verteilerliste unter den Empfängern', en: 'a distribution list among the recipients' }, { to: [ANNA, 'Beirat'], lists: ['Beirat'], body: 'Hallo Dora,\n\nText' }, 'notApplicable'),
  example({ de: 'eine Adresse, die keinen ganzen Namen zeigt', en: 'an address that shows no whole name' }, { to: ['do@fir.example'], body: 'Hallo Anna,\n\nText' }, 'notApplicable'),
  example({ de: 'ein Kollege aus dem Adressbuch ohne lesbare Adresse', en: 'a colleague from the directory without a readable address' }, { to: ['Eva Own </o=Own/cn=eva>'], body: 'Hallo Dora,\n\nText' }, { finds: 'notAmongRecipients', data: { names: ['Dora'] } }),
  example({ de: 'eine Anrede im zitierten Verlauf', en: 'a greeting in the quoted thread' }, { to: [ANNA], body: 'Danke!\n\nVon: Ben Elm <ben.elm@elm.example>\nGesendet: Montag\nBetreff: x\n\nHallo Dora,\n\nText' }, 'notApplicable'),
  example({ de: 'eine Anrede mitten im Text', en: 'a greeting in the middle of the text' }, { to: [ANNA], body: 'eins\nzwei\ndrei\nvier\nHallo Dora,' }, 'notApplicable'),
  example({ de: 'eine Besprechung', en: 'a meeting' }, { required: [ANNA], optional: [BEN], body: 'Hallo Anna, hallo Ben, hallo Cem,\n\nText' }, { finds: 'notAmongRecipients', data: { names: ['Cem'] }, about: [bare(ANNA)] }),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, { body: 'Hallo Anna,' }, 'notApplicable'),
  example({ de: 'ein langer Name und viele Namen', en: 'a long name and many names' }, { to: [CEM.replace('cem@', 'cem.ash@')], body: `Liebe Dora, liebe Eve, liebe Fay, liebe ${'Xy'.repeat(30)},\n\nText` }, { finds: 'notAmongRecipients', data: { names: ['Dora', 'Eve', 'Fay', 'Xy'.repeat(30)] } }),
];

function titled(greeting: string, to: readonly string[]): Example['title'] {
  const said = greeting.replace(/\s+/g, ' ').replace(/[,.!]$/, '');
  const people = to.map((each) => each.replace(/ <.*/, '')).join(', ');
  return { de: `„${said}“ an ${people}`, en: `“${said}” to ${people}` };
}

function bare(person: string): string {
  return person.replace(/^.*<|>$/g, '');
}
