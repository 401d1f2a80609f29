import { dayOf } from '../../../shared/kernel/days';
import { accept } from '../../assignments/department/accept';
import { awaitHotline } from '../../requests/station/await-hotline';
import { merge } from '../../requests/station/merge';
import { unmerge } from '../../requests/station/unmerge';
import { type Id, newest, type Teller } from './teller';

/** What the station has beside single matters: some that are one (合成一件), one that two departments do a part of each (分办), one that 12345 has, one for the office alone. */
export function tellTogether(teller: Teller, ditch: Id): void {
  const { at, say, handOn, advise, byDepartment, byClerk } = teller;
  const lead = say('chen', '徐示例', {
    daysAgo: 10,
    category: 'road',
    words: '老街到菜场的路塌了一块，三轮车过不去，买菜要绕一大圈。',
    where: '老街，菜场门口',
  });
  const others = [
    say('lin', '毛范例', { daysAgo: 9, category: 'road', words: '菜场门口的路塌了个坑，昨天翻了一辆三轮车。' }),
    say('jian', '徐示例', { daysAgo: 8, category: 'road', words: '菜场边上的路陷下去一块，下雨看不见坑，怕出事。' }),
  ];
  const drain = say('lin', '徐示例', {
    daysAgo: 8,
    category: 'water',
    words: '菜场后面的水沟堵了，一下雨就漫到路上来。',
  });
  byClerk(lead, 7, async (call, seen) => {
    const from = await Promise.all([...others, drain].map((one) => newest(call, one)));
    await merge(call, { ...seen, from });
  });
  // Water on the road was not the hole in it.
  byClerk(drain, 6, unmerge);
  // To be looked at: its resident says so, and nobody has yet.
  say('chen', '毛范例', {
    daysAgo: 5,
    category: 'land',
    words: '水渠上头也塌了，我家三亩田同样放不进水，请一道修。',
    sameAs: ditch,
  });

  say(
    'lin',
    '毛范例',
    { daysAgo: 13, category: 'road', words: '集镇人行道的砖翘了，公路边的水沟盖板也断了两块，老人走路要绊倒。' },
    (id) => {
      handOn('mao', id, 12, '县住建局', '人行道归住建，公路边的水沟归交通，各修各的。', {
        name: '县交通运输局',
        asked: '公路边的水沟盖板断了两块，请换新的。',
        part: true,
      });
      byDepartment('lu', id, 10, accept);
      advise('fang', id, 4, '两块盖板都换了新的，旁边松的三块也压实了。');
    },
  );

  const pressure = say('chen', '徐示例', {
    daysAgo: 6,
    category: 'water',
    words: '自来水到傍晚没有压力，二楼上不去，热水器打不着火。',
  });
  const number = `GD${dayOf(at(5).clock()).replaceAll('-', '')}00318`;
  byClerk(pressure, 5, (call, seen) => awaitHotline(call, { ...seen, number }));

  // Words of which a part reads so go to nobody but the office (像检举).
  say('lin', null, {
    daysAgo: 2,
    category: 'other',
    words: '修水渠的账一直没有贴出来，听人说有人收了好处费，请查一查。',
  });
}
