import type { turnout as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Definition } from '../../../shared/voting/definition';
import type { Call, Person } from '../../platform/call';
import { pollById, turnoutOf } from '../../voting/public';
import { selectCampaign } from '../queries';

/** How many ballots came, by station; the stations in their order, and last who has none. */
export async function turnout(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  return call.read(async (tx) => {
    const campaign = await selectCampaign(tx, jurisdiction, id);
    ensure(campaign, 'not_found');
    const poll = await pollById(tx, jurisdiction, id);
    ensure(poll, 'campaign_not_open');
    const { electorates, stations, threshold } = JSON.parse(poll.definition) as Definition;
    const rows = await turnoutOf(tx, poll);
    const at = (station: string | null, electorate: string, channel: string) =>
      shown(
        rows
          .filter((row) => row.station_id === station && row.electorate === electorate && row.channel === channel)
          .reduce((sum, { count }) => sum + count, 0),
        threshold,
      );
    const places = [...stations, { id: null, name: null }];
    return {
      title: campaign.draft.title,
      state: campaign.state,
      opensAt: poll.opens_at.toISOString(),
      closesAt: poll.closes_at.toISOString(),
      threshold,
      stations: electorates.flatMap((electorate) =>
        places.map(({ id, name }) => ({
          name,
          electorate,
          phone: at(id, electorate, 'phone'),
          paper: at(id, electorate, 'paper'),
          table: at(id, electorate, 'table'),
        })),
      ),
    };
  });
}

const shown = (count: number, threshold: number) => (count > 0 && count < threshold ? null : count);
