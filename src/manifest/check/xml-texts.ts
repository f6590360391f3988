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
  const translated = texts.filter((text) => {
    const usual = attributeOf(text, 'DefaultValue') ?? '';
    return /\s/.test(usual.trim()) && names.indexOf(usual) === -1;
  });
  const counts = new Map<string, number>();
  for (const text of translated) for (const each of new Set(localesOf(text))) if (locale.fits(each) && each !== defaultLocale) counts.set(each, (counts.get(each) ?? 0) + 1);
  const findings: ManifestFinding[] = [];
  const usual = Array.from(counts.keys()).filter((each) => (counts.get(each) as number) * 2 > translated.length);
  for (const text of translated) {
    const own = localesOf(text);
    const missing = usual.filter((each) => own.indexOf(each) === -1);
    if (missing.length > 0) findings.push(finding('incomplete-translation', text, `${JSON.stringify(attributeOf(text, 'DefaultValue'))} without ${missing.join(', ')}`, `every text in ${missing.join(', ')}, which others are in`));
  }
  counts.forEach((count, each) => {
    if (usual.indexOf(each) !== -1) return;
    const first = translated.find((text) => localesOf(text).indexOf(each) !== -1) as XmlElement;
    const override = first.children[localesOf(first).indexOf(each)] as XmlElement;
    findings.push(finding('incomplete-translation', spotOf(override, 'Locale'), `${each} for ${count} of ${translated.length} texts`, `every text in ${each}, or none`));
  });
  return findings;
}
