import { example } from '../example';

export const examples = [
  example(
    { de: 'der Name ist die Adresse einer Kollegin, die Adresse ist fremd', en: 'the name is a colleague’s address, the address is strange' },
    { to: ['eva@own.example <eva.own@elm.example>'] },
    { finds: 'addressInName', data: { people: 1, name: 'eva@own.example', other: 'eva@own.example', address: 'eva.own@elm.example' }, about: ['eva.own@elm.example'] },
  ),
  example(
    { de: 'zwei Namen, in denen fremde Adressen stehen', en: 'two names that hold other addresses' },
    { to: ['"Anna Oak (anna@oak.example)" <x@ash.example>', 'ben@elm.example <ben@gmx.de>', 'cem@ash.example <cem@ash.example>'] },
    { finds: 'addressInName', data: { people: 2, name: '"Anna Oak (anna@oak.example)"', other: 'anna@oak.example', address: 'x@ash.example' }, about: ['x@ash.example', 'ben@gmx.de'] },
  ),
  example(
    { de: 'eine fremde Adresse mit dem Namen einer Kollegin in Cc', en: 'a strange address with the name of a colleague in Cc' },
    { to: ['Eva Öller <eva@elm.example>'], cc: ['Öller, Eva <eva.oeller@own.example>'] },
    { finds: 'colleaguesName', data: { people: 1, name: 'Eva Öller', address: 'eva@elm.example' }, about: ['eva@elm.example'] },
  ),
  example(
    { de: 'zwei Adressen mit Namen des Vorstands', en: 'two addresses with names of the board' },
    { to: ['Dr. Heike Vogt <heike.vogt@ash.example>', 'OWN Ralf <vorstand@gmail.com>'] },
    { finds: 'colleaguesName', data: { people: 2, name: 'Dr. Heike Vogt', address: 'heike.vogt@ash.example' } },
    { options: { colleagues: ['Vogt, Heike', 'Prof. Ralf Own'] } },
  ),
  example(
    { de: 'der Vorstand schrieb scheinbar von außen', en: 'the board seems to have written from outside' },
    { to: ['Heike Vogt <h.vogt@ash.example>'], composeType: 'reply', openedWith: ['Heike Vogt <h.vogt@ash.example>'], subject: 'AW: Dringende Überweisung' },
    { finds: 'colleaguesName', data: { people: 1, name: 'Heike Vogt', address: 'h.vogt@ash.example' } },
    { options: { colleagues: ['Heike Vogt'] } },
  ),
  example(
    { de: 'der Namensvetter einer Kollegin ist am Verlauf schon beteiligt', en: 'a colleague’s namesake has a part in the thread already' },
    { to: ['Eva Öller <eva@elm.example>'], cc: ['Eva Oeller <eva.oeller@own.example>'], composeType: 'reply', openedWith: ['Eva Öller <eva@elm.example>'] },
    { finds: 'colleaguesName', severity: 'notice', data: { people: 1, name: 'Eva Öller', address: 'eva@elm.example' } },
  ),
  example(
    { de: 'der eigene Name unter fremder Adresse', en: 'one’s own name with a strange address' },
    { to: ['Mara Own <mara@elm.example>'] },
    { finds: 'colleaguesName', data: { people: 1, name: 'Mara Own', address: 'mara@elm.example' } },
  ),
  example(
    { de: 'Anna aus dem Verlauf wurde durch eine andere Anna ersetzt', en: 'Anna of the thread was replaced by another Anna' },
    { to: ['Anna Müller <anna@elm.example>'], composeType: 'reply', openedWith: ['Müller, Anna <anna.mueller@oak.example>'] },
    { finds: 'threadName', data: { people: 1, name: 'Anna Müller', other: 'anna.mueller@oak.example', address: 'anna@elm.example' } },
  ),
  example(
    { de: 'zwei Personen des zitierten Verlaufs haben jetzt andere Adressen', en: 'two people of the quoted thread now have other addresses' },
    { to: ['Anna Müller <anna@elm.example>', 'Ben Roth <ben.roth@gmx.de>'], composeType: 'reply', body: 'Gern.\n\nVon: Anna Müller <anna.mueller@oak.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Mara Own <mara@own.example>\nCc: Ben Roth <ben@oak.example>\nBetreff: Termin\n\nPasst Dienstag?' },
    { finds: 'threadName', data: { people: 2, name: 'Anna Müller', other: 'anna.mueller@oak.example', address: 'anna@elm.example' } },
  ),
  example(
    { de: 'zwei Annas bei zwei Kunden', en: 'two Annas at two clients' },
    { to: ['Anna Müller <anna@oak.example>', 'Mueller, Anna <a.mueller@elm.example>'] },
    { finds: 'othersName', severity: 'notice', data: { people: 2, name: 'Anna Müller', other: 'a.mueller@elm.example', address: 'anna@oak.example' } },
  ),
  example(
    { de: 'Anna aus dem Verlauf steht noch da, eine zweite kam dazu', en: 'Anna of the thread is still there, a second one was added' },
    { to: ['Anna Müller <anna@oak.example>'], cc: ['Anna Müller <anna@elm.example>'], composeType: 'reply', openedWith: ['Anna Müller <anna@oak.example>'] },
    { finds: 'othersName', severity: 'notice', data: { people: 2, name: 'Anna Müller', other: 'anna@elm.example', address: 'anna@oak.example' } },
  ),
  example(
    { de: 'eine Adresse im Namen und daneben ein Namensvetter', en: 'an address in a name, and a namesake beside it' },
    { to: ['anna@oak.example <anna@ash.example>', 'Mara Own <mara.own@elm.example>'] },
    [
      { finds: 'addressInName', data: { people: 1, name: 'anna@oak.example', other: 'anna@oak.example', address: 'anna@ash.example' } },
      { finds: 'colleaguesName', data: { people: 1, name: 'Mara Own', address: 'mara.own@elm.example' } },
    ],
  ),
  example(
    { de: 'zwei Adressen einer Person bei einem Kunden', en: 'two addresses of one person at one client' },
    { to: ['Anna Müller <anna@oak.example>', 'Anna Müller <a.mueller@mail.oak.example>'] },
    'passed',
  ),
  example(
    { de: 'Namen, die ihre eigene Adresse oder deren Unterdomain nennen', en: 'names that show their own address or a subdomain of it' },
    { to: ['anna@oak.example <Anna@Oak.example>', 'Ben (ben@mail.elm.example) <ben@elm.example>', 'm@müller.example <m@xn--mller-kva.example>'] },
    'passed',
  ),
  example(
    { de: 'Anna antwortet von ihrer anderen Adresse, beide aus dem Verlauf', en: 'Anna answers from her other address, both of them of the thread' },
    { to: ['Anna Müller <anna@elm.example>'], composeType: 'reply', openedWith: ['Anna Müller <anna@elm.example>', 'Anna Müller <anna@oak.example>'] },
    'passed',
  ),
  example(
    { de: 'Vornamen und Postfächer sind keine Namen', en: 'first names and mailboxes are no names' },
    { to: ['Anna <anna@oak.example>', 'Anna <anna@elm.example>', 'Info <info@ash.example>', 'Info <info@fir.example>', 'carla@gmx.de', 'carla@web.de'] },
    'passed',
  ),
  example(
    { de: 'ein ähnlicher, aber anderer Name', en: 'a similar but different name' },
    { to: ['Eva Müller <eva@elm.example>'], cc: ['Eva Möller <eva.moeller@own.example>'] },
    'passed',
  ),
  example(
    { de: 'das private Postfach einer Kollegin ist Sache einer anderen Regel', en: 'a colleague’s private mailbox is another rule’s business' },
    { to: ['Eva Öller <eva.oeller@gmx.de>'], cc: ['Eva Öller <eva.oeller@own.example>'] },
    'passed',
  ),
  example(
    { de: 'eine Adresse, die so heißen darf', en: 'an address that may bear the name' },
    { to: ['Mara Own <mara@elm.example>', 'anna@oak.example'] },
    'passed',
    { options: { exempt: ['mara@elm.example'] } },
  ),
  example({ de: 'nur Kollegen', en: 'colleagues only' }, { to: ['Eva Own <eva@own.example>', 'Eva Own <eva.own@own.example>'] }, 'notApplicable'),
];
