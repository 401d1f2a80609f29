import { countyKind, isCommunity, TOWN_KINDS, townKind } from '../../shared/kernel/kinds';
import { some } from '../directory/founding/public';

type Place = { code: string; name: string; level: string };

const SHOWN = 20;

/** Each kind with how many there are of it: 3 个街道、12 个镇. */
function countsOf<Kind extends string>(kinds: readonly Kind[], all: readonly Kind[]): string {
  const counts = all.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const);
  return counts.flatMap(([kind, count]) => (count ? `${count} 个${kind}` : [])).join('、');
}

/** What a county is made of: how many places of each kind, and some by name so that a wrong file shows at once. */
export function sayPlaces(places: readonly Place[]): string[] {
  const towns = places.filter(({ level }) => level === 'town');
  const villages = places.filter(({ level }) => level === 'village');
  const townKinds = countsOf(
    towns.map(({ name }) => townKind(name)),
    TOWN_KINDS,
  );
  const kinds = countsOf(
    villages.map(({ code }) => (isCommunity(code) ? '社区' : '村')),
    ['村', '社区'],
  );
  const examples = towns.slice(0, 3).map(({ code, name }) => {
    const some = villages.filter((village) => village.code.startsWith(code)).slice(0, 3);
    return `${name}（${some.map((village) => village.name).join('、') || '没有村'}…）`;
  });
  const others = towns.filter(({ name }) => townKind(name) === '其他');
  return [
    `乡镇、街道 ${towns.length} 个：${townKinds}${others.length ? `（${some(others)}）` : ''}。`,
    `村、社区 ${villages.length} 个：${kinds}。`,
    `例如：${examples.join('，')}。`,
  ];
}

export function sayFaults(faults: readonly { row: number | null; reason: string }[]): string[] {
  const lines = faults.slice(0, SHOWN).map(({ row, reason }) => (row === null ? reason : `第 ${row} 行：${reason}`));
  const more = faults.length > SHOWN ? [`还有 ${faults.length - SHOWN} 处，先改这些。`] : [];
  return [...lines, ...more];
}

export const NOTHING_WRITTEN = '什么也没有写进去。改好以后再来一次。';

/** How the office of this congress is called: 市人大办公室. */
export function officeOf(countyName: string): string {
  return `${countyKind(countyName)}人大办公室`;
}

/** What is not called a county, a city, a district or a banner would be called a county everywhere. */
export function sayUnkind(name: string): string[] {
  return /[县市区旗]$/.test(name)
    ? []
    : [`请留意：${name}不以县、市、区、旗结尾，页面和打印的东西上会把它叫作县。名称写全用 rename。`];
}
