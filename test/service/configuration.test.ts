import { resolve } from 'node:path';
import { helpText, OUTLOOK_HOSTS, readConfiguration } from '../../src/service/configuration';

const read = (args: readonly string[], environment: { readonly [name: string]: string } = {}) => readConfiguration(args, environment);
const problemsOf = (...parameters: Parameters<typeof read>): readonly string[] => {
  const result = read(...parameters);
  return result.ok ? [] : result.problems;
};

test('without any setting the service listens on loopback only, with the built-in policy and no demo', () => {
  expect(read([])).toEqual({
    ok: true,
    configuration: {
      host: '127.0.0.1', port: 3000, origin: null, dataFolder: resolve('data'), policyFile: null, demo: false,
      frameAncestors: OUTLOOK_HOSTS, allowedOrigins: [], log: 'error',
    },
  });
});

test('flags win over the environment', () => {
  const environment = { UMSICHT_PORT: '4000', UMSICHT_ORIGIN: 'https://umsicht.firm.example/', UMSICHT_DATA: '/srv/umsicht', UMSICHT_POLICY: 'policy.json' };
  expect(read(['--port', '5000', '--demo', '--frame-ancestors=https://mail.firm.example:8443, https://*.firm.example'], environment)).toMatchObject({
    configuration: {
      port: 5000, origin: 'https://umsicht.firm.example', dataFolder: '/srv/umsicht', policyFile: 'policy.json', demo: true,
      frameAncestors: ['https://mail.firm.example:8443', 'https://*.firm.example'],
    },
  });
});

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost', 'LOCALHOST'])('listens on %s', (host) => {
  expect(read(['--host', host])).toMatchObject({ ok: true, configuration: { host } });
});

test.each(['0.0.0.0', '::', '192.168.1.5', 'umsicht.firm.example', '127.0.0.1.firm.example', 'localhost.firm.example', '::ffff:192.168.1.5', ''])('refuses to listen on %j, and says why', (host) => {
  expect(problemsOf([`--host=${host}`])[0]).toMatch(host === '' ? /^--host: expected ADDRESS/ : /^--host: expected a loopback address .* without a sign-in/);
});

test('everything that is wrong is named at once, by the name under which it was set', () => {
  expect(problemsOf(['--port', '99999', '--origin', 'http://umsicht.firm.example', '--colour', 'x', '--demo=yes', '-v'], { UMSICHT_HOST: '0.0.0.0', UMSICHT_LOG: 'debug' })
    .map((problem) => problem.split(/[: ]/)[0])).toEqual(['--colour', '"x"', '--demo', '-v', 'UMSICHT_HOST', '--port', '--origin', 'UMSICHT_LOG']);
});

test.each(['https://umsicht.firm.example/path', 'https://user@umsicht.firm.example', 'umsicht.firm.example', 'ftp://umsicht.firm.example', 'http://umsicht.firm.example', 'https://', '*', 'null'])(
  '%s is no origin', (origin) => {
    expect(problemsOf([`--origin=${origin}`]).length).toBe(1);
  });

test.each(["'unsafe-inline'", 'https:', '*', "https://a.example; script-src *", 'https://*', "https://a.example'"])('%s may not frame the pane', (site) => {
  expect(problemsOf([`--frame-ancestors=${site}`]).length).toBe(1);
});

test('the help names every setting', () => {
  for (const name of ['--port', '--host', '--origin', '--data', '--policy', '--demo', 'UMSICHT_PORT', 'UMSICHT_FRAME_ANCESTORS']) expect(helpText()).toContain(name);
});
