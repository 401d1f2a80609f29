import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Given, List } from './list';
import { readList } from './read-list';
import { spokenName } from './spoken';

const CITY: Given = { divisionCode: '370283', towns: new Set() };
const utf8 = (text: string) => new TextEncoder().encode(text);
const fixture = (code: string) => readFileSync(join(__dirname, `../../testing/divisions/${code}.csv`));

const read = (text: string | Uint8Array, given = CITY) => {
  const list = readList(typeof text === 'string' ? utf8(text) : text, given);
  if ('faults' in list) throw new Error(list.faults.map(({ reason }) => reason).join('\n'));
  return list;
};
const faults = (text: string | Uint8Array, given = CITY) => {
  const list = readList(typeof text === 'string' ? utf8(text) : text, given);
  return 'faults' in list ? list.faults.map(({ row, reason }) => `${row ?? ''} ${reason}`.trim()) : [];
};
const plain = ({ towns, villages }: List) => [...towns, ...villages].map(({ code, name }) => `${code} ${name}`);

const SMALL =
  '370283000000,平度市\n370283001000,东阁街道\n370283001001,后巷子社区居民委员会\n370283001203,草坪村村民委员会\n';
const AS_READ = ['370283001 东阁街道', '370283001001 后巷子社区', '370283001203 草坪村'];

test('a county-level city and a banner, as the statistics list them', () => {
  const city = read(fixture('370283'));
  expect([city.county?.name, city.towns.length, city.villages.length, city.warnings]).toEqual(['平度市', 18, 363, []]);
  const banner = read(fixture('150223'), { divisionCode: '150223', towns: new Set() });
  expect([banner.county?.name, banner.towns.length, banner.villages.length]).toEqual(['达尔罕茂明安联合旗', 12, 85]);
  for (const { name } of [...city.villages, ...banner.villages]) expect(name).not.toMatch(/委员?会$/);
});

test.each([
  ['without a header', SMALL],
  ['with a header and classes', `统计用区划代码,城乡分类代码,名称\n${SMALL.replace(/,/g, ',111,')}`],
  ['with a title over it', `2023年统计用区划代码和城乡划分代码\n\n代码,名称\n${SMALL}`],
  ['its columns the other way round', SMALL.replace(/^(\d+),(.*)$/gm, '$2,112,$1')],
  ['with a byte order mark', `\ufeff${SMALL}`],
  [
    'with tabs, quotes and the line ends of Windows',
    SMALL.replace(/^(\d+),(.*)$/gm, '"$1"\t"$2"').replace(/\n/g, '\r\n'),
  ],
  [
    'with the Chinese comma and full-width digits',
    SMALL.replace(/,/g, '，').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  ],
  ['codes as floats', SMALL.replace(/^(\d{12})/gm, '$1.0')],
  ['codes as numbers with all their digits', SMALL.replace(/^(\d)(\d{11})/gm, '$1.$2E+11')],
  ['codes as text of a spreadsheet', SMALL.replace(/^(\d{12})/gm, "'$1")],
  [
    'codes of towns with nine digits, of the county with six',
    SMALL.replace(/^(\d{9})000,/gm, '$1,').replace(/^(\d{6})000,/gm, '$1,'),
  ],
  ['province and city before it', `370000000000,山东省\n370200000000,青岛市\n${SMALL}`],
  [
    'every village with its town and county beside it',
    `code,name,streetCode,areaCode\n${SMALL.replace(/^(\d{12}),(.*)$/gm, (_, code, name) => `${code},${name},${code.slice(0, 9)},370283`)}`,
  ],
])('is read %s', (_, text) => {
  expect(plain(read(text))).toEqual(AS_READ);
});

test.each(['gb18030', 'utf-16le'])('is read in %s', (encoding) => {
  // 东阁街道 in GBK; Node writes no GBK, so the bytes stand here.
  const gbk = Buffer.from('b6abb8f3bdd6b5c0', 'hex');
  const bytes =
    encoding === 'utf-16le'
      ? Buffer.concat([
          Buffer.from([0xff, 0xfe]),
          Buffer.from('370283001000,东阁街道\n370283001001,东阁社区\n', 'utf16le'),
        ])
      : Buffer.concat([Buffer.from('370283001000,'), gbk, Buffer.from('\n370283001001,'), gbk, Buffer.from('\n')]);
  expect(read(bytes).towns[0]?.name).toBe('东阁街道');
});

