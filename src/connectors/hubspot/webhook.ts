import { isSection } from '../../core/reading';
import type { Touched, WebhookRequest } from '../connector';
import { isRecent, isSigned } from '../webhook-signature';

export interface HubspotSignature {
  /** The app's client secret, which HubSpot signs with; without it no webhooks are taken. */
  readonly clientSecret?: string;
}

/**
 * The contacts that HubSpot's webhooks name, by record: these carry no address. Signature of version 3: base64 of HMAC-SHA-256 over
 * method, address, body and timestamp (milliseconds), one after the other. Null for what is not genuine or too old. Never throws.
 */
export function readWebhook({ method, url, headers, body }: WebhookRequest, clientSecret: string, now: number): readonly Touched[] | null {
  const signature = headers['x-hubspot-signature-v3'];
  const timestamp = headers['x-hubspot-request-timestamp'];
  if (!signature || !timestamp || !/^\d{1,15}$/.test(timestamp) || !isRecent(Number(timestamp), now)) return null;
  if (!isSigned(clientSecret, [method, url, body, timestamp], Buffer.from(signature, 'base64'))) return null;
  let events: unknown;
  try {
    events = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(events)) return null;
  return (events as readonly unknown[]).flatMap((event) => {
    const id = isSection(event) ? event.objectId : undefined;
    return typeof id === 'number' || typeof id === 'string' ? [{ record: String(id) }] : [];
  });
}
