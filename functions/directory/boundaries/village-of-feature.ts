import type { Directory } from '../directory';
import { townKey, villageKey, withoutCounty, withoutTown } from '../place-names';

/** How surveyors call the column with a village's code, its name, and its town's name; capitals do not count. */
const CODE_KEYS = [
  'code',
  'xzqdm',
  '村代码',
  '行政区划代码',
  '区划代码',
  '代码',
  'cundm',
  'cjdm',
  'zldwdm',
  'qsdwdm',
  '权属单位代码',
  '坐落单位代码',
  'villagecode',
];
const NAME_KEYS = [
  'name',
  'xzqmc',
  '村名',
  '村名称',
  '村',
  '村社区',
  '名称',
  'cunmc',
  'cjmc',
  'zldwmc',
  'qsdwmc',
  '权属单位名称',
  '坐落单位名称',
  'village',
  'villagename',
];
const TOWN_KEYS = [
  'town',
  'townname',
  '乡镇',
  '乡镇名',
  '乡镇名称',
  '乡镇街道',
  '所属乡镇',
  '镇',
  '街道',
  'xzmc',
  'xiangmc',
];

type Found = { village: string } | { reason: string };
type Candidate = { code: string; name: string; town: string };
type County = { name: string; towns: Directory['towns'] };

/** Without what kind of place it is. */
function stem(name: string): string {
  return name.replace(/(村|社区)$/, '');
}

/**
 * Finds the village a feature of a map means: by its twelve-digit code, else by its name, with its town where two have the same. A code of
 * this county that no village has (any more) is passed over; one of another county says that the feature is not ours, whatever its name.
 * Where no column has a name anybody knows, the one village whose code stands in any column.
 */
export function villageNamer({ name: county, towns }: County): (properties: Record<string, unknown>) => Found {
  const all = towns.flatMap((town) =>
    town.villages.map(({ code, name }) => ({ code, name: villageKey(name), town: townKey(town.name) })),
  );
  const codes = new Set(all.map(({ code }) => code));
  const counties = new Set(all.map(({ code }) => code.slice(0, 6)));
  const townNames = new Map(towns.map(({ code, name }) => [code, townKey(name)]));
  return (properties) => {
    const read = reader(properties);
    const code = codeIn(read(CODE_KEYS));
    if (codes.has(code)) return { village: code };
    if (/^\d{12}$/.test(code) && !counties.has(code.slice(0, 6))) return { reason: `代码 ${code} 不是本县的。` };
    const name = villageKey(withoutCounty(villageKey(read(NAME_KEYS)), county));
    if (name !== '') {
      const town = townKey(withoutCounty(townKey(read(TOWN_KEYS)), county)) || townNames.get(code.slice(0, 9)) || '';
      return byName(all, name, town);
    }
    const anywhere = new Set(Object.values(properties).map((value) => codeIn(textOf(value))));
    const [only, other] = [...anywhere].filter((one) => codes.has(one));
    if (only && !other) return { village: only };
    return { reason: code ? sayCode(code, counties) : '没写是哪个村（代码或者乡镇和村名）。' };
  };
}

/** Land surveys write nineteen digits, of which the first twelve are the village; columns of numbers put `.0` behind a code or an `e` into it. */
function codeIn(written: string): string {
  const plain = written.replace(/^(\d+)\.0*$/, '$1');
  const number = /^\d(\.\d+)?e\+?\d+$/i.test(plain) ? Number(plain) : Number.NaN;
  const digits = Number.isInteger(number) ? String(BigInt(number)) : plain;
  return digits.replace(/^(\d{12})\d{7}$/, '$1');
}

/** The code of a town or of the county, with or without the zeros behind it, is not the code of a village. */
function sayCode(code: string, counties: ReadonlySet<string>): string {
  const place = code.replace(/(000)+$/, '');
  const level = { 6: '县', 9: '乡镇' }[place.length];
  if (level && counties.has(place.slice(0, 6)))
    return `代码 ${code} 是${level}的，不是村的。请写村的十二位代码，或者乡镇名和村名。`;
  return `县里没有代码是 ${shown(code)} 的村。`;
}

/** The first of some properties that has anything in it, as text. */
function reader(properties: Record<string, unknown>): (keys: readonly string[]) => string {
  const values = new Map(Object.entries(properties).map(([key, value]) => [key.trim().toLowerCase(), value]));
  return (keys) => keys.map((key) => textOf(values.get(key))).find((text) => text !== '') ?? '';
}

/** Without what nobody sees. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/\p{DI}/gu, '')
        .trim()
    : '';
}

function byName(all: readonly Candidate[], written: string, town: string): Found {
  // 白石镇草坪村 in one word.
  const prefix = all.find((village) => written !== village.town && written.startsWith(village.town))?.town ?? '';
  const name = withoutTown(written, prefix);
  const inTown = (village: Candidate) => [town, prefix].every((given) => given === '' || village.town === given);
  const exact = all.filter((village) => village.name === name && inTown(village));
  const found = exact.length ? exact : all.filter((village) => stem(village.name) === stem(name) && inTown(village));
  const [first, second] = found;
  const full = `${town || prefix}${shown(name)}`;
  if (!first) return { reason: `县里没有叫“${full}”的村或社区。` };
  if (second) return { reason: `叫“${full}”的村不止一个，请写上乡镇或者代码。` };
  return { village: first.code };
}

/** What somebody wrote, short enough for a sentence. */
function shown(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
