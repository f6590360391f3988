/** An element to be written. Attributes without a value are left out. */
export interface Xml {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string | undefined };
  /** Elements, or the text there is instead. */
  readonly content: readonly Xml[] | string;
  /** Said above it. */
  readonly comment?: string;
}

export function xml(name: string, attributes: Xml['attributes'] = {}, content: Xml['content'] = []): Xml {
  return { name, attributes, content };
}

/** An XML document, one element a line. */
export function xmlText(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes, content, comment }: Xml, indent: string): readonly string[] {
  const given = Object.keys(attributes).filter((key) => attributes[key] !== undefined).map((key) => ` ${key}="${escaped(attributes[key] as string)}"`).join('');
  const above = comment === undefined ? [] : [`${indent}<!-- ${comment} -->`];
  if (typeof content === 'string') return [...above, `${indent}<${name}${given}>${escaped(content)}</${name}>`];
  if (content.length === 0) return [...above, `${indent}<${name}${given}/>`];
  return [...above, `${indent}<${name}${given}>`, ...content.reduce<readonly string[]>((lines, child) => [...lines, ...linesOf(child, `${indent}  `)], []), `${indent}</${name}>`];
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
