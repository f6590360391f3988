import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { ProxyConfiguration } from '../configuration/identity';

export type ProxySaying =
  /** It says nothing about who asks. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'person'; readonly id: string; readonly names: readonly string[] }
  /** Somebody who is not the proxy says what only the proxy may say. */
  | { readonly kind: 'foreign' }
  /** More than one answer, or none that can be read: the proxy passes on what it was sent. */
  | { readonly kind: 'unclear' };

const LONGEST_USER = 256;

/** Reads who asks from the headers of a proxy that has signed them in, if the request comes from where the proxy is. */
export function proxyReader({ networks, userHeader, rolesHeader }: ProxyConfiguration): (request: Pick<IncomingMessage, 'rawHeaders' | 'socket'>) => ProxySaying {
  const isProxy = within(networks);
  const own = [userHeader, ...(rolesHeader === null ? [] : [rolesHeader])].map((name) => name.toLowerCase());
  return ({ rawHeaders, socket }) => {
    // Not the parsed ones, in which a header that was sent twice looks like one.
    const said = new Map<string, string[]>();
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const name = (rawHeaders[index] as string).toLowerCase();
      if (own.includes(name)) said.set(name, [...(said.get(name) ?? []), rawHeaders[index + 1] as string]);
    }
    if (said.size === 0) return { kind: 'nothing' };
    if (!isProxy(socket.remoteAddress ?? '')) return { kind: 'foreign' };
    const [user = '', ...more] = said.get(userHeader.toLowerCase()) ?? [];
    const [roles = '', ...moreRoles] = rolesHeader === null ? [] : said.get(rolesHeader.toLowerCase()) ?? [];
    const id = user.trim();
    if (id === '' || id.length > LONGEST_USER || more.length > 0 || moreRoles.length > 0) return { kind: 'unclear' };
    return { kind: 'person', id: id.toLowerCase(), names: roles.split(/[,;]/).map((name) => name.trim()).filter((name) => name !== '') };
  };
}

/** Whether an address lies in one of these networks, such as `10.0.0.0/8`. IPv4 addresses are known in IPv6 as well. */
function within(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
