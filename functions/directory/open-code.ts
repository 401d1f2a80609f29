import type { openCode as contract } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, servingMandates } from './directory';
import { selectCode } from './queries';

/** Whose code it is. An old print gets the true reason: withdrawn, or the term has ended. */
export async function openCode(call: Call, { code }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const row = await call.read((tx) => selectCode(tx, call.jurisdiction, code));
  ensure(row, 'code_unknown');
  ensure(!row.withdrawn_at, 'code_withdrawn');
  const deputy = (await directoryOf(call)).deputies.get(row.deputy_id);
  ensure(deputy && servingMandates(deputy, dayOf(call.now)).length > 0, 'code_ended');
  return { deputyId: row.deputy_id };
}
