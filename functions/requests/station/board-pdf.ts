import { sayClass } from '../../../shared/assignments/words';
import { type Day, sayDate, sayDay } from '../../../shared/kernel/days';
import { deputyTitle } from '../../../shared/kernel/names';
import type { BoardItem } from '../../../shared/requests/contract';
import { ENDED, isIn, WAITING_FOR_RESIDENT } from '../../../shared/requests/states';
import { CATEGORY_NAMES, OUTCOME_WORDS, sayHands } from '../../../shared/requests/words';
import { ACCENT_TINT, CIVIC, drawEmblem, INK, INK_2, INK_3, LINE } from '../../platform/print/palette';
import { mm, openPdf, type Pdf, px, type Style, shrink, wrap, write } from '../../platform/print/pdf';

export type BoardSheet = {
  /** `白石镇联络站`, `常山县`: whose board it is. */
  house: string;
  /** As what is on it was chosen: 草坪村, 还在办. */
  chosen: string;
  items: readonly BoardItem[];
  printedOn: Day;
};

const WIDTH = mm(297);
const HEIGHT = mm(420);
const LEFT = mm(16);
const INNER = WIDTH - 2 * LEFT;
const TOP = mm(47);
const BOTTOM = mm(402);
const GAP = mm(5);
/** Between two matters: six of the longest stand on a sheet. */
const BETWEEN = mm(5.5);
const COLUMN = (INNER - GAP) / 2;

/** The notice board on paper (公开栏，A3): one matter below the other, whoever dealt with it at the left and its resident at the right, each for itself. */
export async function boardPdf(sheet: BoardSheet): Promise<Buffer> {
  const pdf = openPdf(`公开栏 ${sheet.chosen}`);
  let top = HEIGHT;
  for (const item of sheet.items) {
    const matter = matterOf(pdf, item);
    if (top + matter.height > BOTTOM) top = beginPage(pdf, sheet);
    drawMatter(pdf, matter, top);
    top += matter.height;
  }
  pdf.doc.end();
  return pdf.whole;
}

function beginPage(pdf: Pdf, { house, chosen, printedOn }: BoardSheet): number {
  pdf.doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  pdf.doc.rect(0, 0, WIDTH, mm(7)).fill(CIVIC);
  const side = mm(16);
  drawEmblem(pdf, { x: LEFT, top: mm(15), side });
  const name = { size: px(54), weight: 600, color: INK } as const;
  write(pdf, '公开栏', { x: LEFT + side + mm(5), top: mm(14), height: mm(18) }, name);
  const right = { x: WIDTH - LEFT, height: mm(9) };
  const whose = shrink(pdf, house, mm(140), { size: px(24), weight: 600, color: INK, align: 'right' } as const);
  write(pdf, whose.words, { ...right, top: mm(14) }, whose.style);
  const small = shrink(pdf, `${chosen} · ${sayDate(printedOn)}`, mm(140), {
    size: px(18),
    color: INK_2,
    align: 'right',
  } as const);
  write(pdf, small.words, { ...right, top: mm(23) }, small.style);
  write(
    pdf,
    '居民同意、联络站看过才登，不写名字。办的人自己怎么说、居民怎么说，各写各的。',
    { x: LEFT, top: mm(34), height: mm(8) },
    { size: px(18), color: INK_2 },
  );
  pdf.doc
    .moveTo(LEFT, mm(411))
    .lineTo(WIDTH - LEFT, mm(411))
    .lineWidth(mm(0.2))
    .stroke(LINE);
  write(
    pdf,
    '您点头，才算办完　·　手机上看：微信搜“连心站”，点“公开栏”。哪里不该登，也在那里说，或者告诉联络站。',
    { x: LEFT, top: mm(411.5), height: mm(6) },
    { size: px(15), color: INK_3 },
  );
  return TOP;
}

