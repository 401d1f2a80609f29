import { congressNameOf } from '../../shared/kernel/kinds';
import { divisionsOf, lockRoster, putPlaces, renamePlace } from '../directory/founding/public';
import { audit } from '../platform/audit';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { selectCounty, updateCounty } from './queries';
import { NOTHING_WRITTEN, sayUnkind } from './say';

/** Gives the county another name, its congress with it, or one of its places. Codes and matters stay. */
export async function rename({ database, now }: Operator, asked: OrderOf<'rename'>): Promise<Outcome> {
  const { county: jurisdiction, name, place } = asked;
  return database.inTenant(jurisdiction, async (tx) => {
    await lockRoster(tx, jurisdiction);
    const county = await selectCounty(tx, jurisdiction);
    if (!county) return refused(`没有 ${jurisdiction} 这个县。`, NOTHING_WRITTEN);
    const divisionCode = county.division_code ?? jurisdiction;
    const row = (await divisionsOf(tx, divisionCode)).find(({ code }) => code === (place ?? divisionCode));
    if (place && !row) return refused(`${county.name}没有代码是 ${place} 的乡镇、村。`, NOTHING_WRITTEN);
    const from = row && place ? row.name : county.name;
    if (row && place) await renamePlace(tx, jurisdiction, row, name);
    else {
      const congressName = asked.congressName ?? congressNameOf(name);
      await updateCounty(tx, jurisdiction, { name, congressName, settings: county.settings as object });
      await putPlaces(tx, { jurisdiction, divisionCode, name }, { towns: [], villages: [] });
    }
    await audit(tx, {
      jurisdiction,
      personId: null,
      action: 'county_renamed',
      objectKind: 'county',
      objectId: null,
      detail: { from, to: name, place: place ?? divisionCode },
      now,
    });
    return done(
      `${from}改叫${name}了。代码没有变，贴出去的码都还能用；半分钟以内，各处都看得到新名字。`,
      ...(place ? [] : sayUnkind(name)),
    );
  });
}
