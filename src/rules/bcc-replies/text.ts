import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';

export type Messages = { blindCopyShown: { people: number }; blindCopyPerhapsShown: { people: number } };

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Antwort verrät eine Blindkopie',
    messages: {
      blindCopyShown: ({ people }) => `Sie standen nicht in An oder Cc der Nachricht, auf die Sie antworten. ${counted(people, 'Eine Person erfährt', 'Personen erfahren')} so, dass Sie eine Blindkopie bekamen.`,
      blindCopyPerhapsShown: ({ people }) => `Der zitierte Kopf nennt Sie nicht, vielleicht nur wegen eines anderen Namens, Postfachs oder Verteilers. ${counted(people, 'Eine Person könnte', 'Personen könnten')} von einer Blindkopie erfahren.`,
    },
    remedy: 'Andere entfernen',
  },
  en: {
    title: 'Reply shows that there was a blind copy',
    messages: {
      blindCopyShown: ({ people }) => `You were not in To or Cc of the mail you are answering. ${counted(people, 'One person learns', 'people learn')} from it that you got a blind copy.`,
      blindCopyPerhapsShown: ({ people }) => `The quoted heading does not name you, perhaps only because of another name, mailbox or list. ${counted(people, 'One person', 'people')} may learn of a blind copy.`,
    },
    remedy: 'Remove the others',
  },
};
