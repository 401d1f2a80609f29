import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENTS as APPRAISAL_EVENTS } from '../../shared/appraisals/lifecycle';
import { STATES as APPRAISAL_STATES } from '../../shared/appraisals/states';
import { EVENTS as ASSIGNMENT_EVENTS } from '../../shared/assignments/lifecycle';
import { EVENTS as PART_EVENTS } from '../../shared/assignments/part/lifecycle';
import { STATES as PART_STATES } from '../../shared/assignments/part/states';
import { STATES as ASSIGNMENT_STATES } from '../../shared/assignments/states';
import { EVENTS as SETTING_EVENTS } from '../../shared/directory/setting-change/lifecycle';
import { STATES as SETTING_STATES } from '../../shared/directory/setting-change/states';
import { PICTURE_CHECK, WORDS_CHECK } from '../../shared/kernel/content-check';
import type { Move, Row, Transitions } from '../../shared/kernel/lifecycle';
import { EVENTS as PROMISE_EVENTS } from '../../shared/promises/lifecycle';
import { EVENTS as OPINION_EVENTS } from '../../shared/promises/opinion/lifecycle';
import { STATES as OPINION_STATES } from '../../shared/promises/opinion/states';
import { EVENTS as REPORT_EVENTS } from '../../shared/promises/report/lifecycle';
import { STATES as REPORT_STATES } from '../../shared/promises/report/states';
import { STATES as PROMISE_STATES } from '../../shared/promises/states';
import { EVENTS } from '../../shared/requests/lifecycle';
import { PUBLICATION } from '../../shared/requests/publication';
import { REPORT } from '../../shared/requests/reports';
import { STATES } from '../../shared/requests/states';
import { EVENTS as SUGGESTION_EVENTS } from '../../shared/suggestions/lifecycle';
import { STATES as SUGGESTION_STATES } from '../../shared/suggestions/states';
import { EVENTS as WORDS_EVENTS } from '../../shared/voting/lifecycle';
import { EVENTS as SLIP_EVENTS } from '../../shared/voting/slips/lifecycle';
import { STATES as SLIP_STATES } from '../../shared/voting/slips/states';
import { STATES as WORDS_STATES } from '../../shared/voting/states';

type AnyRow = Row<string, string, string, string, never>;
type Life = {
  title: string;
  states: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  events: Readonly<Record<string, AnyRow>>;
  /** What only follows from its events. */
  followers: Readonly<Record<string, Transitions<string, string>>>;
};

/** Every life of the product, by its folder in `shared/`; `lifecycles.test.ts` misses the one that is not here. */
export const LIVES: Readonly<Record<string, Life>> = {
  requests: {
    title: 'A request (居民说的事)',
    states: STATES,
    events: EVENTS as unknown as Life['events'],
    followers: {
      'The notice board (公开栏)': PUBLICATION,
      'What was said against a matter on it (举报)': REPORT,
      'The check of its words (内容安全)': WORDS_CHECK,
      'The check of a picture': PICTURE_CHECK,
    } as Life['followers'],
  },
  assignments: {
    title: 'An assignment to a department (交办)',
    states: ASSIGNMENT_STATES,
    events: ASSIGNMENT_EVENTS as unknown as Life['events'],
    followers: {},
  },
  suggestions: {
    title: 'A formal suggestion (代表建议)',
    states: SUGGESTION_STATES,
    events: SUGGESTION_EVENTS as unknown as Life['events'],
    followers: {},
  },
  appraisals: {
    title: 'An appraisal (评议)',
    states: APPRAISAL_STATES,
    events: APPRAISAL_EVENTS as unknown as Life['events'],
    followers: {},
  },
  promises: {
    title: 'A promise of a department (答应的事)',
    states: PROMISE_STATES,
    events: PROMISE_EVENTS as unknown as Life['events'],
    followers: {},
  },
  voting: {
    title: 'What was written with a ballot (写的话)',
    states: WORDS_STATES,
    events: WORDS_EVENTS as unknown as Life['events'],
    followers: {},
  },
  'assignments/part': {
    title: 'What a department does for one that leads (协办、分办)',
    states: PART_STATES,
    events: PART_EVENTS as unknown as Life['events'],
    followers: {},
  },
  'promises/opinion': {
    title: 'An opinion that a department answers (评议意见)',
    states: OPINION_STATES,
    events: OPINION_EVENTS as unknown as Life['events'],
    followers: {},
  },
  'promises/report': {
    title: 'A year-end report of promises (年终承诺事项报告)',
    states: REPORT_STATES,
    events: REPORT_EVENTS as unknown as Life['events'],
    followers: {},
  },
  'voting/slips': {
    title: 'A paper slip (纸票)',
    states: SLIP_STATES,
    events: SLIP_EVENTS as unknown as Life['events'],
    followers: {},
  },
  'directory/setting-change': {
    title: "A change of a county's settings (改一条规矩)",
    states: SETTING_STATES,
    events: SETTING_EVENTS as unknown as Life['events'],
    followers: {},
  },
};

