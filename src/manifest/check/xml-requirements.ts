import { finding, type ManifestFinding } from './finding';
import { attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

/** Exchange Server knows no higher set and installs nothing that asks for one. */
const HIGHEST_ON_PREMISES = '1.5';
/** Of Outlook on Mac and of Outlook LTSC 2024. */
const HIGHEST_EVERYWHERE = '1.14';

/** Sets Outlook has (office-js-docs-reference, docs/requirement-sets, 2026-08-21). */
const OUTLOOK_SETS = ['Mailbox', 'DialogApi', 'OpenBrowserWindowApi', 'DevicePermissionService', 'IdentityAPI', 'NestedAppAuth'];
export const NEVER_DECLARED = ['identityapi', 'nestedappauth'];

export interface RequiredSet {
  readonly name: string;
  readonly version: string;
  readonly element: XmlElement;
}

/** What a manifest asks of Outlook, and whether that shuts anybody out. */
export function requirementFindings(root: XmlElement): readonly ManifestFinding[] {
  const base = setsOf(root);
  const findings = setFindings(base);
  for (const set of base) if (isHigher(set, HIGHEST_ON_PREMISES)) findings.push(finding('high-base-requirement', spotOfVersion(set), `Mailbox ${set.version}`, `Mailbox ${HIGHEST_ON_PREMISES} or less`));
  for (const overrides of below(root, 'VersionOverrides')) {
    const sets = setsOf(overrides);
    findings.push(...setFindings(sets));
    for (const set of sets) {
      const outside = base.find(({ name }) => name === set.name);
      if (isHigher(set, HIGHEST_EVERYWHERE)) findings.push(finding('high-requirement', spotOfVersion(set), `Mailbox ${set.version}`, `Mailbox ${HIGHEST_EVERYWHERE} or less, and isSetSupported('Mailbox', '${set.version}') at run time`));
      else if (outside && compareVersions(set.version, outside.version) <= 0) findings.push(finding('pointless-requirement', spotOfVersion(set), `${set.name} ${set.version}, where ${outside.name} ${outside.version} is asked for already`));
    }
  }
  return findings;
}

const isHigher = ({ name, version }: RequiredSet, than: string): boolean => name === 'Mailbox' && compareVersions(version, than) > 0;

function setFindings(sets: readonly RequiredSet[]): ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const set of sets) {
    const spot = spotOf(set.element, 'Name');
    if (NEVER_DECLARED.indexOf(set.name.toLowerCase()) !== -1) findings.push(finding('undeclarable-set', spot, set.name));
    else if (OUTLOOK_SETS.indexOf(set.name) === -1) findings.push(finding('unknown-set', spot, set.name, `one of ${OUTLOOK_SETS.slice(0, 4).join(', ')}`));
  }
  return findings;
}

/** The sets an element's own Requirements name, each with the version that counts. */
export function setsOf(within: XmlElement): readonly RequiredSet[] {
  const requirements = childOf(within, 'Requirements');
  const sets = requirements && childOf(requirements, 'Sets');
  if (!sets) return [];
  const usual = attributeOf(sets, 'DefaultMinVersion') ?? '1.1';
  return sets.children.filter(({ name }) => name === 'Set').map((element) => ({ name: attributeOf(element, 'Name') ?? '', version: attributeOf(element, 'MinVersion') ?? usual, element }));
}

function spotOfVersion({ element }: RequiredSet) {
  const sets = element.parent as XmlElement;
  return attributeOf(element, 'MinVersion') === undefined && attributeOf(sets, 'DefaultMinVersion') !== undefined ? spotOf(sets, 'DefaultMinVersion') : spotOf(element, 'MinVersion');
}

/** Less than 0 where `a` is the lower one of two versions such as 1.12. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
