import fc from 'fast-check';
import { addDays } from '../kernel/days';
import { DeputyCode } from './contract';
import { LEVELS, type Level } from './levels';
import {
  absenceFaults,
  byLevelThenRoll,
  isServing,
  linkOf,
  makeDeputyCode,
  matches,
  nextReception,
  ranked,
  readCode,
  readScene,
  sceneOf,
  sealOf,
} from './rules';

const letters = fc.array(fc.nat(31), { minLength: 10, maxLength: 10 });
const code = letters.map((drawn) => makeDeputyCode(() => drawn.shift() ?? 0));

test('a code is one of the contract, and its scene can be read back and fits WeChat', () => {
  fc.assert(
    fc.property(code, fc.stringMatching(/^\d{6}$/), (made, jurisdiction) => {
      expect(DeputyCode.safeParse(made).success).toBe(true);
      const scene = sceneOf(jurisdiction, made);
      expect(scene).toMatch(/^[0-9A-Za-z-]{17}$/);
      expect(readScene(scene)).toEqual({ jurisdiction, code: made });
    }),
  );
});

test('a scene is read however it was typed, and what is not ours is nothing', () => {
  expect(readScene(' 330822-7kq2mx4bzt\n')).toEqual({ jurisdiction: '330822', code: '7KQ2MX4BZT' });
  for (const scene of [
    '',
    '330822',
    '330822-',
    '330822-7KQ2MX4BZ',
    '330822-7KQ2MX4BZTT',
    '33082-7KQ2MX4BZT',
    '330822-7KQ2MX4BZI',
    '330822%2D7KQ2MX4BZT',
    'https://a.example/330822-7KQ2MX4BZT',
  ])
    expect(readScene(scene)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'330822-7KQ2mx4bztIſß%\u0000 ') }), (scene) => {
      const read = readScene(scene);
      if (read) expect(sceneOf(read.jurisdiction, read.code)).toBe(scene.trim().toUpperCase());
    }),
  );
});

test('the link of a code is read on whatever host it was printed for, however often it was encoded on its way', () => {
  const read = { jurisdiction: '330822', code: '7KQ2MX4BZT' };
  const link = linkOf('https://lianxin.example.cn/some/page?x=1', '330822', '7KQ2MX4BZT');
  expect(link).toBe('https://lianxin.example.cn/c/330822-7KQ2MX4BZT');
  expect(linkOf('http://127.0.0.1:8787', '330822', '7KQ2MX4BZT')).toBe('http://127.0.0.1:8787/c/330822-7KQ2MX4BZT');
  for (const text of [
    link,
    link.toLowerCase(),
    link.toUpperCase(),
    `  ${link}\n`,
    `${link}/`,
    `${link}?from=poster`,
    `${link}/?a=1#top`,
    `${link}#top`,
    'http://old.example.org:8080/c/330822-7kq2mx4bzt',
    'https://example.org/prefix/c/330822-7KQ2MX4BZT',
    'https://example.org/c/330822%2D7KQ2MX4BZT',
    encodeURIComponent(link),
    encodeURIComponent(`${link}?scancode_time=1700000000`),
    encodeURIComponent(encodeURIComponent(link)),
    '330822-7kq2mx4bzt',
    encodeURIComponent('330822-7KQ2MX4BZT'),
    '330822%2D7KQ2MX4BZT',
    '330822%252D7KQ2MX4BZT',
  ])
    expect([text, readCode(text)]).toEqual([text, read]);
});

test('what is no link of ours is nothing, and nothing breaks on it', () => {
  for (const text of [
    '',
    '%',
    '%E0%A4%A',
    'https://example.org/c/',
    'https://example.org/c/330822-7KQ2MX4BZ',
    'https://example.org/c/330822-7KQ2MX4BZT5',
    'https://example.org/c/330822-7KQ2MX4BZT/more',
    'https://example.org/d/330822-7KQ2MX4BZT',
    'https://example.org/?q=/c/330822-7KQ2MX4BZT',
    'ftp://example.org/c/330822-7KQ2MX4BZT',
    'weixin://dl/business/?t=330822-7KQ2MX4BZT',
    encodeURIComponent(encodeURIComponent(encodeURIComponent('https://example.org/c/330822-7KQ2MX4BZT'))),
  ])
    expect([text, readCode(text)]).toEqual([text, null]);
  fc.assert(fc.property(fc.string(), (text) => void readCode(text)));
  fc.assert(
    fc.property(code, fc.stringMatching(/^\d{6}$/), fc.nat(2), (made, jurisdiction, times) => {
      let text = linkOf('https://lianxin.example.cn', jurisdiction, made);
      for (let time = 0; time < times; time += 1) text = encodeURIComponent(text);
      expect(readCode(text)).toEqual({ jurisdiction, code: made });
    }),
  );
});

