import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [];

export const explanation: { readonly [L in Language]: Explanation<Record<'words', unknown>> } = {
  de: {
    why: 'Ein vergessener Anhang kostet Rückfragen, und die eilige zweite E-Mail ist die, bei der falsche Dateien und falsche Empfänger unterlaufen. Hängen Sie die Datei an oder ändern Sie den Satz. Zitierte Nachrichten, Signatur und Links zählen nicht mit, ebenso wenig Bilder im Text. Dateien, die Outlook als Link auf OneDrive oder SharePoint anhängt, kann das Add-in nicht sehen; in diesem Fall können Sie einfach weitermachen. Kein Gesetz verlangt diese Prüfung.',
    options: { words: 'Weitere Wörter, die einen Anhang ankündigen' },
  },
  en: {
    why: 'A forgotten attachment costs questions, and the hurried second mail is the one in which wrong files and wrong recipients slip in. Attach the file or change the sentence. Quoted messages, the signature and links do not count, nor do pictures inside the text. Files that Outlook attaches as a link to OneDrive or SharePoint cannot be seen by the add-in; in that case simply go on. No law asks for this check.',
    options: { words: 'More words that announce an attachment' },
  },
};
