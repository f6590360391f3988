import fc from 'fast-check';
import type { Evidence } from '../../src/core/evidence';
import type { Directory, DirectoryList, DirectoryMember } from '../../src/connectors/directory';
import { listMembers, UNFOLDING_LIMITS, type UnfoldingLimits } from '../../src/connectors/list-members';

const person = (address: string, name = ''): DirectoryMember => ({ kind: 'person', person: { address, name } });
const nested = (id: string): DirectoryMember => ({ kind: 'list', id });

/** `'…'` among the members: there are more that cannot be read. */
interface Lists { readonly [id: string]: readonly (DirectoryMember | '…')[] | 'forbidden' | 'silent' }

/** A directory in memory that counts what it was asked. */
function directoryOf(lists: Lists): Directory & { readonly read: string[]; closed: number } {
  const directory = {
    read: [] as string[],
    closed: 0,
    open: () => {
      const list = (id: string): Promise<Evidence<DirectoryList>> => {
        directory.read.push(id);
        const members = Object.prototype.hasOwnProperty.call(lists, id) ? lists[id] : undefined;
        if (members === 'silent') return new Promise(() => undefined);
        if (members === 'forbidden') return Promise.resolve({ known: false, reason: 'refused' });
        return Promise.resolve(members ? { known: true, value: { id, members: members.filter((member) => member !== '…'), complete: !members.includes('…') } } : { known: false, reason: 'notFound' });
      };
      return { listAt: list, list, close: () => { directory.closed += 1; } };
    },
  };
  return directory;
}

async function unfolded(lists: Lists, limits: Partial<UnfoldingLimits> = {}): Promise<string> {
  const directory = directoryOf(lists);
  const evidence = await listMembers(directory, 'all', { ...UNFOLDING_LIMITS, ...limits });
  expect(directory.closed).toBe(1);
  expect(new Set(directory.read).size).toBe(directory.read.length);
  if (!evidence.known) return evidence.reason;
  return `${evidence.value.members.map(({ address }) => address).join(' ')}${evidence.value.complete ? '' : ' …'}`;
}

test.each<[string, Lists, string]>([
  ['people stand in the order of the list', { all: [person('b@x.example'), person('a@x.example')] }, 'b@x.example a@x.example'],
  ['lists within it come after its own people, level by level', { all: [nested('one'), nested('two'), person('a@x.example')], one: [nested('three')], two: [person('b@x.example')], three: [person('c@x.example')] }, 'a@x.example b@x.example c@x.example'],
  ['each person stands there once, in whatever spelling', { all: [person('a@x.example'), nested('one')], one: [person('A@X.example.'), person('"a"@x.example')] }, 'a@x.example'],
  ['lists may contain each other, and themselves', { all: [nested('all'), nested('one')], one: [nested('all'), nested('one'), person('a@x.example')] }, 'a@x.example'],
  ['a list within it that nobody may read leaves it incomplete', { all: [nested('one'), nested('two')], one: 'forbidden', two: [person('a@x.example')] }, 'a@x.example …'],
  ['a list within it that is gone leaves it incomplete', { all: [nested('one'), person('a@x.example')] }, 'a@x.example …'],
  ['a list that was read in part leaves the whole incomplete', { all: [person('a@x.example'), '…', nested('one')], one: [person('b@x.example')] }, 'a@x.example b@x.example …'],
  ['so does a list within it', { all: [person('a@x.example'), nested('one'), nested('two')], one: [person('b@x.example'), '…'], two: [] }, 'a@x.example b@x.example …'],
  ['nobody is on an empty list', { all: [] }, ''],
  ['names that mean something to JavaScript are lists like others', { all: [nested('__proto__'), nested('constructor')], constructor: [person('a@x.example')] }, 'a@x.example …'],
  ['a list that nobody may read is unknown', { all: 'forbidden' }, 'refused'],
  ['a list that is not there is unknown', {}, 'notFound'],
])('%s', async (_, lists, expected) => {
  expect(await unfolded(lists)).toBe(expected);
});

describe('the limits', () => {
  const chain: Lists = Object.fromEntries(Array.from({ length: 30 }, (_, level) => [level === 0 ? 'all' : `level${level}`, [person(`p${level}@x.example`), nested(`level${level + 1}`)]]));

  test('end lists within lists within lists', async () => {
    expect(await unfolded(chain, { depth: 3 })).toBe('p0@x.example p1@x.example p2@x.example …');
    expect(await unfolded({ all: [nested('one')], one: [person('a@x.example')] }, { depth: 2 })).toBe('a@x.example');
  });

  test('end very many lists', async () => {
    const many: Lists = { all: Array.from({ length: 1000 }, (_, index) => nested(`list${index}`)), ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`list${index}`, [person(`p${index}@x.example`)]])) };
    const directory = directoryOf(many);
    const evidence = await listMembers(directory, 'all', { ...UNFOLDING_LIMITS, lists: 50 });
    expect(evidence.known && [evidence.value.members.length, evidence.value.complete]).toEqual([49, false]);
    expect(directory.read.length).toBe(50);
  });

  test('end very many people, of whom as many are named as there is room for', async () => {
    const lists: Lists = { all: [person('a@x.example'), nested('one')], one: [person('b@x.example'), person('c@x.example'), nested('two')], two: [person('d@x.example')] };
    expect(await unfolded(lists, { people: 2 })).toBe('a@x.example b@x.example …');
    expect(await unfolded(lists, { people: 4 })).toBe('a@x.example b@x.example c@x.example d@x.example');
  });

  test('end a directory that does not answer: what is known by then counts', async () => {
    expect(await unfolded({ all: [person('a@x.example'), nested('one'), nested('two')], one: 'silent', two: [person('b@x.example')] }, { milliseconds: 50 })).toBe('a@x.example …');
    expect(await unfolded({ all: 'silent' }, { milliseconds: 50 })).toBe('timeout');
  });
});

test('a directory that breaks is unreachable', async () => {
  const broken: Directory = { open: () => ({ listAt: () => Promise.reject(new Error('disk')), list: () => Promise.reject(new Error('disk')), close: () => undefined }) };
  expect(await listMembers(broken, 'all')).toEqual({ known: false, reason: 'unreachable' });
});

test('whatever lists contain each other, everybody who can be reached is named once and nothing is read twice', async () => {
  const names = ['all', 'one', 'two', 'three', 'four'];
  const members = fc.array(fc.oneof(fc.constantFrom(...names).map(nested), fc.constantFrom('a', 'b', 'c', 'd').map((each) => person(`${each}@x.example`))), { maxLength: 6 });
  await fc.assert(fc.asyncProperty(fc.record({ all: members, one: members, two: members, three: members, four: members }), async (lists) => {
    const reached = new Set<string>(['all']);
    for (const name of reached) for (const member of lists[name as 'all']) if (member.kind === 'list') reached.add(member.id);
    const expected = new Set([...reached].flatMap((name) => lists[name as 'all'].flatMap((member) => (member.kind === 'person' ? [member.person.address] : []))));
    const evidence = await listMembers(directoryOf(lists), 'all');
    expect(evidence.known && evidence.value.complete).toBe(true);
    expect(evidence.known && evidence.value.members.map(({ address }) => address).sort()).toEqual([...expected].sort());
  }));
});
