const LOCAL = /[\p{L}\p{N}+_][\p{L}\p{N}.!#$'*+^_~-]*$/u;
const DOMAIN = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/u;

/** What may stand on each side of an @ at most (RFC 5321, section 4.5.3.1), so that texts without an end are searched in time. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** Ways in which an @ is written elsewhere: in addresses of pages, JSON, HTML and mail headers. */
const OTHER_AT = /%40|\\u0040|&#0*64;|&#x0*40;|&commat;|=40(?=[\w-]+\.)/gi;

function plain(text: string): string {
  return text.replace(OTHER_AT, '@').toLowerCase();
}

/** Anything in a text that reads as an address, in small letters, whoever's it is. Paths of packages (`node_modules/@fastify/…`) do not. */
export function addressesIn(text: string): readonly string[] {
  const searched = plain(text);
  const found: string[] = [];
  for (let at = searched.indexOf('@'); at >= 0; at = searched.indexOf('@', at + 1)) {
    const [local] = LOCAL.exec(searched.slice(Math.max(0, at - LONGEST_LOCAL), at)) ?? [];
    const [domain] = DOMAIN.exec(searched.slice(at + 1, at + 1 + LONGEST_DOMAIN)) ?? [];
    if (local !== undefined && domain !== undefined) found.push(`${local}@${domain}`);
  }
  return found;
}

/** What of a text is an address: one of these, or anything that reads as one. */
export function foundIn(text: string, known: ReadonlySet<string>): readonly string[] {
  const searched = plain(text);
  if (!searched.includes('@')) return [];
  return [...new Set([...addressesIn(text), ...[...known].filter((address) => searched.includes(address))])];
}
