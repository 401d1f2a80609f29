import { follow, type RequestPage } from '../../../shared/requests/contract';
import type { TestApi } from '../../testing/api';
import { ATTEMPTS, type Attemptable, type Matter } from './acts';
import { type Cast, DEPUTIES, type SideName } from './cast';
import { type Door, type End, keptOut } from './door';
import { effectOf } from './effect';
import type { Scene } from './scenes';
import { assignedOf, type Told } from './story';

export type Cell = { attempt: Attemptable; input: Record<string, unknown>; end: End; offered: boolean };
/** What a side sees of a matter, null where there is nothing for it to see, and how everything ends that it tries. */
export type Row = { side: SideName; seen: RequestPage | null; cells: Cell[] };
/** `effects`: what became of it, by what was done as whom. */
export type Measured = { scene: Told; office: RequestPage; rows: Row[]; effects: Effect[] };
export type Effect = { name: string; as: string | null; effect: string };

/** Who tries a scene, in the order of the cast: all who may have a part in it, by one role or several. */
function sidesOf(scene: Scene, all: SideName[]): SideName[] {
  const { by = 'resident', to, open, words, contact, picture, everybody, steps = [], later = [] } = scene;
  if (everybody) return all;
  const done = [...steps, ...later];
  // On what WeChat and the station have to say, deputies do the same as on anything else.
  const ofStation = Boolean(open || words || picture);
  const byOwn = by === 'resident' || contact !== undefined;
  const met: [boolean, SideName[]][] = [
    [true, ['deputy+clerk', 'clerk']],
    [!ofStation, ['deputy', 'colleague']],
    [byOwn, ['resident', ofStation ? 'resident+clerk' : 'resident+deputy']],
    [by === 'supervisor', ['supervisor', 'supervisor+deputy', 'supervisor-gone+deputy']],
    [by === 'other-supervisor', ['other-supervisor', 'supervisor']],
    [by === 'clerk' || done.includes('clerk supplement'), ['clerk+deputy', 'clerk-gone+deputy', 'other-clerk']],
    [by === 'office', ['office', 'office+deputy']],
    [done.includes('deputy answer'), ['deputy-gone+clerk']],
    [
      done.includes('deputy refer'),
      ['office', 'department', 'department+clerk', 'other-department', 'resident+department'],
    ],
    [to === 'away', ['away']],
    [to === 'ended', ['ended', 'ended+clerk']],
  ];
  const names = new Set(met.flatMap(([when, sides]) => (when ? sides : [])));
  return all.filter((side) => names.has(side));
}

/** `other`: with which any of them may be put together. */
type Stage = { api: Pick<TestApi, 'store'>; door: Door; cast: Cast; other: Matter['other'] };
/** What is tried on. */
type Tried = Measured & { assigned: Matter['assigned'] };

export async function measure(stage: Stage, scene: Told): Promise<Measured> {
  const { api, door, cast } = stage;
  const office = await door.call<RequestPage>(cast.sides.office, follow, { id: scene.id });
  const measured: Tried = { scene, office, rows: [], effects: [], assigned: await assignedOf(api, scene.id) };
  for (const side of sidesOf(scene, Object.keys(cast.sides) as SideName[])) {
    const { end, reply } = await door.read<RequestPage>(cast.sides[side], follow, { id: scene.id });
    if (end !== 'ok' && end !== 'not_found') throw new Error(`${side} reads ${scene.name}: ${end}`);
    const row: Row = { side, seen: reply ?? null, cells: [] };
    for (const attempt of ATTEMPTS) if (!isKnown(measured, row, attempt)) await tryOne(stage, measured, row, attempt);
    measured.rows.push(row);
  }
  return measured;
}

/**
 * What need not be tried, because a scene must not take long: whom a procedure shows nothing the first way, it shows nothing another way;
 * and looking at it is the same for everybody who sees it as the same.
 */
function isKnown({ scene, rows }: Measured, { cells, seen }: Row, { act, procedure }: Attemptable): boolean {
  if (act !== 'open') return cells.some(({ attempt, end }) => attempt.procedure === procedure && end === 'not_found');
  return !scene.everybody && rows.some((row) => row.seen?.viewer === seen?.viewer);
}

async function tryOne(
  { door, cast, other }: Stage,
  { scene, office, effects, assigned }: Tried,
  row: Row,
  attempt: Attemptable,
) {
  const { id, round, pictures, events } = office;
  const input = attempt.input({
    id,
    round,
    seen: events[0]?.id ?? '',
    to: office.deputyId === DEPUTIES.colleague ? DEPUTIES.deputy : DEPUTIES.colleague,
    handover: office.handover?.id ?? null,
    today: office.today,
    picture: pictures[0]?.id ?? null,
    dueOn: office.clock.dueOn,
    assigned,
    other,
  });
  const side = cast.sides[row.side];
  if (!input) return;
  const offered = (row.seen?.may as string[] | undefined)?.includes(attempt.act) ?? false;
  const kept = keptOut(attempt.procedure, side.person);
  if (kept) return void row.cells.push({ attempt, input, end: kept, offered });
  // Looking at it, and taking what one has, is not the same for everybody; the rest is.
  const varies = attempt.act === 'open' || attempt.act === 'take';
  const as = varies ? (row.seen?.viewer ?? 'nobody') : null;
  const isNew = attempt.act !== 'print' && !effects.some((one) => one.name === attempt.name && one.as === as);
  const look = isNew ? effectOf({ door, cast, scene, before: office }) : undefined;
  const { end, seen: effect } = await door.attempt(side, attempt.procedure, input, look);
  row.cells.push({ attempt, input, end, offered });
  if (isNew && effect !== undefined) effects.push({ name: attempt.name, as, effect });
}
