import '../../platform/navigator';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** The least a function can be that takes a ballot: pg and one row, of whatever it says. */
export async function handler({ body }: { body: string }): Promise<object> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('insert into bare_ballot (id, voter, body) values ($1, $2, $3) returning id', [
    randomUUID(),
    randomUUID(),
    body,
  ]);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows[0]) };
}
