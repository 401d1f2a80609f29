import unicode from '@fontsource/noto-sans-sc/unicode.json';
import { readPdf } from '../../testing/pdf';
import { fontFile, subsetsOf, type Weight } from './fonts';
import { measure, missingIn, openPdf, type Pdf, shrink, unprintable, wrap, write } from './pdf';
import { unwrapWoff } from './woff';

const SUBSETS = Object.keys(unicode).map((key) => `noto-sans-sc/${key.replace(/[[\]]/g, '')}`);

async function printed(draw: (pdf: Pdf) => void) {
  const pdf = openPdf('样张');
  pdf.doc.addPage({ size: 'A4', margin: 0 });
  draw(pdf);
  pdf.doc.end();
  return readPdf(await pdf.whole);
}

const line = (pdf: Pdf, words: string, weight?: Weight) =>
  write(pdf, words, { x: 50, top: 50, height: 20 }, { size: 12, weight });

describe('the font', () => {
  /** Where a table lies in an OpenType file. */
  const table = (font: Buffer, tag: string) => {
    const at = font.indexOf(tag, 12, 'latin1');
    return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  };

  test.each([400, 600] as const)(
    'has every file it names in weight %i, and no two that pdfkit would take for one',
    (weight) => {
      // pdfkit looks at the name, which all of them share, and at this sum.
      const sums = SUBSETS.map((subset) => table(fontFile(subset, weight), 'head').readUInt32BE(8));
      expect(new Set(sums).size).toBe(SUBSETS.length);
    },
  );

  test('draws all of GB 2312, and the rare ones of names, wherever in Unicode', async () => {
    const decoder = new TextDecoder('gb18030');
    const common: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row += 1)
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) common.push(decoder.decode(Uint8Array.of(row, cell)));
    const names = [
      // The second line is of the extensions, and in 通用规范汉字表.
      ...'喆琨璨堃赟燊垚犇骉彧翀祎旻昉昇珺玥甯曌淼瑀芃昊颢灏煊煜炜烨玮瑄璟璠琮瑢瑧昪弢槱龑奭峣崟嵚弇彣忞怹',
      ...'䶮㛃𫖯𬎆𠅤㑇䓖𬸪㧑㭎㳇㵐䲟鿍镕',
    ];
    // Those of one file one after the other: it is quicker.
    const fileOf = (letter: string) => subsetsOf(letter.codePointAt(0) ?? 0)[0] ?? '';
    const wanted = [...common, ...names]
      .filter((letter) => /\p{Script=Han}/u.test(letter))
      .sort((a, b) => fileOf(a).localeCompare(fileOf(b)));
    expect(wanted).toHaveLength(6763 + names.length);
    expect(unprintable(wanted.join(''))).toEqual([]);
    const { pages } = await printed((pdf) => line(pdf, wanted.join('')));
    const drawn = [...(pages[0]?.words ?? '')];
    expect(drawn).toEqual(wanted);
  });

  test('leaves room where it has no character, to write it in by hand, and drops what nobody sees', async () => {
    const { pages } = await printed((pdf) => line(pdf, '王𪜀\u{3134a}\u200d\ufe0f😀\u0301'));
    expect(pages[0]?.words.replace('\u0301', '')).toMatch(/^王□□□/);
  });

  test('draws the other scripts of the country, words from right to left in their order', async () => {
    const names = ['ئابدۇللا ئەخمەت', 'བཀྲ་ཤིས'];
    expect(unprintable(names.join(''))).toEqual([]);
    expect(unprintable('王\u{3134a}ᠪᠠᠲᠤ')).toEqual([...'\u{3134a}ᠪᠠᠲᠤ']);
    for (const name of names) {
      const pdf = openPdf('');
      expect(measure(pdf, name, { size: 10 })).toBeGreaterThan(10);
      expect(missingIn(pdf)).toEqual([]);
    }
    const { pages } = await printed((pdf) => line(pdf, '代表 ئابدۇللا ئەخمەت'));
    // As they lie on the paper, from the left.
    expect(pages[0]?.words).toMatch(/^代表 تەمخەئ اللۇد/u);
  });

  test('does not read a file that is cut off', () => {
    const font = Buffer.alloc(44 + 20 + 4);
    font.writeUInt16BE(1, 12);
    font.write('head', 44, 'latin1');
    font.writeUInt32BE(64, 48);
    font.writeUInt32BE(4, 52);
    font.writeUInt32BE(4, 56);
    expect(unwrapWoff(font)).toHaveLength(12 + 16 + 4);
    expect(() => unwrapWoff(font.subarray(0, 66))).toThrow('table head of a font is cut off');
  });

  test('has nothing outside what the package says', () => {
    expect(subsetsOf(0x2fffd)).toEqual([]);
  });
});

