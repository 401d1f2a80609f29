import { prefixesFor } from './prefix';

test('a station’s letters are those its name begins with, then others that nobody else has', () => {
  const names = {
    白石镇: 'BS',
    天马街道: 'TM',
    紫港街道: 'ZG',
    球川镇: 'QC',
    芳村镇: 'FC',
    辉埠镇: 'HB',
    何家乡: 'HJ',
    东案乡: 'DA',
    新昌乡: 'XC',
  };
  for (const [name, letters] of Object.entries(names)) expect([name, prefixesFor(name)[0]]).toEqual([name, letters]);
  const all = prefixesFor('白石镇');
  expect(all.slice(0, 3)).toEqual(['BS', 'BZ', 'BA']);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(500);
  expect(prefixesFor('①')[0]).toMatch(/^[A-Z]{2}$/);
});
