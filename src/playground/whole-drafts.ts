import type { Language } from '../core/rule';
import type { EntrySetup, ItemSetup } from '../simulator/item';
import { addressBook, OWNER } from './address-book';
import type { OpenableDraft } from './drafts';
import { UNCHANGED } from './service-conditions';
import { WORDS } from './words';

/** Where an invitation is written from the beginning. */
export const emptyMeeting: OpenableDraft = {
  name: 'meeting',
  title: { de: WORDS.de.kinds.meeting.empty, en: WORDS.en.kinds.meeting.empty },
  item: () => ({ kind: 'meeting', from: OWNER }),
  purpose: null,
  openedWith: null,
  service: UNCHANGED,
};

/** Mails and meetings as people write them; what is known of their recipients is in the service's demo contacts. */
export const wholeDrafts: readonly OpenableDraft[] = [
  draft('holidays', { de: 'Betriebsferien: ein Rundschreiben an sechs Kunden', en: 'Christmas closing: a circular to six customers' }, (language) => ({
    to: people('anna', 'ben', 'cem', 'dora', 'emil', 'gustav'),
    cc: people('finn'),
    ...text(language, {
      de: ['Betriebsferien zum Jahreswechsel', 'Guten Tag,\n\nvom 23. Dezember bis zum 6. Januar bleibt unser Büro geschlossen. In dringenden Fällen erreichen Sie uns mobil.\n\nIhnen allen erholsame Feiertage!\n\nFreundliche Grüße\nMara Own'],
      en: ['We are closed over Christmas', 'Dear all,\n\nour office is closed from 23 December to 6 January. In urgent cases you can reach us by mobile phone.\n\nHave a restful holiday!\n\nKind regards\nMara Own'],
    }),
  })),
  draft('newsletter', { de: 'Newsletter: alle in An, nicht alle haben zugestimmt', en: 'Newsletter: everybody in To, and not all have agreed' }, (language) => ({
    to: people('anna', 'ben', 'cem', 'dora', 'otto', 'paula'),
    ...text(language, {
      de: ['Unser Newsletter im November', 'Guten Tag,\n\nhier sind die Neuigkeiten aus unserem Haus: die neue Werkstatt ist fertig, und im Dezember gibt es 10 % Rabatt auf alle Stühle.\n\nSie können sich jederzeit vom Newsletter abmelden.\n\nFreundliche Grüße\nMara Own'],
      en: ['Our newsletter for November', 'Hello,\n\nhere is the news from our house: the new workshop is ready, and in December there is a 10% discount on all chairs.\n\nYou can unsubscribe from this newsletter at any time.\n\nKind regards\nMara Own'],
    }),
  })),
  draft('abroad', { de: 'Personalliste an zwei Standorte außerhalb der EU', en: 'A staff list to two sites outside the EU' }, (language) => ({
    to: people('jaya'),
    cc: people('lale', 'eva'),
    attachments: [{ name: language === 'de' ? 'Personalliste 2026.xlsx' : 'Staff list 2026.xlsx', size: 48_200 }],
    ...text(language, {
      de: ['Personalliste', 'Hallo Jaya,\n\nanbei die Liste mit den Namen, Geburtsdaten und Gehaltsgruppen für das Projekt.\n\nViele Grüße\nMara'],
      en: ['Staff list', 'Hi Jaya,\n\nplease find attached the list with names, dates of birth and pay grades for the project.\n\nBest\nMara'],
    }),
  })),
  draft('reply', { de: 'Antwort an eine Kundin: nichts zu beanstanden', en: 'A reply to one customer: nothing to object to' }, (language) => ({
    composeType: 'reply',
    to: people('anna'),
    cc: people('finn'),
    ...text(language, {
      de: ['AW: Termin am Dienstag', 'Hallo Anna,\n\n14 Uhr passt uns gut. Finn bringt die Zeichnungen mit.\n\nViele Grüße\nMara'],
      en: ['RE: Tuesday', 'Hi Anna,\n\n2 pm suits us well. Finn will bring the drawings.\n\nBest\nMara'],
    }),
  })),
  draft('tour', { de: 'Besprechung: sechs Kunden zur Werksführung eingeladen', en: 'A meeting: six customers invited to a tour of the works' }, (language) => ({
    kind: 'meeting',
    requiredAttendees: people('anna', 'ben', 'cem', 'dora', 'emil', 'gustav'),
    optionalAttendees: people('finn'),
    ...text(language, {
      de: ['Werksführung am 9. Dezember', 'Guten Tag,\n\nam Mittwoch, dem 9. Dezember, zeigen wir Ihnen von 10 bis 12 Uhr die neue Werkstatt. Für Kaffee ist gesorgt.\n\nFreundliche Grüße\nMara Own'],
      en: ['A tour of the works on 9 December', 'Hello,\n\non Wednesday, 9 December, from 10 to 12 we will show you the new workshop. There will be coffee.\n\nKind regards\nMara Own'],
    }),
  })),
  draft('crowd', { de: 'Rundschreiben an 130 Adressen', en: 'A circular to 130 addresses' }, (language) => ({
    to: Array.from({ length: 130 }, (_, index) => ({ emailAddress: `office@firm${index + 1}.example` })),
    ...text(language, {
      de: ['Neue Bankverbindung', 'Guten Tag,\n\nbitte beachten Sie unsere neue Bankverbindung ab 1. Januar.\n\nFreundliche Grüße\nMara Own'],
      en: ['New bank details', 'Hello,\n\nplease note our new bank details from 1 January.\n\nKind regards\nMara Own'],
    }),
  })),
];

function draft(name: string, title: OpenableDraft['title'], item: OpenableDraft['item']): OpenableDraft {
  return { name, title, item: (language) => ({ from: OWNER, ...item(language) }), purpose: null, openedWith: null, service: UNCHANGED };
}

function text(language: Language, words: { readonly [L in Language]: readonly [subject: string, body: string] }): Pick<ItemSetup, 'subject' | 'body'> {
  const [subject, body] = words[language];
  return { subject, body: { text: body } };
}

function people(...locals: readonly string[]): readonly EntrySetup[] {
  return locals.map((local) => {
    const known = addressBook.find(({ address }) => address.startsWith(`${local}@`));
    if (!known) throw new Error(`Nobody in the address book is called ${local}.`);
    return { displayName: known.name, emailAddress: known.address, recipientType: known.address.endsWith('@own.example') ? 'user' : 'externalUser' };
  });
}
