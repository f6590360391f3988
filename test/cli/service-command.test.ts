import { PassThrough } from 'node:stream';
import { serviceCommand } from '../../src/cli/service';
import { testFolder } from '../store/folder';

const folder = testFolder();

async function run(options: readonly string[], environment: { readonly [name: string]: string } = {}): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let status = -1;
  await serviceCommand({ stdin, stdout, stderr, environment }, (with_) => { status = with_; }).parseAsync(['check-configuration', ...options], { from: 'user' });
  return { status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

test('settings the service can start with are said to be so', async () => {
  const file = folder.file('umsicht.json', '{"port": 4100, "policy": "policy.json"}');
  folder.file('policy.json', '{"organisation": {"domains": ["firm.example"]}}');
  expect(await run(['--config', file, '--demo'], { UMSICHT_LOG: 'info' })).toEqual({ status: 0, stdout: 'The service can start with these settings.\n', stderr: '' });
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
