import { finding, type ManifestFinding } from './finding';
import type { JsonValue } from './json-tree';
import type { Shape } from './unified-shape';
import { expectedFor } from './values';
import { ownOf } from './xml-structure';

const TYPES: { readonly [I in Shape['is']]: JsonValue['type'] | null } = { text: 'string', number: 'number', flag: 'boolean', anything: null, list: 'array', object: 'object' };

/** Where a value is not what the schema has. */
export function shapeFindings(value: JsonValue, shape: Shape): readonly ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const visit = (each: JsonValue, wanted: Shape): void => {
    const type = TYPES[wanted.is];
    if (type !== null && each.type !== type) {
      findings.push(finding('wrong-type', each, each.type === 'null' ? 'null' : `${article(each.type)}`, article(type)));
      return;
    }
    switch (wanted.is) {
      case 'text': {
        const text = String(each.value);
        if (!wanted.kind.fits(text)) findings.push(finding(wanted.kind.code, each, text === '' ? 'nothing' : JSON.stringify(text), expectedFor(wanted.kind, text), 'unifiedSchema'));
        return;
      }
      case 'number':
        if (wanted.values.indexOf(each.value as number) === -1) findings.push(finding('bad-value', each, String(each.value), `one of ${wanted.values.join(', ')}`, 'unifiedSchema'));
        return;
      case 'list':
        if (each.items.length < wanted.least || each.items.length > wanted.most) findings.push(finding('wrong-count', each, `${each.items.length} entries`, wanted.least === wanted.most ? `${wanted.most}` : `${wanted.least} to ${wanted.most}`));
        for (const item of each.items) visit(item, wanted.of);
        return;
      case 'object':
        for (const { name, spot, value: inner } of each.properties) {
          const known = ownOf(wanted.properties, name) ?? ownOf(wanted.properties, `${name}?`);
          if (known) visit(inner, known);
          else findings.push(finding('unknown-property', spot, name, suggestion(name, wanted.properties)));
        }
        for (const name of Object.keys(wanted.properties)) {
          if (!name.endsWith('?') && !each.properties.some((property) => property.name === name)) findings.push(finding('missing-property', each, `nothing called ${name}`, `"${name}"`));
        }
        return;
      case 'flag':
      case 'anything':
    }
  };
  visit(value, shape);
  return findings;
}

function article(type: JsonValue['type']): string {
  return { object: 'an object', array: 'a list', string: 'a text', number: 'a number', boolean: 'true or false', null: 'null' }[type];
}

function suggestion(name: string, properties: { readonly [name: string]: Shape }): string {
  const names = Object.keys(properties).map((each) => each.replace('?', ''));
  const alike = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (alike !== undefined) return `"${alike}"`;
  return names.length > 12 ? 'a property of the schema' : `one of ${names.join(', ')}`;
}
