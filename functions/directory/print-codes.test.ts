import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import * as directoryOffice from '../../shared/directory/contract/office';
import { COUNTY, deputyNamed, OTHER_COUNTY, testApi } from '../testing/api';
import { type PrintedFile, readPdf } from '../testing/pdf';
import type { TestPhone } from '../testing/phone';

const api = testApi();
let admin: TestPhone;
let clerk: TestPhone;
let otherClerk: TestPhone;

beforeAll(async () => {
  admin = await api.signedIn('admin');
  clerk = await api.signedIn('clerk');
  otherClerk = await api.signedIn('clerk2');
});
afterEach(() => api.standIn.mend());

const wanted = (format: 'poster' | 'cards' | 'keys', ...names: string[]) => ({
  format,
  deputies: names.map((name) => deputyNamed(name).id),
});

/** The file behind the link, as anybody opens it who has the link. */
async function opened(url: string): Promise<{ file: PrintedFile; type: string | null }> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { file: readPdf(Buffer.from(await response.arrayBuffer())), type: response.headers.get('content-type') };
}

test('a poster each, in the order asked for, each once, behind a link of ten minutes', async () => {
  const { url, expiresAt, pages } = await clerk.call(
    directoryOffice.printCodes,
    wanted('poster', '毛范例', '徐示例', '毛范例', '何假设'),
  );
  expect(pages).toBe(3);
  expect(Date.parse(expiresAt) - api.clock.now().getTime()).toBe(600_000);
  const { file, type } = await opened(url);
  expect(type).toBe('application/pdf');
  expect(file.pages.map(({ words }) => /毛范例|徐示例|何假设/.exec(words)?.[0])).toEqual([
    '毛范例',
    '徐示例',
    '何假设',
  ]);
  const [mao, xu, he] = file.pages;
  expect(xu?.words).toContain('县常山县人大代表');
  expect(xu?.words).toContain('镇白石镇人大代表');
  expect(xu?.words).toContain(`代表码 ${deputyNamed('徐示例').code}`);
  expect(xu?.words).toContain('白石镇');
  expect(xu?.words).toContain('草坪村代表联络站（文化礼堂一楼）');
  expect(mao?.words).not.toContain('常山县人大代表常山县');
  expect(he?.words).toContain('全国人大代表浙江省人大选出');
  // Nothing that is not on the public page.
  expect(file.pages.map(({ words }) => words).join('')).not.toMatch(/1380000/);
});

test('cards and tags are made of the same', async () => {
  const cards = await admin.call(directoryOffice.printCodes, wanted('cards', '徐示例'));
  expect(cards.pages).toBe(2);
  expect((await opened(cards.url)).file.pages[0]?.pictures).toHaveLength(10);
  const keys = await admin.call(directoryOffice.printCodes, wanted('keys', '徐示例', '仇示例'));
  expect((await opened(keys.url)).file.pages[0]?.pictures).toHaveLength(16);
});

test('a rare character is printed; one that no font has is a box, and said so', async () => {
  const { id, name } = deputyNamed('汪虚拟');
  const rename = (to: string) =>
    api.store.owner.inTenant(COUNTY, (tx) => sql`update deputy set name = ${to} where id = ${id}`.execute(tx));
  expect((await admin.call(directoryOffice.printCodes, wanted('poster', '汪虚拟'))).missing).toEqual([]);
  const printed = { format: 'cards' as const, deputies: [id] };
  await rename('汪㛃\u{3134a}');
  api.clock.advance(31_000);
  admin = await api.signedIn('admin');
  const { url, missing } = await admin.call(directoryOffice.printCodes, printed);
  expect(missing).toEqual(['\u{3134a}']);
  expect((await opened(url)).file.pages[0]?.words).toContain('汪㛃□');
  await rename(name);
  api.clock.advance(31_000);
  admin = await api.signedIn('admin');
});

test('the office prints for anyone; a clerk for whom their villages have; to another there is no such deputy', async () => {
  const far = wanted('poster', '丁同名');
  expect(await clerk.problem(directoryOffice.printCodes, far)).toBe('not_found');
  expect(await otherClerk.problem(directoryOffice.printCodes, wanted('poster', '徐示例'))).toBe('not_found');
  expect(await otherClerk.problem(directoryOffice.printCodes, wanted('poster', '汪虚拟', '徐示例'))).toBe('not_found');
  // Elected for the whole county, so for their villages too.
  expect((await otherClerk.call(directoryOffice.printCodes, wanted('poster', '汪虚拟'))).pages).toBe(1);
  expect((await admin.call(directoryOffice.printCodes, far)).pages).toBe(1);
  const [xu] = wanted('poster', '徐示例').deputies;
  const unknown = { format: 'poster' as const, deputies: [xu ?? '', '00000000-0000-7000-8000-000000000000'] };
  expect(await admin.problem(directoryOffice.printCodes, unknown)).toBe('not_found');
  expect(await admin.problem(directoryOffice.printCodes, wanted('poster', '徐示例'), { county: OTHER_COUNTY })).toBe(
    'other_county',
  );
});

test('not for one whose term has ended, not for nobody, not for more than ninety', async () => {
  expect(await admin.problem(directoryOffice.printCodes, wanted('poster', '徐示例', '范旧例'))).toBe('deputy_ended');
  expect(await clerk.problem(directoryOffice.printCodes, wanted('poster', '范旧例'))).toBe('deputy_ended');
  expect(await otherClerk.problem(directoryOffice.printCodes, wanted('poster', '范旧例'))).toBe('not_found');
  expect(await admin.problem(directoryOffice.printCodes, { format: 'poster', deputies: [] })).toBe('invalid_input');
  const many = Array.from({ length: 91 }, () => deputyNamed('徐示例').id);
  expect(await admin.problem(directoryOffice.printCodes, { format: 'keys', deputies: many })).toBe('invalid_input');
});

test('a code that was renewed is the one on the paper; a deputy whose codes are all withdrawn has none to print', async () => {
  const { id } = deputyNamed('郑样本');
  const { code } = await admin.call(directory.renewCode, { id, reason: '卡片丢了' });
  const { url } = await admin.call(directoryOffice.printCodes, wanted('poster', '郑样本'));
  expect((await opened(url)).file.pages[0]?.words).toContain(`代表码 ${code}`);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update deputy_code set withdrawn_at = ${api.clock.now()} where deputy_id = ${id}`.execute(tx),
  );
  expect(await admin.problem(directoryOffice.printCodes, wanted('poster', '徐示例', '郑样本'))).toBe('not_found');
});

test('WeChat away, or something else than a picture: said so, and nothing was printed', async () => {
  const printed = async () => {
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ n: string }>`select count(*) as n from audit_log where action = 'codes_printed'`.execute(tx),
    );
    return Number(rows[0]?.n);
  };
  const before = await printed();
  await api.standIn.faults({ away: true });
  expect(await admin.problem(directoryOffice.printCodes, wanted('poster', '徐示例', '毛范例'))).toBe('wechat_away');
  await api.standIn.mend();
  await api.standIn.faults({ garbled: true });
  expect(await admin.problem(directoryOffice.printCodes, wanted('cards', '徐示例'))).toBe('wechat_away');
  await api.standIn.mend();
  expect(await printed()).toBe(before);
  await admin.call(directoryOffice.printCodes, wanted('cards', '徐示例'));
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`select person_id is not null as somebody, object_kind, detail from audit_log
        where action = 'codes_printed' order by id desc limit 1`.execute(tx),
  );
  expect(rows).toEqual([{ somebody: true, object_kind: 'print', detail: { format: 'cards', count: 1 } }]);
});
