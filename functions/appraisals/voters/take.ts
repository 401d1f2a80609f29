import type { take as contract } from '../../../shared/appraisals/contract';
import { PUBLIC } from '../../../shared/appraisals/states';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { deputyOfPhone, phoneOf } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hashesOf } from '../../platform/phones';
import { enrol, type Member } from '../../voting/public';
import { selectCampaign } from '../queries';

/**
 * Gives somebody their ballot. A resident is known by their phone, whichever account holds it; a deputy by the deputy they are, also with
 * another account of the same phone: who is a deputy votes as that and nothing else. Nothing says afterwards that a ballot was taken, but the
 * entry of the roll, which names nobody.
 */
export async function take(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  const { closesAt, closings, member } = await call.read(async (tx) => {
    const campaign = await selectCampaign(tx, call.jurisdiction, input.id);
    ensure(campaign, 'not_found');
    const { state, draft, closings } = campaign;
    ensure(PUBLIC.includes(state), 'campaign_not_open');
    ensure(state === 'open' && new Date(draft.closesAt) > call.now, 'poll_closed');
    const phone = await phoneOf(tx, call, call.caller.personId);
    const deputyId = draft.electorates.includes('deputies') ? await deputyOf(tx, call, phone) : null;
    const member = deputyId ? deputy(deputyId) : resident(directory, input, phone);
    ensure(draft.electorates.includes(member.electorate), 'not_on_roll');
    return { closesAt: draft.closesAt, closings, member };
  });
  const { electorate } = member;
  const enrolled = await enrol(call, { pollId: input.id, member, mayJoin: electorate === 'residents' });
  const { definition, pass, asked, stationId, revision } = enrolled;
  return {
    pass,
    title: definition.title,
    closesAt,
    ...(closings.length ? { closings } : {}),
    electorate,
    stationName: directory.stationName(stationId),
    questions: definition.questions,
    subjects: asked,
    revision,
  };
}

async function deputyOf(
  tx: Tx,
  { jurisdiction, caller, services }: Call<Person>,
  phone: string | null,
): Promise<string | null> {
  return caller.deputyId ?? (phone && deputyOfPhone(tx, jurisdiction, hashesOf(services.phones, phone)));
}

const deputy = (deputyId: string): Member => ({ electorate: 'deputies', member: deputyId, stationId: null });

function resident(
  directory: CountyDirectory,
  { village, adult }: Input<typeof contract>,
  phone: string | null,
): Member {
  ensure(adult, 'under_age');
  const code = village === undefined ? '' : directory.currentVillage(village);
  ensure(directory.villageName(code) !== '', 'not_of_county');
  ensure(phone, 'phone_needed');
  return { electorate: 'residents', member: phone, stationId: directory.stationOfVillage(code) };
}
