import fc from 'fast-check';
import { addDays } from '../kernel/days';
import { DeputyCode, LEVELS, type Level } from './contract';
import {
  byLevelThenRoll,
  deputyTitle,
  isServing,
  makeDeputyCode,
  nextReception,
  readScene,
  sceneOf,
  sealOf,
} from './rules';

const letters = fc.array(fc.nat(31), { minLength: 10, maxLength: 10 });
const code = letters.map((drawn) => makeDeputyCode(() => drawn.shift() ?? 0));

test('a code is one of the contract, and its scene can be read back and fits WeChat', () => {
  fc.assert(
    fc.property(code, fc.stringMatching(/^\d{6}$/), (made, jurisdiction) => {
      expect(DeputyCode.safeParse(made).success).toBe(true);
      const scene = sceneOf(jurisdiction, made);
      expect(scene).toMatch(/^[0-9A-Za-z-]{17}$/);
      expect(readScene(scene)).toEqual({ jurisdiction, code: made });
    }),
  );
});

test('a scene is read however it was typed, and what is not ours is nothing', () => {
  expect(readScene(' 330822-7kq2mx4bzt\n')).toEqual({ jurisdiction: '330822', code: '7KQ2MX4BZT' });
  for (const scene of [
    '',
    '330822',
    '330822-',
    '330822-7KQ2MX4BZ',
    '330822-7KQ2MX4BZTT',
    '33082-7KQ2MX4BZT',
    '330822-7KQ2MX4BZI',
    '330822%2D7KQ2MX4BZT',
    'https://a.example/330822-7KQ2MX4BZT',
  ])
    expect(readScene(scene)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'330822-7KQ2mx4bztIſß%\u0000 ') }), (scene) => {
      const read = readScene(scene);
      if (read) expect(sceneOf(read.jurisdiction, read.code)).toBe(scene.trim().toUpperCase());
    }),
  );
});

test('the seal of a level; a town says whether it is 镇 or 乡', () => {
  expect(LEVELS.map((level) => sealOf(level, level === 'town' ? '白石镇' : null))).toEqual([
    '镇',
    '县',
    '市',
    '省',
    '国',
  ]);
  expect(sealOf('town', '新昌乡')).toBe('乡');
  expect(sealOf('town', null)).toBe('镇');
});

test('a term counts from its first day to its last', () => {
  const term = { startsOn: '2022-01-01', endsOn: '2027-01-31' };
  expect(['2021-12-31', '2022-01-01', '2027-01-31', '2027-02-01'].map((day) => isServing(term, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('deputies stand by their nearest level, then by the roll', () => {
  const deputy = (roll: number, ...levels: Level[]) => ({ roll, levels });
  const order = [deputy(9, 'nation', 'town'), deputy(2, 'county'), deputy(5, 'county', 'city'), deputy(1, 'city')];
  fc.assert(
    fc.property(fc.shuffledSubarray(order, { minLength: 4 }), (shuffled) => {
      expect([...shuffled].sort(byLevelThenRoll)).toEqual(order);
    }),
  );
});

describe('the next reception day', () => {
  const rule = { dayOfMonth: 10, from: '9:00', to: '11:00' };
  const next = (today: string, minute: number, dayOfMonth = 10) =>
    nextReception({ ...rule, dayOfMonth }, today, minute).day;

  test('is today until the reception is over', () => {
    expect(next('2026-12-10', 0)).toBe('2026-12-10');
    expect(next('2026-12-10', 11 * 60 - 1)).toBe('2026-12-10');
    expect(next('2026-12-10', 11 * 60)).toBe('2027-01-10');
  });

  test('passes over a month that has no such day', () => {
    expect(next('2027-01-31', 0, 31)).toBe('2027-01-31');
    expect(next('2027-02-01', 0, 31)).toBe('2027-03-31');
    expect(next('2028-02-01', 0, 29)).toBe('2028-02-29');
  });

  test('is always that day of a month, within two months, and never past', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(1_439), fc.integer({ min: 1, max: 31 }), (offset, minute, dayOfMonth) => {
        const today = addDays('2026-01-01', offset);
        const day = next(today, minute, dayOfMonth);
        expect(Number(day.slice(8))).toBe(dayOfMonth);
        expect(day >= today && day <= addDays(today, 62)).toBe(true);
      }),
    );
  });
});

test('a deputy is spoken of by surname, a double one too', () => {
  expect(['徐示例', '欧阳示例', '𠮷示例', ''].map(deputyTitle)).toEqual(['徐代表', '欧阳代表', '𠮷代表', '代表']);
});
