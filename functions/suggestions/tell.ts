import { sayDay } from '../../shared/kernel/days';
import { type EventKind, type Recipient, tellsOf } from '../../shared/suggestions/lifecycle';
import { sayNumber } from '../../shared/suggestions/words';
import { withoutAside } from '../assignments/public';
import { countyDirectoryOf } from '../directory/public';
import { clerksOfStation, peopleOfDepartments, peopleOfDeputies } from '../identity/public';
import { type NotificationKind, notify } from '../notifications/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { residentsOf } from '../requests/public';
import { hideIn } from './hide';
import { type SuggestionRow, selectCosigners, selectRequestIds } from './queries';

const page = (id: string | null) => `suggestions/pages/one/index?id=${id ?? ''}`;
const KIND: NotificationKind = { name: 'suggestion', template: 'progress', page };
/** A resident reads of it in their own request. */
const OF_REQUEST: NotificationKind = {
  name: 'suggestion_of_request',
  template: 'progress',
  page: (id) => `requests/pages/follow/index?id=${id ?? ''}`,
};

/** What those who are told read first. */
const TITLES: Partial<Record<EventKind, Partial<Record<Recipient, string>>>> = {
  created: { asked: '请您联名' },
  edited: { asked: '请您看一看，联不联名' },
  signed: { lead: '有一位代表联名了' },
  unsigned: { lead: '有一位代表撤回了联名' },
  submitted: { office: '收到一件代表建议', cosigners: '您联名的建议送出去了', residents: '您说的事写进了代表建议' },
  withdrawn: { office: '代表撤回了一件建议', cosigners: '您联名的建议撤回了', residents: '写着您的事的建议撤回了' },
  abandoned: { cosigners: '您联名的建议没有送出' },
  redirected: {
    lead: '人大办公室说这不算建议',
    cosigners: '您联名的建议没有收下',
    residents: '写着您的事的建议没有收下',
  },
  assigned: {
    lead: '建议交办了',
    cosigners: '您联名的建议交办了',
    department: '有一件代表建议交给您这里办',
    residents: '写着您的事的建议交给部门了',
  },
  returned: {
    office: '部门说这件建议不归它管',
    lead: '部门把建议退回了',
    cosigners: '部门把建议退回了',
    residents: '写着您的事的建议退回了，正在另找部门',
  },
  taken_back: {
    office: '有一件建议要另找部门',
    lead: '建议要换一个部门办',
    cosigners: '建议要换一个部门办',
    department: '人大办公室收回了一件建议',
    residents: '写着您的事的建议要换一个部门办',
  },
  progressed: { lead: '部门说了建议的进展', cosigners: '部门说了建议的进展' },
  contacted: { lead: '部门说跟您说过话，请看对不对' },
  contact_denied: { department: '代表说没有这次联系', office: '代表说部门没有联系过' },
  question_asked: { lead: '部门问您一句', office: '部门问代表一句' },
  question_answered: { department: '您问的，代表那边回了', lead: '部门问的，人大办公室替您回了' },
  extension_asked: { office: '部门想延长建议的答复', lead: '部门想延长答复的日子' },
  extension_refused: { department: '人大办公室没有同意延长', lead: '延长没有同意，日子照旧' },
  extended: {
    lead: '建议的答复延长了',
    cosigners: '建议的答复延长了',
    department: '建议的答复延长了',
    residents: '写着您的事的建议，答复延长了',
  },
  urged: { department: '催办一件代表建议' },
  overdue: { office: '有一件建议超时没答', department: '代表建议过了日子还没答', lead: '建议过了日子还没答' },
  answered: {
    lead: '部门答复了，请您评',
    cosigners: '部门答复了，请您说说',
    office: '部门答复了一件建议',
    residents: '写着您的事的建议有了答复',
  },
  commented: { lead: '联名的代表说了看法' },
  rated: {
    cosigners: '领衔代表评了答复',
    office: '领衔代表评了一件建议',
    department: '代表评了您的答复',
    residents: '写着您的事的建议，代表评过了',
  },
  dissatisfied: {
    cosigners: '领衔代表不满意',
    office: '领衔代表不满意一件建议',
    department: '代表对答复不满意',
    residents: '写着您的事的建议，代表不满意',
  },
  rating_reminded: { lead: '还没评的建议，请您评' },
  unrated: {
    lead: '建议没评，按没评结束',
    office: '一件建议没有评',
    department: '建议结束了，代表没有评',
    residents: '写着您的事的建议结束了',
  },
  met: {
    lead: '坐到一起定了',
    cosigners: '坐到一起定了',
    department: '坐到一起定了',
    residents: '写着您的事的建议，三方坐到一起定了',
  },
  marked: { lead: '建议列为重点督办', cosigners: '建议列为重点督办', department: '建议列为重点督办' },
  handed_over: { lead: '这件建议改由您领衔', cosigners: '建议换了领衔代表', office: '一件建议换了领衔代表' },
  joined: {
    lead: '建议跟别的合起来一起办',
    cosigners: '您联名的建议跟别的合起来办',
    residents: '写着您的事的建议，跟别的合起来办',
  },
  parted: {
    lead: '建议又单独办了',
    cosigners: '您联名的建议又单独办了',
    department: '有一件建议拆开了，不在一起办',
    residents: '写着您的事的建议，又单独办了',
  },
  watcher_named: { lead: '建议换了督办的', cosigners: '建议换了督办的', department: '建议换了督办的' },
  watcher_ended: { office: '督办建议的委员会没有了' },
  cosigner_left: { lead: '有一位联名代表任期到了' },
};

