import '../../platform/navigator';
import { Client } from 'pg';

/** The least a function can be that asks the database: pg and one statement. */
export async function handler(): Promise<object> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select jurisdiction, name from county where jurisdiction = '330822'");
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows[0]) };
}
