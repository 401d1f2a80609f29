import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input } from '../../../shared/kernel/procedure';
import type { draft } from '../../../shared/suggestions/contract';
import { countyDeputiesOf } from '../../directory/deputies/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { citedOf } from '../../requests/public';
import type { SuggestionRow } from '../queries';

export type Written = Input<typeof draft>;

/** What is checked before anything is written: who may, whom they ask, and that the residents' requests are theirs. */
export async function checkWritten(
  tx: Tx,
  call: Call<Person>,
  { cosigners, requests, disclosure, disclosureReason }: Written,
  /** Asked, or brought in, before: whoever is no deputy any more, or what another deputy has by now, does not hold it up. */
  before: { cosigners: readonly string[]; requests: readonly string[] },
): Promise<void> {
  const { deputyId } = call.caller;
  const serving = new Set((await countyDeputiesOf(call, dayOf(call.now))).map(({ id }) => id));
  ensure(deputyId !== null && serving.has(deputyId), 'not_county_deputy');
  const asked = cosigners.filter((id) => !before.cosigners.includes(id));
  ensure(
    asked.every((id) => serving.has(id) && id !== deputyId),
    'not_county_deputy',
  );
  ensure(disclosure === 'full' || disclosureReason, 'not_disclosed_why');
  const brought = requests.filter((id) => !before.requests.includes(id));
  const cited = await citedOf(tx, call, brought);
  ensure(
    cited.length === new Set(brought).size && cited.every((one) => one.deputyId === deputyId),
    'request_not_theirs',
  );
}

/** The columns that are the words somebody signs. */
export function wordsOf({ title, facts, proposal, disclosure, disclosureReason, occasion, ...rest }: Written) {
  return {
    title,
    facts,
    proposal,
    occasion,
    disclosure,
    disclosure_reason: disclosure === 'title' ? (disclosureReason ?? null) : null,
    origin: rest.origin,
    unsolved: rest.unsolved ?? null,
    wants_contact: rest.wantsContact,
  } satisfies Partial<SuggestionRow>;
}
