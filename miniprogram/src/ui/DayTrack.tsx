import { Text, View } from '@tarojs/components';
import type { Day } from '../../../shared/kernel/days';
import type { Clock } from '../../../shared/requests/contract';
import { isLate } from '../../../shared/requests/rules';
import { sayDay, together } from '../platform/say';
import './DayTrack.css';

// More squares than this are too thin to see: then a square is more than a day.
const MOST = 30;
const DAYS = [1, 7, 30] as const;

/** How many days a square is. */
export function daysOfSquare({ days }: Pick<Clock, 'days'>) {
  return DAYS.find((each) => days.length <= MOST * each) ?? 30;
}

type Square = { key: string; className: string };

/** Each with what it is called: `on`, `today`, `over`, and `off` where it does not count. */
export function squaresOf(clock: Clock, today: Day): Square[] {
  const days = daysOfSquare(clock);
  return days === 1 ? byDay(clock, today) : bySome(clock, today, days);
}

/**
 * A square a day; short ones do not count; red is today, the bar is the last day, hatched is late. Always with a sentence.
 * `waits`: it stands until the resident has said something, and then goes on.
 */
export function DayTrack({ clock, today, waits = false }: { clock: Clock; today: Day; waits?: boolean }) {
  const squares = squaresOf(clock, today);
  const upToLast = squares.findIndex(({ key }) => key >= clock.dueOn) + 1;
  const [inTime, after] = [squares.slice(0, upToLast), squares.slice(upToLast)];
  const tone = isLate(clock, today) ? 'text-late' : clock.stoppedOn ? '' : 'text-civic';
  return (
    <View>
      <View className="day-track" aria-hidden="true">
        {inTime.map(drawn)}
        <View className="day-track-due" />
        {after.map(drawn)}
      </View>
      <View className="day-track-words note space-above-1">
        {/* Where days follow the last one, that one's label stands under it, and the first has no room. */}
        {after.length > 0 ? (
          <>
            <View style={{ flex: String(weightOf(inTime)) }} className="day-track-last">
              <Text>{sayDay(clock.dueOn)}</Text>
            </View>
            <View style={{ flex: String(weightOf(after)) }} />
          </>
        ) : (
          <>
            <Text>{sayDay(clock.days[0]?.day ?? clock.startedOn)}</Text>
            <Text>{sayDay(clock.dueOn)}</Text>
          </>
        )}
        <Text className={`day-track-said strong ${tone}`}>{together(sentence(clock, today, waits))}</Text>
      </View>
    </View>
  );
}

const drawn = ({ key, className }: Square) => <View key={key} className={`day-track-day ${className}`} />;

/** How wide they are together; a day that does not count is narrow. */
function weightOf(squares: readonly Square[]): number {
  return squares.reduce((sum, { className }) => sum + (className.includes('off') ? 0.28 : 1), 0);
}

function sentence(clock: Clock, today: Day, waits: boolean): string {
  const { used, left, late, stoppedOn } = clock;
  const days = clock.kind === 'working' ? '个工作日' : '天';
  // Past its last day by days off alone, none is counted yet.
  if (isLate(clock, today)) return late ? `${stoppedOn ? '晚了' : '超了'} ${late} ${days}` : '超时了';
  if (stoppedOn) return waits ? `停着，还剩 ${left} ${days}` : `用了 ${used} ${days}`;
  if (left === 0) return '今天到期';
  return used === 0 ? `还有 ${left} ${days}` : `第 ${used} 天，还有 ${left} ${days}`;
}

function byDay(clock: Clock, today: Day): Square[] {
  const end = clock.stoppedOn ?? today;
  return clock.days.map(({ day, counts }) => {
    const isToday = day === today && !clock.stoppedOn;
    const tone = isToday ? 'today' : day > clock.dueOn ? 'over' : day <= end ? 'on' : '';
    return { key: day, className: `${tone} ${counts || isToday ? '' : 'off'}` };
  });
}

function bySome(clock: Clock, today: Day, count: number): Square[] {
  const end = clock.stoppedOn ?? today;
  const squares: Square[] = [];
  for (let index = 0; index < clock.days.length; index += count) {
    const first = clock.days[index]?.day ?? '';
    const last = clock.days[Math.min(index + count - 1, clock.days.length - 1)]?.day ?? '';
    const holdsToday = first <= today && today <= last && !clock.stoppedOn;
    squares.push({
      key: last,
      className: holdsToday ? 'today' : first > clock.dueOn ? 'over' : first <= end ? 'on' : '',
    });
  }
  return squares;
}
