import { definedIn } from '../../src/manifest/check/xml-resources';
import { attributeOf, below } from '../../src/manifest/check/xml-tree';
import { launchEventScripts } from '../../src/manifest/edition';
import { readProjectFile } from '../architecture/imports';
import { treeOf } from './manifest-tree';

/* What the add-in and its manifest have to agree on, and no checker of manifests can know. */

const manifest = treeOf(readProjectFile('manifest.xml'));
const resources = new Map(below(manifest, 'VersionOverrides').flatMap(definedIn).map(({ id, element }) => [id, attributeOf(element, 'DefaultValue') ?? '']));

test('the script of classic Outlook has an address without a query, which is the one the well-known file names', () => {
  const script = below(manifest, 'Override').find((override) => attributeOf(override, 'type') === 'javascript');
  const address = new URL(resources.get((script && attributeOf(script, 'resid')) ?? '') ?? '');
  expect([address.search, address.hash]).toEqual(['', '']);
  expect(launchEventScripts(address.origin)).toContain(address.href);
});

test('the icon of a notification is a resource of the manifest', () => {
  const icon = /NOTIFICATION_ICON = '([^']+)'/.exec(readProjectFile('src/outlook/notifications.ts'));
  expect(resources.get(icon?.[1] ?? '')).toMatch(/^https:.*-16\.png$/);
  expect((icon?.[1] ?? '').length).toBeLessThanOrEqual(32);
});

test('the pane cannot be pinned, so that none outlives its draft', () => {
  expect(below(manifest, 'SupportsPinning')).toEqual([]);
});
