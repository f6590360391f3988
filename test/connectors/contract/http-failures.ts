import type { ServerResponse } from 'node:http';
import { STRANGER } from './cast';
import type { Condition, ContractCrm, HostOptions, OpenedHost } from './contract';
import { hostOf, standing, watchOutput } from './contract';
import { type HttpCrm, type Seen, send } from './http-crm';

const ANNA = 'anna@oak.example';

/** How a CRM on the wire is put into a condition; what is asked of it other than data stays as it is. */
export function inCondition(crm: HttpCrm, condition: Condition, isData: (seen: Seen) => boolean): void {
  const answers: { readonly [C in Condition]: ((response: ServerResponse) => boolean) | null } = {
    good: null,
    refused: (response) => send(response, 403, { error: { code: 'Forbidden', message: `${ANNA} must not be seen` } }),
    unreachable: (response) => send(response, 502, '<html>bad gateway</html>'),
    malformed: (response) => send(response, 200, { nothing: 'of use' }),
    slow: () => true,
  };
  const answer = answers[condition];
  crm.instead = answer && ((seen, response) => isData(seen) && answer(response));
}

/** A CRM over HTTP, and which of its requests are about data. */
export interface HttpContractCrm extends ContractCrm {
  readonly crm: HttpCrm;
  isData(seen: Seen): boolean;
}

/** What else can go wrong where a CRM is asked over HTTP. */
export function httpFailures(start: () => Promise<HttpContractCrm>): void {
  let http: HttpContractCrm;
  const hosts: OpenedHost[] = [];
  const open = async (options: HostOptions = {}): Promise<OpenedHost> => {
    const { instead } = http.crm;
    const { settings, environment } = await http.source('good');
    http.crm.instead = instead;
    const host = hostOf(settings, environment, options);
    hosts.push(host);
    return host;
  };
  const ask = async (host: OpenedHost): Promise<string> => standing((await host.contacts([ANNA])).get(ANNA));
  const data = (): number => http.crm.seen.filter((seen) => http.isData(seen)).length;
  /** Answers the first so many requests for data so. */
  const first = (times: number, answer: (response: ServerResponse, seen: Seen) => boolean): void => {
    let left = times;
    http.crm.instead = (seen, response) => {
      if (!http.isData(seen) || left === 0) return false;
      left -= 1;
      return answer(response, seen);
    };
  };
  describe('over HTTP', () => {
    watchOutput();
    beforeAll(async () => { http = await start(); }, 300_000);
    afterAll(() => http.stop());
    beforeEach(() => { http.crm.seen.length = 0; });
    afterEach(async () => {
      await Promise.all(hosts.splice(0).map((host) => host.stop()));
      http.crm.instead = null;
    });

    test.each<[string, string, (response: ServerResponse) => boolean]>([
      ['does not know us any more', 'refused', (response) => send(response, 401, {})],
      ['has no such path', 'refused', (response) => send(response, 404, {})],
      ['sends us elsewhere, where nothing is to be sent', 'unreachable', (response) => send(response, 307, '', { location: `${http.crm.origin}/elsewhere` })],
      ['hangs up', 'unreachable', (response) => { response.destroy(); return true; }],
      ['hangs up in the middle of a sentence', 'unreachable', (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"value":[');
        setTimeout(() => response.destroy(), 20);
        return true;
      }],
      ['answers with a page', 'invalidAnswer', (response) => send(response, 200, '<html></html>')],
      ['answers with nothing', 'invalidAnswer', (response) => send(response, 200, '')],
      ['answers with null', 'invalidAnswer', (response) => send(response, 200, 'null')],
      ['answers with a list of numbers', 'invalidAnswer', (response) => send(response, 200, '[1]')],
      ['answers with a number', 'invalidAnswer', (response) => send(response, 200, '42')],
    ])('a CRM that %s', async (_, reason, answer) => {
      first(Infinity, answer);
      expect(await ask(await open())).toBe(reason);
      expect(http.crm.seen.filter(({ path }) => path === '/elsewhere')).toEqual([]);
    });

    test('of an answer without end no more is read than any answer has', async () => {
      let written = 0;
      first(Infinity, (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const part = ' '.repeat(1024 * 1024);
        const write = (): void => {
          if (response.destroyed || written > 200) return;
          written += 1;
          response.write(part, () => setImmediate(write));
        };
        write();
        return true;
      });
      const host = await open();
      expect(await ask(host)).toBe('invalidAnswer');
      expect(host.health()[0]?.failure?.code).toBe('tooLong');
      expect(written).toBeLessThan(100);
    });

    test('a CRM that breaks down once is asked again', async () => {
      first(1, (response) => send(response, 500, {}));
      expect(await ask(await open())).toBe('granted');
    });

    test('a CRM that has had enough is asked again when it says so', async () => {
      first(1, (response) => send(response, 429, { error: { code: 'TooMany' } }, { 'retry-after': '1' }));
      const started = Date.now();
      expect(await ask(await open())).toBe('granted');
      expect(Date.now() - started).toBeGreaterThanOrEqual(950);
    });

    test('a CRM that has had enough for an hour is left in peace, whoever asks', async () => {
      first(Infinity, (response) => send(response, 429, { error: { code: 'TooMany' } }, { 'retry-after': '3600' }));
      const host = await open();
      expect(await ask(host)).toBe('timeout');
      const sent = data();
      http.crm.instead = null;
      expect(standing((await host.contacts([STRANGER])).get(STRANGER))).toBe('timeout');
      expect(data()).toBe(sent);
      host.advance(20 * 60_000);
      expect(await ask(host)).toBe('granted');
    });

    test('a CRM that refuses again and again is not asked for ever', async () => {
      first(Infinity, (response) => send(response, 403, {}));
      const host = await open();
      for (let times = 0; times < 20; times += 1) expect(['refused', 'unreachable']).toContain(await ask(host));
      expect(host.health()[0]?.breaker).toBe('open');
      expect(data()).toBeLessThan(25);
      const sent = data();
      await ask(host);
      expect(data()).toBe(sent);
    });
  });
}
