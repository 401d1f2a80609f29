import { pinyinOf } from './pinyin';

test.each([
  ['单样本', 'shan yang ben'],
  ['仇示例', 'qiu shi li'],
  ['曾范例', 'zeng fan li'],
  ['解小东', 'xie xiao dong'],
  ['翟示例', 'zhai shi li'],
  ['查示例', 'zha shi li'],
  ['尉迟举例', 'yu chi ju li'],
  ['吕布', 'lv bu'],
  ['阿依·古丽', 'a yi gu li'],
])('a person: %s is %s', (name, spelled) => expect(pinyinOf(name, 'person')).toBe(spelled));

test.each([
  ['重庆路', 'chong qing lu'],
  ['单元厂', 'dan yuan chang'],
  ['县样例中学 A 部', 'xian yang li zhong xue a bu'],
  ['（东片）２ 组', 'dong pian zu'],
  ['', ''],
])('a place: %s is %s', (name, spelled) => expect(pinyinOf(name, 'place')).toBe(spelled));
