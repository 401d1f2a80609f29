import { sayDay } from '../kernel/days';
import type { SuggestionEvent } from './shown';
import type { Side } from './states';

/** Who did it, in one character (代 县 办 …). */
export const MARKS: Record<Side, string> = { lead: '代', cosigner: '联', office: '县', department: '办', clock: '时' };

/** What happened, by whom: 县住建局答复了. */
export function sayEvent({
  kind,
  byName,
  toName,
  until,
  watcherName,
}: Pick<SuggestionEvent, 'kind' | 'byName' | 'toName' | 'until' | 'watcherName'>): string {
  const by = byName ?? '';
  const to = toName ?? '部门';
  const watches = watcherName ? `，${watcherName}督办` : '';
  const day = until ? `到 ${sayDay(until)}` : '';
  switch (kind) {
    case 'created':
      return `${by}写了草稿`;
    case 'edited':
      return `${by}改过文字`;
    case 'signed':
      return `${by}联名了`;
    case 'declined':
      return `${by}没有联名`;
    case 'unsigned':
      return `${by}撤回了联名`;
    case 'submitted':
      return `${by}领衔提出`;
    case 'withdrawn':
      return `${by}撤回了`;
    case 'abandoned':
      return '没有送出，结束了';
    case 'redirected':
      return `${by}说这不算建议`;
    case 'assigned':
      return `${by}交给${to}办${watches}`;
    case 'accepted':
      return `${by}收下来办`;
    case 'returned':
      return `${by}说不归它管`;
    case 'taken_back':
      return `从${to}收回，另找部门`;
    case 'progressed':
      return `${by}说了进展`;
    case 'contacted':
      return `${by}跟代表说过话`;
    case 'contact_confirmed':
      return `${by}说对，说过话`;
    case 'contact_denied':
      return `${by}说没有这次联系`;
    case 'question_asked':
      return `${by}问了一句`;
    case 'question_answered':
      return `${by}回了部门问的`;
    case 'extension_asked':
      return `${by}想延长${day}`;
    case 'extension_refused':
      return `${by}没有同意延长`;
    case 'extended':
      return `${by}同意延长${day}`;
    case 'urged':
      return `${by}催了一次`;
    case 'overdue':
      return '过了日子，还没答';
    case 'answered':
      return `${by}答复了`;
    case 'commented':
      return `${by}说了看法`;
    case 'rated':
      return `${by}评了答复`;
    case 'dissatisfied':
      return `${by}评：结果不满意`;
    case 'rating_reminded':
      return '还没评，提醒了一次';
    case 'unrated':
      return '没有评，结束了';
    case 'met':
      return '三方坐到一起，定了';
    case 'marked':
      return `${by}列为重点督办`;
    case 'unmarked':
      return `${by}不再列为重点督办`;
    case 'gained':
      return `${by}把别的建议合进来一起办`;
    case 'joined':
      return `${by}把它跟别的建议合起来一起办`;
    case 'parted':
      return '拆开了，单独办';
    case 'watcher_named':
      return watcherName ? `改由${watcherName}督办` : '改由人大办公室督办';
    case 'watcher_ended':
      return `${watcherName ?? '督办的委员会'}没有了，由人大办公室督办`;
    case 'handed_over':
      return `改由${toName ?? '联名代表'}领衔`;
    case 'cosigner_left':
      return `${toName ?? '联名代表'}任期到了`;
  }
}
