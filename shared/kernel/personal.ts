import { CITIZEN, DATE, MOBILE, withPlainDigits } from './numbers';

/** By what somebody could be recognised: a number, a name, a door. */
export type PersonalKind = 'phone' | 'citizen' | 'contact' | 'name' | 'door';
export type Personal = { kind: PersonalKind; words: string };

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常傅卞康伍余顾孟黄穆萧尹姚邵汪祁毛禹戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房缪解丁邓洪包左石崔龚程裴陆翁荀羊曲封储段巫焦谷车侯全班秋仲宫宁仇甘厉祖武符刘景詹龙叶司黎薄白蒲邰赖卓蔺屠池乔翟谭姬申冉雍桑桂牛边燕温庄晏柴阎习艾容向古易廖耿匡文寇欧沃越师巩聂晁敖冷辛阚简饶曾关查游权盖益岳帅徐';
const COMPOUND = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|端木';
/** One or two characters; in a class of its own, so that it stands in a pattern anywhere. */
export const SURNAME = `(?:${COMPOUND}|[${SURNAMES}])`;
/** What stands after a name, where a village speaks of somebody. */
const TITLES =
  '阿公|阿婆|阿伯|阿叔|阿姨|阿爷|阿奶|阿嫂|阿姐|阿哥|大爷|大伯|大叔|大妈|大娘|大婶|大嫂|大姐|大哥|伯伯|叔叔|爷爷|奶奶|婆婆|公公|婶婶|嫂子|师傅|老师|医生|大夫|主任|书记|村长|组长|校长|局长|镇长|乡长|所长|科长|队长|会计|老板|先生|女士|小姐';
const COMMON_HOUSES = /^(?:大家|国家|人家|专家|全家|农家|安家|居家|石家|田家)$/;

// What has to stand before is a group, because engines of older phones can't look behind.
const AFTER_NO_DIGIT = '(?<before>^|\\D)';

/** How many of the patterns below are of a person's number. */
const NUMBERS = 2;
const PATTERNS: [PersonalKind, RegExp][] = [
  ['citizen', new RegExp(AFTER_NO_DIGIT + CITIZEN, 'gu')],
  ['phone', new RegExp(AFTER_NO_DIGIT + MOBILE, 'gu')],
  ['phone', /(?<before>^|\D)0\d{2,3}[-\s]?\d{7,8}(?!\d)/gu],
  // Cards and accounts.
  ['contact', /(?<before>^|\D)\d{4}(?:\s?\d{4}){2,3}\s?\d{1,7}(?!\d)/gu],
  ['contact', /[\w.+-]+@[\w-]+(?:\.\w+)+/gu],
  ['contact', /(?:微信|QQ)号?\s*[:：是]?\s*[A-Za-z0-9][\w-]{4,}/giu],
  ['contact', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}(?![A-Z0-9])/gu],
  ['name', new RegExp(`${SURNAME}\\p{Script=Han}{0,2}?(?:${TITLES})`, 'gu')],
  ['name', new RegExp(`[老小]${SURNAME}(?=家|[，。、；：！？的说在把和跟与]|$)`, 'gu')],
  ['name', new RegExp(`${SURNAME}\\p{Script=Han}{0,2}?家`, 'gu')],
  ['name', new RegExp(`(?<before>我叫|名叫|叫做|我是|本人|姓名[:：]?)${SURNAME}\\p{Script=Han}{1,2}`, 'gu')],
  ['door', /(?:[\d一二三四五六七八九十]+\s*(?:号楼|号(?!线|公路|高速)|幢|栋|单元|室)\s*)+/gu],
];

const DAY = /月\s*\d{1,2}\s*号\s*$/;

/** How digits are said and read out. */
const SPOKEN = '〇一二三四五六七八九';
const SPOKEN_TOO: Record<string, string> = {
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((sign, digit) => [sign, String(digit)])),
  ...{ 幺: '1', 两: '2', 洞: '0', 拐: '7', 勾: '9' },
};
const asDigit = (sign: string) => (SPOKEN.includes(sign) ? String(SPOKEN.indexOf(sign)) : (SPOKEN_TOO[sign] ?? sign));

/** Where something personal stands: from one UTF-16 unit of the words up to another. */
export type PersonalSpan = { kind: PersonalKind; from: number; to: number };