describe('words', () => {
  test('can be searched and copied, are embedded in parts, and the file says what it is', async () => {
    const words = '有事，扫码找我。Ab 12–3 点';
    const { pages, fonts, title } = await printed((pdf) => {
      line(pdf, words);
      line(pdf, words, 600);
    });
    expect(title).toBe('样张');
    expect(pages).toMatchObject([{ width: 595.28, height: 841.89, words: words + words }]);
    expect(new Set(fonts.map((name) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(
      new Set(['NotoSansSC-Regular', 'NotoSansSC-SemiBold']),
    );
    expect(fonts.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true);
  });

  test('have quotes half as wide, and what follows close to them', async () => {
    const { pages } = await printed((pdf) => line(pdf, '是“徐示例”，'));
    expect(pages[0]?.words).toBe('是“徐示例”，');
    const [, opening, first] = pages[0]?.texts ?? [];
    expect(opening?.width).toBeCloseTo(6, 1);
    expect(first?.x).toBeCloseTo((opening?.x ?? 0) + 6, 0);
    expect(measure(openPdf(''), '“”', { size: 10 })).toBeCloseTo(10, 1);
  });

  test('stand where they are aligned, as wide as they were measured', async () => {
    const style = { size: 20, spacing: 2 };
    let width = 0;
    const { pages } = await printed((pdf) => {
      width = measure(pdf, '草坪 A1', style);
      for (const align of ['left', 'center', 'right'] as const)
        write(pdf, '草坪 A1', { x: 300, top: 100, height: 40 }, { ...style, align });
    });
    const starts = pages[0]?.texts.filter(({ text }) => text.startsWith('草')).map(({ x }) => x);
    expect(starts?.map(Math.round)).toEqual([300, 300 - width / 2, 300 - width].map(Math.round));
    expect(width).toBeGreaterThan(3 * 20 + 5 * 2);
    for (const { baseline } of pages[0]?.texts ?? []) expect(baseline).toBeCloseTo(100 + (40 - 28.96) / 2 + 23.2, 1);
  });

  const pdf = openPdf('');

  test('become smaller before they are cut, and never wider than their box', () => {
    const style = { size: 10 };
    expect(shrink(pdf, '草坪村', 30, style)).toEqual({ words: '草坪村', style });
    expect(shrink(pdf, '草坪村', 24, style)).toMatchObject({ words: '草坪村', style: { size: 8 } });
    const cut = shrink(pdf, '草坪村代表联络站', 40, style, 0.7);
    expect(cut).toMatchObject({ words: '草坪村代…', style: { size: 7 } });
    expect(measure(pdf, cut.words, cut.style)).toBeLessThanOrEqual(40);
    expect(shrink(pdf, '', 40, style).words).toBe('');
    expect(shrink(pdf, '草', 1, style).words).toBe('…');
  });

  test('of another script are not broken within a word', () => {
    const lines = wrap(pdf, 'ئابدۇللا ئەخمەت', 60, { size: 10 }, 3);
    expect(lines).toEqual(['ئابدۇللا', 'ئەخمەت']);
  });

  test('are broken into lines that no mark begins, numbers and addresses whole', () => {
    const style = { size: 10 };
    expect(wrap(pdf, '一二三四，五六七八', 40, style, 3)).toEqual(['一二三四，', '五六七八']);
    expect(wrap(pdf, '一二三四，。五六', 40, style, 3)).toEqual(['一二三四，', '。五六']);
    expect(wrap(pdf, '打 0570-0000100 问', 74, style, 3)).toEqual(['打', '0570-0000100', '问']);
    expect(wrap(pdf, '一\n\n二', 40, style, 3)).toEqual(['一', '二']);
    expect(wrap(pdf, '一二三四五六七八九十', 40, style, 2)).toEqual(['一二三四', '五六七…']);
    expect(wrap(pdf, 'a'.repeat(100), 40, style, 2).every((each) => measure(pdf, each, style) <= 40.01)).toBe(true);
    expect(wrap(pdf, '  ', 40, style, 2)).toEqual([]);
  });
});
