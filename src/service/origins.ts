import type { IncomingHttpHeaders } from 'node:http';
import type { ServiceConfiguration } from '../configuration/configuration';
import { isLoopback } from '../configuration/hosts';

type Origins = Pick<ServiceConfiguration, 'origin' | 'allowedOrigins'>;

/**
 * The origin under which this request reached the service; undefined for a request that was meant
 * for somebody else. Without that check, a web page could point its own name at this machine
 * (DNS rebinding) and read the answers as its own.
 */
export function originOf({ origin }: Origins, { host = '' }: IncomingHttpHeaders): string | undefined {
  // A proxy may write the usual port.
  if (origin !== null && host.toLowerCase().replace(/:443$/, '') === new URL(origin).host) return origin;
  const reached = `http://${host}`;
  if (host === '' || !URL.canParse(reached)) return undefined;
  const url = new URL(reached);
  return isLoopback(url.hostname) ? origin ?? url.origin : undefined;
}

/**
 * Whether a page of the origin `sent` may ask the API under this host. Classic Outlook sends its own
 * origin with a slash at the end (OfficeDev/office-js issue 3907). The loopback names of one
 * port are one place.
 */
export function mayAsk(sent: string, { origin, allowedOrigins }: Origins, { host = '' }: IncomingHttpHeaders): boolean {
  const asking = sent.replace(/\/$/, '').toLowerCase();
  if (asking === origin || allowedOrigins.includes(asking)) return true;
  if (!URL.canParse(asking)) return false;
  const [page, reached] = [new URL(asking), new URL(`http://${host}`)];
  return page.origin === asking && page.protocol === 'http:' && page.port === reached.port && isLoopback(page.hostname) && isLoopback(reached.hostname);
}
