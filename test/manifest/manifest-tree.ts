import { readXml, type XmlElement } from '../../src/manifest/check/xml-tree';

/** The elements of a manifest that is known to be XML. */
export function treeOf(text: string): XmlElement {
  const reading = readXml(text);
  if (!reading.ok) throw new Error(`${reading.finding.code}: ${reading.finding.found}`);
  return reading.root;
}
