import * as z from 'zod/mini';
import { Id, Jurisdiction, VillageCode } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { DeputySummary } from './deputies';
import { Station } from './stations';
import '../problems';

const TownCode = z.string().check(z.regex(/^\d{9}$/, '请选一个乡镇或街道。'));

/** A county that opened its stations, and what differs by place. */
const County = z.object({
  jurisdiction: Jurisdiction,
  name: z.string(),
  congressName: z.string(),
  phone: z.nullable(z.string()),
});

/** A town (乡镇、街道) with its villages and communities in the order of the official list. */
export const Town = z.object({
  code: TownCode,
  name: z.string(),
  /** Syllables, a space between (`bai shi zhen`), several readings as `long/nong`; empty where the county gave none. */
  pinyin: z.string(),
  villages: z.array(z.object({ code: VillageCode, name: z.string(), pinyin: z.string() })),
});

export type Town = z.infer<typeof Town>;

/** A work unit (单位) whose people elect in a ward of its own (单位选区); `id` is the ward's. */
export const Unit = z.object({ id: Id, name: z.string(), pinyin: z.string() });

export type Unit = z.infer<typeof Unit>;

/** The county, its congress, and the number to ring when nothing else helps. */
export const county = procedure({
  name: 'directory.county',
  summary: '这个县的联络站和规矩',
  method: 'GET',
  path: '/directory/county',
  who: 'anyone',
  input: z.strictObject({}),
  reply: County,
  problems: [],
  rate: 'public',
});

/** The county's towns and villages (乡镇、村), in the order of their codes. */
export const divisions = procedure({
  name: 'directory.divisions',
  summary: '全县的乡镇、街道和村、社区',
  method: 'GET',
  path: '/directory/divisions',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ towns: z.array(Town), units: z.array(Unit) }),
  problems: [],
  rate: 'public',
});

/** The deputies of a village, nearest level first, and the station that serves it. */
export const findByPlace = procedure({
  name: 'directory.findByPlace',
  summary: '按村子找代表：镇、县、市、省、国各级，按级别和名册顺序',
  method: 'GET',
  path: '/directory/villages/{village}/deputies',
  who: 'anyone',
  input: z.strictObject({ village: VillageCode }),
  reply: z.object({
    village: z.object({ code: VillageCode, name: z.string() }),
    town: z.object({ code: TownCode, name: z.string() }),
    station: z.nullable(Station),
    deputies: z.array(DeputySummary),
  }),
  problems: ['not_found'],
  rate: 'public',
});

/** The deputies that a work unit elected (单位选区). */
export const findByUnit = procedure({
  name: 'directory.findByUnit',
  summary: '按单位找代表（单位选区）',
  method: 'GET',
  path: '/directory/units/{id}/deputies',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({ unit: Unit, deputies: z.array(DeputySummary) }),
  problems: ['not_found'],
  rate: 'public',
});

/** Degrees as text, because they travel in the query. */
function degrees(most: RegExp) {
  return z.string().check(z.regex(most, '位置不对，请再选一次。'));
}

const Latitude = degrees(/^-?(90(\.0{1,15})?|[1-8]?\d(\.\d{1,15})?)$/);

const Longitude = degrees(/^-?(180(\.0{1,15})?|(1[0-7]\d|[1-9]?\d)(\.\d{1,15})?)$/);

/** What a position is told in: WeChat's and other Chinese maps speak GCJ-02, surveys and browsers WGS-84. */
export const Coordinates = z.enum(['wgs84', 'gcj02']);

/** The village a point lies in, by the county's own boundaries; where there are none, the nearest station. Nothing of it is kept. */
export const near = procedure({
  name: 'directory.near',
  summary: '我这里是哪个村，哪个联络站最近',
  method: 'GET',
  path: '/directory/near',
  who: 'anyone',
  input: z.strictObject({ latitude: Latitude, longitude: Longitude, coordinates: Coordinates }),
  reply: z.object({
    village: z.nullable(z.object({ code: VillageCode, name: z.string(), townName: z.string() })),
    station: z.nullable(Station),
    meters: z.nullable(z.int()),
  }),
  problems: [],
  rate: 'public',
});
