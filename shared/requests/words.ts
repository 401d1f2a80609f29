import type { Category, RequestPage } from './contract';
import type { EventKind } from './lifecycle';
import { type End, isIn, type Outcome, QUESTIONED, type State } from './states';

/** What a request is about, as people read it. */
export const CATEGORY_NAMES: Record<Category, string> = {
  road: '路、桥、路灯',
  water: '水：喝的水、灌溉、河',
  waste: '垃圾、厕所、环境',
  health: '看病、医保',
  school: '上学',
  care: '养老、低保、残疾人',
  land: '田地、山林、房子',
  work: '工作、工钱',
  other: '别的，或说不清',
};

/** What a resident says of an answer, as people read it. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  not_solved: '没解决',
};

/** Where lists keep what nobody has any more, however it ended; each line says how (`END_WORDS`). */
export const ENDED_LIST = '收起的';

/** How a closed matter ended. */
export const END_WORDS: Record<End, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  withdrawn: '撤回了',
  lapsed: '没等到回音，先收起',
};

/** The same where there is room for a few characters, beside the matter it is said of. */
export const SHORT_END_WORDS: Record<End, string> = {
  solved: '解决了',
  partly: '一部分',
  withdrawn: '撤回了',
  lapsed: '先收起',
};

/** What somebody at a station decided, to the next who decides. */
export const DECISION_WORDS: Partial<Record<EventKind, string>> = {
  published: '公开',
  declined: '不公开',
  approved: '可以',
  withheld: '不可以',
  photo_left_off: '这张照片不上公开栏',
  photo_let_on: '这张照片可以上公开栏',
};

/** How far it is known whose a matter is that was entered for somebody, to who entered it and its station. */
export const CONTACT_WORDS: Record<NonNullable<RequestPage['contact']>, string> = {
  none: '没有留他的手机号，他自己还看不到。',
  unconfirmed: '登记时留了他的手机号，还没有本人确认。',
  declined: '登记的电话不是他本人的，号码已经去掉。请核对后改。',
  confirmed: '他已经用微信确认，后面由他自己说。',
};

/** Who has a matter now, to whoever handles it. `deputy` is their title, null while nobody took it. */
export const HOLDER_WORDS: Record<State, (deputy: string | null) => string> = {
  with_deputy: (deputy) => (deputy ? `现在在${deputy}手里` : '还没有代表接'),
  asked: () => '等居民补充',
  answered: () => '等居民说解决了没有',
  closed: () => '',
};

/** How near the last day is, or how long it is over. */
export function sayDaysLeft(left: number): string {
  if (left < 0) return `超时 ${-left} 天`;
  return left === 0 ? '今天要回' : `还有 ${left} 天`;
}

/** What a matter waits for, where the resident has it. `who` is what the reader calls them: 居民, 他, 您. */
export function sayWaiting(state: State, who: string): string {
  return isIn(state, QUESTIONED) ? `等${who}回答` : `等${who}说`;
}

/** How far a matter is, on the slip a visitor takes home (回执). Days are already said as words. */
export const RECEIPT_WORDS: Record<
  State,
  (days: { dueOn: string; answeredOn: string }, outcome: End | null) => string
> = {
  with_deputy: ({ dueOn }) => `最晚 ${dueOn}给您回话`,
  asked: () => '代表问了一句，等您说',
  answered: ({ answeredOn }) => `代表 ${answeredOn}回过话了，等您说一声`,
  closed: (_, outcome) => RECEIPT_ENDS[outcome ?? 'lapsed'],
};

const RECEIPT_ENDS: Record<End, string> = {
  solved: '您说解决了，办完了',
  partly: '您说解决了一部分',
  withdrawn: '您撤回了',
  lapsed: '一直没等到您回音，先收起来了',
};
