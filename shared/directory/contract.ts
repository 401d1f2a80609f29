import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { SignedForm } from '../kernel/files';
import { Id, Jurisdiction, VillageCode } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { NAME, REASON, words } from '../kernel/text';
import { MOST_PRINTED } from './limits';

/** The five levels of people's congresses, nearest first. Town and county deputies are directly elected (选举法 第三条). */
export const LEVELS = ['town', 'county', 'city', 'province', 'nation'] as const;
export type Level = (typeof LEVELS)[number];

/** A deputy code (代表码): ten letters and digits read without doubt (no I, L, O, U). */
export const DeputyCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, '没认出这个码。'));

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

/** One mandate of a deputy. Directly elected levels have a ward (选区); the others an electing unit (原选举单位). */
export const Mandate = z.object({
  level: z.enum(LEVELS),
  seal: z.string(),
  congressName: z.string(),
  wardName: z.nullable(z.string()),
  villageNames: z.array(z.string()),
  electedBy: z.nullable(z.string()),
  endsOn: Day,
});
export type Mandate = z.infer<typeof Mandate>;

const Reception = z.object({ day: Day, from: z.string(), to: z.string() });

export const Station = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  hours: z.string(),
  phone: z.string(),
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  nextReception: z.nullable(Reception),
});
export type Station = z.infer<typeof Station>;

export const DeputySummary = z.object({
  id: Id,
  name: z.string(),
  portrait: z.nullable(z.string()),
  mandates: z.array(Mandate),
  /** The last day of an absence that runs today; null when the deputy is there. */
  awayUntil: z.nullable(Day),
});
export type DeputySummary = z.infer<typeof DeputySummary>;

export const DeputyPage = z.extend(DeputySummary, {
  intro: z.string(),
  serving: z.boolean(),
  villageCodes: z.array(VillageCode),
  station: z.nullable(Station),
});
export type DeputyPage = z.infer<typeof DeputyPage>;

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

export const deputy = procedure({
  name: 'directory.deputy',
  summary: '代表的公开资料',
  method: 'GET',
  path: '/directory/deputies/{id}',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: DeputyPage,
  problems: ['not_found'],
  rate: 'public',
});

/** A withdrawn code and an ended term are told apart, so that the page can say which it is. */
export const openCode = procedure({
  name: 'directory.openCode',
  summary: '代表码是哪位代表的',
  method: 'GET',
  path: '/directory/codes/{code}',
  who: 'anyone',
  input: z.strictObject({ code: DeputyCode }),
  reply: z.object({ deputyId: Id }),
  problems: ['code_unknown', 'code_withdrawn', 'code_ended'],
  rate: 'public',
});

export const myCode = procedure({
  name: 'directory.myCode',
  summary: '我的代表码：小程序码图片',
  method: 'GET',
  path: '/directory/my-code',
  who: ['deputy'],
  input: z.strictObject({}),
  reply: z.object({ scene: z.string(), png: z.string() }),
  problems: ['not_found', 'wechat_away'],
  rate: 'read',
});

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

/** Serving deputies by name, pinyin or initials, at most twenty, nearest level first. */
export const search = procedure({
  name: 'directory.search',
  summary: '按名字找代表',
  method: 'GET',
  path: '/directory/search',
  who: 'anyone',
  input: z.strictObject({ words: words(...NAME) }),
  reply: z.object({ deputies: z.array(DeputySummary) }),
  problems: [],
  rate: 'public',
});

/** Degrees as text, because they travel in the query. */
function degrees(most: RegExp) {
  return z.string().check(z.regex(most, '位置不对，请再选一次。'));
}
const Latitude = degrees(/^-?(90(\.0{1,15})?|[1-8]?\d(\.\d{1,15})?)$/);
const Longitude = degrees(/^-?(180(\.0{1,15})?|(1[0-7]\d|[1-9]?\d)(\.\d{1,15})?)$/);

/** What a position is told in: WeChat's and other Chinese maps speak GCJ-02, surveys and browsers WGS-84. */
const Coordinates = z.enum(['wgs84', 'gcj02']);

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

/** With the villages whose station it is. */
const ListedStation = z.extend(Station, { villages: z.array(VillageCode) });

/** Every station of the county, in the order of its list. */
export const stations = procedure({
  name: 'directory.stations',
  summary: '全县的联络站',
  method: 'GET',
  path: '/directory/stations',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ stations: z.array(ListedStation) }),
  problems: [],
  rate: 'public',
});

const Absence = z.object({ id: Id, from: Day, to: Day });

/** A deputy's own days away (外出), those that are not over. */
export const absences = procedure({
  name: 'directory.absences',
  summary: '我哪几天不在',
  method: 'GET',
  path: '/directory/absences',
  who: ['deputy'],
  input: z.strictObject({}),
  reply: z.object({ absences: z.array(Absence) }),
  problems: [],
  rate: 'read',
});

