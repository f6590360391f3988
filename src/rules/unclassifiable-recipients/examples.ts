import { example } from '../example';

export const examples = [
  example(
    { de: 'drei Tippfehler in Adressen', en: 'three slips in addresses' },
    { to: ['müller', 'Cem Ash <cem@>', 'dora@fir..example', 'anna@oak.example'] },
    { finds: 'noUsableAddress', data: { people: 3, names: ['müller', 'Cem Ash', 'dora@fir..example'] }, about: ['müller', 'cem@', 'dora@fir..example'] },
  ),
  example(
    { de: 'ein Leerzeichen in der Adresse', en: 'a space within the address' },
    { to: ['anna oak@oak.example'] },
    { finds: 'noUsableAddress', data: { people: 1, names: ['anna oak@oak.example'] } },
  ),
  example(
    { de: 'eine Kollegin aus dem Exchange-Adressbuch', en: 'a colleague from the Exchange directory' },
    { to: ['Eva Own </o=Own/ou=Exchange/cn=Recipients/cn=eva>'] },
    { finds: 'directoryName', severity: 'notice', data: { people: 1, names: ['Eva Own'] } },
  ),
  example(
    { de: 'zwei Einträge ohne Namen aus dem Adressbuch', en: 'two entries without names from the directory' },
    { to: ['/o=Own/ou=Exchange/cn=Recipients/cn=eva', 'IMCEAEX-_o=Own_cn=finn@own.example'], cc: ['anna@oak.example'] },
    { finds: 'directoryName', severity: 'notice', data: { people: 2, names: ['eva', 'finn@own.example'] } },
  ),
  example(
    { de: 'ein leerer Eintrag', en: 'an empty entry' },
    { to: ['', 'anna@oak.example'] },
    { finds: 'nothingThere', severity: 'notice', data: { people: 1 } },
  ),
  example(
    { de: 'ein Tippfehler, ein Eintrag aus dem Adressbuch und zwei leere', en: 'a slip, an entry from the directory and two empty ones' },
    { to: ['@elm.example', '', ''], cc: ['/o=Own/cn=Recipients/cn=finn'] },
    [
      { finds: 'noUsableAddress', data: { people: 1, names: ['@elm.example'] } },
      { finds: 'directoryName', severity: 'notice', data: { people: 1, names: ['finn'] } },
      { finds: 'nothingThere', severity: 'notice', data: { people: 2 } },
    ],
  ),
  example(
    { de: 'zwei Domains ohne Endung', en: 'two domains without an ending' },
    { to: ['anna@gmxde', 'Ben Elm <ben@elm>', 'eva@own.example'] },
    { finds: 'noEnding', severity: 'notice', data: { people: 2, addresses: ['anna@gmxde', 'ben@elm'] }, about: ['anna@gmxde', 'ben@elm'] },
  ),
  example(
    { de: 'ungewöhnliche, aber brauchbare Adressen', en: 'unusual but usable addresses' },
    { to: ['"anna oak"@oak.example', 'jürgen@müller.example', 'x+tag@elm.example', 'admin@[192.0.2.1]', 'o’neill@ash.example', 'eva@own.example@elm.example'] },
    'passed',
  ),
  example(
    { de: 'Kontaktgruppen und Verteilerlisten sind Sache einer anderen Regel', en: 'contact groups and distribution lists are another rule’s business' },
    { to: ['Beirat', 'alle@own.example'], lists: ['Beirat', 'alle@own.example'] },
    'passed',
  ),
  example({ de: 'ein Entwurf ohne Empfänger', en: 'a draft without recipients' }, {}, 'notApplicable'),
];
