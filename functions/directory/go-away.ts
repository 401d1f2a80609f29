import { v7 } from 'uuid';
import type { goAway as contract } from '../../shared/directory/contract';
import { absenceFaults } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { forgetDirectory } from './directory';
import { insertAbsence, lockDeputy, selectAbsences } from './queries';

const AT_MOST = 20;
const TOO_MANY = `最多记 ${AT_MOST} 段，请先去掉用不着的。`;

/**
 * Days on which the deputy will not answer (外出); residents see it before they write. Days that overlap with others are kept as they
 * were said: who looks sees them as one absence, and taking one back leaves the other. The same days twice are once.
 */
export async function goAway(
  call: Call<Person>,
  { from, to }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const { deputyId } = caller;
  ensure(deputyId, 'not_allowed');
  const today = dayOf(now);
  const faults = absenceFaults({ from, to }, today);
  if (faults.length) throw new ProblemError('days_bad', faults);
  const absence = await call.write(async (tx) => {
    await lockDeputy(tx, jurisdiction, deputyId);
    const said = await selectAbsences(tx, jurisdiction, deputyId, today);
    const same = said.find((one) => one.from === from && one.to === to);
    if (same) return same;
    if (said.length >= AT_MOST) throw new ProblemError('days_bad', [{ path: 'from', message: TOO_MANY }]);
    const absence = { id: v7(), from, to };
    await insertAbsence(tx, { jurisdiction, deputyId, ...absence, now });
    return absence;
  });
  forgetDirectory(call);
  return absence;
}
