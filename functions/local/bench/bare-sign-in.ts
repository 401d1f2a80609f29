import '../../platform/navigator';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { Client } from 'pg';

/** The least a function can be that signs somebody in: it asks WeChat who came, and writes down who and a session, with pg and one statement. */
export async function handler({ body }: { body: string }): Promise<object> {
  const openid = await whoCame(JSON.parse(body).code);
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await client.query(WRITE, [randomUUID(), openid, randomUUID(), hash]);
  const said = JSON.stringify({ token, me: rows[0] });
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: said };
}

function whoCame(code: string): Promise<string> {
  const { WECHAT_BASE_URL, WECHAT_APPID, WECHAT_SECRET } = process.env;
  const query = `appid=${WECHAT_APPID}&secret=${WECHAT_SECRET}&js_code=${code}&grant_type=authorization_code`;
  return new Promise((answered, failed) => {
    get(`${WECHAT_BASE_URL}/sns/jscode2session?${query}`, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => answered(JSON.parse(text).openid));
    }).on('error', failed);
  });
}

const WRITE = `
  with came as (
    insert into person (jurisdiction, id, openid, created_at, seen_at) values ('330822', $1, $2, now(), now())
    on conflict (jurisdiction, openid) do update set seen_at = excluded.seen_at returning id, name
  ), begun as (
    insert into session (jurisdiction, id, person_id, refresh_hash, created_at, expires_at)
    select '330822', $3, id, $4, now(), now() + interval '30 days' from came
  )
  select id, name from came`;
