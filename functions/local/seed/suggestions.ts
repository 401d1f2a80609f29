import { addDays, dayOf } from '../../../shared/kernel/days';
import { accept } from '../../assignments/department/accept';
import { answer } from '../../assignments/department/answer';
import { ask } from '../../assignments/department/ask';
import { extend } from '../../assignments/department/extend';
import { giveBack } from '../../assignments/department/give-back';
import { progress } from '../../assignments/department/progress';
import { comment } from '../../suggestions/cosigner/comment';
import { contact } from '../../suggestions/department/contact';
import { confirmContact } from '../../suggestions/lead/confirm-contact';
import { rate } from '../../suggestions/lead/rate';
import { mark } from '../../suggestions/office/mark';
import { redirect } from '../../suggestions/office/redirect';
import { suggest } from './suggest';
import type { Id, Teller } from './teller';

const [XU, ZHENG, SHAN, ZENG] = ['徐示例', '郑样本', '单示例', '曾范例'] as const;
const [HOUSING, ROADS] = ['县住建局', '县交通运输局'] as const;

/** Formal suggestions (代表建议) in every state a reader of the demo may meet, the oldest first; residents' matters are in two of them. */
export function tellSuggestions(teller: Teller, { well, clinic }: { well: Id; clinic: Id }): void {
  tellEnded(teller);
  tellAnswered(teller);
  tellUnderWay(teller, well);
  tellNew(teller, clinic);
}

type Told = ReturnType<typeof suggest>;

const spoke = (told: Told, who: string, day: number, way: 'visit' | 'phone' | 'meeting', words: string) =>
  told.by(who, day, (call, { id, today }) => contact(call, { id, on: today, way, words }));

const confirmed = (told: Told, lead: string, day: number) =>
  told.by(lead, day, (call, { id, contacts }) =>
    confirmContact(call, { id, contact: contacts[0]?.id ?? '', confirmed: true }),
  );

type Rating = Parameters<typeof rate>[1]['result'];
const rated = (told: Told, lead: string, day: number, result: Rating, words?: string) =>
  told.by(lead, day, (call, { id, version }) => rate(call, { id, version, attitude: 'satisfied', result, words }));

const said = (told: Told, who: string, day: number, result: Rating, words?: string) =>
  told.by(who, day, (call, { id }) => comment(call, { id, attitude: 'satisfied', result, words }));

function tellEnded(teller: Teller): void {
  const crossing = suggest(teller, {
    lead: XU,
    daysAgo: 235,
    occasion: 'session',
    origin: 'research',
    signed: [SHAN],
    title: '草坪村小门口画斑马线、装减速带',
    facts: '校门正对着公路，早晚各有两百多个学生过路。车从坡上下来收不住，去年刮倒过两个孩子。',
    proposal: '校门前后各装一道减速带，画斑马线，立一块“前方学校”的牌子。',
  });
  crossing.handIn(233).assign(230, ROADS);
  spoke(crossing, 'fang', 205, 'visit', '放学时在校门口看了，减速带装在坡底和校门两头。');
  confirmed(crossing, XU, 204);
  crossing.byDepartment('fang', 190, (call, held) =>
    answer(call, {
      ...held,
      resultClass: 'A',
      words: '两道减速带、斑马线和三块牌子都做好了，开学前一个星期已经在用。',
    }),
  );
  said(crossing, SHAN, 188, 'satisfied');
  rated(crossing, XU, 187, 'satisfied', '去看过两次，车都慢下来了。');

  const sewer = suggest(teller, {
    lead: SHAN,
    daysAgo: 225,
    occasion: 'session',
    origin: 'forum',
    title: '招贤镇老街接上污水管',
    facts: '老街六十多户的水都排到溪里，夏天发臭，溪边的埠头没人洗菜了。',
    proposal: '把老街接到镇上的污水管里，先做沿溪的三十户。',
  });
  sewer.handIn(224).assign(220, HOUSING);
  spoke(sewer, 'lu', 180, 'phone', '说了管子的走向，老街窄，要先量。');
  const no = (day: number, words: string) =>
    sewer.byDepartment('lu', day, (call, held) => answer(call, { ...held, resultClass: 'C', words }));
  no(165, '老街路面只有两米宽，大管子进不去，今年没有这笔钱，先记下来。');
  rated(sewer, SHAN, 160, 'dissatisfied', '只说路窄没钱，没有来量过，也没有说哪一年能做。');
  spoke(sewer, 'lu', 145, 'meeting', '在镇里开了会，量了路面，谈了小管子的做法。');
  no(134, '小管子能进，要和老街修路一起做，修路还没有排进计划，定不下日子。');
  rated(sewer, SHAN, 131, 'dissatisfied', '还是没有日子。请坐到一起，把修路和接管子一道定下来。');

  const land = suggest(teller, {
    lead: ZENG,
    daysAgo: 46,
    title: '请县里划清两户人家的地界',
    facts: '辉埠镇有两户人家为屋后一条路的地界争了三年，村里调解过四次没有成。',
    proposal: '请县里派人去量，定下来归谁。',
  });
  land.handIn(45).by('admin', 42, (call, { id, version }) =>
    redirect(call, {
      id,
      version,
      to: 'court',
      reason: '两户之间的地界，调解不成由法院定。法律援助的电话已经告诉您。',
    }),
  );
}