test('the seal of a level; a town says whether it is 镇 or 乡', () => {
  expect(LEVELS.map((level) => sealOf(level, level === 'town' ? '白石镇' : null, '常山县'))).toEqual([
    '镇',
    '县',
    '市',
    '省',
    '国',
  ]);
  expect(sealOf('town', '新昌乡', '常山县')).toBe('乡');
  expect(sealOf('town', null, '常山县')).toBe('镇');
  expect(sealOf('town', '达尔汗苏木', '达茂旗')).toBe('苏');
});

test.each([
  ['平度市', '市'],
  ['柯城区', '区'],
  ['神农架林区', '区'],
  ['达尔罕茂明安联合旗', '旗'],
  ['鄂伦春自治旗', '旗'],
  ['常山县', '县'],
  ['积石山保安族东乡族撒拉族自治县', '县'],
])('the seal of a deputy of %s says %s', (countyName, seal) => {
  expect(sealOf('county', null, countyName)).toBe(seal);
});

test('a term counts from its first day to its last', () => {
  const term = { startsOn: '2022-01-01', endsOn: '2027-01-31' };
  expect(['2021-12-31', '2022-01-01', '2027-01-31', '2027-02-01'].map((day) => isServing(term, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('deputies stand by their nearest level, then by the roll', () => {
  const deputy = (roll: number, ...levels: Level[]) => ({ roll, levels });
  const order = [deputy(9, 'nation', 'town'), deputy(2, 'county'), deputy(5, 'county', 'city'), deputy(1, 'city')];
  fc.assert(
    fc.property(fc.shuffledSubarray(order, { minLength: 4 }), (shuffled) => {
      expect([...shuffled].sort(byLevelThenRoll)).toEqual(order);
    }),
  );
});

describe('the next reception day', () => {
  const rule = { dayOfMonth: 10, from: '9:00', to: '11:00' };
  const next = (today: string, minute: number, dayOfMonth = 10) =>
    nextReception({ ...rule, dayOfMonth }, today, minute).day;

  test('is today until the reception is over', () => {
    expect(next('2026-12-10', 0)).toBe('2026-12-10');
    expect(next('2026-12-10', 11 * 60 - 1)).toBe('2026-12-10');
    expect(next('2026-12-10', 11 * 60)).toBe('2027-01-10');
  });

  test('passes over a month that has no such day', () => {
    expect(next('2027-01-31', 0, 31)).toBe('2027-01-31');
    expect(next('2027-02-01', 0, 31)).toBe('2027-03-31');
    expect(next('2028-02-01', 0, 29)).toBe('2028-02-29');
  });

  test('is always that day of a month, within two months, and never past', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(1_439), fc.integer({ min: 1, max: 31 }), (offset, minute, dayOfMonth) => {
        const today = addDays('2026-01-01', offset);
        const day = next(today, minute, dayOfMonth);
        expect(Number(day.slice(8))).toBe(dayOfMonth);
        expect(day >= today && day <= addDays(today, 62)).toBe(true);
      }),
    );
  });
});

describe('looking for a name', () => {
  const baishi = { name: '白石镇', pinyin: 'bai shi zhen' };

  test('by its characters anywhere, by pinyin as far as it was typed, by initials', () => {
    for (const words of [
      ...['白石镇', '白石', '石镇', '镇', '白'],
      ...['b', 'bai', 'bais', 'baish', 'baishi', 'baishizhen', 'shi', 'shizhen', 'zhen', 'zh'],
      ...['bs', 'bsz', 'sz', 'bshzh', 'bshz', 'baisz', 'bshizhen'],
      ...['BSZ', 'Bai Shi', 'ＢＳＺ', 'ｂａｉ ｓｈｉ', ' 白 石 ', '白　石', 'bái shí', "bai'shi"],
    ])
      expect([words, matches(words, baishi)]).toEqual([words, true]);
  });

  test('and by nothing else', () => {
    for (const words of [
      '',
      ' ',
      '·',
      '青石',
      '白镇',
      'ba s',
      'bi',
      'ai',
      'hi',
      'bz',
      'bszz',
      'baishizhenx',
      'bas',
      '5',
    ])
      expect([words, matches(words, baishi)]).toEqual([words, false]);
    expect(matches('bai', { name: '白石镇', pinyin: '' })).toBe(false);
    expect(matches('白石', { name: '白石镇', pinyin: '' })).toBe(true);
  });

  test('a character of several readings is found by the one it has in that name', () => {
    const readings: [name: string, pinyin: string, found: string, lost: string][] = [
      ['柴示例', 'chai shi li', 'chaisl', 'cai'],
      ['长风村', 'chang feng cun', 'cfc', 'zhangfeng'],
      ['乐示例', 'yue shi li', 'ysl', 'le'],
      ['重庆路社区', 'chong qing lu she qu', 'cqlsq', 'zhong'],
      ['厦门路社区', 'xia men lu she qu', 'xiamen', 'shamen'],
      ['单示例', 'shan shi li', 'shansl', 'danshi'],
      ['仇示例', 'qiu shi li', 'qiu', 'chou'],
      ['曾示例', 'zeng shi li', 'zsl', 'ceng'],
      ['解示例', 'xie shi li', 'xie', 'jie'],
      ['翟示例', 'zhai shi li', 'zhai', 'di'],
      ['查示例', 'zha shi li', 'zha', 'cha'],
      ['盖示例', 'ge shi li', 'ge', 'gai'],
      ['朴示例', 'piao shi li', 'piao', 'pu'],
      ['尉迟示例', 'yu chi shi li', 'ycsl', 'wei'],
      ['万俟示例', 'mo qi shi li', 'moqi', 'wan'],
    ];
    for (const [name, pinyin, found, lost] of readings)
      expect([name, matches(found, { name, pinyin }), matches(lost, { name, pinyin })]).toEqual([name, true, false]);
  });

  test('where people read one character differently, every reading counts', () => {
    const alley = { name: '大弄口村', pinyin: 'da long/nong kou cun' };
    for (const words of ['dalongkou', 'danongkou', 'dlkc', 'dnkc', 'dano', 'long', 'nong'])
      expect([words, matches(words, alley)]).toEqual([words, true]);
    expect(matches('daongkou', alley)).toBe(false);
  });

  test('ü is typed as v; the dot of a long name need not be typed', () => {
    for (const pinyin of ['lü shi li', 'lv shi li', 'lǚ shì lì'])
      for (const words of ['lvshili', 'lüshi', 'lv', 'LÜ', 'lsl'])
        expect([words, matches(words, { name: '吕示例', pinyin })]).toEqual([words, true]);
    expect(matches('阿依示例', { name: '阿依·示例', pinyin: 'a yi shi li' })).toBe(true);
  });

  test('what begins with it comes before what has it further on, a whole syllable before a part of one; else the order stays', () => {
    const all = [
      { name: '刘示例', pinyin: 'liu shi li' },
      { name: '示李例', pinyin: 'shi li li' },
      { name: '李示例', pinyin: 'li shi li' },
      { name: '林示例', pinyin: 'lin shi li' },
      { name: '黎示例', pinyin: 'li shi li' },
      { name: '王示范', pinyin: 'wang shi fan' },
    ];
    const names = (words: string) => ranked(words, all).map(({ name }) => name);
    expect(names('li')).toEqual(['李示例', '黎示例', '刘示例', '林示例', '示李例']);
    expect(names('李')).toEqual(['李示例', '示李例']);
    expect(names('示')).toEqual(['示李例', '刘示例', '李示例', '林示例', '黎示例', '王示范']);
    expect(names('')).toEqual([]);
    expect(names('没有')).toEqual([]);
  });

  test('every name is found by its initials, by any beginning of its pinyin, and by any part of itself', () => {
    const syllable = fc.constantFrom('bai', 'shi', 'zhen', 'a', 'ou', 'chang', 'n', 'lv', 'er', 'xian', 'long/nong');
    const name = fc.array(fc.tuple(fc.constantFrom(...'白石镇阿欧长嗯吕二县弄'), syllable), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (letters, one, two) => {
        const named = { name: letters.map(([a]) => a).join(''), pinyin: letters.map(([, b]) => b).join(' ') };
        const first = letters.map(([, b]) => b.split('/')[0] ?? '');
        expect(matches(first.map((text) => text.charAt(0)).join(''), named)).toBe(true);
        expect(matches(first.join('').slice(0, 1 + (one % first.join('').length)), named)).toBe(true);
        const start = one % letters.length;
        expect(matches(named.name.slice(start, start + 1 + (two % letters.length)), named)).toBe(true);
      }),
    );
  });
});

describe('days away', () => {
  const today = '2026-11-18';
  const faulty = (from: string, to: string) => absenceFaults({ from, to }, today).map(({ path }) => path);

  test('are real days from today on, in order, at most 180 of them', () => {
    expect(faulty('2026-11-18', '2026-11-18')).toEqual([]);
    expect(faulty('2026-12-01', addDays('2026-12-01', 179))).toEqual([]);
    expect(faulty('2026-12-01', addDays('2026-12-01', 180))).toEqual(['to']);
    expect(faulty('2026-11-17', '2026-11-20')).toEqual(['from']);
    expect(faulty('2026-11-20', '2026-11-19')).toEqual(['to']);
    expect(faulty('2026-02-30', '2026-13-01')).toEqual(['from', 'to']);
    expect(faulty('2026-12-01', '2026-11-31')).toEqual(['to']);
  });
});
