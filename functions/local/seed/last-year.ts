import { type Day, dayOf, daysBetween } from '../../../shared/kernel/days';
import { answer } from '../../assignments/department/answer';
import { clockCall } from '../../platform/call';
import { watchReports } from '../../promises/clock/watch-reports';
import { sayDone } from '../../promises/department/say-done';
import { mine } from '../../promises/reading/mine';
import { giveReceipt } from '../../promises/report/give-receipt';
import { handInReport } from '../../promises/report/hand-in';
import { report, reports } from '../../promises/report/reports';
import { look } from '../../promises/station/look';
import { open } from '../../requests/reading/open';
import { rate } from '../../requests/resident/rate';
import { COUNTY } from './county';
import type { Teller } from './teller';

const LAMPS = '老街坏的路灯全部换新';
const CABLES = '垂下来的电线绑高、理顺';
const COVERS = '老街三个响的井盖换掉';

/** A matter of the summer of last year, what a department promised for it and did, and its report of that year, rated: what stands on 公开栏 of it. */
export function tellLastYear({ at, as, on, say, handOn, byDepartment }: Teller): void {
  const today = dayOf(at(0).clock());
  const year = Number(today.slice(0, 4)) - 1;
  const ago = (monthAndDay: string) => daysBetween(dayIn(monthAndDay), today);
  const dayIn = (monthAndDay: string): Day => `${year}-${monthAndDay}`;
  const street = say('lin', '徐示例', {
    daysAgo: ago('06-10'),
    category: 'road',
    words: '老街晚上黑，路灯坏了一半，电线垂下来，井盖也响。',
    where: '老街',
  });
  on(ago('06-11'), () => open(as('xu', ago('06-11')), { id: street() }));
  handOn('xu', street, ago('06-12'), '县住建局');
  byDepartment('lu', street, ago('06-20'), (call, seen) =>
    answer(call, {
      ...seen,
      resultClass: 'B',
      words: '三样都去看过了，都改，日子写在下面。',
      promises: [
        { words: COVERS, dueOn: dayIn('07-15') },
        { words: LAMPS, dueOn: dayIn('08-10') },
        { words: CABLES, dueOn: dayIn('08-31') },
      ],
    }),
  );
  const keep = (promise: string, said: string, seen: string) => {
    const step = async (who: 'lu' | 'clerk', daysAgo: number) => {
      const { promises } = await mine(as('lu', daysAgo));
      const { id, version } = promises.find(({ words }) => words === promise) ?? { id: '', version: 0 };
      return [as(who, daysAgo), { id, version }] as const;
    };
    on(ago(said), async () => {
      const [call, one] = await step('lu', ago(said));
      await sayDone(call, { ...one, words: '做好了，请来看。', pictures: [] });
    });
    on(ago(seen), async () => {
      const [call, one] = await step('clerk', ago(seen));
      await look(call, { ...one, done: true, words: '去看过了，是好了。' });
    });
  };
  keep(COVERS, '07-10', '07-12');
  keep(LAMPS, '08-18', '08-20');
  keep(CABLES, '08-25', '08-27');
  on(ago('09-03'), () =>
    rate(as('lin', ago('09-03')), {
      id: street(),
      round: 1,
      outcome: 'solved',
      attitude: 'satisfied',
      result: 'satisfied',
    }),
  );
  on(ago('10-09'), () => watchReports(clockCall(at(ago('10-09')), COUNTY)));
  on(ago('10-20'), async () => {
    const call = as('lu', ago('10-20'));
    for (const { id } of (await reports(call, {})).reports)
      await handInReport(call, {
        id,
        version: (await report(call, { id })).version,
        words: '老街的三件事都做完了。换路灯等材料，迟了八天，今年先备好料再定日子。',
        lines: [],
      });
  });
  on(ago('11-02'), async () => {
    const call = as('xu', ago('11-02'));
    for (const { id, asked } of (await reports(call, {})).reports)
      if (asked) await giveReceipt(call, { id, round: 1, rating: 'basically', words: '做是做了，路灯迟了几天。' });
  });
}
