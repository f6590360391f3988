import { finding, type ManifestFinding } from './finding';
import { locale } from './values';
import { attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

/** What is wrong with the languages of a manifest. */
export function textFindings(root: XmlElement): readonly ManifestFinding[] {
  const defaultLocale = childOf(root, 'DefaultLocale')?.text ?? '';
  const localised = [root, ...below(root, '*')].filter((element) => attributeOf(element, 'DefaultValue') !== undefined);
  return [
    ...localised.reduce<readonly ManifestFinding[]>((all, element) => [...all, ...overrideFindings(element, defaultLocale)], []),
    ...incomplete(localised.filter(isRead), localised.filter(({ name }) => name === 'DisplayName').map((element) => attributeOf(element, 'DefaultValue') ?? ''), defaultLocale.toLowerCase()),
  ];
}

function overrideFindings(element: XmlElement, defaultLocale: string): readonly ManifestFinding[] {
  const overrides = element.children.filter(({ name }) => name === 'Override');
  const seen = new Set<string>();
  const findings: ManifestFinding[] = [];
  for (const override of overrides) {
    const tag = attributeOf(override, 'Locale') ?? '';
    const spot = spotOf(override, 'Locale');
    if (seen.has(tag.toLowerCase())) findings.push(finding('duplicate-locale', spot, `another override for ${tag}`));
    else if (tag !== '' && tag.toLowerCase() === defaultLocale.toLowerCase()) findings.push(finding('default-locale-override', spot, `an override for ${tag}, the DefaultLocale`));
    else if (/^[a-z]{2,3}$/i.test(tag)) findings.push(finding('language-without-region', spot, tag, `a locale with its region, such as ${tag.toLowerCase()}-${tag.toUpperCase().slice(0, 2)}, for each region`));
    seen.add(tag.toLowerCase());
  }
  return findings;
}

/** Texts people read, not addresses and pictures, which are the same in most languages. */
const isRead = ({ name }: XmlElement): boolean => ['Description', 'String'].indexOf(name) !== -1;

const localesOf = ({ children }: XmlElement): readonly string[] => children.filter(({ name }) => name === 'Override').map((override) => (attributeOf(override, 'Locale') ?? '').toLowerCase());

/**
 * Where a locale most texts are in lacks for one, that one is named; where only some texts are in it, the first of
 * these. A name is the same in every language.
 */
function incomplete(texts: readonly XmlElement[], names: readonly string[], defaultLocale: string): readonly ManifestFinding[] {
  const own = new Set(names);
  const translated = texts.filter((text) => {
    const usual = attributeOf(text, 'DefaultValue') ?? '';
    return /\s/.test(usual.trim()) && !own.has(usual);
  }).map((text) => ({ text, locales: localesOf(text) }));
  const counts = new Map<string, { count: number; readonly first: XmlElement }>();
  for (const { text, locales } of translated) {
    for (const each of new Set(locales)) {
      if (!locale.fits(each) || each === defaultLocale) continue;
      const counted = counts.get(each) ?? { count: 0, first: text.children.filter(({ name }) => name === 'Override')[locales.indexOf(each)] as XmlElement };
      counted.count += 1;
      counts.set(each, counted);
    }
  }
  const isUsual = ({ count }: { readonly count: number }): boolean => count * 2 > translated.length;
  const usual = Array.from(counts.keys()).filter((each) => isUsual(counts.get(each) as { count: number }));
  const findings: ManifestFinding[] = [];
  for (const { text, locales } of translated) {
    const missing = usual.filter((each) => locales.indexOf(each) === -1);
    if (missing.length > 0) findings.push(finding('incomplete-translation', text, `${JSON.stringify(attributeOf(text, 'DefaultValue'))} without ${missing.join(', ')}`, `every text in ${missing.join(', ')}, which others are in`));
  }
  counts.forEach((counted, each) => {
    if (!isUsual(counted)) findings.push(finding('incomplete-translation', spotOf(counted.first, 'Locale'), `${each} for ${counted.count} of ${translated.length} texts`, `every text in ${each}, or none`));
  });
  return findings;
}
