import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendTraces, type Trace, traceFields, traceOf, traceparentOf, within } from '../../../src/service/operation/trace';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

test('a request that is part of a trace stays part of it', () => {
  const { traceId, spanId, flags } = traceOf({ traceparent: `00-${TRACE}-${PARENT}-01` });
  expect([traceId, flags]).toEqual([TRACE, '01']);
  expect(spanId).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
  expect(spanId).not.toBe(PARENT);
});

test('a later version of the header is read as far as it is known', () => {
  expect(traceOf({ traceparent: `cc-${TRACE}-${PARENT}-01-what-the-future-will-be-like` }).traceId).toBe(TRACE);
});

test.each([
  undefined, '', 'anna@oak.example', `00-${TRACE}-${PARENT}`, `00-${TRACE}-${PARENT}-01-more`, `ff-${TRACE}-${PARENT}-01`, `00-${'0'.repeat(32)}-${PARENT}-01`, `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${PARENT}-01`, `00-${TRACE}x-${PARENT}-01`, `00-${TRACE}-${PARENT}-0x`,
])('%j begins a new one, which is not recorded', (traceparent) => {
  const { traceId, flags } = traceOf({ traceparent });
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  expect([traceId === TRACE, flags]).toEqual([false, '00']);
});

test.each([['0195f0c8-7f3e-7c4d-9d3a-2f6f5f4e3d2c', true], ['4bf92f3577b34da6a3ce929d0e0e4736', true], ['anna@oak.example', false], ['anna', false], ['', false], ['1'.repeat(65), false], ['4bf92f3577b34da6 x', false]])(
  'a request is called what it is called elsewhere only where that can hide nothing: %j', (id, taken) => {
    expect(traceOf({ 'x-request-id': id }).requestId === id).toBe(taken);
  });

test('what is logged on behalf of a request says which one, in the words of OpenTelemetry', async () => {
  const trace: Trace = { requestId: 'r', traceId: TRACE, spanId: PARENT, flags: '01' };
  const fields = await within(trace, async () => {
    await new Promise((done) => setImmediate(done));
    return traceFields();
  });
  expect(fields).toEqual({ request_id: 'r', trace_id: TRACE, span_id: PARENT, trace_flags: '01' });
  expect(traceFields()).toEqual({});
});

test('requests to others say which trace they belong to, and only while they belong to one', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers['traceparent'] as string | undefined);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const trace: Trace = { requestId: 'r', traceId: TRACE, spanId: PARENT, flags: '01' };
  const end = sendTraces();
  try {
    await within(trace, () => fetch(url));
    await fetch(url);
    end();
    await within(trace, () => fetch(url));
  } finally {
    end();
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  }
  expect(seen).toEqual([traceparentOf(trace), undefined, undefined]);
});
