import { sql } from 'kysely';
import { Client } from 'pg';
import type { Input } from '../../../shared/kernel/procedure';
import { STANDINGS } from '../../../shared/requests/board';
import * as requests from '../../../shared/requests/contract';
import { publicForm } from '../../../shared/requests/public-form';
import { titleOf } from '../../../shared/requests/rules';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, matterFor, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { standing } from '../queries/board';

const api = testApi();
let chen: TestPhone;
let clerk: TestPhone;
let mao: TestPhone;
let admin: TestPhone;

beforeAll(async () => {
  await seedDepartments(api.services);
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  clerk = await api.signedIn('clerk');
  mao = await api.signedIn('mao');
  admin = await api.signedIn('admin');
});

type Matter = Partial<ReturnType<typeof matterFor>>;

async function published(changes: Matter = {}): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('毛范例', { openness: 'public', ...changes }));
  await api.runSchedules();
  await admin.call(requests.moderate, { id, publish: true });
  return id;
}

const found = async (input: Input<typeof requests.board>) =>
  (await api.nobody.call(requests.board, input)).items.map(({ id }) => id);

test('a matter is found by its place, what it is about, who has it and how far it is, and by its public words', async () => {
  const village = villageOf('草坪村');
  const id = await published({ category: 'water', words: '上新屋的井水发黄，洗衣服都洗不干净。' });
  const other = await published({ category: 'road', words: '文化礼堂前面积水，下雨天进不去。' });
  expect(await found({})).toEqual([other, id]);
  expect(await found({ category: 'water' })).toEqual([id]);
  expect(await found({ village })).toEqual([other, id]);
  expect(await found({ town: village.slice(0, 9) })).toEqual([other, id]);
  expect(await found({ village: villageOf('新塘岭村') })).toEqual([]);
  expect(await found({ words: '井水 发黄' })).toEqual([id]);
  expect(await found({ words: '积' })).toEqual([other]);
  expect(await found({ words: '积井' })).toEqual([]);
  expect(await found({ words: '积水', category: 'water' })).toEqual([]);
  expect(await found({ standing: 'open' })).toEqual([other, id]);

  await mao.call(requests.answer, { id, words: '水管已经换了，请看一看。' });
  expect(await found({ standing: 'answered' })).toEqual([id]);
  // What nobody agreed to is not found, nor shown.
  expect(await found({ words: '水管' })).toEqual([]);
  await api.runSchedules();
  await api.clock.advance(60_000);
  const seen = (await clerk.call(requests.follow, { id })).events[0]?.id;
  await clerk.call(requests.moderate, { id, publish: true, seen, answer: '水管已经换了，请看一看。' });
  expect(await found({ words: '水管' })).toEqual([id]);
  await chen.call(requests.rate, { id, round: 1, outcome: 'solved', words: '好了，谢谢。' });
  expect(await found({ standing: 'solved' })).toEqual([id]);
  const one = await api.nobody.call(requests.publicMatter, { id });
  expect(one).toMatchObject({ said: { outcome: 'solved' }, answer: '水管已经换了，请看一看。', readOnly: false });
  expect(JSON.stringify(one)).not.toContain('谢谢');
});

test('a department has what was given to it, and its word on how far it is stands apart from the resident’s', async () => {
  const id = await published({ words: '村口的桥栏杆松了，小孩扶着危险。' });
  const [department = ''] = departmentsNamed(['县住建局']);
  await mao.call(requests.refer, { id });
  const seen = (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  await clerk.call(requests.assign, { id, departmentId: department, seen });
  expect(await found({ department })).toEqual([id]);
  const { hands, said } = await api.nobody.call(requests.publicMatter, { id });
  expect(hands).toMatchObject({ departmentName: '县住建局', round: 1 });
  expect(said).toBeNull();
});

test('who takes back that others see it is gone at once, from every list and by its address', async () => {
  const id = await published({ words: '公厕的门坏了，关不上，请来修一修。' });
  expect(await found({ words: '公厕' })).toEqual([id]);
  await chen.call(requests.withdrawConsent, { id });
  expect(await found({ words: '公厕' })).toEqual([]);
  expect(await found({})).not.toContain(id);
  expect(await api.nobody.problem(requests.publicMatter, { id })).toBe('not_found');
});

test('what names somebody is taken out before a clerk has changed a word, in the form its author saw', async () => {
  const words = '陈示例家门口的路灯坏了，电话 13800000002，请来看。';
  const id = await published({ words, name: '陈示例' });
  const { title, words: shown } = await api.nobody.call(requests.publicMatter, { id });
  expect(`${title}${shown}`).not.toMatch(/陈示例|13800000002/);
  expect({ title, words: shown }).toEqual(publicForm({ title: titleOf(words), words, name: '陈示例' }));
  // Nor is it found by what was taken out.
  expect(await found({ words: '陈示例' })).toEqual([]);
});

test('every combination of filters reads one index in its order: nothing is sorted, nothing is read and thrown away', async () => {
  const owner = api.store.owner;
  await owner.inTenant(COUNTY, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into request (jurisdiction, id, tracking_number, resident_id, village, category, title, words, openness, name_for, state,
        submitted_on, round_started_on, due_on, created_at, changed_at)
      select ${COUNTY}, gen_random_uuid(), (500000000 + n)::text, (select id from person where jurisdiction = ${COUNTY} limit 1),
        '330822' || (100 + n % 5) || lpad((n % 8)::text, 3, '0'), 'road', 't', 'w', 'handlers', 'deputy', 'with_deputy', '2026-11-20', '2026-11-20', '2026-12-11',
        '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'
      from generate_series(1, 4000) n returning id`.execute(tx);
    await sql`
      insert into board_matter (jurisdiction, request_id, published_at, village, category, department_id, standing, form, grams)
      select ${COUNTY}, id, timestamptz '2026-11-20T00:00:00Z' - n * interval '1 second', '330822' || (100 + n % 5) || lpad((n % 8)::text, 3, '0'),
        (array['road', 'water', 'land'])[n % 3 + 1], ('00000000-0000-7000-8000-' || lpad((n % 7)::text, 12, '0'))::uuid,
        (array['open', 'answered', 'solved'])[n / 3 % 3 + 1], 'w', ''
      from unnest(${rows.map(({ id }) => id)}::uuid[]) with ordinality as ids (id, n)`.execute(tx);
  });
  const client = new Client({ connectionString: api.store.url });
  await client.connect();
  await client.query('analyze board_matter').finally(() => client.end());
  const places = [{}, { town: '330822103' }, { village: '330822103003' }];
  const combinations = places.flatMap((place) =>
    [{}, { category: 'water' as const }].flatMap((category) =>
      [{}, { department: '00000000-0000-7000-8000-000000000003' }].flatMap((department) =>
        [{}, { standing: STANDINGS[1] }].map((stands) => ({ ...place, ...category, ...department, ...stands })),
      ),
    ),
  );
  expect(combinations).toHaveLength(24);
  const after = ['2026-11-20T00:00:00.000Z', 'ffffffff-ffff-7fff-bfff-ffffffffffff'];
  for (const filters of combinations) {
    const plan = await api.services.database.inTenant(COUNTY, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      await sql`set local enable_bitmapscan = off`.execute(tx);
      const query = standing(tx, COUNTY, filters, after).limit(21);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(tx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect([filters, plan]).toEqual([filters, expect.not.stringMatching(/Sort|\n +Filter|Seq Scan/)]);
  }
});
