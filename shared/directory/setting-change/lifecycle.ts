import { type Condition, lifeOf, type Move, type Row } from '../../kernel/lifecycle';
import type { State } from './states';

/** What the table's conditions are about. */
export type Facts = {
  state: State;
  /** Whoever acts proposed it. */
  mine: boolean;
};

type When = Condition<'office', Facts>;
const isAnothers: When = { holds: ({ mine }) => !mine, problem: 'setting_own' };
const isMine: When = { holds: ({ mine }) => mine, problem: 'setting_anothers' };
const to = (state: State): Move<State, Facts> => ({ to: state, clock: 'keep', silence: 'keep' });
const inOffice = { by: ['office'], tells: [], readers: ['office'] } as const;

type Happening = Row<State, State, 'office', 'office', Facts>;

/** Two people change a setting: one says what and why, another one agrees or does not. */
export const EVENTS = {
  proposed: { act: null, from: {}, ...inOffice },
  confirmed: { act: 'confirm', from: { proposed: to('confirmed') }, person: [isAnothers], ...inOffice },
  declined: { act: 'decline', from: { proposed: to('declined') }, person: [isAnothers], ...inOffice },
  withdrawn: { act: 'withdraw', from: { proposed: to('withdrawn') }, person: [isMine], ...inOffice },
} as const satisfies Record<string, Happening>;
export type EventKind = keyof typeof EVENTS;

/** What is offered on the page. */
export const CHANGE_ACTS = ['confirm', 'decline', 'withdraw'] as const;

export const { refusal, stateAfter, actsOf } = lifeOf<State, EventKind, 'office', Facts>(EVENTS, 'setting_decided');
