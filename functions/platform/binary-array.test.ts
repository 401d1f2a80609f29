import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase } from '../testing/server';
import { byteaArray } from './binary-array';

const database = testDatabase();

test.each([
  ['none', []],
  ['one that is empty', [Buffer.alloc(0)]],
  ['of every length', Array.from({ length: 300 }, (_, length) => randomBytes(length))],
])('PostgreSQL reads what was sent: %s', async (_, items) => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query('select $1::bytea[] as read', [byteaArray(items)]);
    expect(rows[0].read).toEqual(items);
  } finally {
    await client.end();
  }
});
