import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { Pool } from 'pg';
import { dayOf } from '../../../shared/kernel/days';
import { again, type Statement } from './recording';
import { type Needs, serveParent } from './serving';

/** `recorded` is what our server sent for one call of each kind, asked by `as`; `alone` are those of them that are the answer. */
export type BareNeeds = Needs & { recorded: Record<string, Statement[]>; as: string };

/**
 * What the same answers cost with `node:http` and `pg` and nothing else: the statements our server sends, in a transaction as it sends
 * them, one after the other; rows as they come, as JSON. Left out: sessions, roles and counties; limits; checking what came in
 * and what goes out; reading an earlier reply to the same key; names instead of ids; pages; problems; the log.
 * `/find` is another matter: ours answers from memory, so here is the one statement somebody would write who asks every time.
 */
serveParent(({ databaseUrl, pool, recorded, as }: BareNeeds): RequestListener => {
  const connections = new Pool({ connectionString: databaseUrl, max: pool });
  const runs: Record<string, (asked: string, body: string) => Promise<unknown>> = {
    cast: async (person, body) => (await connections.query(CAST, [randomUUID(), person, body])).rows[0],
    find: async (village) =>
      (await connections.query(FIND, [village.slice(0, 6), village, village.slice(0, 9), dayOf(new Date())])).rows[0],
  };
  for (const [name, statements] of Object.entries(recorded)) {
    runs[name] = (asked) => inOrder(connections, again(statements, { swap: { [as]: asked } }));
  }
  return async (request, response) => {
    const [, name = '', asked = ''] = (request.url ?? '').split('/');
    try {
      const body = request.method === 'GET' ? '' : await read(request);
      if (body) JSON.parse(body);
      const text = JSON.stringify(await runs[name]?.(asked, body));
      const length = Buffer.byteLength(text);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': length }).end(text);
    } catch (error) {
      const text = String(error);
      response.writeHead(500, { 'content-length': Buffer.byteLength(text) }).end(text);
    }
  };
});

async function inOrder(pool: Pool, statements: readonly Statement[]): Promise<unknown> {
  const client = await pool.connect();
  try {
    let answer: unknown;
    for (const { text, values } of statements) {
      const { rows } = await client.query(text, values);
      if (rows?.length) answer = rows;
    }
    return answer;
  } finally {
    client.release();
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

const CAST = 'insert into bare_ballot (id, voter, body) values ($1, $2, $3) returning id';

const FIND = `
  select v.code, v.name, t.code as town_code, t.name as town_name,
    (select to_jsonb(s) from station s join station_village sv on (sv.jurisdiction, sv.station_id) = (s.jurisdiction, s.id)
     where sv.jurisdiction = $1 and sv.village = $2) as station,
    (select jsonb_agg(found) from (
       select d.id, d.name, d.portrait, d.roll, jsonb_agg(jsonb_build_object('level', m.level, 'congress', m.congress_name,
         'ward', w.name, 'electedBy', m.electing_unit, 'endsOn', m.ends_on, 'villages',
         (select jsonb_agg(n.name order by n.position) from ward_village x join division n on n.code = x.village
          where x.jurisdiction = $1 and x.ward_id = w.id)) order by m.starts_on) as mandates
       from deputy d join mandate m on m.jurisdiction = d.jurisdiction and m.deputy_id = d.id
         left join ward w on w.jurisdiction = m.jurisdiction and w.id = m.ward_id
       where d.jurisdiction = $1 and $4::date between m.starts_on and m.ends_on and (m.electing_unit is not null or exists
         (select from ward_village x where x.jurisdiction = $1 and x.ward_id = m.ward_id and x.village = $2))
       group by d.id, d.name, d.portrait, d.roll order by d.roll) found) as deputies
  from division v join division t on t.code = $3 where v.code = $2`;
