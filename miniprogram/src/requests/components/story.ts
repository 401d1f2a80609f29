import { deputyTitle } from '../../../../shared/directory/rules';
import { sayDayAndWeekday } from '../../../../shared/kernel/days';
import type { EventKind, RequestEvent, RequestPage } from '../../../../shared/requests/contract';
import type { StoryEvent } from '../../ui/Story';

const MARKS: Record<EventKind, string> = {
  submitted: '我',
  registered: '站',
  opened: '代',
  answered: '代',
  read: '我',
  supplemented: '我',
  solved: '我',
  partly: '我',
  not_solved: '退',
};

/** The events of a request in the words of the one who reads them; what is awaited stands dashed on top. */
export function storyOf(request: RequestPage): StoryEvent[] {
  const events = request.events.map((event, index) => ({
    id: event.id,
    mark: request.viewer === 'deputy' && MARKS[event.kind] === '我' ? '民' : MARKS[event.kind],
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
  const holder = { with_deputy: '代', answered: '我', closed: null }[state];
  return index === 0 && MARKS[kind] === holder ? 'now' : 'past';
}

/** For a resident the line always ends at 我. */
function awaitedMark({ state, viewer }: RequestPage): string {
  if (viewer === 'resident') return '我';
  return state === 'answered' ? '民' : '代';
}

function awaitedOf({ state, viewer, deputyName }: RequestPage): string | null {
  if (state === 'closed') return null;
  if (state === 'answered') return viewer === 'resident' ? '请您说解决了没有' : '等居民说解决了没有';
  return viewer === 'resident' ? `${deputyTitle(deputyName)}回话后，请您说解决了没有` : '等您回话';
}

function whatHappened({ kind, byName }: RequestEvent, { viewer, deputyName }: RequestPage): string {
  const me = viewer === 'resident' ? '您' : '居民';
  const deputy = viewer === 'resident' ? deputyTitle(deputyName) : '您';
  const words: Record<EventKind, string> = {
    submitted: `${me}说了这件事`,
    registered: `${byName ?? '联络站'}登记`,
    opened: `${deputy}看了`,
    answered: `${deputy}回话`,
    read: `${me}看了答复`,
    supplemented: `${me}补充了几句`,
    solved: `${me}说：解决了`,
    partly: `${me}说：解决了一部分`,
    not_solved: `${me}说：没解决，退回重办`,
  };
  return words[kind];
}
