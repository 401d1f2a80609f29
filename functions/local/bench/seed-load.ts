import { Client } from 'pg';
import { CATEGORIES } from '../../../shared/requests/contract/values';
import type { Phones } from '../../platform/phones';
import { bigramsOf, searchForm } from '../../requests/queries/bigrams';
import { COUNTY, demoCounty, seedId, villageNamed } from '../seed/county';
import { seed } from '../seed/write';

/** Who asks, in turn. Enough that no answer comes from a cache of one. */
export const RESIDENTS = 100;
export const residentId = (number: number) => seedId(9, (number % RESIDENTS) + 1);

/** What is asked for: every village, and the village and the deputy of the drawn screens, whose person is signed up, so that a request tells them. */
export function asked(): { villages: string[]; village: string; deputyId: string } {
  const county = demoCounty();
  const deputy = county.deputies.find(({ name }) => name === '徐示例');
  const villages = county.divisions.filter(({ level }) => level === 'village').map(({ code }) => code);
  return { villages, village: villageNamed(county, '草坪村').code, deputyId: deputy?.id ?? '' };
}

/**
 * Fills an empty, migrated database: the demo county, residents, and `requests` requests of theirs, a third in each state,
 * of every village, kind and month, one in ten of them to the deputy whose inbox is read, ten events each, one in four on the notice board, and
 * `RARE` of them, spread evenly, with a word no other has.
 */
export async function seedLoad(url: string, phones: Phones, requests: number, now: Date): Promise<void> {
  await seed(url, phones, now);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin; set local app.jurisdiction = '${COUNTY}'`);
    await client.query(PEOPLE, [COUNTY, RESIDENTS, now]);
    const { village, deputyId } = asked();
    await client.query(REQUESTS, [COUNTY, requests, RESIDENTS, now, village, deputyId, RARE, CATEGORIES]);
    await client.query(FIGURES, [COUNTY]);
    await client.query(SEARCH, [COUNTY, bigramsOf(searchForm(WORDS)), bigramsOf(searchForm(RARE_WORDS))]);
    await client.query(BOARD, [COUNTY, bigramsOf(searchForm(WORDS)), bigramsOf(searchForm(RARE_WORDS))]);
    // Ten times as many as requests: each is of one that was just written, which need not be looked up again.
    await client.query('set local session_replication_role = replica');
    await client.query(EVENTS, [COUNTY]);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

const RARE = 40;
const WORDS = '盏路灯坏了有一个多月了。老人晚上去跳舞看不见，请来看看。';
const RARE_WORDS = '胡柚没人收。';

const PEOPLE = `
  insert into person (jurisdiction, id, openid, name, created_at, seen_at)
  select $1, ('00000000-0000-7000-8009-' || lpad(n::text, 12, '0'))::uuid, 'bench-openid-' || n, '陈试用', $3, $3
  from generate_series(1, $2::int) n`;

const REQUESTS = `
  with places as (select array_agg(village order by village) as villages, array_agg(station_id order by village) as stations
                  from station_village where jurisdiction = $1),
    numbered as (select id, row_number() over (order by roll) - 1 as at, count(*) over () as total
                    from deputy where jurisdiction = $1 and id <> $6::uuid)
  insert into request (jurisdiction, id, tracking_number, resident_id, deputy_id, village, station_id, category, title, words, openness, name,
    name_for, state, outcome, submitted_on, round_started_on, due_on, answered_on, first_answered_on, claimed_on, closed_on, lapses_on, created_at, changed_at,
    publication, public_title, public_words, published_at)
  select $1, ('00000000-0000-7000-800a-' || lpad(n::text, 12, '0'))::uuid, lpad(n::text, 9, '0'),
    ('00000000-0000-7000-8009-' || lpad((n % $3::int + 1)::text, 12, '0'))::uuid,
    case when n % 10 = 0 then $6::uuid else (select id from numbered where at = n % total) end,
    case when n % 10 = 0 then $5 else villages[place] end, case when n % 10 = 0 then (select station_id from station_village where jurisdiction = $1 and village = $5)
      else stations[place] end, ($8::text[])[n / 7 % 9 + 1], '第 ' || n || ' 盏路灯坏了', '第 ' || n || ' 盏路灯坏了有一个多月了。' || repeat('老人晚上去跳舞看不见，请来看看。', 4)
      || case when n * $7::bigint % $2::int < $7::int then '胡柚没人收。' else '' end,
    case when n % 4 = 0 then 'public' else 'handlers' end, '陈试用', 'deputy', (array['with_deputy', 'answered', 'closed'])[kind + 1],
    case when kind = 2 then 'solved' end, day, day, day + 21,
    case when kind > 0 then day + 2 end, case when kind > 0 then day + n % 40 end, case when kind > 0 and n % 5 > 0 then day + n % 40 end, case when kind = 2 then day + 3 end, case when kind = 1 then day + 32 end,
    $4::timestamptz, $4::timestamptz - n * interval '1 second', case when n % 4 = 0 then 'published' end,
    case when n % 4 = 0 then '路灯坏了' end, case when n % 4 = 0 then '老人晚上去跳舞看不见，请来看看。' end,
    case when n % 4 = 0 then $4::timestamptz - n * interval '1 second' end
  from generate_series(1, $2::int) n, places,
    lateral (select (n / $3::int) % 3 as kind, n % array_length(villages, 1) + 1 as place) as k,
    lateral (select ($4::timestamptz)::date - n % (case when kind = 0 then 30 else 330 end) as day) as d`;

const FIGURES = `
  insert into request_figure_change (jurisdiction, village, station_id, month, category, what, key, change)
  select r.jurisdiction, r.village, coalesce(r.station_id, '00000000-0000-0000-0000-000000000000'), date_trunc('month', r.submitted_on)::date, r.category, f.what, f.key, count(*)
  from request r, lateral request_figures(r.state, r.outcome, r.claimed_on, r.first_answered_on, r.submitted_on, r.due_on, r.merged_into is not null) f
  where r.jurisdiction = $1 group by 1, 2, 3, 4, 5, 6, 7`;

const EVENTS = `
  insert into request_event (jurisdiction, request_id, id, round, kind, person_id, at)
  select r.jurisdiction, r.id, gen_random_uuid(), 1, kind, r.resident_id, r.created_at
  from request r, unnest(array['submitted', 'registered', 'opened'] || array_fill('noted'::text, array[7])) kind where r.jurisdiction = $1`;

const SEARCH = `
  insert into request_search (jurisdiction, request_id, station_id, form, grams)
  select jurisdiction, id, station_id, regexp_replace(words, '[，。]', '', 'g'),
    array_to_tsvector($2::text[] || ltrim(tracking_number, '0') || case when words like '%胡柚%' then $3::text[] else '{}' end)
  from request where jurisdiction = $1`;

const BOARD = `
  insert into board_matter (jurisdiction, request_id, published_at, village, category, standing, form, grams)
  select jurisdiction, id, published_at, village, category,
    case state when 'with_deputy' then 'open' when 'answered' then 'answered' else 'solved' end, regexp_replace(words, '[，。]', '', 'g'),
    array_to_tsvector($2::text[] || ltrim(tracking_number, '0') || case when words like '%胡柚%' then $3::text[] else '{}' end)
  from request where jurisdiction = $1 and published_at is not null`;
