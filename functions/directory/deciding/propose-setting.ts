import { v7 } from 'uuid';
import type { proposeSetting as contract } from '../../../shared/directory/contract/office';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { announce } from './announce';
import { shownChange, writeDown } from './change';
import { knownSettings } from './known';
import { type ChangeRow, insertChange, lockSettings, selectChange } from './queries';
import { changing, ensureAllowed, keptValue, valueBefore } from './values';

/** One of the office says what a setting is to be; of each setting one change waits at a time. */
export async function proposeSetting(
  call: Call<Person>,
  { setting, value: written, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const value = keptValue(written);
  const known = await knownSettings(call);
  const one = known.get(setting);
  ensure(one, 'not_found');
  ensureAllowed(one, value, dayOf(now));
  return call.write(async (tx) => {
    const stored = await lockSettings(tx, jurisdiction);
    const value_after = changing(one, value, stored);
    ensure(value_after, 'setting_same');
    const values = { value_before: valueBefore(one, value_after, stored), value_after };
    const change = { jurisdiction, id: v7(), setting, ...values, reason };
    const row = { ...change, state: 'proposed' as const, proposed_by: caller.personId, proposed_at: now };
    ensure(await insertChange(tx, row), 'setting_waits');
    await writeDown(tx, call, change, 'proposed');
    await announce(tx, call, 'proposed', { title: one.title, by: caller.personId });
    return shownChange(call, (await selectChange(tx, jurisdiction, change.id)) as ChangeRow, known);
  });
}
