import { sql } from 'kysely';
import * as directory from '../../../shared/directory/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, type TestApi } from '../../testing/api';
import { sentPicture } from '../../testing/pictures';
import { attemptNamed, type Matter } from './acts';
import { type Cast, DEPUTIES, type SideName, VILLAGE } from './cast';
import type { Door, Side } from './door';
import { SCENES, type Scene } from './scenes';

export type Means = { api: TestApi; door: Door; sides: Cast['sides'] };
/** `told`: the notifications people have of it. */
export type Told = Scene & { id: string; told: Set<string> };

/** The number of `xin`, who is the resident. */
const PHONE = '13800000002';

/**
 * Plays every scene as people would, on the days it takes, and leaves the clock on the day on which the matrix is measured: the term of
 * `ended` is over since the day before, `away` left, `other-supervisor` was withdrawn and has not signed in since.
 */
export async function tell(means: Means): Promise<Told[]> {
  const { api, door, sides } = means;
  const onDay = async (day: string) => {
    api.clock.set(`${day}T03:00:00Z`);
    await visit(api);
  };
  await serveUntil(api, DEPUTIES.ended, '2026-12-18');
  await serveUntil(api, DEPUTIES['ended-before'], '2026-12-16');
  await onDay('2026-11-18');
  const known = ({ contact }: Scene) => contact !== 'later';
  const told = await beginAll(
    means,
    SCENES.longAgo.filter((scene) => !known(scene)),
  );
  await api.verifyPhone(await api.signedIn('xin'), 'xin');
  await api.runSchedules();
  for (const { id } of told) await play(means, id, 'resident is-mine');
  told.push(...(await beginAll(means, SCENES.longAgo.filter(known))));
  await onDay('2026-11-20');
  told.push(...(await beginAll(means, SCENES.monthAgo)));
  for (const day of ['2026-12-15', '2026-12-18']) {
    await onDay(day);
    await api.runSchedules();
  }
  told.push(...(await beginAll(means, SCENES.checked)));
  await api.standIn.faults({ pictureEvents: 'late' });
  await api.runSchedules();
  await api.standIn.post('/picture-checks', { suggest: 'review' });
  for (const { id, later = [] } of told) for (const step of later) await play(means, id, step);
  told.push(...(await beginAll(means, SCENES.fresh)));
  await door.call(sides.away, directory.goAway, { from: '2026-12-19', to: '2026-12-28' });
  await withdrawRoles(api, sides['other-supervisor']);
  await onDay('2026-12-19');
  await rememberNews(api, told);
  return told;
}

/** WeChat checks the words of those alone who were here within two hours. */
export async function visit({ standIn }: TestApi): Promise<void> {
  for (const person of ['xin', 'xu', 'mao', 'jian', 'clerk', 'admin']) await standIn.post('/visit', { person });
}

export async function serveUntil(api: TestApi, deputyId: string, day: string): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: day }).where('deputy_id', '=', deputyId).execute(),
  );
}

async function beginAll(means: Means, scenes: readonly Scene[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const scene of scenes) {
    const id = await begin(means, scene);
    for (const step of scene.steps ?? []) await play(means, id, step);
    told.push({ ...scene, id, told: new Set() });
  }
  return told;
}

export async function begin(means: Means, scene: Scene): Promise<string> {
  const { api, door, sides } = means;
  const { by = 'resident', to = 'deputy', open, nameFor = 'deputy', words, contact, picture } = scene;
  const input = {
    ...matterFor('徐示例'),
    deputyId: to === null ? undefined : DEPUTIES[to],
    village: VILLAGE,
    name: '余大伯',
    nameFor,
    openness: open ? 'public' : 'handlers',
    ...(words ? { words } : {}),
    ...(contact ? { contactPhone: PHONE } : {}),
    ...(picture ? { pictures: [await sentPicture(await api.signedIn('xin'))] } : {}),
  };
  const procedure = by === 'resident' ? requests.submit : requests.enterFor;
  const { id } = await door.call<{ id: string }>(sides[by], procedure, input);
  if (contact === 'known') await play(means, id, 'resident is-mine');
  return id;
}

/** One step of a script: `clerk reassign colleague`. */
export async function play({ api, door, sides }: Means, id: string, step: string): Promise<void> {
  if (step === 'clock') return api.runSchedules();
  const [who = '', act = '', to = 'colleague'] = step.split(' ');
  const side = sides[who as SideName];
  if (!side) throw new Error(`nobody is called ${who}`);
  if (act === 'owns') return becomeResident(api, id, side.person.personId);
  const { procedure, input } = attemptNamed(act);
  const matter = await matterOf({ api, door, sides }, id, DEPUTIES[to as keyof typeof DEPUTIES]);
  if (act === 'merge') matter.other = await anotherOf({ api, door, sides });
  await door.call(side, procedure, input(matter) ?? {}).catch((error) => {
    throw new Error(`${step} ended in ${error.code ?? error}`);
  });
}

/** Another matter of the same village, to be put together with. */
export async function anotherOf(means: Means): Promise<NonNullable<Matter['other']>> {
  const id = await begin(means, { name: 'another', by: 'office' });
  const page = await means.door.call<requests.RequestPage>(means.sides.office, requests.follow, { id });
  return { id, seen: page.events[0]?.id ?? '' };
}

/** A matter as the office sees it. */
async function matterOf({ api, door, sides }: Means, id: string, to: string): Promise<Matter> {
  const page = await door.call<requests.RequestPage>(sides.office, requests.follow, { id });
  const seen = page.events[0]?.id ?? '';
  return {
    id,
    round: page.round,
    seen,
    to,
    picture: page.pictures[0]?.id ?? null,
    dueOn: page.clock.dueOn,
    handover: page.handover?.id ?? null,
    today: page.today,
    assigned: await assignedOf(api, id),
  };
}

/** By which a department has it, or had it last. */
export async function assignedOf({ store }: Pick<TestApi, 'store'>, id: string): Promise<Matter['assigned']> {
  const row = await store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('assignment')
      .select(['id', 'version'])
      .where('subject_id', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
  return row ?? null;
}

/** As when whoever it was entered for comes with a phone of theirs; nobody wrote a word on it since. */
async function becomeResident(api: TestApi, id: string, personId: string): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update request set resident_id = ${personId} where id = ${id}`.execute(tx),
  );
}

async function withdrawRoles(api: TestApi, { person }: Side): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('membership')
      .set({ withdrawn_at: api.clock.now() })
      .where('person_id', '=', person.personId)
      .execute(),
  );
}

async function rememberNews(api: TestApi, told: readonly Told[]): Promise<void> {
  const rows = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('notification').select(['id', 'subject_id']).execute(),
  );
  for (const { id, subject_id } of rows) told.find((one) => one.id === subject_id)?.told.add(id);
}