test.each([
  ['', '文件是空的，一行也没有。'],
  ['\ufeff\n\n', '文件是空的，一行也没有。'],
  [
    '代码,名称\n',
    '文件里没有找到区划代码。每一行要有 12 位的统计用区划代码和名称，例如：370283001001,111,大泽山社区居委会。',
  ],
  [
    '370283000000,平度市\n370283001000,东阁街道\n',
    '文件里只有乡镇，一个村、一个社区也没有。请用有村级代码（12 位）的名单。',
  ],
  [
    SMALL.replaceAll('370283', '370282'),
    '这份名单是 370282 的，不是 370283 的。请看是不是拿错了文件，或者县的代码写错了。',
  ],
  [
    `${SMALL}370282001001,东风社区居委会\n`,
    '5 370282001001 东风社区居委会是 370282 的，不是 370283 的。请删掉这一行，或看看是不是写错了。',
  ],
  [
    SMALL.replace('370283001000,东阁街道\n', ''),
    '2 后巷子社区居民委员会等 2 个村、社区属于乡镇 370283001，名单里没有这个乡镇。请加一行：370283001000,乡镇的名字。',
  ],
  [
    `${SMALL}370283001001,杭州路社区居委会\n`,
    '5 代码 370283001001 在第 3 行已经有了（一个叫后巷子社区居民委员会，一个叫杭州路社区居委会）。请留一行，或改成对的代码。',
  ],
  [
    SMALL.replace('370283001203', '3.70283E+11'),
    '4 代码变成了 3.70283E+11，后面几位已经丢了。请把表格里代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。',
  ],
  [
    `${SMALL},没有代码的村\n`,
    '5 没有 6、9 或 12 位的区划代码（这里写的是“没有代码的村”）。请补上；不是地方的，删掉这一行。',
  ],
  [
    `${SMALL}37028300120,草坪村\n`,
    '5 没有 6、9 或 12 位的区划代码（这里写的是“37028300120”）。请补上；不是地方的，删掉这一行。',
  ],
  [SMALL.replace('草坪村村民委员会', ''), '4 370283001203 没有名称，请补上。'],
  [
    SMALL.replace('草坪村村民委员会', '???????'),
    '4 370283001203 的名称“???????”读不出来，请看是不是存文件时字变了，或者列放错了。',
  ],
])('refuses %j whole', (text, reason) => {
  expect(faults(text)).toEqual([reason]);
});

test('a column that a spreadsheet made numbers of is said once', () => {
  const whole = fixture('370283').toString('utf8');
  expect(faults(whole.replace(/^\d{12}/gm, '3.70283E+11'))).toEqual([
    '2 从这一行起有 382 个代码变成了 3.70283E+11 这样的数，后面几位已经丢了。请把表格里代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。',
  ]);
  expect(faults(whole.replace(/^(\d{6})\d{6}/gm, '$1000000.0'))).toEqual([
    '2 代码 370283 有 382 行（平度市、东阁街道、后巷子社区居民委员会等）。多半是表格把代码当成数，后面几位丢了，写成了零。请把代码那一列设成“文本”，从原来的名单重新粘贴，再存一次。',
  ]);
});

test('a workbook, and bytes that are no text, are told from a list', () => {
  expect(faults(Buffer.from('504b030414000600', 'hex'))[0]).toContain('这是 Excel 文件');
  expect(faults(Buffer.from('d0cf11e0a1b11ae1', 'hex'))[0]).toContain('这是 Excel 文件');
  expect(faults(Buffer.from('80ff80ff00', 'hex'))[0]).toContain('不是 UTF-8，也不是 GBK');
});

test('villages may come alone when their town is there already', () => {
  const text = '370283001001,后巷子社区居委会\n';
  expect(faults(text)).toHaveLength(1);
  expect(read(text, { ...CITY, towns: new Set(['370283001']) }).villages).toHaveLength(1);
});

test('says what is odd and may be right: a town without villages, two that would be called the same', () => {
  const { warnings, villages } = read(`${SMALL}370283002000,李园街道\n370283001002,后巷子居委会\n`);
  expect(warnings).toEqual([
    '有 2 个名字在同一个乡镇里叫法一样，都照原名放：后巷子社区居民委员会、后巷子居委会。',
    '李园街道下面一个村、一个社区也没有，请看是不是漏了。',
  ]);
  expect(villages.map(({ name }) => name)).toEqual(['后巷子社区居民委员会', '草坪村', '后巷子居委会']);
});

test.each([
  ['草坪村村民委员会', '草坪村'],
  ['草坪村委会', '草坪村'],
  ['沟口子村村民委会', '沟口子村'],
  ['城东社区居委会', '城东社区'],
  ['东村居委会', '东村社区'],
  ['万利居民委员会', '万利社区'],
  ['桃园社区村民委员会', '桃园社区'],
  ['巴音宝力格嘎查', '巴音宝力格嘎查'],
  ['呼和嘎查嘎查委员会', '呼和嘎查'],
  ['山海关林场管理区', '山海关林场管理区'],
  [' 草 坪\u200b村（筹） ', '草坪村（筹）'],
])('%s is called %s', (written, said) => {
  expect(spokenName(written)).toBe(said);
});