function tellAnswered(teller: Teller): void {
  const dump = suggest(teller, {
    lead: XU,
    daysAgo: 86,
    signed: [SHAN],
    title: '白石镇垃圾中转站搬离菜场',
    facts: '中转站贴着菜场后墙，天热味道大，运垃圾的车早上和买菜的人挤在一条路上。',
    proposal: '另找一块地，年底前搬走；搬走以前改成夜里运。',
  });
  dump.handIn(84).assign(80, HOUSING);
  spoke(dump, 'lu', 50, 'visit', '在中转站看了，问了菜场里的八户人家。');
  dump.byDepartment('lu', 22, (call, held) =>
    answer(call, {
      ...held,
      resultClass: 'D',
      words: '搬走要先有地，一时没有合适的，先留作参考。夜里运已经和车队说了。',
    }),
  );
  said(dump, SHAN, 19, 'basically', '夜里运是做了，地没有着落。');
  rated(dump, XU, 15, 'dissatisfied', '夜里运只做了一个星期又停了，找地的事没有下文。');
  dump.byDepartment('lu', 4, (call, held) => ask(call, { ...held, words: '镇北老砖厂那块空地，村里同不同意用？' }));

  const shelter = suggest(teller, {
    lead: XU,
    daysAgo: 66,
    origin: 'forum',
    signed: [SHAN],
    title: '草坪村口建一个候车亭',
    facts: '草坪、新塘岭、十八里三个村的人都在草坪村口等车，没有遮的，下雨天老人孩子站在路边。',
    proposal: '在村口建一个能坐十个人的候车亭，把站牌和时刻表一起装上。',
  });
  shelter.handIn(64).assign(60, ROADS, undefined, { name: HOUSING, asked: '村口那块地够不够建，要办什么手续。' });
  shelter.advise('lu', 40, '村口公路边有一块空地，长六米、宽三米，够用；不占农田，手续我们来办。');
  spoke(shelter, 'fang', 20, 'visit', '和徐代表、村里一起看了地方，定在大樟树南边。');
  confirmed(shelter, XU, 19);
  shelter.byDepartment('fang', 4, (call, held) =>
    answer(call, {
      ...held,
      resultClass: 'B',
      words: '地方和样子都定了，钱已经排进明年的计划，材料到了就动工。',
      promises: [{ words: '草坪村口的候车亭建好，能坐十个人', dueOn: addDays(dayOf(call.now), 90) }],
    }),
  );
  said(shelter, SHAN, 2, 'satisfied', '地方选得好，到时候去看。');
}

