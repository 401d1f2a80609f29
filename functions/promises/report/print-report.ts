import { dayOf, sayDate } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { printReport as contract } from '../../../shared/promises/contract/office';
import type { Report } from '../../../shared/promises/report/shown';
import { RATING_WORDS, STANDING_WORDS, sayFigures, sayTally } from '../../../shared/promises/report/words';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { DOCX_TYPE, type DocxBlock, writeDocx } from '../../platform/print/docx';
import { report } from './reports';

/** A report as it was handed in last, with what deputies said once all have. @throws ProblemError `report_not_handed_in` */
export async function printReport(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { countyName } = await countyDirectoryOf(call);
  const shown = await report(call, { id });
  // Sent back, what is owed is another one; what was handed in before stays with the office as it was printed then.
  ensure(shown.handedInOn !== null && shown.words !== null, 'report_not_handed_in');
  const bytes = writeDocx(reportBlocks(shown, { countyName, printedOn: dayOf(call.now) }));
  const fileName = `${shown.departmentName}${shown.year} 年承诺事项报告.docx`;
  return handOut(call, { bytes, type: DOCX_TYPE, extension: 'docx', fileName });
}

/** @param printedOn the day on which it is drawn; where promises have moved since it was handed in, that is said beside them */
function reportBlocks(
  { year, departmentName, handedInOn, words, figures, lines, tally, receipts, round }: Report,
  { countyName, printedOn }: { countyName: string; printedOn: string },
): DocxBlock[] {
  const last = receipts.filter((one) => one.round === round);
  return [
    { style: 'Place', words: `${countyKind(countyName)}人大办公室：` },
    { style: 'Title', words: `${year} 年承诺事项办理情况报告` },
    { style: 'Subtitle', words: `${year - 1}、${year} 两年里答应的事` },
    ...(words ?? '').split('\n').map((line): DocxBlock => ({ style: 'Normal', words: line })),
    { style: 'Heading1', words: '数字' },
    { style: 'Normal', words: sayFigures(figures) },
    ...(lines.length
      ? [
          { style: 'Heading1', words: '每一件' } as const,
          {
            head: ['答应的事', '从哪来', '日子', '怎么样', '部门说'],
            widths: [6, 5, 5, 4, 6],
            rows: lines.map((line) => [
              line.words,
              line.source,
              line.dueOn === line.firstDueOn ? line.dueOn : `${line.dueOn}（原来 ${line.firstDueOn}）`,
              `${STANDING_WORDS[line.standing]}${line.late ? `，迟 ${line.late} 天` : ''}${
                line.now ? `；到 ${printedOn}：${STANDING_WORDS[line.now.standing]}` : ''
              }`,
              line.said ?? '',
            ]),
          },
        ]
      : []),
    { style: 'Right', words: departmentName },
    { style: 'Right', words: sayDate(handedInOn ?? printedOn) },
    ...(tally
      ? [
          { style: 'Heading1', words: '代表的回执' } as const,
          { style: 'Normal', words: `${sayTally(tally)}。没评的不算进满意不满意。` } as const,
          ...(last.length
            ? [
                {
                  head: ['代表', '评', '说'],
                  widths: [2, 2, 6],
                  rows: last.map(({ deputyName, rating, words }) => [
                    deputyName,
                    rating ? RATING_WORDS[rating] : '没评',
                    words ?? '',
                  ]),
                },
              ]
            : []),
        ]
      : []),
  ];
}
