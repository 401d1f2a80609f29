import { LEVEL_NAMES } from '../../../shared/directory/levels';

/** A column of a sheet: its title in row 1, what to write in it, and which list its drop-down offers (`only`: and nothing else). */
export type Column = {
  title: string;
  hint: string;
  width: number;
  /** May be left out of the sheet altogether. */
  optional?: true;
  list?: { of: ListName; only: boolean };
};

export type ListName =
  | 'towns'
  | 'villages'
  | 'wardLevels'
  | 'levels'
  | 'kinds'
  | 'roles'
  | 'stations'
  | 'departments'
  | 'wards'
  | 'numbers';

export { LEVEL_NAMES };
export const WARD_LEVEL_NAMES = { town: LEVEL_NAMES.town, county: LEVEL_NAMES.county } as const;
export const KIND_NAMES = { department: '部门', committee: '专工委' } as const;
export const ROLE_NAMES = { clerk: '联络站工作人员', admin: '人大管理员', department: '部门工作人员' } as const;

const town = (hint: string): Column => ({ title: '乡镇', hint, width: 14, list: { of: 'towns', only: true } });
const villages = (title: string, hint: string): Column => ({
  title,
  hint: `${hint}几个村用顿号“、”隔开。两个镇有同名的村，就写“白石镇/草坪村”这样。`,
  width: 40,
  list: { of: 'villages', only: false },
});
const phone = (hint: string): Column => ({ title: '手机号', hint, width: 16 });

/** The sheets of the workbook in their order, with their columns. Row 1 holds the titles, everything below is data. */
export const SHEETS = {
  选区: [
    {
      title: '级别',
      hint: '写“乡镇”或“县”，县级市、区、旗也写“县”。街道没有自己的人大，只有县级选区。',
      width: 8,
      list: { of: 'wardLevels', only: true },
    },
    town('乡镇级选区要写。县级选区可以空着。'),
    { title: '名称', hint: '例如：第 1 选区。同一级、同一个乡镇里不能重名。', width: 18 },
    villages('村（社区）', '这个选区有哪些村、社区。'),
    { title: '单位', hint: '单位选区才写，几个单位用顿号“、”隔开。', width: 30 },
  ],
  代表: [
    { title: '代表编号', hint: '每位代表一个，一直不变。换了人要用新编号。', width: 12 },
    { title: '姓名', hint: '代表的名字。', width: 12 },
    { title: '读音', hint: '读音不对才写，例如：shan xiong xin。可以空着。', width: 18, optional: true },
    phone('11 位数字，只有办公室和本人看得到。空着的，原来的不动。'),
    { title: '联络站', hint: '要和“联络站”表里的名称一样。', width: 24, list: { of: 'stations', only: false } },
    { title: '简介', hint: '一两句话，居民看得到。最多 300 字。', width: 40 },
  ],
  任期: [
    { title: '代表编号', hint: '要和“代表”表里的一样。', width: 12, list: { of: 'numbers', only: false } },
    { title: '姓名', hint: '只是方便核对，可以空着。', width: 12, optional: true },
    {
      title: '级别',
      hint: '乡镇、县、市、省、全国。县级市、区、旗也写“县”。',
      width: 8,
      list: { of: 'levels', only: true },
    },
    { title: '届次', hint: '例如：常山县第十七届人大。', width: 24 },
    town('乡镇级代表写选区所在的乡镇。县级选区写了乡镇的，这里也写。'),
    {
      title: '选区',
      hint: '乡镇、县两级写，要和“选区”表里的名称一样。',
      width: 18,
      list: { of: 'wards', only: false },
    },
    { title: '原选举单位', hint: '市、省、全国三级写，例如：常山县人大选出。', width: 24 },
    { title: '开始日期', hint: '写成 2022-01-01。', width: 14 },
    { title: '结束日期', hint: '写成 2027-01-31。', width: 14 },
  ],
  联络站: [
    { title: '名称', hint: '不能重名。', width: 24 },
    { title: '地址', hint: '居民看得到。', width: 30 },
    { title: '开放时间', hint: '例如：每周一至周五 8:30–11:30 有人。', width: 30 },
    { title: '电话', hint: '居民打的电话。', width: 16 },
    { title: '接待日', hint: '每月几号，写 1 到 31 的数字。没有就空着。', width: 8 },
    { title: '接待开始', hint: '例如：9:00。', width: 10 },
    { title: '接待结束', hint: '例如：11:00。', width: 10 },
    { title: '纬度', hint: '例如：28.83。在腾讯地图或高德地图上查到的数。没有就空着。', width: 12 },
    { title: '经度', hint: '例如：118.49。没有就空着。', width: 12 },
    villages('服务的村（社区）', '这个站服务哪些村、社区，一个村只归一个站。'),
  ],
  民主监督员: [
    { title: '姓名', hint: '监督员的名字。', width: 12 },
    phone('11 位数字。本人用这个号在微信里确认后，身份就有了。'),
    town('村所在的乡镇。'),
    { title: '村（社区）', hint: '一行一个村。', width: 20, list: { of: 'villages', only: false } },
  ],
  部门: [
    { title: '名称', hint: '不能重名。', width: 24 },
    { title: '类别', hint: '写“部门”或“专工委”。', width: 10, list: { of: 'kinds', only: true } },
    { title: '电话', hint: '可以空着。', width: 16 },
    {
      title: '管什么',
      hint: '一句话，居民评议的时候看得到，例如：管公路、桥和公交车。最多 60 字。',
      width: 40,
      optional: true,
    },
  ],
  工作人员: [
    { title: '姓名', hint: '工作人员的名字。', width: 12 },
    phone('11 位数字。本人用这个号在微信里确认后，身份就有了。'),
    {
      title: '角色',
      hint: '写“联络站工作人员”“人大管理员”或“部门工作人员”。',
      width: 18,
      list: { of: 'roles', only: true },
    },
    {
      title: '联络站',
      hint: '联络站工作人员要写。管两个站就写两行。',
      width: 24,
      list: { of: 'stations', only: false },
    },
    {
      title: '部门',
      hint: '部门工作人员要写，要和“部门”表里的名称一样。在两个部门就写两行。',
      width: 24,
      optional: true,
      list: { of: 'departments', only: false },
    },
  ],
} as const satisfies Record<string, readonly Column[]>;

export type SheetName = keyof typeof SHEETS;
export const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];
export const columnsOf = (sheet: SheetName): readonly Column[] => SHEETS[sheet];

/** The first sheet, for people; and the hidden one behind the drop-downs. Neither holds data. */
export const GUIDE = '说明';
export const LISTS = '选项';
/** The guide says in this row of its first two columns for which county the workbook was made. */
export const COUNTY_LABEL = '县代码';
