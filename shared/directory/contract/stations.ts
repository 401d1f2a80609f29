import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

const Reception = z.object({ day: Day, from: z.string(), to: z.string() });

/** A liaison station (代表联络站): where it is, its hours, and the next reception day (接待日). */
export const Station = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  hours: z.string(),
  phone: z.string(),
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  nextReception: z.nullable(Reception),
});

export type Station = z.infer<typeof Station>;

/** With the villages whose station it is. */
const ListedStation = z.extend(Station, { villages: z.array(VillageCode) });

/** Every station of the county, in the order of its list. */
export const stations = procedure({
  name: 'directory.stations',
  summary: '全县的联络站',
  method: 'GET',
  path: '/directory/stations',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ stations: z.array(ListedStation) }),
  problems: [],
  rate: 'public',
});
