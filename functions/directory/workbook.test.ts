import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import * as directoryOffice from '../../shared/directory/contract/office';
import * as identity from '../../shared/identity/contract';
import * as notifications from '../../shared/notifications/contract';
import { readSpreadsheet } from '../platform/spreadsheet/read-spreadsheet';
import { COUNTY, deputyNamed, OTHER_COUNTY, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { goodRows, workbookOf } from '../testing/workbook';
import type { SheetName } from './workbook/columns';
import { emptyRows, type Rows } from './workbook/template';

const api = testApi();
let admin: TestPhone;

beforeAll(async () => {
  admin = await api.signedIn('admin');
});

const asOwner = <T>(statement: ReturnType<typeof sql<T>>, county = COUNTY) =>
  api.store.owner.inTenant(county, async (tx) => (await statement.execute(tx)).rows);

/** Sends a file as the browser does. @returns its id */
async function sent(bytes: Buffer, phone = admin, county = COUNTY): Promise<string> {
  const { fileId, form } = await phone.call(directoryOffice.beginFile, { kind: 'workbook' }, { county });
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(bytes)]));
  const answer = await fetch(form.url, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the storage answered ${answer.status}`);
  return fileId;
}

const checked = async (bytes: Buffer) => {
  const fileId = await sent(bytes);
  return { fileId, ...(await admin.call(directoryOffice.checkWorkbook, { fileId })) };
};

/** Checks and imports, with the number of terms that end where the check asked for it. */
async function imported(rows: Rows) {
  const { fileId, digest, faults, ending } = await checked(workbookOf(rows));
  expect(faults).toEqual([]);
  const typed = ending.confirm ? { ending: ending.terms } : {};
  const { changes } = await admin.call(directoryOffice.importWorkbook, { fileId, digest, ...typed });
  return countsOf(changes);
}

type Changes = { sheet: string; adds: number; changes: number; ends: number }[];

/** `代表 +1 ~2 -3`, only where something is to be done. */
function countsOf(changes: Changes): string[] {
  return changes
    .filter(({ adds, changes, ends }) => adds + changes + ends > 0)
    .map(({ sheet, adds, changes, ends }) => `${sheet} +${adds} ~${changes} -${ends}`);
}

async function downloaded(filled: boolean): Promise<Buffer> {
  const { url } = await admin.call(directoryOffice.template, { filled });
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

async function rowsIn(bytes: Buffer, sheet: SheetName): Promise<string[][]> {
  const rows = (await readSpreadsheet(bytes)).find(({ name }) => name === sheet)?.rows ?? [];
  return rows.slice(1).map(({ cells }) => [...cells.values()].map(({ text }) => text));
}

const mandatesOf = (number: string) =>
  asOwner(sql<{ level: string; starts_on: string; ends_on: string }>`
    select m.level, m.starts_on, m.ends_on from mandate m join deputy d on d.id = m.deputy_id
    where d.jurisdiction = ${COUNTY} and d.number = ${number} order by m.starts_on, m.level`);

type Role = { role: string; name: string; bound: boolean; withdrawn: boolean };
const rolesNamed = (name: string) =>
  asOwner(sql<Role>`
    select role, name, person_id is not null as bound, withdrawn_at is not null as withdrawn from membership
    where jurisdiction = ${COUNTY} and name = ${name} order by granted_at, id`);

/** What everything there is amounts to, to see whether anything was touched. */
async function everything(): Promise<string> {
  const tables = [
    'ward',
    'ward_village',
    'ward_unit',
    'station',
    'station_village',
    'deputy',
    'deputy_code',
    'mandate',
    'department',
    'membership',
    'outbox',
  ];
  const found = [];
  for (const table of tables)
    found.push(
      await asOwner(
        sql<{
          row: string;
        }>`select t::text as row from ${sql.table(table)} t where jurisdiction = ${COUNTY} order by 1`,
      ),
    );
  return JSON.stringify(found);
}

describe('who and what', () => {
  test('only the office of this county, and what it sent itself', async () => {
    for (const key of ['xu', 'clerk', 'chen']) {
      const phone = await api.signedIn(key);
      expect(await phone.problem(directoryOffice.template, { filled: true })).toBe('not_allowed');
      expect(await phone.problem(directoryOffice.beginFile, { kind: 'workbook' })).toBe('not_allowed');
    }
    const fileId = await sent(workbookOf(goodRows()));
    expect(await admin.problem(directoryOffice.checkWorkbook, { fileId }, { county: OTHER_COUNTY })).toBe(
      'other_county',
    );
    await asOwner(
      sql`insert into membership (jurisdiction, id, person_id, role, name, granted_at)
        select ${OTHER_COUNTY}, gen_random_uuid(), id, 'admin', '徐示例', ${api.clock.now()} from person where jurisdiction = ${OTHER_COUNTY} and openid like '%xu%'`,
      OTHER_COUNTY,
    );
    const other = await api.signedIn('xu', OTHER_COUNTY);
    expect(await other.problem(directoryOffice.checkWorkbook, { fileId })).toBe('file_missing');
    expect(await other.problem(directoryOffice.importWorkbook, { fileId, digest: '0'.repeat(64) })).toBe(
      'file_missing',
    );
    expect(
      await rowsIn(
        Buffer.from(
          await (await fetch((await other.call(directoryOffice.template, { filled: true })).url)).arrayBuffer(),
        ),
        '代表',
      ),
    ).toHaveLength(1);
  });

  test('nothing arrived, too much arrived, something else arrived', async () => {
    const { fileId, form } = await admin.call(directoryOffice.beginFile, { kind: 'workbook' });
    expect(await admin.problem(directoryOffice.checkWorkbook, { fileId })).toBe('file_missing');
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest: '0'.repeat(64) })).toBe(
      'file_missing',
    );
    expect(form.fields['Content-Type']).toMatch(/spreadsheetml\.sheet$/);
    await expect(sent(Buffer.alloc(30 * 1024 * 1024, 'x'))).rejects.toThrow('400');
    const { faults, faultCount, changes } = await checked(Buffer.from('代表编号,姓名\n'));
    expect(faultCount).toBe(1);
    expect(faults).toEqual([{ sheet: '整个文件', row: null, column: null, reason: expect.stringContaining('.csv') }]);
    expect(countsOf(changes)).toEqual([]);
  });
});

describe('the demo county, taken and brought back', () => {
  const numbers = () =>
    asOwner(sql<{ id: string; number: string | null }>`
      select id, number from deputy where jurisdiction = ${COUNTY} order by roll`);

  test('is what it was', async () => {
    const { faults, changes, warnings } = await checked(await downloaded(true));
    const deputies = (await rowsIn(await downloaded(true), '代表')).length;
    const unreached = warnings.filter(({ column }) => column === '手机号');
    expect(unreached).toEqual([{ ...unreached[0], sheet: '代表', reason: '没有手机号，要用邀请码才能领到身份。' }]);
    // Who has a phone in the demo, and whose term is over.
    expect(unreached[0]?.rows).toHaveLength(deputies - 4);
    expect([faults, countsOf(changes)]).toEqual([[], []]);
    const { id } = deputyNamed('徐示例');
    expect((await numbers()).find((one) => one.id === id)?.number).toMatch(/^\d{4}$/);
  });

  test('where nobody had a number yet: the ones that were offered are no change, and are kept by an import', async () => {
    const before = await numbers();
    await asOwner(sql`update deputy set number = null where jurisdiction = ${COUNTY}`);
    const { faults, changes, fileId, digest } = await checked(await downloaded(true));
    expect([faults, countsOf(changes)]).toEqual([[], []]);
    await admin.call(directoryOffice.importWorkbook, { fileId, digest });
    expect(await numbers()).toEqual(before);
    expect(countsOf((await checked(await downloaded(true))).changes)).toEqual([]);
  });
});

describe('an import', () => {
  test('a new roster: what it has is there, what it does not have has ended, and nothing is gone', async () => {
    const before = await asOwner(sql<{ deputies: number; mandates: number; codes: number }>`
      select (select count(*) from deputy where jurisdiction = ${COUNTY}) as deputies,
        (select count(*) from mandate where jurisdiction = ${COUNTY}) as mandates,
        (select count(*) from deputy_code where jurisdiction = ${COUNTY}) as codes`);
    const counts = await imported(renumbered(goodRows()));
    expect(counts).toContainEqual(expect.stringMatching(/^代表 \+3 ~0 -\d+$/));
    expect(counts).toEqual(expect.arrayContaining(['部门 +1 ~0 -0', '民主监督员 +1 ~0 -0', '工作人员 +2 ~0 -0']));
    const after = await asOwner(sql<{ deputies: number; mandates: number; codes: number }>`
      select (select count(*) from deputy where jurisdiction = ${COUNTY}) as deputies,
        (select count(*) from mandate where jurisdiction = ${COUNTY}) as mandates,
        (select count(*) from deputy_code where jurisdiction = ${COUNTY}) as codes`);
    expect(after[0]).toEqual({
      deputies: (before[0]?.deputies ?? 0) + 3,
      mandates: (before[0]?.mandates ?? 0) + 4,
      codes: (before[0]?.codes ?? 0) + 3,
    });
    const running = await asOwner(sql<{ running: number }>`
      select count(*) as running from mandate where jurisdiction = ${COUNTY} and ends_on >= '2026-11-18'`);
    expect(running[0]?.running).toBe(4);
    api.clock.advance(30_000);
    const { deputies, station } = await api.nobody.call(directory.findByPlace, { village: villageOf('草坪村') });
    expect(deputies.map(({ name }) => name)).toEqual(['王示例', '李范例', '单样本']);
    expect(station).toMatchObject({
      name: '草坪村代表联络站',
      latitude: 28.83,
      nextReception: { from: '9:00', to: '11:00' },
    });
    const [found] = (await api.nobody.call(directory.search, { words: 'dyb' })).deputies;
    expect(found?.name).toBe('单样本');
    const { units } = await api.nobody.call(directory.divisions, {});
    expect(units.find(({ name }) => name === '县样例中学')?.pinyin).toBe('xian yang li zhong xue');
    const [old] = await mandatesOf('0001');
    expect(old?.ends_on).toBe('2026-11-17');
  });

  test('the same file again changes nothing, and tells nobody', async () => {
    const was = await everything();
    expect(await imported(renumbered(goodRows()))).toEqual([]);
    expect(await everything()).toBe(was);
  });

  test('what ends more than a tenth of the terms asks for their number first', async () => {
    const was = await everything();
    const rows = renumbered(goodRows());
    const { fileId, digest, ending } = await checked(workbookOf({ ...rows, 任期: rows.任期.slice(0, 3) }));
    expect(ending).toEqual({ terms: 1, running: 4, confirm: true });
    for (const typed of [{}, { ending: 2 }])
      expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest, ...typed })).toBe(
        'ending_unconfirmed',
      );
    expect(await everything()).toBe(was);
  });

  test('a congress in another spelling is the same congress', async () => {
    const rows = renumbered(goodRows());
    rows.任期 = rows.任期.map((term) => (term[2] === '县' ? with_(term, 3, '第 17 届') : term));
    expect(await imported(rows)).toEqual([]);
  });

  test('a changed file changes what differs: a name, a phone, a place on the roll, a term, a village, an hour', async () => {
    const rows = renumbered(goodRows());
    const [wang = [], li = [], shan = []] = rows.代表;
    rows.代表 = [shan, wang, with_(li, 1, '李范列')];
    rows.代表[1] = with_(wang, 3, '13800001009');
    rows.任期 = rows.任期
      .map((term) => with_(term, 1, ''))
      .map((term, index) => (index === 0 ? with_(term, 8, '2027-02-28') : term));
    rows.选区[0] = with_(rows.选区[0], 3, '草坪村');
    rows.联络站[0] = with_(rows.联络站[0], 6, '11:30');
    rows.部门 = [['县虚拟局', '部门', ''], ...rows.部门];
    expect(await imported(rows)).toEqual([
      '选区 +0 ~1 -0',
      '代表 +0 ~3 -0',
      '任期 +0 ~1 -0',
      '联络站 +0 ~1 -0',
      '部门 +1 ~0 -0',
    ]);
    expect(await mandatesOf('9001')).toEqual([
      { level: 'county', starts_on: '2022-01-01', ends_on: '2027-01-31' },
      { level: 'town', starts_on: '2022-01-01', ends_on: '2027-02-28' },
    ]);
    expect((await rolesNamed('王示例')).slice(-2).map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
    expect(await imported(rows)).toEqual([]);
  });

  test('who is no longer in the file has ended, and comes back with it', async () => {
    const rows = renumbered(goodRows());
    rows.代表.splice(1, 1);
    rows.任期 = rows.任期.filter(([number]) => number !== '9002');
    rows.民主监督员 = [];
    rows.工作人员.splice(0, 1);
    rows.部门 = [];
    const counts = await imported(rows);
    expect(counts).toEqual(expect.arrayContaining(['民主监督员 +0 ~0 -1', '部门 +0 ~0 -2', '工作人员 +0 ~0 -1']));
    expect(counts).toContainEqual(expect.stringMatching(/^代表 \+0 ~\d -1$/));
    expect(counts).toContainEqual(expect.stringMatching(/^任期 \+0 ~\d -1$/));
    expect(await mandatesOf('9002')).toEqual([{ level: 'city', starts_on: '2022-01-01', ends_on: '2026-11-17' }]);
    expect(await rolesNamed('姜样本')).toEqual(expect.arrayContaining([expect.objectContaining({ withdrawn: true })]));
    const page = await api.nobody.call(directory.deputy, { id: await idOf('9002') });
    expect(page).toMatchObject({ name: expect.stringContaining('李范') });
    expect(await imported(rows)).toEqual([]);
    await imported(renumbered(goodRows()));
    expect(await mandatesOf('9002')).toEqual([{ level: 'city', starts_on: '2022-01-01', ends_on: '2027-01-31' }]);
    const departments = await asOwner(
      sql<{
        name: string;
        over: boolean;
      }>`select name, ended_on is not null as over from department where jurisdiction = ${COUNTY} order by name`,
    );
    expect(departments).toEqual([
      { name: '县示例局', over: false },
      { name: '县虚拟局', over: true },
    ]);
  });

  test('a new congress: the last terms end before the new ones begin, and requests are told once', async () => {
    await asOwner(sql`delete from outbox where topic = 'directory.roster-changed'`);
    const rows = renumbered(goodRows());
    rows.任期 = rows.任期.map((term) =>
      term[2] === '县'
        ? ['9001', '', '县', '常山县第十八届人大', '', '第 1 选区', '', '2026-11-10', '2031-11-09']
        : term,
    );
    expect(await imported(rows)).toEqual(['任期 +1 ~0 -1']);
    expect((await mandatesOf('9001')).filter(({ level }) => level === 'county')).toEqual([
      { level: 'county', starts_on: '2022-01-01', ends_on: '2026-11-09' },
      { level: 'county', starts_on: '2026-11-10', ends_on: '2031-11-09' },
    ]);
    const told = await asOwner(
      sql<{ payload: unknown }>`select payload from outbox where topic = 'directory.roster-changed'`,
    );
    expect(told).toEqual([{ payload: {} }]);
    expect(countsOf((await checked(await downloaded(true))).changes)).toEqual([]);
  });

  test('a term that was to begin and does not is over', async () => {
    const rows = renumbered(goodRows());
    const next = ['9003', '', '省', '浙江省第十五届人大', '', '', '衢州市人大选出', '2028-01-01', '2033-01-01'];
    await imported({ ...rows, 任期: [...rows.任期, next] });
    await imported(rows);
    expect((await mandatesOf('9003')).filter(({ level }) => level === 'province')).toEqual([
      { level: 'province', starts_on: '2026-11-17', ends_on: '2026-11-17' },
    ]);
    expect(countsOf((await checked(await downloaded(true))).changes)).toEqual([]);
  });

  const idOf = async (number: string) =>
    (await asOwner(sql<{ id: string }>`select id from deputy where jurisdiction = ${COUNTY} and number = ${number}`))[0]
      ?.id ?? '';
});

describe('roles', () => {
  test('whoever verified the phone holds the role at once; what was granted by hand stays', async () => {
    const rows = renumbered(goodRows());
    rows.民主监督员.push(['陈试用', '13800000001', '白石镇', '新塘岭村']);
    rows.代表[1] = ['9002', '李范例', '', '13800000003', '', ''];
    const granted = await asOwner(
      sql<Role>`select id, withdrawn_at from membership where jurisdiction = ${COUNTY} and source = 'granted' order by id`,
    );
    await imported(rows);
    expect(await rolesNamed('陈试用')).toEqual([{ role: 'supervisor', name: '陈试用', bound: true, withdrawn: false }]);
    const chen = await api.signedIn('chen');
    const { roles } = await chen.call(identity.me, {});
    expect(roles).toContainEqual(expect.objectContaining({ role: 'supervisor', village: villageOf('新塘岭村') }));
    expect((await rolesNamed('李范例')).filter(({ withdrawn }) => !withdrawn)).toEqual([
      { role: 'deputy', name: '李范例', bound: true, withdrawn: false },
    ]);
    expect(await imported(rows)).toEqual([]);
    expect(
      await asOwner(
        sql<Role>`select id, withdrawn_at from membership where jurisdiction = ${COUNTY} and source = 'granted' order by id`,
      ),
    ).toEqual(granted);
  });

  test('a phone left empty leaves what is there', async () => {
    const rows = renumbered(goodRows());
    await imported(rows);
    rows.代表 = rows.代表.map((row) => with_(row, 3, ''));
    expect(await imported(rows)).toEqual([]);
    expect((await rolesNamed('王示例')).filter(({ withdrawn }) => !withdrawn)).toHaveLength(1);
  });

  test('what was taken is the phones again, and who took them is written down', async () => {
    const bytes = await downloaded(true);
    // The one granted by hand too: an office that does not find them in its file gives the role again.
    expect(await rowsIn(bytes, '民主监督员')).toEqual([
      ['姜样本', '13800000008', '白石镇', '草坪村'],
      ['姜样本', '13800001011', '白石镇', '草坪村'],
    ]);
    expect((await rowsIn(bytes, '代表')).find(([number]) => number === '9001')).toEqual([
      '9001',
      '王示例',
      '13800001001',
      '草坪村代表联络站',
      '种胡柚的。',
    ]);
    expect((await rowsIn(bytes, '代表')).find(([number]) => number === '9003')).toContain('dan yang ben');
    const [line] = await asOwner(sql<{ action: string; person: string }>`
      select action, p.name as person from audit_log a join person p on p.id = a.person_id
      where a.jurisdiction = ${COUNTY} and action = 'workbook_taken' order by a.id desc limit 1`);
    expect(line).toEqual({ action: 'workbook_taken', person: '管范例' });
    expect(api.log.join('\n')).not.toMatch(/1380000\d{4}/);
    const [kept] = await asOwner(
      sql<{
        found: number;
      }>`select count(*) as found from audit_log where detail::text ~ '1380000' or reason ~ '1380000'`,
    );
    expect(kept?.found).toBe(0);
  });
});

describe('people of departments', () => {
  const roster = () => {
    const rows = renumbered(goodRows());
    rows.部门 = [
      ['县示例局', '部门', '0570-0000200', '管“示例”的事'],
      ['县样例局', '部门', '', ''],
    ];
    for (const department of ['县示例局', '县样例局'])
      rows.工作人员.push(['林试样', '13800000003', '部门工作人员', '', department]);
    rows.工作人员.push(['方示样', '13800001031', '部门工作人员', '', '县示例局']);
    return rows;
  };
  const departmentsOf = async (key: string) =>
    ((await (await api.signedIn(key)).call(identity.me, {})).departments ?? []).map(({ name }) => name).sort();
  const dutiesOf = (name: string) =>
    asOwner(sql<{ duties: string }>`select duties from department where jurisdiction = ${COUNTY} and name = ${name}`);
  /** The rows in a workbook as it was before departments had people. */
  const asBefore = ({ 部门, 工作人员, ...rows }: Rows) => {
    const titles = { 部门: ['名称', '类别', '电话'], 工作人员: ['姓名', '手机号', '角色', '联络站'] };
    const cut = (lines: string[][], width: number) => lines.map((line) => line.slice(0, width));
    return workbookOf({ ...rows, 部门: cut(部门, 3), 工作人员: cut(工作人员, 4) }, titles);
  };

  test('come with the file, several a department and one in several, hold the role at once, and come back out', async () => {
    await imported(renumbered(goodRows()));
    expect(await imported(roster())).toEqual(['部门 +1 ~1 -0', '工作人员 +3 ~0 -0']);
    api.clock.advance(30_000);
    expect(await departmentsOf('lin')).toEqual(['县样例局', '县示例局'].sort());
    expect(await rolesNamed('方示样')).toEqual([
      { role: 'department', name: '方示样', bound: false, withdrawn: false },
    ]);
    expect(await dutiesOf('县示例局')).toEqual([{ duties: '管“示例”的事' }]);
    expect(await imported(roster())).toEqual([]);
    const bytes = await downloaded(true);
    expect(await rowsIn(bytes, '部门')).toContainEqual(['县示例局', '部门', '0570-0000200', '管“示例”的事']);
    expect(await rowsIn(bytes, '工作人员')).toContainEqual(['方示样', '13800001031', '部门工作人员', '县示例局']);
    expect(countsOf((await checked(bytes)).changes)).toEqual([]);
  });

  test('stay as they are, and what their department is for, where a workbook from before has no column for that', async () => {
    await imported(roster());
    const rows = roster();
    rows.工作人员 = rows.工作人员.slice(0, 2);
    expect(countsOf((await checked(asBefore(rows))).changes)).toEqual([]);
    rows.部门[1] = ['县样例局', '专工委', '', ''];
    const { fileId, digest, changes } = await checked(asBefore(rows));
    expect(countsOf(changes)).toEqual(['部门 +0 ~1 -0', '工作人员 +0 ~0 -1']);
    await admin.call(directoryOffice.importWorkbook, { fileId, digest });
    api.clock.advance(30_000);
    expect(await departmentsOf('lin')).toEqual(['县示例局']);
    expect(await dutiesOf('县示例局')).toEqual([{ duties: '管“示例”的事' }]);
  });

  test('end with their row or their department, and who was given by hand is theirs again when it is back', async () => {
    await imported(roster());
    api.clock.advance(30_000);
    const { departments } = await api.nobody.call(directory.departments, {});
    const departmentId = departments.find(({ name }) => name === '县样例局')?.id ?? '';
    const given = { role: 'department' as const, name: '陈试用', phone: '13800000001', departmentId };
    await admin.call(identity.grant, { ...given, reason: '局里推荐的' });
    expect(await departmentsOf('chen')).toEqual(['县样例局']);
    const rows = roster();
    rows.部门.pop();
    rows.工作人员 = rows.工作人员.filter((row) => !row.includes('县样例局') && !row.includes('方示样'));
    expect(await imported(rows)).toEqual(['部门 +0 ~0 -1', '工作人员 +0 ~0 -2']);
    api.clock.advance(30_000);
    expect([await departmentsOf('lin'), await departmentsOf('chen')]).toEqual([['县示例局'], []]);
    const bytes = await downloaded(true);
    expect((await rowsIn(bytes, '工作人员')).map(([name]) => name)).not.toContain('陈试用');
    expect(countsOf((await checked(bytes)).changes)).toEqual([]);
    await imported(roster());
    api.clock.advance(30_000);
    expect(await departmentsOf('chen')).toEqual(['县样例局']);
    expect(await rowsIn(await downloaded(true), '工作人员')).toContainEqual([
      '陈试用',
      '13800000001',
      '部门工作人员',
      '县样例局',
    ]);
  });
});

describe('the office', () => {
  const office = sql`jurisdiction = ${COUNTY} and role = 'admin' and withdrawn_at is null`;
  /** In which the one administrator is a row of the roster, with this phone. */
  const rowsOfOffice = (phone: string) => {
    const rows = renumbered(goodRows());
    rows.工作人员 = rows.工作人员.map((row) => (row[2] === '人大管理员' ? ['管范例', phone, '市人大管理员', ''] : row));
    return rows;
  };
  const fileOf = ({ fileId, digest }: { fileId: string; digest: string }) => ({ fileId, digest });
  const back = () =>
    asOwner(
      sql`update membership set withdrawn_at = null where jurisdiction = ${COUNTY} and withdrawn_at = '2026-01-01'`,
    );

  test('who was withdrawn a moment ago imports nothing, whatever the token says', async () => {
    const { fileId, digest } = await checked(workbookOf(renumbered(goodRows())));
    const person = await asOwner(sql`update membership set withdrawn_at = '2026-01-01'
      where ${office} and person_id = (select id from person where jurisdiction = ${COUNTY} and name = '管范例') returning id`);
    expect(person).toHaveLength(1);
    const was = await everything();
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest })).toBe('not_allowed');
    expect(await admin.problem(directoryOffice.template, { filled: true })).toBe('not_allowed');
    expect(await everything()).toBe(was);
    await back();
  });

  test('an import leaves somebody who can sign in as the office: a name in the sheet can not', async () => {
    const [held] = await asOwner(sql<{ id: string; person_id: string }>`
      select id, person_id from membership where ${office} and source = 'granted'
        and person_id = (select id from person where jurisdiction = ${COUNTY} and name = '管范例')`);
    // The one who imports holds the role by the roster, as the only one.
    await asOwner(sql`update membership set source = 'roster', withdrawn_at = null where id = ${held?.id}`);
    await asOwner(sql`update membership set withdrawn_at = '2026-01-01' where ${office} and id <> ${held?.id}`);
    const was = await everything();
    const first = await checked(workbookOf(rowsOfOffice('13800009999')));
    expect([first.faults, first.warnings.map(({ reason }) => reason)]).toEqual([
      [],
      expect.arrayContaining([expect.stringContaining('先用手机号登录过')]),
    ]);
    expect(await admin.problem(directoryOffice.importWorkbook, fileOf(first))).toBe('nobody_left');
    expect(await everything()).toBe(was);
    // Somebody who verified that phone can take over in one import.
    const second = await checked(workbookOf(rowsOfOffice('13800000001')));
    await admin.call(directoryOffice.importWorkbook, fileOf(second));
    const [now] = await asOwner(sql<{ name: string }>`
      select p.name from membership m join person p on p.id = m.person_id
      where m.jurisdiction = ${COUNTY} and m.role = 'admin' and m.withdrawn_at is null`);
    expect(now?.name).toBe('陈试用');
    await back();
    await asOwner(sql`update membership set source = 'granted', withdrawn_at = null where id = ${held?.id}`);
    await imported(renumbered(goodRows()));
  });

  test('whoever holds a new role at once is told of it, once', async () => {
    const news = async (phone: TestPhone) =>
      (await phone.call(notifications.list, {})).items.filter(({ kind }) => kind === 'role_granted');
    const lin = await api.signedIn('lin');
    const before = (await news(lin)).length;
    const rows = renumbered(goodRows());
    rows.民主监督员.push(
      ['林样本', '13800000003', '白石镇', '新塘岭村'],
      ['尉拟名', '13800001077', '白石镇', '新塘岭村'],
    );
    await imported(rows);
    api.clock.advance(30_000);
    await api.runSchedules();
    await imported(rows);
    await api.runSchedules();
    const told = await news(lin);
    expect(told).toHaveLength(before + 1);
    expect(told[0]).toMatchObject({ title: '您有了新的身份', body: '新塘岭村民主监督员' });
  });

  test('who was elected again under another number is that deputy, and no longer the one before', async () => {
    const rows = renumbered(goodRows());
    rows.代表[1] = with_(rows.代表[1], 3, '13800000004');
    await imported(rows);
    expect((await rolesNamed('李范例')).at(-1)).toMatchObject({ bound: true, withdrawn: false });
    const xu = await api.signedIn('xu');
    const { roles } = await xu.call(identity.me, {});
    expect(roles.map(({ deputyName }) => deputyName)).toEqual([null, '李范例']);
    await imported(renumbered(goodRows()));
  });

  test('nobody becomes two deputies by an import: the second waits for somebody else', async () => {
    const rows = renumbered(goodRows());
    rows.代表[1] = with_(rows.代表[1], 3, '13800000004');
    const xu = await api.signedIn('xu');
    const { id } = await xu.call(identity.me, {});
    await asOwner(serving(id));
    await imported(rows);
    expect((await rolesNamed('李范例')).at(-1)).toMatchObject({ bound: false, withdrawn: false });
    expect((await rolesNamed('单样本')).at(-1)).toMatchObject({ bound: true, withdrawn: false });
    await asOwner(serving(null));
    await imported(renumbered(goodRows()));
  });
});

/** Makes the person one of the file's deputies whom no phone binds. */
const serving = (person: string | null) => sql`
  update membership set person_id = ${person} where jurisdiction = ${COUNTY} and name = '单样本' and withdrawn_at is null`;

describe('while somebody uses an invitation to be a deputy', () => {
  const lin = async () => {
    const phone = await api.signedIn('lin');
    await api.verifyPhone(phone, 'lin');
    return (await phone.call(identity.me, {})).id;
  };
  const rows = renumbered(goodRows());
  rows.代表.push(['9007', '钱拟名', '', '13800000003', '', '']);

  /** Imports while another transaction did this and has not ended. @returns how it ended */
  async function importedDuring(
    statements: ReturnType<typeof sql>[],
    meanwhile: () => Promise<unknown> = async () => undefined,
  ): Promise<string> {
    const { fileId, digest } = await checked(workbookOf(rows));
    const { end } = await api.store.owner.inTenant(COUNTY, async (tx) => {
      for (const statement of statements) await statement.execute(tx);
      let over = false;
      const end = admin.send(directoryOffice.importWorkbook, { fileId, digest }).then(({ body }) => {
        over = true;
        return (body as { code?: string }).code ?? 'ok';
      });
      while (!over && (await countWaiting()) < 1) await sleep(2);
      await meanwhile();
      return { end };
    });
    return end;
  }

  async function countWaiting(): Promise<number> {
    const found = await asOwner(sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    return found.length;
  }

  test('the import waits for them, and its role for somebody else', async () => {
    const person = await lin();
    const lock = sql`select from person where jurisdiction = ${COUNTY} and id = ${person} for no key update`;
    expect(await importedDuring([lock, serving(person)])).toBe('ok');
    expect((await rolesNamed('钱拟名')).at(-1)).toMatchObject({ bound: false, withdrawn: false });
    await asOwner(serving(null));
    await imported(renumbered(goodRows()));
  });

  test('what no lock holds back the database refuses: the file is to be checked again', async () => {
    const person = await lin();
    expect(await importedDuring([serving(person)])).toBe('file_changed');
    await asOwner(serving(null));
  });

  test('the office is locked before anybody else, by an import as by a grant: of two neither waits for the other for ever', async () => {
    const person = await lin();
    const ofOffice = sql`select from membership where jurisdiction = ${COUNTY} and role = 'admin' for update`;
    const isFree = () =>
      asOwner(sql`select from person where jurisdiction = ${COUNTY} and id = ${person} for update nowait`);
    let granted: Promise<unknown> = Promise.resolve();
    const end = importedDuring([ofOffice], async () => {
      await isFree();
      granted = admin.call(identity.grant, {
        role: 'supervisor',
        name: '林试样',
        phone: '13800000003',
        village: villageOf('新塘岭村'),
        reason: '她愿意来。',
      });
      while ((await countWaiting()) < 2) await sleep(2);
      await isFree();
    });
    expect(await end).toBe('ok');
    await granted;
    await asOwner(
      sql`update membership set withdrawn_at = ${api.clock.now()} where jurisdiction = ${COUNTY} and person_id = ${person} and withdrawn_at is null`,
    );
    await imported(renumbered(goodRows()));
  });
});

describe('when things go wrong', () => {
  test('a fault late in the writing undoes all of it, and the file can be imported later', async () => {
    const rows = renumbered(goodRows());
    rows.代表.push(['9004', '赵拟名', '', '13800001044', '', '']);
    rows.民主监督员.push(['周假设', '13800001045', '白石镇', '新塘岭村']);
    const { fileId, digest } = await checked(workbookOf(rows));
    const was = await everything();
    await asOwner(sql`alter table membership add constraint late check (name <> '周假设')`);
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest })).toBe('internal');
    expect(await everything()).toBe(was);
    await asOwner(sql`alter table membership drop constraint late`);
    const { changes } = await admin.call(directoryOffice.importWorkbook, { fileId, digest });
    expect(countsOf(changes)).toEqual(['代表 +1 ~0 -0', '民主监督员 +1 ~0 -0']);
  });

  test('a workbook with faults is not imported, whoever insists', async () => {
    const rows = renumbered(goodRows());
    rows.代表[0] = with_(rows.代表[0], 3, '123');
    const was = await everything();
    const { fileId, digest, faults, changes } = await checked(workbookOf(rows));
    expect(faults).toEqual([{ sheet: '代表', row: 2, column: '手机号', reason: '手机号是 11 位数字，请再看一看。' }]);
    expect(countsOf(changes)).toEqual([]);
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest })).toBe('workbook_faulty');
    expect(await everything()).toBe(was);
  });

  test('faults beyond five hundred are counted', async () => {
    const rows = renumbered(goodRows());
    for (let index = 0; index < 600; index += 1) rows.部门.push([`局${index}`, '公司', '']);
    const { faults, faultCount } = await checked(workbookOf(rows));
    expect([faults.length, faultCount]).toEqual([500, 600]);
  });

  test('what was checked is what is imported: a file or a directory that changed since is checked anew', async () => {
    const rows = renumbered(goodRows());
    rows.部门.push(['县试样局', '部门', '']);
    const first = await checked(workbookOf(rows));
    const second = await checked(workbookOf({ ...rows, 部门: [] }));
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId: second.fileId, digest: first.digest })).toBe(
      'file_changed',
    );
    await asOwner(
      sql`update station set phone = '0570-1' where jurisdiction = ${COUNTY} and name = '草坪村代表联络站'`,
    );
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId: first.fileId, digest: first.digest })).toBe(
      'file_changed',
    );
  });

  test('the answer that was lost is given again, though the file is gone; a new attempt finds none', async () => {
    const rows = renumbered(goodRows());
    rows.部门.push(['县举例局', '部门', '']);
    const { fileId, digest } = await checked(workbookOf(rows));
    const key = 'x'.repeat(20);
    const first = await admin.call(directoryOffice.importWorkbook, { fileId, digest }, { key });
    expect(await admin.call(directoryOffice.importWorkbook, { fileId, digest }, { key })).toEqual(first);
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest })).toBe('file_missing');
  });

  test('of two who import at the same moment one writes', async () => {
    const rows = renumbered(goodRows());
    rows.代表.push(['9005', '孙试样', '', '', '', '']);
    const one = await checked(workbookOf(rows));
    const other = await checked(workbookOf(rows));
    const ends = await Promise.allSettled(
      [one, other].map(({ fileId, digest }) => admin.call(directoryOffice.importWorkbook, { fileId, digest })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await asOwner(sql`select 1 from deputy where jurisdiction = ${COUNTY} and number = '9005'`)).toHaveLength(1);
  });

  test('the storage is away: nothing happens, and it is said', async () => {
    const { fileId, digest } = await checked(workbookOf(renumbered(goodRows())));
    const was = await everything();
    api.storageFaults.away = true;
    expect(await admin.problem(directoryOffice.importWorkbook, { fileId, digest })).toBe('storage_away');
    api.storageFaults.away = false;
    expect(await everything()).toBe(was);
  });
});

test('any roster that is right comes back from the template as it was', async () => {
  await fc.assert(
    fc.asyncProperty(rosters(), async (rows) => {
      await imported(rows);
      expect(await imported(rows)).toEqual([]);
      const { faults, changes } = await checked(await downloaded(true));
      expect([faults, countsOf(changes)]).toEqual([[], []]);
    }),
    { numRuns: 12 },
  );
});

test('five thousand rows', async () => {
  const rows = renumbered(goodRows());
  for (let index = 0; index < 2_400; index += 1) {
    const number = `8${String(index).padStart(5, '0')}`;
    rows.代表.push([
      number,
      `${'赵钱孙李周吴郑王'[index % 8]}${'示范样举'[index % 4]}${'例本名'[index % 3]}`,
      '',
      `139${String(index).padStart(8, '0')}`,
      '',
      '',
    ]);
    rows.任期.push([number, '', '市', '衢州市第八届人大', '', '', '常山县人大选出', '2022-01-01', '2027-01-31']);
  }
  for (let index = 0; index < 200; index += 1) rows.部门.push([`示例单位${index}`, '部门', '']);
  const counts = await imported(rows);
  expect(counts).toContainEqual(expect.stringMatching(/^代表 \+2400 /));
  expect(counts).toContainEqual(expect.stringMatching(/^任期 \+2400 /));
  const [found] = await asOwner(sql<{ codes: number; roles: number }>`
    select count(distinct c.code) as codes, count(distinct m.id) as roles
    from deputy d join deputy_code c on c.deputy_id = d.id join membership m on m.deputy_id = d.id and m.withdrawn_at is null
    where d.jurisdiction = ${COUNTY} and d.number like '8_____'`);
  expect(found).toEqual({ codes: 2_400, roles: 2_400 });
  expect(await imported(rows)).toEqual([]);
});

/** The good roster under numbers that nobody of the demo has. */
function renumbered(rows: Rows): Rows {
  const anew = (lines: string[][]) => lines.map(([number = '', ...rest]) => [`9${number.slice(1)}`, ...rest]);
  return { ...rows, 代表: anew(rows.代表), 任期: anew(rows.任期) };
}

function with_(row: readonly string[] = [], column: number, text: string): string[] {
  return row.map((old, index) => (index === column ? text : old));
}

const NAMES = ['赵拟名', '钱试样', '单假设', '尉迟举例', '吕样本', '仇示例', '阿依·古丽', '王伟'];
const VILLAGES = ['草坪村', '新塘岭村', '十八里村', '白石村', '曹会关村'];

/** Rosters without a fault, under numbers of their own, of any size from nothing. */
function rosters(): fc.Arbitrary<Rows> {
  const some = <T>(items: readonly T[], min = 0) => fc.subarray([...items], { minLength: min });
  const wards = some(['第 1 选区', '第2选区', '（东片）选区']).chain((names) =>
    fc.tuple(
      ...names.map((name) => fc.tuple(fc.constant(name), some(VILLAGES, 1), some(['县示例医院', '县样例中学 A 部']))),
    ),
  );
  const stations = some(['草坪村代表联络站', '曹会关 2 号站', '“新”站']);
  const people = some(NAMES);
  return fc
    .tuple(wards, stations, people, fc.boolean(), fc.nat(3), some(['县示例局', '县样本委 <一>', '县&局']))
    .chain(([wardRows, stationNames, names, town, salt, departments]) => {
      const place = town ? '白石镇' : '';
      const deputies = names.map((name, index) => [
        `7${salt}${String(NAMES.indexOf(name)).padStart(2, '0')}`,
        name,
        '',
        index % 3 ? `1390000${salt}${String(NAMES.indexOf(name)).padStart(3, '0')}` : '',
        stationNames[index % Math.max(1, stationNames.length)] ?? '',
        index % 2 ? '=1+1，“引号”与 <尖括号>\n第二行' : '',
      ]);
      const terms = deputies.map(([number = ''], index) => {
        const [ward] = wardRows[index % Math.max(1, wardRows.length)] ?? [];
        return ward
          ? [number, '', '县', `常山县第十${salt}届人大`, place, ward, '', '2022/1/1', '2027年1月31日']
          : [number, '', '省', '浙江省人大', '', '', '衢州市人大选出', '2023-01-01', '2028-01-01'];
      });
      const rows: Rows = {
        ...emptyRows(),
        选区: wardRows.map(([name, villages, units]) => ['县', place, name, villages.join('、'), units.join('、')]),
        代表: deputies,
        任期: terms,
        联络站: stationNames.map((name, index) => [
          name,
          '示例路',
          '有人',
          '0570-1',
          ...(index ? ['', '', '', '', ''] : ['31', '8:05', '16:30', '28.5', '118.123456']),
          VILLAGES[index] ?? '',
        ]),
        民主监督员: names
          .slice(0, 2)
          .map((name, index) => [name, deputies[index]?.[3] || `1380000${salt}00${index}`, '', VILLAGES[index] ?? '']),
        部门: departments.map((name, index) => [name, index ? '部门' : '专工委', '', index % 2 ? '管“事”与 <事>' : '']),
        工作人员: stationNames
          .map((name, index) => [
            '舒示例',
            `1370000${salt}777`,
            index ? '县人大管理员' : '联络站工作人员',
            index ? '' : name,
          ])
          .slice(0, 2)
          .concat(departments.slice(1).map((name) => ['舒示例', `1370000${salt}777`, '部门工作人员', '', name])),
      };
      return fc.constant(rows);
    });
}
