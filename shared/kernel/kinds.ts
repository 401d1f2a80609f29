/** What a congress of the county level is called by: a county, a county-level city, a district, a banner (县、市、区、旗). */
export type CountyKind = '县' | '市' | '区' | '旗';

const LAST: Record<string, CountyKind> = { 市: '市', 区: '区', 旗: '旗' };

/** By its own name: 平度市 is a 市, 柯城区 and 神农架林区 are a 区, 鄂伦春自治旗 is a 旗; every other is a 县. */
export function countyKind(name: string): CountyKind {
  return LAST[name.trim().slice(-1)] ?? '县';
}

/** What the congress of a county is called: 平度市 → 平度市人大常委会. */
export function congressNameOf(countyName: string): string {
  return `${countyName}人大常委会`;
}

export const TOWN_KINDS = ['街道', '镇', '乡', '苏木', '其他'] as const;
export type TownKind = (typeof TOWN_KINDS)[number];

/** By its name, as people and seals have it. 其他: development zones, farms and the like, which the statistics count as a town. */
export function townKind(name: string): TownKind {
  return TOWN_KINDS.find((kind) => name.endsWith(kind)) ?? '其他';
}

/** Whether residents' committees or villagers' committees run it; the statistics number them so (001–199 and 400–499, the others villages). */
export function isCommunity(villageCode: string): boolean {
  return /[014]\d\d$/.test(villageCode);
}
