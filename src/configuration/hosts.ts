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

/** Outlook loads add-ins from https only; http is for trying things out on one machine. */
export function originIn(text: string): string | undefined {
  const written = text.replace(/\/$/, '');
  if (!URL.canParse(written)) return undefined;
  const { origin, protocol, hostname } = new URL(written);
  if (!/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/.test(hostname)) return undefined;
  const isGood = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isGood && origin === written.toLowerCase() ? origin : undefined;
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
