import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { finding, type ManifestFinding, placesIn, type Spot, WHOLE_FILE } from './finding';

/** A value in a JSON document, with where it stands. */
export interface JsonValue extends Spot {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Of what is no object and no array. */
  readonly value: unknown;
  readonly properties: readonly JsonProperty[];
  readonly items: readonly JsonValue[];
}

export interface JsonProperty {
  readonly name: string;
  /** Where the name stands. */
  readonly spot: Spot;
  readonly value: JsonValue;
}

export type JsonTreeReading = { readonly root: JsonValue | null; readonly findings: readonly ManifestFinding[] };

/** Unified manifests are some ten deep. */
const DEEPEST = 60;

/** Reads JSON with places, strictly as RFC 8259 has it: no comments, no commas at the end, no name twice. */
export function readJsonTree(text: string): JsonTreeReading {
  const placeOf = placesIn(text);
  const deep = depthPlace(text);
  if (deep !== null) return { root: null, findings: [finding('too-deep', { place: placeOf(deep), path: '' }, `more than ${DEEPEST} values within each other`)] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [fault] = errors;
  if (fault || !tree) {
    const what = fault ? printParseErrorCode(fault.error).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase() : 'nothing';
    return { root: null, findings: [finding('not-json', fault ? { place: placeOf(fault.offset), path: '' } : WHOLE_FILE, what)] };
  }
  const findings: ManifestFinding[] = [];
  const convert = ({ type, value, children = [], offset }: Node, path: string): JsonValue => {
    const spot = { place: placeOf(offset), path };
    if (type === 'array') return { ...spot, type, value: undefined, properties: [], items: children.map((child, index) => convert(child, `${path}[${index}]`)) };
    if (type !== 'object') return { ...spot, type: type as JsonValue['type'], value, properties: [], items: [] };
    const seen = new Set<string>();
    const properties: JsonProperty[] = [];
    for (const { children: [key, child] = [] } of children) {
      if (!key || !child) continue;
      const name = String(key.value);
      const within = path === '' ? name : `${path}.${name}`;
      const keySpot = { place: placeOf(key.offset), path: within };
      if (seen.has(name)) findings.push(finding('duplicate-key', keySpot, `${JSON.stringify(name)} a second time`));
      else properties.push({ name, spot: keySpot, value: convert(child, within) });
      seen.add(name);
    }
    return { ...spot, type, value: undefined, properties, items: [] };
  };
  return { root: convert(tree, ''), findings };
}

/** Where brackets go too deep, found before anything that reads them recursively. */
function depthPlace(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      for (at += 1; at < text.length && text[at] !== '"' && text[at] !== '\n'; at += 1) if (text[at] === '\\') at += 1;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEEPEST) return at;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return null;
}

export function property(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value?.properties.find((each) => each.name === name)?.value;
}

export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value?.items ?? [];
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value?.value === 'string' ? value.value : undefined;
}
