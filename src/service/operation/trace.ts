import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Where a request stands in whatever it is part of (W3C Trace Context, level 1), and what it is called in the log. */
export interface Trace {
  readonly requestId: string;
  /** 32 hexadecimal digits, from whoever asks or new. */
  readonly traceId: string;
  /** 16 hexadecimal digits: this service's part of it. */
  readonly spanId: string;
  /** Two hexadecimal digits; the lowest bit says that the trace is recorded. */
  readonly flags: string;
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** A number or a UUID, and nothing in which somebody could hide an address. */
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{16,64}$/i;

/**
 * The trace of a request. What does not follow the specification counts as not sent. `tracestate` is not handed on: it
 * may hold anything, and this service adds nothing to it.
 */
export function traceOf({ traceparent, 'x-request-id': id }: IncomingHttpHeaders): Trace {
  const requestId = typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID();
  const [, version = '', traceId = '', parent = '', flags = '', more] = TRACEPARENT.exec(typeof traceparent === 'string' ? traceparent : '') ?? [];
  const isGood = version !== '' && version !== 'ff' && !(version === '00' && more !== undefined) && !/^0+$/.test(traceId) && !/^0+$/.test(parent);
  const spanId = randomBytes(8).toString('hex');
  return isGood ? { requestId, traceId, spanId, flags } : { requestId, traceId: randomBytes(16).toString('hex'), spanId, flags: '00' };
}

const current = new AsyncLocalStorage<Trace>();
const known = new WeakMap<IncomingMessage, Trace>();

/** The trace of a request that has come in, the same however often it is asked for. */
export function traceOfRequest(request: IncomingMessage): Trace {
  const trace = known.get(request) ?? traceOf(request.headers);
  known.set(request, trace);
  return trace;
}

/** Runs something as part of a request, and whatever it waits for. */
export function within<T>(trace: Trace, run: () => T): T {
  return current.run(trace, run);
}

/** What a log line says of the request it belongs to, in OpenTelemetry's words; nothing outside of requests. */
export function traceFields(trace: Trace | undefined = current.getStore()): { readonly [name: string]: string } {
  return trace ? { request_id: trace.requestId, trace_id: trace.traceId, span_id: trace.spanId, trace_flags: trace.flags } : {};
}

/** As it goes on to others. */
export function traceparentOf({ traceId, spanId, flags }: Trace): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

/**
 * From now on requests to other services say which trace they belong to. Done where Node's `fetch` makes a request, so that whoever asks
 * needs to know nothing of it. Returns a function that ends it.
 */
export function sendTraces(): () => void {
  const add = (message: unknown): void => {
    const trace = current.getStore();
    if (trace) (message as { readonly request: { addHeader(name: string, value: string): unknown } }).request.addHeader('traceparent', traceparentOf(trace));
  };
  subscribe('undici:request:create', add);
  return () => void unsubscribe('undici:request:create', add);
}
