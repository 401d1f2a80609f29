import type { settings as contract, Setting } from '../../../shared/directory/contract/office';
import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import { calendarGap } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { selectCounty } from '../queries';
import { Settings } from '../settings';
import { shownChange } from './change';
import { type Known, knownSettings } from './known';
import { selectWaiting } from './queries';
import { settingValue } from './values';

/** Everything the county decides, as it is this very moment, and what waits for a second person. */
export async function settings(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const known = await knownSettings(call);
  return call.read(async (tx) => {
    const [county, waiting] = await Promise.all([selectCounty(tx, jurisdiction), selectWaiting(tx, jurisdiction)]);
    return {
      settings: [...known.values()].map((one) => shownSetting(one, county.settings)),
      waiting: waiting.map((change) => shownChange(call, change, known)),
      calendarGap: calendarGap(Settings.parse(county.settings).calendar, dayOf(call.now)),
    };
  });
}

function shownSetting(known: Known, stored: unknown): Setting {
  const { name, group, title, kind, basis, changes, stays } = known;
  const { least, most } = 'least' in known ? known : { least: null, most: null };
  const said = { basis, changes: [...changes], stays: [...stays] };
  return { name, group, title, kind, value: settingValue(known, stored), least, most, ...said };
}
