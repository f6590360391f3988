import type { Language, RuleText } from '../../core/rule';
import { quoted } from '../listing';

interface Messages {
  /** The draft's own words for the attachment. */
  nothingAttached: { seen: string };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Anhang vergessen?',
    messages: { nothingAttached: ({ seen }) => `Der Text spricht von einem Anhang (${quoted(seen, 'de')}), es ist aber keine Datei angehängt.` },
  },
  en: {
    title: 'Attachment forgotten?',
    messages: { nothingAttached: ({ seen }) => `The text speaks of an attachment (${quoted(seen, 'en')}), but no file is attached.` },
  },
};
