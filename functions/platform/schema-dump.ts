import { Client } from 'pg';

/**
 * Every part of the schema as a line of SQL, from the catalogue: the table it belongs to, its kind (which orders it), its rank among
 * its kind, the text. PostgreSQL 18 lists NOT NULL as constraints too; they are in the columns already.
 */
const PARTS = `
  with tab as (
    select c.relname::text as name, c.* from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  )
  select name as owner, 1 as kind, lpad(attnum::text, 4, '0') as rank,
    format('  %s %s%s%s', attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' end,
      case when attgenerated <> '' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
        when attidentity <> '' then ' generated as identity' else coalesce(' default ' || pg_get_expr(adbin, adrelid), '') end) as line
  from tab join pg_attribute a on attrelid = tab.oid left join pg_attrdef d on adrelid = tab.oid and adnum = attnum
  where attnum > 0 and not attisdropped
  union all
  select name, 2, '', format('comment on table %s is %L;', name, obj_description(oid, 'pg_class')) from tab
  where obj_description(oid, 'pg_class') is not null
  union all
  select name, 3, attname, format('comment on column %s.%s is %L;', name, attname, col_description(tab.oid, attnum))
  from tab join pg_attribute on attrelid = tab.oid where col_description(tab.oid, attnum) is not null
  union all
  select name, 4, contype::text || conname, format('alter table %s add constraint %s %s;', name, conname, pg_get_constraintdef(con.oid))
  from tab join pg_constraint con on conrelid = tab.oid where contype <> 'n'
  union all
  select name, 5, indexrelid::regclass::text, pg_get_indexdef(indexrelid) || ';'
  from tab join pg_index on indrelid = tab.oid where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  union all
  select name, 6, '', format('alter table %s enable row level security;', name) from tab where relrowsecurity
  union all
  select name, 7, '', format('alter table %s force row level security;', name) from tab where relforcerowsecurity
  union all
  select tablename, 8, policyname, format('create policy %s on %s as %s for %s to %s%s%s;', policyname, tablename, lower(permissive), lower(cmd),
    array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')')
  from pg_policies where schemaname = 'public'
  union all
  select name, 9, grantee::text, format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), name,
    case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end)
  from tab, aclexplode(relacl) where grantee <> relowner group by name, grantee
  union all
  select name, 10, attname, format('grant %s (%s) on %s to %s;', lower(privilege_type), attname, name, pg_get_userbyid(grantee))
  from tab join pg_attribute on attrelid = tab.oid, aclexplode(attacl) where grantee <> relowner
  union all
  select name, 11, tgname, pg_get_triggerdef(t.oid) || ';' from tab join pg_trigger t on tgrelid = tab.oid where not tgisinternal
  union all
  select '~ functions', 12, oid::regprocedure::text, pg_get_functiondef(oid) || ';' from pg_proc p
  where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all
  select '~ types', 13, typname, format('type %s (%s)', typname, typtype) from pg_type
  where typnamespace = 'public'::regnamespace and typtype in ('d', 'e', 'r')
  union all
  select '~ views and sequences', 14, relname, format('%s (%s)', relname, relkind) from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'S', 'f')`;

/** Prints the schema of a database, the same on PostgreSQL 15 to 18 and wherever it runs, for people and for comparing. */
export async function dumpSchema(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Names of objects are printed without their schema.
    await client.query('BEGIN; SET LOCAL search_path = public');
    const { rows } = await client.query<{ owner: string; kind: number; line: string }>(
      `select owner, kind, line from (${PARTS}) parts order by owner collate "C", kind, rank collate "C", line collate "C"`,
    );
    const owners = [...new Set(rows.map((row) => row.owner))];
    const blocks = owners.map((owner) =>
      block(
        owner,
        rows.filter((row) => row.owner === owner),
      ),
    );
    return `-- What the migrations make. Printed by \`npm run schema\`, never edited.\n\n${blocks.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

function block(owner: string, rows: { kind: number; line: string }[]): string {
  const columns = rows.filter((row) => row.kind === 1).map((row) => row.line);
  const others = rows.filter((row) => row.kind !== 1).map((row) => row.line);
  const head = columns.length ? [`create table ${owner} (\n${columns.join(',\n')}\n);`] : [`-- ${owner.slice(2)}`];
  return [...head, ...others].join('\n');
}
