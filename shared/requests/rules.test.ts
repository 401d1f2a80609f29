import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { addDays, daysBetween } from '../kernel/days';
import { lengthOf } from '../kernel/text';
import {
  answerDue,
  clockOf,
  daysLeft,
  isLate,
  lapseStep,
  reopenableUntil,
  threadOf,
  titleOf,
  type Way,
  withdrawableUntil,
} from './rules';
import { ENDED, isIn, MOST_RETURNS, STATE_NAMES, type State } from './states';
import { sayDaysLeft } from './words';

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

test('the line has the stops that can come and one of them has it now, until it is back with me for good', () => {
  const xu = { deputy: '徐代表', department: null, returns: 0 };
  const stops = (state: State, way = xu as Way) => threadOf({ state }, way);
  const states = (state: State, way?: Way) => stops(state, way).map((stop) => stop.state);
  expect(stops('with_deputy').map(({ label }) => label)).toEqual(['我', '联络站', '徐代表', '我']);
  expect(states('with_deputy')).toEqual(['done', 'done', 'now', 'next']);
  expect(states('answered')).toEqual(['done', 'done', 'done', 'now']);
  // Asked back it is with me, and nobody is passed by who never had it.
  expect(states('asked')).toEqual(states('answered'));
  expect(states('closed')).toEqual(['done', 'done', 'done', 'done']);
  const housing = { ...xu, department: '县住建局' };
  expect(stops('with_department', housing).map(({ label }) => label)).toEqual([
    '我',
    '联络站',
    '徐代表',
    '住建局',
    '我',
  ]);
  expect(states('with_department', housing)).toEqual(['done', 'done', 'done', 'now', 'next']);
  expect(states('answered', housing)).toEqual(['done', 'done', 'done', 'done', 'now']);
  expect(stops('with_station').map(({ label }) => label)).toEqual(['我', '联络站', '徐代表', '联络站', '我']);
  expect(stops('with_station', { ...xu, returns: MOST_RETURNS })[3]).toEqual({ label: '人大办', state: 'now' });
  expect(stops('with_hotline')[3]).toEqual({ label: '12345', state: 'now' });
  for (const state of STATE_NAMES) {
    const held = states(state, housing);
    expect(held.length).toBeLessThanOrEqual(5);
    expect(held.filter((one) => one === 'now')).toHaveLength(isIn(state, ENDED) ? 0 : 1);
  }
});

test('a word on an answer can be taken back until the next day is over, and contradicted within the county’s days', () => {
  expect(withdrawableUntil('2026-11-30')).toBe('2026-12-01');
  expect(reopenableUntil('2026-11-27', { days: 2, kind: 'working' }, isWorkday)).toBe('2026-12-01');
  expect(reopenableUntil('2026-11-27', { days: 30, kind: 'calendar' }, isWorkday)).toBe('2026-12-27');
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

test('on the days a question waited nothing counts', () => {
  const round = { startedOn: '2026-11-18', dueOn: '2026-12-16', stoppedOn: null };
  const clock = clockOf(round, 'working', '2026-12-02', isWorkday, [{ from: '2026-11-23', to: '2026-11-30' }]);
  // 19, 20, 23 November, then 1 and 2 December.
  expect(clock.used).toBe(5);
  expect(clock.left).toBe(10);
});

test('days left as the county counts; late also on a day off; nothing where nobody owes an answer', () => {
  const isWorkingDay = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
  const left = (today: string, kind: 'working' | 'calendar', state: 'with_deputy' | 'answered' = 'with_deputy') =>
    daysLeft({ state, dueOn: '2026-11-20' }, today, kind, isWorkingDay);
  // 2026-11-20 is a Friday.
  expect([left('2026-11-16', 'working'), left('2026-11-14', 'working'), left('2026-11-14', 'calendar')]).toEqual([
    4, 5, 6,
  ]);
  expect(left('2026-11-20', 'working')).toBe(0);
  expect([left('2026-11-21', 'working'), left('2026-11-23', 'working'), left('2026-11-23', 'calendar')]).toEqual([
    -1, -1, -3,
  ]);
  expect(left('2026-11-23', 'calendar', 'answered')).toBeNull();
  expect([4, 0, -3].map(sayDaysLeft)).toEqual(['还有 4 天', '今天要回', '超时 3 天']);
});
