import type { Directory } from '../directory';

/** How surveyors call the column with a village's code, its name, and its town's name; capitals do not count. */
const CODE_KEYS = ['code', 'xzqdm', '村代码', '行政区划代码', '区划代码', '代码', 'cundm', 'zldwdm', 'villagecode'];
const NAME_KEYS = [
  'name',
  'xzqmc',
  '村名',
  '村名称',
  '村',
  '村社区',
  '名称',
  'cunmc',
  'zldwmc',
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

/** As people say it, without spaces: 草坪村民委员会 and 草坪村委会 are 草坪村. */
function spoken(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/村民?委员?会$/, '村')
    .replace(/社区居民?委员?会$/, '社区')
    .replace(/居民?委员?会$/, '社区')
    .replace(/村村$/, '村');
}

/** Without what kind of place it is. */
function stem(name: string): string {
  return name.replace(/(村|社区)$/, '');
}

/**
 * Finds the village a feature of a map means: by its twelve-digit code, else by its name, with its town where two have the same. A code of
 * this county that no village has (any more) is passed over; one of another county says that the feature is not ours, whatever its name.
 */
export function villageNamer(towns: Directory['towns']): (properties: Record<string, unknown>) => Found {
  const all = towns.flatMap((town) =>
    town.villages.map((village) => ({ code: village.code, name: spoken(village.name), town: town.name })),
  );
  const codes = new Set(all.map(({ code }) => code));
  const counties = new Set(all.map(({ code }) => code.slice(0, 6)));
  return (properties) => {
    const read = reader(properties);
    // Land surveys write nineteen digits, the last seven of them zeros.
    const code = read(CODE_KEYS).replace(/^(\d{12})0{7}$/, '$1');
    if (codes.has(code)) return { village: code };
    if (/^\d{12}$/.test(code) && !counties.has(code.slice(0, 6))) return { reason: `代码 ${code} 不是本县的。` };
    const name = spoken(read(NAME_KEYS));
    if (name === '')
      return { reason: code ? `县里没有代码是 ${shown(code)} 的村。` : '没写是哪个村（代码或者乡镇和村名）。' };
    return byName(all, name, spoken(read(TOWN_KEYS)));
  };
}

/** The first of some properties that has anything in it, as text. */
function reader(properties: Record<string, unknown>): (keys: readonly string[]) => string {
  const values = new Map(Object.entries(properties).map(([key, value]) => [key.trim().toLowerCase(), value]));
  return (keys) => {
    for (const key of keys) {
      const value = values.get(key);
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      if (text) return text;
    }
    return '';
  };
}

function byName(all: readonly Candidate[], written: string, town: string): Found {
  // 白石镇草坪村 in one word.
  const prefix = all.find((village) => written !== village.town && written.startsWith(village.town))?.town ?? '';
  const name = written.slice(prefix.length);
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
