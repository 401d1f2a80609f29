import { giveOpinion } from '../../assignments/parts/give-opinion';
import { part } from '../../assignments/parts/list';
import { show } from '../../assignments/reading/show';
import { type Call, clockCall, type Person, type Services } from '../../platform/call';
import { answer } from '../../requests/answering/answer';
import { refer } from '../../requests/answering/refer';
import { checkWords } from '../../requests/content/check-words';
import { enterFor } from '../../requests/intake/enter-for';
import { submit } from '../../requests/intake/submit';
import { follow } from '../../requests/reading/follow';
import { open } from '../../requests/reading/open';
import { assign } from '../../requests/station/assign';
import { moderate } from '../../requests/station/moderate';
import { callAs, deputyNamed } from './call-as';
import { COUNTY, demoCounty, villageNamed } from './county';
import { departmentsNamed } from './departments';
import { DEMO_PEOPLE } from './people';

const DAY_MS = 86_400_000;

type Category = 'road' | 'water' | 'health' | 'waste' | 'care' | 'land' | 'other';
/** Who works on it beside the department that leads, and what it is asked; `part`: it does a part by itself (分办). */
export type Helper = { name: string; asked: string; part?: true };
type Matter = { daysAgo: number; category: Category; words: string; where?: string; public?: true; sameAs?: Id };
/** What a story needs of a matter that is not there yet. */
export type Id = () => string;
type Seen = { id: string; version: number };
type Newest = { id: string; seen: string };

export type Teller = ReturnType<typeof teller>;

/** Matters, and what becomes of them on which day. Nothing happens before `run`: it does all in the order of time, because lists are ordered by when a thing came in. */
export function teller(services: Services) {
  const at = (daysAgo: number): Services => ({
    ...services,
    clock: () => new Date(services.clock().getTime() - daysAgo * DAY_MS),
  });
  const as = (who: string, daysAgo: number) => callAs(at(daysAgo), who);
  const village = villageNamed(demoCounty(), '草坪村').code;
  const acts: { daysAgo: number; act: () => Promise<unknown> }[] = [];
  const on = (daysAgo: number, act: () => Promise<unknown>) => acts.push({ daysAgo, act });

  /** `who` to `deputy`, or with null to any of the village's; what follows gets its id. */
  const say = (who: string, deputy: string | null, matter: Matter, then: (id: Id) => void = () => undefined): Id => {
    let id = '';
    const input = {
      deputyId: deputy === null ? undefined : deputyNamed(deputy),
      village,
      category: matter.category,
      words: matter.words,
      where: matter.where,
      openness: matter.public ? ('public' as const) : ('handlers' as const),
      name: nameOf(who),
      nameFor: 'deputy' as const,
    };
    on(matter.daysAgo, async () => {
      id = (await submit(as(who, matter.daysAgo), { ...input, sameAs: matter.sameAs?.() })).id;
    });
    then(() => id);
    return () => id;
  };
  /** Entered for somebody at the door or on a slip. */
  const enter = (who: string, name: string, slipNumber: string | undefined, matter: Matter, contactPhone?: string) =>
    on(matter.daysAgo, () =>
      enterFor(as(who, matter.daysAgo), {
        village,
        category: matter.category,
        words: matter.words,
        where: matter.where,
        openness: 'handlers',
        name,
        nameFor: 'deputy',
        slipNumber,
        contactPhone,
        deputyId: deputyNamed('毛范例'),
      }),
    );
  const byClerk = (id: Id, daysAgo: number, act: (call: Call<Person>, seen: Newest) => Promise<unknown>) =>
    on(daysAgo, async () => {
      const clerk = as('clerk', daysAgo);
      await act(clerk, await newest(clerk, id));
    });
  const reply = (deputy: string, id: Id, daysAgo: number, words: string) =>
    on(daysAgo, async () => {
      await open(as(deputy, daysAgo), { id: id() });
      await answer(as(deputy, daysAgo), { id: id(), words });
    });
  const publish = (id: Id, daysAgo: number, title: string, words: string, answered?: string) =>
    on(daysAgo, async () => {
      await checkWords(clockCall(at(daysAgo), COUNTY));
      await moderate(as('clerk', daysAgo), { id: id(), publish: true, title, words, answer: answered });
    });

  /** The deputy asks for a department, and the station finds one the day after. */
  const handOn = (deputy: string, id: Id, daysAgo: number, department: string, words?: string, helper?: Helper) => {
    on(daysAgo, () => refer(as(deputy, daysAgo), { id: id(), words }));
    assignTo(id, daysAgo - 1, department, words, helper);
  };
  const assignTo = (id: Id, daysAgo: number, department: string, words?: string, helper?: Helper) =>
    on(daysAgo, async () => {
      const clerk = as('clerk', daysAgo);
      const [departmentId = ''] = departmentsNamed([department]);
      await assign(clerk, { ...(await newest(clerk, id)), departmentId, words, together: togetherOf(helper) });
    });
  /** What somebody says of what their department works on for another one. */
  const advise = (who: string, id: Id, daysAgo: number, words: string) =>
    on(daysAgo, async () => {
      const call = as(who, daysAgo);
      const { partId } = await follow(call, { id: id() });
      const { version } = await part(call, { id: partId ?? '' });
      await giveOpinion(call, { id: partId ?? '', version, words });
    });
  /** What somebody of a department does with what it has. */
  const byDepartment = (
    who: string,
    id: Id,
    daysAgo: number,
    act: (call: Call<Person>, seen: Seen) => Promise<unknown>,
  ) =>
    on(daysAgo, async () => {
      const call = as(who, daysAgo);
      const { assignmentId } = await follow(call, { id: id() });
      const { id: assigned, version } = await show(call, { id: assignmentId ?? '' });
      await act(call, { id: assigned, version });
    });

  const run = async () => {
    for (const { act } of acts.sort((a, b) => b.daysAgo - a.daysAgo)) await act();
  };
  return { at, as, on, say, enter, reply, publish, handOn, assignTo, advise, byDepartment, byClerk, run };
}

/** A matter, and its newest event: what somebody who acts on it has seen. */
export async function newest(call: Call<Person>, id: Id): Promise<Newest> {
  const { events } = await follow(call, { id: id() });
  return { id: id(), seen: events[0]?.id ?? '' };
}

/** One department beside the one that leads. */
export function togetherOf(helper?: Helper) {
  const parts = departmentsNamed(helper ? [helper.name] : []).map((departmentId) => ({
    departmentId,
    words: helper?.asked ?? '',
  }));
  return parts.length ? { kind: helper?.part ? ('part' as const) : ('advice' as const), parts } : undefined;
}

function nameOf(key: string): string | undefined {
  return DEMO_PEOPLE.find((person) => person.key === key)?.name ?? undefined;
}
