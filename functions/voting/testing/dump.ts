import { Client } from 'pg';
import type { TestApi } from '../../testing/api';

export type Table = { name: string; rows: Record<string, unknown>[] };

/** Every row of every table, with what PostgreSQL itself knows of it. */
export async function dump({ store }: TestApi): Promise<Table[]> {
  const client = new Client({ connectionString: store.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const tables: Table[] = [];
  for (const { name } of rows)
    tables.push({ name, rows: (await client.query(`select xmin::text as xmin, * from "${name}"`)).rows });
  await client.end();
  return tables;
}

export const rowsOf = (tables: readonly Table[], name: string) =>
  tables.find((table) => table.name === name)?.rows ?? [];
/** The rows of a table in which a value of these stands, whole or within. */
export const mentions = ({ rows }: Table, values: readonly string[]) =>
  rows.filter((row) => values.some((value) => Object.values(row).some((field) => hex(field).includes(value))));
export const hex = (field: unknown) =>
  Buffer.isBuffer(field) ? field.toString('hex') : (JSON.stringify(field) ?? '').replaceAll('"', '');
