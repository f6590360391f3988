import { type PostgresServer, sharedPostgres } from '../store/postgres-server';
import { CAST, type CastMember, NOW } from './contract/cast';
import { connectorContract, type ContractCrm, NO_LIMITS, openedHosts, readSources } from './contract/contract';

const PASSWORD = 'umsicht reads a view';
const ENVIRONMENT = { CRM_PASSWORD: PASSWORD };
const quoted = (value: string | undefined): string => (value === undefined ? 'null' : `'${value.replace(/'/g, "''")}'`);

/** A CRM of the company's own: people, addresses, consents, a view over them, and a role that may read that and nothing else. */
function crmIn(role: string, cast: readonly CastMember[]): string {
  const rows = (values: readonly string[]): string => values.join(',\n');
  return `
    create role ${role} login password '${PASSWORD}';
    create schema crm;
    create schema umsicht;
    create table crm.people (id int primary key, name text not null, country char(2), no_mail boolean, no_advertising boolean, changed timestamptz not null);
    create table crm.addresses (person int references crm.people, address text not null);
    create index on crm.addresses (lower(address));
    create table crm.consents (person int references crm.people, topic text, state text, basis text, obtained timestamptz, confirmed timestamptz, withdrawn timestamptz, expires timestamptz);
    insert into crm.people values ${rows(cast.map(({ id, noMail, noAdvertising }) => `(${id}, 'Person ${id}', 'DE', ${noMail === true}, ${noAdvertising === true}, '2026-11-01T00:00:00Z')`))};
    insert into crm.addresses values ${rows(cast.flatMap(({ id, addresses }) => addresses.map((address) => `(${id}, ${quoted(address)})`)))};
    insert into crm.consents values ${rows(cast.flatMap(({ id, newsletter: tag, unmapped }) => [
      ...(tag ? [`(${id}, 'newsletter', '${tag.status}', 'consent', ${quoted(tag.obtained)}, ${quoted(tag.confirmed)}, ${quoted(tag.withdrawn)}, ${quoted(tag.expires)})`] : []),
      ...(unmapped ? [`(${id}, 'trade fair', 'granted', 'consent', null, null, null, null)`] : []),
    ]))};
    create view umsicht.consents as
      select a.address, s.purpose, s.status, s.basis, s.obtained, s.confirmed, s.withdrawn, s.expires, p.country, p.id as record, p.changed
      from crm.people p join crm.addresses a on a.person = p.id
      left join lateral (
        select topic as purpose, state as status, basis, obtained, confirmed, withdrawn, expires from crm.consents c where c.person = p.id
        union all select '*', 'objected', null, null, null, null, null where p.no_mail
        union all select 'advertising', 'withdrawn', null, null, null, null, null where p.no_advertising
      ) s on true;
    grant usage on schema umsicht to ${role};
    grant select on umsicht.consents to ${role};
    create view umsicht.nonsense as select address, 'newsletter' as purpose, 'perhaps' as status from crm.addresses;
    create view umsicht.slow as select a.address, null as purpose, null as status from crm.addresses a, lateral (select pg_sleep(2)) s;
    create view umsicht.without_zone as select address, 'newsletter' as purpose, 'granted' as status, now()::timestamp as obtained from crm.addresses;
    create view umsicht.no_status as select address, 'newsletter' as purpose from crm.addresses;
    create view umsicht.days as select address, 'newsletter' as purpose, 'granted' as status, 'consent' as basis, '2026-05-31'::date as obtained, '2027-05-31'::date as expires from crm.addresses;
  `;
}

interface SqlCrm extends ContractCrm {
  readonly server: PostgresServer;
  readonly database: string;
  readonly role: string;
  settings(more?: object): object;
}

let made = 0;
async function start(): Promise<SqlCrm> {
  const server = await sharedPostgres();
  const database = await server.freshDatabase();
  made += 1;
  const role = `reader_${process.pid}_${made}`;
  await server.query(`revoke connect on database ${database} from public; `, database);
  await server.query(crmIn(role, CAST), database);
  await server.query(`grant connect on database ${database} to ${role}`, database);
  const settings = (more: object = {}): object => ({ kind: 'sql-view', host: '127.0.0.1', port: server.port, database, user: role, password: { environment: 'CRM_PASSWORD' }, view: 'umsicht.consents', tls: 'off', ...more });
  return {
    server,
    database,
    role,
    settings,
    async source(condition) {
      if (condition === 'refused') return { settings: settings(), environment: { CRM_PASSWORD: 'another' } };
      if (condition === 'unreachable') return { settings: settings({ port: 9 }), environment: ENVIRONMENT };
      if (condition !== 'good') await server.query(`grant select on umsicht.nonsense, umsicht.slow to ${role}`, database);
      return { settings: settings({ view: { good: 'umsicht.consents', malformed: 'umsicht.nonsense', slow: 'umsicht.slow' }[condition] }), environment: ENVIRONMENT };
    },
    mend: async () => void (await server.query(`revoke select on umsicht.nonsense, umsicht.slow from ${role}`, database)),
    async stop() {
      await server.dropDatabase(database);
      await server.query(`drop role ${role}`);
    },
  };
}

connectorContract('sql-view', start);

