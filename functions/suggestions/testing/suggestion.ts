import { v7 } from 'uuid';
import type * as z from 'zod/mini';
import * as assignments from '../../../shared/assignments/contract';
import { dayOf } from '../../../shared/kernel/days';
import type { ProblemCode } from '../../../shared/kernel/problems';
import * as suggestions from '../../../shared/suggestions/contract';
import type { Suggestion } from '../../../shared/suggestions/shown';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { sealPhone } from '../../platform/phones';
import { COUNTY, deputyNamed, type TestApi, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Who signs with 徐示例 in these tests: people of the demo who become deputies of the county. */
export const COSIGNERS = { lin: '单示例', jian: '曾范例' } as const;

/** Makes these demo people the deputies they are here; nobody's term ends while the clock is moved by months. */
export async function seedCosigners(api: TestApi): Promise<void> {
  const serving = ['徐示例', '毛范例', ...Object.values(COSIGNERS)].map(idOf);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: '2030-12-31' }).where('deputy_id', 'in', serving).execute(),
  );
  for (const [key, name] of Object.entries(COSIGNERS)) {
    const phone = await api.signedIn(key);
    const claims = JSON.parse(Buffer.from((phone.token ?? '').split('.')[1] ?? '', 'base64url').toString('utf8'));
    const id = v7();
    const sealed = sealPhone(api.services.phones, '13900000000', { jurisdiction: COUNTY, personId: id });
    await api.services.database.inTenant(COUNTY, (tx) =>
      tx
        .insertInto('membership')
        .values({
          jurisdiction: COUNTY,
          id,
          person_id: claims.sub as string,
          role: 'deputy',
          deputy_id: deputyNamed(name).id,
          name,
          phone_cipher: sealed.cipher,
          phone_hash: sealed.hash,
          phone_hash_key: sealed.key,
          granted_at: api.clock.now(),
        })
        .execute(),
    );
  }
}

type Written = z.input<typeof suggestions.draft.input>;

/** What 徐示例 writes. */
export function writtenFor(changes: Partial<Written> = {}): Written {
  return {
    title: '上新屋、坎下接通自来水',
    facts: '两处十九户吃井水，十月起发黄，烧开有一层白。村里说等自来水。',
    proposal: '先查水、送水，年底前接通这两处。',
    occasion: 'between',
    disclosure: 'full',
    origin: 'visit',
    wantsContact: true,
    cosigners: [],
    requests: [],
    ...changes,
  };
}

export const idOf = (name: string) => deputyNamed(name).id;
export const housing = () => departmentsNamed(['县住建局'])[0] ?? '';
export const transport = () => departmentsNamed(['县交通运输局'])[0] ?? '';

export type Cast = Record<'xu' | 'lin' | 'jian' | 'admin' | 'lu' | 'fang' | 'mao' | 'chen', TestPhone>;

const DAY_MS = 86_400_000;

/**
 * The whole API with departments, the deputies who sign, and everybody signed in anew before each test. `later`: so many days go by; `pass`: and what
 * watches over suggestions has run.
 */
export function suggestionsApi() {
  const api = testApi();
  const cast = {} as Cast;
  const signIn = async () => void Object.assign(cast, await castOf(api));
  beforeAll(async () => {
    await seedDepartments(api.services);
    await seedCosigners(api);
  });
  beforeEach(signIn);
  const later = async (days: number) => {
    api.clock.advance(days * DAY_MS);
    await signIn();
  };
  const pass = async (days: number) => {
    await later(days);
    await api.runSchedule('suggestions.watch');
  };
  const see = (key: keyof Cast, id: string) => cast[key].call(suggestions.show, { id });
  const step = async (id: string) => ({ id, version: (await see('admin', id)).version });
  return { api, cast, today: () => dayOf(api.clock.now()), later, pass, see, step };
}

/** How it ended: the code of the problem, null where it went. */
export const endOf = (done: Promise<unknown>): Promise<ProblemCode | null> =>
  done.then(
    () => null,
    ({ code }) => code,
  );

export const satisfied = { attitude: 'satisfied', result: 'satisfied' } as const;

/** A token is a quarter of an hour old at the most. */
export async function castOf(api: TestApi): Promise<Cast> {
  const cast = {} as Cast;
  for (const key of ['xu', 'lin', 'jian', 'admin', 'lu', 'fang', 'mao', 'chen'] as const)
    cast[key] = await api.signedIn(key);
  return cast;
}

/** Drafted by 徐示例, signed by these, and handed in. */
export async function submitted(
  { xu, lin, jian }: Cast,
  { signers = ['lin'] as ('lin' | 'jian')[], ...changes }: Partial<Written> & { signers?: ('lin' | 'jian')[] } = {},
): Promise<Suggestion> {
  const cosigners = signers.map((key) => idOf(COSIGNERS[key]));
  const { id, textVersion } = await xu.call(suggestions.draft, writtenFor({ cosigners, ...changes }));
  for (const key of signers) await { lin, jian }[key].call(suggestions.sign, { id, textVersion });
  return xu.call(suggestions.submit, { id, textVersion });
}

export async function assigned(cast: Cast, departmentId = housing(), written = {}): Promise<Suggestion> {
  const { id, version } = await submitted(cast, written);
  return cast.admin.call(suggestions.assign, { id, version, departmentId });
}

/** What a department has of a suggestion. */
export async function heldBy(phone: TestPhone, id: string) {
  const { assignmentId } = await phone.call(suggestions.show, { id });
  const { version } = await phone.call(assignments.show, { id: assignmentId ?? '' });
  return { id: assignmentId ?? '', version };
}

/** The department spoke with the deputies and answers. */
export async function answer(api: TestApi, phone: TestPhone, id: string): Promise<void> {
  const today = dayOf(api.clock.now());
  await phone.call(suggestions.contact, { id, on: today, way: 'visit', words: '在村口跟徐代表看了水管。' });
  const words = '管子已过桥，上新屋十二户通水了。坎下七户，三月二十日前通。';
  await phone.call(assignments.answer, { ...(await heldBy(phone, id)), resultClass: 'B', words });
}

/** Makes one 单示例's instead, whom nobody here is; and somebody else one who signs with them, or is asked to. */
export async function handToStranger(api: TestApi, id: string, cosigner?: { name: string; state: 'asked' | 'signed' }) {
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .updateTable('suggestion')
      .set({ lead_id: idOf('单示例') })
      .where('id', '=', id)
      .execute();
    if (!cosigner) return;
    const said = { round: 0, attitude: null, result: null, words: null, changed_at: api.clock.now() };
    const row = { jurisdiction: COUNTY, suggestion_id: id, deputy_id: idOf(cosigner.name), position: 0, ...said };
    await tx
      .insertInto('suggestion_cosigner')
      .values({ ...row, state: cosigner.state })
      .execute();
  });
}

/** Twice not satisfied, without all that leads to it. */
export async function toMeet(api: TestApi, id: string): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('suggestion')
      .set({ state: 'to_meet', round: 2, attitude: 'basically', result: 'dissatisfied' })
      .where('id', '=', id)
      .execute(),
  );
}
