import { matches } from '../../shared/directory/rules';
import { demoCounty, readingOf } from '../local/seed/county';
import { pinyinOf } from './pinyin';

test.each([
  ['柴示例', 'chai shi li'],
  ['单示例', 'shan shi li'],
  ['仇示例', 'qiu shi li'],
  ['曾示例', 'zeng shi li'],
  ['解示例', 'xie shi li'],
  ['翟示例', 'zhai shi li'],
  ['查示例', 'zha shi li'],
  ['朴示例', 'piao shi li'],
  ['乐示例', 'yue shi li'],
  ['尉迟示例', 'yu chi shi li'],
  ['万俟示例', 'mo qi shi li'],
  ['吕示例', 'lv shi li'],
  ['王长乐', 'wang chang le'],
])('%s is read %s', (name, pinyin) => {
  expect(pinyinOf(name, 'person')).toBe(pinyin);
  expect(matches(pinyin.replace(/ /g, ''), { name, pinyin: pinyinOf(name, 'person') })).toBe(true);
});

test.each([
  ['长风村', 'chang feng cun'],
  ['重庆路社区', 'chong qing lu she qu'],
  ['厦门路社区', 'xia men lu she qu'],
  ['朝阳村', 'chao yang cun'],
  ['和尚桥村', 'he shang qiao cun'],
  ['解放村', 'jie fang cun'],
])('the place %s is read %s', (name, pinyin) => {
  expect(pinyinOf(name, 'place')).toBe(pinyin);
});

test('what the demo says of its own names is what the dictionary says, but where people of the place know better', () => {
  const { divisions, deputies } = demoCounty();
  const differ = divisions.filter(({ name, pinyin }) => pinyin !== pinyinOf(name, 'place')).map(({ name }) => name);
  expect(differ.filter((name) => !/[弄堡都]/.test(name))).toEqual([]);
  for (const { name } of deputies) expect([name, readingOf(name)]).toEqual([name, pinyinOf(name, 'person')]);
});
