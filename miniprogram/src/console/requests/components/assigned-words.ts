import type { Assignment, AssignmentLine, Box, PartLine } from '../../../../../shared/assignments/contract';
import { STATES as PART_STATES } from '../../../../../shared/assignments/part/states';
import { KIND_WORDS, sayPartShort } from '../../../../../shared/assignments/part/words';
import { GONE, OWED } from '../../../../../shared/assignments/states';
import { STATE_WORDS } from '../../../../../shared/assignments/words';
import type { Day } from '../../../../../shared/kernel/days';
import { MOST_RETURNS } from '../../../../../shared/requests/states';
import { sayDay } from '../../../platform/say';
import type { Line } from './Rows';
import { sayNear } from './words';

export const BOX_WORDS: Record<Box | 'parts', string> = {
  new: '新来',
  working: '在办',
  parts: '协办',
  answered: '答过',
  gone: '退回的',
};

export const BOX_EMPTY: Record<Box | 'parts', { title: string; words: string }> = {
  new: { title: '没有新来的。', words: '联络站分给您这里的，\n会排在这里。' },
  working: { title: '没有在办的。', words: '收下来的，会排在这里。' },
  parts: { title: '没有请您协办的。', words: '别的部门主办、请您这里一起办的，\n会排在这里。' },
  answered: { title: '还没有答过的。', words: '答复了居民的，会排在这里。' },
  gone: { title: '没有退回的。', words: '退回去的、站里收回的，\n会排在这里。' },
};

/** A row of what a department has. `several`: whoever sits here is of more than one. */
export function lineOf(line: AssignmentLine, today: Day, several: boolean): Line {
  const { id, title, placeName, kind, acceptBy, returns, final, departmentName } = line;
  const by = isNew(line) && acceptBy >= today ? `最晚 ${sayDay(acceptBy)}收下` : '';
  return {
    id,
    title,
    when: whenOf(line, today),
    notes: [
      [placeName, kind].filter(Boolean).join(' · '),
      [several && departmentName, by, returns > 0 && `退过 ${returns} 次`].filter(Boolean).join(' · '),
    ],
    tags: final && isNew(line) ? [{ words: '人大办定的', icon: 'station', tone: 'accent' }] : [],
  };
}

/** A row of what is done for a department that leads. */
export function partLineOf(line: PartLine, several: boolean): Line {
  const { id, title, placeName, about, kind, leadName, departmentName, state, late } = line;
  const { owed } = PART_STATES[state];
  return {
    id,
    title,
    when: { words: sayPartShort(line), icon: late ? 'alert' : owed ? 'clock' : 'check', tone: late ? 'late' : '' },
    notes: [
      [placeName, about].filter(Boolean).join(' · '),
      [several && departmentName, `${KIND_WORDS[kind]} · 主办 ${leadName}`].filter(Boolean).join(' · '),
    ],
    tags: [],
  };
}

function whenOf(line: AssignmentLine, today: Day): Line['when'] {
  const { state, dueOn, daysLeft, acceptBy } = line;
  if (!OWED.includes(state))
    return { words: STATE_WORDS[state], icon: GONE.includes(state) ? 'undo' : 'check', tone: '' };
  const isLate = daysLeft !== null && daysLeft < 0;
  if (isNew(line) && acceptBy === today && !isLate) return { words: '今天要收', icon: 'clock', tone: 'soon' };
  return sayNear(daysLeft, dueOn);
}

/** The department has not said yet whether it takes it. */
export function isNew({ acts }: Assignment): boolean {
  return acts.includes('accept');
}

/** Why a matter that was just given can't be given back; null where it can, or where nobody would think of it. */
export function whyNoReturn(assignment: Assignment): string | null {
  if (!isNew(assignment) || assignment.acts.includes('return')) return null;
  return assignment.final ? '人大办定了您这里办，不能退。' : '能退的日子过了，请接着办。';
}

/** What comes of giving it back once more. */
export function sayReturning(returns: number): string {
  const before = returns > 0 ? `这件退过 ${returns} 次。` : '';
  const next =
    returns + 1 >= MOST_RETURNS ? '再退，就由人大办定主办，不再转圈。' : `退回 ${MOST_RETURNS} 次，就由人大办定主办。`;
  return `${before}${next}谁退的、为什么，居民看得到。`;
}
