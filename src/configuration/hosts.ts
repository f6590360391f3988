import { isIP } from 'node:net';

/** Names and addresses that only this machine can reach. Takes a host name, IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** What one can listen on: an address of this machine, or localhost. */
export function listeningHostIn(text: string): string | undefined {
  return isIP(text) > 0 || isLoopback(text) ? text : undefined;
}

/**
 * An origin as browsers write it: in small letters, names in other scripts as punycode, without the usual port. Outlook loads
 * add-ins from https only; http is for trying things out on one machine.
 */
export function originIn(text: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#@\\]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, protocol, hostname } = new URL(text);
  if (!/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/.test(hostname)) return undefined;
  return protocol === 'https:' || isLoopback(hostname) ? origin : undefined;
}

/** A page for people to read, on whatever host. */
export function webPageIn(text: string): string | undefined {
  if (!URL.canParse(text) || /\s/.test(text) || text.length > 2048) return undefined;
  const { protocol, hostname, username, password, href } = new URL(text);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '' ? href : undefined;
}

/** As Content-Security-Policy takes it, with a wildcard in front at most. */
export function siteIn(text: string): string | undefined {
  return /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(text) || originIn(text) ? text : undefined;
}

/** Host and port alone: everything else is set elsewhere. */
export function ldapUrlIn(text: string): string | undefined {
  const match = /^(ldaps?):\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?\/?$/i.exec(text);
  if (!match) return undefined;
  const [, scheme = '', host = '', port = ''] = match;
  return scheme.toLowerCase() === 'ldaps' || isLoopback(host) ? `${scheme.toLowerCase()}://${host}${port}` : undefined;
}

export function guidIn(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

/** A tenant of Microsoft Entra ID by its id or one of its domains. */
export function tenantIn(text: string): string | undefined {
  return guidIn(text) ?? (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text : undefined);
}

/** An address, or a network such as `10.0.0.0/8`. One that holds every address there is says nothing about anybody. */
export function networkIn(text: string): string | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || address.includes('%')) return undefined;
  if (bits === undefined) return address;
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32) ? `${address}/${bits}` : undefined;
}

/** RFC 9110, in small letters. */
export function headerNameIn(text: string): string | undefined {
  return /^[!#$%&'*+.^_`|~\w-]{1,100}$/.test(text) ? text.toLowerCase() : undefined;
}

/** An application ID URI of Microsoft Entra ID. */
export function resourceIn(text: string): string | undefined {
  return /^(api|https):\/\/[\w.-]+(\/[\w.-]+)*$/i.test(text) ? text : undefined;
}
