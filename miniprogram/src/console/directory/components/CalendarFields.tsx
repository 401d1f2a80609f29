import { useState } from 'react';
import { lastCalendarDay, MOST_CALENDAR_DAYS } from '../../../../../shared/directory/limits';
import { addDays, type Day, daysBetween } from '../../../../../shared/kernel/days';
import { type CalendarDay, sayValue } from '../../../../../shared/kernel/settings';
import { useToday } from '../../../platform/clock';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Fault } from '../../../ui/Field';
import { Segment } from '../../../ui/Segment';

const COUNTS = [
  { value: 'off', words: '放假' },
  { value: 'on', words: '上班' },
  { value: 'national', words: '照全国的' },
] as const;

type Props = {
  /** The days that differ now. */
  now: readonly CalendarDay[];
  /** Those that are to change. */
  days: readonly CalendarDay[];
  fault: string | null;
  onChange: (days: CalendarDay[]) => void;
};

/** 放假和补班: days are put together first, a holiday from its first to its last, and sent as one. */
export function CalendarFields({ now, days, fault, onChange }: Props) {
  const today = useToday();
  const first = addDays(today, 1);
  const last = lastCalendarDay(today);
  const [from, setFrom] = useState<Day | null>(null);
  const [to, setTo] = useState<Day | null>(null);
  const [counts, setCounts] = useState<CalendarDay['counts']>('off');
  const until = to && from && to > from ? to : from;
  const count = from && until ? daysBetween(from, until) + 1 : 0;
  const full = days.length + count > MOST_CALENDAR_DAYS;
  const put = (more: readonly CalendarDay[]) => {
    const all = new Map([...days, ...more].map((one) => [one.day, one]));
    onChange([...all.values()].sort((a, b) => (a.day < b.day ? -1 : 1)));
  };
  const add = () => {
    if (!from || full) return;
    put(Array.from({ length: count }, (_, at) => ({ day: addDays(from, at), counts })));
    setFrom(null);
    setTo(null);
  };
  const ahead = now.filter(({ day }) => day > today && !days.some((one) => one.day === day));
  return (
    <div className="form-column">
      <DayField key={`from ${days.length}`} label="从哪天" value={from} first={first} last={last} onChoose={setFrom} />
      <DayField
        key={`to ${days.length}`}
        label="到哪天（只有一天就不选）"
        value={to}
        first={from ?? first}
        last={last}
        onChoose={setTo}
      />
      <Segment label="这几天怎么算" options={COUNTS} value={counts} onChoose={setCounts} />
      <Button kind="second" small disabled={!from || full} onPress={add}>
        {count > 1 ? `加上这 ${count} 天` : '加上这一天'}
      </Button>
      <Fault>{full ? `一次最多 ${MOST_CALENDAR_DAYS} 天，请分两次送。` : fault}</Fault>
      <Days
        title="这次要改的"
        days={days}
        act="不改"
        onPress={(day) => onChange(days.filter((one) => one.day !== day))}
      />
      <Days title="现在和全国不一样的" days={ahead} act="去掉" onPress={(day) => put([{ day, counts: 'national' }])} />
    </div>
  );
}

type DaysProps = { title: string; days: readonly CalendarDay[]; act: string; onPress: (day: Day) => void };

function Days({ title, days, act, onPress }: DaysProps) {
  if (!days.length) return null;
  return (
    <section aria-label={title}>
      <h3 className="settings-subhead">{title}</h3>
      <ul>
        {days.map((one) => {
          const said = sayValue({ calendar: [one] });
          return (
            <li key={one.day} className="row between">
              <span>{said}</span>
              <Button kind="text" small repeats label={`${act}：${said}`} onPress={() => onPress(one.day)}>
                {act}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
