import PDFDocument from 'pdfkit';
import { fontFile, isCommon, isShaped, subsetsOf, type Weight } from './fonts';

export const PDF_TYPE = 'application/pdf';

/** A sheet of paper is measured in points; people measure it in millimetres, screens in CSS pixels. */
export const mm = (length: number) => (length * 72) / 25.4;
export const px = (length: number) => length * 0.75;

export type Pdf = {
  doc: PDFKit.PDFDocument;
  /** The whole file, once `doc.end()` was called. */
  whole: Promise<Buffer>;
  /** For each weight and character, the name under which pdfkit knows the font that has it; null where none has. */
  fonts: Map<string, string | null>;
  names: Set<string>;
  /** Words that did not fit where they stand, whole as they were given. */
  cuts: Set<string>;
  /** Pictures that are in the file already: the same bytes are not put in twice. */
  pictures: Map<Buffer, PDFKit.Mixins.ImageSrc>;
};

/** A document without a page yet. `title` is what a reader's window says. */
export function openPdf(title: string): Pdf {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: '连心站', Producer: '连心站' },
    // None to start with: the standard ones have no Chinese.
    font: '',
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((done, failed) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
  });
  return { doc, whole, fonts: new Map(), names: new Set(), cuts: new Set(), pictures: new Map() };
}

/** What stands for a character that the font does not have: room to write it in by hand. */
const MISSING = '□';
// They change how their neighbour looks, or nothing; alone they would print as something missing.
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** What pdfkit has and its types don't name. */
type Inside = {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc;
};

/** Characters that were asked for and that the font does not have. */
export function missingIn({ fonts }: Pdf): string[] {
  const none = [...fonts].flatMap(([key, font]) => (font === null ? [key.slice(key.indexOf(' ') + 1)] : []));
  return [...new Set(none)];
}

/** Never written: the fonts that are asked stay open in it. */
let scratch: Pdf | undefined;

/** Letters of these words that no font has: they print as □. */
export function unprintable(words: string): string[] {
  const rare = [...words].filter((letter) => !isCommon(letter.codePointAt(0) ?? 0));
  if (!rare.length) return [];
  scratch ??= openPdf('');
  const pdf = scratch;
  return [...new Set(rare.filter((letter) => fontOf(pdf, letter, 400) === null))];
}

function fontOf(pdf: Pdf, letter: string, weight: Weight): string | null {
  const key = `${weight} ${letter}`;
  const known = pdf.fonts.get(key);
  if (known !== undefined) return known;
  const codePoint = letter.codePointAt(0) ?? 0;
  const found = subsetsOf(codePoint)
    .map((subset) => register(pdf, subset, weight))
    .find((name) => has(pdf, name, codePoint));
  pdf.fonts.set(key, found ?? null);
  return found ?? null;
}

function register({ doc, names }: Pdf, subset: string, weight: Weight): string {
  const name = nameOf(subset, weight);
  if (!names.has(name)) doc.registerFont(name, fontFile(subset, weight));
  names.add(name);
  return name;
}

function has({ doc }: Pdf, name: string, codePoint: number): boolean {
  return (doc.font(name) as unknown as Inside)._font.font.hasGlyphForCodePoint(codePoint);
}

const nameOf = (subset: string, weight: Weight) => `${subset} ${weight}`;
const subsetOf = (name: string) => name.slice(0, name.lastIndexOf(' '));

type Run = { font: string; text: string; features: PDFKit.Mixins.OpenTypeFeatures[] };

// As wide as a character they leave a hole beside the next mark; the font has them half as wide (标点挤压).
const QUOTES = /[‘’“”]/;

/** Words cut where the font file changes. */
function runsOf(pdf: Pdf, words: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of words
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[^\S\u3000]/g, ' ')) {
    const own = fontOf(pdf, letter, weight);
    const font = own ?? fontOf(pdf, MISSING, weight);
    if (!font) continue;
    const text = own ? letter : MISSING;
    const features: Run['features'] = QUOTES.test(text) ? ['halt'] : [];
    const last = runs[runs.length - 1];
    if (last?.font === font && last.features.length === features.length) last.text += text;
    else runs.push({ font, text, features });
  }
  return joined(runs);
}

/** Words of another script with the spaces between them in one run: from right to left, the first of them stands last. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] as Run;
    const before = all[all.length - 1];
    const next = runs[at + 1];
    if (run.text === ' ' && before && isShaped(subsetOf(before.font)) && next?.font === before.font) {
      before.text += ` ${next.text}`;
      at += 1;
    } else all.push({ ...run });
  }
  return all;
}

export type Style = {
  /** In points. */
  size: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'center' | 'right';
  /** Between letters, in points. */
  spacing?: number;
};

/** How wide words are on one line, in points. */
export function measure(pdf: Pdf, words: string, { size, weight = 400, spacing = 0 }: Style): number {
  const runs = runsOf(pdf, words, weight);
  const letters = runs.reduce((sum, { text }) => sum + [...text].length, 0);
  pdf.doc.fontSize(size);
  return runs.reduce((sum, run) => sum + widthOf(pdf, run), letters * spacing);
}

// Without features pdfkit remembers what it laid out, word by word.
const optionsOf = ({ font, features }: Run) => (features.length || isShaped(subsetOf(font)) ? { features } : {});

function widthOf({ doc }: Pdf, run: Run): number {
  return doc.font(run.font).widthOfString(run.text, optionsOf(run));
}

// Of the font, in parts of its size: how far its letters reach above and below the line they stand on.
const ASCENT = 1.16;
const DESCENT = 0.288;

/**
 * Writes words on one line in the middle of a box `height` high, as CSS does with a line height. `x` is where they begin, or their middle
 * or end, as the style aligns them.
 */
