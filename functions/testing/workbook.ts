import { columnsOf, SHEET_NAMES, type SheetName } from '../directory/workbook/columns';
import type { Stored } from '../directory/workbook/stored';
import { emptyRows, type Rows } from '../directory/workbook/template';
import { readDivisions } from '../local/seed/divisions';
import type { Cell } from '../platform/spreadsheet/cell';
import type { Sheet } from '../platform/spreadsheet/read-spreadsheet';
import { writeSpreadsheet } from '../platform/spreadsheet/write-spreadsheet';

/** A small county that is right in everything: three deputies, five levels, a station, one of each role. */
export function goodRows(): Rows {
  return {
    ...emptyRows(),
    选区: [
      ['乡镇', '白石镇', '第 1 选区', '草坪村、新塘岭村', ''],
      ['县', '', '第 1 选区', '草坪村、十八里村', '县示例医院、县样例中学'],
    ],
    代表: [
      ['0001', '王示例', '', '13800001001', '草坪村代表联络站', '种胡柚的。'],
      ['0002', '李范例', '', '13800001002', '', ''],
      ['0003', '单样本', 'dan yang ben', '', '草坪村代表联络站', ''],
    ],
    任期: [
      ['0001', '王示例', '乡镇', '白石镇第十届人大', '白石镇', '第 1 选区', '', '2022-01-01', '2027-01-31'],
      ['0001', '', '县', '常山县第十七届人大', '', '第 1 选区', '', '2022-01-01', '2027-01-31'],
      ['0002', '李范例', '市', '衢州市第八届人大', '', '', '常山县人大选出', '2022-01-01', '2027-01-31'],
      ['0003', '单样本', '全国', '第十四届全国人大', '', '', '浙江省人大选出', '2023-03-01', '2028-02-28'],
    ],
    联络站: [
      [
        '草坪村代表联络站',
        '文化礼堂一楼',
        '每周一 8:30–11:30 有人',
        '0570-0000100',
        '10',
        '9:00',
        '11:00',
        '28.83',
        '118.49',
        '草坪村、新塘岭村',
      ],
    ],
    民主监督员: [['姜样本', '13800001011', '白石镇', '草坪村']],
    部门: [['县示例局', '部门', '0570-0000200']],
    工作人员: [
      ['舒示例', '13800001021', '联络站工作人员', '草坪村代表联络站'],
      ['管范例', '13800001022', '人大管理员', ''],
    ],
  };
}

/** Rows as an .xlsx file. `titles` replaces a sheet's first row. */
export function workbookOf(rows: Rows, titles: Partial<Record<SheetName, string[]>> = {}): Buffer {
  return writeSpreadsheet(
    SHEET_NAMES.map((name) => {
      const columns = columnsOf(name).map(({ title }) => title);
      return { name, widths: columns.map(() => 20), titled: true, rows: [titles[name] ?? columns, ...rows[name]] };
    }),
  );
}

/** Rows as they come out of a file, without the file. */
export function sheetsOf(rows: Rows): Sheet[] {
  return SHEET_NAMES.map((name) => ({
    name,
    hidden: false,
    merges: [],
    rows: [columnsOf(name).map(({ title }) => title), ...rows[name]].map((cells, index) => ({
      number: index + 1,
      cells: new Map(cells.flatMap((text, column) => (text ? [[column + 1, textCell(text)] as const] : []))),
    })),
  }));
}

export function textCell(text: string): Cell {
  return { kind: 'text', text, number: 0, formula: false };
}

/** A county of real places in which nothing is stored yet. */
export function emptyCounty(): Stored {
  const divisions = readDivisions();
  const nothing = { wards: [], stations: [], deputies: [], mandates: [], departments: [], memberships: [] };
  return { county: { jurisdiction: '330822', name: '常山县' }, divisions, ...nothing };
}
