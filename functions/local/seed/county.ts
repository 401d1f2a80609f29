import { makeDeputyCode } from '../../../shared/directory/rules';
import { type Division, readDivisions } from './divisions';

export const COUNTY = '330822';

/** A number of the seed's own, so that the demo county is the same on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A stable id for the thing of this kind and number: UUID-shaped, recognisably made up. */
export function seedId(kind: number, number: number): string {
  return `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;
}

export type Ward = {
  id: string;
  level: 'town' | 'county';
  town: string | null;
  name: string;
  villages: string[];
  units?: { name: string; pinyin: string }[];
};
export type Station = {
  id: string;
  name: string;
  address: string;
  hours: string;
  phone: string;
  latitude: number | null;
  longitude: number | null;
  villages: string[];
};
export type Mandate = {
  level: string;
  congress: string;
  wardId: string | null;
  electedBy: string | null;
  ended?: true;
};
export type Deputy = {
  id: string;
  name: string;
  intro: string;
  stationId: string;
  mandates: Mandate[];
  code: string;
  withdrawnCode?: string;
  /** Days away from the day of the seed on. */
  awayDays?: number;
};
export type County = { divisions: Division[]; wards: Ward[]; stations: Station[]; deputies: Deputy[] };

const SURNAMES = [
  ...'赵钱孙李周吴王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳',
];
const GIVEN = ['示例', '范例', '样本', '假设', '虚拟', '拟名', '试样', '举例'];

// How the made-up names are read; a start needs no dictionary for that. 单, 仇, 曾 and 解 are read otherwise as a surname than elsewhere.
const READINGS = new Map(
  [
    'zhao赵 qian钱 sun孙 li李 zhou周 wu吴 wang王汪 feng冯凤 chen陈 chu褚 wei卫魏韦 jiang蒋姜江 shen沈 han韩 yang杨样 zhu朱 qin秦 you尤',
    'xu许徐虚 he何 lv吕 shi施示试 zhang张章 kong孔 cao曹 yan严 hua华花 jin金 tao陶 qi戚 xie谢解 zou邹 yu喻俞 bai柏 shui水 dou窦 yun云',
    'su苏 pan潘 ge葛 fan范 peng彭 lang郎 lu鲁 chang昌 ma马 miao苗 fang方 ren任 yuan袁 liu柳 mao毛 zheng郑 ding丁 shan单 qiu仇 zeng曾',
    'li例 ben本 jia假 she设 ni拟 ming名 ju举 jiu旧 tong同 bie别 xian县 yi医 yuan院 zhong中 xue学',
  ]
    .join(' ')
    .split(' ')
    .flatMap((entry) => [...entry.replace(/^[a-z]+/, '')].map((letter) => [letter, entry.replace(/[^a-z]+$/, '')])),
);

/** Syllables of a made-up name. @throws when one of its characters is not in the list above */
export function readingOf(name: string): string {
  const syllables = [...name].map((letter) => READINGS.get(letter));
  if (syllables.includes(undefined)) throw new Error(`nobody wrote down how to read ${name}`);
  return syllables.join(' ');
}

const INTROS = [
  '种胡柚的，村里人。',
  '办过厂，在镇上住了三十年。',
  '村小的老师。',
  '乡医，跑过全镇的村。',
  '养蜂的，常在山上。',
  '开渡船的，认得河边每一户。',
];
const TOWN_WARD = 3;
const COUNTY_WARD = 5;
/** So many of the named deputies belong to the station of 草坪村. */
const OF_CAOPING = 7;

/** 常山县 with made-up stations, wards and deputies. Streets elect no town congress, so they have county wards only. */
export function demoCounty(): County {
  const divisions = readDivisions();
  const random = seeded(330_822);
  const county: County = { divisions, wards: [], stations: [], deputies: [] };
  const towns = divisions.filter(({ level }) => level === 'town');
  towns.forEach((town, index) => {
    const villages = divisions.filter(({ parent }) => parent === town.code);
    addStation(county, town, villages, index);
    addWards(county, town, villages);
  });
  // 草坪村 has a village station of its own, as some have.
  const caoping = villageNamed(county, '草坪村');
  addVillageStation(
    county,
    caoping,
    ['新塘岭村', '十八里村'].map((name) => villageNamed(county, name)),
  );
  for (const ward of county.wards) addDeputies(county, ward, random);
  addNamed(county, random);
  return county;
}

export function villageNamed(county: County, name: string): Division {
  const found = county.divisions.find((division) => division.name === name && division.parent.startsWith('330822104'));
  if (!found) throw new Error(`no village ${name} in 白石镇`);
  return found;
}

function addStation(county: County, town: Division, villages: Division[], index: number): void {
  county.stations.push({
    id: seedId(1, index + 1),
    name: `${town.name}代表联络站`,
    address: `${town.name}便民服务中心一楼`,
    hours: '每周一至周五 8:30–11:30 有人',
    phone: `0570-000${String(index + 1).padStart(4, '0')}`,
    latitude: 28.9 + index / 100,
    longitude: 118.5 + index / 100,
    villages: villages.map(({ code }) => code),
  });
}

function addVillageStation(county: County, village: Division, others: Division[]): void {
  const codes = [village, ...others].map(({ code }) => code);
  for (const station of county.stations) station.villages = station.villages.filter((code) => !codes.includes(code));
  county.stations.push({
    id: seedId(1, 100),
    name: `${village.name}代表联络站`,
    address: '文化礼堂一楼',
    hours: '每周一、周四 8:30–11:30 有人',
    phone: '0570-0000100',
    latitude: 28.83,
    longitude: 118.49,
    villages: codes,
  });
}

function addWards(county: County, town: Division, villages: Division[]): void {
  const add = (level: Ward['level'], size: number) => {
    for (let start = 0; start < villages.length; start += size) {
      const number =
        county.wards.filter((ward) => ward.level === level && (level === 'county' || ward.town === town.code)).length +
        1;
      const codes = villages.slice(start, start + size).map(({ code }) => code);
      const id = seedId(level === 'town' ? 2 : 3, county.wards.length + 1);
      county.wards.push({
        id,
        level,
        town: level === 'town' ? town.code : null,
        name: `第 ${number} 选区`,
        villages: codes,
      });
    }
  };
  if (!town.name.endsWith('街道')) add('town', TOWN_WARD);
  add('county', COUNTY_WARD);
}

function addDeputies(county: County, ward: Ward, random: (below: number) => number): void {
  const congress = congressOf(county, ward);
  for (let seat = 0; seat < 1 + random(2); seat += 1)
    addDeputy(county, random, [{ level: ward.level, congress, wardId: ward.id, electedBy: null }]);
}

function congressOf(county: County, ward: Ward): string {
  if (ward.level === 'county') return '常山县人大';
  return `${county.divisions.find(({ code }) => code === ward.town)?.name ?? ''}人大`;
}

function addDeputy(county: County, random: (below: number) => number, mandates: Mandate[], name?: string): Deputy {
  const number = county.deputies.length + 1;
  const village = county.wards.find(({ id }) => id === mandates[0]?.wardId)?.villages[0];
  const station =
    county.stations.find(({ villages }) => village !== undefined && villages.includes(village)) ?? county.stations[0];
  const deputy: Deputy = {
    id: seedId(4, number),
    name: name ?? nameOf(number),
    intro: INTROS[random(INTROS.length)] ?? '',
    stationId: station?.id ?? seedId(1, 1),
    mandates,
    code: makeDeputyCode(random),
  };
  county.deputies.push(deputy);
  return deputy;
}

function nameOf(number: number): string {
  return `${SURNAMES[number % SURNAMES.length]}${GIVEN[Math.floor(number / SURNAMES.length) % GIVEN.length]}`;
}

/**
 * The people of the drawn screens: two levels at once, all five levels, an ended term, a withdrawn code, one who is away. Elsewhere in the
 * county one elected by work units, surnames of several readings, two of one name.
 */
function addNamed(county: County, random: (below: number) => number): void {
  const caoping = villageNamed(county, '草坪村').code;
  const wardOf = (level: Ward['level']) =>
    county.wards.find((ward) => ward.level === level && ward.villages.includes(caoping))?.id ?? null;
  const town: Mandate = { level: 'town', congress: '白石镇人大', wardId: wardOf('town'), electedBy: null };
  const own: Mandate = { level: 'county', congress: '常山县人大', wardId: wardOf('county'), electedBy: null };
  // Whoever the draw gave these two wards makes room for the people of the screens.
  county.deputies = county.deputies.filter(
    ({ mandates }) => !mandates.some(({ wardId }) => wardId === town.wardId || wardId === own.wardId),
  );
  const indirect = (level: string, congress: string, electedBy: string): Mandate => ({
    level,
    congress,
    wardId: null,
    electedBy,
  });
  const named: [string, string, Mandate[]][] = [
    ['毛范例', '做了一辈子泥水匠。', [town]],
    ['徐示例', '种胡柚的，村里人。', [own, town]],
    ['郑样本', '镇卫生院的护士。', [own]],
    ['汪虚拟', '中学老师。', [indirect('city', '衢州市人大', '常山县人大选出')]],
    ['江拟名', '农技员。', [indirect('province', '浙江省人大', '衢州市人大选出')]],
    ['何假设', '养蜂的，常在山上。', [indirect('nation', '全国人大', '浙江省人大选出')]],
    ['范旧例', '上一届的代表。', [{ ...own, ended: true }]],
    ['仇示例', '医院的护士长。', [{ ...own, wardId: addUnitWard(county) }]],
    ['单示例', '开面馆的。', [{ ...own, wardId: wardIn(county, '招贤镇') }]],
    ['曾范例', '镇上的邮递员。', [{ ...own, wardId: wardIn(county, '辉埠镇') }]],
    ['丁同名', '做木工的。', [{ ...own, wardId: wardIn(county, '球川镇') }]],
    ['丁同名', '养鱼的。', [{ ...own, wardId: wardIn(county, '芳村镇') }]],
  ];
  named.forEach(([name, intro, mandates], index) => {
    const deputy = addDeputy(county, random, mandates, name);
    deputy.id = seedId(5, index + 1);
    deputy.intro = intro;
    if (index < OF_CAOPING) deputy.stationId = seedId(1, 100);
    if (name === '徐示例') deputy.withdrawnCode = makeDeputyCode(random);
    if (name === '郑样本') deputy.awayDays = 10;
  });
}

/** The last county ward of a town. */
function wardIn(county: County, town: string): string {
  const codes = new Set(county.divisions.filter(({ name }) => name === town).map(({ code }) => code));
  const wards = county.wards.filter(
    ({ level, villages }) => level === 'county' && codes.has(villages[0]?.slice(0, 9) ?? ''),
  );
  return wards[wards.length - 1]?.id ?? '';
}

/** A ward of work units (单位选区): it has no villages. */
function addUnitWard(county: County): string {
  const units = ['县示例医院', '县样例中学'].map((name) => ({ name, pinyin: readingOf(name) }));
  const ward: Ward = { id: seedId(3, 950), level: 'county', town: null, name: '县直第 1 选区', villages: [], units };
  county.wards.push(ward);
  return ward.id;
}
