import { example } from '../example';

const POLICY = { options: { labels: ['Vertraulich', '8f3e2a10-0000-4000-8000-00000000c0de'], categories: ['Personal'], marks: ['[intern]', 'Confidential', 'streng vertraulich'] } };

export const examples = [
  example(
    { de: 'eine vertrauliche E-Mail an zwei Kunden und eine Kollegin', en: 'a confidential mail to two clients and a colleague' },
    { to: ['eva@own.example', 'anna@oak.example'], cc: ['ben@elm.example'], label: 'Vertraulich', subject: 'Planung' },
    { finds: 'goesOutside', severity: 'critical', data: { mark: 'Vertraulich', by: 'label', people: 2, addresses: ['anna@oak.example', 'ben@elm.example'] }, about: ['anna@oak.example', 'ben@elm.example'] },
    POLICY,
  ),
  example(
    { de: 'die Bezeichnung, von der nur die Kennung bekannt ist', en: 'a label of which only the id is known' },
    { to: ['anna@oak.example'], label: '8F3E2A10-0000-4000-8000-00000000C0DE' },
    { finds: 'goesOutside', data: { mark: '8F3E2A10-0000-4000-8000-00000000C0DE', by: 'label', people: 1, addresses: ['anna@oak.example'] } },
    POLICY,
  ),
  example(
    { de: 'eine Bezeichnung unter der, die intern bleibt', en: 'a label below the one that stays inside' },
    { to: ['anna@oak.example'], label: 'Vertraulich/Nur Vorstand' },
    { finds: 'goesOutside', data: { mark: 'Vertraulich/Nur Vorstand', by: 'label', people: 1, addresses: ['anna@oak.example'] } },
    POLICY,
  ),
  example(
    { de: 'eine Kategorie, die intern bleibt', en: 'a category that stays inside' },
    { to: ['eva@own.example'], bcc: ['eva.privat@gmx.de'], categories: ['Rote Kategorie', 'personal'] },
    { finds: 'goesOutside', data: { mark: 'personal', by: 'category', people: 1, addresses: ['eva.privat@gmx.de'] }, about: ['eva.privat@gmx.de'] },
    POLICY,
  ),
  example(
    { de: 'eine weitergeleitete interne Nachricht', en: 'an internal message, forwarded' },
    { to: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'cem@ash.example'], subject: 'WG: AW: [INTERN] Ausschreibung', composeType: 'forward' },
    { finds: 'goesOutside', data: { mark: '[intern]', by: 'subject', people: 4, addresses: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'cem@ash.example'] } },
    POLICY,
  ),
  example(
    { de: 'ein Kennzeichen aus zwei Wörtern', en: 'a mark of two words' },
    { to: ['anna@oak.example', 'finn@own.example'], subject: 'Streng  Vertraulich: Angebot' },
    { finds: 'goesOutside', about: ['anna@oak.example'] },
    POLICY,
  ),
  example(
    { de: 'eine interne Besprechung mit einem Gast', en: 'an internal meeting with a guest' },
    { required: ['eva@own.example'], optional: ['anna@oak.example'], subject: '[intern] Klausur' },
    { finds: 'goesOutside', data: { mark: '[intern]', by: 'subject', people: 1, addresses: ['anna@oak.example'] }, about: ['anna@oak.example'] },
    POLICY,
  ),
  example(
    { de: 'auf der Verteilerliste stehen Externe', en: 'there are outsiders on the distribution list' },
    { to: ['eva@own.example', 'vertrieb@own.example'], lists: ['vertrieb@own.example'], label: 'Vertraulich' },
    { finds: 'goesOutside', data: { mark: 'Vertraulich', by: 'label', people: 1, addresses: ['frei@fir.example'] }, about: ['vertrieb@own.example'] },
    { ...POLICY, members: { 'vertrieb@own.example': ['finn@own.example', 'frei@fir.example'] } },
  ),
  example(
    { de: 'die Verteilerliste einer anderen Firma', en: 'the distribution list of another firm' },
    { to: ['alle@oak.example', 'eva@own.example'], lists: ['alle@oak.example'], label: 'Vertraulich' },
    { finds: 'goesOutside', about: ['alle@oak.example'] },
    POLICY,
  ),
  example({ de: 'Vertrauliches unter Kollegen', en: 'confidential matters among colleagues' }, { to: ['eva@own.example'], cc: ['finn@mail.own.example'], label: 'Vertraulich' }, 'passed', POLICY),
  example(
    { de: 'eine Verteilerliste, auf der nur Kollegen stehen', en: 'a distribution list of colleagues only' },
    { to: ['alle@own.example'], lists: ['alle@own.example'], subject: '[intern] Sommerfest' },
    'passed',
    { ...POLICY, members: { 'alle@own.example': ['eva@own.example', 'finn@own.example'] } },
  ),
  example(
    { de: 'die Kanzlei darf mitlesen', en: 'the law firm may read along' },
    { to: ['eva@own.example', 'counsel@law.example'], label: 'Vertraulich' },
    'passed',
    { options: { ...POLICY.options, allowed: ['law.example'] } },
  ),
  example(
    { de: 'die Verteilerliste der Kanzlei darf es auch, ohne dass jemand hineinsieht', en: 'so may the law firm’s distribution list, without anybody looking into it' },
    { to: ['team@law.example'], lists: ['team@law.example'], label: 'Vertraulich' },
    'passed',
    { options: { ...POLICY.options, allowed: ['law.example'] } },
  ),
  example(
    { de: 'eine eigene Verteilerliste neben einer Kontaktgruppe', en: 'an own distribution list beside a contact group' },
    { to: ['alle@own.example', 'Beirat'], lists: ['alle@own.example', 'Beirat'], label: 'Vertraulich' },
    { undetermined: 'unclear', severity: 'critical', data: { mark: 'Vertraulich', by: 'label', people: 2 } },
    POLICY,
  ),
  example(
    { de: 'eine eigene Verteilerliste, die niemand auflösen kann', en: 'an own distribution list that nobody can look into' },
    { to: ['alle@own.example'], lists: ['alle@own.example'], label: 'Vertraulich' },
    { undetermined: 'unclear', severity: 'notice', data: { mark: 'Vertraulich', by: 'label', people: 1 } },
    POLICY,
  ),
  example(
    { de: 'zwei Kontaktgruppen, die niemand auflösen kann', en: 'two contact groups that nobody can look into' },
    { to: ['eva@own.example', 'Beirat', 'Freunde des Hauses'], lists: ['Beirat', 'Freunde des Hauses'], label: 'Vertraulich' },
    { undetermined: 'unclear', severity: 'critical', data: { mark: 'Vertraulich', by: 'label', people: 2 }, about: ['', ''] },
    POLICY,
  ),
  example({ de: 'eine E-Mail ohne Kennzeichen', en: 'a mail without a mark' }, { to: ['anna@oak.example'], subject: 'Angebot', label: 'Öffentlich', categories: ['Kunde'] }, 'notApplicable', POLICY),
  example(
    { de: 'ein Wort, in dem das Kennzeichen nur steckt', en: 'a word that only contains the mark' },
    { to: ['anna@oak.example'], subject: 'Confidentiality agreement; nonconfidential; Internet; intern geklärt' },
    'notApplicable',
    POLICY,
  ),
  example({ de: 'nichts ist als intern festgelegt', en: 'nothing is set to stay inside' }, { to: ['anna@oak.example'], label: 'Vertraulich', subject: '[intern]' }, 'notApplicable'),
];
