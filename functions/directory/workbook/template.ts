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
import { numbersOf } from './numbers';
import { type Places, placesOf } from './places';
import type { Stored } from './stored';
import { lettersOf } from './table';
import type { Tools } from './tools';
import { type Help, type WrittenSheet, writeSpreadsheet } from './write-spreadsheet';

export type Rows = Record<SheetName, string[][]>;
type Spelling = Pick<Tools, 'pinyinOf'> & { open(sealed: Buffer, membershipId: string): string };

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
      return { column: index + 1, prompt: hint, ...offer };
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
    ['villages', '村（社区）', villages.map(({ code }) => spell(code))],
    ['wardLevels', '选区级别', Object.values(WARD_LEVEL_NAMES)],
    ['levels', '级别', Object.values(LEVEL_NAMES)],
    ['kinds', '类别', Object.values(KIND_NAMES)],
    ['roles', '角色', Object.values(ROLE_NAMES)],
  ];
}

/** Where each list stands: the fixed ones on the hidden sheet, the county's own on the sheet where they are written. */
function rangesOf(lists: Lists): Record<ListName, string> {
  const fixed = lists.map(([name, , words], index) => {
    const letters = lettersOf(index + 1);
    return [name, `'${LISTS}'!$${letters}$2:$${letters}$${Math.max(2, words.length + 1)}`] as const;
  });
  const own = {
    stations: "'联络站'!$A$2:$A$1000",
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
    ['7', '在“身份”里单独给的身份，不在这份名册里，也不受影响。'],
    ...(filled ? [['8', '这份名册里有手机号，请存好，用完删掉。']] : []),
    [''],
    ['表', '列', '怎么写'],
    ...SHEET_NAMES.flatMap((name) => columnsOf(name).map(({ title, hint }) => [name, title, hint])),
  ];
  return { name: GUIDE, widths: [14, 60, 70], titled: false, rows: lines };
}

/** Everything the database holds, as somebody would have written it. Phones are opened here: nothing but the office's download may call this. */
export function rowsOf(stored: Stored, spelling: Spelling): Rows {
  const places = placesOf(stored);
  const towns = new Map(places.towns.map(({ code, name }) => [code, name]));
  const villageTown = new Map(places.villages.map(({ code, town }) => [code, town.code]));
  const villageNames = new Map(places.villages.map(({ code, name }) => [code, name]));
  const stations = new Map(stored.stations.map(({ id, name }) => [id, name]));
  const numbers = numbersOf(stored.deputies);
  const phoneOf = ({ phone_cipher, id }: Stored['memberships'][number]) =>
    phone_cipher ? spelling.open(phone_cipher, id).replace(/^\+86/, '') : '';
  const spell = (town: string | null) => (code: string) => {
    const plain = villageNames.get(code) ?? code;
    return town &&
      villageTown.get(code) === town &&
      places.village(plain, town) &&
      isCode(places.village(plain, town), code)
      ? plain
      : places.spell(code);
  };
  const roster = stored.memberships.filter(({ source }) => source === 'roster');
  const phones = new Map(stored.memberships.flatMap((one) => (one.deputy_id ? [[one.deputy_id, phoneOf(one)]] : [])));
  const names = new Map(stored.deputies.map(({ id, name }) => [id, name]));
  const wards = new Map(stored.wards.map((ward) => [ward.id, ward]));
  return {
    选区: stored.wards.map(({ level, town, name, villages, units }) => [
      WARD_LEVEL_NAMES[level],
      towns.get(town ?? '') ?? '',
      name,
      villages.map(spell(town)).join('、'),
      units.map((unit) => unit.name).join('、'),
    ]),
    代表: stored.deputies.map(({ id, name, pinyin, station_id, intro }) => [
      numbers.get(id) ?? '',
      name,
      pinyin === '' || pinyin === spelling.pinyinOf(name, 'person') ? '' : pinyin,
      phones.get(id) ?? '',
      stations.get(station_id ?? '') ?? '',
      intro,
    ]),
    任期: stored.mandates.map((mandate) => [
      numbers.get(mandate.deputy_id) ?? '',
      names.get(mandate.deputy_id) ?? '',
      LEVEL_NAMES[mandate.level],
      mandate.congress_name,
      towns.get(wards.get(mandate.ward_id ?? '')?.town ?? '') ?? '',
      wards.get(mandate.ward_id ?? '')?.name ?? '',
      mandate.electing_unit ?? '',
      mandate.starts_on,
      mandate.ends_on,
    ]),
    联络站: stored.stations.map(({ reception, latitude, longitude, villages, ...station }) => [
      station.name,
      station.address,
      station.hours,
      station.phone,
      reception ? String(reception.dayOfMonth) : '',
      reception?.from ?? '',
      reception?.to ?? '',
      latitude === null ? '' : String(latitude),
      longitude === null ? '' : String(longitude),
      villages.map(spell(null)).join('、'),
    ]),
    民主监督员: roster
      .filter(({ role }) => role === 'supervisor')
      .map((one) => [
        one.name ?? '',
        phoneOf(one),
        towns.get(villageTown.get(one.village ?? '') ?? '') ?? '',
        spell(villageTown.get(one.village ?? '') ?? null)(one.village ?? ''),
      ]),
    部门: stored.departments
      .filter(({ ended_on }) => ended_on === null)
      .map(({ name, kind, phone }) => [name, KIND_NAMES[kind], phone ?? '']),
    工作人员: roster.flatMap((one) =>
      one.role === 'clerk' || one.role === 'admin'
        ? [[one.name ?? '', phoneOf(one), ROLE_NAMES[one.role], stations.get(one.station_id ?? '') ?? '']]
        : [],
    ),
  };
}

function isCode(found: ReturnType<Places['village']>, code: string): boolean {
  return 'code' in found && found.code === code;
}
