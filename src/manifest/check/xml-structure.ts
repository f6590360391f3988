import { finding, type ManifestFinding } from './finding';
import { expectedFor, isPlaceholder, oneOf, type ResourceGroup, type ValueKind } from './values';
import type { ByType, ElementRule, Slot } from './xml-grammar';
import { NAMESPACES } from './xml-overrides-grammar';
import { type XmlAttribute, attributeOf, spotOf, type XmlElement } from './xml-tree';

/** A place that names a resource. */
export interface ResourceUse {
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly groups: readonly ResourceGroup[];
}

export interface Structure {
  readonly findings: readonly ManifestFinding[];
  readonly uses: readonly ResourceUse[];
}

/** Names in a manifest may be those every object has. */
export function ownOf<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
}

/** What an element and everything in it has that the schema has not, or has otherwise; and what it refers to. */
export function structureOf(root: XmlElement, rule: ElementRule): Structure {
  const findings: ManifestFinding[] = [];
  const uses: ResourceUse[] = [];
  const said = new Set<string>();

  /** `overrides` is the namespace of the VersionOverrides this is in. One wrong declaration is one finding, however many elements it is for. */
  const inNamespace = (element: XmlElement, expected: string): void => {
    const key = `${element.namespace} ${expected}`;
    if (element.namespace === expected || said.has(key)) return;
    said.add(key);
    findings.push(finding('wrong-namespace', element, `<${element.name}> in ${element.namespace === '' ? 'no namespace' : element.namespace}`, expected));
  };

  const value = (kind: ValueKind, spot: Parameters<typeof finding>[1], written: string): boolean => {
    if (kind.code === 'bad-url' && isPlaceholder(written)) {
      if (!said.has('placeholder')) findings.push(finding('placeholder', spot, JSON.stringify(written), 'the address of the add-in, here and wherever else that stands'));
      said.add('placeholder');
      return true;
    }
    const fits = kind.fits(written);
    if (!fits) findings.push(finding(kind.code, spot, written === '' ? 'nothing' : JSON.stringify(written), expectedFor(kind, written), kind.source));
    return fits;
  };

  const attributes = (element: XmlElement, rules: ElementRule['attributes'], isTyped: boolean): void => {
    for (const attribute of element.attributes) {
      const { name } = attribute;
      const kind = ownOf(rules, name) ?? ownOf(rules, `${name}?`);
      if (kind === undefined) {
        if (!(name === 'xsi:type' && isTyped) && name !== 'xsi:schemaLocation' && !name.startsWith('xml:')) {
          findings.push(finding('unknown-attribute', attribute, name, listed(Object.keys(rules).map((each) => each.replace('?', '')), `no attribute of <${element.name}> but`)));
        }
      } else if (value(kind, attribute, attribute.value) && kind.resources) uses.push({ element, attribute, groups: kind.resources });
    }
    for (const name of Object.keys(rules)) {
      if (!name.endsWith('?') && attributeOf(element, name) === undefined) findings.push(finding('missing-attribute', element, `<${element.name}> without ${name}`, (rules[name] as ValueKind).expected));
    }
  };

  const visit = (element: XmlElement, elementRule: ElementRule, isTyped: boolean, overrides: string): void => {
    attributes(element, elementRule.attributes, isTyped);
    if (elementRule.text) value(elementRule.text, element, element.text);
    else if (element.text !== '') findings.push(finding('stray-text', element, JSON.stringify(element.text), `no text in <${element.name}>`));
    children(element, elementRule, overrides);
  };

  const children = (element: XmlElement, { children: slots, anyOrder }: ElementRule, overrides: string): void => {
    const places: { readonly child: XmlElement; readonly slot: number }[] = [];
    const counts = slots.map(() => 0);
    for (const child of element.children) {
      const slot = slots.findIndex(({ name }) => name === child.name);
      if (slot === -1) {
        findings.push(finding('unknown-element', child, `<${child.name}> in <${element.name}>`, expectedInstead(child, element, slots)));
        continue;
      }
      counts[slot] = (counts[slot] as number) + 1;
      const { name, most, rule: childRule } = slots[slot] as Slot;
      if ((counts[slot] as number) > most) findings.push(finding('repeated-element', child, `<${name}> number ${counts[slot]}`, `at most ${most} in <${element.name}>`));
      places.push({ child, slot });
      descend(child, childRule, overrides);
    }
    slots.forEach(({ name, least }, index) => {
      if ((counts[index] as number) < least) findings.push(finding('missing-element', element, `<${element.name}> without <${name}>`, `a <${name}> in it`));
    });
    if (!anyOrder) for (const late of outOfOrder(places.map(({ slot }) => slot))) findings.push(misplaced(places, late));
  };

  const descend = (child: XmlElement, childRule: ElementRule | ByType, overrides: string): void => {
    if (!('types' in childRule)) {
      inNamespace(child, childRule.part === 'overrides' ? overrides : NAMESPACES[childRule.part] as string);
      visit(child, childRule, false, overrides);
      return;
    }
    const type = attributeOf(child, 'xsi:type');
    const types = oneOf(Object.keys(childRule.types), childRule.source);
    if (type === undefined) {
      findings.push(finding('missing-attribute', child, `<${child.name}> without xsi:type`, types.expected, childRule.source));
      return;
    }
    const chosen = ownOf(childRule.types, type);
    if (!value(types, spotOf(child, 'xsi:type'), type) || chosen === undefined) return;
    if (child.name === 'VersionOverrides') {
      inNamespace(child, NAMESPACES[type] as string);
      visit(child, chosen, true, child.namespace);
      return;
    }
    inNamespace(child, chosen.part === 'overrides' ? overrides : NAMESPACES[chosen.part] as string);
    visit(child, chosen, true, overrides);
  };

  inNamespace(root, NAMESPACES['base'] as string);
  visit(root, rule, true, '');
  return { findings, uses };
}

function expectedInstead(child: XmlElement, { name: parent }: XmlElement, slots: readonly Slot[]): string {
  const alike = slots.find(({ name }) => name.toLowerCase() === child.name.toLowerCase());
  return alike ? `<${alike.name}>` : listed(slots.map(({ name }) => `<${name}>`), `nothing in <${parent}> but`);
}

function listed(names: readonly string[], before: string): string {
  return names.length === 0 ? before.replace(/ but$/, '') : `${before} ${names.join(', ')}`;
}

function misplaced(places: readonly { readonly child: XmlElement; readonly slot: number }[], late: number): ManifestFinding {
  const { child, slot } = places[late] as (typeof places)[number];
  // The nearest one it stands on the wrong side of.
  const before = places.slice(0, late).find((other) => other.slot > slot);
  const after = places.slice(late + 1).find((other) => other.slot < slot);
  const [side, other] = before ? ['before', before.child.name] as const : ['after', after?.child.name ?? ''] as const;
  return finding('wrong-order', child, `<${child.name}> ${side === 'before' ? 'after' : 'before'} <${other}>`, `<${child.name}> ${side} <${other}>`);
}

/** The fewest entries without which the rest would not go down: all but a longest run that never does. */
function outOfOrder(slots: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  slots.forEach((slot, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((slots[ends[middle] as number] as number) <= slot) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends[ends.length - 1]; at !== undefined; at = previous[at]) kept.add(at);
  return slots.map((_, index) => index).filter((index) => !kept.has(index));
}
