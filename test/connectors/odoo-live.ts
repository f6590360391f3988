import { Client } from 'pg';
import { odoo } from '../../src/connectors/odoo/kind';
import { CAST, STANDINGS } from './contract/cast';
import { hostOf, standing } from './contract/contract';

/*
 * The connector against a real Odoo, which `npm run odoo` starts; no part of `npm test`. Everybody of the cast stands where they should, and what
 * is refused is refused. A line each; ends with status 1 where one is wrong.
 */

const { UMSICHT_ODOO_URL: url = '', UMSICHT_ODOO_DATABASE: database = '', UMSICHT_ODOO_POSTGRES: port = '' } = process.env;
const READER = { login: 'umsicht', password: 'umsicht reads' };

async function rpc(service: string, method: string, args: readonly unknown[]): Promise<unknown> {
  const answer = await fetch(`${url}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } }) });
  const { result, error } = (await answer.json()) as { result?: unknown; error?: { data?: { message?: string } } };
  if (error) throw new Error(error.data?.message ?? 'Odoo refused');
  return result;
}

/** Somebody who may read what the documentation asks for, and the cast, once for all tests. */
async function fill(): Promise<{ readonly newsletter: number }> {
  const uid = (await rpc('common', 'authenticate', [database, 'admin', 'admin', {}])) as number;
  const call = (model: string, method: string, ...args: readonly unknown[]): Promise<unknown> => rpc('object', 'execute_kw', [database, uid, 'admin', model, method, args]);
  const group = async (module: string, name: string): Promise<number> => {
    const [found] = (await call('ir.model.data', 'search_read', [['module', '=', module], ['name', '=', name]], ['res_id'])) as { res_id: number }[];
    return found?.res_id as number;
  };
  await call('res.users', 'create', { name: 'Umsicht', login: READER.login, password: READER.password, groups_id: [[6, 0, [await group('base', 'group_user'), await group('mass_mailing', 'group_mass_mailing_user')]]] });
  const newsletter = (await call('mailing.list', 'create', { name: 'Newsletter' })) as number;
  const fair = (await call('mailing.list', 'create', { name: 'Trade fair' })) as number;
  const dates: { readonly email: string; readonly obtained: string }[] = [];
  for (const { id, addresses, noAdvertising, newsletter: tag, unmapped } of CAST) {
    const [email = ''] = addresses;
    await call('res.partner', 'create', { name: `Person ${id}`, email: `"Person ${id}" <${email}>` });
    if (noAdvertising) for (const address of addresses) await call('mail.blacklist', 'create', { email: address });
    const isOnList = tag && tag.status !== 'pending' && tag.status !== 'expired';
    const subscriptions = [...(isOnList ? [[0, 0, { list_id: newsletter, opt_out: tag.status === 'withdrawn' }]] : []), ...(unmapped ? [[0, 0, { list_id: fair }]] : [])];
    await call('mailing.contact', 'create', { name: `Person ${id}`, email, subscription_list_ids: subscriptions });
    if (tag?.obtained) dates.push({ email, obtained: tag.obtained });
  }
  // Odoo stamps what is made with the time it was made at.
  const client = new Client({ host: '127.0.0.1', port: Number(port), user: 'odoo', database });
  await client.connect();
  for (const { email, obtained } of dates) await client.query('update mailing_contact_list_rel set create_date = $2 where contact_id in (select id from mailing_contact where email = $1)', [email, obtained.slice(0, 19)]);
  await client.end();
  return { newsletter };
}

async function check(): Promise<void> {
  const { newsletter } = await fill();
  const settings = { kind: 'odoo', url, database, user: READER.login, key: { environment: 'KEY' }, version: 14, purposes: { [newsletter]: { purpose: 'newsletter', member: 'granted' } } };
  const tell = (name: string, isRight: boolean, found: string): void => {
    console.log(`${isRight ? 'ok   ' : 'WRONG'} ${name}: ${found}`);
    if (!isRight) process.exitCode = 1;
  };

  const host = hostOf(settings, { KEY: READER.password });
  const [checked] = await host.check();
  tell('the set-up', checked?.problems.length === 0, JSON.stringify(checked?.problems));
  const expected = STANDINGS.filter(({ only }) => only === undefined || odoo.capabilities[only]);
  const answers = await host.contacts(expected.map(({ key }) => key));
  for (const { name, key, stands } of expected) tell(name, stands.some((each) => each === standing(answers.get(key))), standing(answers.get(key)));
  await host.stop();

  for (const [name, changed, key, reason] of [['a wrong key', {}, 'another', 'refused'], ['a database that is not there', { database: 'nowhere' }, READER.password, 'unreachable']] as const) {
    const other = hostOf({ ...settings, ...changed }, { KEY: key });
    const found = standing((await other.contacts(['anna@oak.example'])).get('anna@oak.example'));
    tell(name, found === reason, found);
    await other.stop();
  }
}

void check();
