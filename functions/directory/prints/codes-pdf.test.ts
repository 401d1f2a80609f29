import { create, toBuffer } from 'qrcode';
import { mm } from '../../platform/print/pdf';
import { type PrintedPage, type PrintedText, readPdf } from '../../testing/pdf';
import { codesPdf, type Format } from './codes-pdf';
import type { PrintedDeputy, PrintedMandate } from './printed';

let picture: Buffer;
beforeAll(async () => {
  picture = await toBuffer('330822-7KQ2MX4BZT', { type: 'png', width: 340, margin: 4 });
});

const villages = (count: number) =>
  Array.from({ length: count }, (_, index) => ['草坪', '新塘岭', '十八里', '白石'][index % 4] ?? '');

const COUNTY: PrintedMandate = {
  level: 'county',
  seal: '县',
  title: '常山县人大代表',
  ward: '第 12 选区',
  villages: villages(3),
};
const TOWN: PrintedMandate = {
  level: 'town',
  seal: '镇',
  title: '白石镇人大代表',
  ward: '第 3 选区',
  villages: villages(1),
};

const deputy = (changes: Partial<PrintedDeputy> = {}): PrintedDeputy => ({
  name: '徐示例',
  code: '7KQ2MX4BZT',
  picture,
  link: 'https://lianxin.example.cn/c/330822-7KQ2MX4BZT',
  house: '常山县人大代表联络站',
  place: '白石镇 草坪村',
  phone: '0570-0000000',
  mandates: [COUNTY, TOWN],
  station: {
    name: '草坪村代表联络站',
    address: '文化礼堂一楼',
    hours: '每周一、周四 8:30–11:30 有人',
    phone: '0570-0000100',
    reception: '每月 10 日 上午 9–11 点',
  },
  ...changes,
});

/** Everything as long as it can be: five levels, a name of seventeen, a county of sixteen, thirty villages, an endless address. */
const longest = () =>
  deputy({
    name: '阿卜杜热合曼·买买提依明·喆琨',
    place: '积石山保安族东乡族撒拉族自治县石塬镇 三二家村',
    house: '积石山保安族东乡族撒拉族自治县人大代表联络站',
    mandates: [
      { level: 'nation', seal: '国', title: '全国人大代表', ward: '浙江省人大选出', villages: [] },
      { level: 'province', seal: '省', title: '浙江省人大代表', ward: '衢州市人大选出', villages: [] },
      { level: 'city', seal: '市', title: '衢州市人大代表', ward: '常山县人大选出', villages: [] },
      { ...COUNTY, title: '积石山保安族东乡族撒拉族自治县人大代表', villages: villages(30) },
      { ...TOWN, villages: villages(30) },
    ],
    station: {
      name: '积石山保安族东乡族撒拉族自治县石塬镇三二家村代表联络站',
      address: '某某路 1234 号文化礼堂综合楼一楼东侧第三间，从北门进来往右手边走到底',
      hours: '每周一、周四、周六 8:30–11:30 和 14:00–17:00 有人，其他时候请先打电话',
      phone: '0570-0000100 转 8001',
      reception: '每月 10 日 上午 8:30 到下午 5 点',
    },
  });

const bare = () => deputy({ station: null, phone: null, place: '', mandates: [{ ...COUNTY, ward: '', villages: [] }] });

async function printed(format: Format, deputies: PrintedDeputy[]) {
  const { bytes, pages } = await codesPdf(format, deputies);
  const file = readPdf(bytes);
  expect(file.pages).toHaveLength(pages);
  for (const { width, height } of file.pages) expect([width, height]).toEqual([595.28, 841.89]);
  return { ...file, bytes };
}

/** Runs that stand side by side are one line of words. */
function linesOf(texts: readonly PrintedText[]): PrintedText[] {
  const lines: PrintedText[] = [];
  for (const text of texts) {
    const last = lines[lines.length - 1];
    const goesOn = last && last.baseline === text.baseline && Math.abs(last.x + last.width - text.x) < text.size / 4;
    if (!goesOn) lines.push({ ...text });
    else Object.assign(last, { text: last.text + text.text, width: text.x + text.width - last.x });
  }
  return lines;
}

