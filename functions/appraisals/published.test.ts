import * as appraisals from '../../shared/appraisals/contract';
import { countsIn } from '../../shared/voting/published-results';
import { ASKED, COUNTY as WHOLE } from '../../shared/voting/results';
import { record } from '../local/bench/recording';
import { COUNTY, testApi } from '../testing/api';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
  withDepartments,
} from './testing/campaign';
import { verify } from './testing/verify';

const api = testApi();
const THREE_FIVES = 15;
let departments: string[];
let id: string;

/** Fifteen residents vote, one of them blank and one who knows nothing; two more only take their ballot. */
beforeAll(async () => {
  departments = await withDepartments(api);
  const office = await offices(api);
  id = await openCampaign(api, office, draftOf(departments, inDays(api, 10)));
  const people = await residents(api, numbers(THREE_FIVES + 2));
  for (const [at, phone] of people.entries()) {
    const taken = await takeAs(phone, id);
    if (at < THREE_FIVES) await castAs(phone, id, taken, at === 0 ? [] : all(taken, at === 1 ? '440' : '111'));
  }
});

describe('published', () => {
  beforeAll(() => passDays(api, 11));

  const object = async () => {
    const { url, hash } = await api.nobody.call(appraisals.published, { id });
    const response = await fetch(url);
    return { hash, response, data: appraisals.PublishedObject.parse(await response.json()) };
  };

  test('five numbers apart, each electorate for itself', async () => {
    const { data } = await object();
    const { residents, deputies } = data.numbers ?? {};
    // One blank, and one who gave no opinion, among too many hidden numbers to say so.
    expect(residents).toMatchObject({ issued: 17, returned: 15, present: 15, valid: null, blank: null });
    expect(residents?.roll).toBe(data.roll.residents);
    expect(deputies).toMatchObject({ issued: data.roll.deputies, returned: 0, present: 0, valid: 0, blank: 0 });
    expect(data.stationNumbers).toEqual([
      { electorate: 'residents', station: expect.any(Number), issued: 17, returned: 15 },
    ]);
  });

  test('how many are hidden is told, and not how many of them are small', async () => {
    const { url } = await api.nobody.call(appraisals.file, { id });
    const summary = (await (await fetch(url)).text()).split('\n').find((line) => line.startsWith('S '));
    const { hidden } = JSON.parse(summary?.slice(2) ?? '{}');
    expect(hidden).toEqual({ cells: expect.any(Number) });
    expect(hidden.cells).toBeGreaterThan(0);
    const { count } = await (await api.signedIn('admin')).call(appraisals.preparation, { id });
    expect(count?.hidden).toEqual(hidden);
  });

  test('a station nobody voted at is told apart from one that is hidden', async () => {
    const { counts, stations } = await api.nobody.call(appraisals.results, { id });
    const asked = counts.filter(
      ({ electorate, subject, question }) => electorate === 'residents' && subject === 0 && question === ASKED,
    );
    expect(asked.filter(({ count }) => count === 0)).toHaveLength(stations.length - 1);
    expect(asked.filter(({ count }) => count > 0).map(({ count }) => count)).toEqual([15, 15]);
  });

  test('the object says what the reply of yesterday says, and may be kept for ever', async () => {
    const { data, response } = await object();
    const { counts, ...about } = await api.nobody.call(appraisals.results, { id });
    const { tables, ...rest } = data;
    expect(rest).toEqual(about);
    expect(countsIn(data, tables)).toEqual(counts);
    expect(counts.some(({ station }) => station === WHOLE)).toBe(true);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const again = await fetch(response.url, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('everybody who looks again at once asks the database nothing', async () => {
    const first = await object();
    const statements = await record(async () => {
      for (let times = 0; times < 5; times += 1) {
        expect((await api.nobody.call(appraisals.published, { id })).hash).toBe(first.hash);
        await api.nobody.call(appraisals.results, { id });
      }
    });
    expect(statements).toEqual([]);
  });

  test('whoever counts again finds the five numbers and the words; one that was changed is named', async () => {
    const { url } = await api.nobody.call(appraisals.file, { id });
    const text = await (await fetch(url)).text();
    const good = verify(text);
    expect(good.words).toContain('都对得上。');
    expect(good.words).toContain('发出 17，收回 15，实到 15，有效 ＊');
    expect(text).toMatch(/^O residents 0 -1 不公布$/m);
    expect(verify(text.replace('O residents 0 -1 不公布', 'O residents 0 -1 满意')).words).toContain(
      '按规矩算是不公布',
    );
    expect(verify(text.replace('"present":15', '"present":14')).words).toContain('实到、收回对不上');
  });

  test('a vote that was published before there was an object gets one', async () => {
    const before = await object();
    await api.services.storage.remove(`results/${COUNTY}/${id}.json`);
    const restarted = testServices();
    expect(await restarted).toEqual(before.hash);
  });

  /** As a process answers that knows nothing yet. */
  async function testServices() {
    const { publishedVote } = await import('../voting/public');
    const call = {
      services: { ...api.services },
      jurisdiction: COUNTY,
      now: api.clock.now(),
      read: <T>(work: never) => api.store.owner.inTenant(COUNTY, work) as Promise<T>,
    };
    return (await publishedVote(call as never, id))?.hash;
  }
});
