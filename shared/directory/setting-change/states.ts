/**
 * The life of a change of a county's settings (改一条规矩). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the events.
 *
 * proposed   it waits for a second person of the office
 * confirmed  it is in force
 * declined   somebody else did not agree
 * withdrawn  whoever proposed it took it back
 */
export const STATES = {
  proposed: { waits: true },
  confirmed: { waits: false },
  declined: { waits: false },
  withdrawn: { waits: false },
} as const satisfies Record<string, { waits: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