/**
 * What in these words somebody should look at before everybody reads them, first what is known, then what looks like it. It finds what looks
 * like a number, also one written in characters, a name said with a title, a door; a person decides. `names`: known already, found however they
 * stand.
 */
export function personalSpans(words: string, names: readonly (string | null)[] = []): PersonalSpan[] {
  const plain = withPlainDigits(words);
  const at = offsetsOf(words);
  const spans: PersonalSpan[] = [];
  const found = (kind: PersonalKind, from: number, of: string) => {
    const start = from + (of.length - of.trimStart().length);
    spans.push({ kind, from: at[start] ?? 0, to: at[start + of.trim().length] ?? words.length });
    // What was found is not found again as something else, and nothing moves.
    return '\u0000'.repeat(of.length);
  };
  for (const name of names)
    if (name && [...name].length > 1) for (const from of placesOf(plain, name)) found('name', from, name);
  let left = plain;
  const search = (kind: PersonalKind, pattern: RegExp, text: string) => {
    for (const match of text.matchAll(pattern)) {
      const before = match.groups?.before ?? '';
      const of = match[0].slice(before.length);
      const isDay = kind === 'door' && DAY.test(text.slice(0, match.index + match[0].length));
      if (COMMON_HOUSES.test(of) || DATE.test(of) || isDay) continue;
      const from = match.index + before.length;
      left = left.slice(0, from) + found(kind, from, of) + left.slice(from + of.length);
    }
  };
  for (const [kind, pattern] of PATTERNS) search(kind, pattern, left);
  const said = left.replace(/\p{Script=Han}/gu, asDigit);
  for (const [kind, pattern] of PATTERNS.slice(0, NUMBERS)) search(kind, pattern, said);
  return spans;
}

/** Where one stands, each place, also where two of them overlap. */
function placesOf(text: string, one: string): number[] {
  const places: number[] = [];
  for (let from = text.indexOf(one); from >= 0; from = text.indexOf(one, from + 1)) places.push(from);
  return places;
}

/** For each unit of the words with plain digits, and for their end, where it stands in the words as they are. */
function offsetsOf(words: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const sign of words) {
    const { length } = withPlainDigits(sign);
    for (let unit = 0; unit < length; unit += 1) offsets.push(at + unit);
    at += sign.length;
  }
  return [...offsets, at];
}

/** The same as what was found, each once, with plain digits. */
export function personalIn(words: string, names: readonly (string | null)[] = []): Personal[] {
  const found = personalSpans(words, names).map(({ kind, from, to }) => ({
    kind,
    words: withPlainDigits(words.slice(from, to)),
  }));
  return found.filter((one, index) => found.findIndex(({ words }) => words === one.words) === index);
}

/** What stands where something personal was. */
const HIDDEN = '〇〇';

/**
 * The words without what somebody could be recognised by, as far as it is found; for who may read the matter and not the person. `names`: known
 * already, each of two characters at the least.
 */
export function hidePersonal(words: string, names: readonly (string | null)[] = []): string {
  return cover(words, personalSpans(words, names));
}

/** The words without these alone, wherever they stand; written with plain digits. */
export function hideKnown(words: string, known: readonly string[]): string {
  return cover(words, spansOf(words, known));
}

/**
 * The words without these, each of two characters at the least, and without numbers that lead to one person; names and doors that nobody knows of stay: for
 * words that are there to be read, and may say of somebody else what they were told.
 */
export function hideKnownAndNumbers(words: string, known: readonly string[]): string {
  const numbers = personalSpans(words).filter(({ kind }) => kind !== 'name' && kind !== 'door');
  return cover(words, [
    ...spansOf(
      words,
      known.filter((one) => [...one].length > 1),
    ),
    ...numbers,
  ]);
}

/** Where these stand. */
function spansOf(words: string, known: readonly string[]): Span[] {
  const plain = withPlainDigits(words);
  const at = offsetsOf(words);
  return known.flatMap((one) =>
    placesOf(plain, one).map((from) => ({ from: at[from] ?? 0, to: at[from + one.length] ?? words.length })),
  );
}

type Span = Pick<PersonalSpan, 'from' | 'to'>;

/** The words with 〇〇 over these places. */
function cover(words: string, spans: readonly Span[]): string {
  let hidden = '';
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    hidden += words.slice(at, Math.max(at, from)) + (from >= at ? HIDDEN : '');
    at = to;
  }
  return hidden + words.slice(at);
}
