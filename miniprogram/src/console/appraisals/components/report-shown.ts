import type { report } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';

/** Whose report: of a station, or of the county. */
export type Which = { id: string; station?: string };
/** The report with what may be changed of it. */
export type Shown = Reply<typeof report>;
