import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayDay, sayDayAndWeekday, sayEnd, together } from './say';

test('a number and its unit hold together; other words may part', () => {
  expect(sayDay('2026-12-18')).toBe('12\u00a0月\u00a018\u00a0日');
  expect(sayDayAndWeekday('2026-12-08')).toBe('12\u00a0月\u00a08\u00a0日 周二');
  expect(together('白石镇 第 13 选区，还有 3 天')).toBe('白石镇 第\u00a013\u00a0选区，还有 3\u00a0天');
});

test('what ends at midnight is said of the evening before', () => {
  expect(sayEnd('2026-11-30T16:00:00.000Z')).toBe(`${sayDay('2026-11-30')}晚 12 点`);
  expect(sayEnd('2026-12-01T10:00:00.000Z')).toBe(`${sayDay('2026-12-01')} 18:00`);
});

test('every screen says days this way', () => {
  const SRC = join(__dirname, '..');
  const others = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|platform.say\.ts$/.test(path))
    .filter((path) =>
      /import \{[^}]*\bsay(Day|DayAndWeekday|Recent)\b[^}]*\} from '[^']*kernel\/days'/.test(
        readFileSync(join(SRC, path), 'utf8'),
      ),
    );
  expect(others).toEqual([]);
});
