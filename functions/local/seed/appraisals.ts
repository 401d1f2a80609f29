import type { Draft } from '../../../shared/appraisals/contract';
import { addDays, dayOf, startOf } from '../../../shared/kernel/days';
import type { Question } from '../../../shared/voting/definition';
import { advance } from '../../appraisals/clock/advance';
import { approve } from '../../appraisals/preparing/approve';
import { create } from '../../appraisals/preparing/create';
import { open } from '../../appraisals/preparing/open';
import { tryOut } from '../../appraisals/preparing/try-out';
import { take } from '../../appraisals/voters/take';
import { type Call, clockCall, type Person, type Services } from '../../platform/call';
import { sealPhone } from '../../platform/phones';
import { cast } from '../../voting/cast';
import { callAs, callAsOther } from './call-as';
import { COUNTY, demoCounty, seedId } from './county';
import { demoDepartments } from './departments';
import { seedPromises } from './promises';

const QUESTIONS: Question[] = [
  { kind: 'rating', words: '办事的人，态度怎么样？', options: [] },
  { kind: 'rating', words: '找它办事，快不快？', options: [] },
  { kind: 'rating', words: '您这边的事，解决得怎么样？', options: [] },
  { kind: 'words', words: '想说一句（可不写）', options: [] },
];

const RESIDENTS = 1_150;
/** How many of them voted last year, at three stations; deputies did where there are many: so few numbers are too small to be shown. */
const VOTERS = 300;
const THREE = /^(白石镇|草坪村|招贤镇)/;
const MANY = 16;
const AT_ONCE = 8;
const MINUTE_MS = 60_000;

/** Two appraisals of the departments: last year's, made up of ballots that were cast, counted and published, with what came of it; and one that is open now. */
export async function seedAppraisals(services: Services): Promise<void> {
  const today = dayOf(services.clock());
  const year = Number(today.slice(0, 4));
  const before = addDays(today, -365);
  const at = (instant: Date, minutes = 0): Services => ({
    ...services,
    clock: () => new Date(instant.getTime() + minutes * MINUTE_MS),
  });
  await seedResidents(services);
  const opened = at(startOf(addDays(before, -14)));
  const closes = startOf(before);
  const last = await openCampaign(opened, {
    title: `${year - 1} 年度部门评议`,
    closesAt: closes.toISOString(),
    weights: { residents: 60, deputies: 40 },
  });
  await castAll(opened, last);
  // Once to count what lies in the box, once to publish what was counted.
  for (const minutes of [1, 2]) await advance(clockCall(at(closes, minutes), COUNTY));
  await seedPromises(services, last);
  await openCampaign(services, { title: `${year} 年度部门评议`, closesAt: startOf(addDays(today, 15)).toISOString() });
}

/** Prepared as it has to be: tried by three people, opened by two. */
async function openCampaign(
  services: Services,
  { title, closesAt, weights }: Pick<Draft, 'title' | 'closesAt' | 'weights'>,
) {
  const office = callAs(services, 'admin');
  const departments = demoDepartments().filter(({ kind }) => kind === 'department');
  const { id, version } = await create(office, {
    draft: {
      title,
      closesAt,
      electorates: ['residents', 'deputies'],
      asks: null,
      threshold: 5,
      weights,
      questions: QUESTIONS,
      departments: departments.map(({ id, duties }) => ({ id, about: duties.replace(/^管/, '') || undefined })),
    },
  });
  for (const who of ['admin', 'clerk', 'mao'])
    await tryOut(callAs(services, who), { id, version, elder: who === 'clerk' });
  await approve(office, { id, version });
  await open(callAsOther(services, residentId(0), { admin: true }), { id, version });
  return id;
}

const residentId = (number: number) => seedId(15, number + 1);

/** People with verified phones, of numbers no operator gave out; the first is the second of the office. */
async function seedResidents({ database, phones, clock }: Services): Promise<void> {
  const now = clock();
  const rows = Array.from({ length: RESIDENTS }, (_, number) => {
    const id = residentId(number);
    const phone = `1380010${String(number).padStart(4, '0')}`;
    const { cipher, hash, key } = sealPhone(phones, phone, { jurisdiction: COUNTY, personId: id });
    const sealed = { phone_cipher: cipher, phone_hash: hash, phone_hash_key: key, phone_verified_at: now };
    const own = { openid: `demo-voter-${id}`, name: number ? null : '温示例', created_at: now, seen_at: now };
    return { jurisdiction: COUNTY, id, ...own, ...sealed };
  });
  await database.inTenant(COUNTY, (tx) => tx.insertInto('person').values(rows).execute());
}

type Voter = { call: Call<Person>; village?: string; answers?: string };

/** Everybody takes a ballot and puts it into the box, a few at a time. */
async function castAll(services: Services, id: string): Promise<void> {
  const voters = votersOf(services);
  for (let at = 0; at < voters.length; at += AT_ONCE)
    await Promise.all(
      voters.slice(at, at + AT_ONCE).map(async ({ call, village, answers }, number) => {
        const random = chances(at + number);
        const { pass, revision, subjects } = await take(call, { id, village, adult: true });
        const sheets = subjects.map((one) => ({ subject: one.id, answers: answers ?? answersAbout(one.id, random) }));
        await cast(call, { id, pass, revision: revision + 1, sheets });
      }),
    );
}

function votersOf(services: Services): Voter[] {
  const { stations, deputies } = demoCounty();
  const three = stations.filter(({ name }) => THREE.test(name));
  const serving = deputies.filter(({ mandates }) => mandates.some(({ ended }) => !ended));
  const atStation = (id: string | null) => serving.filter(({ stationId }) => stationId === id);
  return [
    ...Array.from({ length: VOTERS }, (_, number) => ({
      call: callAsOther(services, residentId(number)),
      village: three[number % three.length]?.villages[0],
    })),
    ...stations
      .map(({ id }) => atStation(id))
      .filter(({ length }) => length >= MANY)
      .flatMap((many) => many.map(({ id }, number) => ({ deputyId: id, answers: number % 2 ? '111' : '222' })))
      .map(({ deputyId, answers }, number) => ({
        call: callAsOther(services, seedId(16, number + 1), { deputyId }),
        answers,
      })),
  ];
}

/** A digit for each rating. Departments differ, and some people know nothing of them. */
function answersAbout(subject: string, random: () => number): string {
  const worse = (Number.parseInt(subject.slice(-2), 16) % 4) / 20;
  if (random() < 0.14) return '444';
  return Array.from({ length: 3 }, () => {
    const said = random();
    return said < 0.52 - worse ? '1' : said < 0.8 - worse ? '2' : '3';
  }).join('');
}

/** The same numbers between 0 and 1 with each start (a linear congruential generator). */
function chances(seed: number): () => number {
  // Starts that lie close to one another begin far apart.
  let state = Math.imul(seed + 1, 2_654_435_761);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
