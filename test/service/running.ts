import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import type { ServiceConfiguration } from '../../src/configuration/configuration';
import { readConfiguration } from '../../src/configuration/configuration';
import { RECORDS_REPORT_PATH } from '../../src/wire/record';
import { documentCheck, type DocumentCheck } from './document-check';
import { createMetrics } from '../../src/service/operation/metrics';
import { type RunningService, startService } from '../../src/service/start-service';
import { asked, told } from '../told/told';

const DEMO_CONTACTS = resolve(__dirname, '../../src/service/demo-contacts.csv');

/** Files as the build writes them, in small. */
export function builtAddIn(folder: string): string {
  const page = (script: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
  <script src="${script}.js" defer></script>
</head>
<body></body>
</html>
`;
  const files: { readonly [name: string]: string } = {
    'launchevent.js': 'fetch("https://localhost:3000/api/v1/policy");',
    'taskpane.js': 'pane();',
    'service.js': 'secret();',
    'cli.js': 'secret();',
    'playground.js': 'play();',
    'playground-office.js': 'Office = {};',
    'playground.html': '<!doctype html><html><head></head><body></body></html>',
    'launchevent.html': page('launchevent'),
    'taskpane.html': page('taskpane'),
    'policy.schema.json': '{"title":"Umsicht policy"}',
    'assets/icon-32.png': 'png',
    'assets/support.html': '<!doctype html><title>Help</title>',
  };
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  copyFileSync(DEMO_CONTACTS, join(folder, 'demo-contacts.csv'));
  return folder;
}

export function configurationOf(args: readonly string[], environment: { readonly [name: string]: string } = {}): ServiceConfiguration {
  const result = readConfiguration(args, environment);
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.configuration;
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly text: string;
  json(): unknown;
}

export interface TestService extends RunningService {
  readonly log: readonly string[];
  /** Headers and path go out letter for letter. Every answer is held against the document of the API. */
  ask(path: string, init?: { readonly method?: string; readonly headers?: { readonly [name: string]: string }; readonly body?: string }): Promise<Answer>;
  askAbout(addresses: unknown): Promise<Answer>;
}

/** A service that really listens, on a free port, with a database in `folder`. */
export async function runningService(folder: string, args: readonly string[] = [], environment: { readonly [name: string]: string } = {}): Promise<TestService> {
  const log: string[] = [];
  const configuration = configurationOf(['--port', '0', '--data', join(folder, 'data'), '--log', 'info', ...args], environment);
  const metrics = createMetrics('0.1.0', configuration.metrics !== null);
  const service = await startService({
    configuration,
    addIn: builtAddIn(join(folder, 'dist')),
    demoContacts: join(folder, 'dist', 'demo-contacts.csv'),
    metrics,
    logTo: {
      write(line) {
        log.push(line);
        told('log', line);
      },
    },
  });
  const send: TestService['ask'] = (path, { method = 'GET', headers = {}, body } = {}) => new Promise((done, failed) => {
    const { hostname, port } = new URL(service.address);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => { text += part; });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) as unknown }));
    });
    sent.on('error', failed).end(body);
  });
  let check: Promise<DocumentCheck> | null = null;
  const ask: TestService['ask'] = async (path, init = {}) => {
    asked(path, ...Object.values(init.headers ?? {}), init.body ?? '');
    const answer = await send(path, init);
    told('headers', JSON.stringify(answer.headers));
    if (answer.status >= 400) told('problem', answer.text);
    if (path.startsWith(RECORDS_REPORT_PATH)) told('report', answer.text);
    check ??= send('/api/openapi.json').then(({ text }) => documentCheck(text));
    (await check)(init.method ?? 'GET', path, answer);
    return answer;
  };
  return {
    ...service,
    log,
    ask,
    async stop() {
      await service.stop();
      told('figures', await metrics.text());
    },
    askAbout: (addresses) => ask('/api/v1/evidence', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ addresses }) }),
  };
}
