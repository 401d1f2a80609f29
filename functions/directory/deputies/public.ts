/** Who of the county's own congress serves; apart from `directory/public.ts`, which the first event of every function reads. */
import type { Day } from '../../../shared/kernel/days';
import type { Call } from '../../platform/call';
import { directoryOf, servingDeputies } from '../directory';

export type CountyDeputy = { id: string; name: string; ward: string | null; joined: boolean };

/** The deputies of the county's own congress who serve on the day, with the ward that elected them; those may propose and sign together. */
export async function countyDeputiesOf(call: Call, today: Day): Promise<CountyDeputy[]> {
  return servingDeputies(await directoryOf(call), today).flatMap(({ deputy: { id, name, joined }, mandates }) => {
    const mandate = mandates.find(({ level }) => level === 'county');
    return mandate ? [{ id, name, ward: mandate.wardName, joined }] : [];
  });
}
