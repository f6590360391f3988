import type { UnknownReason } from '../../core/evidence';
import type { Language, RuleText } from '../../core/rule';
import { countryName } from '../../reference/country-names';
import { counted } from '../listing';
import { UNKNOWN_REASONS } from '../unknown-reasons';

type Located = { people: number; countries: readonly string[] };

export type Messages = {
  inThirdCountry: Located;
  safeguardExpired: Located;
  underDerogation: Located;
  inPartlyAdequateCountry: Located;
  domainInThirdCountry: Located;
  domainInPartlyAdequateCountry: Located;
  safeguardUnknown: Located & { reason: UnknownReason };
  noAnswer: { people: number; reason: UnknownReason };
  unclearRecipients: { unclear: number };
};

/** Who a decision that is not for the whole country is for, in a few words. */
const SCOPES: { readonly [code: string]: { readonly [L in Language]: string } } = {
  CA: { de: 'gewerbliche Unternehmen', en: 'commercial organisations' },
  JP: { de: 'private Unternehmen', en: 'private businesses' },
  KR: { de: 'Stellen unter koreanischem Datenschutzrecht', en: 'bodies under Korean data protection law' },
  US: { de: 'zertifizierte Unternehmen', en: 'certified companies' },
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Empfänger im Drittland',
    messages: {
      inThirdCountry: ({ people, countries }) => `${people === 1 ? 'Eine Person ist' : `${people} Personen sind`} außerhalb von EU und EWR erfasst (${list(countries, 'de')}). Daten anderer brauchen dort eine eigene Grundlage.`,
      safeguardExpired: ({ people, countries }) => `Für ${counted(people, 'eine Person', 'Personen')} (${list(countries, 'de')}) ist die hinterlegte Garantie abgelaufen. Daten anderer brauchen dort eine Grundlage.`,
      underDerogation: ({ people, countries }) => `Für ${counted(people, 'eine Person', 'Personen')} (${list(countries, 'de')}) ist nur eine Ausnahme (Art. 49 DSGVO) hinterlegt. Sie gilt für Einzelfälle.`,
      inPartlyAdequateCountry: ({ people, countries }) => `${people === 1 ? 'Eine Person ist' : `${people} Personen sind`} ${partlySafe(countries, 'erfasst')}: ${scopes(countries, 'de')}.`,
      domainInThirdCountry: ({ people, countries }) => `Der Domain nach ${people === 1 ? 'kann eine Adresse' : `können ${people} Adressen`} außerhalb von EU und EWR liegen (${list(countries, 'de')}). Das ist nur ein schwacher Hinweis.`,
      domainInPartlyAdequateCountry: ({ people, countries }) => `Der Domain nach ${people === 1 ? 'kann eine Adresse' : `können ${people} Adressen`} ${partlySafe(countries, 'liegen')}: ${scopes(countries, 'de')}.`,
      safeguardUnknown: ({ people, countries, reason }) => `Ob für ${counted(people, 'eine Person', 'Personen')} (${list(countries, 'de')}) eine Garantie vorliegt, war nicht zu prüfen: ${UNKNOWN_REASONS.de[reason]}.`,
      noAnswer: ({ people, reason }) => `Das Land ${people === 1 ? 'einer Person' : `von ${people} Personen`} konnte nicht geprüft werden: ${UNKNOWN_REASONS.de[reason]}.`,
      unclearRecipients: ({ unclear }) => `Das Land ${unclear === 1 ? 'eines Empfängers' : `von ${unclear} Empfängern`} ist nicht zu erkennen (Gruppe oder unklare Adresse).`,
    },
  },
  en: {
    title: 'Recipients in third countries',
    messages: {
      inThirdCountry: ({ people, countries }) => `${people === 1 ? 'One person is' : `${people} people are`} recorded outside the EU and EEA (${list(countries, 'en')}). Other people’s data need a basis of their own there.`,
      safeguardExpired: ({ people, countries }) => `The safeguard on file for ${counted(people, 'one person', 'people')} (${list(countries, 'en')}) has expired. Other people’s data need a basis there.`,
      underDerogation: ({ people, countries }) => `For ${counted(people, 'one person', 'people')} (${list(countries, 'en')}) only a derogation (Art. 49 GDPR) is on file. It is for single cases.`,
      inPartlyAdequateCountry: ({ people, countries }) => `${people === 1 ? 'One person is' : `${people} people are`} recorded in ${countries.length === 1 ? 'a country that counts' : 'countries that count'} as safe only in part: ${scopes(countries, 'en')}.`,
      domainInThirdCountry: ({ people, countries }) => `By ${people === 1 ? 'its domain, one address' : `their domains, ${people} addresses`} may be outside the EU and EEA (${list(countries, 'en')}). That is only a weak hint.`,
      domainInPartlyAdequateCountry: ({ people, countries }) => `By ${people === 1 ? 'its domain, one address' : `their domains, ${people} addresses`} may be in ${countries.length === 1 ? 'a country that counts' : 'countries that count'} as safe only in part: ${scopes(countries, 'en')}.`,
      safeguardUnknown: ({ people, countries, reason }) => `Whether there is a safeguard for ${counted(people, 'one person', 'people')} (${list(countries, 'en')}) could not be checked: ${UNKNOWN_REASONS.en[reason]}.`,
      noAnswer: ({ people, reason }) => `The country of ${people === 1 ? 'one person' : `${people} people`} could not be checked: ${UNKNOWN_REASONS.en[reason]}.`,
      unclearRecipients: ({ unclear }) => `The country of ${unclear === 1 ? 'one recipient' : `${unclear} recipients`} cannot be told (group or unclear address).`,
    },
  },
};

function partlySafe(countries: readonly string[], verb: string): string {
  return countries.length === 1 ? `in einem Land ${verb}, das nur teilweise als sicher gilt` : `in Ländern ${verb}, die nur teilweise als sicher gelten`;
}

/** The first two by name, the others by number: a dialog has room for 500 characters in all. */
function list(codes: readonly string[], language: Language): string {
  return named(codes, language, (code) => countryName(code, language));
}

function scopes(codes: readonly string[], language: Language): string {
  return named(codes, language, (code) => {
    const scope = SCOPES[code];
    const name = countryName(code, language);
    return scope ? `${name} (${language === 'de' ? 'nur' : 'only'} ${scope[language]})` : name;
  });
}

function named(codes: readonly string[], language: Language, nameOf: (code: string) => string): string {
  const names = codes.slice(0, 2).map(nameOf).join(', ');
  const more = codes.length - 2;
  if (more <= 0) return names;
  if (language === 'de') return `${names} und ${more === 1 ? 'ein weiteres Land' : `${more} weitere Länder`}`;
  return `${names} and ${more === 1 ? 'one more' : `${more} more`}`;
}