function tellUnderWay(teller: Teller, well: Id): void {
  const bus = suggest(teller, {
    lead: ZENG,
    daysAgo: 92,
    title: '辉埠镇末班车往后推一个钟头',
    facts: '末班车下午五点半就没了，在县城做工、看病的人赶不上，只好花钱包车。',
    proposal: '末班车推到六点半，先试三个月，看有多少人坐。',
  });
  bus.handIn(90).assign(85, ROADS);
  spoke(bus, 'fang', 30, 'phone', '问了哪几个村的人最多，说好去跟一趟车。');
  bus.byDepartment('fang', 3, (call, held, { dueOn, today }) =>
    extend(call, {
      ...held,
      until: addDays(dueOn ?? today, 10),
      reason: '跟车数人要满一个月，司机的班也要重排。',
    }),
  );

  const canteen = suggest(teller, {
    lead: ZHENG,
    daysAgo: 24,
    title: '村里的老年食堂周末也开门',
    facts: '村里一个人住的老人有四十多位，食堂周六、周日不开，他们只好吃剩饭。',
    proposal: '周末请村里的妇女轮流做一顿，县里贴一点菜钱。',
  });
  canteen.handIn(23).assign(20, HOUSING);
  canteen.byDepartment('lu', 18, (call, held) => giveBack(call, { ...held, reason: '老年食堂归民政局管，不归住建。' }));

  const water = suggest(teller, {
    lead: XU,
    daysAgo: 19,
    signed: [ZHENG, SHAN],
    requests: [well],
    title: '上新屋、坎下接通自来水',
    facts: '两处十九户吃井水，十月起发黄，烧开有一层白。村里说等自来水，等了一年。',
    proposal: '先查水、送水，年底前把管子接到这两处。',
  });
  water.handIn(17).assign(14, HOUSING, '先把水查了，再定管子怎么走。', {
    name: ROADS,
    asked: '水管要从公路桥边上过，能不能挂在桥上。',
  });
  water.byDepartment('lu', 13, accept);
  water.by('admin', 12, (call, { id, version }) =>
    mark(call, { id, version, on: true, words: '十九户人家吃水的事，主任会议定的。' }),
  );
  spoke(water, 'lu', 8, 'visit', '在上新屋和徐代表看了井和水管的走向，取了三瓶水去查。');
  confirmed(water, XU, 7);
  water.byDepartment('lu', 5, (call, held) =>
    progress(call, { ...held, words: '水查过了，铁多了，烧开能喝。送水车隔天去一趟，管子下个星期开挖。' }),
  );
}

function tellNew(teller: Teller, clinic: Id): void {
  suggest(teller, {
    lead: XU,
    daysAgo: 3,
    signed: [SHAN],
    asked: [ZHENG, ZENG],
    title: '山塘的护栏由县里统一装',
    facts: '村里的山塘大多没有护栏，今年夏天有孩子掉下去过，村里自己没有钱装。',
    proposal: '靠路、靠学校的山塘先装，县里出一半，镇里出一半。',
  });
  suggest(teller, {
    lead: ZHENG,
    daysAgo: 3,
    signed: [ZENG],
    asked: [XU],
    title: '镇卫生院晚上有人看儿科',
    facts: '孩子发烧多在晚上，镇卫生院五点以后没有儿科，抱到县里要四十分钟。',
    proposal: '每个镇卫生院晚上留一位能看孩子的医生，到九点。',
  });
  suggest(teller, {
    lead: XU,
    daysAgo: 2.5,
    signed: [ZHENG],
    requests: [clinic],
    title: '村卫生室周末有人值班',
    facts: '村卫生室周六、周日锁着门，排了班也没有人来，配降压药要跑到镇上。',
    proposal: '两三个村的医生轮着来，周末开半天，谁值班贴在门上。',
  }).handIn(1);
}
