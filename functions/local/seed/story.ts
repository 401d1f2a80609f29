import { accept } from '../../assignments/department/accept';
import { answer as answerFor } from '../../assignments/department/answer';
import { ask as askResident } from '../../assignments/department/ask';
import { giveBack } from '../../assignments/department/give-back';
import { progress } from '../../assignments/department/progress';
import type { Services } from '../../platform/call';
import { ask } from '../../requests/answering/ask';
import { refer } from '../../requests/answering/refer';
import { open } from '../../requests/reading/open';
import { rate } from '../../requests/resident/rate';
import { withdraw } from '../../requests/resident/withdraw';
import { note } from '../../requests/station/note';
import { tellLastYear } from './last-year';
import { tellSuggestions } from './suggestions';
import { type Id, type Teller, teller } from './teller';
import { tellTogether } from './together';

/** Made-up matters of every kind and in every state, so that no screen of the demo is empty. Each went through the verbs, on the day it says. */
export async function seedStory(services: Services): Promise<void> {
  const told = teller(services);
  const { well, clinic, ditch } = tellRequests(told);
  tellTogether(told, ditch);
  tellSuggestions(told, { well, clinic });
  tellLastYear(told);
  await told.run();
}

function tellRequests(teller: Teller): Record<'well' | 'clinic' | 'ditch', Id> {
  const { as, on, say, enter, reply, publish, handOn, assignTo, advise, byDepartment } = teller;
  say(
    'chen',
    '徐示例',
    {
      daysAgo: 12,
      category: 'road',
      words: '村口到文化礼堂这段路，五盏路灯坏了三盏，有一个多月了。老人晚上去跳舞看不见，上礼拜摔了一个。',
      where: '村口，文化礼堂往东',
    },
    (id) => {
      on(11, () => open(as('xu', 11), { id: id() }));
      on(10, () => note(as('xu', 10), { id: id(), words: '跟村里问过，灯是前年装的，还在保修。' }));
    },
  );
  say(
    'chen',
    '毛范例',
    {
      daysAgo: 20,
      category: 'water',
      words: '水塘边护栏断了两根，小孩放学从那里过，怕掉下去。请来看看。',
      where: '村小后面的水塘',
    },
    (id) => reply('mao', id, 2, '昨天去看过了，镇里答应这个月换新的，先拉了绳子。换好我再来看一次。'),
  );
  say(
    'chen',
    '徐示例',
    { daysAgo: 60, category: 'waste', words: '垃圾房没人收，天热了味道大，门口过不去人。', public: true },
    (id) => {
      reply('xu', id, 52, '跟镇里说了，改成两天收一次，上周起已经在收。');
      on(50, () =>
        rate(as('chen', 50), { id: id(), round: 1, outcome: 'solved', attitude: 'satisfied', result: 'satisfied' }),
      );
      publish(id, 49, '垃圾房没人收', '垃圾房没人收，天热了味道大。', '跟镇里说了，改成两天收一次，上周起已经在收。');
    },
  );
  const clinic = say(
    'lin',
    '徐示例',
    { daysAgo: 30, category: 'health', words: '卫生室周末没人，配不到药，要跑到镇上去。' },
    (id) => {
      reply('xu', id, 24, '卫生室说周末已经排班，您这周六可以去配药。');
      on(3, () =>
        rate(as('lin', 3), {
          id: id(),
          round: 1,
          outcome: 'not_solved',
          attitude: 'satisfied',
          result: 'unsatisfied',
          words: '这周六去还是锁着门。',
        }),
      );
    },
  );
  const well = say('lin', '徐示例', {
    daysAgo: 21,
    category: 'water',
    words: '井水发黄，烧开有一层白的。上新屋这边七八户都是吃井水，村里说等自来水，等了一年了。',
  });
  say(
    'lin',
    '徐示例',
    { daysAgo: 35, category: 'road', words: '上新屋到大路的桥栏杆松了，晚上骑车不敢过。', public: true },
    (id) => {
      reply('xu', id, 28, '村里已经用水泥固定了，请您去看看牢不牢。');
      publish(id, 27, '桥栏杆松了', '上新屋到大路的桥栏杆松了，晚上骑车不敢过。', '村里已经用水泥固定了。');
    },
  );
  const ditch = say(
    'lin',
    '毛范例',
    { daysAgo: 9, category: 'land', words: '水渠塌了一段，下面十几亩田放不进水，快要种油菜了。', public: true },
    (id) => publish(id, 8, '水渠塌了一段', '水渠塌了一段，下面十几亩田放不进水。'),
  );
  say(
    'chen',
    '徐示例',
    { daysAgo: 11, category: 'road', words: '桥头井盖松了，车过就响，晚上吵得睡不着，也怕有人踩空。', where: '老桥头' },
    (id) => {
      handOn('xu', id, 10, '县交通运输局', '请去看看井盖，能不能这个月换好。');
      byDepartment('fang', id, 7, (call, seen) => giveBack(call, { ...seen, reason: '井盖不归交通管，归住建局管。' }));
      assignTo(id, 6, '县住建局', '交通局看过，井盖归住建局管。', {
        name: '县交通运输局',
        asked: '换井圈要封半边路，哪天能封。',
      });
      advise('fang', id, 3, '周末上午车少，可以封半边，我们派人在两头放牌子。');
      byDepartment('lu', id, 5, accept);
      byDepartment('lu', id, 2, (call, seen) =>
        progress(call, { ...seen, words: '已到现场看过，井圈也坏了，要一起换，材料已报。' }),
      );
    },
  );
  say(
    'lin',
    '徐示例',
    { daysAgo: 14, category: 'land', words: '公租房的楼道一下雨就漏水，墙发霉了，老人孩子住着不放心。' },
    (id) => {
      handOn('xu', id, 13, '县住建局');
      byDepartment('lu', id, 1, (call, seen) =>
        answerFor(call, { ...seen, resultClass: 'B', words: '屋面防水已经排进下个月的维修，这几天先铺了防水布。' }),
      );
    },
  );
  say(
    'lin',
    '徐示例',
    { daysAgo: 6, category: 'road', words: '草坪到县城的公交早上只有一班，学生和看病的人都挤不上去。' },
    (id) =>
      handOn('xu', id, 3, '县交通运输局', '请看看早上能不能加一班。', {
        name: '县住建局',
        asked: '草坪村口要做一个候车的棚，地方够不够。',
      }),
  );
  say(
    'lin',
    '毛范例',
    { daysAgo: 7, category: 'water', words: '文化礼堂旁的消防栓一直漏水，路面结了青苔，走路打滑。', where: '文化礼堂' },
    (id) => {
      handOn('mao', id, 5, '县住建局');
      byDepartment('lu', id, 1, (call, seen) =>
        askResident(call, { ...seen, words: '漏的是栓口，还是地下的管子？拍一张就行。' }),
      );
    },
  );
  say(
    'chen',
    '毛范例',
    { daysAgo: 4, category: 'road', words: '村口涵洞一下雨就淹，车过不去，学生要绕两里路。', where: '村口涵洞' },
    (id) => on(1, () => refer(as('mao', 1), { id: id(), words: '请查一查涵洞归谁管。' })),
  );
  say(
    'chen',
    '毛范例',
    { daysAgo: 8, category: 'care', words: '隔壁阿婆一个人住，门槛高，轮椅进不去，想请人来看看能不能改。' },
    (id) => on(4, () => ask(as('mao', 4), { id: id(), words: '阿婆家是自己的房子，还是租的？大门有多宽？' })),
  );
  say('chen', null, {
    daysAgo: 3,
    category: 'road',
    words: '公交站牌挪了地方，没写新的在哪里，老人等了半天车。',
    public: true,
  });
  say('lin', null, { daysAgo: 16, category: 'waste', words: '河边有人倒建筑垃圾，一车一车的，没人管。' });
  say('lin', '郑样本', { daysAgo: 5, category: 'health', words: '想问量血压的流动车这个月还来不来村里。' });
  say('lin', '毛范例', {
    daysAgo: 6,
    category: 'other',
    words: '样例待看，村里的活动室钥匙没人管，周末打不开门。',
  });
  say('chen', '毛范例', { daysAgo: 7, category: 'waste', words: '路边树枝挡了监控，先跟您说一声。' }, (id) =>
    on(7, () => withdraw(as('chen', 7), { id: id(), words: '村里已经锯掉了。' })),
  );
  enter('jian', '余大伯', '0123', { daysAgo: 4, category: 'care', words: '眼睛看不清，想问白内障手术能报多少。' });
  enter('clerk', '占阿姨', '0045', {
    daysAgo: 2,
    category: 'land',
    words: '宅基地的证上名字写错一个字，跑了两趟没改成。',
  });
  return { well, clinic, ditch };
}
