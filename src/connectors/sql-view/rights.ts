import type { Row } from './connector';

type Query = (text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Tables named in a problem; more are counted. */
const MOST_NAMED = 5;

/** What the role may do beyond reading this one view, a sentence each. Nothing that PostgreSQL itself lets everybody read counts. */
export async function readableBeyond(query: Query, view: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const [role] = await query('select rolsuper as super, rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful from pg_roles where rolname = current_user', []);
  if (role?.super === true) return ['The role is a superuser. Give it LOGIN, CONNECT, USAGE on the schema and SELECT on the view, no more.'];
  if (role?.powerful === true) problems.push('The role may create roles or databases, replicate, or pass row security by.');
  const others = await query(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and c.oid <> to_regclass($1) and has_schema_privilege(n.oid, 'USAGE')
      and (has_table_privilege(c.oid, 'SELECT') or has_any_column_privilege(c.oid, 'SELECT'))
    order by 1`, [view]);
  if (others.length > 0) {
    const named = others.slice(0, MOST_NAMED).map(({ name }) => String(name)).join(', ');
    problems.push(`The role may read more than the view: ${named}${others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''}.`);
  }
  const [writing] = await query("select has_table_privilege(to_regclass($1), 'INSERT, UPDATE, DELETE, TRUNCATE') as may", [view]);
  if (writing?.may === true) problems.push('The role may write to the view.');
  return problems;
}
