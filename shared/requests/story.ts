import { sayDay, sayDayAndWeekday } from '../kernel/days';
import { deputyTitle } from '../kernel/names';
import type { RequestEvent, RequestPage } from './contract/request-page';
import { type EventKind, rowOf, type Viewer } from './lifecycle';
import { MOST_RETURNS, STATES, type State } from './states';
import { CARRIED_WORDS, OUTCOME_WORDS } from './words';

/** A line of a matter's history, in words. */
export type StoryLine = {
  id: string;
  /** One character: who did it (我 民 站 代 办), or what it is (退 记). */
  mark: string;
  when?: string;
  what: string;
  words?: string | null;
  tone: 'now' | 'past' | 'returned' | 'next';
};

/**
 * The history of a request in the words of the one who reads it, newest first; what is awaited stands on top. `reader` is the station at its
 * worklist, whatever else a clerk is to the matter.
 */
export function storyOf(request: RequestPage, reader: Viewer = request.viewer): StoryLine[] {
  const { events, leadEvents = [] } = request;
  const past = inOrder(events, leadEvents).map(
    (event, index): StoryLine => ({
      id: event.id,
      mark: markOf(event.kind, reader),
      when: sayDayAndWeekday(event.on),
      what: `${leadEvents.includes(event) ? '一起办的那件：' : ''}${EVENT_WORDS[event.kind](tellingOf(event, request, reader))}`,
      words: event.words,
      tone: toneOf(event, index, request.state),
    }),
  );
  const awaiting = {
    reader,
    deputyName: request.deputyName,
    departmentName: request.departmentName,
    returns: request.returns,
    handover: request.handover,
  };
  // Where it is handled with another, nobody answers it here.
  const awaited = request.mergedInto ? '等一起办的那件答复' : AWAITED[request.state](awaiting);
  return awaited === null
    ? past
    : [{ id: 'next', mark: awaitedMark(request.state, reader), what: awaited, tone: 'next' }, ...past];
}

/** Its own and those of the one that leads, newest first: their ids are in the order in which they happened. */
function inOrder(own: readonly RequestEvent[], leads: readonly RequestEvent[]): readonly RequestEvent[] {
  return leads.length ? [...own, ...leads].sort((a, b) => (a.id < b.id ? 1 : -1)) : own;
}

const ACTOR_MARKS = {
  resident: '民',
  entrant: '站',
  deputy: '代',
  station: '站',
  hotline: '热',
  office: '定',
  department: '办',
} as const;
const OWN_MARKS: Partial<Record<EventKind, string>> = {
  not_solved: '退',
  not_solved_after_all: '退',
  returned: '退',
  noted: '记',
};

function markOf(kind: EventKind, reader: Viewer): string {
  const { actor } = rowOf(kind);
  return OWN_MARKS[kind] ?? (actor === 'resident' && reader === 'resident' ? '我' : ACTOR_MARKS[actor]);
}

/** For a resident the line always ends at 我. */
function awaitedMark(state: State, reader: Viewer): string {
  return reader === 'resident' ? '我' : ACTOR_MARKS[STATES[state].holder ?? 'station'];
}

/** Red is only where the matter is now: the newest event is red when it is of the one who has it. */
function toneOf({ kind }: RequestEvent, index: number, state: State): StoryLine['tone'] {
  if (OWN_MARKS[kind] === '退') return 'returned';
  // What has a mark of its own moves nothing.
  if (OWN_MARKS[kind]) return 'past';
  return index === 0 && rowOf(kind).actor === STATES[state].holder ? 'now' : 'past';
}

type Telling = {
  reader: Viewer;
  /** 您、居民, and 托人 where somebody said it for them. */
  resident: string;
  /** 您 for the deputy's own acts, else 徐代表. */
  deputy: string;
  station: string;
  entrant: string;
  /** To which deputy it went. */
  to: string;
  /** The department that did it, or to which it went. */
  department: string;
  /** Until which day somebody wants more time: 到12月20日. */
  until: string;
  /** When and how a deputy without an account was told, or said it: 12月1日电话里. */
  told: string;
  /** How many others it is handled with. */
  others: number;
};

function tellingOf(
  { kind, byName, toName, spoken, until, others, told }: RequestEvent,
  { deputyName }: RequestPage,
  reader: Viewer,
): Telling {
  const isReader = reader === 'deputy' && byName === deputyName;
  return {
    reader,
    resident: `${reader === 'resident' ? '您' : '居民'}${spoken ? '托人' : ''}`,
    deputy: isReader ? '您' : deputyTitle(byName ?? deputyName),
    station: byName ?? '联络站',
    entrant: reader === 'entrant' ? '您' : (byName ?? '联络站'),
    to: toName === null ? '村里的代表，谁先接谁回' : TO_HIGHER.includes(kind) ? toName : deputyTitle(toName),
    department: toName ?? byName ?? '部门',
    until: until ? `到 ${sayDay(until)}` : '',
    told: told ? ` ${sayDay(told.on)}${CARRIED_WORDS[told.by]}` : '',
    others: others ?? 1,
  };
}

