import { personalIn, personalSpans } from './personal';

const found = (words: string, names: (string | null)[] = []) => personalIn(words, names).map((one) => one.words);

test('numbers, however they are written', () => {
  expect(personalIn('电话 139 1111 3333，身份证 330822199001011234。')).toEqual([
    { kind: 'citizen', words: '330822199001011234' },
    { kind: 'phone', words: '139 1111 3333' },
  ]);
  expect(found('打１３９１１１１３３３３或 0570-5012345')).toEqual(['13911113333', '0570-5012345']);
  expect(found('微信：lucky_888，车牌浙H12345')).toEqual(['微信:lucky_888'.replace(':', '：'), '浙H12345']);
});

test('names that are said with a title or a house, and those that are known', () => {
  expect(found('村南姚阿公家门口的水沟堵了，老叶说的。')).toEqual(['姚阿公', '老叶']);
  expect(found('王小明家的狗，找张书记没用。')).toEqual(['张书记', '王小明家']);
  expect(found('我叫沈一一，请来看看。')).toEqual(['沈一一']);
  expect(found('请来找余试样。', ['余试样', null])).toEqual(['余试样']);
});

test('doors are, days are not', () => {
  expect(personalIn('在 5 号楼 2 单元 301 室。').map(({ kind }) => kind)).toEqual(['door']);
  expect(found('12 月 8 号停的水。')).toEqual([]);
});

test('plain words have nothing of anybody', () => {
  expect(found('村口的路灯坏了三盏，老人晚上看不见，请来看看。大家都说路不好走。')).toEqual([]);
  expect(found('2026-11-20 水库边的路塌了，马路上的车过不去，国家的钱。')).toEqual([]);
});

test('numbers that are written in characters', () => {
  expect(found('打一三八零零零零零零零一找我')).toEqual(['一三八零零零零零零零一']);
  expect(found('幺三九 洞零零零 1234')).toEqual(['幺三九 洞零零零 1234']);
  expect(found('壹叁捌〇〇〇〇〇〇〇壹')).toEqual(['壹叁捌〇〇〇〇〇〇〇壹']);
  expect(found('三三零八二二一九九零零一零一一二三四')).toEqual(['三三零八二二一九九零零一零一一二三四']);
  expect(found('一天两班，三次都说报上去了，一二三四五。')).toEqual([]);
});

test('where they stand in the words as they were written', () => {
  const words = '𝟙很好😀，打１３８　００００　０００１，身份证３３０８２２１９９００１０１１２３Ｘ。';
  expect(personalSpans(words).map(({ from, to }) => words.slice(from, to))).toEqual([
    '３３０８２２１９９００１０１１２３Ｘ',
    '１３８　００００　０００１',
  ]);
});
