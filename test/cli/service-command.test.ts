import { PassThrough } from 'node:stream';
import { serviceCommand } from '../../src/cli/service';
import { CAST } from '../connectors/contract/cast';
import { startRestServer, TOKEN } from '../connectors/rest-server';
import { testFolder } from '../store/folder';

const folder = testFolder();

async function run(options: readonly string[], environment: { readonly [name: string]: string } = {}, command = 'check-configuration'): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let status = -1;
  await serviceCommand({ stdin, stdout, stderr, environment }, (with_) => { status = with_; }).parseAsync([command, ...options], { from: 'user' });
  return { status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

test('settings the service can start with are said to be so', async () => {
  const file = folder.file('umsicht.json', '{"port": 4100, "policy": "policy.json"}');
  folder.file('policy.json', '{"organisation": {"domains": ["firm.example"]}}');
  expect(await run(['--config', file, '--demo'], { UMSICHT_LOG: 'info' })).toEqual({ status: 0, stdout: 'The service can start with these settings.\n', stderr: '' });
});

test('settings without a file are said to be none of a file, since the one that was meant may not have been named', async () => {
  expect(await run([])).toMatchObject({ status: 0, stdout: 'The service can start with these settings. No configuration file is named (--config FILE or UMSICHT_CONFIG).\n' });
});

test('mistakes in flags, environment, file and policy are named together, and nothing is started', async () => {
  const file = folder.file('umsicht.json', '{"prot": 4100, "policy": "policy.json"}');
  folder.file('policy.json', '{"rules": {"missing-consent": {"severity": "grave"}}}');
  const { status, stdout, stderr } = await run(['--config', file, '--port', 'x'], { UMSICHT_LOG: 'loud', UMSICHT_HOTS: '::1' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n').map((line) => (line.startsWith('/') || line.startsWith('note') ? line.split(': ').slice(0, 2).join(': ') : line))).toEqual([
    'note: UMSICHT_HOTS', `${file}: prot`, '--port: expected a port from 0 to 65535, got "x"', expect.stringMatching(/^UMSICHT_LOG: expected one of/), `${folder.path('policy.json')}: rules.missing-consent.severity`,
  ]);
});

describe('check-connectors', () => {
  const check = (sources: readonly object[], environment: { readonly [name: string]: string } = {}) => run(['--config', folder.file('umsicht.json', JSON.stringify({ connectors: { sources } }))], environment, 'check-connectors');
  const crm = (url: string, more: object = {}): object => ({ name: 'crm', kind: 'rest', url, token: { environment: 'CRM_TOKEN' }, limits: { seconds: 2 }, ...more });

  test('without a CRM there is nothing to check', async () => {
    expect(await run([], {}, 'check-connectors')).toEqual({ status: 0, stdout: 'No CRM is set up.\n', stderr: '' });
  });

  test('a CRM that can be asked is well, with what is mapped', async () => {
    const server = await startRestServer(CAST);
    const { status, stdout } = await check([crm(server.crm.origin)], { CRM_TOKEN: TOKEN });
    server.purposes([{ id: 'newsletter', label: 'Newsletter' }, { id: '17', label: 'Trade\u001b fair' }, { id: '18', label: '18' }]);
    const again = await check([crm(server.crm.origin, { purposes: { 17: { purpose: 'event', member: 'granted' }, 18: [] } })], { CRM_TOKEN: TOKEN });
    await server.stop();
    expect([status, stdout]).toEqual([0, 'crm (rest): well\n  newsletter  Newsletter: newsletter\n']);
    expect(again.stdout).toBe('crm (rest): well\n  newsletter  Newsletter: newsletter\n  17  Trade\\u001b fair: event, members have agreed\n  18: left out\n');
  });

  test('what is mapped and nobody knows there is pointed out: it may be misspelt', async () => {
    const server = await startRestServer(CAST);
    const { status, stdout } = await check([crm(server.crm.origin, { purposes: { 'news-letter': 'newsletter', fair: [] } })], { CRM_TOKEN: TOKEN });
    await server.stop();
    expect([status, stdout]).toEqual([0, 'crm (rest): well\n  newsletter  Newsletter: newsletter\n  news-letter: mapped to newsletter, but not among these; misspelt?\n']);
  });

  test('a token that is not the right one is told with what to compare', async () => {
    const server = await startRestServer(CAST);
    const { status, stdout } = await check([crm(server.crm.origin)], { CRM_TOKEN: 'another' });
    await server.stop();
    expect([status, stdout]).toEqual([1, expect.stringMatching(/refused \(\w+\)\. Compare user, password or token, and the rights in docs\/connectors\.md\.\n$/)]);
  });

  test('one that cannot is not, and why; settings that are wrong ask nobody', async () => {
    const gone = await startRestServer([]);
    const { origin } = gone.crm;
    await gone.stop();
    const { status, stdout } = await check([crm(origin)], { CRM_TOKEN: TOKEN });
    expect([status, stdout]).toEqual([1, 'crm (rest): not as it should be\n  It could not be checked: unreachable (ECONNREFUSED). Look at its address, and at firewalls and certificates on the way.\n']);
    expect(await check([crm(origin)])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('CRM_TOKEN') });
  });
});
