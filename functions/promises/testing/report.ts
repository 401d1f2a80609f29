import { v7 } from 'uuid';
import { addDays, dayOf } from '../../../shared/kernel/days';
import * as promises from '../../../shared/promises/contract';
import type { Report } from '../../../shared/promises/report/shown';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed } from '../../local/seed/departments';
import { COUNTY, deputyNamed, matterFor, type TestApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { promised } from './promise';

export const WHOLE = '两年里答应的事，一件一件都看过了。';
export const WORD = '材料没到，下个月做完。';

/** Nobody's term ends while the clock is moved by months. */
export async function serveOn(api: TestApi, names: readonly string[], until = '2030-12-31'): Promise<void> {
  const ids = names.map((name) => deputyNamed(name).id);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('mandate').set({ ends_on: until }).where('deputy_id', 'in', ids).execute(),
  );
}

/** Promised for what a resident told this deputy. @returns its id */
export async function promisedFor(
  api: TestApi,
  deputy: string,
  changes: Parameters<typeof promised>[1] = {},
): Promise<string> {
  const chen = await api.signedIn('chen');
  const { id } = await chen.call(requests.submit, matterFor(deputy));
  return promised(api, { isPublic: false, subject: { context: 'requests', id }, ...changes });
}

/** The report of the year of the test's clock of this department, as the schedule opened it. */
export async function reportOf(api: TestApi, department = '县交通运输局', year?: number) {
  const [departmentId = ''] = departmentsNamed([department]);
  return api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('promise_report')
      .selectAll()
      .where('jurisdiction', '=', COUNTY)
      .where('department_id', '=', departmentId)
      .where('year', '=', year ?? Number(dayOf(api.clock.now()).slice(0, 4)))
      .executeTakeFirst(),
  );
}

/** What somebody of the department sends: a word for each that is owed one. */
export function handingInOf({ id, version, lines }: Report) {
  const owed = lines.filter(({ owes }) => owes);
  const said = owed.map(({ promiseId, version }) => ({ promiseId, version, words: WORD }));
  return { id, version, words: WHOLE, lines: said };
}

/** Handed in by this phone, as it is. */
export async function handIn(phone: TestPhone, id: string): Promise<Report> {
  return phone.call(promises.handInReport, handingInOf(await phone.call(promises.report, { id })));
}

let years = 3_000;
type Made = {
  department?: string;
  state: 'open' | 'handed_in' | 'rated';
  /** Who is asked; once it is rated they were not satisfied. */
  deputies?: readonly string[];
  /** Far away, where nothing was promised, unless it is said. */
  year?: number;
};

/** A report without all that leads to it, in which there are no promises. @returns what is seen of it */
export async function reportMade(api: TestApi, { department = '县交通运输局', state, deputies = [], year }: Made) {
  years += 1;
  const now = api.clock.now();
  const today = dayOf(now);
  const id = v7();
  const of = { jurisdiction: COUNTY, report_id: id, round: 1 };
  const round = state === 'open' ? 0 : 1;
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .insertInto('promise_report')
      .values({
        jurisdiction: COUNTY,
        id,
        department_id: departmentsNamed([department])[0] ?? '',
        year: year ?? years,
        state,
        round,
        due_on: addDays(today, 30),
        rate_by: round ? addDays(today, 30) : null,
        handed_in_on: round ? today : null,
        reminded: null,
        texted: null,
        version: 1,
        created_at: now,
        changed_at: now,
      })
      .execute();
    if (!round) return;
    await tx
      .insertInto('promise_report_paper')
      .values({ ...of, id: v7(), words: WHOLE, public_words: WHOLE, lines: '[]', handed_in_on: today })
      .execute();
    const said =
      state === 'rated'
        ? { state: 'given' as const, rating: 'dissatisfied' as const, words: WORD }
        : { state: 'asked' as const, rating: null, words: null };
    for (const deputy of deputies)
      await tx
        .insertInto('promise_report_receipt')
        .values({ ...of, id: v7(), deputy_id: deputyNamed(deputy).id, ...said, person_id: null, changed_at: now })
        .execute();
  });
  return { id, version: 1, round };
}
