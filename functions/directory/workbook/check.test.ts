import type { Cell } from '../../platform/spreadsheet/cell';
import type { Sheet } from '../../platform/spreadsheet/read-spreadsheet';
import { emptyCounty, goodRows, sheetsOf, textCell } from '../../testing/workbook';
import { checkWorkbook } from './check';
import { columnsOf, SHEET_NAMES, type SheetName } from './columns';
import type { Stored } from './stored';

const TODAY = '2026-11-18';
const check = (sheets: Sheet[], stored: Stored = emptyCounty()) => checkWorkbook(sheets, stored, TODAY);

function columnAt(sheet: SheetName, title: string): number {
  const at = columnsOf(sheet).findIndex((column) => column.title === title);
  if (at < 0) throw new Error(`no column ${title}`);
  return at;
}

type Written = string | Partial<Cell>;

/** The good workbook with some cells written anew: `[sheet, row as the spreadsheet counts, column, what]`; a new row where there is none. */
function withCells(...cells: [SheetName, number, string, Written][]): Sheet[] {
  const sheets = sheetsOf(goodRows());
  for (const [name, number, title, written] of cells) {
    const sheet = sheets.find((one) => one.name === name) as Sheet;
    const row = sheet.rows.find((one) => one.number === number) ?? { number, cells: new Map() };
    if (!sheet.rows.includes(row)) sheet.rows.push(row);
    const column = columnAt(name, title) + 1;
    if (written === '') row.cells.delete(column);
    else row.cells.set(column, typeof written === 'string' ? textCell(written) : { ...textCell('1'), ...written });
  }
  return sheets;
}

/** The faults of such a workbook, each as `sheet row column: reason`. */
const faultsOf = (...cells: Parameters<typeof withCells>) => say(check(withCells(...cells)).faults);
const say = (notes: ReturnType<typeof check>['faults']) =>
  notes.map(({ sheet, row, column, reason }) => `${sheet} ${row} ${column}: ${reason}`);

test('a good workbook has no fault', () => {
  const { faults, warnings, roster } = check(sheetsOf(goodRows()));
  expect(faults).toEqual([]);
  expect(say(warnings)).toContain('代表 4 手机号: 没有手机号，要用邀请码才能领到身份。');
  expect(say(warnings)).toContain(
    '联络站 null null: 白石镇有 6 个村（社区）没有联络站：宝石街社区、小白石村、曹会关村、十八里村、白石村等。',
  );
  expect(roster.deputies[0]).toMatchObject({ number: '0001', name: '王示例', phone: '+8613800001001' });
});

describe('sheets and columns', () => {
  test('a sheet that is missing, one twice, one with a name nobody knows, one that is empty, one that is hidden', () => {
    const sheets = sheetsOf(goodRows()).filter(({ name }) => name !== '部门');
    const extra = (name: string, changes: Partial<Sheet> = {}): Sheet => ({
      name,
      hidden: false,
      merges: [],
      rows: [{ number: 1, cells: new Map([[1, textCell('x')]]) }],
      ...changes,
    });
    const given = [
      ...sheets,
      extra('代 表'),
      extra('部 门表'),
      extra('草稿'),
      extra('Sheet1', { rows: [] }),
      extra('缓存', { hidden: true }),
    ];
    expect(say(check(given).faults)).toEqual([
      '代 表 null null: 这张表有两份，请留一份。',
      '部 门表 null null: 名册里没有“部 门表”这张表。您是不是要写“部门”？',
      '草稿 null null: 名册里没有“草稿”这张表。请删掉它，或者改成模板里的名称。',
      '部门 null null: 少了“部门”这张表。没有内容也要留着，只写标题。',
    ]);
  });

  test('a column that is missing, one nobody knows, one twice, one without a title', () => {
    const sheets = sheetsOf(goodRows());
    const titles = sheets.find(({ name }) => name === '代表')?.rows[0]?.cells as Map<number, Cell>;
    titles.set(4, textCell('手机'));
    titles.set(7, textCell('姓 名*'));
    const rows = sheets.find(({ name }) => name === '代表')?.rows ?? [];
    rows[2]?.cells.set(9, textCell('随手记的'));
    rows[3]?.cells.set(9, textCell('又记一句'));
    expect(say(check(sheets).faults)).toEqual(
      [
        '代表 1 手机: 名册里没有“手机”这一列。您是不是要写“手机号”？',
        '代表 1 姓 名*: “姓名”这一列有两份，请留一份。',
        '代表 1 手机号: 少了“手机号”这一列。',
        '代表 3 I: 这一列没有标题，请删掉，或者写上标题。',
      ].sort(byPlace),
    );
  });

  test('no titles at all is told once a sheet', () => {
    const sheets = sheetsOf(goodRows());
    for (const { name, rows } of sheets) if (name === '部门') rows.shift();
    expect(say(check(sheets).faults)).toEqual(['部门 1 null: 第 1 行要是标题，和模板一样。这里一个标题也没有。']);
  });

  test('columns may stand in another order, and those that only help may be missing', () => {
    const sheets = sheetsOf(goodRows()).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ number, cells }) => ({
        number,
        cells: new Map([...cells].map(([column, cell]) => [20 - column, cell] as const)),
      })),
    }));
    expect(check(sheets).faults).toEqual([]);
    const deputies = sheets.find(({ name }) => name === '代表');
    for (const { cells } of deputies?.rows ?? []) cells.delete(17);
    expect(check(sheets).faults).toEqual([]);
  });

  test('merged cells', () => {
    const sheets = sheetsOf(goodRows());
    (sheets[1] as Sheet).merges.push('B3:B4');
    expect(say(check(sheets).faults)).toEqual(['代表 3 B: 这里有合并的格子（B3:B4），请拆开，一格写一个内容。']);
  });

  const order = ['手机', '姓 名*', '手机号'];
  function byPlace(a: string, b: string): number {
    const at = (text: string) => [
      Number(text.split(' ')[1]),
      order.findIndex((column) => text.startsWith(`代表 1 ${column}:`)),
    ];
    const [rowA = 0, columnA = 0] = at(a);
    const [rowB = 0, columnB = 0] = at(b);
    return rowA - rowB || columnA - columnB;
  }
});

