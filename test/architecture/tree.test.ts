import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesUnder, readProjectFile, root } from './imports';

const FOLDERS = ['.ci', 'assets', 'deploy', 'docs', 'examples', 'src', 'test'];
const files = [
  ...FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap(filesUnder),
  ...readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name),
];
const texts = files.filter((file) => !/\.(png|sqlite|sqlite-\w+|tsbuildinfo)$/.test(file));

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /^(utils?|helpers?|common|shared|misc|lib|manager)$/;

const isBadName = (file: string): boolean =>
  file.split('/').some((part) => EMPTY_NAMES.test(part.split('.')[0] ?? '')) || (/(^|\/)index\.tsx?$/.test(file) && file !== 'src/rules/index.ts');

test('files and folders are named for what they hold', () => {
  expect(files.filter((file) => /^(src|test)\//.test(file)).filter(isBadName)).toEqual([]);
  expect(['src/core/utils/a.ts', 'src/core/helpers.ts', 'src/ui/index.ts', 'src/core/common.test.ts'].filter(isBadName)).toHaveLength(4);
  expect(['src/rules/index.ts', 'src/core/commonplace.ts'].filter(isBadName)).toEqual([]);
});

test('no two paths differ in capitals alone, since Windows and macOS take them for one', () => {
  const lower = files.map((file) => file.toLowerCase());
  expect(files.filter((file, index) => lower.indexOf(file.toLowerCase()) !== index)).toEqual([]);
});

describe('nothing names a folder of somebody\'s machine', () => {
  const homes = /(?:^|[\s"'`(=:])(?:\/(?:home|Users)\/\w|[A-Z]:\\+Users\\)|\/root\/\w/;
  // Folders in which every file of the project, or many others, could lie by chance say nothing.
  const unspecific = ['/', '/app', '/build', '/src', '/tmp', '/usr', '/var'];
  const here = [root, homedir(), dirname(root)].filter((folder) => !unspecific.includes(folder)).map((folder) => `${folder}/`);
  const mentions = (text: string): boolean => homes.test(text) || here.some((folder) => new RegExp(`(^|[\\s"'\`(=])${folder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'm').test(text));

  test('in the files', () => {
    expect(texts.filter((file) => mentions(readProjectFile(file)))).toEqual([]);
  });

  test('and the net catches', () => {
    expect([`see ${root}/src`, `const a = '${['', 'home', 'anna', 'umsicht'].join('/')}'`, ['C:', 'Users', 'anna'].join('\\')].filter(mentions)).toHaveLength(3);
    expect(mentions("fetch('/api/evidence')")).toBe(false);
  });
});

test('the lock file holds for every registry: it names no place to download from', () => {
  const { packages } = JSON.parse(readProjectFile('package-lock.json')) as { readonly packages: Readonly<Record<string, { readonly resolved?: string }>> };
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('every version is pinned exactly', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(readProjectFile('package.json'));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...overrides });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('of every package that would run a script when it is installed it is said whether it may', () => {
  const { packages } = JSON.parse(readProjectFile('package-lock.json')) as { readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> };
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(Object.keys(JSON.parse(readProjectFile('package.json')).allowScripts).sort()).toEqual(scripted.sort());
});

test('a server installs the packages its programs load, and no others: what pages are made of is in their files', () => {
  const loads = /\brequire\("((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^"]*)?"\)/g;
  const loaded = ['dist/service.js', 'dist/cli.js'].flatMap((program) => [...readProjectFile(program).matchAll(loads)].map(([, name]) => name));
  expect([...new Set(loaded)].sort()).toEqual(Object.keys(JSON.parse(readProjectFile('package.json')).dependencies).sort());
});
