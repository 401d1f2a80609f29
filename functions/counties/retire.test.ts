import { county } from '../../shared/directory/contract';
import { linkOf } from '../../shared/directory/rules';
import { follow, submit } from '../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../testing/api';
import { obey } from './obey';

const api = testApi();
const act = (order: object) =>
  obey({ database: api.store.owner, phones: api.services.phones, clock: api.clock.now }, { county: COUNTY, ...order });
const DAY = 86_400_000;

async function datesOf(id: string) {
  const row = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('request').select(['due_on', 'state']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.due_on;
}

test('a county with open matters is not closed unless one says so; it can be brought back, and nothing is lost', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const { id } = await chen.call(submit, matterFor('徐示例'));
  const due = await datesOf(id);

  const refused = await act({ do: 'retire' });
  expect(refused).toEqual({
    ok: false,
    said: [expect.stringMatching(/^常山县还有 1 件事没有办完，没有停用。.*--even-with-open/)],
  });
  expect((await chen.call(county, {})).name).toBe('常山县');

  const closed = await act({ do: 'retire', evenWithOpen: true });
  const farewell = '常山县的连心站停用了。要说事，请打电话给常山县人大常委会：0570-0000000。';
  expect(closed).toEqual({
    ok: true,
    said: [expect.stringContaining(farewell), expect.stringContaining('还在办的 1 件事留着')],
  });
  await api.clock.advance(31_000);
  const { status, body } = await chen.send(county, {});
  expect([status, body]).toMatchObject([410, { code: 'county_retired', title: farewell }]);
  expect((await chen.send(follow, { id })).body).toMatchObject({ code: 'county_retired' });
  const page = await fetch(linkOf(api.url, COUNTY, deputyNamed('徐示例').code));
  expect([page.status, await page.text()]).toEqual([410, expect.stringContaining(farewell)]);
  expect((await act({ do: 'retire' })).said).toEqual([expect.stringContaining('早就停用了')]);
  expect((await act({ do: 'list' } as object)).ok).toBe(false);

  // Its clocks stand: nothing lapses and nobody is reminded while nobody can answer.
  await api.clock.advance(10 * DAY);
  await api.runSchedules();
  const opened = await act({ do: 'restore' });
  expect(opened.said).toEqual([
    '常山县（330822）重新开通了，半分钟以内各处都进得去。',
    '还在办的 1 件事接着办，期限往后推了 10 天。',
  ]);
  await api.clock.advance(31_000);
  const again = await api.signedIn('chen');
  expect((await again.call(follow, { id })).state).toBe('with_deputy');
  expect(Date.parse(await datesOf(id)) - Date.parse(due)).toBe(10 * DAY);
  expect((await act({ do: 'restore' })).said).toEqual(['常山县（330822）本来就开着，没有改。']);
});

test('at no moment is a county that closed one that never was, whoever asked for what shortly before', async () => {
  await api.clock.advance(31_000);
  await api.nobody.call(county, {}, { county: '999901' });
  await api.clock.advance(15_000);
  expect((await api.nobody.send(county, {}, { county: '110101' })).status).toBe(404);
  await act({ do: 'retire', county: '999901' });
  await api.clock.advance(16_000);
  expect((await api.nobody.send(county, {}, { county: '999901' })).status).toBe(410);
  await act({ do: 'restore', county: '999901' });
});

test('the sentence may be the county’s own; a county that is not there can not be closed', async () => {
  const farewell = '示范县并入常山县了，请扫常山县的码。';
  expect((await act({ do: 'retire', county: '999901', farewell })).ok).toBe(true);
  await api.clock.advance(31_000);
  expect((await api.nobody.send(county, {}, { county: '999901' })).body).toMatchObject({ title: farewell });
  expect((await act({ do: 'retire', county: '110101' })).said[0]).toBe('没有 110101 这个县。');
});
