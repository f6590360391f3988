import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';

/** `quoted`: earlier messages in the body; missing where the body could not be read. */
export type Messages = {
  goesToSeveral: { people: number; quoted?: number };
  unclearRecipients: { unclear: number; people: number; quoted?: number };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Antwort an mehrere Externe',
    messages: {
      goesToSeveral: ({ people, quoted }) => `Die Antwort geht an ${counted(people, 'eine externe Person', 'externe Personen')} aus mehr als einer Organisation.${quotedDe(quoted)}`,
      unclearRecipients: ({ unclear, people, quoted }) => `Die Antwort geht an ${counted(unclear, 'einen unklaren Eintrag', 'unklare Einträge')}${people > 0 ? ` und ${counted(people, 'eine externe Person', 'externe Personen')}` : ''}, womöglich an mehrere Organisationen.${quotedDe(quoted)}`,
    },
  },
  en: {
    title: 'Reply to several external people',
    messages: {
      goesToSeveral: ({ people, quoted }) => `The reply goes to ${counted(people, 'one external person', 'external people')} of more than one organisation.${quotedEn(quoted)}`,
      unclearRecipients: ({ unclear, people, quoted }) => `The reply goes to ${counted(unclear, 'one unclear entry', 'unclear entries')}${people > 0 ? ` and ${counted(people, 'one external person', 'external people')}` : ''}, perhaps to several organisations.${quotedEn(quoted)}`,
    },
  },
};

function quotedDe(quoted: number | undefined): string {
  return quoted ? ` Mit ihr geht der zitierte Verlauf: ${counted(quoted, 'eine frühere Nachricht', 'frühere Nachrichten')}.` : '';
}

function quotedEn(quoted: number | undefined): string {
  return quoted ? ` The quoted thread goes along: ${counted(quoted, 'one earlier message', 'earlier messages')}.` : '';
}
