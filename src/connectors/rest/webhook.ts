import type { WebhookRequest } from '../connector';
import { isRecent, isSigned } from '../webhook-signature';

/**
 * What a webhook says, signed as Standard Webhooks have it (github.com/standard-webhooks): HMAC-SHA-256 over `id.timestamp.body` with
 * the bytes behind `whsec_`, one or more signatures as `v1,…`. Null for one that is not genuine or too old. Never throws.
 */
export function readWebhook({ headers, body }: WebhookRequest, secret: string, now: number): unknown {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp) || !isRecent(Number(timestamp) * 1000, now)) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const isGenuine = signatures.split(' ').slice(0, 10).some((each) => each.startsWith('v1,') && isSigned(key, [`${id}.${timestamp}.`, body], Buffer.from(each.slice(3), 'base64')));
  if (!isGenuine) return null;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