/** To whom it goes stands there with the level. */
const TO_HIGHER: readonly EventKind[] = [
  'pass_proposed',
  'reassign_proposed',
  'handover_agreed',
  'higher_told',
  'higher_answered',
];

/** What happened, once for every screen. */
const EVENT_WORDS: Record<EventKind, (telling: Telling) => string> = {
  submitted: ({ resident }) => `${resident}说了这件事`,
  registered: ({ station }) => `${station}登记`,
  entered_for: ({ entrant, reader }) =>
    `${entrant}替${reader === 'resident' ? '您' : reader === 'entrant' ? '他' : '居民'}登记`,
  contact_linked: ({ resident }) => `${resident}用微信确认了`,
  contact_declined: ({ reader }) =>
    `登记的电话不是${reader === 'resident' ? '您' : reader === 'entrant' ? '他' : '居民'}的，已经去掉`,
  contact_corrected: () => '登记的电话改过了',
  opened: ({ deputy }) => `${deputy}看了`,
  answered: ({ deputy }) => `${deputy}回话`,
  read: ({ resident }) => `${resident}看了答复`,
  supplemented: ({ resident }) => `${resident}补充了几句`,
  asked: ({ deputy }) => `${deputy}问了一句`,
  solved: ({ resident }) => `${resident}说：${OUTCOME_WORDS.solved}`,
  partly: ({ resident }) => `${resident}说：${OUTCOME_WORDS.partly}`,
  not_solved: ({ resident }) => `${resident}说：${OUTCOME_WORDS.not_solved}，退回重办`,
  rating_withdrawn: ({ resident }) => `${resident}撤回了刚才的评价`,
  not_solved_after_all: ({ resident }) => `${resident}说：其实没解决，退回重办`,
  withdrawn: ({ resident }) => `${resident}撤回了`,
  taken: ({ deputy }) => `${deputy}接了`,
  passed: ({ deputy, to }) => `${deputy}转给${to}`,
  reassigned: ({ station, to }) => `${station}转给${to}`,
  pass_proposed: ({ deputy, to, resident }) => `${deputy}想转给${to}，先问${resident}`,
  reassign_proposed: ({ station, to, resident }) => `${station}想转给${to}，先问${resident}`,
  handover_agreed: ({ resident, to }) => `${resident}同意，转给${to}`,
  handover_refused: ({ resident }) => `${resident}不同意转，还由原来的代表办`,
  handover_unanswered: ({ resident }) => `没等到${resident}说，没有转`,
  handover_ended: () => '那位上级代表任期到了，没有转',
  handover_withdrawn: () => '不转给上级代表了',
  handover_taken: ({ deputy }) => `${deputy}接了`,
  handover_declined: ({ deputy, to }) => `${deputy}没有接，交回${to}`,
  higher_told: ({ station, told, to }) => `${station}${told}告诉了${to}`,
  higher_answered: ({ told, to }) => `${to}${told}答复，联络站转告`,
  referred: ({ deputy }) => `${deputy}请联络站转部门`,
  given_back: ({ station, to }) => `${station}交回${to}`,
  sent_to_office: () => '先由人大办公室看，代表、部门看不到',
  released: ({ to }) => `人大办公室看过，交给${to}`,
  diverted: () => '人大办公室看过，不归这里办',
  assigned: ({ station, department }) => `${station}交给${department}`,
  taken_back: ({ station, department }) => `${station}从${department}收回来，另外找一家`,
  accepted: ({ department }) => `${department}接了`,
  returned: ({ department }) => `${department}退回：不归它管`,
  progressed: ({ department }) => `${department}说了一声进展`,
  department_answered: ({ department }) => `${department}答复`,
  question_asked: ({ department }) => `${department}想问居民一句，等联络站转`,
  question_forwarded: ({ department }) => `${department}问了一句`,
  question_refused: ({ station, department }) => `${station}没有把${department}问的转给居民`,
  question_unanswered: ({ department }) => `没等到回答，${department}按看到的先办`,
  extension_asked: ({ department, until }) => `${department}要宽限${until}，等联络站定`,
  extension_granted: ({ department, until }) => `${department}要多几天，联络站同意${until}`,
  extension_refused: ({ station, department }) => `${station}没有同意${department}要的宽限`,
  hotline_numbered: ({ station }) => `${station}记下了 12345 的编号`,
  hotline_unnumbered: ({ station }) => `${station}去掉了 12345 的编号`,
  hotline_awaited: () => '12345 正在办，联络站等它的结果',
  hotline_answered: () => '12345 有了结果，联络站转告',
  hotline_failed: () => '12345 没办成，我们接着办',
  hotline_undone: ({ station }) => `${station}点错了，没有在等 12345`,
  question_moved: ({ department, resident, until }) => `${department}答应的日子变了，${until}再问${resident}`,
  question_due: ({ department, resident }) => `${department}答应的到时候了，问${resident}解决了没有`,
  merged: ({ station, others }) => `${station}把这件和另外 ${others} 件合在一起办`,
  gained: ({ station, others }) => `${station}把这件和另外 ${others} 件合在一起办`,
  unmerged: () => '和别的分开，单独办',
  lost: () => '有一件分出去，单独办了',
  kept_apart: ({ station }) => `${station}看过，和说的那件不是一回事`,
  noted: ({ deputy, station, reader }) =>
    `${reader === 'deputy' && deputy === '您' ? '您' : station}留了一句（居民看不到）`,
  lapse_told: () => '提醒过：再不说就先收起来',
  lapsed: () => '一直没等到回音，先收起来了',
  reopened: ({ resident }) => `${resident}又说了`,
  published: ({ station, reader }) => (reader === 'station' ? `${station}放上公开栏` : '登上了公开栏'),
  declined: ({ station, reader }) => (reader === 'station' ? `${station}定了不公开` : '没有登公开栏'),
  approved: ({ station }) => `${station}看过，可以`,
  withheld: ({ station, reader }) => (reader === 'station' ? `${station}看过，先不给别人看` : '人工看过，先不给大家看'),
  photo_left_off: ({ station, reader }) =>
    reader === 'station' ? `${station}留下一张照片，不上公开栏` : '有一张照片不上公开栏',
  photo_let_on: ({ station, reader }) =>
    reader === 'station' ? `${station}让一张照片上公开栏` : '有一张照片可以上公开栏',
  consent_withdrawn: ({ resident }) => `${resident}不让大家看了`,
  phone_seen: ({ station, reader }) => `${station}看了${reader === 'resident' ? '您的' : '居民'}电话`,
  words_hidden: ({ station }) => `${station}隐去了几个字，部门和大家看不到`,
  words_shown: ({ station }) => `${station}把隐去的字放出来了`,
};

