import { CLIENTS, type ClientId, type ClientProfile } from '../../src/simulator/clients';
import { createHost, type Connection, type Host, type HostSetup, type RuntimeInfo } from '../../src/simulator/host';
import type { ManifestControl, RuntimeKind } from '../../src/simulator/inside';
import { createOffice, type AsyncResult } from '../../src/simulator/office';
import type { SendDialog, SendStep } from '../../src/simulator/send';
import { createManualClock, type ManualClock } from './manual-clock';

export const CONTROLS: readonly ManifestControl[] = [
  { id: 'Umsicht.OpenPane', action: 'pane' },
  { id: 'Umsicht.MoveToBcc', action: 'function', functionName: 'moveToBcc' },
];
export const EVENTS = {
  OnMessageSend: 'onMessageSendHandler',
  OnAppointmentSend: 'onMessageSendHandler',
  OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
} as const;

export interface Event {
  readonly type: string;
  readonly source: { readonly id: string };
  readonly [extra: string]: unknown;
  completed(options?: unknown): void;
}
export type Handlers = Readonly<Record<string, (event: Event) => unknown>>;

export interface OutlookWindow {
  readonly host: Host;
  readonly clock: ManualClock;
  /** The Office object of a runtime of its own. */
  office(kind: RuntimeKind, more?: Partial<RuntimeInfo>): ReturnType<typeof createOffice>;
}

/** A compose window of a client, with a mail to two people outside unless the test says otherwise. */
export function outlookWindow(client: ClientId | ClientProfile, setup: Partial<HostSetup> & { readonly handlers?: Handlers } = {}): OutlookWindow {
  const clock = createManualClock();
  const { handlers, ...more } = setup;
  const host = createHost({
    client: typeof client === 'string' ? CLIENTS[client] : client,
    clock,
    item: { to: ['anna@oak.example', 'ben@elm.example'], subject: 'Offer' },
    controls: CONTROLS,
    events: EVENTS,
    ...more,
  });
  const office = (kind: RuntimeKind, info: Partial<RuntimeInfo> = {}) => createOffice(host.connect(kind), host.client, host.runtimeInfo(kind, info));
  if (handlers) attachHandlers(host, office, handlers);
  return { host, clock, office };
}

function attachHandlers(host: Host, office: OutlookWindow['office'], handlers: Handlers): void {
  for (const kind of ['events', 'commands'] as const) {
    const { Office, invoke } = office(kind);
    for (const name of Object.keys(handlers)) Office.actions.associate(name, handlers[name]);
    host.attachRuntime({ kind, invoke });
  }
}

/** A send handler that answers with these options at once. */
export function answering(options: unknown): Handlers {
  return { onMessageSendHandler: (event) => event.completed(options) };
}

/** What an API of the Office object answers to its callback. */
export function result(api: unknown, ...args: readonly unknown[]): Promise<AsyncResult> {
  return new Promise((resolve) => (api as (...given: unknown[]) => void)(...args, resolve));
}

export async function call(line: Connection, method: string, ...args: readonly unknown[]) {
  const answer = await line.call(method, args);
  return answer.status === 'succeeded' ? answer.value : answer.error.code;
}

export function people(count: number, domain = 'oak.example'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `person${index}@${domain}`);
}

export function addresses(host: Host, field: 'to' | 'cc' | 'bcc'): readonly string[] {
  return (host.draft().recipients[field] ?? []).map(({ emailAddress }) => emailAddress);
}

export function problemKinds(host: Host): readonly string[] {
  return host.problems.map(({ kind }) => kind);
}

/** The step as a dialog; a test that expects one fails where there is none. */
export function asDialog(step: SendStep): SendDialog {
  if (step.kind === 'sent' || step.kind === 'kept') throw new Error(`No dialog, the mail was ${JSON.stringify({ kind: step.kind, why: step.kind === 'kept' ? step.why : step.mail.how })}.`);
  return step;
}

export function buttonsOf(step: SendStep): readonly string[] {
  return asDialog(step).buttons.map(({ id }) => id);
}
