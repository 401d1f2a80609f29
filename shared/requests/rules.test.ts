import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { addDays, daysBetween } from '../kernel/days';
import { lengthOf } from '../kernel/text';
import { EVENTS, type EventKind, OUTCOMES, STATES, VIEWERS, type Viewer } from './contract';
import {
  actsOf,
  afterAnswer,
  afterRating,
  answerDue,
  clockOf,
  dueAfterAsking,
  isLate,
  lapseStep,
  mayRead,
  threadOf,
  titleOf,
} from './rules';

test('the title is as much of the first sentence as says something, cut to a line', () => {
  expect(titleOf('路灯坏了。老人看不见。')).toBe('路灯坏了');
  expect(titleOf('水塘边护栏断了两根，小孩放学从那里过。')).toBe('水塘边护栏断了两根');
  expect(titleOf('您好，有件事，路灯坏了，看不见')).toBe('您好，有件事');
  expect(titleOf('水不清！\n已经三天')).toBe('水不清');
  expect(titleOf('  村口\n的桥 很窄，车过不去 ')).toBe('村口 的桥 很窄');
  expect(titleOf('一二三四五六七八九十一二三四五六七八九')).toBe('一二三四五六七八九十一二三四五六七…');
  expect(titleOf('。。？路灯')).toBe('。。？路灯');
});

test('a title of emoji and rare characters is never cut through one', () => {
  expect(titleOf('😀'.repeat(30))).toBe(`${'😀'.repeat(17)}…`);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('😀', '𠮷', '路', '。', ' ', '\n', 'é'), minLength: 1 }), (text) => {
      const title = titleOf(text);
      expect(lengthOf(title)).toBeLessThanOrEqual(18);
      expect(Buffer.from(title).toString()).toBe(title);
      expect(title).not.toContain('\n');
      expect(title === '').toBe(text.trim() === '');
    }),
  );
});

test('until it is closed a deputy may answer, and say more; only an answer can be rated, and only the rating closes', () => {
  expect(STATES.map((state) => afterAnswer({ state }))).toEqual([
    { state: 'answered' },
    { state: 'answered' },
    { state: 'answered' },
    null,
  ]);
  for (const state of STATES)
    for (const outcome of OUTCOMES) {
      const after = afterRating({ state, round: 3, outcome: state === 'closed' ? 'solved' : null }, outcome);
      if (state !== 'answered') expect(after).toBeNull();
      else if (outcome === 'not_solved') expect(after).toEqual({ state: 'with_deputy', round: 4, restarts: true });
      else expect(after).toEqual({ state: 'closed', round: 3, restarts: false });
    }
});

const round = { startedOn: '2026-11-18', dueOn: '2026-12-09', stoppedOn: null };

test('a working-day clock: the day of asking does not count, weekends are shown and not counted', () => {
  expect(answerDue('2026-11-18', { days: 15, kind: 'working' }, isWorkday)).toBe('2026-12-09');
  const clock = clockOf(round, 'working', '2026-11-24', isWorkday);
  expect(clock).toMatchObject({ used: 4, left: 11, late: 0 });
  expect(clock.days[0]).toEqual({ day: '2026-11-19', counts: true });
  expect(clock.days.find(({ day }) => day === '2026-11-21')).toEqual({ day: '2026-11-21', counts: false });
  expect(clock.days.at(-1)?.day).toBe('2026-12-09');
});

test('on the last day none is left and none is late; after it the track goes on to today', () => {
  expect(clockOf(round, 'working', '2026-12-09', isWorkday)).toMatchObject({ used: 15, left: 0, late: 0 });
  const late = clockOf(round, 'working', '2026-12-14', isWorkday);
  expect(late).toMatchObject({ used: 18, left: 0, late: 3 });
  expect(late.days.at(-1)?.day).toBe('2026-12-14');
});

