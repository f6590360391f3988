import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readConfiguration } from '../../src/configuration/configuration';
import { problemsWith } from '../../src/configuration/policy-document';
import { variablesOf } from '../../src/configuration/names';
import { SETTINGS } from '../../src/configuration/settings';
import { rules } from '../../src/rules';
import { HEALTH_PATH, READY_PATH } from '../../src/service/operation/health';
import { testFolder } from '../store/folder';

const folder = testFolder();
const ROOT = join(__dirname, '../..');
const file = (name: string): string => readFileSync(join(ROOT, 'deploy', name), 'utf8');
type Tree = { readonly [name: string]: unknown };
const documents = (name: string): readonly Tree[] => parseAllDocuments(file(name), { strict: true, uniqueKeys: true }).map((document) => {
  expect(document.errors).toEqual([]);
  return document.toJS() as Tree;
});

const compose = () => documents('compose.yaml')[0] as { readonly services: Readonly<Record<string, Tree>>; readonly secrets: Tree };

test.each(['Dockerfile', 'compose.yaml', 'systemd/umsicht.service', 'kubernetes/umsicht.yaml'])('%s sets nothing that is no setting', (name) => {
  const named = [...file(name).matchAll(/\bUMSICHT_[A-Z_]+\b/g)].map(([variable]) => variable);
  const known = variablesOf(SETTINGS);
  expect(named.length).toBeGreaterThan(0);
  // One is written with a gap, for whatever it is needed for.
  expect([...new Set(named)].filter((variable) => !known.includes(variable) && variable !== 'UMSICHT_')).toEqual([]);
});

test('the settings and the policy of the Kubernetes example are ones the service starts with', () => {
  const map = documents('kubernetes/umsicht.yaml').find(({ kind }) => kind === 'ConfigMap') as { readonly data: { readonly [name: string]: string } };
  for (const [name, text] of Object.entries(map.data)) folder.file(name, text);
  const result = readConfiguration(['--config', folder.path('umsicht.json'), '--host', '0.0.0.0'], {});
  expect(problemsWith(result, rules)).toEqual([]);
  expect(result).toMatchObject({ ok: true, configuration: { identity: { entra: { tenants: [expect.any(String)] } } } });
});

test('what Kubernetes asks is what the service answers, and its user may write nowhere', () => {
  const all = documents('kubernetes/umsicht.yaml');
  const deployment = all.find(({ kind }) => kind === 'Deployment') as { readonly spec: { readonly template: { readonly spec: { readonly enableServiceLinks: boolean; readonly containers: readonly Tree[]; readonly terminationGracePeriodSeconds: number } } } };
  const { containers: [container], enableServiceLinks, terminationGracePeriodSeconds } = deployment.spec.template.spec;
  expect(container).toMatchObject({
    livenessProbe: { httpGet: { path: HEALTH_PATH, port: 'http' } }, readinessProbe: { httpGet: { path: READY_PATH, port: 'http' } },
    ports: [{ name: 'http', containerPort: SETTINGS.port.fallback }, { name: 'metrics' }],
    securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
  });
  expect(enableServiceLinks).toBe(false);
  const environment = container?.['env'] as readonly { readonly name: string; readonly value: string }[];
  const drain = Number(environment.find(({ name }) => name === 'UMSICHT_STOP_DRAIN')?.value);
  // It may take its time to answer what has begun, and to close what it has open.
  expect(terminationGracePeriodSeconds).toBeGreaterThan(drain + SETTINGS.stop.settings.deadline.fallback + 10);
});

test('the containers run without root and read-only, and are reached from this machine only', () => {
  const { umsicht } = compose().services;
  expect(umsicht).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: [`127.0.0.1:${SETTINGS.port.fallback}:${SETTINGS.port.fallback}`] });
  expect(file('Dockerfile')).toMatch(/^USER 1000:1000$/m);
  expect(file('Dockerfile')).toContain(HEALTH_PATH);
});

describe('the image', () => {
  const copied = [...file('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));

  test('is built from what the build reads and nothing else, so that no secret beside it gets in', () => {
    expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    expect(file('Dockerfile.dockerignore').trim().split('\n')).toEqual(['*', ...copied.map((name) => `!${name}`).sort()]);
    const inputs = /^const INPUTS = \[(.+)\];$/m.exec(readFileSync(join(ROOT, 'src/develop/build.mjs'), 'utf8'))?.[1]?.match(/[\w.-]+/g);
    expect([...copied].sort()).toEqual(['.npmrc', ...(inputs ?? [])].sort());
  });
});

test('Compose finds the database under the name and with the way to it that the address has', () => {
  const { services, secrets } = compose();
  const address = / echo "(postgres:.+)" > database-url\)$/m.exec(file('compose.yaml'))?.[1]?.replace(/\$\(.+\)/, 'secret') ?? '';
  const result = readConfiguration([], { UMSICHT_DATABASE_URL: address });
  // The server of that image speaks no TLS.
  expect(result).toMatchObject({ ok: true, configuration: { database: { engine: 'postgres', host: 'database', user: 'umsicht', password: 'secret', database: 'umsicht', tls: { mode: 'disable' } } } });
  expect(services['database']).toMatchObject({ environment: { POSTGRES_DB: 'umsicht', POSTGRES_USER: 'umsicht', POSTGRES_PASSWORD_FILE: '/run/secrets/database_password' }, secrets: ['database_password'] });
  expect(services['umsicht']).toMatchObject({ environment: { UMSICHT_DATABASE_URL_FILE: '/run/secrets/database_url' }, secrets: ['database_url'] });
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  expect(Object.values(secrets).map((secret) => (secret as { readonly file: string }).file.replace('./', 'deploy/')).filter((name) => !ignored.includes(name))).toEqual([]);
});

test('systemd does not start again what cannot start, and names programs the build makes', () => {
  const unit = file('systemd/umsicht.service');
  expect(unit).toMatch(/^RestartPreventExitStatus=2$/m);
  // That counts for the program itself only: whatever checks before it would be tried again for ever.
  expect(unit).not.toMatch(/^ExecStartPre=/m);
  expect([...unit.matchAll(/\/opt\/umsicht\/dist\/(\w+)\.js/g)].map(([, name]) => name)).toEqual(['service']);
});

test('systemd lets Node have what it asks for as it starts', () => {
  const unit = file('systemd/umsicht.service');
  const allowed = [...unit.matchAll(/^SystemCallFilter=(?!~)(.+)$/gm)].flatMap(([, sets = '']) => sets.split(' '));
  expect(allowed).toEqual(['@system-service', '@pkey']);
  expect(unit).toMatch(/^SystemCallErrorNumber=EPERM$/m);
});
