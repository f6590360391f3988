/**
 * What the European Commission has decided on a country (Art. 45 GDPR), and which country a
 * domain's top level hints at. The sentences and sources behind the dates are in adequacy-sources.ts.
 *
 * State: mid-2026. Adequacy decisions are made, renewed and annulled; the dates below are what the
 * clock is held against, and the list has to be looked at again with every release.
 */

/** `partial`: adequate for some recipients only, for certified or commercial ones. */
export type Adequacy = 'eea' | 'adequate' | 'partial' | 'third';

/** The EU member states, Iceland, Liechtenstein and Norway, and parts of France and Finland with a code of their own. */
const EEA = 'AT AX BE BG CY CZ DE DK EE ES FI FR GF GP GR HR HU IE IS IT LI LT LU LV MF MQ MT NL NO PL PT RE RO SE SI SK YT';

const ADEQUATE = 'AD AR BR CH FO GB GG IL IM JE NZ UY';

const PARTIAL = 'CA JP KR US';

const THIRD = 'AE AF AG AI AL AM AO AQ AS AU AW AZ BA BB BD BF BH BI BJ BL BM BN BO BQ BS BT BV BW BY BZ CC CD CF CG CI CK CL CM CN CO CR CU CV CW CX '
  + 'DJ DM DO DZ EC EG EH ER ET FJ FK FM GA GD GE GH GI GL GM GN GQ GS GT GU GW GY HK HM HN HT ID IN IO IQ IR JM JO KE KG KH KI KM KN KP KW KY KZ '
  + 'LA LB LC LK LR LS LY MA MC MD ME MG MH MK ML MM MN MO MP MR MS MU MV MW MX MY MZ NA NC NE NF NG NI NP NR NU OM PA PE PF PG PH PK PM PN PR PS PW PY '
  + 'QA RS RU RW SA SB SC SD SG SH SJ SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UZ VA VC VE VG VI VN VU WF WS XK YE ZA ZM ZW';

/**
 * The only dates that still matter: decisions young enough for a clock to stand before them, and
 * the one that ends by itself. First and last day, both in force; before and after: a third country.
 */
const IN_FORCE: { readonly [code: string]: readonly [since: string, until?: string] } = {
  BR: ['2026-01-26'],
  GB: ['2021-06-28', '2031-12-27'],
  US: ['2023-07-10'],
};

/**
 * Country codes that are sold and read as words (.tv, .ai, .io): such a domain says nothing about
 * a country. Google's list of generic country-code domains, May 2026, and .eu: everybody who may
 * register there lives or has a seat in the EEA.
 */
const SAYS_NOTHING = ' AD AI AS BZ CC CD CO DJ EU FM IO LA ME MS NU SC SR SU TK TV WS ';

const table: { [code: string]: Adequacy } = {};
for (const [codes, adequacy] of [[EEA, 'eea'], [ADEQUATE, 'adequate'], [PARTIAL, 'partial'], [THIRD, 'third']] as readonly (readonly [string, Adequacy])[]) {
  for (const code of codes.split(' ')) table[code] = adequacy;
}

const DAY = 24 * 60 * 60 * 1000;

/** Every ISO 3166-1 code and XK (Kosovo), in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = Object.keys(table).sort();

export function isCountryCode(text: string): boolean {
  return Object.prototype.hasOwnProperty.call(table, text);
}

/**
 * The standing of a country (ISO 3166-1 alpha-2, upper case) at an instant (milliseconds since
 * 1970, UTC); `undefined` for what is no country code, `UK` and `EU` among them.
 */
export function adequacyOf(code: string, now: number): Adequacy | undefined {
  if (!isCountryCode(code)) return undefined;
  const dates = IN_FORCE[code];
  if (!dates) return table[code];
  const [since, until] = dates;
  return now >= Date.parse(since) && (until === undefined || now < Date.parse(until) + DAY) ? table[code] : 'third';
}

/**
 * The country a domain's top level hints at. `undefined` where it says nothing: generic top levels
 * (.com), country codes used as generic ones (.io), .eu, internationalised ones, IP addresses.
 */
export function countryOfDomain(domain: string): string | undefined {
  const label = domain.slice(domain.lastIndexOf('.') + 1).toUpperCase();
  if (domain.indexOf('.') < 0) return undefined;
  const code = label === 'UK' ? 'GB' : label;
  return isCountryCode(code) && SAYS_NOTHING.indexOf(` ${code} `) < 0 ? code : undefined;
}

/** International organisations with a decision of their own: they have a domain, but no country. First day in force. */
const ORGANISATIONS: { readonly [domain: string]: string } = { 'epo.org': '2025-07-15' };

/** Whether a domain, or one above it, belongs to an international organisation that was adequate at an instant. */
export function isAdequateOrganisation(domain: string, now: number): boolean {
  const registered = domain.split('.').slice(-2).join('.');
  return Object.prototype.hasOwnProperty.call(ORGANISATIONS, registered) && now >= Date.parse(ORGANISATIONS[registered] as string);
}

/** All questions in the shape the rules ask them. */
export const countries = { adequacy: adequacyOf, ofDomain: countryOfDomain, isAdequateOrganisation };