test('past the last day is late even on a day off, when no day counts yet', () => {
  const friday = { startedOn: '2026-11-01', dueOn: '2026-11-20', stoppedOn: null };
  expect(isLate(friday, '2026-11-20')).toBe(false);
  expect(isLate(friday, '2026-11-22')).toBe(true);
  expect(clockOf(friday, 'working', '2026-11-22', isWorkday).late).toBe(0);
  expect(isLate({ ...friday, stoppedOn: '2026-11-19' }, '2026-12-01')).toBe(false);
  expect(isLate({ ...friday, stoppedOn: '2026-11-21' }, '2026-12-01')).toBe(true);
});

test('an answer stops the clock for good', () => {
  const stopped = { ...round, stoppedOn: '2026-11-20' };
  expect(clockOf(stopped, 'working', '2027-03-01', isWorkday)).toEqual(
    clockOf(stopped, 'working', '2026-11-20', isWorkday),
  );
  expect(clockOf({ ...round, stoppedOn: '2026-11-18' }, 'working', '2026-11-19', isWorkday)).toMatchObject({
    used: 0,
    left: 15,
  });
});

test('used and left make the term, late makes what is over it, whatever the day', () => {
  const days = fc.nat(60);
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), fc.constantFrom('working', 'calendar'), (offset, term, kind) => {
      const unit = kind as 'working';
      const dueOn = answerDue('2026-11-18', { days: term, kind: unit }, isWorkday);
      const today = addDays('2026-11-18', offset);
      const clock = clockOf({ startedOn: '2026-11-18', dueOn, stoppedOn: null }, unit, today, isWorkday);
      expect(clock.used + clock.left - clock.late).toBe(term);
      expect(clock.left * clock.late).toBe(0);
      expect(clock.days).toHaveLength(Math.max(daysBetween('2026-11-18', dueOn), offset));
    }),
  );
});

test('the line has five stops and one of them has it now, until it is back with me for good', () => {
  const states = (state: (typeof STATES)[number]) => threadOf({ state }, '徐代表').map((stop) => stop.state);
  expect(threadOf({ state: 'with_deputy' }, '徐代表').map(({ label }) => label)).toEqual([
    '我',
    '联络站',
    '徐代表',
    '部门',
    '我',
  ]);
  expect(states('with_deputy')).toEqual(['done', 'done', 'now', 'next', 'next']);
  expect(states('answered')).toEqual(['done', 'done', 'done', 'skipped', 'now']);
  expect(states('closed')).toEqual(['done', 'done', 'done', 'skipped', 'done']);
});

test('the days that were left when a question was asked start again with the answer; what was late stays late', () => {
  const due = (askedOn: string, dueOn: string, today: string) =>
    dueAfterAsking({ askedOn, dueOn }, today, 'working', isWorkday);
  // Asked on a Monday with four working days left, answered the Wednesday after next.
  expect(due('2026-11-23', '2026-11-27', '2026-12-02')).toBe('2026-12-08');
  expect(due('2026-11-27', '2026-11-27', '2026-12-02')).toBe('2026-12-02');
  expect(due('2026-11-28', '2026-11-27', '2026-12-02')).toBe('2026-11-27');
});

test('silence closes nothing untold, and not before the notice is over', () => {
  const step = (lapsesOn: string, toldOn: string | null, today: string) => lapseStep({ lapsesOn, toldOn }, today);
  expect(step('2026-12-18', null, '2026-12-14')).toBe('wait');
  expect(step('2026-12-18', null, '2026-12-15')).toBe('tell');
  expect(step('2026-12-18', null, '2027-03-01')).toBe('tell');
  expect(step('2026-12-18', '2026-12-15', '2026-12-17')).toBe('wait');
  expect(step('2026-12-18', '2026-12-15', '2026-12-18')).toBe('close');
  expect(step('2026-12-18', '2027-03-01', '2027-03-03')).toBe('wait');
  expect(step('2026-12-18', '2027-03-01', '2027-03-04')).toBe('close');
});

const STANDING = {
  state: 'with_deputy',
  round: 1,
  outcome: null,
  taken: false,
  claimed: true,
  publication: null,
  toDecide: false,
} as const;

const NOTHING_YET = { answered: false, spoke: false };