export function write(
  pdf: Pdf,
  words: string,
  { x, top, height }: { x: number; top: number; height: number },
  style: Style,
): void {
  const { size, weight = 400, color = '#000', align = 'left', spacing = 0 } = style;
  const runs = runsOf(pdf, words, weight);
  const width = align === 'left' ? 0 : measure(pdf, words, style);
  let at = x - (align === 'right' ? width : align === 'center' ? width / 2 : 0);
  const baseline = top + (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
  pdf.doc.fontSize(size).fillColor(color);
  for (const run of runs) {
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const;
    pdf.doc.font(run.font).text(run.text, at, baseline, { ...options, ...optionsOf(run) });
    at += widthOf(pdf, run) + [...run.text].length * spacing;
  }
}

/** The words and the size with which they are at most so wide: first smaller, down to `least` of the size, then cut with an ellipsis. */
export function shrink<S extends Style>(
  pdf: Pdf,
  words: string,
  width: number,
  style: S,
  least = 0.7,
): { words: string; style: S } {
  const whole = measure(pdf, words, style);
  if (whole <= width) return { words, style };
  const factor = Math.max(least, width / whole);
  const smaller = { ...style, size: style.size * factor, spacing: (style.spacing ?? 0) * factor };
  return { words: cut(pdf, words, width, smaller), style: smaller };
}

function cut(pdf: Pdf, words: string, width: number, style: Style): string {
  // What is as wide as its box is as wide as its box, whatever the last digit says.
  const fits = (text: string) => measure(pdf, text, style) <= width + 0.01;
  if (fits(words)) return words;
  pdf.cuts.add(words);
  const letters = [...words];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${letters.slice(0, middle).join('')}…`)) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

// A line is not broken within a number, a word of any script or an address, and none of these marks begins one (避头).
const PIECE = /[\w.,:;@/+–-]+|[\p{Script=Arabic}\p{Script=Tibetan}\p{M}]+|./gsu;
const NOT_FIRST = /^[，。、；：？！）》”’…—·%％]/u;

/**
 * Words on at most `most` lines of this width; the last is cut with an ellipsis where more would follow. One mark that may not begin a
 * line hangs over the end of the line before (标点悬挂).
 */
export function wrap(pdf: Pdf, words: string, width: number, style: Style, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string) => measure(pdf, text, style) <= width;
  for (const piece of piecesOf(pdf, words, width, style)) {
    const hangs = NOT_FIRST.test(piece) && fits(line);
    if (piece === '\n' || (line && !hangs && !fits(line + piece))) {
      lines.push(line.trim());
      line = '';
    }
    line += piece.trim() || line ? piece : '';
  }
  const filled = [...lines, line.trim()].filter((each) => each !== '');
  if (filled.length <= most) return filled;
  pdf.cuts.add(words);
  // What is cut is said by the whole of it.
  const last = cut({ ...pdf, cuts: new Set() }, `${filled.slice(most - 1).join('')}`, width, style);
  return [...filled.slice(0, most - 1), last];
}

export type Paragraph = { words: string; style: Style };

/** In parts of the size, how small words may become so that all of them are there, and so that they stay on one line. */
const LEAST = 0.55;
const ONE_LINE = 0.8;
const STEP = 0.05;

/**
 * Paragraphs one below the other in a box, each on as many lines as it needs: as large as they are given, else smaller until all fit. Only
 * what does not fit at the smallest is cut, the last lines first.
 * @returns the lines with their styles and how high each is
 */
export function fitted(
  pdf: Pdf,
  paragraphs: readonly Paragraph[],
  { width, height }: { width: number; height: number },
  leading = 1.4,
): { words: string; style: Style; height: number }[] {
  const setAt = (factor: number) =>
    paragraphs.flatMap(({ words, style }) => {
      const smaller = { ...style, size: style.size * factor };
      const short = measure(pdf, words, smaller) * ONE_LINE <= width;
      const one = short ? shrink(pdf, words, width, smaller, ONE_LINE).style : smaller;
      const lines = short ? [words].filter(Boolean) : wrap(pdf, words, width, smaller, Number.POSITIVE_INFINITY);
      return lines.map((line) => ({ words: line, style: one, height: one.size * leading, paragraph: words }));
    });
  const tall = (lines: readonly { height: number }[]) => lines.reduce((sum, line) => sum + line.height, 0);
  for (let factor = 1; factor >= LEAST; factor -= STEP) {
    const lines = setAt(factor);
    if (tall(lines) <= height + 0.01) return lines;
  }
  const all = setAt(LEAST);
  const lines = [...all];
  while (lines.length > 1 && tall(lines) > height + 0.01) lines.pop();
  const last = lines[lines.length - 1];
  if (last) last.words = `${[...last.words].slice(0, -1).join('')}…`;
  for (const { paragraph } of all.slice(lines.length - 1)) pdf.cuts.add(paragraph);
  return lines;
}

/** What may stand on a line by itself; a piece wider than a line falls into letters. */
function piecesOf(pdf: Pdf, words: string, width: number, style: Style): string[] {
  const pieces = words.match(PIECE) ?? [];
  return pieces.flatMap((piece) => (piece.length > 1 && measure(pdf, piece, style) > width ? [...piece] : [piece]));
}

/** A square picture (PNG or JPEG). @throws when it is neither */
export function drawPicture(
  { doc, pictures }: Pdf,
  bytes: Buffer,
  { x, top, side }: { x: number; top: number; side: number },
): void {
  const picture = pictures.get(bytes) ?? (doc as unknown as Inside).openImage(bytes);
  pictures.set(bytes, picture);
  doc.image(picture, x, top, { width: side, height: side });
}
