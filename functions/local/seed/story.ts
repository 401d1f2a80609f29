import { v7 } from 'uuid';
import type { Call, Person, Services } from '../../platform/call';
import { answer } from '../../requests/answer';
import { open } from '../../requests/open';
import { rate } from '../../requests/rate';
import { submit } from '../../requests/submit';
import { COUNTY, demoCounty, seedId, villageNamed } from './county';
import { DEMO_PEOPLE } from './people';

const DAY_MS = 86_400_000;

/** Made-up matters in every state, so that no screen of the demo is empty. Each went through the verbs, on the day it says. */
export async function seedStory(services: Services): Promise<void> {
  const at = (daysAgo: number): Services => ({
    ...services,
    clock: () => new Date(services.clock().getTime() - daysAgo * DAY_MS),
  });
  const county = demoCounty();
  const deputyNamed = (name: string) => county.deputies.find((deputy) => deputy.name === name)?.id ?? '';
  const village = villageNamed(county, '草坪村').code;
  const say = async (
    who: string,
    deputy: string,
    daysAgo: number,
    category: 'road' | 'water' | 'health' | 'waste' | 'care',
    words: string,
    where?: string,
  ) => {
    const input = {
      deputyId: deputyNamed(deputy),
      village,
      category,
      words,
      where,
      openness: 'handlers' as const,
      name: nameOf(who),
      nameFor: 'deputy' as const,
    };
    return (await submit(callAs(at(daysAgo), who), input)).id;
  };
  const reply = async (deputy: string, id: string, daysAgo: number, words: string) => {
    await open(callAs(at(daysAgo), deputy), { id });
    await answer(callAs(at(daysAgo), deputy), { id, words });
  };

  const lamp = await say(
    'chen',
    '徐示例',
    12,
    'road',
    '村口到文化礼堂这段路，五盏路灯坏了三盏，有一个多月了。老人晚上去跳舞看不见，上礼拜摔了一个。',
    '村口，文化礼堂往东',
  );
  await open(callAs(at(11), 'xu'), { id: lamp });

  const fence = await say(
    'chen',
    '毛范例',
    20,
    'water',
    '水塘边护栏断了两根，小孩放学从那里过，怕掉下去。请来看看。',
    '村小后面的水塘',
  );
  await reply('mao', fence, 2, '昨天去看过了，镇里答应这个月换新的，先拉了绳子。换好我再来看一次。');

  const rubbish = await say('chen', '徐示例', 60, 'waste', '垃圾房没人收，天热了味道大，门口过不去人。');
  await reply('xu', rubbish, 52, '跟镇里说了，改成两天收一次，上周起已经在收。');
  await rate(callAs(at(50), 'chen'), {
    id: rubbish,
    round: 1,
    outcome: 'solved',
    attitude: 'satisfied',
    result: 'satisfied',
  });

  const clinic = await say('lin', '徐示例', 30, 'health', '卫生室周末没人，配不到药，要跑到镇上去。');
  await reply('xu', clinic, 24, '卫生室说周末已经排班，您这周六可以去配药。');
  await rate(callAs(at(3), 'lin'), {
    id: clinic,
    round: 1,
    outcome: 'not_solved',
    attitude: 'satisfied',
    result: 'unsatisfied',
    words: '这周六去还是锁着门。',
  });

  await say(
    'lin',
    '徐示例',
    21,
    'water',
    '井水发黄，烧开有一层白的。上新屋这边七八户都是吃井水，村里说等自来水，等了一年了。',
  );
}

function nameOf(key: string): string | undefined {
  return DEMO_PEOPLE.find((person) => person.key === key)?.name ?? undefined;
}

/** A call as this demo person, outside HTTP. */
function callAs(services: Services, key: string): Call<Person> {
  const known = DEMO_PEOPLE.map((person, index) => ({ ...person, id: seedId(7, index + 1) }));
  const person = known.find((one) => one.key === key);
  const county = demoCounty();
  const roles = {
    deputyId: county.deputies.find(({ name }) => name === person?.deputy)?.id ?? null,
    stationIds: county.stations.filter(({ name }) => person?.clerkOf?.includes(name)).map(({ id }) => id),
    villages: person?.supervisorOf ? [villageNamed(county, person.supervisorOf).code] : [],
    admin: person?.admin ?? false,
  };
  const { inTenant } = services.database;
  return {
    jurisdiction: COUNTY,
    caller: { personId: person?.id ?? '', sessionId: v7(), ...roles, phoneVerified: true },
    now: services.clock(),
    services,
    read: (work) => inTenant(COUNTY, work, 'read'),
    write: (work) => inTenant(COUNTY, work),
  };
}
