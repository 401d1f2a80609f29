import { deputyTitle } from '../kernel/names';
import type { Category, RequestPage } from './contract';
import type { EventKind } from './lifecycle';
import type { Way } from './rules';
import {
  type Carried,
  type End,
  isIn,
  MOST_RETURNS,
  type Outcome,
  QUESTIONED,
  type State,
  TO_ASSIGN,
  WITH_DEPARTMENT,
  WITH_HOTLINE,
  WITH_OFFICE,
} from './states';

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

/** How what passes between the station and a deputy without an account was carried. */
export const CARRIED_WORDS: Record<Carried, string> = { paper: '用纸', phone: '用电话', spoken: '当面' };

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
  diverted: '不归这里办，告诉了去哪里说',
};

/** The same where there is room for a few characters, beside the matter it is said of. */
export const SHORT_END_WORDS: Record<End, string> = {
  solved: '解决了',
  partly: '一部分',
  withdrawn: '撤回了',
  lapsed: '先收起',
  diverted: '另有去处',
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

/** Who has a matter now, to whoever handles it. `deputy` is their title, null while nobody took it; `department` is the one that has it. */
export const HOLDER_WORDS: Record<State, (deputy: string | null, department: string | null) => string> = {
  with_deputy: (deputy) => (deputy ? `现在在${deputy}手里` : '还没有代表接'),
  with_office: () => '人大办公室先看',
  with_station: () => '等站里分给部门',
  with_department: (_, department) => `现在在${department ?? '部门'}手里`,
  with_hotline: () => '在等 12345 的结果',
  asked: () => '等居民补充',
  answered: () => '等居民说解决了没有',
  closed: () => '',
};

type Held = {
  state: State;
  deputyName: string | null;
  departmentName?: string | null;
  returns?: number;
  hotlineNumber?: string | null;
  higherDeputy?: string | null;
};

/** In whose hands a matter is, to its resident: 在徐代表手里; 等一位代表来接. */
export function sayHands({
  state,
  deputyName,
  departmentName,
  returns = 0,
  hotlineNumber,
  higherDeputy,
}: Held): string {
  if (isIn(state, WITH_HOTLINE)) return `12345 正在办，${hotlineNumber ? `编号 ${hotlineNumber}，` : ''}我们等它的结果`;
  if (isIn(state, WITH_OFFICE)) return '在人大办公室手里';
  if (isIn(state, WITH_DEPARTMENT)) return `在${departmentName ?? '部门'}手里`;
  if (isIn(state, TO_ASSIGN)) return returns < MOST_RETURNS ? '联络站在找管这件事的部门' : '由人大办公室定一家来办';
  if (higherDeputy) return `在${higherDeputy}那里`;
  return deputyName === null ? '等一位代表来接' : `在${deputyTitle(deputyName)}手里`;
}

/** Who is on the way of a matter, for its stops (`threadOf`). */
export function wayOf({ deputyName, departmentName = null, returns = 0 }: Omit<Held, 'state'>): Way {
  return { deputy: deputyTitle(deputyName), department: departmentName, returns };
}

/** Who answered it where that was not its deputy: 县住建局; 12345 热线. */
export function sayAnswerer(answer: RequestPage['answer']): string | null {
  return answer?.by?.departmentName ?? (answer?.hotline ? '12345 热线' : null);
}

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
  (told: { dueOn: string; answeredOn: string; asker: string }, outcome: End | null) => string
> = {
  with_deputy: ({ dueOn }) => `最晚 ${dueOn}给您回话`,
  with_office: ({ dueOn }) => `人大办公室先看，最晚 ${dueOn}给您答复`,
  with_station: ({ dueOn }) => `在找管这件事的部门，最晚 ${dueOn}给您答复`,
  with_department: ({ dueOn }) => `在部门手里，最晚 ${dueOn}给您答复`,
  with_hotline: ({ dueOn }) => `12345 正在办，我们等它的结果，最晚 ${dueOn}给您答复`,
  asked: ({ asker }) => `${asker}问了一句，等您说`,
  answered: ({ answeredOn }) => `${answeredOn}答复过您了，等您说一声`,
  closed: (_, outcome) => RECEIPT_ENDS[outcome ?? 'lapsed'],
};

const RECEIPT_ENDS: Record<End, string> = {
  solved: '您说解决了，办完了',
  partly: '您说解决了一部分',
  withdrawn: '您撤回了',
  lapsed: '一直没等到您回音，先收起来了',
  diverted: '不归这里办，人大办公室说了去哪里说',
};
