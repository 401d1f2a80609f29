import { type Day, sayDate, sayDay } from '../../../shared/kernel/days';
import { spellTrackingNumber } from '../../../shared/kernel/ids';
import { shorten } from '../../../shared/kernel/text';
import type { Facts } from '../../../shared/requests/lifecycle';
import type { End, State } from '../../../shared/requests/states';
import { RECEIPT_WORDS } from '../../../shared/requests/words';
import { ACCENT, ACCENT_TINT, CIVIC, drawEmblem, INK, INK_2, LINE } from '../../platform/print/palette';
import { mm, openPdf, type Pdf, px, shrink, wrap, write } from '../../platform/print/pdf';
import { hideNumbers } from './hide-numbers';

export type Receipt = {
  trackingNumber: string;
  title: string;
  words: string;
  state: State;
  outcome: End | null;
  /** Null while any of the village's deputies may take it. */
  deputyName: string | null;
  departmentName: string | null;
  villageName: string;
  countyName: string;
  station: { name: string; address: string; hours: string; phone: string } | null;
  countyPhone: string | null;
  submittedOn: Day;
  dueOn: Day;
  answeredOn: Day | null;
  /** Whether a phone was left, and its owner said that it is theirs. */
  contact: Facts['contact'];
  printedOn: Day;
};

const WIDTH = mm(148);
const HEIGHT = mm(210);
const LEFT = mm(13);
const INNER = WIDTH - 2 * LEFT;

/** One page of A5, which a printer with A4 in it makes larger. No name and no phone of the visitor: a slip gets lost. */
export async function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const pdf = openPdf(`回执 ${spellTrackingNumber(receipt.trackingNumber)}`);
  pdf.doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  drawHead(pdf, receipt);
  drawNumber(pdf, receipt);
  drawRows(pdf, receipt);
  drawLater(pdf, receipt);
  pdf.doc.end();
  return pdf.whole;
}

function drawHead(pdf: Pdf, { countyName }: Receipt): void {
  pdf.doc.rect(0, 0, WIDTH, mm(5)).fill(CIVIC);
  const side = mm(9);
  drawEmblem(pdf, { x: LEFT, top: mm(11), side });
  const house = shrink(pdf, `${countyName}人大代表联络站`, mm(80), { size: px(17), weight: 600, color: INK });
  write(pdf, house.words, { x: LEFT + side + mm(3), top: mm(11), height: side }, house.style);
  const name = { size: px(24), weight: 600, color: INK, align: 'right' } as const;
  write(pdf, '回执', { x: WIDTH - LEFT, top: mm(11), height: side }, name);
}

function drawNumber(pdf: Pdf, { trackingNumber }: Receipt): void {
  const box = { x: LEFT, top: mm(25), height: mm(27) };
  pdf.doc.roundedRect(box.x, box.top, INNER, box.height, mm(3)).fill(ACCENT_TINT);
  const middle = WIDTH / 2;
  const label = { size: px(15), color: INK_2, align: 'center' } as const;
  write(pdf, '受理编号，问的时候报这个', { x: middle, top: box.top + mm(2.5), height: mm(7) }, label);
  const number = { size: px(50), weight: 600, color: INK, align: 'center' } as const;
  write(pdf, spellTrackingNumber(trackingNumber), { x: middle, top: box.top + mm(9), height: mm(16) }, number);
}

const LABEL_WIDTH = mm(25);
const VALUE = { size: px(17), color: INK };
const LINE_HEIGHT = px(25);

function drawRows(pdf: Pdf, receipt: Receipt): void {
  let top = mm(57);
  for (const [label, value, most, weight] of rowsOf(receipt)) {
    const style = { ...VALUE, weight };
    const lines = wrap(pdf, value, INNER - LABEL_WIDTH, style, most);
    write(pdf, label, { x: LEFT, top, height: LINE_HEIGHT }, { size: px(15), color: INK_2 });
    lines.forEach((line, index) => {
      const place = { x: LEFT + LABEL_WIDTH, top: top + index * LINE_HEIGHT, height: LINE_HEIGHT };
      write(pdf, line, place, style);
    });
    top += Math.max(1, lines.length) * LINE_HEIGHT + mm(1.6);
  }
}

