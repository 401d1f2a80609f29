import type { EventKind } from '../../../shared/directory/setting-change/lifecycle';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { enqueue } from '../../platform/outbox';

/** Outbox topic: a change of a setting waits for somebody else of the office, or was decided; payload `SettingTold`. */
export const SETTING_TOLD = 'directory.setting-told';

/** `by`: who proposed it, and hears what became of it; everybody else of the office hears that it waits. */
export type SettingTold = { what: Told; setting: string; by: string };
type Told = Exclude<EventKind, 'withdrawn'>;

/** Leaves it to be told. What is taken back was nobody's to decide any more. */
export async function announce(
  tx: Tx,
  { jurisdiction, now }: Call<Person>,
  event: EventKind,
  { title, by }: { title: string; by: string },
): Promise<void> {
  if (event === 'withdrawn') return;
  const payload: SettingTold = { what: event, setting: title, by };
  await enqueue(tx, { jurisdiction, topic: SETTING_TOLD, payload, runAt: now, now });
}
