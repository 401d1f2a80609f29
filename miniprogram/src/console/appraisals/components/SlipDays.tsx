import type { Reply } from '../../../../../shared/kernel/procedure';
import type { slips } from '../../../../../shared/voting/contract';
import { useToday } from '../../../platform/clock';
import { sayRecent } from '../../../platform/say';
import { Story, type StoryEvent } from '../../../ui/Story';
import { shortPlace } from '../../ui/names';
import type { Station } from './BookMap';
import { isNearlyOut } from './SlipTable';

type Day = Reply<typeof slips>['days'][number];
type Props = { days: readonly Day[]; stations: readonly Station[]; open: boolean };

/** 这几天: what has to be done now, and what was done on which day, of all stations together. */
export function SlipDays({ days, stations, open }: Props) {
  const today = useToday();
  const now = open ? stations.flatMap(toDo) : [];
  const past = days.flatMap((day) => eventsOf(day, sayRecent(day.on, today)));
  if (!now.length && !past.length) return null;
  return (
    <section className="panel" aria-label="这几天">
      <h2 className="heading">这几天</h2>
      <div className="space-above-2">
        <Story events={[...now, ...past]} />
      </div>
      <p className="note space-above-2">只记到哪一天，各站加在一起，看不出是谁。</p>
    </section>
  );
}

function toDo(station: Station): StoryEvent[] {
  const { id, name, agrees, counts } = station;
  const place = shortPlace(name);
  const event = { mark: '站', when: '今天', tone: 'now' } as const;
  const left = counts.unissued ? `${place}快用完了，还有 ${counts.unissued} 张` : `${place}用完了，要再印一本`;
  return [
    ...(agrees ? [] : [{ ...event, id: `agrees ${id}`, what: `${place}对不上，请把纸票数一遍` }]),
    ...(agrees && isNearlyOut(counts) ? [{ ...event, id: `left ${id}`, what: left }] : []),
  ];
}

/** The office prints books; stations do the rest. */
function eventsOf({ on, books, issued, entered, spoiled }: Day, when: string): StoryEvent[] {
  const printed = books.reduce((sum, { count }) => sum + count, 0);
  const places = [...new Set(books.map(({ stationName }) => shortPlace(stationName)))];
  const done = [
    [issued, '发出'],
    [entered, '录好'],
    [spoiled, '作废'],
  ] as const;
  const said = done.flatMap(([count, words]) => (count ? [`${words} ${count} 张`] : []));
  return [
    ...(said.length ? [{ id: `${on} station`, mark: '站', when, what: said.join('，') }] : []),
    ...(printed
      ? [{ id: `${on} office`, mark: '办', when, what: `印了 ${books.length} 本 ${printed} 张，${places.join('、')}` }]
      : []),
  ];
}
