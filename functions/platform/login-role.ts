import { Client } from 'pg';
import type { Login } from './parameters';

/**
 * Makes or renews the login role of the functions that answer calls. By itself it may do nothing at all (NOINHERIT): each
 * transaction becomes `lianxin_app`, or `lianxin_ballots` where it takes a ballot, which the migrations make and grant to.
 * @param url as the owner of the database
 */
export async function ensureLoginRole(url: string, { username, password }: Login): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'lianxin migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [username]);
    const role = client.escapeIdentifier(username);
    const verb = rows.length ? 'alter' : 'create';
    await client.query(`${verb} role ${role} login noinherit password ${client.escapeLiteral(password)}`);
    await client.query(`grant lianxin_app, lianxin_ballots to ${role}`);
  } finally {
    await client.end();
  }
}
