import { finding, type ManifestFinding, type Spot } from './finding';
import { baseFindings, marketplaceFindings } from './xml-base';
import { commandFindings } from './xml-commands';
import { eventFindings } from './xml-events';
import { formatFindings, type NamedPicture, picturesOf } from './xml-icons';
import { MAIL_APP } from './xml-overrides-grammar';
import { requirementFindings } from './xml-requirements';
import { resourceFindings } from './xml-resources';
import { structureOf } from './xml-structure';
import { textFindings } from './xml-texts';
import { attributeOf, below, spotOf, readXml, type XmlElement } from './xml-tree';

/** What else a check may want to look at: the functions that have to be there, and the pictures. */
export interface Checked {
  readonly findings: readonly ManifestFinding[];
  readonly functions: readonly NamedFunction[];
  readonly pictures: readonly NamedPicture[];
  /** Files of the package, beside the pictures. */
  readonly files: readonly NamedFile[];
}

export interface NamedFile {
  readonly path: string;
  readonly spot: Spot;
}

export interface NamedFunction {
  readonly name: string;
  readonly spot: Spot;
}

/** Of a manifest that cannot be looked into. */
export const NOTHING: Omit<Checked, 'findings'> = { functions: [], pictures: [], files: [] };

/** Everything there is to say about an XML manifest of an Outlook add-in. */
export function checkXml(text: string, marketplace: boolean): Checked {
  const reading = readXml(text);
  if (!reading.ok) return { findings: [reading.finding], ...NOTHING };
  const { root } = reading;
  const other = otherKind(root);
  if (other) return { findings: [other], ...NOTHING };
  const { findings, uses } = structureOf(root, MAIL_APP);
  const pictures = picturesOf(root);
  return {
    findings: [
      ...findings,
      ...baseFindings(root),
      ...textFindings(root),
      ...requirementFindings(root),
      ...eventFindings(root),
      ...commandFindings(root),
      ...resourceFindings(root, uses),
      ...formatFindings(pictures),
      ...(marketplace ? marketplaceFindings(root) : []),
    ],
    functions: below(root, 'LaunchEvent').map((event) => ({ name: attributeOf(event, 'FunctionName') ?? '', spot: spotOf(event, 'FunctionName') })),
    pictures,
    files: [],
  };
}

function otherKind(root: XmlElement): ManifestFinding | undefined {
  if (root.name !== 'OfficeApp') return finding('not-a-mail-add-in', root, `<${root.name}>`, '<OfficeApp xsi:type="MailApp">');
  const type = attributeOf(root, 'xsi:type');
  if (type === 'MailApp') return undefined;
  return finding('not-a-mail-add-in', spotOf(root, 'xsi:type'), type === undefined ? '<OfficeApp> without xsi:type' : type, 'MailApp: an add-in of Outlook');
}