type Happened = { before: SuggestionRow; after: SuggestionRow; words: string | null };

/** Tells whomever the table names of what happened; whoever did it knows. Nobody hears it twice. */
export async function tell(tx: Tx, call: Call, event: EventKind, happened: Happened): Promise<void> {
  const told = new Set<string>();
  // Nobody of a committee has an account here: the office is told, and tells it.
  const watcher =
    event === 'overdue' ? (await countyDirectoryOf(call)).departmentName(happened.after.watcher_id) : null;
  for (const recipient of tellsOf(event)) {
    const title = TITLES[event]?.[recipient];
    // Of a draft nobody knows but who writes and signs it.
    if (!title || (recipient === 'office' && happened.before.number === null && happened.after.number === null))
      continue;
    for (const { personId, request } of await peopleOf(tx, call, recipient, happened)) {
      if (told.has(personId)) continue;
      told.add(personId);
      await tellOne(tx, call, {
        personId,
        request,
        title,
        suggestion: await readBy(tx, call, recipient, happened.after),
        watcher,
      });
    }
  }
}

/** Reminds the department of a day that comes. */
export async function remind(tx: Tx, call: Call, suggestion: SuggestionRow, title: string): Promise<void> {
  const happened = { before: suggestion, after: suggestion, words: null };
  const read = await readBy(tx, call, 'department', suggestion);
  for (const { personId } of await peopleOf(tx, call, 'department', happened))
    await tellOne(tx, call, { personId, title, suggestion: read });
}

/** A department reads what it is about, and not who of its residents is who. */
async function readBy(tx: Tx, call: Call, recipient: Recipient, suggestion: SuggestionRow): Promise<SuggestionRow> {
  if (recipient !== 'department') return suggestion;
  const hide = await hideIn(tx, call, [suggestion.id]);
  return { ...suggestion, title: hide(suggestion.id)(suggestion.title) };
}

type Told = {
  personId: string;
  request?: string | undefined;
  title: string;
  suggestion: SuggestionRow;
  watcher?: string | null;
};

async function tellOne(
  tx: Tx,
  call: Call,
  { personId, request, title, suggestion, watcher = null }: Told,
): Promise<void> {
  const { jurisdiction, caller, now } = call;
  if (personId === caller?.personId) return;
  const subject = request ? { context: 'requests', id: request } : { context: 'suggestions', id: suggestion.id };
  const kind = request ? OF_REQUEST : KIND;
  const body = watcher ? `${sayOf(suggestion)}，${watcher}督办` : sayOf(suggestion);
  await notify(tx, { jurisdiction, personId, kind, subject, title, body, now });
}

/** `闭会建议 2026-20 号：上新屋、坎下接通自来水（3 月 1 日前答）`. */
function sayOf({ title, occasion, year, number, due_on, complex_reason, state }: SuggestionRow): string {
  const called = number === null ? '' : `${sayNumber(occasion, `${year}-${number}`)}：`;
  const due = state === 'with_department' && due_on ? `（${complex_reason ? '复杂，' : ''}${sayDay(due_on)}前答）` : '';
  return `${called}${title}${due}`;
}

type Person = { personId: string; request?: string };
const only = (people: readonly string[]): Person[] => people.map((personId) => ({ personId }));

async function peopleOf(tx: Tx, call: Call, recipient: Recipient, { before, after }: Happened): Promise<Person[]> {
  const { jurisdiction } = call;
  switch (recipient) {
    case 'lead':
      return only(await peopleOfDeputies(tx, jurisdiction, [after.lead_id]));
    case 'cosigners':
      return only(await cosigners(tx, jurisdiction, after, 'signed'));
    case 'asked':
      return only(await justAsked(tx, call, after));
    case 'office':
      return only(await withoutAside(tx, jurisdiction, after.id, await clerksOfStation(tx, jurisdiction, null)));
    case 'department': {
      const departmentId = after.department_id ?? before.department_id;
      const people = departmentId ? await peopleOfDepartments(tx, jurisdiction, [departmentId]) : [];
      const personIds = people.flatMap(({ person_id }) => person_id ?? []);
      return only(await withoutAside(tx, jurisdiction, after.id, personIds));
    }
    case 'residents': {
      // A draft is nobody's business yet.
      if (after.number === null) return [];
      const rows = await selectRequestIds(tx, jurisdiction, [after.id]);
      const residents = await residentsOf(
        tx,
        call,
        rows.map(({ request_id }) => request_id),
      );
      return residents.map(({ id, personId }) => ({ personId, request: id }));
    }
  }
}

/** At this moment, for the first time or anew. */
async function justAsked(tx: Tx, { jurisdiction, now }: Call, { id }: SuggestionRow) {
  const rows = await selectCosigners(tx, jurisdiction, [id]);
  const asked = rows.filter(({ state, changed_at }) => state === 'asked' && changed_at.getTime() === now.getTime());
  return peopleOfDeputies(
    tx,
    jurisdiction,
    asked.map(({ deputy_id }) => deputy_id),
  );
}

async function cosigners(tx: Tx, jurisdiction: string, { id }: SuggestionRow, state: 'signed') {
  const rows = await selectCosigners(tx, jurisdiction, [id]);
  const deputies = rows.filter((one) => one.state === state).map(({ deputy_id }) => deputy_id);
  return peopleOfDeputies(tx, jurisdiction, deputies);
}
