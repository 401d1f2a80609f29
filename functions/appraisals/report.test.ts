import readXlsx from 'read-excel-file/node';
import * as appraisals from '../../shared/appraisals/contract';
import { printReport } from '../../shared/appraisals/contract/office';
import type { Report, ReportBody } from '../../shared/appraisals/report';
import * as voting from '../../shared/voting/contract';
import { COUNTY, testApi } from '../testing/api';
import { readDocx } from '../testing/docx';
import { readPdf } from '../testing/pdf';
import type { TestPhone } from '../testing/phone';
import { draftOf, inDays, offices, openCampaign, shutAt, withDepartments } from './testing/campaign';
import { castWords, markAll } from './testing/words';

const api = testApi();
const WRITTEN = [
  '公交一天两班，赶不上早上去县城看病。',
  '路灯坏了三次，每次都说报上去了。',
  '卫生室周末没人，白跑一趟。',
  '井水发黄，一到冬天还断。',
  '站牌看不清。',
  '司机好。',
];
const NOTHING: ReportBody = { meetingOn: null, answerBy: null, postOn: null, minutes: null, topics: [], asks: [] };

let departments: string[];
let id: string;
let first: TestPhone;
let clerk: TestPhone;
/** The station of the village where they all live. */
let station: string;

beforeAll(async () => {
  departments = await withDepartments(api);
  const before = await offices(api);
  id = await openCampaign(
    api,
    before,
    draftOf(departments, inDays(api, 10), { threshold: 3, asks: 4, weights: { residents: 60, deputies: 40 } }),
  );
  await castWords(
    api,
    id,
    departments[1] ?? '',
    WRITTEN.map((words) => ({ words })),
  );
  await expect(before[0].problem(appraisals.report, { id })).resolves.toBe('not_found');
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, id, api.clock.now()));
  await api.clock.advance(60_000);
  await api.runSchedules();
  first = await api.signedIn('admin');
  clerk = await api.signedIn('clerk');
  const second = await api.signedIn('lin');
  await markAll(id, { first, second });
  await first.call(voting.publishWords, { id });
  const { items } = await first.call(voting.said, { id });
  const { stations } = await first.call(appraisals.report, { id });
  station = stations.find(({ name }) => name === items[0]?.station)?.id ?? '';
});

const cellsOf = ({ sections }: Report) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.head, ...block.rows.map(({ cells }) => cells)] : [])),
  );
const textsOf = ({ sections }: Report) =>
  sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => (block.kind === 'text' ? [block.words] : [])),
  ]);
const wordOf = async (begin: string) =>
  (await first.call(voting.said, { id })).items.find(({ words }) => words.startsWith(begin))?.id ?? '';

