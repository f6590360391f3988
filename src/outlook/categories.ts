import type { Draft } from '../core/draft';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';
import { platform } from './platform';

/**
 * Names of the draft's categories (Mailbox 1.8). Outlook on the web and new Outlook on Windows do
 * not tell those of a message that is being written (Microsoft, Office.Categories), and other
 * clients may lack the API: there are none as far as anybody can know, and nothing is unread.
 * Rejects where a client that has the API fails to answer.
 */
export function readCategories(calls: OfficeCalls, item: () => ComposedItem, kind: Draft['kind']): Promise<readonly string[]> {
  if (!canTell(item, kind)) return Promise.resolve([]);
  return calls.askWhetherAny<readonly Office.CategoryDetails[], readonly string[]>(
    'categories.getAsync',
    (answer) => item().categories.getAsync(answer),
    (entries) => {
      if (entries === undefined) throw new Error('an empty answer');
      // Some versions say null for no categories, others an empty list.
      return (entries || []).map(({ displayName }) => {
        if (typeof displayName !== 'string') throw new Error('a category without a name');
        return displayName;
      });
    },
  );
}

function canTell(item: () => ComposedItem, kind: Draft['kind']): boolean {
  if (kind === 'message' && platform() === 'OfficeOnline') return false;
  try {
    return typeof item().categories.getAsync === 'function';
  } catch {
    return false;
  }
}
