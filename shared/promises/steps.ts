import type { Shown } from './shown';
import { KEPT, SAID_DONE, type State } from './states';

/** A step on the way of a promise (到哪一步了). */
export type Step = { label: string; state: 'done' | 'now' | 'next' };

type Events = Shown['events'];
type Told = Pick<Shown, 'state' | 'events'>;

const LOOKS: readonly string[] = ['seen_done', 'seen_not_done'];

/** Where the office asked for it once more, what was done before counts no longer. */
function roundOf(events: Events): Events {
  return events.slice(events.map(({ kind }) => kind).lastIndexOf('reopened') + 1);
}

/** What came after it was promised (改后): what the department said last that it did, and what somebody saw who looked since. */
export function afterOf({ events }: Pick<Told, 'events'>): { done?: Events[number]; look?: Events[number] } {
  const told = roundOf(events).filter(({ kind }) => kind === 'said_done' || LOOKS.includes(kind));
  const done = told.filter(({ kind }) => kind === 'said_done').at(-1);
  const last = told.at(-1);
  return { done, look: last && LOOKS.includes(last.kind) ? last : undefined };
}

/** The day on which it was done, as whoever looked last or the department said; null while it is not. */
export function doneOnOf({ state, events }: Told): Shown['dueOn'] | null {
  if (!KEPT.includes(state) && !SAID_DONE.includes(state)) return null;
  const { done, look } = afterOf({ events });
  return done?.on ?? look?.on ?? null;
}

/** The steps of a promise: those that were gone, the one where it stands, those that can come. Never more than five, for which a phone has room. */
export function stepsOf({ state, events }: Told): Step[] {
  const { done, look } = afterOf({ events });
  const begun = roundOf(events).length < events.length ? ['答应了', '要重做'] : ['答应了'];
  // Somebody who looked says more than a day that went by.
  const missed = look ? '没做到' : '过了日子';
  const steps: Record<State, { gone: string[]; now?: string; coming: string[] }> = {
    promised: { gone: begun, now: '在改', coming: ['去看', '做到'] },
    said_done: { gone: [...begun, '说做好了'], now: '去看', coming: ['做到'] },
    kept: { gone: [...begun, ...(done ? ['说做好了'] : []), '看过了', '做到了'], coming: [] },
    not_kept: { gone: ['答应了', missed], now: '在补', coming: ['去看', '做到'] },
  };
  const { gone, now, coming } = steps[state];
  return [
    ...gone.map((label): Step => ({ label, state: 'done' })),
    ...(now ? [{ label: now, state: 'now' as const }] : []),
    ...coming.map((label): Step => ({ label, state: 'next' })),
  ];
}

/** The same for who hears them: 一共 4 步，现在第 2 步，在改. */
export function saySteps(steps: readonly Step[]): string {
  const now = steps.findIndex(({ state }) => state === 'now');
  const all = `一共 ${steps.length} 步`;
  return now < 0 ? `${all}，都走完了，做到了` : `${all}，现在第 ${now + 1} 步，${steps[now]?.label}`;
}
