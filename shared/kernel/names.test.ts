import { deputyTitle } from './names';

test('a deputy is spoken of by surname, a double one too', () => {
  expect(['徐示例', '欧阳示例', '万俟示例', '𠮷示例', ''].map(deputyTitle)).toEqual([
    '徐代表',
    '欧阳代表',
    '万俟代表',
    '𠮷代表',
    '代表',
  ]);
});
