import { oneLine } from '../../core/one-line';
import { counted, listed } from '../listing';
import type { Language, RuleText } from '../../core/rule';

type Files = { files: readonly string[] };

export interface Messages {
  disguised: Files;
  programs: Files;
  listsOfPeople: Files;
  tablesToMany: Files & { organisations: number };
  macros: Files;
  archives: Files;
  tooLarge: { megabytes: number; limit: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Anhang prüfen',
    messages: {
      disguised: ({ files }) => `${files.length === 1 ? 'Der Name täuscht über die Art der Datei' : 'Die Namen täuschen über die Art der Dateien'}: ${named(files, 'de')}.`,
      programs: ({ files }) => `${files.length === 1 ? 'Ein Anhang ist ein Programm oder Skript' : 'Anhänge sind Programme oder Skripte'}: ${named(files, 'de')}. Solche Dateien können Schaden anrichten und werden oft abgewiesen.`,
      listsOfPeople: ({ files }) => `${files.length === 1 ? 'Ein Anhang enthält' : 'Anhänge enthalten'} womöglich Daten vieler Personen: ${named(files, 'de')}. Prüfen Sie, ob sie nach außen gehen sollen.`,
      tablesToMany: ({ files, organisations }) => `${files.length === 1 ? 'Eine Tabelle geht' : 'Tabellen gehen'} an ${counted(organisations, 'eine Organisation', 'Organisationen')} außerhalb: ${named(files, 'de')}. Prüfen Sie auch ausgeblendete Zeilen und Blätter.`,
      macros: ({ files }) => `${files.length === 1 ? 'Ein Anhang kann' : 'Anhänge können'} Makros enthalten, und die weisen viele Empfänger ab: ${named(files, 'de')}.`,
      archives: ({ files }) => `Was in ${files.length === 1 ? 'diesem Archiv' : 'diesen Archiven'} steckt, ist nicht geprüft: ${named(files, 'de')}.`,
      tooLarge: ({ megabytes, limit }) => `Die Anhänge sind zusammen ${megabytesText(megabytes, 'ein')} groß. Mehr als ${megabytesText(limit, 'ein')} weisen manche Server ab.`,
    },
  },
  en: {
    title: 'Check the attachment',
    messages: {
      disguised: ({ files }) => `${files.length === 1 ? 'The name hides what kind of file this is' : 'The names hide what kind of files these are'}: ${named(files, 'en')}.`,
      programs: ({ files }) => `${files.length === 1 ? 'An attachment is a program or script' : 'Attachments are programs or scripts'}: ${named(files, 'en')}. Such files may do harm and are often turned away.`,
      listsOfPeople: ({ files }) => `${files.length === 1 ? 'An attachment' : 'Attachments'} may hold data of many people: ${named(files, 'en')}. Check that this is meant to go outside.`,
      tablesToMany: ({ files, organisations }) => `${files.length === 1 ? 'A table goes' : 'Tables go'} to ${counted(organisations, 'one organisation', 'organisations')} outside: ${named(files, 'en')}. Check hidden rows and sheets as well.`,
      macros: ({ files }) => `${files.length === 1 ? 'An attachment' : 'Attachments'} may hold macros, which are often turned away: ${named(files, 'en')}.`,
      archives: ({ files }) => `What is in ${files.length === 1 ? 'this archive' : 'these archives'} has not been checked: ${named(files, 'en')}.`,
      tooLarge: ({ megabytes, limit }) => `The attachments amount to ${megabytesText(megabytes, 'one')}. Some servers turn away more than ${megabytesText(limit, 'one')}.`,
    },
  },
};

/** The end of a name says what the file is, so names are cut in the middle. */
function named(files: readonly string[], language: Language): string {
  return listed(files.map((file) => {
    const name = oneLine(file);
    const letters = Array.from(name.length > 300 ? name.slice(0, 100) + name.slice(-100) : name);
    return letters.length <= 32 ? name : `${letters.slice(0, 18).join('')}…${letters.slice(-13).join('')}`;
  }), language, 2);
}

function megabytesText(megabytes: number, one: string): string {
  return `${megabytes === 1 ? one : megabytes} MB`;
}
