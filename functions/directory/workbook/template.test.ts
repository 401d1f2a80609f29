import { openZip } from '../../platform/spreadsheet/zip';
import { emptyCounty } from '../../testing/workbook';
import { emptyRows, writeTemplate } from './template';

test('the guide is as high as its sentences, and every sheet prints as wide as the paper', async () => {
  const archive = await openZip(writeTemplate(emptyCounty(), emptyRows()));
  const sheet = async (number: number) => `${await archive.read(`xl/worksheets/sheet${number}.xml`)}`;
  expect(await sheet(1)).toMatch(/<row r="8" ht="32" customHeight="1">/);
  expect(await sheet(2)).not.toContain('customHeight');
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    expect(await sheet(number)).toMatch(
      /<pageSetUpPr fitToPage="1"\/>.*orientation="landscape" fitToWidth="1" fitToHeight="0"/,
    );
});

test('the template opens in another reader, and what a clerk types there comes back', async () => {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const bytes = writeTemplate(emptyCounty(), emptyRows());
  const sheets = (await readExcelFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[];
  const byName = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
  expect([...byName.keys()]).toEqual([
    '说明',
    '选区',
    '代表',
    '任期',
    '联络站',
    '民主监督员',
    '部门',
    '工作人员',
    '选项',
  ]);
  expect(byName.get('代表')).toEqual([['代表编号', '姓名', '读音', '手机号', '联络站', '简介']]);
  const villages = byName
    .get('选项')
    ?.slice(1)
    .map((row) => row[1]);
  expect(villages).toHaveLength(198);
  expect(new Set(villages).size).toBe(198);
});

test('a city’s workbook speaks of the city', async () => {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const city = { ...emptyCounty(), county: { jurisdiction: '370283', name: '平度市' } };
  const sheets = (await readExcelFile(writeTemplate(city, emptyRows()))) as unknown as { data: unknown[][] }[];
  const words = sheets.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'string');
  expect(words).toEqual(
    expect.arrayContaining(['例如：平度市第十七届人大。', '市、省、全国三级写，例如：平度市人大选出。']),
  );
  expect(words.filter((word) => word.includes('常山县'))).toEqual([]);
});

test('the drop-downs offer the county’s own towns, villages, levels and roles, and its stations and wards as they are written', async () => {
  const archive = await openZip(writeTemplate(emptyCounty(), emptyRows()));
  const offers = async (sheet: number) =>
    [
      ...`${await archive.read(`xl/worksheets/sheet${sheet}.xml`)}`.matchAll(
        /sqref="([A-Z])2:[^"]*"><formula1>([^<]*)</g,
      ),
    ].map(([, column, list]) => `${column} ${list}`);
  expect(await Promise.all([2, 3, 4, 5, 6, 7, 8].map(offers))).toEqual([
    ["A '选项'!$C$2:$C$3", "B '选项'!$A$2:$A$15", "D '选项'!$B$2:$B$199"],
    ["E '联络站'!$A$2:$A$1000"],
    ["A '代表'!$A$2:$A$20000", "C '选项'!$D$2:$D$6", "E '选项'!$A$2:$A$15", "F '选区'!$C$2:$C$5000"],
    ["J '选项'!$B$2:$B$199"],
    ["C '选项'!$A$2:$A$15", "D '选项'!$B$2:$B$199"],
    ["B '选项'!$E$2:$E$3"],
    ["C '选项'!$F$2:$F$4", "D '联络站'!$A$2:$A$1000", "E '部门'!$A$2:$A$1000"],
  ]);
});