/** `docs/lifecycles.md`: the tables as they are in the code. */
export function lifecyclesDocument(): string {
  const lives = Object.entries(LIVES).map(([context, life]) => lifeSection(context, life));
  return `# Lifecycles\n\nPrinted from the tables in \`shared/<context>/lifecycle.ts\` by \`npm run lifecycles\`; a test compares them.\n\n${lives.join('\n')}`;
}

function lifeSection(context: string, { title, states, events, followers }: Life): string {
  const columns = Object.keys(Object.values(states)[0] ?? {});
  const states_ = Object.entries(states).map(([state, facts]) => [state, ...columns.map((name) => say(facts[name]))]);
  const everybody = new Set(Object.values(events).flatMap(({ readers }) => readers)).size;
  const rows = Object.entries(events).flatMap(([event, row]) => eventRows(everybody, event, row));
  const follow = Object.entries(followers).map(
    ([name, transitions]) => `### ${name}\n\n${table(['event', 'from → to'], followerRows(transitions))}`,
  );
  const head = ['event', 'act', 'by', 'from', 'to', 'clock', 'silence', 'else', 'tells', 'readers'];
  return [
    `## ${title}`,
    `\`shared/${context}/lifecycle.ts\`, its states in \`states.ts\``,
    table(['state', ...columns], states_),
    table(head, rows),
    ...follow,
  ].join('\n\n');
}

/** One line for each way an event leads on; what is the same for all of them stands in the first. */
function eventRows(
  everybody: number,
  event: string,
  { act, by, from, otherwise, person = [], matter = [], tells, readers }: AnyRow,
): string[][] {
  const problems = [...person, ...matter].map(({ problem }) => problem);
  const elsewhere = [...new Set(Object.values(otherwise ?? {}))].flatMap((problem) => {
    const states = Object.keys(otherwise ?? {}).filter((state) => otherwise?.[state] === problem);
    return !problem || problems.includes(problem) ? [] : [`${problem} (${states.join(', ')})`];
  });
  const first = [event, act ?? '', by.join(', ')];
  const last = [
    [...new Set([...problems, ...elsewhere])].join(', '),
    tells.join(', '),
    readers.length === everybody ? 'everybody' : readers.join(', '),
  ];
  const ways = waysOf(from);
  return ways.map(([states, { to, clock, silence, when }], index) => {
    const way = [`${states.join(', ')}${when ? ` if ${when.name}` : ''}`, to, clock, silence];
    return index === 0 ? [...first, ...way, ...last] : ['', '', '', ...way, '', '', ''];
  });
}

type Way = Move<string, never>;

/** States from which the way is the same stand together. */
function waysOf(from: AnyRow['from']): [states: string[], way: Way][] {
  const ways = new Map<Way, string[]>();
  for (const [state, moves] of Object.entries(from))
    for (const way of [moves ?? []].flat() as Way[]) ways.set(way, [...(ways.get(way) ?? []), state]);
  return [...ways].map(([way, states]) => [states, way]);
}

function followerRows(transitions: Transitions<string, string>): string[][] {
  return Object.entries(transitions).map(([event, steps]) => [
    event,
    Object.entries(steps ?? {})
      .map(([from, to]) => `${from} → ${to}`)
      .join(', '),
  ]);
}

function say(value: unknown): string {
  return value === null ? '–' : value === true ? 'yes' : value === false ? 'no' : String(value);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const LIFECYCLES_FILE = join(__dirname, '../../docs/lifecycles.md');

if (require.main === module) writeFileSync(LIFECYCLES_FILE, lifecyclesDocument());
