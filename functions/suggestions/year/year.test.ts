import readXlsx from 'read-excel-file/node';
import * as contract from '../../../shared/suggestions/contract';
import { printYear } from '../../../shared/suggestions/contract/office';
import { seedDepartments } from '../../local/seed/departments';
import { COUNTY, testApi } from '../../testing/api';
import { readDocx } from '../../testing/docx';
import { answer, assigned, type Cast, castOf, seedCosigners, submitted } from '../testing/suggestion';
import { type Told, yearReport } from './report';

const api = testApi();
let cast: Cast;
const year = () => Number(api.clock.now().toISOString().slice(0, 4));

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
  cast = await castOf(api);
});

const told = (changes: Partial<Told> = {}): Told => ({
  number: '2026-1',
  occasion: 'between',
  title: '接通自来水',
  leadName: '徐示例',
  cosigners: 1,
  departmentName: '县住建局',
  submittedOn: '2026-03-01',
  dueOn: '2026-06-01',
  answeredOn: null,
  resultClass: null,
  attitude: null,
  result: null,
  state: 'with_department',
  outcome: null,
  round: 1,
  extended: false,
  complex: false,
  attachments: 0,
  marked: false,
  watcherName: null,
  together: false,
  redirectedTo: null,
  ...changes,
});
const answered = (changes: Partial<Told> = {}) =>
  told({
    state: 'closed',
    answeredOn: '2026-05-20',
    resultClass: 'B',
    outcome: 'rated',
    attitude: 'satisfied',
    result: 'basically',
    ...changes,
  });
const reportOf = (all: Told[]) =>
  yearReport(
    { countyName: '常山县', departments: ['县交通运输局', '县住建局'] },
    { year: 2026, told: all, on: '2026-12-01' },
  );
const rowsOf = (all: Told[], name: string) => reportOf(all).tables.find((table) => table.name === name)?.rows ?? [];

test('what departments say and what deputies say stay apart; who was reminded and did not rate is in no rating', () => {
  const all = [
    answered(),
    answered({ result: 'dissatisfied', state: 'to_meet', outcome: null, round: 2 }),
    answered({ outcome: 'unrated', attitude: null, result: null, resultClass: 'A' }),
    answered({ answeredOn: '2026-06-02', outcome: null, state: 'answered', attitude: null, result: null }),
    told(),
    told({ state: 'submitted', departmentName: null, dueOn: null }),
    told({ state: 'redirected', redirectedTo: 'petition', departmentName: null }),
    told({ state: 'withdrawn', departmentName: null }),
  ];
  expect(rowsOf(all, '代表怎么评')).toEqual([
    ['态度', '2', '0', '0', '2'],
    ['结果', '0', '1', '1', '2'],
  ]);
  // 交办, 已答, 按时, A, B, C, D, 重办, 没评
  expect(rowsOf(all, '各部门')).toEqual([
    ['县住建局', '5', '4', '3', '1', '3', '0', '0', '1', '1'],
    ['合计', '5', '4', '3', '1', '3', '0', '0', '1', '1'],
  ]);
  const said = reportOf(all).words.join('');
  for (const words of [
    '收到建议 8 件',
    '告诉代表去哪的 1 件',
    '撤回的 1 件，其余 6 件，其中交办了 5 件',
    '代表评了 2 件；催过也没评的 1 件',
    '坐到一起定的 1 件',
  ])
    expect(said).toContain(words);
});

test('an answer that has to be done again is none until it is there', () => {
  const again = answered({ state: 'with_department', outcome: null, round: 2, result: 'dissatisfied' });
  expect(rowsOf([again], '各部门')[0]).toEqual(['县住建局', '1', '0', '0', '0', '0', '0', '0', '1', '0']);
  expect(rowsOf([again], '每一件')[0]?.slice(7, 12)).toEqual(['', '', '', '', '重办']);
});

test('the office has a year as a document and as a workbook, in which nothing is a formula; it is logged', async () => {
  const { id } = await assigned(cast);
  await answer(api, cast.lu, id);
  const { id: second } = await submitted(cast, { title: '=1+1' });
  const { number } = await cast.xu.call(contract.show, { id: second });
  const bytesOf = async (as: 'docx' | 'xlsx') => {
    const { url, rows } = await cast.admin.call(printYear, { year: year(), as });
    return { rows, bytes: Buffer.from(await (await fetch(url)).arrayBuffer()) };
  };
  const docx = await bytesOf('docx');
  const { paragraphs } = await readDocx(docx.bytes);
  expect(paragraphs).toEqual(
    expect.arrayContaining([`${year()} 年代表建议办理情况`, '上新屋、坎下接通自来水', '=1+1']),
  );
  const xlsx = await bytesOf('xlsx');
  expect(xlsx.rows).toBe(docx.rows);
  const sheets = await readXlsx(xlsx.bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['情况', '各部门', '代表怎么评', '每一件']);
  const cells = (sheets.at(-1)?.data ?? []) as unknown as string[][];
  expect(cells).toHaveLength(xlsx.rows + 1);
  expect(cells.find(([called]) => called === `闭会 ${number}`)?.[1]).toBe("'=1+1");
  const logged = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('audit_log').select('detail').where('action', '=', 'suggestions.printYear').orderBy('at').execute(),
  );
  expect(logged.map(({ detail }) => detail)).toEqual([
    { year: year(), as: 'docx', rows: docx.rows },
    { year: year(), as: 'xlsx', rows: xlsx.rows },
  ]);
});

test('a year without any says so; nobody but the office has it', async () => {
  expect(await cast.admin.problem(printYear, { year: 2001, as: 'xlsx' })).toBe('no_suggestions_in_year');
  for (const key of ['xu', 'lu', 'chen'] as const)
    expect(await cast[key].problem(printYear, { year: year(), as: 'xlsx' })).toBe('not_allowed');
});
