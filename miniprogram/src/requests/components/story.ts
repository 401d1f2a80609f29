import { deputyTitle } from '../../../../shared/directory/rules';
import { sayDayAndWeekday } from '../../../../shared/kernel/days';
import type { EventKind, RequestEvent, RequestPage } from '../../../../shared/requests/contract';
import type { StoryEvent } from '../../ui/Story';

const MARKS: Record<EventKind, string> = {
  submitted: '我',
  registered: '站',
  entered: '站',
  claimed: '我',
  opened: '代',
  answered: '代',
  read: '我',
  supplemented: '我',
  asked: '代',
  solved: '我',
  partly: '我',
  not_solved: '退',
  withdrawn: '我',
  taken: '代',
  passed: '代',
  reassigned: '站',
  noted: '记',
  lapse_told: '站',
  lapsed: '站',
  reopened: '我',
  published: '站',
  declined: '站',
  cleared: '站',
  kept_back: '站',
  hidden: '我',
};

/** The events of a request in the words of the one who reads them; what is awaited stands dashed on top. */
export function storyOf(request: RequestPage): StoryEvent[] {
  const events = request.events.map((event, index) => ({
    id: event.id,
    mark: request.viewer !== 'resident' && MARKS[event.kind] === '我' ? '民' : MARKS[event.kind],
    when: sayDayAndWeekday(event.on),
    what: whatHappened(event, request),
    words: event.words,
    tone: toneOf(event, index, request),
  }));
  const awaited = awaitedOf(request);
  return awaited ? [{ id: 'next', mark: awaitedMark(request), what: awaited, tone: 'next' }, ...events] : events;
}

/** Red is only where the matter is now: the newest event is red when it is of the one who has it. */
function toneOf({ kind }: RequestEvent, index: number, { state }: RequestPage): StoryEvent['tone'] {
  if (kind === 'not_solved') return 'returned';
  const holder = { with_deputy: '代', asked: '我', answered: '我', closed: null }[state];
  return index === 0 && MARKS[kind] === holder ? 'now' : 'past';
}

/** For a resident the line always ends at 我. */
function awaitedMark({ state, viewer }: RequestPage): string {
  if (viewer === 'resident') return '我';
  return state === 'with_deputy' ? '代' : '民';
}

function awaitedOf({ state, viewer, deputyName }: RequestPage): string | null {
  const deputy = deputyTitle(deputyName);
  if (state === 'closed') return null;
  if (viewer === 'resident')
    return {
      with_deputy: `${deputy}回话后，请您说解决了没有`,
      asked: '请您回答代表问的',
      answered: '请您说解决了没有',
    }[state];
  return {
    with_deputy: viewer === 'deputy' ? '等您回话' : deputyName ? `等${deputy}回话` : '等一位代表来接',
    asked: viewer === 'entrant' ? '请问过他，替他回答' : '等居民回答',
    answered: viewer === 'entrant' ? '请问过他，替他说解决了没有' : '等居民说解决了没有',
  }[state];
}

function whatHappened({ kind, byName, toName, spoken }: RequestEvent, { viewer, deputyName }: RequestPage): string {
  const me = `${viewer === 'resident' ? '您' : '居民'}${spoken ? '托人' : ''}`;
  const named = deputyTitle(byName ?? deputyName);
  const self = viewer === 'deputy' && byName === deputyName;
  const deputy = self ? '您' : named;
  const to = toName === null ? '村里的代表，谁先接谁回' : deputyTitle(toName);
  const station = byName ?? '联络站';
  const words: Record<EventKind, string> = {
    submitted: `${me}说了这件事`,
    registered: `${station}登记`,
    entered:
      viewer === 'entrant' ? '您替他登记' : `${byName ?? '联络站'}替${viewer === 'resident' ? '您' : '居民'}登记`,
    claimed: `${me}用微信确认了`,
    opened: `${deputy}看了`,
    answered: `${deputy}回话`,
    read: `${me}看了答复`,
    supplemented: `${me}补充了几句`,
    asked: `${deputy}问了一句`,
    solved: `${me}说：解决了`,
    partly: `${me}说：解决了一部分`,
    not_solved: `${me}说：没解决，退回重办`,
    withdrawn: `${me}撤回了`,
    taken: `${deputy}接了`,
    passed: `${deputy}转给${to}`,
    reassigned: `${station}转给${to}`,
    noted: `${self ? '您' : (byName ?? '联络站')}留了一句（居民看不到）`,
    lapse_told: '提醒过：再不说就先收起来',
    lapsed: '一直没等到回音，先收起来了',
    reopened: `${me}又说了`,
    published: '登上了公开栏',
    declined: '没有登公开栏',
    cleared: '人工看过，可以',
    kept_back: '人工看过，先不给大家看',
    hidden: `${me}不让大家看了`,
  };
  return words[kind];
}
