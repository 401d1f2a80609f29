import { type Condition, lifeOf, type Move, type Row } from '../../kernel/lifecycle';
import type { SlipState } from './states';

/** Who acts on a slip: a clerk of its station, or the office; the box, when it has the ballot. */
type Side = 'station' | 'box';

/** What the table's conditions are about. */
export type SlipFacts = {
  state: SlipState;
  /** Of the station's slips more were handed out than came back: this one may be one of them. */
  handedOut: boolean;
  /** Two people have to type it. */
  twice: boolean;
  /** What is typed now is what the first pass says. */
  same: boolean;
  /** Who acts typed a pass of it, and which was theirs. */
  mine: 1 | 2 | null;
  /** Who acts typed it so often as if it were another slip that it is for somebody else to type. */
  strayed: boolean;
  /** Somebody said that it is spoiled, and it was who acts. */
  spoiling: 'nobody' | 'they' | 'another';
};

const still = (to: SlipState | 'same', when?: Move<SlipState, SlipFacts>['when']): Move<SlipState, SlipFacts> => ({
  to,
  clock: 'keep',
  silence: 'keep',
  ...(when ? { when } : {}),
});
const once = ({ twice }: SlipFacts) => !twice;
const typedAnew = ({ mine }: SlipFacts) => mine === 1;
const bothTheSame = ({ same }: SlipFacts) => same;

type When = Condition<Side, SlipFacts>;
const wasHandedOut: When = { holds: ({ handedOut }) => handedOut, problem: 'slip_not_issued' };
const isThirdPerson: When = { holds: ({ state, mine }) => state !== 'third' || !mine, problem: 'slip_same_person' };
const hasNotStrayed: When = { holds: ({ strayed }) => !strayed, problem: 'slip_apart_often' };
const typedTheSecond: When = { holds: ({ mine }) => mine === 2, problem: 'slip_moved' };
const anotherSaidSo: When = { holds: ({ spoiling }) => spoiling === 'another', problem: 'slip_spoil_second' };

const ENDED = { settled: 'slip_entered', entered: 'slip_entered', spoiled: 'slip_spoiled' } as const;
const own = { tells: [], readers: ['station'] as const };
type Happening = Row<SlipState, SlipState, Side, never, SlipFacts>;
const UNSPOILED = ['printed', 'returned', 'first', 'differs', 'third'] as const;
const fromAll = (to: SlipState | 'same') =>
  Object.fromEntries(UNSPOILED.map((state) => [state, still(to)])) as Happening['from'];

/** Everything that happens to a slip. Handing it out is none of it: the tick on the roll has no number (勾上没有票号，票上没有名字). */
export const EVENTS = {
  returned: {
    act: 'return',
    by: ['station'],
    from: { printed: still('returned') },
    otherwise: ENDED,
    matter: [wasHandedOut],
    ...own,
  },
  typed: {
    act: 'enter',
    by: ['station'],
    from: {
      returned: [still('settled', once), still('first')],
      first: [still('first', typedAnew), still('settled', bothTheSame), still('differs')],
      third: still('settled'),
    },
    otherwise: { ...ENDED, printed: 'slip_not_issued' },
    matter: [isThirdPerson, hasNotStrayed],
    ...own,
  },
  /** Two passes differ, and the second person says which is right, with the slip in hand. */
  chosen: {
    act: 'choose',
    by: ['station'],
    from: { differs: still('settled') },
    otherwise: ENDED,
    matter: [typedTheSecond],
    ...own,
  },
  /** … or that they can't tell. */
  passedOn: {
    act: 'third',
    by: ['station'],
    from: { differs: still('third') },
    otherwise: ENDED,
    matter: [typedTheSecond],
    ...own,
  },
  boxed: { act: null, by: ['box'], from: { settled: still('entered') }, ...own },
  spoilSaid: { act: 'spoil', by: ['station'], from: fromAll('same'), otherwise: ENDED, ...own },
  spoiled: {
    act: 'spoil',
    by: ['station'],
    from: fromAll('spoiled'),
    otherwise: ENDED,
    matter: [anotherSaidSo],
    ...own,
  },
} as const satisfies Record<string, Happening>;
export type SlipEvent = keyof typeof EVENTS;

export const { refusal, stateAfter } = lifeOf<SlipState, SlipEvent, Side, SlipFacts>(EVENTS, 'slip_moved');
