import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, embedded, group, setting } from '../../src/configuration/kinds';
import { allSettings, flagOf, variableOf } from '../../src/configuration/names';
import { readSettings } from '../../src/configuration/read-settings';
import { SETTINGS } from '../../src/configuration/settings';
import { settingsTable } from '../../src/configuration/settings-text';
import { listOf, section } from '../../src/core/reading';
import { testFolder } from '../store/folder';

const folder = testFolder();

test('a setting has one name, written as each place writes names', () => {
  expect(['port', 'frameAncestors', 'ldap.url', 'identity.proxy.rolesHeader'].map((place) => [flagOf(place), variableOf(place)])).toEqual([
    ['port', 'UMSICHT_PORT'], ['frame-ancestors', 'UMSICHT_FRAME_ANCESTORS'], ['ldap-url', 'UMSICHT_LDAP_URL'], ['identity-proxy-roles-header', 'UMSICHT_IDENTITY_PROXY_ROLES_HEADER'],
  ]);
});

test('no two settings share a flag or a variable', () => {
  const places = allSettings(SETTINGS).map(({ place }) => place);
  for (const names of [places, places.map(flagOf), places.map(variableOf)]) expect(new Set(names).size).toBe(places.length);
});

test('docs/service.md lists the settings there are', () => {
  const page = readFileSync(join(__dirname, '../../docs/service.md'), 'utf8');
  const between = /<!-- settings -->\n([^]*?)<!-- \/settings -->/.exec(page)?.[1];
  if (between !== settingsTable()) throw new Error('The settings have changed since their table in docs/service.md was made. Make it anew: npm run docs');
});

describe('a part of the file that somebody else reads', () => {
  const settings = {
    port: setting(count('PORT', 'a port', 0, 65_535), 3000, 'port'),
    sources: group('Where from.', {
      crm: embedded('connectors', [], 'none', ({ secret, path }) => listOf(section({ token: secret, key: path }), 'a list of connectors')),
    }),
  };
  const read = (document: string, environment: { readonly [name: string]: string } = {}) => {
    const problems: string[] = [];
    const reading = readSettings(settings, ['--config', folder.file('umsicht.json', document)], environment, problems);
    return { problems, values: reading.values, givenAs: [...reading.givenAs.keys()] };
  };

  test('is handed over with its secrets and with whole paths', () => {
    expect(read('{"sources": {"crm": [{"token": {"environment": "TOKEN"}, "key": "keys/a.pem"}]}}', { TOKEN: 'hush' }))
      .toEqual({ problems: [], values: { port: 3000, sources: { crm: [{ token: 'hush', key: folder.path('keys/a.pem') }] } }, givenAs: ['sources.crm'] });
  });

  test('has its fallback where nothing is said', () => {
    expect(read('{}')).toMatchObject({ problems: [], values: { sources: { crm: [] } }, givenAs: [] });
  });

  test('has its mistakes named with the others, in the same way', () => {
    const { problems } = read('{"port": -1, "sources": {"crm": [{"token": "hush", "key": 5, "colour": "red"}]}}');
    const file = folder.path('umsicht.json');
    expect(problems).toEqual([
      `${file}: port: expected a port from 0 to 65535, got -1`,
      expect.stringMatching(/: sources\.crm\[0\]\.token: expected where the secret is/),
      `${file}: sources.crm[0].key: expected the path of a file, got 5`,
      expect.stringMatching(/: sources\.crm\[0\]\.colour: no entry of that name/),
    ]);
    expect(problems.join()).not.toContain('hush');
  });
});
