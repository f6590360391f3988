import { SaxesParser } from 'saxes';
import { finding, type ManifestFinding, type Place, placesIn, type Spot, WHOLE_FILE } from './finding';

export interface XmlAttribute extends Spot {
  /** With its prefix, as it is written: `xsi:type`. */
  readonly name: string;
  readonly value: string;
}

/** An element. `name` and `namespace` are what the prefix stands for. */
export interface XmlElement extends Spot {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text, without the blanks around it. */
  readonly text: string;
  readonly parent: XmlElement | null;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  readonly attributes: XmlAttribute[];
  text: string;
  path: string;
}

/** Manifests are some fifteen deep. */
const DEEPEST = 60;

export type XmlReading = { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly finding: ManifestFinding };

/** Reads XML with places. The first thing that makes it none ends it; DOCTYPE counts among these, and entities are never unfolded. */
export function readXml(text: string): XmlReading {
  const placeOf = placesIn(text);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let closed: OpenElement | undefined;
  let start = 0;
  const end = (what: ManifestFinding): never => {
    throw new Ended(what);
  };
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) end(finding('wrong-encoding', WHOLE_FILE, `encoding="${encoding}"`));
  });
  parser.on('doctype', () => end(finding('doctype', { place: placeOf(text.lastIndexOf('<!DOCTYPE', parser.position)), path: '' }, 'a DOCTYPE')));
  parser.on('error', ({ message }) => {
    const lone = loneAmpersand(text.slice(0, parser.position));
    if (lone !== null) end(finding('not-xml', { place: placeOf(lone), path: '' }, 'a lone &', '&amp; for an &'));
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    // The parser has closed it by itself then.
    const found = reason === 'unexpected close tag' && closed ? `<${closed.name}> of line ${closed.place.line}, which is not closed` : reason;
    end(finding('not-xml', { place: { line: parser.line, column: parser.columnIndex + 1 }, path: pathOf(open) }, found));
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const parent = open[open.length - 1] ?? null;
    const element: OpenElement = { name: tag.local, namespace: tag.uri, attributes: [], children: [], text: '', parent, place: placeOf(start), path: tag.local };
    const places = attributePlaces(text.slice(start, parser.position), start, placeOf);
    for (const name of Object.keys(tag.attributes)) {
      const { value } = tag.attributes[name] as { readonly value: string };
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) element.attributes.push({ name, value, place: places.get(name) ?? element.place, path: '' });
    }
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    if (open.length > DEEPEST) end(finding('too-deep', { place: element.place, path: '' }, `more than ${DEEPEST} elements within each other`));
  });
  const take = (piece: string): void => {
    const inner = open[open.length - 1];
    if (inner) inner.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    closed = open.pop() as OpenElement;
    closed.text = closed.text.trim();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Ended) return { ok: false, finding: error.finding };
    throw error;
  }
  if (!root) return { ok: false, finding: finding('not-xml', WHOLE_FILE, 'no element') };
  namePaths(root, '');
  return { ok: true, root };
}

/** Where an & begins nothing that ends. The parser takes everything behind it for a name, and complains at the end of the file. */
function loneAmpersand(text: string): number | null {
  const next = /<!--|<!\[CDATA\[|&(?!#\d+;|#x[\da-f]+;|[a-z_][\w.-]*;)/gi;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [begun] = match;
    if (begun === '&') return match.index;
    const end = text.indexOf(begun === '<!--' ? '-->' : ']]>', next.lastIndex);
    if (end === -1) return null;
    next.lastIndex = end;
  }
  return null;
}

/** Thrown out of the parser's callbacks, which have no other way to stop it. */
class Ended extends Error {
  readonly finding: ManifestFinding;

  constructor(what: ManifestFinding) {
    super(what.code);
    this.finding = what;
  }
}

/** Where the attributes of a start tag stand. The parser has found it well-formed, so quotes need no more care. */
function attributePlaces(tag: string, offset: number, placeOf: (offset: number) => Place): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const attribute = /([^\s="'<>/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;
  for (let match = attribute.exec(tag); match !== null; match = attribute.exec(tag)) places.set(match[1] as string, placeOf(offset + match.index));
  return places;
}

function pathOf(open: readonly XmlElement[]): string {
  return open.map(({ name }) => `/${name}`).join('');
}

function namePaths(element: OpenElement, path: string): void {
  element.path = path === '' ? `/${element.name}` : path;
  for (const attribute of element.attributes) (attribute as { path: string }).path = `${element.path}/@${attribute.name}`;
  const all = new Map<string, number>();
  for (const { name } of element.children) all.set(name, (all.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const child of element.children) {
    const count = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, count);
    namePaths(child as OpenElement, `${element.path}/${child.name}${all.get(child.name) === 1 ? '' : `[${count}]`}`);
  }
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** Where the attribute stands, or its element where it is missing. */
export function spotOf(element: XmlElement, name: string): Spot {
  return element.attributes.find((attribute) => attribute.name === name) ?? element;
}

/** The elements of a name below one, in the order of the file; `*` for all of them. */
export function below(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (name === '*' || child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** The nearest element of a name around one. */
export function around(element: XmlElement, name: string): XmlElement | undefined {
  for (let outer = element.parent; outer !== null; outer = outer.parent) if (outer.name === name) return outer;
  return undefined;
}

export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}
