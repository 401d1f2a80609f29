import type { Block, Report, ReportBody } from '../../../shared/appraisals/report';
import { type Day, sayDate } from '../../../shared/kernel/days';
import { lengthOf } from '../../../shared/kernel/text';
import { BLANK } from '../../../shared/voting/ballot';
import {
  countedQuestions,
  type Definition,
  ELECTORATE_WORDS,
  type Electorate,
  optionsOf,
  RATINGS,
} from '../../../shared/voting/definition';
import { ALL, outcomesOf } from '../../../shared/voting/outcome';
import {
  ASKED,
  type Ballots,
  ballotsIn,
  COUNTY,
  type Count,
  type Numbers,
  readCounts,
  type StationNumbers,
} from '../../../shared/voting/results';
import { sayHowWeighed, sayShare, sayWeightedCell, sayWeights, weightedOf } from '../../../shared/voting/weighted';

/** Ballots of one electorate at the station, `paper` with those typed in at the table; null: there are some, but fewer than the threshold. */
export type Turnout = { electorate: Electorate; phone: number | null; paper: number | null };

/** Everything a report is made of: what is published, what is released, and what the station wrote. */
export type Source = {
  definition: Definition;
  counts: readonly Count[];
  ballots: Record<Electorate, Ballots>;
  /** The five numbers (五个数); undefined of votes that were counted before there were any. */
  numbers: Readonly<Record<string, Numbers>> | undefined;
  stationNumbers: readonly StationNumbers[];
  root: string;
  publishedOn: Day;
  countyName: string;
  /** Its place among the stations; `COUNTY` for the county's own report. */
  station: number;
  turnout: readonly Turnout[];
  body: ReportBody;
  /** The words that stand in section three, by their ids, and how many are released of each department; null before they are published. */
  said: {
    shown: ReadonlyMap<string, { subject: number; words: string }>;
    bySubject: ReadonlyMap<number, number>;
  } | null;
};

const HIDDEN = '＊';
const NOT_DECIDED = '日子另定';

/** The report, the same for whatever draws it. Its numbers are the published ones; what is hidden there stays hidden. */
export function reportOf(source: Source): Report {
  const { definition, root, publishedOn, countyName, station, body } = source;
  const place = station === COUNTY ? countyName : (definition.stations[station]?.name ?? '');
  const sections = [
    { id: 'who', title: '一、谁评的', short: '谁评的', blocks: whoBlocks(source) },
    { id: 'departments', title: '二、各部门，居民和代表怎么说', short: '各部门', blocks: departmentBlocks(source) },
    { id: 'topics', title: '三、写得多的事', short: '写得多的', blocks: topicBlocks(source) },
    { id: 'asks', title: '四、请部门当场答', short: '请部门答', blocks: askBlocks(source) },
    { id: 'hidden', title: '五、没公布的格', short: '没公布的', blocks: hiddenBlocks(source) },
    { id: 'next', title: '六、接下来', short: '接下来', blocks: nextBlocks(source) },
  ];
  return {
    place,
    title: `${definition.title}报告`,
    under: body.meetingOn ? `在 ${sayDate(body.meetingOn)}评议大会上报告` : '评议大会的日子另定',
    sections,
    root,
    foot: `${sayDate(publishedOn)}公布的数，未经改动。公开栏下载票单和程序，谁都能自己数一遍。`,
    letters: lettersOf(sections.flatMap(({ title, blocks }) => [text(title), ...blocks])),
  };
}

const text = (words: string): Block => ({ kind: 'text', words });
const table = (
  head: string[],
  widths: number[],
  rows: { cells: string[]; shares?: number[] | null }[],
  bars = false,
): Block => ({ kind: 'table', head, widths, bars, rows: rows.map(({ cells, shares = null }) => ({ cells, shares })) });

/** What is read out: sentences, and tables without numbers. */
function lettersOf(blocks: readonly Block[]): number {
  const read = blocks.flatMap((one) =>
    one.kind === 'text' ? [one.words] : one.bars ? [] : one.rows.flatMap(({ cells }) => cells),
  );
  return read.reduce((sum, words) => sum + lengthOf(words.replace(/\s/g, '')), 0);
}

/** Shorter than on the screens, because it is read out. */
const WHAT_FIVE = `应到：开票那天能评的人。发出、收回：票。实到：投了票的人。有效：说了满意不满意的票。${HIDDEN}：说出来会猜到人。`;
const FIVE = ['应到', '发出', '收回', '实到', '有效', '空白'];

