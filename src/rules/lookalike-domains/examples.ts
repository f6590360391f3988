import { example } from '../example';

const NOT_IN_USE = { inUse: false, resembles: [] };
const PARTNERS = { partners: ['ahornwerk.example', '*.mail.oak.example', 'buero@modern.example', 'lindenhof.example'] };

export const examples = [
  example(
    { de: 'zwei vertauschte Buchstaben in der Domain eines Partners', en: 'two letters in the wrong order in a partner’s domain' },
    { to: ['Anna Ahorn <anna@ahornwrek.example>', 'ben@ahornwrek.example'], cc: ['bea@elm.example'], subject: 'Angebot' },
    { finds: 'resemblesKnown', data: { people: 2, domain: 'ahornwrek.example', known: 'ahornwerk.example', kind: 'typo' }, about: ['anna@ahornwrek.example', 'ben@ahornwrek.example'] },
    { options: PARTNERS },
  ),
  example(
    { de: 'ein vergessener Punkt', en: 'a dot left out' },
    { to: ['anna@mailoak.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'mailoak.example', known: 'mail.oak.example', kind: 'punctuation' } },
    { options: PARTNERS },
  ),
  example(
    { de: 'rn statt m', en: 'rn instead of m' },
    { to: ['anna@modem.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'modem.example', known: 'modern.example', kind: 'homoglyph' } },
    { options: PARTNERS },
  ),
  example(
    { de: 'die eigene Domain, vertippt', en: 'one’s own domain, mistyped' },
    { to: ['eva@onw.example', 'finn@own.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'onw.example', known: 'own.example', kind: 'typo' }, about: ['eva@onw.example'] },
  ),
  example(
    { de: 'die eigene Domain mit einer anderen Endung', en: 'one’s own domain with another ending' },
    { to: ['eva@eigenbau.com'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'eigenbau.com', known: 'eigenbau.example', kind: 'otherEnding' } },
    { ownDomains: ['eigenbau.example'] },
  ),
  example(
    { de: 'die eigene Domain als Teil einer fremden', en: 'one’s own domain as a part of a strange one' },
    { to: ['eva@own.example.elm.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'own.example.elm.example', known: 'own.example', kind: 'embedded' } },
  ),
  example(
    { de: 'ein kyrillisches о in der eigenen Domain', en: 'a Cyrillic о in one’s own domain' },
    { to: ['eva@оwn.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'xn--wn-emc.example', known: 'own.example', kind: 'mixedScripts' } },
  ),
  example(
    { de: 'gmial.com', en: 'gmial.com' },
    { to: ['carla@gmial.com'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'gmial.com', known: 'gmail.com', kind: 'typo' } },
  ),
  example(
    { de: 'ein Mailanbieter mit der Endung .con', en: 'a mail provider with the ending .con' },
    { to: ['carla@gmail.con', 'cleo@hotmial.com', 'cora@outlok.de'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'gmail.con', known: 'gmail.com', kind: 'typo', more: 2 }, about: ['carla@gmail.con', 'cleo@hotmial.com', 'cora@outlok.de'] },
  ),
  example(
    { de: 'zwei Domains, die Kontakten gleichen', en: 'two domains like those of contacts' },
    { to: ['anna@ahornwerl.example'], cc: ['karl@birkengrumd.example', 'kim@birkengrumd.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'ahornwerl.example', known: 'ahornwerk.example', kind: 'typo', more: 1 } },
    { domains: { 'ahornwerl.example': { inUse: false, resembles: ['ahornwerk.example'] }, 'birkengrumd.example': { inUse: false, resembles: ['birkengrund.example'] } } },
  ),
  example(
    { de: 'der Dienst antwortet nicht, doch ein Partner wurde vertippt', en: 'the service does not answer, but a partner was mistyped' },
    { to: ['lea@lindenhoff.example', 'bea@elm.example'] },
    { finds: 'resemblesKnown', data: { people: 1, domain: 'lindenhoff.example', known: 'lindenhof.example', kind: 'typo' } },
    { options: PARTNERS, domains: { 'lindenhoff.example': 'timeout', 'elm.example': 'timeout' } },
  ),
  example(
    { de: 'eine andere Endung als die eines Kontakts ist nur ein Hinweis', en: 'another ending than a contact’s is only a hint' },
    { to: ['anna@ahornwerk.de'] },
    { finds: 'resemblesKnown', severity: 'notice', data: { people: 1, domain: 'ahornwerk.de', known: 'ahornwerk.com', kind: 'otherEnding' } },
    { domains: { 'ahornwerk.de': { inUse: false, resembles: ['ahornwerk.com'] } } },
  ),
  example(
    { de: 'ein Wort mehr als bei einem Kontakt ist nur ein Hinweis', en: 'a word more than a contact’s is only a hint' },
    { to: ['anna@ahornwerk-gmbh.example', 'abel@ahornwerk-gmbh.example', 'leo@hof-linden.example'] },
    [
      { finds: 'resemblesKnown', data: { people: 1, domain: 'hof-linden.example', known: 'linden-hof.example', kind: 'swappedLabels' } },
      { finds: 'resemblesKnown', severity: 'notice', data: { people: 2, domain: 'ahornwerk-gmbh.example', known: 'ahornwerk.example', kind: 'addedWord' } },
    ],
    { domains: { 'ahornwerk-gmbh.example': { inUse: false, resembles: ['ahornwerk.example'] }, 'hof-linden.example': { inUse: false, resembles: ['linden-hof.example'] } } },
  ),
  example(
    { de: 'im Verlauf hieß die Domain anders', en: 'the domain had another name in the thread' },
    { to: ['Anna Ahorn <anna@ahornwrk.example>'], composeType: 'reply', openedWith: ['anna@ahornwerk.example'], subject: 'AW: Termin' },
    { finds: 'resemblesThread', data: { people: 1, domain: 'ahornwrk.example', known: 'ahornwerk.example', kind: 'typo' }, about: ['anna@ahornwrk.example'] },
  ),
  example(
    { de: 'im zitierten Verlauf hieß die Domain anders', en: 'the domain had another name in the quoted thread' },
    { to: ['anna@aho-rnwerk.example', 'abel@aho-rnwerk.example'], composeType: 'reply', subject: 'AW: Termin', body: 'Gern.\n\nVon: Anna Ahorn <anna@ahornwerk.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Mara Own <mara@own.example>\nBetreff: Termin\n\nPasst Dienstag?' },
    { finds: 'resemblesThread', data: { people: 2, domain: 'aho-rnwerk.example', known: 'ahornwerk.example', kind: 'punctuation' } },
  ),
  example(
    { de: 'eine Antwort an eine gefälschte Domain', en: 'an answer to a forged domain' },
    { to: ['chef@0wn.example'], composeType: 'reply', openedWith: ['chef@0wn.example'], subject: 'AW: Dringende Überweisung' },
    { finds: 'resemblesKnown', data: { people: 1, domain: '0wn.example', known: 'own.example', kind: 'homoglyph' } },
  ),
  example(
    { de: 'zwei fast gleiche Domains in einer Nachricht', en: 'two domains nearly alike in one message' },
    { to: ['anna@ahornwerk.example', 'abel@ahornwerk.example'], cc: ['arno@ahornwek.example'] },
    { finds: 'resemblesRecipient', data: { people: 1, domain: 'ahornwek.example', known: 'ahornwerk.example', kind: 'typo' }, about: ['arno@ahornwek.example'] },
    { domains: { 'ahornwek.example': NOT_IN_USE, 'ahornwerk.example': NOT_IN_USE } },
  ),
  example(
    { de: 'drei fast gleiche Domains, und der Dienst antwortet nicht', en: 'three domains nearly alike, and the service does not answer' },
    { to: ['anna@ahornwerk.example', 'abel@ahornwerk.example', 'alma@ahornwerk.example'], cc: ['arno@ahornwek.example', 'anke@ahornwek.example', 'ali@ahorn-werk.example'] },
    { undetermined: 'resemblesRecipient', severity: 'notice', data: { people: 2, domain: 'ahornwek.example', known: 'ahornwerk.example', kind: 'typo', more: 1 }, about: ['arno@ahornwek.example', 'anke@ahornwek.example', 'ali@ahorn-werk.example'] },
    { domains: { 'ahornwek.example': 'timeout', 'ahornwerk.example': 'timeout', 'ahorn-werk.example': 'timeout' } },
  ),
  example(
    { de: 'ein Name in gemischten Schriftzeichen, der niemandem gleicht', en: 'a name in mixed letters that resembles nobody’s' },
    { to: ['anna@фоlter.example', 'abel@фоlter.example'], cc: ['ben@ωmega-plus.example'] },
    { finds: 'mixesScripts', data: { people: 2, domain: 'xn--lter-45d9a.example', more: 1 } },
  ),
  example(
    { de: 'der Dienst antwortet nicht', en: 'the service does not answer' },
    { to: ['anna@oak.example', 'ben@elm.example'] },
    { undetermined: 'noAnswer', severity: 'notice', data: { people: 2, reason: 'timeout' } },
    { domains: { 'oak.example': 'timeout', 'elm.example': 'timeout' } },
  ),
  example(
    { de: 'nach einer Domain hat niemand gefragt', en: 'nobody asked about one domain' },
    { to: ['anna@oak.example', 'ben@elm.example'] },
    { undetermined: 'noAnswer', severity: 'notice', data: { people: 1, reason: 'notAsked' }, about: ['ben@elm.example'] },
    { domains: { 'oak.example': NOT_IN_USE } },
  ),
  example(
    { de: 'Partner, ihre Unterdomains und ihre andere Endung, die beide bekannt sind', en: 'partners, what lies below them, and their other ending, both of them known' },
    { to: ['anna@ahornwerk.example', 'abel@post.ahornwerk.example', 'ada@ahornwerk.de', 'max@modern.example'] },
    'passed',
    { options: { partners: ['ahornwerk.example', 'AHORNWERK.de', 'buero@modern.example'] }, domains: { 'ahornwerk.example': NOT_IN_USE, 'post.ahornwerk.example': NOT_IN_USE, 'ahornwerk.de': NOT_IN_USE, 'modern.example': { inUse: false, resembles: ['modem.example'] } } },
  ),
  example(
    { de: 'zwei Kontakte, deren Domains sich gleichen', en: 'two contacts whose domains are alike' },
    { to: ['anna@ahornwerk.example', 'abel@ahornwerl.example'] },
    'passed',
    { domains: { 'ahornwerk.example': { inUse: true, resembles: ['ahornwerl.example'] }, 'ahornwerl.example': { inUse: true, resembles: ['ahornwerk.example'] } } },
  ),
  example(
    { de: 'bekannte Mailanbieter, die einander gleichen', en: 'well-known mail providers that are alike' },
    { to: ['a@gmx.de', 'b@gmx.net', 'c@web.de', 'd@gmail.com', 'e@ymail.com', 'f@hotmail.de', 'g@mail.com'] },
    'passed',
    { domains: { 'gmx.de': NOT_IN_USE, 'gmx.net': NOT_IN_USE, 'web.de': NOT_IN_USE, 'gmail.com': NOT_IN_USE, 'ymail.com': NOT_IN_USE, 'hotmail.de': NOT_IN_USE, 'mail.com': NOT_IN_USE } },
  ),
  example(
    { de: 'kurze Namen, die einander nur ähneln', en: 'short names that are merely alike' },
    { to: ['a@ibg.de', 'b@bmi.bund.de', 'c@oak.com'] },
    'passed',
    { domains: { 'ibg.de': { inUse: false, resembles: ['ing.de'] }, 'bmi.bund.de': { inUse: false, resembles: ['bmw.de'] }, 'oak.com': { inUse: false, resembles: ['oak.example'] } } },
  ),
  example(
    { de: 'Namen, die sich in einer Ziffer unterscheiden', en: 'names that differ in a digit' },
    { to: ['a@schule12.example', 'b@schule13.example'] },
    'passed',
    { domains: { 'schule12.example': NOT_IN_USE, 'schule13.example': NOT_IN_USE } },
  ),
  example(
    { de: 'ein ehrlicher Name in einer anderen Schrift', en: 'an honest name in another alphabet' },
    { to: ['anna@пример.example', 'ben@müller.example'] },
    'passed',
    { domains: { 'xn--e1afmkfd.example': NOT_IN_USE, 'xn--mller-kva.example': NOT_IN_USE } },
  ),
  example({ de: 'nur Kollegen', en: 'colleagues only' }, { to: ['eva@own.example', 'finn@mail.own.example'] }, 'notApplicable'),
];
