import { finding, type ManifestFinding } from './finding';
import type { ResourceUse } from './xml-structure';
import { around, attributeOf, below, spotOf, type XmlElement } from './xml-tree';

/** Whether what is referred to is there, once, of the right kind, and used. Each VersionOverrides has its own; inner ones inherit nothing. */
export function resourceFindings(root: XmlElement, uses: readonly ResourceUse[]): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const overrides of below(root, 'VersionOverrides')) {
    const defined = definedIn(overrides);
    const own = uses.filter(({ element }) => around(element, 'VersionOverrides') === overrides);
    findings.push(...duplicates(defined));
    for (const { element, attribute, groups } of own) {
      const meant = defined.find(({ id }) => id === attribute.value);
      if (!meant) findings.push(finding('unknown-resource', attribute, `${attribute.value}, which Resources does not have`, `the id of a resource in ${groups.join(' or ')}`));
      else if (!groups.some((group) => group === meant.group)) findings.push(finding('wrong-resource', attribute, `${attribute.value} in ${meant.group}, for <${element.name}>`, `a resource in ${groups.join(' or ')}`));
    }
    // Also by what is misspelt or misplaced: that is said already.
    const used = new Set(below(overrides, '*').filter((element) => around(element, 'VersionOverrides') === overrides).map((element) => attributeOf(element, 'resid')));
    for (const { id, element } of defined) if (!used.has(id)) findings.push(finding('unused-resource', spotOf(element, 'id'), `${id}, which nothing names`));
  }
  return findings;
}

export interface Resource {
  readonly id: string;
  /** `Images`, `Urls`, `ShortStrings` or `LongStrings`. */
  readonly group: string;
  readonly element: XmlElement;
}

/** The resources of a VersionOverrides, without those of one inside it. */
export function definedIn(overrides: XmlElement): readonly Resource[] {
  const groups = overrides.children.filter(({ name }) => name === 'Resources').reduce<readonly XmlElement[]>((all, { children }) => [...all, ...children], []);
  const resources: Resource[] = [];
  for (const group of groups) {
    for (const element of group.children) {
      const id = attributeOf(element, 'id');
      if (id !== undefined) resources.push({ id, group: group.name, element });
    }
  }
  return resources;
}

/** Every address a resource may stand for, with where it is written. */
export function addressesOf(element: XmlElement): readonly { readonly url: string; readonly element: XmlElement; readonly attribute: string }[] {
  return [element, ...element.children].map((each) => {
    const attribute = each === element ? 'DefaultValue' : 'Value';
    return { url: attributeOf(each, attribute) ?? '', element: each, attribute };
  });
}

function duplicates(defined: readonly Resource[]): readonly ManifestFinding[] {
  const seen = new Set<string>();
  return defined.filter(({ id }) => {
    const isAgain = seen.has(id);
    seen.add(id);
    return isAgain;
  }).map(({ id, element }) => finding('duplicate-resource', spotOf(element, 'id'), `another resource ${id}`));
}
