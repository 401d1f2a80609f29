import type { RequestEvent, RequestPage } from './contract';
import { routeOf } from './route';
import type { State } from './states';

type Told = Partial<RequestEvent> & Pick<RequestEvent, 'kind'>;

/** A matter with this history, told oldest first. */
const page = (state: State, ...told: Told[]) =>
  ({
    state,
    deputyName: '徐示例',
    events: told
      .map((event, index) => ({ id: String(index), on: '2026-11-18', words: null, toName: null, ...event }))
      .reverse(),
  }) as unknown as RequestPage;
const inShort = (request: RequestPage) =>
  routeOf(request).map(({ mark, name, says, tone }) => [mark, name, says, tone]);

const TRAFFIC: Told[] = [{ kind: 'referred' }, { kind: 'assigned', toName: '县交通运输局', on: '2026-11-11' }];
const RETURNED: Told = { kind: 'returned', words: '井盖不归交通管', on: '2026-11-13' };
const HOUSING: Told = { kind: 'assigned', toName: '县住建局', on: '2026-11-16' };

test('nothing where no department was asked', () => {
  expect(routeOf(page('with_deputy', { kind: 'submitted' }))).toEqual([]);
  expect(routeOf(page('with_station', { kind: 'referred' }))).toEqual([]);
  expect(routeOf(page('with_deputy', { kind: 'referred' }, { kind: 'given_back', toName: '徐示例' }))).toEqual([]);
});

test('a return stays in sight, with its reason and day; red is who has it', () => {
  expect(routeOf(page('with_department', ...TRAFFIC, RETURNED, HOUSING))).toMatchObject([
    { mark: '退', name: '县交通运输局', says: '说：井盖不归交通管', on: '2026-11-13', tone: 'returned' },
    { mark: '办', name: '县住建局', says: '联络站转来的', on: '2026-11-16', tone: 'now' },
  ]);
});

test('while one has to be found, the station has it; after two returns the office', () => {
  expect(inShort(page('with_station', ...TRAFFIC, RETURNED)).at(-1)).toEqual([
    '站',
    '联络站',
    '在找管这件事的部门',
    'now',
  ]);
  expect(
    inShort(page('with_station', ...TRAFFIC, RETURNED, HOUSING, { kind: 'returned', words: '是电信的井' })),
  ).toEqual([
    ['退', '县交通运输局', '说：井盖不归交通管', 'returned'],
    ['退', '县住建局', '说：是电信的井', 'returned'],
    ['定', '人大办公室', '由它定一家，定了不能再退', 'now'],
  ]);
});

test('the one that the office names has it for good', () => {
  const twice = [...TRAFFIC, RETURNED, HOUSING, { kind: 'returned', words: '是电信的井' } as Told, HOUSING];
  expect(inShort(page('with_department', ...twice)).slice(2)).toEqual([
    ['定', '人大办公室', '定了由县住建局来办', 'past'],
    ['办', '县住建局', '不能再退', 'now'],
  ]);
  expect(inShort(page('with_department', ...twice, { kind: 'accepted' })).at(-1)).toEqual([
    '办',
    '县住建局',
    '接了，不能再退',
    'now',
  ]);
});

test('taken, answered, and done once more; what else happens says nothing here', () => {
  const accepted: Told[] = [
    ...TRAFFIC,
    { kind: 'accepted', on: '2026-11-17' },
    { kind: 'supplemented', words: '还有一盏' },
  ];
  expect(inShort(page('with_department', ...accepted))).toEqual([['办', '县交通运输局', '接了', 'now']]);
  const answered: Told[] = [...accepted, { kind: 'department_answered' }];
  expect(inShort(page('answered', ...answered))).toEqual([['办', '县交通运输局', '答复了', 'past']]);
  expect(inShort(page('with_department', ...answered, { kind: 'not_solved' }))).toEqual([
    ['办', '县交通运输局', '没解决，退回再办', 'now'],
  ]);
});

test('taken back by the station, and given to the deputy after all', () => {
  expect(
    inShort(page('with_deputy', ...TRAFFIC, { kind: 'taken_back' }, { kind: 'given_back', toName: '徐示例' })),
  ).toEqual([
    ['收', '县交通运输局', '联络站收回来了', 'past'],
    ['代', '徐代表', '联络站交回来的', 'past'],
  ]);
});