/** 五个数 of each electorate; at a station with enough ballots also what was given out and came back there. */
function numbersBlocks({ definition, station, numbers, stationNumbers }: Source): Block[] {
  if (!numbers) return [];
  const { electorates } = definition;
  const rows = electorates.flatMap((electorate) => {
    const five = numbers[electorate];
    if (!five) return [];
    const { roll, issued, returned, present, valid, blank } = five;
    const all = [roll ?? '不知道', issued, returned, present, valid ?? HIDDEN, blank ?? HIDDEN].map(String);
    const own = stationNumbers.filter((one) => one.electorate === electorate && one.station === station);
    const who = ELECTORATE_WORDS[electorate];
    return [
      { cells: [station === COUNTY ? who : `${who}，全县`, ...all] },
      ...own.map((one) => ({ cells: [`${who}，本站`, '', String(one.issued), String(one.returned), '', '', ''] })),
    ];
  });
  return [table(['谁评的', ...FIVE], [1.6, ...FIVE.map(() => 1)], rows), text(WHAT_FIVE)];
}

function whoBlocks(source: Source): Block[] {
  const { definition, ballots, station, turnout, numbers } = source;
  const { electorates, roll, asks, threshold, weights } = definition;
  const few = (count: number | null) => (count === null ? `不到 ${threshold}` : String(count));
  const rows = electorates.map((electorate) => {
    const { phone, paper, table = 0, blank } = ballots[electorate];
    const here = turnout.find((one) => one.electorate === electorate);
    const own = station === COUNTY ? [] : [few(here ? here.phone : 0), few(here ? here.paper : 0)];
    // Votes of before there were five numbers say here how many there were.
    const all = numbers
      ? [String(phone), String(paper + table)]
      : [
          String(roll[electorate] ?? '–'),
          String(ballotsIn(ballots[electorate])),
          String(paper + table),
          String(blank ?? HIDDEN),
        ];
    return { cells: [ELECTORATE_WORDS[electorate], ...all, ...own] };
  });
  const own = station === COUNTY ? [] : ['本站手机票', '本站纸票、代填'];
  const came = numbers ? ['全县手机票', '全县纸票、代填'] : ['全县名册上', '全县投了票', '其中纸票、代填', '其中空白'];
  const head = ['谁评的', ...came, ...own];
  return [
    ...numbersBlocks(source),
    table(
      head,
      head.map((_, at) => (at ? 1 : 1.2)),
      rows,
    ),
    text(
      `${asks ? `每人抽到约 ${asks} 个部门。` : ''}这是投了票的人的看法，不等于所有人的看法。居民和代表分开看，${weights ? '' : '不加权，'}不加在一起。`,
    ),
  ];
}

/** One table for each electorate and each rating, departments in the order of the roll. */
function departmentBlocks({ definition, counts, station }: Source): Block[] {
  const countAt = readCounts(counts);
  const outcomes = outcomesOf(definition, counts);
  const ratings = countedQuestions(definition).flatMap((question, at) =>
    question.kind === 'rating' ? [{ question, at }] : [],
  );
  const blocks = definition.electorates.flatMap((electorate) =>
    ratings.flatMap(({ question, at }) => {
      const wordAt = (subject: number) => {
        const asked = ratings.length > 1 ? at : ALL;
        const found = outcomes.find(
          (one) => one.electorate === electorate && one.subject === subject && one.question === asked,
        );
        return outcomes.length ? [found?.word ?? '–'] : [];
      };
      const rows = definition.subjects.map(({ name }, subject) => {
        const place = { electorate, station, subject, question: at };
        const given = RATINGS.map((_, answer) => countAt(place, answer + 1));
        const asked = countAt({ ...place, question: ASKED }, 0);
        const shown = given.filter((one): one is number => one !== undefined);
        const cells = [asked, ...given].map((one) => (one === undefined ? HIDDEN : String(one)));
        return { cells: [name, ...cells, ...wordAt(subject)], shares: shown.length === given.length ? shown : null };
      });
      const word = outcomes.length ? ['全县名目'] : [];
      const head = ['部门，按名册排', '问到的人', '满意', '基本', '不满意', '不了解', ...word];
      return [
        text(`${ELECTORATE_WORDS[electorate]}：问“${question.words}”。按名册排，不排名次，数字是人数。`),
        table(head, [2, 1.05, 0.7, 0.7, 0.85, 0.85, ...word.map(() => 1.3)], rows, true),
      ];
    }),
  );
  return [...blocks, ...weightedBlocks(definition, counts), text(`${HIDDEN} 不公布，看第五节。没填的不在表里。`)];
}

