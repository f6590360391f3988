import type { CommandEnd, SendDialog, SendResult, SentMail } from '../simulator/send';
import type { HostProblem, RuntimeKind } from '../simulator/inside';

/** One line of the log under the compose window. Instants in milliseconds since 1970. */
export type LogEntry = { readonly id: number; readonly at: number } & LogEvent;

export type LogEvent =
  | { readonly kind: 'sent'; readonly mail: SentMail }
  | { readonly kind: 'stopped'; readonly subject: string; readonly dialog: SendDialog; readonly pressed: string | null; readonly result: SendResult | null }
  | { readonly kind: 'kept'; readonly subject: string; readonly result: SendResult & { readonly kind: 'kept' } }
  | { readonly kind: 'command'; readonly label: string; readonly end: CommandEnd; readonly said: string | null }
  | { readonly kind: 'call'; readonly runtime: RuntimeKind; readonly method: string; readonly message: string }
  | { readonly kind: 'problem'; readonly problem: HostProblem };

/** As many lines as are kept; older ones go. */
export const LOG_LENGTH = 200;
