import fc from 'fast-check';
import { CATEGORIES, type Category } from './contract';
import { kindLike } from './kinds';

/** As villagers write; made up. */
const SAID: Record<Category, string[]> = {
  road: [
    '村口到文化礼堂这段路晚上没有灯。',
    '路灯坏了三盏，老人晚上不敢出门。',
    '桥上的栏杆松了，请来修一修。',
    '井盖松了，车压过去响。',
    '水泥路裂了好几条缝，电瓶车骑不过去。',
    '公交站牌挪了地方，没写新的在哪里。',
    '大货车天天从村里过，路面压得都是坑。',
  ],
  water: [
    '自来水放出来是黄的。',
    '上新屋的井水发黄，烧开有一层白的。',
    '水渠塌了一段，下面的田放不进水。',
    '家里停水三天了，没有人说什么时候来。',
    '河道里都是淤泥，一下雨就漫上来。',
    '水管裂了，路上都是水。',
  ],
  waste: [
    '门口的垃圾桶一直没人收。',
    '公厕臭得进不去。',
    '文化礼堂的厕所漏水，地上一直是湿的。',
    '养猪场的污水直接排出来。',
    '晚上有人烧秸秆，烟很大。',
    '我家门前的排水沟堵住了。',
  ],
  health: [
    '卫生室周末没人，配不到药。',
    '医保卡在外地住院报销不了。',
    '看病要走十几里。',
    '村医退休以后没有人来了。',
    '慢性病买药要跑到县里。',
  ],
  school: [
    '孩子上学没有校车。',
    '幼儿园今年不招生了，不知道去哪里读书。',
    '小学食堂的午饭太凉。',
    '放学的时候校门口车太多。',
    '学区怎么划的，问不到人。',
  ],
  care: [
    '隔壁阿婆门槛高，轮椅进不去。',
    '低保停了，没说为什么。',
    '残疾证办了半年还没下来。',
    '独居的老人没有人送餐。',
    '养老金这个月没到。',
  ],
  land: [
    '宅基地的证上名字写错了一个字。',
    '征地的补偿款还没给。',
    '山林的界址和隔壁村说不清。',
    '危房改造报上去两年没有回音。',
    '承包的田被人占了一垄。',
  ],
  work: [
    '工地上的工钱拖欠半年了。',
    '老板不给工资，电话也不接。',
    '在厂里受了工伤，没有人管。',
    '想找工作，不知道哪里有培训。',
    '打工的合同到期不给签。',
  ],
  other: ['想问一句，什么时候开会。', '没什么，就是想谢谢您。', '', '啊啊啊啊啊啊啊啊啊啊'],
};

const all = CATEGORIES.flatMap((kind) => SAID[kind].map((words): [string, Category] => [words, kind]));

test.each(all)('%s is like %s', (words, kind) => {
  expect(kindLike(words)).toBe(kind === 'other' ? null : kind);
});

test('any words at all have a kind or none, whatever stands between them', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => [null, ...CATEGORIES].includes(kindLike(words))));
  expect(kindLike('路 灯\u200b坏了')).toBe('road');
});
