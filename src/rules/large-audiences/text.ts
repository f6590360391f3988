import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';

export type Messages = {
  /** `onLists`: how many of them are reached through lists only. */
  manyPeople: { people: number; onLists?: number };
  listsOfAnySize: { lists: number; people: number };
  unclearAddresses: { unclear: number; people: number };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Sehr viele Empfänger',
    messages: {
      manyPeople: ({ people, onLists }) => `Die Nachricht geht an ${counted(people, 'eine externe Person', 'externe Personen')}${onLists ? `, ${counted(onLists, 'eine davon', 'davon')} über Verteilerlisten` : ''}. Bei so vielen sind Serienmail oder Newsletter-Dienst sicherer als Bcc.`,
      listsOfAnySize: ({ lists, people }) => `${counted(lists, 'Eine Verteilerliste oder Kontaktgruppe kann', 'Verteilerlisten oder Kontaktgruppen können')} beliebig viele Personen enthalten${people > 0 ? `, neben ${counted(people, 'einer externen Person', 'externen Personen')}` : ''}.`,
      unclearAddresses: ({ unclear, people }) => `Bei ${counted(unclear, 'einem Eintrag', 'Einträgen')}${people > 0 ? ` neben ${counted(people, 'einer externen Person', 'externen Personen')}` : ''} ist nicht zu erkennen, wer dahintersteht. Es könnten sehr viele Externe sein.`,
    },
  },
  en: {
    title: 'Very many recipients',
    messages: {
      manyPeople: ({ people, onLists }) => `This mail goes to ${counted(people, 'one external person', 'external people')}${onLists ? `, ${counted(onLists, 'one of them', 'of them')} through distribution lists` : ''}. With so many, mail merge or a newsletter service is safer than Bcc.`,
      listsOfAnySize: ({ lists, people }) => `${counted(lists, 'One distribution list or contact group', 'distribution lists or contact groups')} may hold any number of people${people > 0 ? `, beside ${counted(people, 'one external person', 'external people')}` : ''}.`,
      unclearAddresses: ({ unclear, people }) => `It cannot be told who is behind ${counted(unclear, 'one entry', 'entries')}${people > 0 ? ` beside ${counted(people, 'one external person', 'external people')}` : ''}. The mail may go to very many outside.`,
    },
  },
};
