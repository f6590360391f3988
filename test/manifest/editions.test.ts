import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addInId, type Sha1 } from '../../src/manifest/add-in-id';
import { EDITION, editionBase, launchEventScripts, withoutEdition } from '../../src/manifest/edition';
import { describeUmsicht, USUAL_CHOICES } from '../../src/manifest/umsicht';
import { EVENTS } from '../guard/manifest-names';

const sha1: Sha1 = (bytes) => createHash('sha1').update(bytes).digest();
const described = (changes: object = {}) => describeUmsicht({ ...USUAL_CHOICES, origin: 'https://guard.example', ...changes }, sha1);

/**
 * What each edition told Outlook, and the functions its scripts had to have. Once an edition has been released its line stays
 * as it is for ever; whatever changes then gets an edition of its own, and a line here. Until then the line is brought up to date.
 */
const EDITIONS: readonly { readonly edition: number; readonly says: string; readonly functions: readonly string[] }[] = [
  { edition: 1, says: '4702f235eef78857', functions: [...Object.values(EVENTS), 'moveToBcc'] },
];

describe('editions of the manifest', () => {
  test('rise when what Outlook is told changes, for administrators have to roll that out', () => {
    const { version: _, ...says } = described();
    const hash = createHash('sha256').update(JSON.stringify(says));
    for (const icon of says.icons.flatMap(({ sizes }) => sizes)) hash.update(readFileSync(join(__dirname, '..', '..', icon.url.slice(editionBase('https://guard.example').length))));
    const fingerprint = hash.digest('hex').slice(0, 16);
    expect({ edition: EDITION, says: fingerprint }).toEqual({ edition: EDITIONS.length, says: EDITIONS[EDITIONS.length - 1]?.says });
  });

  test('keep every function an earlier one asked for, since its manifests stay in use', () => {
    const { events, surfaces } = described();
    const named = [...events.map(({ functionName }) => functionName), ...surfaces.flatMap(({ buttons }) => buttons.flatMap(({ action }) => (action.kind === 'function' ? action.name : [])))];
    for (const { functions } of EDITIONS) expect(named).toEqual(expect.arrayContaining([...functions]));
  });

  test('have a folder each, and the scripts of all of them may call the service', () => {
    expect(editionBase('https://guard.example', 3)).toBe('https://guard.example/edition-3');
    expect(launchEventScripts('https://guard.example')).toEqual([...EDITIONS.map(({ edition }) => `https://guard.example/edition-${edition}/launchevent.js`).reverse(), 'https://guard.example/launchevent.js']);
    expect(described().pages.launchEventScript).toBe(launchEventScripts('https://guard.example')[0]);
  });

  test.each([
    ['/edition-1/launchevent.js', '/launchevent.js'],
    ['/edition-12345/assets/icon-16.png', '/assets/icon-16.png'],
    ['/edition-1/taskpane.html?et=', '/taskpane.html?et='],
    ['/edition-1/api/v1/policy', '/edition-1/api/v1/policy'],
    ['/edition-1/../cli.js', '/edition-1/../cli.js'],
    ['/taskpane.html', '/taskpane.html'],
  ])('%s is %s', (path, plain) => {
    expect(withoutEdition(path)).toBe(plain);
  });
});

describe('the id of the add-in', () => {
  test('is the name-based UUID of RFC 9562, whose own example it gives', () => {
    // Appendix A.4, with the namespace of domain names.
    const digest = (name: string): string => addInId(name, (bytes) => sha1(Uint8Array.from([...Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex'), ...bytes.slice(16)])));
    expect(digest('www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  test('is the same whenever the manifest of a host is made, whatever is chosen, and another one for another host', () => {
    const { id } = described();
    expect(described({ sendMode: 'Block', revision: 7, mobile: false, name: 'Umsicht (Test)' }).id).toBe(id);
    expect(new Set(['https://guard.example', 'https://test.guard.example', 'https://guard.example:8443', 'https://localhost:3000'].map((origin) => described({ origin }).id)).size).toBe(4);
    expect(id).toBe('8715f449-f146-5703-9761-163b25c35576');
  });
});

test('the version rises with the edition and with each of the administrator\'s own changes', () => {
  expect(described().version).toBe(`1.${EDITION}.0`);
  expect(described({ revision: 12 }).version).toBe(`1.${EDITION}.12`);
});