describe('one cell', () => {
  const formula = { text: '13800001001', formula: true };
  test.each<[string, [SheetName, number, string, Written][], string[]]>([
    ['a formula', [['代表', 2, '手机号', formula]], ['代表 2 手机号: 这一格是公式，请改成文字。']],
    ['a formula where something must be', [['代表', 2, '姓名', formula]], ['代表 2 姓名: 这一格是公式，请改成文字。']],
    [
      'an error',
      [['代表', 2, '简介', { kind: 'error', text: '#N/A' }]],
      ['代表 2 简介: 这一格是错误值 #N/A，请改成文字。'],
    ],
    ['nothing where a name must be', [['代表', 3, '姓名', '']], ['代表 3 姓名: “姓名”要写。']],
    ['only spaces', [['部门', 2, '名称', ' 　 ']], ['部门 2 名称: “名称”要写。']],
    ['a name with digits', [['代表', 3, '姓名', '李2']], ['代表 3 姓名: 姓名里不能有数字。']],
    [
      'a name that became a date',
      [['部门', 2, '名称', { kind: 'date', text: '44562', number: 44562 }]],
      ['部门 2 名称: 这一格成了日期，请把格式改成文本，再写一遍。'],
    ],
    ['too long', [['代表', 2, '简介', '字'.repeat(301)]], ['代表 2 简介: 太长了，最多 300 个字。']],
    ['ten digits', [['代表', 2, '手机号', '1380000100']], ['代表 2 手机号: 手机号是 11 位数字，请再看一看。']],
    [
      'a telephone of the house',
      [['工作人员', 2, '手机号', '0570-0000100']],
      ['工作人员 2 手机号: 手机号是 11 位数字，请再看一看。'],
    ],
    ['no phone where one must be', [['民主监督员', 2, '手机号', '']], ['民主监督员 2 手机号: “手机号”要写。']],
    [
      'tones in a reading',
      [['代表', 4, '读音', 'shàn yàng běn']],
      ['代表 4 读音: 读音请写不带声调的拼音，字和字中间空一格，例如：shan xiong xin。'],
    ],
    [
      'a village nobody knows',
      [['选区', 2, '村（社区）', '草平村、新塘岭村']],
      ['选区 2 村（社区）: 没有“草平村”这个村（社区）。您是不是要写“草坪村”？'],
    ],
    [
      'a village written short',
      [['民主监督员', 2, '村（社区）', '草坪']],
      ['民主监督员 2 村（社区）: 没有“草坪”这个村（社区）。您是不是要写“草坪村”？'],
    ],
    [
      'a village of another town',
      [['选区', 2, '村（社区）', '草坪村、东明社区']],
      ['选区 2 村（社区）: “东明社区”在天马街道，不在这个乡镇。'],
    ],
    [
      'nothing like a village',
      [['选区', 2, '村（社区）', '桃花源居']],
      ['选区 2 村（社区）: 没有“桃花源居”这个村（社区）。'],
    ],
    [
      'a ward without a village',
      [['选区', 2, '村（社区）', '']],
      ['选区 2 村（社区）: 这个选区没有村，也没有单位，请写上。'],
    ],
    [
      'a town nobody knows',
      [['选区', 2, '乡镇', '白石真']],
      ['选区 2 乡镇: 常山县没有“白石真”这个乡镇、街道。您是不是要写“白石镇”？'],
    ],
    ['a town ward without a town', [['选区', 2, '乡镇', '']], ['选区 2 乡镇: 乡镇级的选区要写乡镇。']],
    [
      'a street with a town ward',
      [
        ['选区', 2, '乡镇', '天马街道'],
        ['选区', 2, '村（社区）', '东明社区'],
      ],
      ['选区 2 级别: 街道没有自己的人大，级别请写“县”。'],
    ],
    ['a level nobody knows', [['选区', 3, '级别', '区']], ['选区 3 级别: 不认识“区”，请写“乡镇”、“县”里的一个。']],
    [
      'a station nobody knows',
      [['代表', 2, '联络站', '草平村代表联络站']],
      ['代表 2 联络站: “联络站”表里没有“草平村代表联络站”。您是不是要写“草坪村代表联络站”？'],
    ],
    ['staff without a station', [['工作人员', 2, '联络站', '']], ['工作人员 2 联络站: “联络站”要写。']],
    [
      'an administrator with a station',
      [['工作人员', 3, '联络站', '草坪村代表联络站']],
      ['工作人员 3 联络站: 人大管理员不属于哪个站，请空着。'],
    ],
    [
      'a role nobody knows',
      [['工作人员', 3, '角色', '主任']],
      ['工作人员 3 角色: 不认识“主任”，请写“联络站工作人员”、“人大管理员”、“部门工作人员”里的一个。'],
    ],
    [
      'a kind nobody knows',
      [['部门', 2, '类别', '公司']],
      ['部门 2 类别: 不认识“公司”，请写“部门”、“专工委”里的一个。'],
    ],
    ['a day of no month', [['联络站', 2, '接待日', '32']], ['联络站 2 接待日: 接待日请写 1 到 31 的数字。']],
    [
      'a day without hours',
      [['联络站', 2, '接待开始', '']],
      ['联络站 2 接待开始: 写了接待日，也要写几点开始，例如 9:00。'],
    ],
    [
      'hours without a day',
      [['联络站', 2, '接待日', '']],
      ['联络站 2 接待日: 写了接待的时间，也要写接待日是每月几号。'],
    ],
    ['hours the wrong way round', [['联络站', 2, '接待结束', '8:00']], ['联络站 2 接待结束: 结束的时间要比开始晚。']],
    ['no time at all', [['联络站', 2, '接待开始', '上午']], ['联络站 2 接待开始: 时间请写成 9:00 这样。']],
    ['half a point', [['联络站', 2, '经度', '']], ['联络站 2 经度: 纬度和经度要么都写，要么都空着。']],
    [
      'a point the wrong way round',
      [
        ['联络站', 2, '纬度', '118.49'],
        ['联络站', 2, '经度', '28.83'],
      ],
      ['联络站 2 纬度: 纬度和经度好像写反了。'],
    ],
    [
      'a point in the sea of another hemisphere',
      [['联络站', 2, '纬度', '-28.83']],
      ['联络站 2 纬度: 纬度不在中国，请再看一看。'],
    ],
    ['words for a number', [['联络站', 2, '纬度', '北纬28度']], ['联络站 2 纬度: 这里要写数字。']],
  ])('%s', (_, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  test.each<[string, Written, string]>([
    ['full-width digits', '１３８００００１００１', '+8613800001001'],
    ['spaces, hyphens and a country code', ' +86 138-0000 1001 ', '+8613800001001'],
    ['a number', { kind: 'number', text: '13800001001', number: 13800001001 }, '+8613800001001'],
    ['marks nobody sees', '\u202d13800001001\u202c', '+8613800001001'],
  ])('a phone with %s is that phone', (_, written, phone) => {
    const { faults, roster } = check(withCells(['代表', 2, '手机号', written]));
    expect([faults, roster.deputies[0]?.phone]).toEqual([[], phone]);
  });

  test.each([
    ['王 伟', '王伟'],
    ['　王　伟　', '王伟'],
    ['阿依·古丽', '阿依·古丽'],
    ['阿依•古丽', '阿依·古丽'],
    ['阿依 ・ 古丽', '阿依·古丽'],
    ['王.示例', '王.示例'],
    ['Ａｎｎ　Lee', 'Ann Lee'],
    ['\u2f45\u2f24明', '方大明'],
    ['\u2ee2小\u2ec4', '马小西'],
    ['阿依．古丽', '阿依·古丽'],
    ['阿依﹒古丽', '阿依·古丽'],
    ['阿依··古丽', '阿依·古丽'],
    ['葛\u{e0100}示例', '葛示例'],
    ['王\ufe00示例', '王示例'],
    ['王示例。', '王示例'],
    ['王示例 . ', '王示例'],
    ['\uf900示例', '豈示例'],
  ])('the name “%s” is kept as “%s”', (written, name) => {
    const cells: Parameters<typeof withCells> = [
      ['代表', 3, '姓名', written],
      ['任期', 4, '姓名', written],
    ];
    const { faults, roster } = check(withCells(...cells));
    expect([faults, roster.deputies[1]?.name]).toEqual([[], name]);
  });

  test.each([
    ['王芳（女，回族）', '姓名里只写名字，“（女，回族）”请去掉，要说的写在别处。'],
    ['王芳(女)', '姓名里只写名字，“(女)”请去掉，要说的写在别处。'],
    ['王芳【副主任】', '姓名里只写名字，“【副主任】”请去掉，要说的写在别处。'],
    ['王芳　女', '姓名里只写名字，“女”请去掉，要说的写在别处。'],
    ['王芳 回族', '姓名里只写名字，“回族”请去掉，要说的写在别处。'],
    ['王□', '姓名里的“□”像是没打出来的字，请换成那个字。'],
    ['王?', '姓名里的“?”像是没打出来的字，请换成那个字。'],
    ['王\ufffd', '姓名里的“\ufffd”像是没打出来的字，请换成那个字。'],
    ['王芳，李示例', '姓名里有“，”，这里只写一个人的名字。名字中间的点写成“·”。'],
    ['阿依—古丽', '姓名里有“—”，这里只写一个人的名字。名字中间的点写成“·”。'],
  ])('“%s” is not a name: %s', (written, reason) => {
    expect(faultsOf(['民主监督员', 2, '姓名', written])).toEqual([`民主监督员 2 姓名: ${reason}`]);
  });

  test('a character of an office machine of long ago is told as nobody else sees it', () => {
    const { faults, warnings } = check(withCells(['民主监督员', 2, '姓名', '王\ue863']));
    expect([faults, say(warnings)]).toEqual([
      [],
      expect.arrayContaining([expect.stringMatching(/^民主监督员 2 姓名: 姓名的第 2 个字（U\+E863）是自造字/)]),
    ]);
  });

  test.each(['王\u{3134a}', 'ᠪᠠᠲᠤ'])('a name with letters that paper does not have, “%s”, is told', (name) => {
    const { faults, warnings } = check(withCells(['民主监督员', 2, '姓名', name]));
    expect([faults, say(warnings).join()]).toEqual([[], expect.stringContaining('纸上会印成方框，要用笔补。')]);
  });

  test.each(['王\u{2a6a5}', 'ئالىم', 'བཀྲ་ཤིས'])('of “%s”, which paper has, nothing is told', (name) => {
    const { faults, warnings } = check(withCells(['民主监督员', 2, '姓名', name]));
    expect([faults, say(warnings).join()]).toEqual([[], expect.not.stringContaining('用笔补')]);
  });

  test('one dot in a name is the same name as another dot', () => {
    expect(faultsOf(['代表', 3, '姓名', '阿依·古丽'], ['任期', 4, '姓名', '阿依.古丽'])).toEqual([]);
  });

  test.each([
    '草坪村、新塘岭村',
    ' 草坪村，新塘岭村,',
    '草坪村；\n新 塘 岭 村',
    '白石镇/草坪村、白石镇新塘岭村',
    '草坪村村民委员会、新塘岭村委会。',
    '草坪村民委员会、常山县白石镇新塘岭村',
    '白石镇人民政府/草坪村、新塘岭村村委会',
  ])('villages written as “%s”', (written) => {
    const { faults, roster } = check(withCells(['选区', 2, '村（社区）', written]));
    expect([faults, roster.wards[0]?.villages.length]).toEqual([[], 2]);
  });
});

test.each([
  ['天马街道办事处', '东明社区居民委员会'],
  ['常山县天马街道办', '东明居委会'],
  ['浙江省衢州市常山县天马街道', '东明社区居委会'],
])('the town “%s” and the community “%s” are found by their other names', (town, village) => {
  const { faults, roster } = check(
    withCells(['民主监督员', 2, '乡镇', town], ['民主监督员', 2, '村（社区）', village]),
  );
  const code = emptyCounty().divisions.find(({ name }) => name === '东明社区')?.code;
  expect([faults, roster.supervisors[0]?.village]).toEqual([[], code]);
});

test.each([
  ['县', '第18届', '常山县第十八届人大'],
  ['县', '十八届', '常山县第十八届人大'],
  ['县', '常山县第 18 届人民代表大会', '常山县第十八届人大'],
  ['县', '常山县人大第十八届', '常山县第十八届人大'],
  ['县', '常山县第２０届人大代表', '常山县第二十届人大'],
  ['县', '常山县人大', '常山县人大'],
  ['县', '第十八届人大常委会', '第十八届人大常委会'],
])('a term of the level %s in “%s” is one of the %s', (level, written, congress) => {
  const { faults, roster } = check(withCells(['任期', 3, '级别', level], ['任期', 3, '届次', written]));
  expect([faults, roster.terms[1]?.congress]).toEqual([[], congress]);
});

test('a county-level city writes 市 of itself; the city above it has no wards', () => {
  const city = { ...emptyCounty(), county: { jurisdiction: '330822', name: '常山市' } };
  const { faults, roster } = check(
    withCells(
      ['选区', 3, '级别', '市'],
      ['任期', 3, '级别', '市'],
      ['任期', 3, '届次', '常山市第十七届人大'],
      ['工作人员', 3, '角色', '市人大管理员'],
    ),
    city,
  );
  expect(faults).toEqual([]);
  expect(roster.wards[1]?.level).toBe('county');
  expect(roster.terms.map(({ level }) => level)).toEqual(['town', 'county', 'city', 'nation']);
  expect(roster.staff[1]?.role).toBe('admin');
  expect(say(check(withCells(['工作人员', 3, '角色', '主任']), city).faults)).toEqual([
    '工作人员 3 角色: 不认识“主任”，请写“联络站工作人员”、“人大管理员”、“部门工作人员”里的一个。',
  ]);
});

test('a congress of a town, a city and the nation in other spellings', () => {
  const cells: Parameters<typeof withCells> = [
    ['任期', 2, '届次', '10届'],
    ['任期', 4, '届次', '衢州市第8届人民代表大会'],
    ['任期', 5, '届次', '全国第14届人大'],
  ];
  expect(check(withCells(...cells)).roster.terms.map(({ congress }) => congress)).toEqual([
    '白石镇第十届人大',
    '常山县第十七届人大',
    '衢州市第八届人大',
    '第十四届全国人大',
  ]);
});

test('a name of which nothing can be seen is no name: of a person, a station, a department, a ward, a unit', () => {
  const nothing = '\u0301\ue000';
  expect(
    faultsOf(
      ['代表', 2, '姓名', nothing],
      ['民主监督员', 2, '姓名', nothing],
      ['工作人员', 2, '姓名', nothing],
      ['部门', 2, '名称', nothing],
      ['联络站', 2, '地址', nothing],
      ['任期', 2, '届次', nothing],
    ).filter((said) => said.endsWith('看不出来，请重新写一遍。')),
  ).toHaveLength(6);
  const { roster } = check(withCells(['选区', 3, '单位', `县示例医院、${nothing}`]));
  expect(roster.wards[1]?.units).toEqual(['县示例医院']);
});

describe('days', () => {
  const first = (written: Written) => {
    const { faults, roster } = check(withCells(['任期', 2, '开始日期', written]));
    return faults.length ? say(faults) : roster.terms[0]?.from;
  };
  test.each<[Written]>([
    ['2022-01-01'],
    ['2022/1/1'],
    ['2022.1.1'],
    ['２０２２．０１．０１'],
    ['2022年1月1日'],
    ['２０２２－１－１'],
    [' 2022 年 1 月 1 日 '],
    [{ kind: 'date', text: '44562', number: 44562 }],
    [{ kind: 'date', text: '44562.75', number: 44562.75 }],
    ['2022-01-01 00:00:00'],
    ['2022-01-01 00:00:00.0'],
    ['2022/1/1 0:00'],
    ['2022-01-01T00:00:00.000+08:00'],
    ['2022-01-01T00:00:00Z'],
    ['2021-12-31T16:00:00.000Z'],
    ['2022年1月1日 0时0分0秒'],
    ['2022.01.01 上午12:00:00'],
  ])('%p is 2022-01-01', (written) => expect(first(written)).toBe('2022-01-01'));

  const wrong = '任期 2 开始日期: 日期请写成 2022-01-01 这样。';
  test.each<[Written]>([
    [{ kind: 'number', text: '44562', number: 44562 }],
    ['44562'],
    ['20220101'],
    ['2022-02-30'],
    ['2022.1'],
    ['2022-13-01'],
    ['2022年1月'],
    ['去年'],
    ['01/02/2022'],
    ['2022-01-01 09:30:00'],
    ['2022-01-01 00:00:30'],
    ['0022-01-01'],
    [{ kind: 'date', text: '0.5', number: 0.5 }],
    [{ kind: 'boolean', text: '是', number: 1 }],
  ])('%p is none', (written) => expect(first(written)).toEqual([wrong]));

  test('the last before the first', () => {
    expect(faultsOf(['任期', 2, '结束日期', '2021-12-31'])).toEqual(['任期 2 结束日期: 结束日期比开始日期还早。']);
  });
});

describe('terms', () => {
  const row = (number: number, cells: [string, Written][]) =>
    cells.map(([column, written]): [SheetName, number, string, Written] => ['任期', number, column, written]);
  const town: [string, Written][] = [
    ['代表编号', '0002'],
    ['级别', '乡镇'],
    ['届次', '白石镇第十届人大'],
    ['乡镇', '白石镇'],
    ['选区', '第1选区'],
    ['开始日期', '2022-01-01'],
    ['结束日期', '2027-01-31'],
  ];

  test('a ward is found whatever its spaces, and by its level', () => {
    const { faults, roster } = check(withCells(...row(6, town)));
    expect(faults).toEqual([]);
    expect(roster.terms[4]?.ward).toBe(roster.wards[0]?.key);
    expect(roster.terms[1]?.ward).toBe(roster.wards[1]?.key);
  });

  test.each<[string, [SheetName, number, string, Written][], string[]]>([
    [
      'a deputy nobody knows',
      row(4, [['代表编号', '0009']]),
      ['任期 4 代表编号: “代表”表里没有编号“0009”。您是不是要写“0002”？'],
    ],
    [
      'a name that is another’s',
      row(4, [['姓名', '王示例']]),
      ['任期 4 姓名: 编号“0002”在“代表”表里是李范例，不是王示例。'],
    ],
    [
      'a level nobody knows',
      row(4, [['级别', '国']]),
      ['任期 4 级别: 不认识“国”，请写“乡镇”、“县”、“市”、“省”、“全国”里的一个。'],
    ],
    [
      'a ward nobody knows',
      row(2, [['选区', '第 2 选区']]),
      ['任期 2 选区: “选区”表里没有乡镇级的“第 2 选区”。您是不是要写“第 1 选区”？'],
    ],
    ['a direct level without a ward', row(2, [['选区', '']]), ['任期 2 选区: “选区”要写。']],
    [
      'a direct level with an electing unit',
      row(2, [['原选举单位', '某人大']]),
      ['任期 2 原选举单位: 乡镇、县两级是选民直接选的，这里请空着。'],
    ],
    [
      'an indirect level with a ward',
      row(4, [['选区', '第 1 选区']]),
      ['任期 4 选区: 市、省、全国三级没有选区，请空着，写原选举单位。'],
    ],
    [
      'an indirect level without an electing unit',
      row(4, [['原选举单位', '']]),
      ['任期 4 原选举单位: “原选举单位”要写。'],
    ],
    ['no congress', row(4, [['届次', '']]), ['任期 4 届次: “届次”要写。']],
    [
      'two at the same time',
      row(6, [
        ...town.slice(1),
        ['代表编号', '0001'],
        ['届次', '白石镇第十一届人大'],
        ['开始日期', '2027-01-31'],
        ['结束日期', '2031-12-31'],
      ]),
      ['任期 6 开始日期: 和第 2 行是同一位代表、同一级，日期重叠了。'],
    ],
    ['a deputy whose own row is wrong is told there alone', [['代表', 3, '姓名', '']], ['代表 3 姓名: “姓名”要写。']],
  ])('%s', (_, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  test('one after the other, and two levels at once, are right', () => {
    const next: [string, Written][] = [
      ...town.slice(1),
      ['代表编号', '0001'],
      ['届次', '白石镇第十一届人大'],
      ['开始日期', '2027-02-01'],
      ['结束日期', '2031-12-31'],
    ];
    expect(faultsOf(...row(6, next))).toEqual([]);
  });
});

describe('a sheet that could not be read', () => {
  const without = (sheet: SheetName) => sheetsOf(goodRows()).filter(({ name }) => name !== sheet);
  const titlesLower = (sheet: SheetName) =>
    sheetsOf(goodRows()).map((one) =>
      one.name === sheet ? { ...one, rows: one.rows.map((row) => ({ ...row, number: row.number + 1 })) } : one,
    );

  test.each<SheetName>(['代表', '选区', '联络站'])(
    '%s: it is told once, and not again by every row that names it',
    (sheet) => {
      expect(say(check(without(sheet)).faults)).toEqual([
        `${sheet} null null: 少了“${sheet}”这张表。没有内容也要留着，只写标题。`,
      ]);
      expect(say(check(titlesLower(sheet)).faults)).toEqual([
        `${sheet} 1 null: 第 1 行要是标题，和模板一样。这里一个标题也没有。`,
      ]);
    },
  );
});

/** The cells of a row, as `withCells` takes them. */
function line(sheet: SheetName, number: number, texts: string[]): [SheetName, number, string, Written][] {
  return texts.map((text, index) => [sheet, number, columnsOf(sheet)[index]?.title ?? '', text]);
}

describe('twice', () => {
  test.each<[string, [SheetName, number, string, Written][], string[]]>([
    ['a number', line('代表', 5, ['0001', '赵拟名']), ['代表 5 代表编号: 和第 2 行写了两遍，请留一行。']],
    [
      'one person',
      line('代表', 5, ['0009', '王 示例', '', '138 0000 1001']),
      ['代表 5 手机号: 和第 2 行是同一个人写了两遍，请留一行。'],
    ],
    [
      'two people with one phone',
      line('代表', 5, ['0009', '赵拟名', '', '13800001001']),
      ['代表 5 手机号: 这个手机号和第 2 行的王示例一样，一个手机号只能是一个人的。'],
    ],
    [
      'two people with one phone on two sheets',
      [['工作人员', 2, '手机号', '13800001001']],
      ['工作人员 2 手机号: 这个手机号和“代表”第 2 行的王示例一样，一个手机号只能是一个人的。'],
    ],
    [
      'a term',
      line('任期', 6, ['0001', '', '乡镇', '白石镇第十届人大', '', '第 1 选区', '', '2022/1/1', '2027年1月31日']),
      ['任期 6 开始日期: 和第 2 行写了两遍，请留一行。'],
    ],
    [
      'a ward',
      line('选区', 4, ['乡镇', '白石镇', '第1选区', '草坪村']),
      ['选区 4 名称: 和第 2 行写了两遍，请留一行。'],
    ],
    [
      'a station',
      line('联络站', 3, ['草坪村 代表联络站', '别处', '有人', '0570-1']),
      ['联络站 3 名称: 和第 2 行写了两遍，请留一行。'],
    ],
    [
      'a village of two stations',
      line('联络站', 3, ['别的站', '别处', '有人', '0570-1', '', '', '', '', '', '草坪村']),
      ['联络站 3 服务的村（社区）: 草坪村第 2 行的草坪村代表联络站已经写了，一个村只归一个站。'],
    ],
    ['a department', line('部门', 3, ['县示例局', '专工委']), ['部门 3 名称: 和第 2 行写了两遍，请留一行。']],
    [
      'a supervisor',
      line('民主监督员', 3, ['姜样本', '13800001011', '', '草坪村']),
      ['民主监督员 3 手机号: 和第 2 行写了两遍，请留一行。'],
    ],
    [
      'a clerk',
      line('工作人员', 4, ['舒示例', '13800001021', '联络站工作人员', '草坪村代表联络站']),
      ['工作人员 4 手机号: 和第 2 行写了两遍，请留一行。'],
    ],
  ])('%s', (_, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  test('one person may be deputy, supervisor and clerk; people may share a name, which is worth a look', () => {
    const sheets = withCells(
      ...line('民主监督员', 3, ['王示例', '13800001001', '白石镇', '新塘岭村']),
      ...line('工作人员', 4, ['王示例', '13800001001', '联络站工作人员', '草坪村代表联络站']),
      ...line('代表', 5, ['0009', '王示例']),
    );
    const { faults, warnings } = check(sheets);
    expect(faults).toEqual([]);
    expect(say(warnings)).toContain('代表 5 姓名: 第 2 行也叫王示例，请看是不是同一个人。');
  });
});

describe('one mistake is told once', () => {
  const stationRow = goodRows().联络站[0] ?? [];

  test.each<[string, [SheetName, number, string, Written][], string[]]>([
    [
      'a number that another deputy has: the terms of the own one lack nobody',
      [['代表', 3, '代表编号', '0001']],
      ['代表 3 代表编号: 和第 2 行写了两遍，请留一行。'],
    ],
    [
      'and the terms under the wrong one are not somebody else’s',
      [
        ['代表', 3, '代表编号', '0001'],
        ['任期', 4, '代表编号', '0001'],
      ],
      ['代表 3 代表编号: 和第 2 行写了两遍，请留一行。'],
    ],
    ['a day that is none', [['任期', 2, '开始日期', '去年']], ['任期 2 开始日期: 日期请写成 2022-01-01 这样。']],
    [
      'days the wrong way round do not overlap others',
      [
        ['任期', 3, '级别', '乡镇'],
        ['任期', 3, '乡镇', '白石镇'],
        ['任期', 3, '结束日期', '2021-01-01'],
      ],
      ['任期 3 结束日期: 结束日期比开始日期还早。'],
    ],
    [
      'a station on two rows: its villages are not those of two stations',
      stationRow.map((text, index) => ['联络站', 3, columnsOf('联络站')[index]?.title ?? '', text]),
      ['联络站 3 名称: 和第 2 行写了两遍，请留一行。'],
    ],
  ])('%s', (_, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  test('a number that another deputy has is not also one that went to somebody else', () => {
    const known = { id: 'a', number: '0001', name: '王示例', pinyin: '', intro: '', roll: 1, station_id: null };
    const { faults } = check(withCells(['代表', 3, '代表编号', '0001']), { ...emptyCounty(), deputies: [known] });
    expect(say(faults)).toEqual(['代表 3 代表编号: 和第 2 行写了两遍，请留一行。']);
  });
});

describe('villages of one name', () => {
  const county = emptyCounty();
  const other = county.divisions.find(({ name, level }) => level === 'town' && name === '球川镇');
  county.divisions.push({ code: `${other?.code}299`, parent: other?.code ?? '', name: '草坪村', level: 'village' });
  const faultsWith = (...cells: Parameters<typeof withCells>) => say(check(withCells(...cells), county).faults);

  test('are told apart by the town column or the town before the name, or else are a fault', () => {
    const reason = '白石镇、球川镇都有“草坪村”，请写成“白石镇/草坪村”这样。';
    expect(faultsWith(['选区', 3, '村（社区）', '草坪村'])).toEqual([
      `选区 3 村（社区）: ${reason}`,
      `联络站 2 服务的村（社区）: ${reason}`,
    ]);
    const right: Parameters<typeof withCells> = [
      ['选区', 3, '村（社区）', '白石镇/草坪村、球川镇草坪村'],
      ['联络站', 2, '服务的村（社区）', `${other?.code}299`],
    ];
    const { faults, roster } = check(withCells(...right), county);
    expect(faults).toEqual([]);
    expect(roster.wards[1]?.villages).toHaveLength(2);
    expect(roster.stations[0]?.villages).toEqual([`${other?.code}299`]);
  });
});

describe('people of departments', () => {
  const staff = (...cells: string[]) => line('工作人员', 4, cells);
  const of = (department: string) => ['方示办', '13800001031', '部门工作人员', '', department];

  test.each<[string, Parameters<typeof withCells>, string[]]>([
    ['of a department', staff(...of('县 示例局')), []],
    [
      'of two',
      [...staff(...of('县示例局')), ...line('部门', 3, ['县样例局', '部门']), ...line('工作人员', 5, of('县样例局'))],
      [],
    ],
    ['of none', staff(...of('')), ['工作人员 4 部门: “部门”要写。']],
    [
      'of one that is not there',
      staff(...of('县示范局')),
      ['工作人员 4 部门: “部门”表里没有“县示范局”。您是不是要写“县示例局”？'],
    ],
    [
      'of a committee',
      [...line('部门', 3, ['县示例工委', '专工委']), ...staff(...of('县示例工委'))],
      ['工作人员 4 部门: “县示例工委”是专工委，不是部门。'],
    ],
    [
      'of one whose own row is faulty',
      [...line('部门', 3, ['县样例局', '公司']), ...staff(...of('县样例局'))],
      ['部门 3 类别: 不认识“公司”，请写“部门”、“专工委”里的一个。'],
    ],
    [
      'of a station besides',
      staff('方示办', '13800001031', '部门工作人员', '草坪村代表联络站', '县示例局'),
      ['工作人员 4 联络站: 部门工作人员不属于哪个站，请空着。'],
    ],
    [
      'a clerk of a department',
      staff('方示办', '13800001031', '联络站工作人员', '草坪村代表联络站', '县示例局'),
      ['工作人员 4 部门: 联络站工作人员不属于哪个部门，请空着。'],
    ],
    ['without a phone', staff('方示办', '', '部门工作人员', '', '县示例局'), ['工作人员 4 手机号: “手机号”要写。']],
    [
      'twice',
      [...staff(...of('县示例局')), ...line('工作人员', 5, of('县示例局'))],
      ['工作人员 5 手机号: 和第 4 行写了两遍，请留一行。'],
    ],
    [
      'a department whose duties are no line',
      [['部门', 2, '管什么', '管'.repeat(61)]],
      ['部门 2 管什么: 太长了，最多 60 个字。'],
    ],
  ])('%s', (_, cells, faults) => expect(faultsOf(...cells)).toEqual(faults));

  /** The sheet as it was before it had its last column. */
  function without(name: SheetName, sheets = sheetsOf(goodRows())): Sheet[] {
    for (const { cells } of sheets.find((one) => one.name === name)?.rows ?? []) cells.delete(columnsOf(name).length);
    return sheets;
  }

  test('a workbook from before they had people says nothing of them, nor of what departments are for', () => {
    const { roster, faults } = check(without('部门', without('工作人员')));
    expect(faults).toEqual([]);
    expect([roster.silentOnDepartments, roster.departments[0]?.duties]).toEqual([true, null]);
    const now = check(sheetsOf(goodRows())).roster;
    expect([now.silentOnDepartments, now.departments[0]?.duties]).toEqual([false, '']);
    expect(say(check(without('工作人员', withCells(...staff(...of('县示例局'))))).faults)).toEqual([
      '工作人员 4 部门: 少了“部门”这一列，部门工作人员要写部门。',
    ]);
  });
});

describe('beside what is stored', () => {
  const stored = (changes: Partial<Stored>): Stored => ({ ...emptyCounty(), ...changes });
  const deputy = (number: string | null, name: string) => ({
    id: `id-${number}`,
    number,
    name,
    pinyin: '',
    intro: '',
    roll: 1,
    station_id: null,
  });

  test('a number never goes to somebody else; a corrected name is worth a look', () => {
    const before = stored({ deputies: [deputy('0001', '赵拟名'), deputy('0002', '李范列')] });
    const { faults, warnings } = check(sheetsOf(goodRows()), before);
    expect(say(faults)).toEqual(['代表 2 代表编号: 编号“0001”原来是赵拟名的。换了人，请用没用过的新编号。']);
    // What an import would lead to is told once there is no fault.
    expect(warnings).toEqual([]);
    const corrected = stored({ deputies: [deputy('0002', '李范列')] });
    expect(say(check(sheetsOf(goodRows()), corrected).warnings)).toContain(
      '代表 3 姓名: 编号“0002”原来是李范列，会改成李范例。',
    );
    const renumbered = stored({ deputies: [deputy('0002', '李范例'), deputy('0001', '李范例')] });
    expect(say(check(sheetsOf(goodRows()), renumbered).faults)).toHaveLength(1);
  });

  describe('a person who serves gets no other number', () => {
    const hash = (phone: string) => Buffer.from(phone);
    const hashesOf = (phone: string) => [hash(phone).toString('hex')];
    const serving = (number: string, name: string, phone: string | null, to = '2027-01-31'): Stored => ({
      ...emptyCounty(),
      deputies: [deputy(number, name)],
      mandates: [
        {
          id: 't',
          deputy_id: `id-${number}`,
          level: 'nation',
          congress_name: '第十四届全国人大',
          ward_id: null,
          electing_unit: '浙江省人大选出',
          starts_on: '2022-01-01',
          ends_on: to,
        },
      ],
      memberships: [
        {
          id: 'm',
          role: 'deputy',
          deputy_id: `id-${number}`,
          station_id: null,
          department_id: null,
          village: null,
          name,
          source: 'roster',
          held: false,
          phone_cipher: null,
          phone_hash: phone === null ? null : hash(phone),
        },
      ],
    });
    const against = (before: Stored) => checkWorkbook(sheetsOf(goodRows()), before, TODAY, hashesOf);

    test.each([
      [
        '00001',
        '王示例',
        '+8613800001001',
        '王示例原来的编号是“00001”，这里是“0001”，像是丢了前面的零，请改回“00001”。',
      ],
      ['00001', '王示例', null, '王示例原来的编号是“00001”，这里是“0001”，像是丢了前面的零，请改回“00001”。'],
      [
        'A-7',
        '王示例',
        '+8613800001001',
        '王示例原来的编号是“A-7”，这里是“0001”，手机号一样，编号一直不变，请改回“A-7”。',
      ],
      [
        'A-7',
        '王示列',
        '+8613800001001',
        '王示例原来的编号是“A-7”，这里是“0001”，手机号一样，编号一直不变，请改回“A-7”。',
      ],
    ])('who was %s %s %s', (number, name, phone, reason) => {
      expect(say(against(serving(number, name, phone)).faults)).toEqual([`代表 2 代表编号: ${reason}`]);
    });

    test('a namesake of another phone is worth a look; who passed the phone on, or whose terms were over, is nobody', () => {
      const namesake = against(serving('A-7', '王示例', '+8613900000000'));
      expect(namesake.faults).toEqual([]);
      expect(say(namesake.warnings)).toContain(
        '代表 2 代表编号: 编号“A-7”的也叫王示例，表里没有了，任期会结束。要是同一位，请改回“A-7”。',
      );
      for (const before of [
        serving('A-7', '赵拟名', '+8613800001001'),
        serving('A-7', '王示例', '+8613800001001', '2026-11-17'),
      ]) {
        const { faults, warnings } = against(before);
        expect([faults, say(warnings).filter((line) => line.includes('A-7'))]).toEqual([[], []]);
      }
    });
  });

  describe('villages nobody stands for until a term begins', () => {
    const gapsOf = (...cells: Parameters<typeof withCells>) =>
      say(check(withCells(...cells)).warnings).filter((line) => line.includes('人大代表，居民找不到人'));
    const county: SheetName = '任期';

    test('are named: the next congress alone, and days between two', () => {
      expect(gapsOf()).toEqual([]);
      expect(gapsOf([county, 2, '开始日期', '2027-02-01'], [county, 2, '结束日期', '2032-01-31'])).toEqual([
        '任期 null 开始日期: 从今天到 2027-01-31，白石镇草坪村、白石镇新塘岭村没有乡镇人大代表，居民找不到人。新一届开始以前，请把上一届的任期留着。',
      ]);
      const next = ['0001', '', '县', '常山县第十八届人大', '', '第 1 选区', '', '2027-02-11', '2032-02-10'];
      const added = next.map((text, at): [SheetName, number, string, string] => [
        county,
        6,
        columnsOf(county)[at]?.title ?? '',
        text,
      ]);
      expect(gapsOf(...added)).toEqual([
        expect.stringMatching(/^任期 null 开始日期: 从 2027-02-01 到 2027-02-10，.*草坪村、.*十八里村没有县人大代表/),
      ]);
    });
  });

  test('a role that was granted by hand without a phone needs none', () => {
    const granted = {
      id: 'm',
      role: 'supervisor' as const,
      deputy_id: null,
      station_id: null,
      department_id: null,
      village: emptyCounty().divisions.find(({ name }) => name === '草坪村')?.code ?? '',
      name: '姜样本',
      source: 'granted' as const,
      held: true,
      phone_cipher: null,
      phone_hash: null,
    };
    const bare = withCells(['民主监督员', 2, '手机号', '']);
    expect(check(bare, stored({ memberships: [granted] })).faults).toEqual([]);
    expect(say(check(bare).faults)).toEqual(['民主监督员 2 手机号: “手机号”要写。']);
    const other = { ...granted, phone_hash: Buffer.from('x') };
    expect(check(bare, stored({ memberships: [other] })).faults).toHaveLength(1);
  });

  test('the last administrator stays, unless the office granted one by hand', () => {
    const cells: Parameters<typeof withCells> = [
      ['工作人员', 3, '角色', '联络站工作人员'],
      ['工作人员', 3, '联络站', '草坪村代表联络站'],
    ];
    expect(faultsOf(...cells)).toEqual(['工作人员 null 角色: 这样就一位人大管理员也没有了，请至少写一位。']);
    const granted = {
      id: 'm',
      role: 'admin' as const,
      deputy_id: null,
      station_id: null,
      department_id: null,
      village: null,
      name: '管范例',
      source: 'granted' as const,
      held: true,
      phone_cipher: null,
      phone_hash: null,
    };
    expect(check(withCells(...cells), stored({ memberships: [granted] })).faults).toEqual([]);
  });

  test('what the file no longer has and what is left without a ward or a station', () => {
    const before = stored({
      wards: [{ id: 'w', level: 'county', town: null, name: '第 9 选区', villages: [], units: [] }],
      stations: [
        {
          id: 's',
          name: '老站',
          address: '',
          hours: '',
          phone: '',
          latitude: null,
          longitude: null,
          reception: null,
          villages: [],
        },
      ],
    });
    const { faults, warnings } = check(withCells(['任期', 5, '结束日期', '2024-01-01']), before);
    expect(faults).toEqual([]);
    const said = say(warnings);
    expect(said).toContain('选区 null null: 有 1 个选区表里没有了，还留着：第 9 选区。');
    expect(said).toContain('联络站 null null: 有 1 个站表里没有了，还留着：老站。');
    expect(said).toContain('代表 4 代表编号: 没有还在任的任期，居民找不到。');
    expect(said.filter((one) => one.startsWith('选区') && one.includes('不在县级选区里'))).toHaveLength(14);
  });

  test('another county’s workbook is told at once, and nothing else', () => {
    const guide: Sheet = {
      name: '说明',
      hidden: false,
      merges: [],
      rows: [
        {
          number: 2,
          cells: new Map([
            [1, textCell('县代码')],
            [2, textCell('330881')],
          ]),
        },
      ],
    };
    const { faults, warnings } = check([guide, ...withCells(['代表', 2, '姓名', ''])]);
    expect(say(faults)).toEqual(['说明 null null: 这份名册是别处的（330881），这里是常山县（330822）。']);
    expect(warnings).toEqual([]);
  });
});

test('everything is told at once, in the order of the sheets, rows and columns', () => {
  const faults = check(
    withCells(
      ['工作人员', 2, '手机号', '1'],
      ['代表', 4, '姓名', ''],
      ['代表', 2, '手机号', '1'],
      ['代表', 2, '姓名', ''],
      ['选区', 3, '级别', '区'],
    ),
  ).faults;
  expect(faults.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
    ['选区', 3, '级别'],
    ['代表', 2, '姓名'],
    ['代表', 2, '手机号'],
    ['代表', 4, '姓名'],
    ['工作人员', 2, '手机号'],
  ]);
});

test('no reason holds a phone or more than a person can read', () => {
  const sheets = SHEET_NAMES.flatMap((name) =>
    columnsOf(name).map(({ title }) => withCells([name, 2, title, '甚么'.repeat(10)])),
  );
  for (const sheet of sheets)
    for (const { reason } of check(sheet).faults) {
      expect(reason).not.toMatch(/1380000/);
      expect(reason).toMatch(/[。？]$/);
    }
});
