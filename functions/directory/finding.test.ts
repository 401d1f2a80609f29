import * as directory from '../../shared/directory/contract';
import { LEVELS } from '../../shared/directory/levels';
import { matches } from '../../shared/directory/rules';
import * as requests from '../../shared/requests/contract';
import { demoCounty } from '../local/seed/county';
import { COUNTY, deputyNamed, matterFor, OTHER_COUNTY, testApi, villageOf } from '../testing/api';

const api = testApi();
const search = async (words: string, county = COUNTY) =>
  (await api.nobody.call(directory.search, { words }, { county })).deputies.map(({ name }) => name);

describe('places by pinyin', () => {
  test('every town, village and unit says how it is read, a syllable a character', async () => {
    const { towns, units } = await api.nobody.call(directory.divisions, {});
    const named = [...towns, ...towns.flatMap(({ villages }) => villages), ...units];
    expect(named).toHaveLength(14 + 198 + 2);
    for (const { name, pinyin } of named) {
      expect(pinyin).toMatch(/^[a-z]+(\/[a-z]+)*( [a-z]+(\/[a-z]+)*)*$/);
      expect([name, pinyin.split(' ').length]).toEqual([name, [...name].length]);
    }
  });

  test.each([
    ['bsz', '白石镇'],
    ['zhaoxian', '招贤镇'],
    ['caop', '草坪村'],
    ['草坪', '草坪村'],
    ['dalongkou', '大弄口村'],
    ['danongkou', '大弄口村'],
    ['jiudu', '九都村'],
    ['erduqiao', '二都桥社区'],
    ['jiangjiabao', '姜家堡村'],
    ['jiangjiapu', '姜家堡村'],
    ['cfc', '长风村'],
    ['changnianqing', '常年青村'],
    ['hesl', '和尚弄村'],
    ['chaoyang', '朝阳村'],
    ['dachu', '大处村'],
    ['slyy', '县示例医院'],
  ])('%s finds %s', async (words, name) => {
    const { towns, units } = await api.nobody.call(directory.divisions, {});
    const named = [...towns, ...towns.flatMap(({ villages }) => villages), ...units];
    expect(named.filter((one) => matches(words, one)).map((one) => one.name)).toContain(name);
  });
});

describe('by name', () => {
  test('characters, pinyin and initials find a deputy, a surname as it is read', async () => {
    for (const words of ['徐示例', '徐示', 'xushili', 'XuShi', 'xsl', 'ｘｓｌ'])
      expect([words, await search(words)]).toEqual([words, expect.arrayContaining(['徐示例'])]);
    expect(await search('shanshili')).toEqual(['单示例']);
    expect(await search('danshili')).toEqual([]);
    expect(await search('qiushili')).toContain('仇示例');
    expect(await search('zengfanli')).toContain('曾范例');
    expect(await search('cengfanli')).toEqual([]);
  });

  test('two people of one name are both found, and their wards tell them apart', async () => {
    const { deputies } = await api.nobody.call(directory.search, { words: '丁同名' });
    expect(deputies.map(({ name }) => name)).toEqual(['丁同名', '丁同名']);
    const villages = deputies.map(({ mandates }) => mandates[0]?.villageNames.join());
    expect(new Set(villages).size).toBe(2);
    expect(new Set(deputies.map(({ id }) => id)).size).toBe(2);
  });

  test('nobody whose term has ended, nobody of another county, at most twenty, nearest level first', async () => {
    expect(await search('范旧例')).toEqual([]);
    expect(await search('示别县')).toEqual([]);
    expect(await search('示别县', OTHER_COUNTY)).toEqual(['示别县']);
    const { deputies } = await api.nobody.call(directory.search, { words: '例' });
    expect(deputies).toHaveLength(20);
    const nearest = deputies.map(({ mandates }) => Math.min(...mandates.map(({ level }) => LEVELS.indexOf(level))));
    expect(nearest).toEqual([...nearest].sort((a, b) => a - b));
    expect(await search('没有这个人')).toEqual([]);
    expect(await search('·')).toEqual([]);
  });
});

describe('by work unit', () => {
  const unitNamed = async (name: string) => {
    const { units } = await api.nobody.call(directory.divisions, {});
    return units.find((unit) => unit.name === name)?.id ?? '';
  };

  test('a unit finds who it elected, and no village does', async () => {
    const [hospital, school] = [await unitNamed('县示例医院'), await unitNamed('县样例中学')];
    expect(hospital).toBe(school);
    const { unit, deputies } = await api.nobody.call(directory.findByUnit, { id: hospital });
    expect(unit.name.split('、').sort()).toEqual(['县样例中学', '县示例医院'].sort());
    expect(deputies.map(({ name, mandates }) => [name, mandates[0]?.wardName])).toEqual([['仇示例', '县直第 1 选区']]);
    for (const { code } of demoCounty()
      .divisions.filter(({ level }) => level === 'village')
      .slice(0, 20)) {
      const found = await api.nobody.call(directory.findByPlace, { village: code });
      expect(found.deputies.map(({ name }) => name)).not.toContain('仇示例');
    }
  });

  test('people of a unit live anywhere, so its deputy may be written to from any village', async () => {
    const chen = await api.signedIn('chen');
    const page = await api.nobody.call(directory.deputy, { id: deputyNamed('仇示例').id });
    expect(page.villageCodes).toHaveLength(198);
    expect(page.villageCodes).toContain(villageOf('草坪村'));
    expect(await chen.call(requests.submit, matterFor('仇示例'))).toMatchObject({ deputyName: '仇示例' });
  });

  test('a ward of villages is no unit, nor is a unit of another county', async () => {
    const ward = demoCounty().wards[0]?.id ?? '';
    expect(await api.nobody.problem(directory.findByUnit, { id: ward })).toBe('not_found');
    const id = await unitNamed('县示例医院');
    expect(await api.nobody.problem(directory.findByUnit, { id }, { county: OTHER_COUNTY })).toBe('not_found');
    expect((await api.nobody.call(directory.divisions, {}, { county: OTHER_COUNTY })).units).toEqual([]);
  });
});

test('every station in the order of the list, with its next reception', async () => {
  const { stations } = await api.nobody.call(directory.stations, {});
  expect(stations.map(({ name }) => name)).toEqual(demoCounty().stations.map(({ name }) => name));
  for (const station of stations)
    expect(station.nextReception).toEqual({ day: '2026-12-10', from: '9:00', to: '11:00' });
  const others = await api.nobody.call(directory.stations, {}, { county: OTHER_COUNTY });
  expect(others.stations.map(({ name }) => name)).toEqual(['示范村代表联络站']);
});
