import type { DivisionLevel } from './codes';

/** A place of the list; `row` is where it was read. */
export type Listed = { code: string; level: DivisionLevel; name: string; row: number };

export type List = { county: Listed | null; towns: Listed[]; villages: Listed[]; warnings: string[] };

/** Where the list goes: with what the codes of the county begin, and the towns it has already. */
export type Given = { divisionCode: string; towns: ReadonlySet<string> };
