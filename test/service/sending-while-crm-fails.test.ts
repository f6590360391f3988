import { type AddressInfo, createServer } from 'node:net';
import { CAST } from '../connectors/contract/cast';
import { type HttpCrm, send } from '../connectors/contract/http-crm';
import { type RestServer, startRestServer, TOKEN } from '../connectors/rest-server';
import { SEND_DEADLINE } from '../../src/guard/handle-send';
import type { ItemSetup } from '../../src/simulator/item';
import type { SendStep } from '../../src/simulator/send';
import { newsletter, ordinary, outsider } from '../scenarios/cast';
import { type Rig, sendRig } from '../guard/send-rig';
import { testFolder } from '../store/folder';
import { runningService, type TestService } from './running';

/*
 * The whole way: Outlook, the add-in's send handler, the service over HTTP, its connector, and a CRM that does not do what it should. Time is real.
 */

const folder = testFolder();
const { fetch: overHttp } = globalThis;
let crm: RestServer;
let service: TestService;
beforeAll(async () => { crm = await startRestServer(CAST); });
afterAll(() => crm.stop());
beforeEach(() => {
  crm.crm.instead = null;
  crm.crm.seen.length = 0;
});
afterEach(async () => {
  globalThis.fetch = overHttp;
  await service.stop();
});

async function run(url = crm.crm.origin): Promise<void> {
  const policy = folder.file('policy.json', JSON.stringify({ version: 2, organisation: { domains: ['own.example'] } }));
  const config = folder.file('umsicht.json', JSON.stringify({ policy, connectors: { sources: [{ name: 'crm', kind: 'rest', url, token: { environment: 'CRM_TOKEN' } }] } }));
  service = await runningService(folder.path('.'), ['--config', config], { CRM_TOKEN: TOKEN });
}

function draft(item: ItemSetup): Rig {
  const rig = sendRig({ client: 'web', item, loadedOnce: true });
  globalThis.fetch = (url, init) => overHttp(String(url).replace('https://guard.own.example', service.address), init);
  return rig;
}

/** What the sender sees, and whether it came in time: timers of one process run in the order of their times, however slow it is. */
async function press(rig: Rig): Promise<{ readonly step: SendStep; readonly inTime: boolean }> {
  let inTime = true;
  const deadline = setTimeout(() => { inTime = false; }, SEND_DEADLINE);
  const step = await rig.host.pressSend();
  clearTimeout(deadline);
  return { step, inTime };
}

const NO_ANSWER = 'no answer in time';
const OUT_OF_REACH = 'service out of reach';
const UNREADABLE = 'answer not readable';

describe('a newsletter is held back with the reason, in time, while the CRM', () => {
  test.each<[string, HttpCrm['instead'], string]>([
    ['never answers', () => true, NO_ANSWER],
    ['never finishes its answer', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"results":['), NO_ANSWER],
    ['asks to be left alone for a minute', (_, response) => send(response, 429, {}, { 'retry-after': '60' }), NO_ANSWER],
    ['answers with nonsense', (_, response) => send(response, 200, '<html>Wartungsarbeiten'), UNREADABLE],
    ['answers about somebody else', (_, response) => send(response, 200, { results: [{ address: 'other@oak.example', contact: 'unknown' }] }), UNREADABLE],
    ['refuses', (_, response) => send(response, 403, {}), 'request refused'],
  ])('%s', async (_, instead, reason) => {
    await run();
    crm.crm.instead = instead;
    const { step, inTime } = await press(draft(newsletter));
    expect(step).toMatchObject({ kind: 'alert', text: expect.stringContaining(`The consent of one person could not be checked: ${reason}.`) });
    expect(inTime).toBe(true);
    expect(crm.crm.seen.length).toBeGreaterThan(0);
  });

  test.each<[string, () => Promise<string>]>([
    ['is broken', async () => {
      crm.crm.instead = (_, response) => send(response, 500, {});
      return crm.crm.origin;
    }],
    ['hangs up in the middle of its answer', async () => {
      crm.crm.instead = (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{');
        response.socket?.destroy();
        return true;
      };
      return crm.crm.origin;
    }],
    ['is not there', freedAddress],
  ])('%s', async (_, address) => {
    await run(await address());
    const { step, inTime } = await press(draft(newsletter));
    // Whether the repetitions are over by then is chance.
    expect(step).toMatchObject({ kind: 'alert', text: expect.stringMatching(`${OUT_OF_REACH}|${NO_ANSWER}`) });
    expect(inTime).toBe(true);
  });
});

test('an ordinary mail goes out, though the CRM never answers', async () => {
  await run();
  crm.crm.instead = () => true;
  expect(await press(draft(ordinary))).toMatchObject({ step: { kind: 'sent', mail: { how: 'checked' } }, inTime: true });
});

test('an answer that came too late for one Send is there for the next', async () => {
  await run();
  const waiting: (() => void)[] = [];
  crm.crm.instead = ({ path }, response) => {
    waiting.push(() => send(response, 200, { results: [{ address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted', basis: 'consent', confirmed: '2026-01-12T00:00:00Z' }] }] }));
    return path.length > 0;
  };
  const rig = draft(newsletter);
  const first = await press(rig);
  expect(first).toMatchObject({ step: { kind: 'alert', text: expect.stringContaining(NO_ANSWER) }, inTime: true });
  if ('press' in first.step) await first.step.press('dontSend');
  for (const answer of waiting) answer();
  while ((await known('anna@oak.example')) !== true) await new Promise((resume) => setTimeout(resume, 10));
  expect(await press(rig)).toMatchObject({ step: { kind: 'sent' }, inTime: true });
});

test('a CRM that has failed several people is spared, and no Send waits for it', async () => {
  await run();
  crm.crm.instead = (_, response) => send(response, 500, {});
  for (let asked = 0; !service.log.some((line) => line.includes('"state":"open"')); asked += 10) {
    await service.askAbout(Array.from({ length: 10 }, (_, index) => `person${asked + index}@oak.example`));
  }
  // What is still under way has come to its end.
  while ((await known('fritz@oak.example')) !== 'unreachable') await new Promise((resume) => setTimeout(resume, 10));
  const before = crm.crm.seen.length;
  crm.crm.instead = () => true;
  for (const name of ['anna', 'ben', 'cem', 'dora', 'emil']) {
    const { step, inTime } = await press(draft({ ...newsletter, to: [outsider(`${name}@fir.example`)] }));
    expect(step).toMatchObject({ kind: 'alert', text: expect.stringMatching(`${OUT_OF_REACH}|${NO_ANSWER}`) });
    expect(inTime).toBe(true);
  }
  // One of them may have been the trial whether it is well again.
  expect(crm.crm.seen.length - before).toBeLessThanOrEqual(1);
});

/** `true`, or why nothing is known of somebody. */
async function known(address: string): Promise<true | string | undefined> {
  const { contacts: [entry] } = (await service.askAbout([address])).json() as { readonly contacts: readonly { readonly known: boolean; readonly reason?: string }[] };
  return entry?.known === true || entry?.reason;
}

/** Where nobody listens any more. */
async function freedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
