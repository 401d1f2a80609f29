import type { Day } from '../kernel/days';
import { deputyTitle } from '../kernel/names';
import type { RequestEvent, RequestPage } from './contract/request-page';
import { type EventKind, lastReturnOf } from './lifecycle';
import { isIn, MOST_RETURNS, TO_ASSIGN, WITH_DEPARTMENT } from './states';

/** One of the hands a matter went through on its way to a department, in words. */
export type Hop = {
  id: string;
  /** One character: 办 the department, 退 that gave it back, 收 from which it was taken, 定 the office, 站 the station, 代 the deputy. */
  mark: string;
  name: string;
  on: Day | null;
  says: string;
  /** The same words as in a story: red is who has it now, and what was given back stays in sight. */
  tone: 'now' | 'past' | 'returned';
};

type Routed = Pick<RequestPage, 'events' | 'state' | 'deputyName'>;

const OFFICE = '人大办公室';

/** The hands a matter went through since it was to go to a department, oldest first (走过这几家); nothing where no department was asked. */
export function routeOf({ events, state, deputyName }: Routed): Hop[] {
  const hops: Hop[] = [];
  let returns = 0;
  for (const event of [...events].reverse()) {
    if (event.kind === 'returned') returns += 1;
    const isFinal = returns >= MOST_RETURNS;
    if (event.kind === 'assigned') hops.push(...assignedTo(event, isFinal));
    else if (event.kind === 'given_back' && hops.length)
      hops.push(backTo(deputyTitle(event.toName ?? deputyName), event));
    else Object.assign(hops.at(-1) ?? {}, changeOf(event, isFinal));
  }
  if (!hops.length) return [];
  return isIn(state, TO_ASSIGN) ? [...hops, finder(returns)] : withNow(hops, isIn(state, WITH_DEPARTMENT));
}

/** A department got it; of what two gave back the office says whose it is. */
function assignedTo({ id, on, toName }: RequestEvent, isFinal: boolean): Hop[] {
  const name = toName ?? '部门';
  const given: Hop = { id, mark: '办', name, on, says: isFinal ? '不能再退' : '联络站转来的', tone: 'past' };
  if (!isFinal) return [given];
  return [{ id: `${id} office`, mark: '定', name: OFFICE, on, says: `定了由${name}来办`, tone: 'past' }, given];
}

function backTo(name: string, { id, on }: RequestEvent): Hop {
  return { id, mark: '代', name, on, says: '联络站交回来的', tone: 'past' };
}

/** What the last hands did with it; nothing where the event is about something else. */
function changeOf({ kind, on, words }: RequestEvent, isFinal: boolean): Partial<Hop> {
  if (lastReturnOf([{ kind }])) return { on, says: kind === 'partly' ? '解决了一部分，接着办' : '没解决，退回再办' };
  const change = (CHANGES as Partial<Record<EventKind, Partial<Hop>>>)[kind];
  if (!change) return {};
  if (kind === 'returned') return { ...change, on, says: words ? `说：${words}` : '说不归它管' };
  return { ...change, on, ...(kind === 'accepted' && isFinal ? { says: '接了，不能再退' } : {}) };
}

const CHANGES = {
  accepted: { says: '接了' },
  returned: { mark: '退', tone: 'returned' },
  taken_back: { mark: '收', says: '联络站收回来了' },
  department_answered: { says: '答复了' },
} as const satisfies Partial<Record<EventKind, Partial<Hop>>>;

/** Who has to find the next one. */
function finder(returns: number): Hop {
  if (returns >= MOST_RETURNS)
    return { id: 'finder', mark: '定', name: OFFICE, on: null, says: '由它定一家，定了不能再退', tone: 'now' };
  return { id: 'finder', mark: '站', name: '联络站', on: null, says: '在找管这件事的部门', tone: 'now' };
}

function withNow(hops: Hop[], hasIt: boolean): Hop[] {
  return hops.map((hop, index) => (hasIt && index === hops.length - 1 ? { ...hop, tone: 'now' } : hop));
}
