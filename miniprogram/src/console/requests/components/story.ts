import { deputyTitle } from '../../../../../shared/directory/rules';
import { sayDayAndWeekday } from '../../../../../shared/kernel/days';
import type { EventKind, RequestEvent, RequestPage } from '../../../../../shared/requests/contract';
import type { StoryEvent } from '../../../ui/Story';

const MARKS: Record<EventKind, string> = {
  submitted: '民',
  registered: '站',
  entered: '站',
  claimed: '民',
  opened: '代',
  answered: '代',
  read: '民',
  supplemented: '民',
  asked: '代',
  solved: '民',
  partly: '民',
  not_solved: '退',
  withdrawn: '民',
  taken: '代',
  passed: '代',
  reassigned: '站',
  noted: '记',
  lapse_told: '站',
  lapsed: '站',
  reopened: '民',
  published: '站',
  declined: '站',
  cleared: '站',
  kept_back: '站',
  hidden: '民',
};

const AWAITED = {
  with_deputy: {
    mark: '代',
    words: (deputy: string | null) => (deputy ? `等${deputyTitle(deputy)}回话` : '等一位代表来接'),
  },
  asked: { mark: '民', words: () => '等居民补充' },
  answered: { mark: '民', words: () => '等居民说解决了没有' },
};

/** What happened, as the station reads it; what is awaited stands dashed on top. */
export function storyOf({ events, state, deputyName }: RequestPage): StoryEvent[] {
  const past = events.map((event, index) => ({
    id: event.id,
    mark: MARKS[event.kind],
    when: sayDayAndWeekday(event.on),
    what: whatHappened(event, deputyName),
    words: event.words,
    tone: toneOf(event, index, state),
  }));
  if (state === 'closed') return past;
  const { mark, words } = AWAITED[state];
  return [{ id: 'next', mark, what: words(deputyName), tone: 'next' }, ...past];
}

/** Red is only where the matter is now: the newest event is red when it is of the one who has it. */
function toneOf({ kind }: RequestEvent, index: number, state: RequestPage['state']): StoryEvent['tone'] {
  if (kind === 'not_solved') return 'returned';
  return index === 0 && state !== 'closed' && MARKS[kind] === AWAITED[state].mark ? 'now' : 'past';
}

function whatHappened({ kind, byName, toName, spoken }: RequestEvent, deputyName: string | null): string {
  const resident = `居民${spoken ? '托人' : ''}`;
  const deputy = deputyTitle(byName ?? deputyName);
  const to = toName === null ? '村里的代表，谁先接谁回' : deputyTitle(toName);
  const station = byName ?? '联络站';
  const words: Record<EventKind, string> = {
    submitted: `${resident}说了这件事`,
    registered: `${station}收下`,
    entered: `${byName ?? '别人'}替居民登记`,
    claimed: '居民用微信确认了',
    opened: `${deputy}看了`,
    answered: `${deputy}回话`,
    read: `${resident}看了答复`,
    supplemented: `${resident}补充了几句`,
    asked: `${deputy}问了一句`,
    solved: `${resident}说：解决了`,
    partly: `${resident}说：解决了一部分`,
    not_solved: `${resident}说：没解决，退回重办`,
    withdrawn: `${resident}撤回了`,
    taken: `${deputy}接了`,
    passed: `${deputy}转给${to}`,
    reassigned: `${station}转给${to}`,
    noted: `${byName ?? '联络站'}留了一句，居民看不到`,
    lapse_told: '提醒过居民：再不说就先收起来',
    lapsed: '一直没等到回音，先收起来了',
    reopened: `${resident}又说了`,
    published: `${station}放上公开栏`,
    declined: `${station}定了不公开`,
    cleared: `${station}看过，可以`,
    kept_back: `${station}看过，先不给别人看`,
    hidden: `${resident}不让大家看了`,
  };
  return words[kind];
}