type Row = [label: string, value: string, most: number, weight: 400 | 600];

/** What is on the slip, and on how many lines at most; all of them together end above what stands below. */
function rowsOf(receipt: Receipt): Row[] {
  const { title, words, villageName, deputyName, submittedOn, station } = receipt;
  const rows: Row[] = [
    ['说的事', hideNumbers(title), 1, 600],
    ['原话', shorten(hideNumbers(words.replace(/\s+/g, ' ')), 160), 4, 400],
    ['交给了', deputyName ? `代表 ${deputyName}` : `${villageName}的任一位代表，谁先接谁办`, 2, 400],
    ['哪天说的', sayDate(submittedOn), 1, 400],
    ['到哪了', progressOf(receipt), 1, 600],
  ];
  if (station) rows.push(['联络站', station.address ? `${station.name}（${station.address}）` : station.name, 2, 400]);
  return rows;
}

function progressOf({ state, outcome, dueOn, answeredOn, departmentName }: Receipt): string {
  const told = {
    dueOn: sayDate(dueOn),
    answeredOn: answeredOn === null ? '' : sayDay(answeredOn),
    asker: departmentName ?? '代表',
  };
  return RECEIPT_WORDS[state](told, outcome);
}

const LATER_TOP = mm(140);

const BY_PHONE: Record<Facts['contact'], string> = {
  left: '留的手机号还没有本人确认：打开微信，搜“连心站”，用这个号确认一次，问“这是您的事吗”，点“是我的”。',
  none: '没有留手机号。想用微信看的，请联络站补上手机号。',
  confirmed: '本人已经用微信确认：打开微信，搜“连心站”，“我的事”里有这件事。',
  own: '打开微信，搜“连心站”，“我的事”里有这件事。',
};

/** How to see later what became of it, with a phone and without. */
function drawLater(pdf: Pdf, { station, countyPhone, contact, printedOn }: Receipt): void {
  pdf.doc.rect(LEFT, LATER_TOP, INNER, mm(0.6)).fill(INK);
  write(
    pdf,
    '以后怎么看办到哪了',
    { x: LEFT, top: LATER_TOP + mm(3), height: px(28) },
    { size: px(19), weight: 600, color: INK },
  );
  const phone = station?.phone ?? countyPhone;
  const ways = [
    BY_PHONE[contact],
    `不用手机的：带这张纸到联络站，报上面的编号。${phone ? `\n也可以打 ${phone}。` : ''}`,
  ];
  let top = LATER_TOP + mm(13);
  ways.forEach((way, index) => {
    const badge = px(26);
    pdf.doc.roundedRect(LEFT, top, badge, badge, px(6)).fill(ACCENT);
    const number = { size: px(15), weight: 600, color: '#fff', align: 'center' } as const;
    write(pdf, String(index + 1), { x: LEFT + badge / 2, top, height: badge }, number);
    const x = LEFT + badge + mm(3);
    for (const line of wrap(pdf, way, WIDTH - LEFT - x, VALUE, 3)) {
      write(pdf, line, { x, top, height: LINE_HEIGHT }, VALUE);
      top += LINE_HEIGHT;
    }
    top += mm(2.5);
  });
  drawEnd(pdf, { station, printedOn });
}

function drawEnd(pdf: Pdf, { station, printedOn }: Pick<Receipt, 'station' | 'printedOn'>): void {
  pdf.doc
    .moveTo(LEFT, mm(196))
    .lineTo(WIDTH - LEFT, mm(196))
    .lineWidth(mm(0.2))
    .stroke(LINE);
  const small = { size: px(13), color: INK_2 };
  const box = { top: mm(197.5), height: mm(6) };
  const hours = shrink(pdf, station?.hours ? `联络站 ${station.hours}` : '您点头，才算办完', mm(80), small);
  write(pdf, hours.words, { x: LEFT, ...box }, hours.style);
  write(pdf, `${sayDate(printedOn)}打印`, { x: WIDTH - LEFT, ...box }, { ...small, align: 'right' });
}
