import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

export type Condition = 'met' | 'notMet' | 'unknown';

export type Customers = About & {
  /** § 7 (3) no. 1 to 4 UWG, in this order. */
  conditions: readonly Condition[];
  /** What no. 4 fails by, or hangs on: the notice given when the address was collected, or the one in this mail. */
  notice: 'before' | 'here' | 'both';
};

export type Messages = { notMet: Customers; unclear: Customers; formerCustomer: About };

const WORDS = {
  de: {
    of: 'Bestandskundenausnahme', person: 'eine Person', people: 'Personen',
    states: { notMet: 'nicht erfüllt', unknown: 'ungeklärt', met: 'erfüllt' },
    conditions: ['Adresse aus Kauf', 'ähnliche Angebote', 'kein Widerspruch'],
    notice: { before: 'Hinweis bei Erhebung', here: 'Hinweis zum Abbestellen', both: 'Widerspruchshinweise' },
  },
  en: {
    of: 'Exception for existing customers', person: 'one person', people: 'people',
    states: { notMet: 'not met', unknown: 'not known', met: 'met' },
    conditions: ['address from a sale', 'similar offers', 'no objection'],
    notice: { before: 'objection notice at collection', here: 'way to opt out here', both: 'objection notices' },
  },
} as const;

/** All four, what is not met first. */
function fourConditions(data: Customers, language: Language): string {
  const { of, person, people, states, conditions, notice } = WORDS[language];
  const names: readonly string[] = [...conditions, notice[data.notice]];
  const parts = (['notMet', 'unknown', 'met'] as const)
    .map((state) => ({ state, those: names.filter((_, index) => data.conditions[index] === state) }))
    .filter(({ those }) => those.length > 0)
    .map(({ state, those }) => `${states[state]}: ${those.join(', ')}`);
  return `${leadIn(data, language)}${of} (${counted(data.people, person, people)}) – ${parts.join('; ')}.`;
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Ausnahme für Bestandskunden',
    messages: {
      notMet: (data) => fourConditions(data, 'de'),
      unclear: (data) => fourConditions(data, 'de'),
      formerCustomer: (data) => `${leadIn(data, 'de')}Bei ${counted(data.people, 'einer Person', 'Personen')} gilt die Ausnahme für Bestandskunden (§ 7 Abs. 3 UWG) nicht mehr.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Exception for existing customers',
    messages: {
      notMet: (data) => fourConditions(data, 'en'),
      unclear: (data) => fourConditions(data, 'en'),
      formerCustomer: (data) => `${leadIn(data, 'en')}The exception for existing customers (Section 7(3) UWG) no longer covers ${counted(data.people, 'one person', 'people')}.`,
    },
    remedy: 'Remove recipients',
  },
};
