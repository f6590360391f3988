import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { PROBLEMS, typeOf, type ProblemName } from '../../src/service/problems';
import { testFolder } from '../store/folder';
import { documentCheck } from './document-check';
import { type Answer, runningService, type TestService } from './running';

const folder = testFolder();
let service: TestService;
beforeEach(async () => {
  service = await runningService(folder.path('.'), ['--demo']);
});
afterEach(() => service.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

test('the API is described as OpenAPI 3.1, and the description is valid', async () => {
  const answer = await service.ask('/api/openapi.json');
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await new Validator({ strict: false }).validate(answer.json() as Record<string, unknown>)).toMatchObject({ valid: true });
  expect(answer.json()).toMatchObject({ openapi: '3.1.0' });
});

test('what is asked for is described as what is checked', async () => {
  const { paths } = (await service.ask('/api/openapi.json')).json() as { paths: { [path: string]: { post: { requestBody: { content: { 'application/json': { schema: unknown } } } } } } };
  expect(paths['/api/v1/evidence']?.post.requestBody.content['application/json'].schema).toEqual({
    type: 'object',
    properties: Object.fromEntries([['addresses', 500], ['lists', 20], ['domains', 500], ['correspondence', 500]].map(([name, most]) =>
      [name, { type: 'array', maxItems: most, items: { type: 'string', maxLength: 1000 } }])),
    required: ['addresses'],
    additionalProperties: false,
  });
});

test('the check of every answer notices what is not in the description', async () => {
  const check = documentCheck((await service.ask('/api/openapi.json')).text);
  const answered = (status: number, body: unknown, type = 'application/json; charset=utf-8'): Answer =>
    ({ status, headers: { 'content-type': type }, text: JSON.stringify(body), json: () => body });
  const entry = { address: 'anna@oak.example', known: true, record: 'unknown', tags: [] };
  const on = (answer: Answer) => () => check('POST', '/api/v1/evidence', answer);
  expect(on(answered(200, { contacts: [entry] }))).not.toThrow();
  expect(on(answered(200, { contacts: [{ ...entry, mood: 'good' }] }))).toThrow('not as documented');
  expect(on(answered(200, { contacts: [entry], more: [] }))).toThrow('not as documented');
  expect(on(answered(200, { contacts: [{ ...entry, known: 'yes' }] }))).toThrow('not as documented');
  expect(on(answered(201, {}))).toThrow('does not say that');
  expect(on(answered(400, { title: 'No.' }))).toThrow('not problem details');
  const problem = { type: 'urn:umsicht:problem:invalid-request', title: 'No.', status: 400 };
  expect(on(answered(400, problem, 'application/problem+json'))).not.toThrow();
  expect(on(answered(400, { ...problem, type: 'urn:umsicht:problem:not-found' }, 'application/problem+json'))).toThrow('not as documented');
  expect(on(answered(400, { ...problem, address: 'anna@oak.example' }, 'application/problem+json'))).toThrow('not as documented');
  expect(on(answered(413, problem, 'application/problem+json'))).toThrow('names another status');
});

describe('whatever goes wrong is said as problem details', () => {
  const evidence = (body: string, headers: { readonly [name: string]: string } = JSON_TYPE) => ({ path: '/api/v1/evidence', init: { method: 'POST', headers, body } });
  test.each<[ProblemName, { readonly path: string; readonly init?: Parameters<TestService['ask']>[1] }]>([
    ['invalid-request', evidence('{"addresses": [5]}')],
    ['invalid-request', evidence('{"addresses": [')],
    ['invalid-request', { path: '/%zz' }],
    ['foreign-origin', evidence('{"addresses": []}', { ...JSON_TYPE, origin: 'https://evil.example' })],
    ['not-found', { path: '/api/v1/nothing' }],
    ['not-found', { path: '/api/v2/policy' }],
    ['not-found', { path: '/nothing.js' }],
    ['method-not-allowed', { path: '/api/v1/evidence?x=1' }],
    ['method-not-allowed', { path: '/api/v1/policy', init: { method: 'DELETE' } }],
    ['body-too-large', evidence(JSON.stringify({ addresses: ['x'.repeat(300_000)] }))],
    ['unsupported-media-type', evidence('addresses', { 'content-type': 'text/plain' })],
    ['wrong-host', { path: '/api/v1/policy', init: { headers: { host: 'evil.example' } } }],
  ])('%s', async (name, { path, init }) => {
    const answer = await service.ask(path, init);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([PROBLEMS[name].status, 'application/problem+json; charset=utf-8', 'no-store']);
    expect(answer.json()).toMatchObject({ type: typeOf(name), title: PROBLEMS[name].title, status: PROBLEMS[name].status });
    if (name === 'method-not-allowed') expect(answer.headers['allow']).toBe(path.startsWith('/api/v1/policy') ? 'GET' : 'POST');
  });

  test.each<[ProblemName, string]>([
    ['invalid-request', 'anna@oak.example is no request\r\n\r\n'],
    ['invalid-request', 'GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: x\r\n\r\n'],
    ['headers-too-large', `GET / HTTP/1.1\r\nhost: localhost\r\n${Array.from({ length: 40 }, (_, index) => `x-${index}: ${'y'.repeat(1000)}\r\n`).join('')}\r\n`],
  ])('%s, on a connection that carries no proper request', async (name, sent) => {
    const { hostname, port } = new URL(service.address);
    const text = await new Promise<string>((done) => {
      let received = '';
      const socket = connect(Number(port), hostname);
      socket.setEncoding('utf8').on('data', (part: string) => { received += part; }).on('close', () => done(received)).on('error', () => undefined);
      socket.write(sent);
    });
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${PROBLEMS[name].status} .*\r\ncontent-type: application/problem\\+json\r\n`));
    expect(JSON.parse(body)).toEqual({ type: typeOf(name), title: PROBLEMS[name].title, status: PROBLEMS[name].status });
  });
});

test('docs/service.md lists every problem', () => {
  const page = readFileSync(join(__dirname, '../../docs/service.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, name, status]) => [name, Number(status)]);
  expect(listed).toEqual(Object.entries(PROBLEMS).map(([name, { status }]) => [name, status]));
});
