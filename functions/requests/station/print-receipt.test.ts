import { sql } from 'kysely';
import { sayDay } from '../../../shared/kernel/days';
import { spellTrackingNumber } from '../../../shared/kernel/ids';
import * as requests from '../../../shared/requests/contract';
import * as requestsOffice from '../../../shared/requests/contract/office';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import { readPdf } from '../../testing/pdf';
import type { TestPhone } from '../../testing/phone';

const api = testApi();
const people = {} as Record<'jian' | 'clerk' | 'clerk2' | 'admin' | 'xu' | 'chen', TestPhone>;

beforeAll(async () => {
  for (const key of ['jian', 'clerk', 'clerk2', 'admin', 'xu', 'chen'] as const) people[key] = await api.signedIn(key);
});

const entered = (changes: Partial<Parameters<typeof matterFor>[1]> = {}) =>
  people.jian.call(requests.enterFor, {
    ...matterFor('徐示例'),
    name: '余大伯',
    contactPhone: '13800000099',
    slipNumber: undefined,
    ...changes,
  });

async function receiptOf(phone: TestPhone, id: string): Promise<string> {
  const { url } = await phone.call(requestsOffice.printReceipt, { id });
  const file = readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(file.pages).toMatchObject([{ width: expect.closeTo(419.53, 1), height: expect.closeTo(595.28, 1) }]);
  return file.pages[0]?.words ?? '';
}

test('says the number, the matter, who has it until when, and how to see it later; not who it was', async () => {
  const { id, trackingNumber, dueOn } = await entered({
    words: '村口的路灯坏了三盏，我的电话 138 0000 0099，晚上打。',
  });
  const words = await receiptOf(people.jian, id);
  for (const said of [
    spellTrackingNumber(trackingNumber),
    '村口的路灯坏了三盏',
    '代表 徐示例',
    '2026 年 11 月 18 日',
    `最晚 ${dueOn.slice(0, 4)} 年 ${sayDay(dueOn)}给您回话`,
    '草坪村代表联络站（文化礼堂一楼）',
    '也可以打 0570-0000100。',
    '留的手机号还没有本人确认',
    '138****0099',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('余大伯');
  expect(words).not.toMatch(/1380000|138 0000/);
});

test('where nobody has it yet, any of the village’s deputies; then where it stands', async () => {
  const { id } = await entered({ deputyId: undefined, words: '渠水'.repeat(900) });
  expect(await receiptOf(people.clerk, id)).toContain('草坪村的任一位代表，谁先接谁办');
  await people.xu.call(requests.take, { id });
  await people.xu.call(requests.ask, { id, words: '是哪一段？' });
  expect(await receiptOf(people.clerk, id)).toContain('代表问了一句，等您说');
  await people.jian.call(requests.supplement, { id, words: '桥头那一段。' });
  await people.xu.call(requests.answer, { id, words: '修好了。' });
  expect(await receiptOf(people.clerk, id)).toContain('11 月 18 日答复过您了，等您说一声');
  await people.jian.call(requests.rate, { id, round: 1, outcome: 'solved' });
  expect(await receiptOf(people.jian, id)).toContain('办完了');
  const other = await entered();
  await people.jian.call(requests.withdraw, { id: other.id });
  expect(await receiptOf(people.admin, other.id)).toContain('您撤回了');
});

test('is saved under its number', async () => {
  const { id, trackingNumber } = await entered();
  const { url } = await people.jian.call(requestsOffice.printReceipt, { id });
  const said = (await fetch(url)).headers.get('content-disposition') ?? '';
  expect(decodeURIComponent(said)).toBe(`inline; filename*=UTF-8''回执 ${trackingNumber}.pdf`);
});

test('is printed by who entered it, its station and the office; for anybody else there is nothing', async () => {
  const { id } = await entered();
  for (const key of ['jian', 'clerk', 'admin'] as const) expect(await receiptOf(people[key], id)).toContain('回执');
  expect(await people.clerk2.problem(requestsOffice.printReceipt, { id })).toBe('not_found');
  for (const key of ['xu', 'chen'] as const)
    expect(await people[key].problem(requestsOffice.printReceipt, { id })).toBe('not_allowed');
  const own = await people.chen.call(requests.submit, matterFor('徐示例'));
  expect(await people.jian.problem(requestsOffice.printReceipt, { id: own.id })).toBe('not_found');
  expect(await people.admin.problem(requestsOffice.printReceipt, { id: '00000000-0000-7000-8000-000000000000' })).toBe(
    'not_found',
  );
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`select count(*)::int as n, count(distinct person_id)::int as people from audit_log
        where action = 'receipt_printed' and object_id = ${id}`.execute(tx),
  );
  expect(rows).toEqual([{ n: 3, people: 3 }]);
});
