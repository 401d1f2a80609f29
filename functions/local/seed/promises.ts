import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, dayOf } from '../../../shared/kernel/days';
import { REPORT_FROM } from '../../../shared/promises/report/limits';
import { sendOpinion } from '../../appraisals/rectifying/send-opinion';
import { beginPicture } from '../../pictures/begin-picture';
import { keepPicture } from '../../pictures/keep-picture';
import { incomingKey } from '../../pictures/pictures';
import { clockCall, type Services } from '../../platform/call';
import { watch } from '../../promises/clock/watch';
import { watchReports } from '../../promises/clock/watch-reports';
import { sayDone } from '../../promises/department/say-done';
import { askWhy } from '../../promises/office/ask-why';
import { answerOpinion } from '../../promises/opinions/answer-opinion';
import { mine } from '../../promises/reading/mine';
import { handInReport } from '../../promises/report/hand-in';
import { report, reports } from '../../promises/report/reports';
import { look } from '../../promises/station/look';
import { callAs } from './call-as';
import { COUNTY } from './county';
import { departmentsNamed } from './departments';

/** Drawn for the demo. */
const PICTURES = join(__dirname, 'pictures');
const ROADS = '县交通运输局';
const BUS = '草坪到县城公交，早上加一班';
const ROOFS = '候车亭漏雨，换 12 个顶棚';
const POTHOLES = '村道坑洼报修，7 天内补好';
const SEATS = '县城车站候车室，加两排座椅';

/** What the report says of what is not kept yet. */
const SAID: Partial<Record<string, string>> = {
  [ROOFS]: '顶棚要订做，厂里月底交货，下个月十号前换完。',
  [POTHOLES]: '已经补了一大半，剩下的等天晴。',
};
const NOT_YET = '在做，日子没有变。';

/**
 * What came of last year's appraisal: one department answered with four promises, of which one was kept, one is said to be done (both with a
 * picture), one was not kept and one still has time; another has an opinion to answer. In the last quarter it has reported on them.
 */
export async function seedPromises(services: Services, last: string): Promise<void> {
  const today = dayOf(services.clock());
  const on = (day: string): Services => ({ ...services, clock: () => new Date(`${day}T10:00:00+08:00`) });
  const ago = (days: number) => addDays(today, -days);
  const [roads = '', housing = ''] = [ROADS, '县住建局'].flatMap((name) => departmentsNamed([name]));
  const { id, version } = await sendOpinion(callAs(on(ago(360)), 'admin'), {
    id: last,
    departmentId: roads,
    words: '班车一天两班，赶不上早上去县城看病；候车亭漏雨；坑报了没人补。请说清楚改什么、哪天前改好。',
  });
  await answerOpinion(callAs(on(ago(345)), 'fang'), {
    id,
    version,
    words: '到各镇看过了，四件事都改，日子写在下面。',
    promises: [
      { words: BUS, dueOn: ago(300) },
      { words: POTHOLES, dueOn: addDays(today, 30) },
      { words: ROOFS, dueOn: ago(20) },
      { words: SEATS, dueOn: addDays(today, 5) },
    ],
  });
  const step = async (words: string) => {
    const { promises } = await mine(callAs(services, 'fang'));
    const { id, version } = promises.find((one) => one.words === words) ?? { id: '', version: 0 };
    return { id, version };
  };
  const say = async (at: Services, promise: string, picture: string, done: { words: string; link?: string }) =>
    sayDone(callAs(at, 'fang'), { ...(await step(promise)), ...done, pictures: [await sent(at, picture)] });
  const daily = { words: '早上 6 点 40 分那班，天天有。', link: 'https://example.gov.cn/bus' };
  await say(on(ago(310)), BUS, 'bus.jpg', daily);
  await look(callAs(on(ago(303)), 'clerk'), { ...(await step(BUS)), done: true, words: '坐了一趟，真的有。' });
  await watch(clockCall(on(ago(10)), COUNTY));
  await askWhy(callAs(on(ago(8)), 'admin'), { ...(await step(ROOFS)), words: '顶棚为什么还没换？' });
  await say(on(ago(2)), SEATS, 'seats.jpg', { words: '两排十个座位，装好了。' });
  await sendOpinion(callAs(on(ago(3)), 'admin'), {
    id: last,
    departmentId: housing,
    words: '村里的路灯坏了几天内修好、谁来修，请答。',
  });
  await seedReport((days) => (ago(days) < reportsFrom(today) ? services : on(ago(days))));
}

const reportsFrom = (today: Day) => `${today.slice(0, 4)}-${REPORT_FROM}`;

/** What the department says became of two years' promises (年终承诺报告); departments do in the last quarter, and not before. */
async function seedReport(at: (daysAgo: number) => Services): Promise<void> {
  await watchReports(clockCall(at(3), COUNTY));
  const call = callAs(at(1), 'fang');
  for (const { id } of (await reports(call, {})).reports) {
    const { version, lines } = await report(call, { id });
    const said = lines.map(({ promiseId, version, words }) => ({ promiseId, version, words: SAID[words] ?? NOT_YET }));
    await handInReport(call, {
      id,
      version,
      words: '两年里答应的事，一件一件看过了。候车亭的顶棚没有按时换，是我们排得太紧。',
      lines: said.filter((_, index) => lines[index]?.owes),
    });
  }
}

/** A picture the department's person sent, ready to go with words; whoever serves this has it checked. */
async function sent(services: Services, name: string): Promise<string> {
  const call = callAs(services, 'fang');
  const { id } = await beginPicture(call);
  const bytes = readFileSync(join(PICTURES, name));
  await services.storage.put(incomingKey(COUNTY, id), bytes, 'application/octet-stream');
  await keepPicture(call, { id });
  return id;
}
