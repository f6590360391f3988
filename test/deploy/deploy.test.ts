import { readFileSync } from 'node:fs';
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
  const [compose] = documents('compose.yaml') as readonly { readonly services: { readonly [name: string]: Tree } }[];
  expect(compose?.services['umsicht']).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: [`127.0.0.1:${SETTINGS.port.fallback}:${SETTINGS.port.fallback}`] });
  expect(file('Dockerfile')).toMatch(/^USER 1000:1000$/m);
  expect(file('Dockerfile')).toContain(HEALTH_PATH);
});

test('systemd does not start again what cannot start, and names programs the build makes', () => {
  const unit = file('systemd/umsicht.service');
  expect(unit).toMatch(/^RestartPreventExitStatus=2$/m);
  expect([...unit.matchAll(/\/opt\/umsicht\/dist\/(\w+)\.js/g)].map(([, name]) => name)).toEqual(['cli', 'service']);
});
