import type { Datum } from '../../../shared/directory/rules-places';

/** Longitude and latitude on WGS-84 or CGCS2000, which differ by centimetres. */
const GEODETIC = new Set([4326, 4490, 4979, 4480]);
const OLD: Record<number, string> = { 4214: '北京 54', 4555: '新北京 54', 4610: '西安 80' };

/**
 * What the file says of its coordinates (`crs`, of GeoJSON before RFC 7946, which map software still writes) against what somebody chose;
 * null when both may be true. A wrong datum moves all villages by half a kilometre, and nobody sees it.
 */
export function crsFault(crs: unknown, chosen: Datum): string | null {
  const name = nameOf(crs);
  if (!name) return null;
  const code = Number(/EPSG:{1,2}(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1] ?? Number.NaN);
  const old = OLD[code] ?? /beijing.?1?9?54|北京.?54|xi.?an.?1?9?80|西安.?80/i.exec(name)?.[0];
  if (old) return `文件里写着坐标系是${old}，和现在用的差几十米。请先转换成 CGCS2000（经纬度）再传。`;
  if (/GCJ-?02|火星/i.test(name))
    return chosen === 'gcj02' ? null : contradiction('GCJ-02（火星坐标）', '测绘部门给的', '在腾讯、高德地图上描的');
  if (/BD-?09|百度/i.test(name)) return '文件里写着坐标是百度的（BD-09），请先转换成 CGCS2000 再传。';
  if (GEODETIC.has(code) || /CRS:?84$|WGS.?(19)?84$|CGCS.?2000$/i.test(name))
    return chosen === 'wgs84' ? null : contradiction(name, '在腾讯、高德地图上描的', '测绘部门给的');
  return Number.isNaN(code) ? null : '文件里写着坐标是投影坐标（米）。请先转换成经度和纬度（度）。';
}

function nameOf(crs: unknown): string {
  const { name } = ((crs as { properties?: unknown } | null)?.properties ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name.trim() : '';
}

function contradiction(said: string, chosen: string, other: string): string {
  return `文件里写着坐标系是 ${said.slice(0, 40)}，您选的是“${chosen}”，对不上。要是真的，请改选“${other}”；要是文件写错了，请去掉里面的 crs 再传。`;
}