/** 折算, where the county weighed both electorates: each apart, and beside them the one figure. */
function weightedBlocks(definition: Definition, counts: readonly Count[]): Block[] {
  const { weights, subjects } = definition;
  if (!weights) return [];
  const rows = weightedOf(definition, counts)
    .filter(({ question }) => question === ALL)
    .map(({ subject, share, weighted }) => ({
      cells: [
        subjects[subject]?.name ?? '',
        sayShare(share.residents),
        sayShare(share.deputies),
        sayWeightedCell(weighted),
      ],
    }));
  return [
    text(`折算，全县，各条合起来。${sayHowWeighed(weights)}`),
    table(['部门，按名册排', '居民满意率', '代表满意率', `折算 ${sayWeights(weights)}`], [2.2, 1.2, 1.2, 2.2], rows),
  ];
}

function topicBlocks({ definition, body, said, station }: Source): Block[] {
  if (!said) return [text('写的话还没公布。')];
  const all = [...said.bySubject.values()].reduce((sum, count) => sum + count, 0);
  const intro = text(`${station === COUNTY ? '全县' : '本站'}写的话，两个人审过、去掉名字、放行的有 ${all} 句。`);
  const rows = body.topics.flatMap(({ title, word }) => {
    const one = said.shown.get(word);
    if (!one) return [];
    const count = `说它的 ${said.bySubject.get(one.subject) ?? 0} 句`;
    return [{ cells: [title, `“${one.words}”`, definition.subjects[one.subject]?.name ?? '', count] }];
  });
  return rows.length ? [intro, table(['什么事', '有人说', '部门', '几句'], [1.1, 4, 1.6, 1.2], rows)] : [intro];
}

function askBlocks({ definition, body }: Source): Block[] {
  const name = (id: string) => definition.subjects.find((one) => one.id === id)?.name ?? '';
  if (!body.asks.length) return [text('没有要当场问的。')];
  const rows = body.asks.map(({ subject, words }, at) => ({ cells: [String(at + 1), name(subject), words] }));
  return [table(['', '部门', '问什么'], [0.3, 1.5, 5], rows)];
}

/** Of which departments something is not published here, why, and where their ballots are. */
function hiddenBlocks({ definition, counts, station }: Source): Block[] {
  const { subjects, electorates, threshold } = definition;
  const countAt = readCounts(counts);
  const questions = countedQuestions(definition);
  const isHidden = (electorate: Electorate, subject: number) => {
    const place = { electorate, station, subject };
    if (countAt({ ...place, question: ASKED }, 0) === 0) return false;
    return questions.some((of, question) =>
      [BLANK, ...optionsOf(of)].some((_, answer) => countAt({ ...place, question }, answer) === undefined),
    );
  };
  const rows = electorates.flatMap((electorate) => {
    const names = subjects.flatMap(({ name }, subject) => (isHidden(electorate, subject) ? [name] : []));
    return names.length ? [{ cells: [ELECTORATE_WORDS[electorate], `${names.length} 个部门`, names.join('、')] }] : [];
  });
  if (!rows.length) return [text('都公布了，没有藏的。')];
  return [
    table(['谁评的', '有几个', '哪些部门'], [0.8, 1, 5], rows),
    text(`为什么藏：有的格不到 ${threshold} 人，公布了，村里猜得出是谁评的。`),
    text('为什么还藏别的：只藏一格，拿全县的数减去其他站，就算出来了，所以相关的格子一起藏。'),
    text('票去哪了：都在全县的数里，一张没丢。'),
  ];
}

function nextBlocks({ body, station }: Source): Block[] {
  const by = (day: Day | null, before = '') => (day ? `${sayDate(day)}${before}` : NOT_DECIDED);
  const where = station === COUNTY ? '各站' : '本站';
  return [
    text(
      `部门写出整改的事和日子：${by(body.answerBy, '前')}。${where}贴出来，念给来的人听：${by(body.postOn)}。投过票的居民，到日子会收到一问：变好了吗？`,
    ),
  ];
}