/** No two lines of words on each other, measured by what a Chinese letter covers. */
function overlaps(lines: readonly PrintedText[]): string[] {
  const boxes = lines.map(({ text, x, width, baseline, size }) => ({
    text,
    left: x,
    right: x + width,
    top: baseline - size * 0.8,
    bottom: baseline + size * 0.08,
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

const onPictures = (page: PrintedPage) =>
  linesOf(page.texts).filter(({ x, width, baseline, size }) =>
    page.pictures.some(
      (box) =>
        x < box.x + box.width &&
        x + width > box.x &&
        baseline - size * 0.8 < box.top + box.height &&
        baseline > box.top,
    ),
  );

describe('a poster', () => {
  test('says who, of which levels and wards, where and when, and the code, in letters', async () => {
    const { pages, fonts, title, pictures } = await printed('poster', [deputy()]);
    expect(title).toBe('代表码海报');
    const lines = linesOf(pages[0]?.texts ?? []).map(({ text }) => text);
    for (const said of [
      '常山县人大代表联络站',
      '白石镇 草坪村',
      '徐示例',
      '第 12 选区：草坪、新塘岭、十八里',
      '第 3 选区：草坪',
      '打开微信，扫一扫',
      '每月 10 日 上午 9–11 点',
      '草坪村代表联络站（文化礼堂一楼）',
      '每周一、周四 8:30–11:30 有人',
      '打 0570-0000100',
    ])
      expect(lines).toContain(said);
    expect(pages[0]?.words).toContain('代表码 7KQ2MX4BZT');
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.every((name) => /^[A-Z]{6}\+NotoSansSC-(Regular|SemiBold)$/.test(name))).toBe(true);
    expect(pictures).toBe(1);
  });

  test.each([
    ['the longest', longest],
    ['one without a station, a ward or a phone', bare],
    ['an ordinary one', deputy],
  ])('of %s keeps its words apart and on the paper', async (_, make) => {
    const { pages } = await printed('poster', [make()]);
    const [page] = pages as [PrintedPage];
    const lines = linesOf(page.texts);
    expect(overlaps(lines)).toEqual([]);
    expect(onPictures(page)).toEqual([]);
    for (const { text, x, width, baseline } of lines) {
      expect([text, x >= mm(15.9) && x + width <= mm(194.5)]).toEqual([text, true]);
      expect([text, baseline <= mm(258.5) || baseline >= mm(286)]).toEqual([text, true]);
    }
    // Whatever is cut, it is never the name or the phone.
    expect(page.words).toContain(make().name);
    expect(page.words).toContain(make().station?.phone ?? '扫不出');
    expect(page.words).not.toContain('□');
    for (const { seal } of make().mandates) expect(lines.map(({ text }) => text)).toContain(seal);
  });

  test('has a code of 68 mm with nothing on it', async () => {
    const { pages } = await printed('poster', [deputy()]);
    const [code] = pages[0]?.pictures ?? [];
    expect(code?.width).toBeCloseTo(mm(68.6), 0);
    expect(code?.height).toBe(code?.width);
  });
});

describe('cards and key tags', () => {
  const GRIDS = [
    ['cards', 10, mm(40), mm(90), mm(54)],
    ['keys', 16, mm(39), mm(44), mm(66)],
  ] as const;

  test.each(GRIDS)('%s of one deputy fill a sheet, and its back', async (format, places, side) => {
    const { pages, pictures } = await printed(format, [deputy()]);
    expect(pages).toHaveLength(2);
    const [front, back] = pages as [PrintedPage, PrintedPage];
    expect(front.words.split('徐示例')).toHaveLength(places + 1);
    expect(front.pictures).toHaveLength(places);
    for (const { width, height } of front.pictures) {
      expect(width).toBeCloseTo(side, 2);
      expect(height).toBeCloseTo(side, 2);
    }
    // The same picture twenty times is in the file once.
    expect(pictures).toBe(1);
    expect(back.pictures).toEqual([]);
    expect(back.words.split('扫不出？扫这里')).toHaveLength(places + 1);
    expect(back.words.split('0570-0000100')).toHaveLength(places + 1);
  });

  test.each(GRIDS)(
    '%s of several are shared out evenly; of many, one each, sheet after sheet',
    async (format, places) => {
      const three = [deputy(), deputy({ name: '毛范例' }), deputy({ name: '郑样本' })];
      const { pages } = await printed(format, three);
      expect(pages).toHaveLength(2);
      for (const { name } of three)
        expect(pages[0]?.words.split(name)).toHaveLength(Math.floor(places / three.length) + 1);
      const many = Array.from({ length: places + 1 }, () => deputy());
      expect((await printed(format, many)).pages).toHaveLength(4);
    },
  );

  test.each(GRIDS)('the longest of %s stays in its piece, its words apart', async (format, _, __, width, height) => {
    const { pages } = await printed(format, [longest()]);
    for (const page of pages) {
      const lines = linesOf(page.texts).filter(({ text }) => !text.includes('毫米'));
      expect(overlaps(lines)).toEqual([]);
      expect(onPictures(page)).toEqual([]);
      const [left, top] = format === 'cards' ? [mm(15), mm(13.5)] : [mm(12.5), mm(10)];
      const [gapX, gapY] = format === 'cards' ? [0, 0] : [mm(3), mm(3)];
      for (const line of lines) {
        const across = (line.x - left) % (width + gapX);
        const down = (line.baseline - top) % (height + gapY);
        expect([line.text, across >= mm(1.5) && across + line.width <= width - mm(1.5)]).toEqual([line.text, true]);
        expect([line.text, down >= mm(3) && down <= height - mm(2)]).toEqual([line.text, true]);
      }
      // Every name is there, if on two lines.
      const perSheet = format === 'cards' ? 10 : 16;
      expect(page.words.split('买买提依明·喆琨')).toHaveLength(perSheet + 1);
    }
  });

  test('the back lies behind its front when the sheet is turned over the long edge', async () => {
    const { pages } = await printed('cards', [deputy(), deputy({ name: '毛范例' })]);
    const columnOf = (page: PrintedPage | undefined, name: string) =>
      linesOf(page?.texts ?? [])
        .filter(({ text }) => text === name)
        .map(({ x, baseline }) => `${Math.floor((baseline - mm(13.5)) / mm(54))} ${x < mm(105) ? 'left' : 'right'}`)
        .sort();
    const turned = (places: string[]) =>
      places.map((place) => (place.endsWith('left') ? place.replace('left', 'right') : place.replace('right', 'left')));
    for (const name of ['徐示例', '毛范例'])
      expect(columnOf(pages[1], name)).toEqual(turned(columnOf(pages[0], name)).sort());
  });
});

describe('what does not fit', () => {
  const written = (page: PrintedPage | undefined) =>
    (page?.texts ?? [])
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');

  test.each<[Format, number]>([
    ['poster', 0],
    ['cards', 1],
  ])('address and hours are on a %s whole, however long', async (format, page) => {
    const { address, hours } = longest().station ?? { address: '', hours: '' };
    const said = written((await printed(format, [longest()])).pages[page]);
    for (const words of [address, hours]) expect(said).toContain(words.replace(/\s/g, ''));
  });

  test.each<Format>(['poster', 'cards', 'keys'])('on a %s nothing is cut without a word', async (format) => {
    expect((await codesPdf(format, [deputy()])).cut).toEqual([]);
    const endless = '某某路 1234 号综合楼一楼东侧'.repeat(30);
    const { cut } = await codesPdf(format, [deputy({ station: { ...longest().station, address: endless } as never })]);
    expect(cut.includes(endless)).toBe(format !== 'keys');
  });

  test('of a card whose address never ends only what is not whole counts as cut', async () => {
    const address = '某某路 1234 号综合楼一楼东侧'.repeat(30);
    const hours = '每周一、周四 8:30–11:30 有人';
    const station = { name: '草坪村代表联络站', address, hours, phone: '0570-0000100', reception: null };
    expect((await codesPdf('cards', [deputy({ station })])).cut).toEqual([address, hours]);
  });
});

test('a key tag has its codes in 28 mm at least, without the white around them', async () => {
  const [front, back] = (await printed('keys', [deputy()])).pages as [PrintedPage, PrintedPage];
  const { modules: scene } = create('330822-7KQ2MX4BZT', { errorCorrectionLevel: 'M' });
  expect(((front.pictures[0]?.width ?? 0) * scene.size) / (scene.size + 8)).toBeGreaterThanOrEqual(mm(28));
  const white = back.rectangles.findIndex(({ width, height }) => width === height && width > mm(30));
  const unit = (back.rectangles[white + 1]?.width ?? 0) / 7;
  const { modules: link } = create(deputy().link, { errorCorrectionLevel: 'M' });
  expect(unit * link.size).toBeGreaterThanOrEqual(mm(28));
});

test('the link is drawn as it was encoded, in lines', async () => {
  const { link } = deputy();
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  const { rectangles } = (await printed('poster', [deputy()])).pages[0] as PrintedPage;
  const side = mm(28);
  const corner = rectangles.find(
    ({ width, height }) => Math.abs(width - side) < 0.01 && Math.abs(height - side) < 0.01,
  );
  const after = corner ? rectangles.slice(rectangles.indexOf(corner) + 1) : [];
  // The first line of a code is its upper left mark, seven modules wide.
  const [mark] = after;
  const unit = (mark?.width ?? 0) / 7;
  expect(unit * (modules.size + 4)).toBeGreaterThan(side * 0.85);
  const dark = (row: number, column: number) => {
    const x = (mark?.x ?? 0) + (0.5 + column) * unit;
    const y = (mark?.top ?? 0) + (0.5 + row) * unit;
    return rectangles.some(
      (box) =>
        box !== corner &&
        box.height < 2 * unit &&
        box.x < x &&
        x < box.x + box.width &&
        box.top < y &&
        y < box.top + box.height,
    );
  };
  expect(corner).toBeDefined();
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (dark(row, column) !== Boolean(modules.get(row, column))) throw new Error(`module ${row} ${column} is wrong`);
});

test.each<[Format, number]>([
  ['poster', 0],
  ['cards', 1],
  ['keys', 1],
])('in %s every module of the link is whole dots of a printer, so that its edges are sharp', async (format, side) => {
  const page = (await printed(format, [deputy()])).pages[side] as PrintedPage;
  const dots = (length: number) => (length / 72) * 150;
  // Behind the white square on which the first code stands.
  const first = page.rectangles.findIndex(({ width, height }) => width === height && width > mm(25));
  const modules = page.rectangles.slice(first + 1, first + 201);
  expect(modules).toHaveLength(200);
  for (const { x, top, width, height } of modules)
    for (const length of [dots(x), dots(top), dots(width), dots(height)])
      expect(Math.abs(length - Math.round(length))).toBeLessThan(0.01);
});

test('ninety deputies fit into the function of 1 GB, and into a file of few megabytes', async () => {
  const ninety = Array.from({ length: 90 }, (_, index) =>
    deputy({ picture: Buffer.from(picture), name: `徐示例${index}` }),
  );
  for (const [format, pages] of [
    ['poster', 90],
    ['cards', 18],
    ['keys', 12],
  ] as const) {
    const before = process.memoryUsage().rss;
    const made = await codesPdf(format, ninety);
    expect(made.pages).toBe(pages);
    expect(made.bytes.byteLength).toBeLessThan(8 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  }
});
