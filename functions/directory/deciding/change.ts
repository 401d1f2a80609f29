import type { SettingChange } from '../../../shared/directory/contract/office';
import {
  actsOf,
  type EventKind,
  type Facts,
  refusal,
  stateAfter,
} from '../../../shared/directory/setting-change/lifecycle';
import { dayOf } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import { sayValue } from '../../../shared/kernel/settings';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { forgetDirectory } from '../directory';
import { announce } from './announce';
import { type Known, knownSettings } from './known';
import { type ChangeRow, lockChange, lockSettings, selectChange, updateChange, updateSetting } from './queries';
import { faultOf, storedAfter } from './values';

type Decision = Exclude<EventKind, 'proposed'>;

/**
 * A change is agreed to, declined or taken back: the only way in which its state changes. What is agreed to is in force with this
 * transaction; processes that had read the county before know it within half a minute (`directory.ts`).
 * @param reason why it is declined. @throws ProblemError `not_found`, `setting_outside`, and what `refusal` says
 */
export async function decide(
  call: Call<Person>,
  { id, event, reason = null }: { id: string; event: Decision; reason?: string | null },
): Promise<SettingChange> {
  const { jurisdiction, caller, now } = call;
  const known = await knownSettings(call);
  const done = await call.write(async (tx) => {
    const change = await lockChange(tx, jurisdiction, id);
    ensure(change, 'not_found');
    const facts = factsOf(call, change);
    const problem = refusal(event, facts, ['office']);
    if (problem) throw new ProblemError(problem);
    if (event === 'confirmed') await enforce(tx, call, change, known.get(change.setting));
    const decided = { state: stateAfter(event, facts), decided_by: caller.personId, decided_at: now };
    await updateChange(tx, jurisdiction, id, { ...decided, decline_reason: reason });
    await writeDown(tx, call, { ...change, reason: reason ?? change.reason }, event);
    const title = known.get(change.setting)?.title ?? change.setting;
    await announce(tx, call, event, { title, by: change.proposed_by });
    return shownChange(call, (await selectChange(tx, jurisdiction, id)) as ChangeRow, known);
  });
  forgetDirectory(call);
  return done;
}

/** @throws ProblemError where a newer release, or the day that it is by now, no longer lets a county decide so */
async function enforce(tx: Tx, call: Call, change: ChangeRow, known: Known | undefined): Promise<void> {
  ensure(known && faultOf(known, change.value_after, dayOf(call.now)) === null, 'setting_outside');
  const stored = await lockSettings(tx, call.jurisdiction);
  await updateSetting(tx, call.jurisdiction, known.name, storedAfter(known, change.value_after, stored));
}

const LOGGED = {
  proposed: 'setting_proposed',
  confirmed: 'setting_confirmed',
  declined: 'setting_declined',
  withdrawn: 'setting_withdrawn',
} as const;

/** Into the log: which setting, from what to what, and why. */
export async function writeDown(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  {
    id,
    setting,
    value_before,
    value_after,
    reason,
  }: Pick<ChangeRow, 'id' | 'setting' | 'value_before' | 'value_after' | 'reason'>,
  event: EventKind,
): Promise<void> {
  await audit(tx, {
    jurisdiction,
    personId: caller.personId,
    action: LOGGED[event],
    objectKind: 'setting',
    objectId: id,
    reason,
    detail: { setting, from: sayValue(value_before), to: sayValue(value_after) },
    now,
  });
}

function factsOf({ caller }: Call<Person>, { state, proposed_by }: ChangeRow): Facts {
  return { state, mine: proposed_by === caller.personId };
}

const SOMEBODY = '人大办的人';

export function shownChange(call: Call<Person>, change: ChangeRow, known: ReadonlyMap<string, Known>): SettingChange {
  const { id, setting, state, value_before, value_after, reason, proposed_at, decided_by, decided_at } = change;
  return {
    id,
    setting,
    title: known.get(setting)?.title ?? setting,
    state,
    from: value_before,
    to: value_after,
    reason,
    by: change.proposer ?? SOMEBODY,
    at: proposed_at.toISOString(),
    decidedBy: decided_by && (change.decider ?? SOMEBODY),
    decidedAt: decided_at?.toISOString() ?? null,
    declineReason: change.decline_reason,
    acts: actsOf(factsOf(call, change), ['office']) as SettingChange['acts'],
  };
}