describe('a view in PostgreSQL', () => {
  let crm: SqlCrm;
  const { open, ask } = openedHosts((more) => crm.settings(more), ENVIRONMENT);
  beforeAll(async () => { crm = await start(); }, 300_000);
  afterAll(() => crm.stop());

  test('the role reads the view, and the check names what else it may read or write', async () => {
    const { server, database, role } = crm;
    const strict = open();
    expect((await strict.check())[0]?.problems).toEqual([]);
    await server.query(`grant usage on schema crm to ${role}; grant select on crm.people to ${role}; grant select (address) on crm.addresses to ${role}; grant insert on umsicht.consents to ${role}`, database);
    expect((await strict.check())[0]?.problems).toEqual(['The role may read more than the view: crm.addresses, crm.people.', 'The role may write to the view.']);
    await server.query(`revoke all on crm.people, crm.addresses, umsicht.consents from ${role}; revoke usage on schema crm from ${role}; grant select on umsicht.consents to ${role}`, database);
  });

  test('a superuser is told to be less', async () => {
    const { port, user, password } = crm.server;
    const host = open({ port, user }, { CRM_PASSWORD: password });
    expect((await host.check())[0]?.problems).toEqual([expect.stringContaining('superuser')]);
  });

  describe('views of other kinds', () => {
    beforeAll(() => crm.server.query(`grant select on umsicht.without_zone, umsicht.days, umsicht.no_status to ${crm.role}`, crm.database));
    afterAll(() => crm.server.query(`revoke select on umsicht.without_zone, umsicht.days, umsicht.no_status from ${crm.role}`, crm.database));

    test('nothing can be written, even by a role that may', async () => {
      const { server, database, role } = crm;
      await server.query(`create table umsicht.target (a int); grant insert, select on umsicht.target to ${role}; create function umsicht.sly() returns text language plpgsql as $$ begin insert into umsicht.target values (1); return 'granted'; end $$;
        create view umsicht.sly as select address, 'newsletter' as purpose, umsicht.sly() as status from crm.addresses; grant select on umsicht.sly to ${role}`, database);
      expect(await ask(open({ view: 'umsicht.sly' }))).toBe('invalidAnswer');
      expect(await server.query('select * from umsicht.target', database)).toEqual([]);
    });

    test.each([
      ['is not there', { view: 'umsicht.nowhere' }, 'refused'],
      ['may not be read', { view: 'umsicht.nonsense' }, 'refused'],
      ['has no column for the status', { view: 'umsicht.no_status' }, 'refused'],
      ['has instants without a time zone', { view: 'umsicht.without_zone' }, 'invalidAnswer'],
      ['is in a database that is not there', { database: 'nowhere' }, 'refused'],
    ])('a view that %s', async (_, more, reason) => {
      expect(await ask(open(more))).toBe(reason);
    });

    test('a column without a time zone is named by the check', async () => {
      expect((await open({ view: 'umsicht.without_zone' }).check())[0]?.problems).toContain('The column obtained has no time zone. Make it timestamptz, or a date.');
    });

    test('days are days in UTC, the last one whole, wherever this machine is', async () => {
      const answer = (await open({ view: 'umsicht.days' }).contacts(['anna@oak.example'])).get('anna@oak.example');
      expect(answer).toMatchObject({ value: { tags: [{ obtained: '2026-05-31T00:00:00.000Z', expires: '2027-05-31T23:59:59.999Z' }] } });
    });
  });

  test('a country comes along, a record that nobody understands does not pass', async () => {
    expect((await open().contacts(['anna@oak.example'])).get('anna@oak.example')).toMatchObject({ value: { country: 'DE' } });
    await crm.server.query("update crm.people set country = 'D!' where id = 1", crm.database);
    expect(await ask(open())).toBe('invalidAnswer');
    await crm.server.query("update crm.people set country = 'DE' where id = 1", crm.database);
  });

  test('an address that is an attempt at more is an address', async () => {
    expect(await ask(open(), "x') or true--@oak.example")).toBe('unknownContact');
    expect(await ask(open(), '\\x00@oak.example')).toBe('unknownContact');
  });

  test('a connection that the server has ended is replaced', async () => {
    const host = open();
    expect(await ask(host)).toBe('granted');
    host.forgetAll();
    await crm.server.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${crm.role}'`);
    expect(await ask(host)).toBe('granted');
  });

  test('the index on lower(address) is used', async () => {
    await crm.server.query(`alter database ${crm.database} set enable_seqscan = off`);
    const plan = await crm.server.query("explain select * from umsicht.consents where lower(address) = any(array['anna@oak.example'])", crm.database);
    expect(JSON.stringify(plan)).toContain('addresses_lower_idx');
  });

  test('what has changed since is asked for again', async () => {
    const connector = readSources({ sources: [{ name: 'crm', ...crm.settings() }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
    const since = Date.parse('2026-11-10T00:00:00Z');
    expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([]);
    await crm.server.query("update crm.people set changed = '2026-11-20T00:00:00Z' where id in (1, 10)", crm.database);
    expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched.map((each) => ('address' in each ? each.address : '')).sort()).toEqual(['anna@oak.example', 'otto.privat@home.example', 'otto@oak.example']);
    await connector?.close?.();
  });
});
