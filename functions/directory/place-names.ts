/**
 * A village by how people say it, whichever of its names was written: 草坪村村民委员会, 草坪村委会 and 草坪村股份经济合作社 are 草坪村, 宝石街居委会 and
 * 宝石街社区居民委员会 are 宝石街社区. Without spaces and what nobody sees.
 */
export function villageKey(name: string): string {
  return seen(name)
    .replace(/(村|社区)(股份)?(经济)?(合作|联合)(总|联)?社$/, '$1')
    .replace(/(村|社区)(农民|村民|居民)?集体(经济组织)?$/, '$1')
    .replace(/村民?委(员会|会)?$/, '村')
    .replace(/社区居民?委(员会|会)?$/, '社区')
    .replace(/(社区|居)民?委(员会|会)?$/, '社区')
    .replace(/村村$/, '村');
}

/** A town, whether it is called by its name or by its government: 白石镇人民政府 is 白石镇, 天马街道办事处 is 天马街道. */
export function townKey(name: string): string {
  return seen(name)
    .replace(/(人民)?政府$/, '')
    .replace(/街道办(事处)?$/, '街道');
}

/** What follows the county in an address: 浙江省衢州市常山县白石镇 → 白石镇. */
export function withoutCounty(name: string, county: string): string {
  const at = name.indexOf(county);
  const rest = name.slice(at + county.length);
  return at >= 0 && at <= 12 && rest ? rest : name;
}

/** What follows the town in an address; the whole where it does not begin with this town. */
export function withoutTown(name: string, town: string): string {
  return name.startsWith(town) ? name.slice(town.length).replace(/^(人民政府|政府|办事处)/, '') || name : name;
}

function seen(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Cf}\p{DI}]/gu, '');
}
