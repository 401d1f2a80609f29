import { follow, type RequestPage } from '../../../shared/requests/contract';
import {
  ENDED,
  isIn,
  MOST_RETURNS,
  TO_ASSIGN,
  WAITING_FOR_RESIDENT,
  WITH_HOTLINE,
  WITH_OFFICE,
} from '../../../shared/requests/states';
import { ATTEMPTS, type Attemptable, UNOFFERED } from './acts';
import { DEPUTIES, type SideName } from './cast';
import type { End } from './door';
import type { Scene } from './scenes';
import { assignedOf, begin, type Means, play } from './story';

/** An integer in [0, below). */
type Random = (below: number) => number;

/** A matter on its way: as it was sent, as it was when somebody looked last, and what was done. */
export type Walk = {
  id: string;
  scene: Scene;
  random: Random;
  sent: RequestPage;
  page: RequestPage;
  trail: string[];
};

/** The same numbers for the same seed, whatever runs beside it (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function oneOf<T>(random: Random, all: readonly T[]): T {
  return all[random(all.length)] as T;
}

export function look({ door, sides }: Means, id: string): Promise<RequestPage> {
  return door.call<RequestPage>(sides.office, follow, { id });
}

const TO_CITY = ['colleague pass-higher', 'resident agree-handover'];
const TO_DEPARTMENT = ['deputy refer', 'clerk assign', 'department accept'];

export async function setOut(means: Means, seed: number): Promise<Walk> {
  const random = randomFrom(seed);
  const by = oneOf(random, ['resident', 'resident', 'supervisor', 'clerk', 'office'] as const);
  const to = oneOf(random, ['deputy', 'deputy', 'colleague', 'away', 'ended', null] as const);
  const scene: Scene = { name: 'a walk', by, to };
  if (random(2)) scene.open = true;
  if (by !== 'resident' && random(3) === 0) scene.contact = oneOf(random, ['known', 'left'] as const);
  const id = await begin(means, scene);
  const sent = await look(means, id);
  // Few would get as far as a department or another level by themselves.
  const steps =
    to === 'deputy' && random(3) === 0 ? TO_DEPARTMENT : to === 'colleague' && by === 'resident' ? TO_CITY : [];
  for (const step of steps) await play(means, id, step);
  const trail = [`seed ${seed}: by ${by} to ${to ?? 'all'}`, ...steps];
  return { id, scene, random, sent, page: await look(means, id), trail };
}

const HOLDERS: Record<string, SideName> = {
  徐示例: 'deputy',
  毛范例: 'colleague',
  郑样本: 'away',
  范旧例: 'ended',
  汪虚拟: 'city',
  县住建局: 'department',
  县交通运输局: 'other-department',
};
const TO = ['deputy', 'colleague', 'away', 'city'] as const;
// Printing changes nothing of a matter, and putting it together with another takes two of them (`random-walks.test.ts`).
const POSSIBLE = ATTEMPTS.filter(({ act }) => act !== 'print' && act !== 'merge');

/** Whoever speaks for the resident, who has it, the station, or anybody at all. */
function somebody({ scene, page, random }: Walk, { sides }: Means): SideName {
  // What a department asks is decided before other things happen, most times.
  if (page.asks && random(3)) return 'clerk';
  const speaker = scene.contact === 'known' ? 'resident' : (scene.by ?? 'resident');
  // What is answered or ended is theirs to speak of.
  const waits = isIn(page.state, WAITING_FOR_RESIDENT) || isIn(page.state, ENDED);
  if (waits && random(2)) return speaker;
  const holder = holderOf(page) ?? oneOf(random, ['deputy', 'colleague'] as const);
  const anybody = oneOf(random, Object.keys(sides) as SideName[]);
  return oneOf(random, [speaker, speaker, holder, holder, 'clerk', anybody] as const);
}

function holderOf({ state, departmentName, deputyName, asks, returns = 0 }: RequestPage): SideName | undefined {
  if (isIn(state, WITH_OFFICE)) return 'office';
  if (isIn(state, TO_ASSIGN)) return returns < MOST_RETURNS ? 'clerk' : 'office';
  if (asks || isIn(state, WITH_HOTLINE)) return 'clerk';
  return HOLDERS[departmentName ?? deputyName ?? ''];
}

/** Mostly something that is offered, else anything. Looking and noting lead nowhere, so they are seldom done. */
async function something({ door, sides }: Means, { id, random }: Walk, side: SideName): Promise<Attemptable> {
  if (random(5) === 0) return oneOf(random, POSSIBLE);
  const { reply } = await door.read<RequestPage>(sides[side], follow, { id });
  const seldom: readonly string[] = random(4) === 0 ? [] : ['open', 'note', 'seePhone', 'hideWords'];
  const acts = reply?.viewer === 'department' ? (['department'] as const) : UNOFFERED;
  const may: readonly string[] = [...(reply?.may ?? []), ...acts];
  const possible = POSSIBLE.filter(({ act }) => may.includes(act) && !seldom.includes(act));
  return oneOf(random, possible.length ? possible : POSSIBLE);
}

export async function takeStep(means: Means, walk: Walk): Promise<End> {
  const { id, page, random, trail } = walk;
  const side = somebody(walk, means);
  const { name, procedure, input } = await something(means, walk, side);
  const assigned = await assignedOf(means.api, id);
  const seen = page.events[0]?.id ?? '';
  const to = DEPUTIES[oneOf(random, TO)];
  const given = input({
    id,
    round: page.round,
    seen,
    to,
    picture: null,
    assigned,
    dueOn: page.clock.dueOn,
    handover: page.handover?.id ?? null,
    today: page.today,
  });
  if (!given) return 'not_found';
  const end = await means.door.end(means.sides[side], procedure, given);
  trail.push(`${page.today} ${side} ${name}: ${end}`);
  return end;
}
