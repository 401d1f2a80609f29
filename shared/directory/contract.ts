import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id, Jurisdiction, VillageCode } from '../kernel/ids';
import { procedure } from '../kernel/procedure';

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
  villages: z.array(z.object({ code: VillageCode, name: z.string() })),
});
export type Town = z.infer<typeof Town>;

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
  reply: z.object({ towns: z.array(Town) }),
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
