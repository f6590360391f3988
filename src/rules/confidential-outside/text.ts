import type { Language, RuleText } from '../../core/rule';
import { listed, quoted } from '../listing';

export type MarkedBy = 'label' | 'category' | 'subject';

interface Messages {
  goesOutside: { mark: string; by: MarkedBy; people: number; addresses: readonly string[] };
  unclear: { mark: string; by: MarkedBy; people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Vertrauliches geht nach außen',
    messages: {
      goesOutside: ({ mark, by, people, addresses }) => `Gekennzeichnet als ${quoted(mark, 'de')} (${BY.de[by]}), geht aber ${people === 1 ? 'nach außen' : `an ${people} Personen außerhalb Ihrer Organisation`}: ${listed(addresses, 'de', 1)}.`,
      unclear: ({ mark, by, people }) => `Gekennzeichnet als ${quoted(mark, 'de')} (${BY.de[by]}). Ob ${people === 1 ? 'ein Empfänger zu Ihrer Organisation gehört' : `${people} Empfänger zu Ihrer Organisation gehören`}, ist nicht zu erkennen.`,
    },
    remedy: 'Externe entfernen',
  },
  en: {
    title: 'Confidential matters leave the organisation',
    messages: {
      goesOutside: ({ mark, by, people, addresses }) => `Marked ${quoted(mark, 'en')} (${BY.en[by]}), yet it goes ${people === 1 ? 'outside' : `to ${people} people outside your organisation`}: ${listed(addresses, 'en', 1)}.`,
      unclear: ({ mark, by, people }) => `Marked ${quoted(mark, 'en')} (${BY.en[by]}). It cannot be told whether ${people === 1 ? 'one recipient belongs' : `${people} recipients belong`} to your organisation.`,
    },
    remedy: 'Remove outsiders',
  },
};

const BY: { readonly [L in Language]: { readonly [B in MarkedBy]: string } } = {
  de: { label: 'Vertraulichkeitsbezeichnung', category: 'Kategorie', subject: 'Betreff' },
  en: { label: 'sensitivity label', category: 'category', subject: 'subject' },
};
