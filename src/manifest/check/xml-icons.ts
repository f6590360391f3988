import { finding, type ManifestFinding, type Spot } from './finding';
import { addressesOf, definedIn } from './xml-resources';
import { around, attributeOf, below, childOf, spotOf, type XmlElement } from './xml-tree';

const SIZES = ['16', '20', '24', '32', '40', '48', '64', '80'];
const REQUIRED = ['16', '32', '80'];
const MOBILE_SIZES = ['25', '32', '48'];
const SCALES = ['1', '2', '3'];

/** Formats there are otherwise and that Outlook does not show (manifest/image.md). */
const NO_PICTURE = /\.(svg|svgz|ico|webp|avif)([?#]|$)/i;

/** The sizes of an icon. */
export function iconFindings(icon: XmlElement): readonly ManifestFinding[] {
  const isMobile = around(icon, 'MobileFormFactor') !== undefined;
  const images = icon.children.filter(({ name }) => name === 'Image');
  const findings: ManifestFinding[] = [];
  const type = attributeOf(icon, 'xsi:type');
  if (isMobile && type === undefined) findings.push(finding('icon-list', icon, 'an Icon for phones without a type', 'xsi:type="bt:MobileIconList"'));
  if (!isMobile && type === 'bt:MobileIconList') findings.push(finding('icon-list', spotOf(icon, 'xsi:type'), `a ${type} elsewhere`, 'no xsi:type'));

  const wanted = isMobile ? MOBILE_SIZES.reduce<readonly string[]>((all, size) => [...all, ...SCALES.map((scale) => `${size}×${scale}`)], []) : REQUIRED;
  const known = isMobile ? wanted : SIZES;
  const sizes = images.map((image) => {
    const [size = '', scale] = [attributeOf(image, 'size'), attributeOf(image, 'scale')];
    return scale === undefined ? size : `${size}×${scale}`;
  });
  sizes.forEach((size, index) => {
    const spot = spotOf(images[index] as XmlElement, 'size');
    if (known.indexOf(size) === -1) findings.push(finding('unknown-icon-size', spot, size, `one of ${known.join(', ')}${isMobile ? ' (size×scale)' : ''}`));
    else if (sizes.indexOf(size) !== index) findings.push(finding('unknown-icon-size', spot, `another picture of ${size}`, 'one picture for each size'));
  });
  const missing = wanted.filter((size) => sizes.indexOf(size) === -1);
  if (missing.length > 0) findings.push(finding('missing-icon-size', icon, `an Icon without ${missing.join(', ')}`, wanted.join(', ')));
  return findings;
}

/** A picture the manifest names, and how large it says it is. */
export interface NamedPicture {
  readonly url: string;
  /** Pixels, of width and height; null where the manifest does not say. */
  readonly pixels: number | null;
  readonly spot: Spot;
}

/** Every picture of the manifest. One that is used in several sizes is there for each. */
export function picturesOf(root: XmlElement): readonly NamedPicture[] {
  const pictures: NamedPicture[] = [];
  for (const [name, pixels] of [['IconUrl', 64], ['HighResolutionIconUrl', 128]] as const) {
    const element = childOf(root, name);
    if (element) pictures.push(...addressesOf(element).map(({ url, element: from, attribute }) => ({ url, pixels, spot: spotOf(from, attribute) })));
  }
  for (const overrides of below(root, 'VersionOverrides')) {
    const uses = below(overrides, 'Image').filter((image) => attributeOf(image, 'resid') !== undefined && around(image, 'VersionOverrides') === overrides);
    for (const { id, group, element } of definedIn(overrides)) {
      if (group !== 'Images') continue;
      const sizes = new Set(uses.filter((image) => attributeOf(image, 'resid') === id).map((image) => Number(attributeOf(image, 'size')) * Number(attributeOf(image, 'scale') ?? '1')));
      for (const { url, element: from, attribute } of addressesOf(element)) {
        for (const pixels of sizes.size > 0 ? Array.from(sizes) : [null]) pictures.push({ url, pixels, spot: spotOf(from, attribute) });
      }
    }
  }
  return pictures;
}

/** Pictures that are none Outlook shows, by their names. */
export function formatFindings(pictures: readonly NamedPicture[]): readonly ManifestFinding[] {
  const said = new Set<Spot>();
  const findings: ManifestFinding[] = [];
  for (const { url, spot } of pictures) {
    if (NO_PICTURE.test(url) && !said.has(spot)) findings.push(finding('icon-format', spot, url));
    said.add(spot);
  }
  return findings;
}