export const goAway = procedure({
  name: 'directory.goAway',
  summary: '这几天不在，居民会先看到',
  method: 'POST',
  path: '/directory/absences',
  who: ['deputy'],
  input: z.strictObject({ from: Day, to: Day }),
  reply: Absence,
  problems: ['days_bad'],
  rate: 'write',
  idempotent: true,
});

export const comeBack = procedure({
  name: 'directory.comeBack',
  summary: '不外出了，或者提前回来了',
  method: 'DELETE',
  path: '/directory/absences/{id}',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ back: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
});

/** A workbook up to 5 MB, boundaries up to 30 MB; what is larger is refused where it is sent to. */
export const beginFile = procedure({
  name: 'directory.beginFile',
  summary: '传一份名册或村界图',
  method: 'POST',
  path: '/office/directory/files',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ kind: z.enum(['workbook', 'boundaries']) }),
  reply: z.object({ fileId: Id, form: SignedForm }),
  problems: [],
  rate: 'write',
});

/** The workbook to fill in, with the county's villages in drop-downs and, when `filled`, everything that is there already. */
export const template = procedure({
  name: 'directory.template',
  summary: '下载名册模板',
  method: 'POST',
  path: '/office/directory/template',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ filled: z.boolean() }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: [],
  rate: 'write',
});

/** One thing wrong in a workbook; `row` as the spreadsheet counts, null when the whole sheet is meant. */
export const WorkbookFault = z.object({
  sheet: z.string(),
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  reason: z.string(),
});
export type WorkbookFault = z.infer<typeof WorkbookFault>;

/** Something to look at again that is in nobody's way, on all its `rows`; none when the whole sheet is meant. */
export const WorkbookNotice = z.object({
  sheet: z.string(),
  rows: z.array(z.int()),
  column: z.nullable(z.string()),
  reason: z.string(),
});
export type WorkbookNotice = z.infer<typeof WorkbookNotice>;

/** What a workbook would change, by sheet; `ends` counts terms and roles that end because the file no longer has them. */
const WorkbookChanges = z.array(
  z.object({ sheet: z.string(), rows: z.int(), adds: z.int(), changes: z.int(), ends: z.int() }),
);

/** A dry run: everything that is wrong, and what it would do. Nothing is written. `digest` names file and directory as they are. */
export const checkWorkbook = procedure({
  name: 'directory.checkWorkbook',
  summary: '先检查名册，不导入',
  method: 'POST',
  path: '/office/directory/workbooks/checks',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ fileId: Id }),
  reply: z.object({
    digest: z.string(),
    faults: z.array(WorkbookFault),
    /** All of them; `faults` lists the first five hundred. */
    faultCount: z.int(),
    warnings: z.array(WorkbookNotice),
    changes: WorkbookChanges,
  }),
  problems: ['file_missing'],
  rate: 'write',
});

/** All or nothing. The same file again changes nothing. Open requests of deputies whose term ended go to successors within minutes. */
export const importWorkbook = procedure({
  name: 'directory.importWorkbook',
  summary: '导入名册',
  method: 'POST',
  path: '/office/directory/workbooks',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ fileId: Id, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/, '请先检查一遍。')) }),
  reply: z.object({ changes: WorkbookChanges }),
  problems: ['file_missing', 'file_changed', 'workbook_faulty', 'nobody_left'],
  rate: 'write',
  idempotent: true,
});

/** Village boundaries as GeoJSON; each polygon names its village by the twelve-digit code or by town and village name. */
export const importBoundaries = procedure({
  name: 'directory.importBoundaries',
  summary: '导入村界图（GeoJSON）',
  method: 'POST',
  path: '/office/directory/boundaries',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ fileId: Id, coordinates: Coordinates }),
  reply: z.object({ polygons: z.int(), villages: z.int(), faults: z.array(WorkbookFault) }),
  problems: ['file_missing'],
  rate: 'write',
});

/**
 * Codes to print (亮身份): an A4 poster each, ten cards or twenty key tags a sheet and their backs on the next; as one PDF behind a link
 * of ten minutes. Fewer deputies than places: the sheet is filled with theirs, for each the same number. `missing`: characters of names the
 * font does not have; in their place there is a box to write in by hand.
 */
export const printCodes = procedure({
  name: 'directory.printCodes',
  summary: '打印代表码',
  method: 'POST',
  path: '/office/directory/prints',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    format: z.enum(['poster', 'cards', 'keys']),
    deputies: z.array(Id).check(z.minLength(1), z.maxLength(MOST_PRINTED)),
  }),
  reply: z.object({ url: z.string(), expiresAt: Instant, pages: z.int(), missing: z.array(z.string()) }),
  problems: ['not_found', 'deputy_ended', 'wechat_away'],
  rate: 'write',
});

/** A new code for a deputy whose printed one was lost; the old ones stop, and say so. */
export const renewCode = procedure({
  name: 'directory.renewCode',
  summary: '换一个代表码，旧的作废',
  method: 'POST',
  path: '/directory/deputies/{id}/codes',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: words(...REASON) }),
  reply: z.object({ code: DeputyCode }),
  problems: ['not_found', 'deputy_ended'],
  rate: 'write',
  idempotent: true,
});
