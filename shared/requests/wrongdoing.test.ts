import { readsLikeWrongdoing } from './wrongdoing';

describe('what reads like a report of wrongdoing by somebody in office', () => {
  test.each([
    '村里修路的钱有人贪污了，请查一查。',
    '我要检举村会计。',
    '村会计冒领了我妈的低保。',
    '镇里的干 部 收 红 包才肯盖章。',
    '所长吃拿卡要，办个证要送两条烟。',
    '书记把救济款分给自己亲戚，优亲厚友。',
  ])('does: %s', (words) => expect(readsLikeWrongdoing(words)).toBe(true));

  test.each([
    '村口的路灯坏了三盏，晚上看不见路。',
    '老板克扣工钱，拖了三个月不给。',
    '邻居家的狗老是叫，吵得睡不着。',
    '希望书记和主任来看一看这段路。',
    '给孩子发红包的机器在哪里领。',
    '低保金什么时候发到卡上？',
  ])('does not: %s', (words) => expect(readsLikeWrongdoing(words)).toBe(false));
});
