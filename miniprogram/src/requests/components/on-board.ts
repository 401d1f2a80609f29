import { deputyTitle } from '../../../../shared/kernel/names';
import type { BoardItem } from '../../../../shared/requests/contract';
import { threadOf } from '../../../../shared/requests/rules';
import { ANSWERED, ENDED, isIn, QUESTIONED } from '../../../../shared/requests/states';
import { OUTCOME_WORDS, sayHands, wayOf } from '../../../../shared/requests/words';
import { sayDay } from '../../platform/say';

/** The stops of a matter on the notice board: who is 我 to the resident is 居民 to everybody else. */
export function stopsOf(matter: BoardItem) {
  const { deputyName, hands } = matter;
  const way = wayOf({ deputyName, departmentName: hands?.departmentName ?? null, returns: hands?.returns });
  return threadOf(matter, way).map((stop) => (stop.label === '我' ? { ...stop, label: '居民' } : stop));
}

/** How far it is, in a few words, and by when; `day` is empty where nobody owes an answer. */
export function sayFar(matter: BoardItem): { where: string; day: string } {
  const { state, said, deputyName, departmentName, hands } = matter;
  if (isIn(state, ENDED))
    return { where: said ? `居民 ${sayDay(said.on)}说：${OUTCOME_WORDS[said.outcome]}` : '居民一直没说', day: '' };
  if (isIn(state, ANSWERED)) return { where: `${departmentName ?? deputyTitle(deputyName)}答复了，等居民说`, day: '' };
  if (isIn(state, QUESTIONED)) return { where: '问了居民一句，等居民回答', day: '' };
  return {
    where: sayHands({ state, deputyName, departmentName: hands?.departmentName, returns: hands?.returns }),
    day: hands?.dueOn ? `最晚 ${sayDay(hands.dueOn)}` : '',
  };
}
