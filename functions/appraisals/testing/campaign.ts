import { v7 } from 'uuid';
import * as appraisals from '../../../shared/appraisals/contract';
import * as identity from '../../../shared/identity/contract';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Sheet } from '../../../shared/voting/ballot';
import { cast } from '../../../shared/voting/contract';
import { demoCounty } from '../../local/seed/county';
import type { Tx } from '../../platform/database';
import { sealPhone } from '../../platform/phones';
import { COUNTY, type TestApi, villageOf } from '../../testing/api';
import { openTestPhone, type TestPhone } from '../../testing/phone';

/** Somebody's ballot, as `take` gave it out. */
export type Taken = Reply<typeof appraisals.take>;

const DEPARTMENTS = ['县教育局', '县交通运输局', '县住建局', '县水利局'];

/** Puts departments on the county's roll. @returns their ids, in its order */
export async function withDepartments({ store }: TestApi, names: readonly string[] = DEPARTMENTS): Promise<string[]> {
  const rows = names.map((name, roll) => ({ jurisdiction: COUNTY, id: v7(), kind: 'department' as const, name, roll }));
  await store.owner.inTenant(COUNTY, (tx) => tx.insertInto('department').values(rows).execute());
  return rows.map(({ id }) => id);
}

/** What is asked in the tests: two ratings, a choice, and some words. */
export function draftOf(departments: readonly string[], closesAt: Date, changes: Partial<appraisals.Draft> = {}) {
  const draft: appraisals.Draft = {
    title: '2026 年度部门评议',
    closesAt: closesAt.toISOString(),
    electorates: ['residents', 'deputies'],
    asks: null,
    threshold: 5,
    questions: [
      { kind: 'rating', words: '办事的人，态度怎么样？', options: [] },
      { kind: 'rating', words: '找它办事，快不快？', options: [] },
      { kind: 'choice', words: '您找过它几次？', options: ['一次', '几次', '没有'] },
      { kind: 'words', words: '想说一句（可不写）', options: [] },
    ],
    departments: departments.map((id) => ({ id, about: '管这些事' })),
    ...changes,
  };
  return draft;
}

/** Two people of the office. */
export async function offices(api: TestApi): Promise<[TestPhone, TestPhone]> {
  const first = await api.signedIn('admin');
  const reason = '人大办同事';
  await first.call(identity.grant, { role: 'admin', name: '林试样', phone: '13800000003', reason });
  const second = await api.signedIn('lin');
  await api.verifyPhone(second, 'lin');
  return [first, await api.signedIn('lin')];
}

const DAY_MS = 24 * 3_600_000;

/** The moment so many days from now; negative: ago. */
export const inDays = ({ clock }: TestApi, days: number): Date => new Date(clock.now().getTime() + days * DAY_MS);

/** So many days go by, and the clock does what it does after them: an appraisal that closed meanwhile is counted and published. */
export async function passDays(api: TestApi, days: number): Promise<void> {
  await api.clock.set(inDays(api, days).toISOString());
  await api.runSchedules();
  await api.runSchedules();
}

/** An open appraisal, prepared as it has to be: tried by three, opened by two. */
export async function openCampaign(
  api: TestApi,
  [first, second]: readonly [TestPhone, TestPhone],
  draft: appraisals.Draft,
): Promise<string> {
  const { id, version } = await first.call(appraisals.create, { draft });
  for (const phone of [first, await api.signedIn('clerk'), await api.signedIn('mao')])
    await phone.call(appraisals.tryOut, { id, version, elder: phone === first });
  await first.call(appraisals.approve, { id, version });
  await second.call(appraisals.open, { id, version });
  return id;
}

