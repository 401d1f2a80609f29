import * as z from 'zod/mini';
import { Instant, Term } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import { CalendarDay, SETTING_KINDS, SETTING_VALUE, SettingValue } from '../../kernel/settings';
import { REASON, words } from '../../kernel/text';
import { MOST_CALENDAR_DAYS } from '../limits';
import { CHANGE_ACTS } from '../setting-change/lifecycle';
import { STATE_NAMES } from '../setting-change/states';
import '../problems-office';

/** A setting's own name, which no other context has. */
const SettingName = z.string().check(z.regex(/^[a-z][A-Za-z]{1,40}$/, '没有这条规矩。'));

/** What a county decides for itself (县里的规矩), and what each changes. `least` and `most` are of days or months; null where there is nothing to count. */
export const Setting = z.object({
  name: z.string(),
  group: z.string(),
  title: z.string(),
  kind: z.enum(SETTING_KINDS),
  value: SettingValue,
  least: z.nullable(z.int()),
  most: z.nullable(z.int()),
  /** The article it rests on, or that the county decides alone. */
  basis: z.string(),
  changes: z.array(z.string()),
  stays: z.array(z.string()),
});
export type Setting = z.infer<typeof Setting>;

/** A change somebody proposed; `title` is the setting's name where this release does not know it. `acts`: what whoever asks may do with it. */
export const SettingChange = z.object({
  id: Id,
  setting: z.string(),
  title: z.string(),
  state: z.enum(STATE_NAMES),
  from: SettingValue,
  to: SettingValue,
  reason: z.string(),
  by: z.string(),
  at: Instant,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  declineReason: z.nullable(z.string()),
  acts: z.array(z.enum(CHANGE_ACTS)),
});
export type SettingChange = z.infer<typeof SettingChange>;

/** All settings, and what waits for a second person. `calendarGap`: the first year of which nobody knows the holidays yet. */
export const settings = procedure({
  name: 'directory.settings',
  summary: '县里的规矩',
  method: 'GET',
  path: '/office/directory/settings',
  who: ['admin'],
  input: z.strictObject({}),
  reply: z.object({
    settings: z.array(Setting),
    waiting: z.array(SettingChange),
    calendarGap: z.object({ year: z.int(), near: z.boolean() }),
  }),
  problems: [],
  rate: 'read',
});

/** What was proposed before and is decided, the last first: who, when, why, from what to what. */
export const settingChanges = procedure({
  name: 'directory.settingChanges',
  summary: '一条规矩改过几次',
  method: 'GET',
  path: '/office/directory/settings/changes',
  who: ['admin'],
  input: z.strictObject({ setting: z.optional(SettingName), cursor: z.optional(Cursor) }),
  reply: pageOf(SettingChange),
  problems: [],
  rate: 'read',
});

/**
 * One of the office says what a setting is to be, and why; nothing changes before another one agrees. Of a calendar `value` has the days that
 * change and no others.
 */
export const proposeSetting = procedure({
  name: 'directory.proposeSetting',
  summary: '提出改一条规矩',
  method: 'POST',
  path: '/office/directory/settings/changes',
  who: ['admin'],
  phone: true,
  input: z.strictObject({
    setting: SettingName,
    value: z
      .strictObject({
        ...SETTING_VALUE,
        term: z.optional(Term),
        phone: z.optional(z.nullable(z.string().check(z.regex(/^\d[\d-]{2,18}\d$/, '电话只写数字和短横。')))),
        calendar: z.optional(z.array(CalendarDay).check(z.minLength(1), z.maxLength(MOST_CALENDAR_DAYS))),
      })
      .check(({ value, issues }) => {
        if (Object.values(value).filter((one) => one !== undefined).length !== 1)
          issues.push({ code: 'custom', path: [], message: '写一样就行。', input: value });
      }),
    reason: words(...REASON),
  }),
  reply: SettingChange,
  problems: ['not_found', 'setting_waits', 'setting_same'],
  rate: 'write',
  idempotent: true,
});

/** Another one of the office agrees: from now on it is in force, everywhere within a minute. */
export const confirmSetting = procedure({
  name: 'directory.confirmSetting',
  summary: '同意改一条规矩',
  method: 'POST',
  path: '/office/directory/settings/changes/{id}/confirmation',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id }),
  reply: SettingChange,
  problems: ['not_found', 'setting_own', 'setting_decided', 'setting_outside'],
  rate: 'write',
  idempotent: true,
});

/** Another one of the office does not agree, and says why. */
export const declineSetting = procedure({
  name: 'directory.declineSetting',
  summary: '不同意改一条规矩',
  method: 'POST',
  path: '/office/directory/settings/changes/{id}/refusal',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: words(...REASON) }),
  reply: SettingChange,
  problems: ['not_found', 'setting_own', 'setting_decided'],
  rate: 'write',
  idempotent: true,
});

/** Whoever proposed it takes it back, while nobody has decided. */
export const withdrawSetting = procedure({
  name: 'directory.withdrawSetting',
  summary: '撤回要改的规矩',
  method: 'POST',
  path: '/office/directory/settings/changes/{id}/withdrawal',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ id: Id }),
  reply: SettingChange,
  problems: ['not_found', 'setting_anothers', 'setting_decided'],
  rate: 'write',
  idempotent: true,
});
