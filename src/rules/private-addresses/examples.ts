import { example } from '../example';

export const examples = [
  example(
    { de: 'an das eigene private Postfach', en: 'to one’s own private mailbox' },
    { to: ['mara.own@gmx.de'], from: 'Mara Own <mara@own.example>', subject: 'Preisliste', attachments: ['Preise.xlsx'] },
    { finds: 'ownAddress', data: { people: 1, address: 'mara.own@gmx.de' }, about: ['mara.own@gmx.de'] },
  ),
  example(
    { de: 'drei eigene Postfächer, verschieden geschrieben', en: 'three mailboxes of one’s own, written differently' },
    { to: ['Own_Mara81@web.de', 'maraown@gmail.com', 'Mara Own <sonne@posteo.de>', 'anna@oak.example'] },
    { finds: 'ownAddress', data: { people: 3, address: 'Own_Mara81@web.de' }, about: ['own_mara81@web.de', 'maraown@gmail.com', 'sonne@posteo.de'] },
  ),
  example(
    { de: 'der Name steht nur in der dienstlichen Adresse', en: 'the name stands in the work address only' },
    { to: ['jane.koenig@icloud.com'], from: 'jane.koenig@own.example' },
    { finds: 'ownAddress', data: { people: 1, address: 'jane.koenig@icloud.com' } },
  ),
  example(
    { de: 'das private Postfach einer Kollegin in Cc', en: 'the private mailbox of a colleague in Cc' },
    { to: ['eva.koenig@t-online.de', 'anna@oak.example'], cc: ['König, Eva <e.koenig@own.example>'] },
    { finds: 'colleaguesAddress', data: { people: 1, address: 'eva.koenig@t-online.de', name: 'König, Eva' }, about: ['eva.koenig@t-online.de'] },
  ),
  example(
    { de: 'private Postfächer zweier Kollegen aus dem Verlauf', en: 'private mailboxes of two colleagues of the thread' },
    { to: ['eva.koenig@gmx.de', 'roth.finn@gmx.de'], composeType: 'reply', openedWith: ['Eva König <eva@own.example>', 'Finn Roth <finn@own.example>'] },
    { finds: 'colleaguesAddress', data: { people: 2, address: 'eva.koenig@gmx.de', name: 'Eva König' } },
  ),
  example(
    { de: 'die Kollegin schrieb selbst von ihrem privaten Postfach', en: 'the colleague wrote from her private mailbox herself' },
    { to: ['Eva König <eva.koenig@gmx.de>'], cc: ['Eva König <eva@own.example>'], composeType: 'reply', openedWith: ['Eva König <eva.koenig@gmx.de>'] },
    { finds: 'colleaguesAddress', severity: 'notice', data: { people: 1, address: 'eva.koenig@gmx.de', name: 'Eva König' } },
  ),
  example(
    { de: 'nur der Anfangsbuchstabe vor dem Nachnamen', en: 'only the initial before the last name' },
    { to: ['m.schneider@web.de', 'schneiderm@gmx.de'], from: 'Mara Schneider <mara@own.example>' },
    { finds: 'ownAddress', severity: 'notice', data: { people: 2, address: 'm.schneider@web.de' } },
  ),
  example(
    { de: 'der Name ohne die Punkte auf den Umlauten', en: 'the name without the dots on its umlauts' },
    { to: ['jorg.muller@gmx.de'], from: 'Jörg Müller <joerg.mueller@own.example>' },
    { finds: 'ownAddress', data: { people: 1, address: 'jorg.muller@gmx.de' } },
  ),
  example(
    { de: 'nur der Anfangsbuchstabe, auch in der dienstlichen Adresse', en: 'only the initial, in the work address as well' },
    { to: ['m.schneider@web.de', 'anna@oak.example'], from: 'm.schneider@own.example' },
    { finds: 'ownAddress', severity: 'notice', data: { people: 1, address: 'm.schneider@web.de' } },
  ),
  example(
    { de: 'das eigene und das Postfach eines Kollegen', en: 'one’s own mailbox and a colleague’s' },
    { to: ['mara.own@gmx.de', 'finn.roth@gmx.de'], cc: ['Finn Roth <finn@own.example>'] },
    [
      { finds: 'ownAddress', data: { people: 1, address: 'mara.own@gmx.de' } },
      { finds: 'colleaguesAddress', data: { people: 1, address: 'finn.roth@gmx.de', name: 'Finn Roth' } },
    ],
  ),
  example(
    { de: 'Kundinnen bei Mailanbietern', en: 'clients at mail providers' },
    { to: ['carla.linde@gmx.de', 'mara@gmx.de', 'own@web.de', 'm.own@gmx.de', 'clara.owner@gmail.com'] },
    'passed',
  ),
  example(
    { de: 'derselbe Name bei einem Kunden ist Sache einer anderen Regel', en: 'the same name at a client is another rule’s business' },
    { to: ['Mara Own <mara.own@oak.example>'] },
    'passed',
  ),
  example(
    { de: 'jemand gleichen Nachnamens und Anfangsbuchstabens', en: 'somebody of the same last name and initial' },
    { to: ['Martin Schneider <m.schneider@gmx.de>', 'Max Schneider <schneiderm@gmx.de>'], from: 'Mara Schneider <m.schneider@own.example>' },
    'passed',
  ),
  example(
    { de: 'jemand gleichen Nachnamens', en: 'somebody of the same last name' },
    { to: ['karl.schneider@web.de'], from: 'Mara Schneider <mara.schneider@own.example>' },
    'passed',
  ),
  example(
    { de: 'ein erlaubtes privates Postfach', en: 'a private mailbox that is allowed' },
    { to: ['mara.own@gmx.de', 'anna@oak.example'] },
    'passed',
    { options: { exempt: ['mara.own@gmx.de'] } },
  ),
  example(
    { de: 'wer selbst bei einem Mailanbieter schreibt', en: 'whoever writes from a mail provider' },
    { to: ['mara.own@web.de'], from: 'Mara Own <mara.own@gmx.de>' },
    'notApplicable',
    { ownDomains: [] },
  ),
  example({ de: 'nur Kollegen', en: 'colleagues only' }, { to: ['eva@own.example'] }, 'notApplicable'),
];