/** Residents with an account each, and these phones, which are verified: several accounts may have one. `deputyIds`: the deputies who they are. */
export async function residents(
  api: TestApi,
  phones: readonly string[],
  deputyIds: readonly string[] = [],
): Promise<TestPhone[]> {
  const { services, store, clock } = api;
  const now = clock.now();
  const people = phones.map((phone) => ({ id: v7(), phone }));
  const rows = people.map(({ id, phone }) => {
    const { cipher, hash, key } = sealPhone(services.phones, phone, { jurisdiction: COUNTY, personId: id });
    const own = { phone_cipher: cipher, phone_hash: hash, phone_hash_key: key, phone_verified_at: now };
    return { jurisdiction: COUNTY, id, openid: `test-${id}`, name: null, created_at: now, seen_at: now, ...own };
  });
  const memberships = deputyIds.map((deputyId, at) => ({
    jurisdiction: COUNTY,
    id: v7(),
    person_id: rows[at]?.id ?? null,
    role: 'deputy' as const,
    deputy_id: deputyId,
    granted_at: now,
  }));
  await store.owner.inTenant(COUNTY, async (tx) => {
    if (rows.length) await tx.insertInto('person').values(rows).execute();
    if (memberships.length) await tx.insertInto('membership').values(memberships).execute();
  });
  const caller = { jurisdiction: COUNTY, phoneVerified: true };
  return Promise.all(
    people.map(async ({ id }, at) => {
      const phone = openTestPhone(api.url, COUNTY);
      const deputyId = deputyIds[at];
      const roles = deputyId ? [{ role: 'deputy' as const, id: deputyId }] : [];
      const issued = await services.tokens.issueAccess({ ...caller, roles, personId: id, sessionId: v7() }, now);
      phone.token = issued.token;
      return phone;
    }),
  );
}

/** So many numbers of a range that no operator gave out. */
export const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `1380010${String(at).padStart(4, '0')}`);

/** So many deputies who serve and had no account yet, with one each. */
export async function deputies(api: TestApi, count: number): Promise<TestPhone[]> {
  const { store } = api;
  const held = await store.owner.inTenant(COUNTY, (tx) => tx.selectFrom('membership').select('deputy_id').execute());
  const taken = new Set(held.map(({ deputy_id }) => deputy_id));
  const serving = demoCounty().deputies.filter(({ mandates }) => mandates.some(({ ended }) => !ended));
  const ids = serving.flatMap(({ id }) => (taken.has(id) ? [] : [id])).slice(0, count);
  return residents(
    api,
    ids.map((_, at) => `1380011${String(at).padStart(4, '0')}`),
    ids,
  );
}

/** Takes a ballot as somebody who lives there. */
export async function takeAs(phone: TestPhone, id: string, village = '草坪村'): Promise<Taken> {
  return phone.call(appraisals.take, { id, village: villageOf(village), adult: true });
}

/** The same answers for everything that was asked. */
export const all = ({ subjects }: Taken, answers: string): Sheet[] =>
  subjects.map(({ id }) => ({ subject: id, answers }));

export async function castAs(phone: TestPhone, id: string, taken: Taken, sheets: Sheet[], more = 1) {
  return phone.call(cast, { id, pass: taken.pass, revision: taken.revision + more, sheets });
}

/** The approval of somebody else than who opens it. */
export async function approveAs(tx: Tx, campaignId: string, personId: string, at: Date): Promise<void> {
  const row = { jurisdiction: COUNTY, campaign_id: campaignId, id: v7(), person_id: personId, at };
  await tx
    .insertInto('campaign_event')
    .values({ ...row, kind: 'approved', detail: JSON.stringify({ version: 1 }) })
    .execute();
  await tx.updateTable('campaign').set({ state: 'approved' }).where('id', '=', campaignId).execute();
}

type Proposed = { id: string; proposal: string; personId: string; at: Date; closesAt: string; reason: string };

/** The proposal of another close, of somebody else than who agrees to it. */
export async function proposeAs(tx: Tx, { id, proposal, personId, at, closesAt, reason }: Proposed): Promise<void> {
  const row = { jurisdiction: COUNTY, campaign_id: id, id: proposal, person_id: personId, at };
  await tx
    .insertInto('campaign_event')
    .values({ ...row, kind: 'close_proposed', detail: JSON.stringify({ closesAt, reason }) })
    .execute();
}

/** Lets an open appraisal end at this moment: whoever tests what comes after it need not wait for weeks. */
export async function shutAt(tx: Tx, id: string, at: Date): Promise<void> {
  const { draft } = await tx.selectFrom('campaign').select('draft').where('id', '=', id).executeTakeFirstOrThrow();
  const closed = JSON.stringify({ ...draft, closesAt: at.toISOString() });
  await tx.updateTable('campaign').set({ draft: closed }).where('id', '=', id).execute();
  await tx.updateTable('poll').set({ closes_at: at }).where('id', '=', id).execute();
}
