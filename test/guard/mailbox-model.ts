import { addressKey } from '../../src/core/address';
import { type Draft, EMPTY_DRAFT, type Person, type Recipient, type RecipientField } from '../../src/core/draft';
import { applyEdit } from '../../src/core/edit';
import { type Mailbox, MailboxFailure } from '../../src/core/ports';

/**
 * What can go wrong with one call. `failsButHappens` and `happensLater` are the nasty ones: the
 * host reports a failure, or nothing, and changes the draft nevertheless.
 */
export type Fault = 'fails' | 'failsButHappens' | 'silent' | 'happensLater' | 'empty' | 'ignored';

export interface MailboxModel extends Mailbox {
  readonly fields: { [field in RecipientField]: Person[] };
  /** What stands in the message; an object, so that a test can change it. */
  readonly text: { body: string };
  /** Calls made so far: every read and write counts one. */
  readonly calls: string[];
  /** Lets late calls take effect, as a host does when its add-in has long given up. */
  settleLate(): void;
  everybody(): ReadonlySet<string>;
}

export interface ModelOptions {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly body?: string;
  readonly fault?: (call: number, operation: string) => Fault | undefined;
  /** Outlook on the web takes no notice of an empty list for Bcc. */
  readonly bccCannotBeEmptied?: boolean;
  readonly perCall?: number;
  readonly perField?: number;
}

/** A mailbox in memory that keeps Outlook's rules about fields and can fail at any call. */
export function mailboxModel(options: ModelOptions): MailboxModel {
  const people = (addresses: readonly string[] = []): Person[] => addresses.map((address) => ({ address, name: '' }));
  const fields = { to: people(options.to), cc: people(options.cc), bcc: people(options.bcc), required: [], optional: [] } as { [field in RecipientField]: Person[] };
  const text = { body: options.body ?? '' };
  const calls: string[] = [];
  const late: (() => void)[] = [];
  const sender = { address: 'mara@own.example', name: 'Mara' };
  const session = new Map<string, string>();

  async function call<T>(operation: string, happen: () => T, empty: T): Promise<T> {
    calls.push(operation);
    switch (options.fault?.(calls.length, operation)) {
      case 'fails':
        throw new MailboxFailure(operation, { code: 5001 });
      case 'failsButHappens':
        happen();
        throw new MailboxFailure(operation, { code: 9042 });
      case 'silent':
        throw new MailboxFailure(operation, { timedOut: true });
      case 'happensLater':
        late.push(happen);
        throw new MailboxFailure(operation, { timedOut: true });
      case 'empty':
        if (operation.includes('read')) throw new MailboxFailure(operation, { message: 'an empty answer' });
        return happen();
      case 'ignored':
        return empty;
      case undefined:
        return happen();
    }
  }

  function limited(field: RecipientField, added: readonly Person[], total: number): void {
    if (added.length > (options.perCall ?? 100)) throw new MailboxFailure(field, { code: 9012 });
    if (total > (options.perField ?? 500)) throw new MailboxFailure(field, { code: 9012 });
  }

  const read = (field: RecipientField): Recipient[] => fields[field].map((person) => ({ ...person, field }));

  return {
    kind: 'message',
    abilities: { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true },
    language: 'en',
    owner: sender,
    fields,
    text,
    calls,
    settleLate: () => late.splice(0).forEach((happen) => happen()),
    everybody: () => new Set((['to', 'cc', 'bcc'] as const).flatMap((field) => fields[field]).map(({ address }) => addressKey(address))),
    readDraft: (parts) => (parts.indexOf('body') >= 0
      ? call<Draft>('read body', () => ({ ...EMPTY_DRAFT, body: text.body }), { ...EMPTY_DRAFT, unread: ['body'] }).catch((): Draft => ({ ...EMPTY_DRAFT, unread: ['body'] }))
      : call<Draft>('read from', () => ({ ...EMPTY_DRAFT, from: sender }), { ...EMPTY_DRAFT, unread: ['from'] }).catch((): Draft => ({ ...EMPTY_DRAFT, unread: ['from'] }))),
    readField: (field) => call(`read ${field}`, () => ({ recipients: read(field), complete: fields[field].length < (options.perField ?? 500) }), { recipients: read(field), complete: true }),
    readsWhole: (people) => people < (options.perField ?? 500),
    addRecipients: (field, added) => call(`add ${field}`, () => {
      limited(field, added, fields[field].length + added.length);
      // As nobody says that Outlook does, it does not look whether they are there already.
      fields[field].push(...added);
    }, undefined),
    setRecipients: (field, set) => call(`set ${field}`, () => {
      limited(field, set, set.length);
      if (field === 'bcc' && set.length === 0 && options.bccCannotBeEmptied) return;
      fields[field] = [...set];
    }, undefined),
    insertText: (added) => call('insert text', () => { text.body = applyEdit({ ...EMPTY_DRAFT, body: text.body }, { kind: 'insertText', text: added }).body; }, undefined),
    delayDelivery: () => Promise.reject(new MailboxFailure('delayDeliveryTime.setAsync', { message: 'not modelled' })),
    session: {
      read: async (key) => session.get(key) ?? null,
      write: async (key, value) => { session.set(key, value); return true; },
    },
  };
}
