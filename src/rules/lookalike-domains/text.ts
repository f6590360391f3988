import type { UnknownReason } from '../../core/evidence';
import { shownDomain } from '../../core/domain-name';
import type { LookalikeKind } from '../../core/lookalike/question';
import type { Language, RuleText } from '../../core/rule';
import { counted, quoted, shortened } from '../listing';
import { UNKNOWN_REASONS } from '../unknown-reasons';

/** `more`: further such domains. */
type Strange = { people: number; domain: string; more?: number };
type Double = Strange & { known: string; kind: LookalikeKind };

export type Messages = {
  resemblesKnown: Double;
  resemblesThread: Double;
  resemblesRecipient: Double;
  mixesScripts: Strange;
  noAnswer: { people: number; reason: UnknownReason };
};

const KINDS: { readonly [L in Language]: { readonly [K in LookalikeKind]: string } } = {
  de: {
    mixedScripts: 'fremde Schriftzeichen',
    homoglyph: 'ähnliche Schriftzeichen',
    embedded: 'nur ein Teil davon',
    punctuation: 'Punkt oder Bindestrich',
    typo: 'vertippt?',
    swappedLabels: 'Teile vertauscht',
    addedWord: 'ein Wort mehr oder weniger',
    otherEnding: 'andere Endung',
  },
  en: {
    mixedScripts: 'foreign letters',
    homoglyph: 'letters that look alike',
    embedded: 'only a part of it',
    punctuation: 'dot or hyphen',
    typo: 'a slip?',
    swappedLabels: 'parts swapped',
    addedWord: 'a word more or less',
    otherEnding: 'another ending',
  },
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Domain zum Verwechseln',
    messages: {
      resemblesKnown: (double) => `${at(double, 'de')} ähnelt der bekannten Domain ${like(double, 'de')}.${more(double, 'de')}`,
      resemblesThread: (double) => `${at(double, 'de')} ähnelt ${like(double, 'de')} aus dem bisherigen Verlauf.${more(double, 'de')}`,
      resemblesRecipient: (double) => `${at(double, 'de')} ähnelt ${like(double, 'de')}, wohin diese Nachricht auch geht.${more(double, 'de')}`,
      mixesScripts: (strange) => `${at(strange, 'de')} mischt lateinische mit anderen Schriftzeichen, wie es Fälschungen tun.${more(strange, 'de')}`,
      noAnswer: ({ people, reason }) => `Ob die Domain ${people === 1 ? 'einer Person' : `von ${people} Personen`} einer bekannten ähnelt, konnte nicht geprüft werden: ${UNKNOWN_REASONS.de[reason]}.`,
    },
    remedy: 'Entfernen',
  },
  en: {
    title: 'A domain like a known one',
    messages: {
      resemblesKnown: (double) => `${at(double, 'en')} resembles the known domain ${like(double, 'en')}.${more(double, 'en')}`,
      resemblesThread: (double) => `${at(double, 'en')} resembles ${like(double, 'en')} of the thread so far.${more(double, 'en')}`,
      resemblesRecipient: (double) => `${at(double, 'en')} resembles ${like(double, 'en')}, where this message goes, too.${more(double, 'en')}`,
      mixesScripts: (strange) => `${at(strange, 'en')} mixes Latin with other letters, as forgeries do.${more(strange, 'en')}`,
      noAnswer: ({ people, reason }) => `Whether the domain of ${people === 1 ? 'one person' : `${people} people`} resembles a known one could not be checked: ${UNKNOWN_REASONS.en[reason]}.`,
    },
    remedy: 'Remove',
  },
};

/** `Die Domain „oka.example“ (3 Personen)`; a domain in other letters with its ASCII form, where the forgery shows. */
function at({ people, domain }: Strange, language: Language): string {
  const shown = shownDomain(domain);
  const notes = [...(shown === domain ? [] : [shortened(domain, 30)]), ...(people > 1 ? [`${people} ${language === 'de' ? 'Personen' : 'people'}`] : [])].join(', ');
  return `${language === 'de' ? 'Die Domain' : 'The domain'} ${quoted(shown, language)}${notes === '' ? '' : ` (${notes})`}`;
}

function like({ known, kind }: Double, language: Language): string {
  return `${quoted(shownDomain(known), language)} (${KINDS[language][kind]})`;
}

function more({ more: others }: Strange, language: Language): string {
  if (others === undefined) return '';
  return language === 'de' ? ` Dazu ${counted(others, 'eine weitere solche Domain', 'weitere solche Domains')}.` : ` And ${counted(others, 'one more such domain', 'more such domains')}.`;
}
