import type * as z from 'zod/mini';
import type { SettingKind } from '../../shared/kernel/settings';

/** What has a least and a most: a number, or how many characters words have. */
type Bounded = Extract<SettingKind, 'term' | 'months' | 'days' | 'words'>;

/** What a setting is for whoever changes it: words of the page, and within which bounds it lies. */
export type Explained = {
  group: string;
  title: string;
  /** 凭什么: the article, or that the county decides alone. */
  basis: string;
  /** 会变的 … */
  changes: readonly string[];
  /** … 不变的: what was begun keeps what it began with, as far as that is so. */
  stays: readonly string[];
} & ({ kind: Bounded; least: number; most: number } | { kind: Exclude<SettingKind, Bounded> });

/** The settings of one context: its schema, and each of them explained. */
export type ContextSettings = { schema: z.ZodMiniObject; explained: Readonly<Record<string, Explained>> };

/** The compiler names a setting that nobody explains. */
export function explain<Schema extends z.ZodMiniObject>(
  schema: Schema,
  explained: Readonly<Record<keyof z.output<Schema> & string, Explained>>,
): ContextSettings {
  return { schema, explained };
}

/** What every context lets a county decide, in the order of the contexts. */
export type LoadSettings = () => Promise<readonly ContextSettings[]>;
