import { congressDeputy, sayLevels, sayReception, sayVillages } from './rules-print';

test('a deputy is of a congress, however its name is written', () => {
  expect(congressDeputy('常山县人大')).toBe('常山县人大代表');
  expect(congressDeputy('常山县人民代表大会')).toBe('常山县人大代表');
});

test('villages are short, but never one character', () => {
  expect(sayVillages(['草坪村', '新村', '城东社区', '县示例医院'])).toEqual(['草坪', '新村', '城东社区', '县示例医院']);
});

test('levels in one breath, each once', () => {
  expect(sayLevels([{ level: 'county', seal: '县' }])).toBe('县人大代表');
  expect(sayLevels([{ level: 'county', seal: '旗' }])).toBe('旗人大代表');
  expect(sayLevels([{ level: 'town', seal: '苏' }])).toBe('苏木人大代表');
  const all = [
    { level: 'nation', seal: '国' },
    { level: 'county', seal: '县' },
    { level: 'town', seal: '乡' },
    { level: 'town', seal: '乡' },
  ] as const;
  expect(sayLevels(all)).toBe('全国、县、乡人大代表');
});

test.each([
  ['09:00', '11:00', '上午 9–11 点'],
  ['14:00', '16:00', '下午 2–4 点'],
  ['08:30', '11:00', '上午 8:30–11:00'],
  ['09:00', '11:30', '上午 9:00–11:30'],
  ['09:00', '16:00', '上午 9 点到下午 4 点'],
  ['08:30', '17:00', '上午 8:30 到下午 5 点'],
  ['09:00', '12:00', '上午 9 点到中午 12 点'],
])('people are received from %s to %s', (from, to, said) => {
  expect(sayReception({ dayOfMonth: 10, from, to })).toBe(`每月 10 日 ${said}`);
});