/** Whether it may go to another level's deputy. */
const ASKED_FIRST = { resident: '请您说同意不同意转', entrant: '请问过他，替他说同意不同意转' };

type Awaiting = { reader: Viewer; deputyName: string | null; departmentName?: string | null; returns?: number } & Pick<
  RequestPage,
  'handover'
>;

/** What is awaited, by the one who reads it; null: nothing. */
const AWAITED: Record<State, (awaiting: Awaiting) => string | null> = {
  with_deputy: ({ reader, deputyName }) => {
    if (reader === 'resident') return `${deputyTitle(deputyName)}回话后，请您说解决了没有`;
    if (reader === 'deputy') return '等您回话';
    return deputyName ? `等${deputyTitle(deputyName)}回话` : '等一位代表来接';
  },
  with_office: ({ reader }) => (reader === 'station' ? '等您看是不是检举、控告' : '等人大办公室看过，再告诉您'),
  with_station: ({ reader, returns = 0 }) => {
    const byOffice = returns >= MOST_RETURNS;
    if (reader === 'resident') return `${byOffice ? '人大办公室定一家来办' : '联络站找到管这件事的部门'}，再告诉您`;
    if (byOffice) return '等人大办公室定一家来办';
    return reader === 'station' ? '等您分给部门' : '等联络站分给部门';
  },
  with_department: ({ reader, departmentName }) =>
    reader === 'resident' ? `${departmentName ?? '部门'}答复后，请您说解决了没有` : `等${departmentName ?? '部门'}答复`,
  with_hotline: ({ reader }) => (reader === 'resident' ? '12345 有了结果，再请您说解决了没有' : '等 12345 的结果'),
  asked: ({ reader, departmentName, handover }) =>
    (
      (handover
        ? ASKED_FIRST
        : {
            resident: `请您回答${departmentName ?? '代表'}问的`,
            entrant: '请问过他，替他回答',
            station: '等居民补充',
          }) as Partial<Record<Viewer, string>>
    )[reader] ?? (handover ? '等居民说同意不同意转' : '等居民回答'),
  answered: ({ reader }) =>
    (({ resident: '请您说解决了没有', entrant: '请问过他，替他说解决了没有' }) as Partial<Record<Viewer, string>>)[
      reader
    ] ?? '等居民说解决了没有',
  closed: () => null,
};
