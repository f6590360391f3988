import { MailboxFailure } from '../core/ports';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';

export function insertIntoBody(_calls: OfficeCalls, _item: () => ComposedItem, _text: string): Promise<void> {
  return Promise.reject(new MailboxFailure('body.setAsync', { message: 'not yet' }));
}
