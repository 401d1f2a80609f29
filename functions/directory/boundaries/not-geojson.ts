import { fileKind, isUtf8 } from '../../platform/file-kind';

const GEOJSON = '请在地图软件里导出成 GeoJSON 再传。';

/** Why bytes that could not be parsed are no GeoJSON: each kind of file its own sentence. */
export function notGeoJson(bytes: Uint8Array): string {
  const kind = fileKind(bytes);
  if (kind === 'empty') return '文件是空的，请重新选文件。';
  if (kind === 'zip' || kind === 'rar') return `这是压缩包，不是 GeoJSON 文件。里面要是 Shapefile，${GEOJSON}`;
  if (kind === 'shapefile') return `这是 Shapefile（.shp），不是 GeoJSON 文件。${GEOJSON}`;
  if (kind === 'html') return `这是网页，不是 GeoJSON 文件。${GEOJSON}`;
  if (kind === 'xml') return `这是 KML 或别的 XML 文件，不是 GeoJSON 文件。${GEOJSON}`;
  if (kind === 'utf16') return '文件是 UTF-16 编码的，请用 UTF-8 编码另存为 GeoJSON 再传。';
  if (kind === 'json' && !isUtf8(bytes))
    return '文件不是 UTF-8 编码的（像是 GBK），请用 UTF-8 编码另存为 GeoJSON 再传。';
  if (kind === 'json') return '文件不完整，像是没有传完或者没有导出完，请重新导出一份再传。';
  return `这不是 GeoJSON 文件。${GEOJSON}`;
}

/** Why a file of JSON has no features to read. */
export function notCollection(type: unknown): string {
  if (type === 'Topology') return `这是 TopoJSON，不是 GeoJSON。${GEOJSON}`;
  if (type === 'Feature' || type === 'Polygon' || type === 'MultiPolygon')
    return '文件里只有一块地，没有 FeatureCollection，请导出整张村界图。';
  return '文件里没有 FeatureCollection，请导出整张村界图。';
}
