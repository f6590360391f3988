import type { ButtonId } from '../../src/simulator/send';
import type { OurButton, Sight } from './scenario';

/* The words the table is written in. They make plain data and nothing else. */

export const SENT: Sight = { kind: 'sent', how: 'checked', to: 'recipients' };
export const SENT_ANYWAY: Sight = { kind: 'sent', how: 'sendAnyway', to: 'recipients' };
export const SENT_UNCHECKED: Sight = { kind: 'sent', how: 'notChecked', to: 'recipients' };

export const asked = (button: OurButton, ...says: readonly string[]): Sight => ({ kind: 'asked', button, says });
export const askedInPane = (button: OurButton, ...says: readonly string[]): Sight => ({ kind: 'askedInPane', button, says });
export const stopped = (button: OurButton, ...says: readonly string[]): Sight => ({ kind: 'stopped', button, says });
export const outlook = (dialog: Extract<Sight, { kind: 'outlook' }>['dialog'], ...buttons: readonly ButtonId[]): Sight => ({ kind: 'outlook', dialog, buttons });
export const outbox = (how: 'sendAnyway' | 'notChecked'): Sight => ({ kind: 'sent', how, to: 'outbox' });
export const kept = (why: Extract<Sight, { kind: 'kept' }>['why'], where: 'compose' | 'drafts' = 'compose'): Sight => ({ kind: 'kept', where, why });
