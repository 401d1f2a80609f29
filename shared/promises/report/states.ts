/**
 * The life of a department's year-end report of its promises (年终承诺事项报告). `docs/lifecycles.md` is printed from `lifecycle.ts`, which has the
 * events.
 *
 * open       the department has to hand it in
 * handed_in  it has, and the deputies from whose matters the promises come rate it (回执)
 * rated      all have said what they think of it, or their days are over; from now on everybody reads of it on 公开栏
 * returned   most of those who rated were not satisfied, and the office sent it back, once
 * closed     the department is no more, and nobody is left to hand it in
 */
export const STATES = {
  open: { department: true, rating: false, ended: false, public: false },
  handed_in: { department: false, rating: true, ended: false, public: false },
  rated: { department: false, rating: false, ended: true, public: true },
  returned: { department: true, rating: false, ended: false, public: false },
  closed: { department: false, rating: false, ended: true, public: false },
} as const satisfies Record<string, { department: boolean; rating: boolean; ended: boolean; public: boolean }>;
export type State = keyof typeof STATES;

export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];
/** The department has to hand it in. */
export const OWED = STATE_NAMES.filter((state) => STATES[state].department);
/** Deputies rate it. */
export const RATING = STATE_NAMES.filter((state) => STATES[state].rating);
/** The days of somebody run. */
export const RUNNING = STATE_NAMES.filter((state) => !STATES[state].ended);
/** Everybody reads of it. */
export const PUBLIC = STATE_NAMES.filter((state) => STATES[state].public);

/** 满意, 基本满意, 不满意. */
export const RATINGS = ['satisfied', 'basically', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** What a deputy has done who was asked: nothing yet, given their word, or their term ended before. */
export const RECEIPTS = ['asked', 'given', 'left'] as const;
export type Receipt = (typeof RECEIPTS)[number];

/** Who does something to a report. */
export const SIDES = ['department', 'deputy', 'office', 'clock'] as const;
export type Side = (typeof SIDES)[number];

/**
 * How a promise stands in a report. What is kept was seen by whoever looks; `due`: its day has come and nobody has said anything; `to_look`: the
 * department says that it is done, and nobody has been there.
 */
export const STANDINGS = ['kept', 'kept_late', 'to_look', 'open', 'due', 'broken'] as const;
export type Standing = (typeof STANDINGS)[number];
