import { pinyinOf } from './pinyin';
import { NAME_READINGS, PLACE_READINGS, SURNAME_READINGS } from './pinyin-tables';

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
  ['阿不都热合曼', 'a bu du re he man'],
  ['买买提·阿不都', 'mai mai ti a bu du'],
  ['买买提阿布都拉', 'mai mai ti a bu du la'],
  ['单增卓玛', 'dan zeng zhuo ma'],
  ['朝鲁门', 'chao lu men'],
  ['曲比阿呷', 'qu bi a xia'],
  ['种示例', 'chong shi li'],
  ['区范例', 'ou fan li'],
  ['任乐清', 'ren le qing'],
  ['万俟示例', 'mo qi shi li'],
  ['䶮示例', 'yan shi li'],
])('a person: %s is %s', (name, spelled) => expect(pinyinOf(name, 'person')).toBe(spelled));

test.each([
  ['重庆路', 'chong qing lu'],
  ['单元厂', 'dan yuan chang'],
  ['莘庄', 'xin zhuang'],
  ['单县', 'shan xian'],
  ['菏泽市单县浮岗镇', 'he ze shi shan xian fu gang zhen'],
  ['大埔', 'da bu'],
  ['乐清市', 'yue qing shi'],
  ['乐陵', 'lao ling'],
  ['乐亭县', 'lao ting xian'],
  ['涡阳', 'guo yang'],
  ['洪洞县大槐树镇', 'hong tong xian da huai shu zhen'],
  ['浚县', 'xun xian'],
  ['歙县', 'she xian'],
  ['蔚县', 'yu xian'],
  ['百色', 'bo se'],
  ['黄陂', 'huang pi'],
  ['都匀', 'du yun'],
  ['蚌山', 'beng shan'],
  ['浒墅关', 'xu shu guan'],
  ['宕昌', 'tan chang'],
  ['尉犁', 'yu li'],
  ['吴堡', 'wu bu'],
  ['十里堡', 'shi li pu'],
  ['朝阳区八里堡街道', 'chao yang qu ba li pu jie dao'],
  ['行头村', 'hang tou cun'],
  ['六合区', 'lu he qu'],
  ['六合村', 'liu he cun'],
  ['大城县', 'dai cheng xian'],
  ['大城村', 'da cheng cun'],
  ['什邡', 'shi fang'],
  ['喀什', 'ka shi'],
  ['中牟', 'zhong mu'],
  ['县样例中学 A 部', 'xian yang li zhong xue a bu'],
  ['（东片）２ 组', 'dong pian zu'],
  ['', ''],
])('a place: %s is %s', (name, spelled) => expect(pinyinOf(name, 'place')).toBe(spelled));

test('our own readings have a syllable for each character, and enough of them', () => {
  for (const [word, reading] of [...PLACE_READINGS, ...NAME_READINGS, ...SURNAME_READINGS]) {
    expect([word, reading.split(' ').length]).toEqual([word, [...word].length]);
    expect(reading).toMatch(/^[a-z]+( [a-z]+)*$/);
  }
  expect(PLACE_READINGS.size).toBeGreaterThan(250);
});
