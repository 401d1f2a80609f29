/** What whoever sets up counties may do with their places; apart from `directory/public.ts`, because it brings a dictionary. */

export { lockRoster } from '../queries-workbook';
export type { List } from './list';
export { type Put, putPlaces, renamePlace } from './put-places';
export { selectDivisions as divisionsOf } from './queries';
export { readList, some } from './read-list';
export { type Recoded, recodePlaces } from './recode-places';
