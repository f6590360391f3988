import { createHash } from 'node:crypto';
import { describeUmsicht, USUAL_CHOICES } from '../manifest/umsicht';
import { xmlManifest } from '../manifest/xml-manifest';

/** The manifest at the top level: of an add-in served on the developer's own machine. */
export function localManifest(): string {
  return xmlManifest(describeUmsicht({ ...USUAL_CHOICES, origin: 'https://localhost:3000' }, (bytes) => createHash('sha1').update(bytes).digest()));
}
