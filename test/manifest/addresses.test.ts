import { launchEventScripts } from '../../src/manifest/edition';
import { readProjectFile } from '../architecture/imports';
import { everyElement, readXml } from './xml';

/* What the add-in and its manifest have to agree on, and no checker of manifests can know. */

const all = everyElement(readXml(readProjectFile('manifest.xml')));
const resources = new Map(all.flatMap(({ attributes: { id, DefaultValue } }) => (id === undefined || DefaultValue === undefined ? [] : [[id, DefaultValue] as const])));

test('the script of classic Outlook has an address without a query, which is the one the well-known file names', () => {
  const script = all.find(({ name, attributes }) => name === 'Override' && attributes.type === 'javascript');
  const address = new URL(resources.get(script?.attributes.resid ?? '') ?? '');
  expect([address.search, address.hash]).toEqual(['', '']);
  expect(launchEventScripts(address.origin)).toContain(address.href);
});

test('the icon of a notification is a resource of the manifest', () => {
  const icon = /NOTIFICATION_ICON = '([^']+)'/.exec(readProjectFile('src/outlook/notifications.ts'));
  expect(resources.get(icon?.[1] ?? '')).toMatch(/^https:.*-16\.png$/);
  expect((icon?.[1] ?? '').length).toBeLessThanOrEqual(32);
});

test('the pane cannot be pinned, so that none outlives its draft', () => {
  expect(all.filter(({ name }) => name === 'SupportsPinning')).toEqual([]);
});