test('its numbers are the published ones, in the order of the roll, electorates apart; what is hidden there is hidden here', async () => {
  const { report } = await clerk.call(appraisals.report, { id, station });
  const { counts, stations, subjects } = await api.nobody.call(appraisals.results, { id });
  const at = stations.findIndex((one) => one.id === station);
  const tables = report.sections[1]?.blocks.filter((block) => block.kind === 'table') ?? [];
  expect(tables).toHaveLength(5);
  const [residents] = tables;
  expect(residents?.rows.map(({ cells }) => cells[0])).toEqual(subjects.map(({ name }) => name));
  const published = (subject: number, question: number, answer: number) =>
    counts.find(
      (one) =>
        one.electorate === 'residents' &&
        one.station === at &&
        one.subject === subject &&
        one.question === question &&
        one.answer === answer,
    )?.count;
  for (const [subject, row] of (residents?.rows ?? []).entries()) {
    const expected = [
      [-1, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ].map(([question, answer]) => published(subject, question as number, answer as number));
    expect(row.cells.slice(1, 6)).toEqual(expected.map((one) => (one === undefined ? '＊' : String(one))));
  }
  // No deputy voted: nothing is shown of them, and it is said.
  expect(tables[2]?.rows.every(({ cells, shares }) => cells[1] === '＊' && shares === null)).toBe(true);
  expect(report.sections[4]?.blocks[0]).toMatchObject({ rows: [{ cells: ['代表', '4 个部门', expect.anything()] }] });
  expect(report.letters).toBeGreaterThan(100);
});

test('the five numbers stand first, each electorate apart, with what was given out and came back at the station', async () => {
  const { report } = await clerk.call(appraisals.report, { id, station });
  const { numbers, stationNumbers = [], stations } = await api.nobody.call(appraisals.results, { id });
  const at = stations.findIndex((one) => one.id === station);
  const own = stationNumbers.filter((one) => one.station === at);
  expect(own).toMatchObject([{ electorate: 'residents', returned: WRITTEN.length }]);
  const [block] = report.sections[0]?.blocks ?? [];
  const { residents, deputies } = numbers ?? {};
  const cells = (five: typeof residents) =>
    five && [five.roll, five.issued, five.returned, five.present, five.valid ?? '＊', five.blank].map(String);
  expect(block).toMatchObject({
    head: ['谁评的', '应到', '发出', '收回', '实到', '有效', '空白'],
    rows: [
      { cells: ['居民，全县', ...(cells(residents) ?? [])] },
      { cells: ['居民，本站', '', String(own[0]?.issued), String(own[0]?.returned), '', '', ''] },
      { cells: ['代表，全县', ...(cells(deputies) ?? [])] },
    ],
  });
  expect(textsOf(report)).toContainEqual(expect.stringContaining('实到：投了票的人'));
});

test('where the county weighs both, the figure stands beside them; of a side that is hidden there is none', async () => {
  const { report } = await first.call(appraisals.report, { id });
  const rows = cellsOf(report);
  expect(rows).toContainEqual(['部门，按名册排', '居民满意率', '代表满意率', '折算 居民 60%、代表 40%']);
  expect(rows.filter(([, , share, weighted]) => share === '＊' && weighted === '人数太少，不折算')).toHaveLength(4);
  expect(textsOf(report).join('')).not.toContain('不加权');
});

test('the station writes three and four from released words alone; an older screen is told', async () => {
  const body: ReportBody = {
    meetingOn: '2026-12-18',
    answerBy: '2026-12-31',
    postOn: '2027-01-10',
    minutes: 5,
    topics: [{ title: '公交', word: await wordOf('公交') }],
    asks: [{ subject: departments[1] ?? '', words: '早上能不能再加一班？哪天起？' }],
  };
  const save = (phone: TestPhone, version: number, changes = {}) =>
    phone.problem(appraisals.writeReport, { id, station, version, body: { ...body, ...changes } });
  await expect(save(clerk, 0, { topics: [{ title: '公交', word: id }] })).resolves.toBe('words_not_released');
  await expect(save(clerk, 0, { asks: [{ subject: id, words: '哪天？' }] })).resolves.toBe('department_unknown');
  await expect(clerk.call(appraisals.writeReport, { id, station, version: 0, body })).resolves.toEqual({ version: 1 });
  await expect(save(first, 0)).resolves.toBe('report_changed');
  await expect(
    first.call(appraisals.writeReport, { id, station, version: 1, body: { ...body, meetingOn: null } }),
  ).resolves.toEqual({ version: 2 });
  await expect(save(clerk, 1)).resolves.toBe('report_changed');
  await first.call(appraisals.writeReport, { id, station, version: 2, body });
  const { report, version, body: written } = await clerk.call(appraisals.report, { id, station });
  expect(written.minutes).toBe(5);
  const { minutes: _, ...ofBefore } = body;
  await first.call(appraisals.writeReport, { id, station, version: 3, body: ofBefore });
  expect((await clerk.call(appraisals.report, { id, station })).body.minutes).toBe(5);
  await expect(save(clerk, 4, { minutes: 61 })).resolves.toBe('invalid_input');
  expect([version, report.under]).toEqual([3, '在 2026 年 12 月 18 日评议大会上报告']);
  expect(cellsOf(report)).toContainEqual(['公交', `“${WRITTEN[0]}”`, '县交通运输局', '说它的 6 句']);
  expect(cellsOf(report)).toContainEqual(['1', '县交通运输局', '早上能不能再加一班？哪天起？']);
});

test('who read it stands beside it, of those whose report it is also who has not; after a change they read the older one', async () => {
  const readers = async (which: { station?: string } = { station }) =>
    (await first.call(appraisals.report, { id, ...which })).readers.map(({ name, me, read }) => [name, me, read]);
  const [[clerkName] = []] = await readers();
  expect(await readers()).toEqual([[clerkName, false, 'no']]);
  const { version, body } = await clerk.call(appraisals.report, { id, station });
  await expect(clerk.problem(appraisals.readReport, { id, station, version: version + 1 })).resolves.toBe(
    'report_changed',
  );
  for (const phone of [clerk, clerk, first]) await phone.call(appraisals.readReport, { id, station, version });
  expect(await readers()).toEqual([
    [clerkName, false, 'now'],
    ['管范例', true, 'now'],
  ]);
  await first.call(appraisals.writeReport, { id, station, version, body });
  await first.call(appraisals.readReport, { id, station, version: version + 1 });
  expect(await readers()).toEqual([
    [clerkName, false, 'before'],
    ['管范例', true, 'now'],
  ]);
  const ofCounty = await readers({});
  expect(ofCounty.map(([, , read]) => read)).toEqual(ofCounty.map(() => 'no'));
  await expect(clerk.problem(appraisals.readReport, { id, version: 0 })).resolves.toBe('not_found');
});

test('another station, and the county, are for the office; nobody else sees a draft', async () => {
  await expect(clerk.problem(appraisals.report, { id })).resolves.toBe('not_found');
  const other = await api.signedIn('clerk2');
  await expect(other.problem(appraisals.report, { id, station })).resolves.toBe('not_found');
  await expect(other.problem(appraisals.writeReport, { id, station, version: 0, body: NOTHING })).resolves.toBe(
    'not_found',
  );
  await expect(other.problem(printReport, { id, station, as: 'pdf' })).resolves.toBe('not_found');
  await expect((await api.signedIn('fang')).problem(appraisals.report, { id, station })).resolves.toBe('not_allowed');
  const { report } = await first.call(appraisals.report, { id });
  expect(report.place).toBe('常山县');
});

async function printed(as: 'pdf' | 'docx' | 'xlsx', which: { station?: string } = { station }): Promise<Buffer> {
  const { url } = await first.call(printReport, { id, ...which, as });
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

/** Without blanks, which are laid out otherwise in each. */
const bare = (text: string) => text.replace(/\s/g, '');

test('screen, paper, document and workbook say the same sentences and the same numbers', async () => {
  const { report } = await clerk.call(appraisals.report, { id, station });
  const pdf = readPdf(await printed('pdf'));
  const docx = await readDocx(await printed('docx'));
  const xlsx = await printed('xlsx');
  const rows = (await readXlsx(xlsx)).flatMap(({ data }) => data as unknown as string[][]);
  const inPdf = bare(pdf.pages.map(({ words }) => words).join(''));
  const inDocx = docx.paragraphs.map(bare);
  const inXlsx = rows.map((cells) => cells.map((cell) => bare(String(cell ?? ''))));
  for (const words of [report.title, report.under, report.place, report.root, report.foot, ...textsOf(report)]) {
    expect([words, inDocx.some((one) => one.includes(bare(words)))]).toEqual([words, true]);
    expect([words, inXlsx.some((cells) => cells.some((cell) => cell.includes(bare(words))))]).toEqual([words, true]);
  }
  for (const words of textsOf(report)) expect([words, inPdf.includes(bare(words))]).toEqual([words, true]);
  for (const cells of cellsOf(report)) {
    const wanted = cells.map(bare);
    expect([wanted, inXlsx.some((row) => wanted.every((cell, at) => (row[at] ?? '') === cell))]).toEqual([
      wanted,
      true,
    ]);
    const found = inDocx.findIndex((_, at) => wanted.every((cell, after) => inDocx[at + after] === cell));
    expect([wanted, found >= 0]).toEqual([wanted, true]);
    expect([wanted, inPdf.includes(wanted.join(''))]).toEqual([wanted, true]);
  }
});

test('on paper it is A4 with numbered pages; the head of a table stands on each', async () => {
  const pdf = readPdf(await printed('pdf', {}));
  for (const { width, height } of pdf.pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  expect(pdf.pages.map(({ words }) => /\d+ \/ \d+/.exec(words)?.[0])).toEqual(
    pdf.pages.map((_, at) => `${at + 1} / ${pdf.pages.length}`),
  );
  for (const { texts } of pdf.pages)
    for (const { x, width, baseline } of texts) {
      expect(x + width).toBeLessThan(595 - 40);
      expect(baseline).toBeLessThan(842 - 20);
    }
});

test('on each page with bars it says which shade is which answer', async () => {
  for (const { words } of readPdf(await printed('pdf', {})).pages)
    if (bare(words).includes('问到的人')) expect(bare(words)).toContain('满意基本满意不满意不了解部门');
});

test('the document has styles, A4, a repeated first row, and the fonts of an official paper', async () => {
  const { document, styles } = await readDocx(await printed('docx'));
  expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(document.match(/<w:tbl>/g)?.length);
  expect(document).toContain('<w:pStyle w:val="Heading1"/>');
  for (const name of ['仿宋', '黑体']) expect(styles).toContain(`w:eastAsia="${name}"`);
  for (const [, used] of document.matchAll(/<w:pStyle w:val="(\w+)"\/>/g))
    expect(styles).toContain(`w:styleId="${used}"`);
});

test('a report of forty departments breaks over pages, and none is cut', async () => {
  const { reportPdf } = await import('./report/pdf');
  const { report } = await first.call(appraisals.report, { id });
  const [, second] = report.sections;
  const table = second?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('there is no table');
  const [row] = table.rows;
  table.rows = Array.from({ length: 60 }, (_, at) => ({
    cells: [`县第${at + 1}个有很长名字的部门`, ...(row?.cells.slice(1) ?? [])],
    shares: [5, 3, 2, 1],
  }));
  const pages = readPdf(await reportPdf(report)).pages;
  const all = bare(pages.map(({ words }) => words).join(''));
  for (let at = 1; at <= 60; at += 1) expect(all).toContain(`县第${at}个有很长名字的部门`);
  expect(pages.length).toBeGreaterThan(3);
});
