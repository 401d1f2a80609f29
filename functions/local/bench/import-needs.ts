import { seedId } from '../seed/county';

/** Who imports: of the office of the county that is measured. */
export const OFFICE = seedId(9, 999_902);

export type ImportNeeds = { jurisdiction: string; file: string; rows: number };
/** `ms` of the check and the import together; `megabytes` the most this process ever held. */
export type Imported = { ms: number; megabytes: number };
