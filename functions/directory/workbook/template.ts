import { columnLetters } from '../../platform/spreadsheet/cell-reference';
import { type Help, type WrittenSheet, writeSpreadsheet } from '../../platform/spreadsheet/write-spreadsheet';
import {
  COUNTY_LABEL,
  columnsOf,
  GUIDE,
  KIND_NAMES,
  LEVEL_NAMES,
  LISTS,
  type ListName,
  ROLE_NAMES,
  SHEET_NAMES,
  type SheetName,
  WARD_LEVEL_NAMES,
} from './columns';
import { type Places, placesOf } from './places';
import type { Stored } from './stored';

/** What stands below the titles of each sheet. */
export type Rows = Record<SheetName, string[][]>;

/** The workbook of a county: guide, a sheet each with drop-downs, and `rows` where it is to be filled. */
export function writeTemplate(stored: Stored, rows: Rows): Buffer {
  const places = placesOf(stored);
  const lists = listsOf(places);
  const ranges = rangesOf(lists);
  const filled = SHEET_NAMES.some((name) => rows[name].length > 0);
  const data = SHEET_NAMES.map((name): WrittenSheet => {
    const columns = columnsOf(name);
    const help = columns.map(({ hint, list }, index): Help => {
      const offer = list && { list: ranges[list.of], only: list.only };
      return { column: index + 1, prompt: localHint(hint, stored.county.name), ...offer };
    });
    const titles = columns.map(({ title }) => title);
    return { name, widths: columns.map(({ width }) => width), titled: true, rows: [titles, ...rows[name]], help };
  });
  return writeSpreadsheet([guide(stored, filled), ...data, listSheet(lists)]);
}

export function emptyRows(): Rows {
  return { 选区: [], 代表: [], 任期: [], 联络站: [], 民主监督员: [], 部门: [], 工作人员: [] };
}

type Lists = [name: ListName, title: string, words: string[]][];

function listsOf({ towns, villages, spell }: Places): Lists {
  return [
    ['towns', '乡镇', towns.map(({ name }) => name)],
    ['villages', '村（社区）', villages.map(({ code }) => spell(code, null))],
    ['wardLevels', '选区级别', Object.values(WARD_LEVEL_NAMES)],
    ['levels', '级别', Object.values(LEVEL_NAMES)],
    ['kinds', '类别', Object.values(KIND_NAMES)],
    ['roles', '角色', Object.values(ROLE_NAMES)],
  ];
}

/** Where each list stands: the fixed ones on the hidden sheet, the county's own on the sheet where they are written. */
function rangesOf(lists: Lists): Record<ListName, string> {
  const fixed = lists.map(([name, , words], index) => {
    const letters = columnLetters(index + 1);
    return [name, `'${LISTS}'!$${letters}$2:$${letters}$${Math.max(2, words.length + 1)}`] as const;
  });
  const own = {
    stations: "'联络站'!$A$2:$A$1000",
    departments: "'部门'!$A$2:$A$1000",
    wards: "'选区'!$C$2:$C$5000",
    numbers: "'代表'!$A$2:$A$20000",
  };
  return { ...(Object.fromEntries(fixed) as Record<ListName, string>), ...own };
}

function listSheet(lists: Lists): WrittenSheet {
  const longest = Math.max(...lists.map(([, , words]) => words.length));
  const lines = Array.from({ length: longest }, (_, index) => lists.map(([, , words]) => words[index] ?? ''));
  return {
    name: LISTS,
    hidden: true,
    widths: lists.map(() => 20),
    titled: true,
    rows: [lists.map(([, title]) => title), ...lines],
  };
}

/** With the county's own name in the examples. */
function localHint(hint: string, county: string): string {
  return hint.replaceAll('常山县', county);
}

function guide({ county }: Stored, filled: boolean): WrittenSheet {
  const lines = [
    [`${county.name}名册`],
    [COUNTY_LABEL, county.jurisdiction],
    [''],
    ['怎么填'],
    ['1', '下面每张表第 1 行是标题，不要改。从第 2 行开始写，一行一个。'],
    ['2', '不要合并格子，不要写公式。没有内容的表也要留着。'],
    ['3', '日期写成 2022-01-01。几个村用顿号“、”隔开。'],
    ['4', '这份名册是全部：任期、民主监督员、部门、工作人员，表里没有了就算到期。以前的记录都还在，不会删。'],
    ['5', '换届的时候，把新一届的任期写上，上一届的任期可以删掉，也可以留着。'],
    ['6', '写好先检查一遍，哪一行哪一列不对都会列出来。有一处不对，就一行也不导入。'],
    ['7', '在“身份”里单独给的身份也列在里面，没有手机号的可以空着。从表里删掉不会收回，要收回请到“身份”里。'],
    ...(filled ? [['8', '这份名册里有手机号，请存好，用完删掉。']] : []),
    [''],
    ['表', '列', '怎么写'],
    ...SHEET_NAMES.flatMap((name) =>
      columnsOf(name).map(({ title, hint }) => [name, title, localHint(hint, county.name)]),
    ),
  ];
  return { name: GUIDE, widths: [14, 60, 70], titled: false, rows: lines };
}
