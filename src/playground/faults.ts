import type { Fault, Faults } from '../simulator/host';

/** What the faults panel has switched on. */
export interface FaultSettings {
  /** The add-in's own requests to the service fail. */
  readonly unreachable: boolean;
  /** Milliseconds every call of Office.js takes. */
  readonly slow: number;
  /** The one call that goes wrong, and how; `null`: none. */
  readonly call: string | null;
  readonly how: FaultKind;
}

export const FAULT_KINDS = ['fail', 'hang', 'empty', 'throw'] as const satisfies readonly Fault[];
export type FaultKind = (typeof FAULT_KINDS)[number];

export const NO_FAULTS: FaultSettings = { unreachable: false, slow: 0, call: null, how: 'fail' };

/** Calls the add-in makes, in the order somebody meets them. */
export const CALLS: readonly string[] = [
  'to.getAsync', 'cc.getAsync', 'bcc.getAsync', 'from.getAsync', 'subject.getAsync', 'body.getAsync',
  'getAttachmentsAsync', 'getComposeTypeAsync', 'getInitializationContextAsync',
  'sessionData.getAsync', 'sessionData.setAsync',
  'bcc.addAsync', 'to.setAsync', 'cc.setAsync', 'bcc.setAsync', 'notificationMessages.replaceAsync',
];

export function faultsOf({ call, how }: FaultSettings): Faults | undefined {
  return call === null ? undefined : (method) => (method === call ? how : undefined);
}

export function isFaulty({ unreachable, slow, call }: FaultSettings): boolean {
  return unreachable || slow > 0 || call !== null;
}
