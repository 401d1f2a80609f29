import { RESULT_CLASSES, type ResultClass } from '../../../shared/assignments/values';
import { type Day, sayDate } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { isIn, type Outcome, RUNNING, type State } from '../../../shared/suggestions/states';
import { type Elsewhere, type Occasion, RATINGS, type Rating } from '../../../shared/suggestions/values';
import {
  ELSEWHERE_WORDS,
  OCCASION_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  STATE_WORDS,
} from '../../../shared/suggestions/words';

/** One suggestion of the year, as far as the report says anything of it. */
export type Told = {
  number: string;
  occasion: Occasion;
  title: string;
  leadName: string;
  cosigners: number;
  attachments: number;
  /** The department that has it or answered it. */
  departmentName: string | null;
  submittedOn: Day | null;
  dueOn: Day | null;
  answeredOn: Day | null;
  resultClass: ResultClass | null;
  attitude: Rating | null;
  result: Rating | null;
  state: State;
  outcome: Outcome | null;
  round: number;
  extended: boolean;
  complex: boolean;
  marked: boolean;
  /** It is handled, or was answered, with others; each counts as its own. */
  together: boolean;
  /** The committee that watches over it; null: the office. */
  watcherName: string | null;
  redirectedTo: Elsewhere | null;
};

export type Table = { name: string; head: string[]; rows: string[][]; widths: number[] };
export type YearReport = { place: string; title: string; under: string; words: string[]; tables: Table[] };

const count = (told: readonly Told[], is: (one: Told) => boolean) => told.filter(is).length;
const isHandled = ({ state }: Told) => state !== 'redirected' && state !== 'withdrawn';
const isAnswered = ({ answeredOn, state }: Told) => answeredOn !== null && !isIn(state, RUNNING);
const isInTime = (one: Told) => isAnswered(one) && one.dueOn !== null && (one.answeredOn ?? '') <= one.dueOn;
/** Their last word: also of those that end with a meeting. Who is asked once more has not said it, nor has who did not rate after a reminder. */
const isRated = ({ state, result }: Told) => result !== null && (state === 'closed' || state === 'to_meet');
const isOfClass = (of: ResultClass) => (one: Told) => isAnswered(one) && one.resultClass === of;

/**
 * What became of the suggestions of a year. Figures that say different things stay apart: what departments say (their class), what deputies say
 * (attitude and result); who did not rate after a reminder is in no figure of ratings (青岛市人大代表建议办理规定). Departments stand in the order of
 * their roll, deputies are not counted.
 */
export function yearReport(
  county: { countyName: string; departments: readonly string[] },
  { year, told, on }: { year: number; told: readonly Told[]; on: Day },
): YearReport {
  const { countyName, departments } = county;
  const handled = told.filter(isHandled);
  return {
    place: `${countyKind(countyName)}人大办公室`,
    title: `${year} 年代表建议办理情况`,
    under: `${sayDate(on)}的数`,
    words: sentences(told, handled),
    tables: [
      {
        name: '各部门',
        head: ['部门', '交办', '已答', '按时', ...RESULT_CLASSES.map((one) => `${one} 类`), '重办', '没评'],
        widths: [3, 1, 1, 1, ...RESULT_CLASSES.map(() => 1), 1, 1],
        rows: departments
          .map((name) => [name, handled.filter((one) => one.departmentName === name)] as const)
          .filter(([, of]) => of.length)
          .concat([['合计', handled.filter(({ departmentName }) => departmentName !== null)]])
          .map(([name, of]) => [
            name,
            ...[
              of.length,
              count(of, isAnswered),
              count(of, isInTime),
              ...RESULT_CLASSES.map((one) => count(of, isOfClass(one))),
              count(of, ({ round }) => round > 1),
              count(of, ({ outcome }) => outcome === 'unrated'),
            ].map(String),
          ]),
      },
      {
        name: '代表怎么评',
        head: ['评什么', ...RATINGS.map((one) => RATING_WORDS[one]), '评了'],
        widths: [3, 1, 1, 1, 1],
        rows: (['attitude', 'result'] as const).map((what) => [
          what === 'attitude' ? '态度' : '结果',
          ...RATINGS.map((rating) => String(count(handled, (one) => isRated(one) && one[what] === rating))),
          String(count(handled, isRated)),
        ]),
      },
      {
        name: '每一件',
        head: [
          '编号',
          '题目',
          '领衔代表',
          '联名',
          '附件',
          '部门',
          '交来',
          '答复',
          '类别',
          '态度',
          '结果',
          '到哪了',
          '重点督办',
          '督办',
          '并案',
        ],
        widths: [2, 5, 1.6, 1, 1, 2.6, 2, 2, 1, 1.4, 1.4, 2, 1.4, 2.4, 1],
        rows: told.map((one) => [
          `${OCCASION_WORDS[one.occasion]} ${one.number}`,
          one.title,
          one.leadName,
          String(one.cosigners),
          String(one.attachments),
          one.departmentName ?? '',
          one.submittedOn ?? '',
          isAnswered(one) ? (one.answeredOn ?? '') : '',
          isAnswered(one) ? (one.resultClass ?? '') : '',
          isRated(one) && one.attitude ? RATING_WORDS[one.attitude] : '',
          isRated(one) && one.result ? RATING_WORDS[one.result] : '',
          whereIs(one),
          one.marked ? '是' : '',
          // Before it is assigned, nobody watches over it yet.
          one.watcherName ?? (one.dueOn ? '办公室' : ''),
          one.together ? '是' : '',
        ]),
      },
    ],
  };
}

function whereIs({ state, outcome, redirectedTo, round }: Told): string {
  if (redirectedTo) return `转${ELSEWHERE_WORDS[redirectedTo]}`;
  if (outcome) return OUTCOME_WORDS[outcome];
  return round > 1 && isIn(state, RUNNING) ? '重办' : STATE_WORDS[state];
}

function sentences(told: readonly Told[], handled: readonly Told[]): string[] {
  const of = (occasion: Occasion) => count(told, (one) => one.occasion === occasion);
  const [answered, again] = [count(handled, isAnswered), count(handled, ({ round }) => round > 1)];
  const said = RESULT_CLASSES.map((one) => `${one} 类 ${count(handled, isOfClass(one))} 件`);
  return [
    `收到建议 ${told.length} 件：大会期间 ${of('session')} 件，闭会期间 ${of('between')} 件。不算建议、告诉代表去哪的 ${count(told, ({ state }) => state === 'redirected')} 件，代表撤回的 ${count(told, ({ state }) => state === 'withdrawn')} 件，其余 ${handled.length} 件，其中交办了 ${count(handled, ({ dueOn }) => dueOn !== null)} 件。`,
    `已答复 ${answered} 件，其中按时的 ${count(handled, isInTime)} 件；延长过的 ${count(handled, ({ extended }) => extended)} 件，交办时定了六个月的 ${count(handled, ({ complex }) => complex)} 件；还没答的 ${handled.length - answered} 件。`,
    `部门自己说：${said.join('，')}。`,
    `代表评了 ${count(handled, isRated)} 件；催过也没评的 ${count(handled, ({ outcome }) => outcome === 'unrated')} 件，不算进评价。不满意、重新办的 ${again} 件；两次不满意、坐到一起定的 ${count(handled, ({ state, outcome }) => state === 'to_meet' || outcome === 'met')} 件。`,
    `重点督办 ${count(handled, ({ marked }) => marked)} 件。跟别的合起来办的（并案）${count(handled, ({ together }) => together)} 件，每件各算一件。`,
  ];
}