const TITLE = { size: px(28), weight: 600, color: INK } as const;
const WORDS = { size: px(20), color: INK } as const;
const LABEL = { size: px(15), color: INK_2 } as const;
const STRONG = { size: px(20), weight: 600, color: INK } as const;
const LEADING = 1.45;
const MOST = { words: 2, side: 3 };

type Line = { words: string; style: Style };
type Matter = { head: Line[]; sides: [Line[], Line[]]; height: number };

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { style }) => sum + style.size * LEADING, 0);
const PADDING = mm(3);

function matterOf(pdf: Pdf, item: BoardItem): Matter {
  const head = [
    ...lines(pdf, item.title, TITLE, INNER, 1),
    ...lines(
      pdf,
      [item.villageName, CATEGORY_NAMES[item.category], standing(item)].filter(Boolean).join(' · '),
      LABEL,
      INNER,
      1,
    ),
    ...lines(pdf, item.words.replace(/\s+/g, ' '), WORDS, INNER, MOST.words),
  ];
  const sides: Matter['sides'] = [sideOfAnswer(pdf, item), sideOfResident(pdf, item)];
  const boxes = Math.max(heightOf(sides[0]), heightOf(sides[1])) + 2 * PADDING;
  return { head, sides, height: heightOf(head) + mm(2) + boxes + BETWEEN };
}

/** In whose hands it is, until when. */
function standing(item: BoardItem): string {
  const { state, hands } = item;
  if (isIn(state, ENDED)) return '';
  if (isIn(state, WAITING_FOR_RESIDENT)) return '等居民说';
  const again = (hands?.round ?? 1) > 1 ? '重办' : '';
  return `${sayHands({ ...item, ...hands })}${again}${hands?.dueOn ? `，最晚 ${sayDay(hands.dueOn)}` : ''}`;
}

function sideOfAnswer(pdf: Pdf, { answer, answeredOn, resultClass, departmentName, deputyName }: BoardItem): Line[] {
  const who = departmentName ?? deputyTitle(deputyName);
  const label = `${departmentName ? '部门' : '代表'}自己说`;
  if (answer === null) return [...one(label, LABEL), ...one('还没有登出来的答复', WORDS)];
  return [
    ...one(`${label}　${who}${answeredOn ? ` ${sayDay(answeredOn)}` : ''}`, LABEL),
    ...(resultClass ? one(sayClass(resultClass), STRONG) : []),
    ...lines(pdf, answer.replace(/\s+/g, ' '), WORDS, COLUMN - 2 * PADDING, MOST.side),
  ];
}

function sideOfResident(_: Pdf, { said, answer }: BoardItem): Line[] {
  const words = said ? OUTCOME_WORDS[said.outcome] : answer === null ? '等答复' : '还没说解决了没有';
  return [...one(said ? `居民说　${sayDay(said.on)}` : '居民说', LABEL), ...one(words, said ? STRONG : WORDS)];
}

const one = (words: string, style: Style): Line[] => [{ words, style }];
const lines = (pdf: Pdf, words: string, style: Style, width: number, most: number): Line[] =>
  wrap(pdf, words, width, style, most).map((line) => ({ words: line, style }));

function drawMatter(pdf: Pdf, { head, sides, height }: Matter, top: number): void {
  const below = writeLines(pdf, head, LEFT, top) + mm(2);
  const boxes = height - (below - top) - BETWEEN;
  sides.forEach((side, index) => {
    const x = LEFT + index * (COLUMN + GAP);
    pdf.doc.roundedRect(x, below, COLUMN, boxes, mm(2)).fill(index ? ACCENT_TINT : '#f3f5f5');
    writeLines(pdf, side, x + PADDING, below + PADDING);
  });
}

function writeLines(pdf: Pdf, all: readonly Line[], x: number, from: number): number {
  let top = from;
  for (const { words, style } of all) {
    const height = style.size * LEADING;
    write(pdf, words, { x, top, height }, style);
    top += height;
  }
  return top;
}