test('who may do what as a request stands', () => {
  const acts = (changes: object, ...viewers: Viewer[]) => actsOf({ ...STANDING, ...changes }, viewers, NOTHING_YET);
  expect(acts({}, 'resident')).toEqual(['supplement', 'withdraw']);
  expect(acts({ taken: true }, 'resident')).toEqual(['supplement']);
  expect(acts({ round: 2 }, 'resident')).toEqual(['supplement']);
  expect(acts({ state: 'answered' }, 'resident')).toEqual(['supplement', 'rate']);
  expect(acts({ state: 'closed', outcome: 'lapsed' }, 'resident')).toEqual(['rate']);
  expect(acts({ state: 'closed', outcome: 'solved', publication: 'published' }, 'resident')).toEqual(['hide']);
  expect(acts({ state: 'closed', outcome: 'solved' }, 'resident')).toEqual([]);
  expect(acts({ claimed: false }, 'entrant')).toEqual(['supplement', 'withdraw', 'print']);
  expect(acts({}, 'entrant')).toEqual(['print']);
  expect(acts({}, 'deputy')).toEqual(['answer', 'ask', 'pass', 'note']);
  expect(acts({ state: 'asked' }, 'deputy')).toEqual(['answer', 'pass', 'note']);
  expect(acts({ state: 'answered' }, 'deputy')).toEqual(['answer', 'note']);
  expect(acts({ state: 'closed' }, 'deputy')).toEqual(['note']);
  expect(acts({}, 'colleague')).toEqual(['take']);
  expect(acts({ state: 'answered' }, 'colleague')).toEqual([]);
  expect(acts({ publication: 'pending', toDecide: true }, 'station')).toEqual([
    'reassign',
    'note',
    'screen',
    'decide',
    'print',
  ]);
  expect(acts({ claimed: false }, 'entrant', 'station')).toEqual([
    'supplement',
    'withdraw',
    'print',
    'reassign',
    'note',
  ]);
});

test('whoever answered neither speaks nor decides, whoever spoke does not answer; of their own matter both are one', () => {
  const standing = { ...STANDING, claimed: false, publication: 'pending', toDecide: true } as const;
  const acts = (past: object, ...viewers: Viewer[]) => actsOf(standing, viewers, { ...NOTHING_YET, ...past });
  expect(acts({ answered: true }, 'entrant', 'station')).toEqual(['print', 'reassign', 'note']);
  expect(acts({}, 'deputy', 'station')).toEqual(['answer', 'ask', 'pass', 'note', 'reassign', 'print']);
  expect(acts({ spoke: true }, 'station', 'colleague')).not.toContain('take');
  expect(acts({ spoke: true }, 'deputy')).toEqual(['ask', 'pass', 'note']);
  expect(acts({ answered: true }, 'resident')).toEqual(['supplement', 'withdraw', 'hide']);
});

test('no act is open to everybody in every state, and nobody but the resident’s side rates, adds or withdraws', () => {
  const others: Viewer[] = ['deputy', 'colleague', 'station'];
  for (const state of STATES)
    for (const viewer of others)
      for (const act of ['rate', 'supplement', 'withdraw'] as const)
        expect(actsOf({ ...STANDING, state }, [viewer], NOTHING_YET)).not.toContain(act);
});

test('notes stay between the deputy and the station', () => {
  const readers = (kind: EventKind) => VIEWERS.filter((viewer) => mayRead(kind, viewer));
  expect(readers('noted')).toEqual(['deputy', 'station']);
  expect(readers('cleared')).toEqual(['station']);
  expect(EVENTS.filter((kind) => readers(kind).length < VIEWERS.length)).toEqual(['noted', 'cleared']);
});

test('on the days a question waited nothing counts', () => {
  const round = { startedOn: '2026-11-18', dueOn: '2026-12-16', stoppedOn: null };
  const clock = clockOf(round, 'working', '2026-12-02', isWorkday, [{ from: '2026-11-23', to: '2026-11-30' }]);
  // 19, 20, 23 November, then 1 and 2 December.
  expect(clock.used).toBe(5);
  expect(clock.left).toBe(10);
});
