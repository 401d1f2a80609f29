import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { NAME, words } from '../../kernel/text';
import { LEVELS } from '../levels';
import { Station } from './stations';
import '../problems';

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

/** A deputy in a list: name, levels, and until when they are away. */
export const DeputySummary = z.object({
  id: Id,
  name: z.string(),
  portrait: z.nullable(z.string()),
  mandates: z.array(Mandate),
  /** The last day of an absence that runs today; null when the deputy is there. */
  awayUntil: z.nullable(Day),
});

export type DeputySummary = z.infer<typeof DeputySummary>;

/** All that anybody may read of a deputy. Neither phone nor account is among it. */
export const DeputyPage = z.extend(DeputySummary, {
  intro: z.string(),
  serving: z.boolean(),
  /** Somebody has signed in for the deputy; else the station looks at what is sent to them first. */
  joined: z.boolean(),
  villageCodes: z.array(VillageCode),
  station: z.nullable(Station),
});

export type DeputyPage = z.infer<typeof DeputyPage>;

/** A deputy's page. Who no longer serves is shown as such. */
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
