import { finding, type ManifestFinding } from './finding';
import type { NamedPicture } from './xml-icons';

/** A picture as it really is; `null` for a file that is none. */
export type Measured = { readonly width: number; readonly height: number; readonly format: string } | null;

/** As the formats are called by those who measure them. EXIF pictures are JPG or TIFF. */
const FORMATS = ['png', 'jpg', 'gif', 'bmp', 'tiff'];

/** Where pictures are not there, or not what the manifest says. `measure` is `undefined` for one that was not found. */
export function pictureFindings(pictures: readonly NamedPicture[], measure: (url: string) => Measured | undefined): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const said = new Set<string>();
  for (const { url, pixels, spot } of pictures) {
    const picture = measure(url);
    const key = `${spot.path} ${pixels}`;
    if (said.has(key)) continue;
    said.add(key);
    if (picture === undefined) findings.push(finding('icon-not-found', spot, url, 'the picture in the folder'));
    else if (picture === null || FORMATS.indexOf(picture.format) === -1) findings.push(finding('icon-format', spot, `${url}, which is ${picture === null ? 'no picture' : picture.format}`));
    else if (pixels !== null && (picture.width !== pixels || picture.height !== pixels)) {
      findings.push(finding('icon-pixels', spot, `${url} with ${picture.width} × ${picture.height} pixels`, `${pixels} × ${pixels}`));
    }
  }
  return findings;
}
