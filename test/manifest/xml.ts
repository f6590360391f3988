/** An element of an XML file, with its prefix, e.g. `bt:Image`. Text is trimmed. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

const TOKEN = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y;

/**
 * Reads the plain XML a manifest is written in: elements, attributes in double quotes, text,
 * comments. Throws with the place at anything else, and where elements do not close in order.
 */
export function readXml(text: string): Element {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const fail = (what: string, at: number): never => {
    throw new Error(`line ${text.slice(0, at).split('\n').length}: ${what}`);
  };

  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text) ?? fail('this is no XML', at);
    const [whole, closed, opened, attributes = '', selfClosing] = token;
    const current = open[open.length - 1] as Open;
    if (opened !== undefined) {
      const element: Open = { name: opened, attributes: attributesIn(attributes), children: [], text: '' };
      current.children.push(element);
      if (selfClosing !== '/') open.push(element);
    } else if (closed !== undefined) {
      if (open.length === 1 || current.name !== closed) fail(`</${closed}> closes <${current.name}>`, at);
      open.pop();
    } else if (!whole.startsWith('<')) {
      if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(whole)) fail('a lone &', at);
      current.text += whole.trim();
    }
    at += whole.length;
  }
  if (open.length > 1) fail(`<${(open[open.length - 1] as Open).name}> is never closed`, at);
  const [only, ...more] = root.children;
  if (only === undefined || more.length > 0 || root.text !== '') return fail('a file is one element', at);
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name as string, value as string] as const);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`an attribute is given twice: ${text.trim()}`);
  return Object.fromEntries(pairs);
}

/** An element and everything in it, in the order of the file. */
export function everyElement(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}
