import { randomBytes } from 'node:crypto';
import writeExcelFile from 'write-excel-file/node';
import { rawWorkbook } from '../../testing/spreadsheet';
import { readSpreadsheet } from './read-spreadsheet';
import { Unreadable } from './unreadable';
import { writeSpreadsheet } from './write-spreadsheet';
import { openZip, writeZip } from './zip';

/** The sentence a file is refused with. */
async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    await readSpreadsheet(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  throw new Error('the file should have been refused');
}

const textsOf = async (bytes: Buffer, sheet: number) =>
  (await readSpreadsheet(bytes))[sheet]?.rows.map(({ number, cells }) => [
    number,
    [...cells.values()].map(({ text }) => text),
  ]);
const data = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`;

const people = [['代表编号', '姓名'], ...Array.from({ length: 40 }, (_, index) => [`${index + 1}`, '王示例'])];

describe('what is no workbook is refused in plain words', () => {
  const csv = Buffer.from('代表编号,姓名\n0001,王示例\n');
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
  const good = writeSpreadsheet([{ name: '代表', widths: [12, 12], titled: true, rows: people }]);
  test.each([
    ['an empty file', Buffer.alloc(0), /是空的/],
    ['a renamed .csv', csv, /像是改了名字的文本（\.csv）/],
    ['a .csv in the encoding of old Excel', Buffer.from('b4fab1edb1e0bac52cd0d5c3fb0d0a', 'hex'), /\.csv/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /不是 \.xlsx 文件。/],
    ['an old .xls', old, /旧的 \.xls/],
    ['a web page called .xls', Buffer.from('\ufeff\n<html xmlns:x="urn:x"><table>'), /网页（HTML）/],
    ['a table of a web page', Buffer.from('<meta charset="gbk"><table><tr>'), /网页（HTML）/],
    [
      'an XML table of Excel 2003',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      /XML 表格（Excel 2003）/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['a .rar', Buffer.from('526172211a0700', 'hex'), /压缩包/],
    ['text in UTF-16', Buffer.from('\ufeff代表编号\t姓名', 'utf16le'), /\.csv/],
    ['an old Word document', Buffer.concat([old, Buffer.from('WordDocument', 'utf16le')]), /Word/],
    ['a zip of a workbook', writeZip([{ name: '名册.xlsx', bytes: good }]), /请先解开/],
    ['one with a password', locked, /加了密码/],
    ['30 MB', Buffer.concat([good, Buffer.alloc(30 * 1024 * 1024)]), /超过 5 MB/],
    [
      'a document of another kind',
      writeZip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
      /Word 文档，不是表格/,
    ],
    ['an .ods', writeZip([{ name: 'content.xml', bytes: Buffer.from('<a/>') }]), /这是 \.ods 文件/],
    ['an .xlsb', writeZip([{ name: 'xl/workbook.bin', bytes: Buffer.from('x') }]), /\.xlsb/],
    [
      'an .xlsb with the types that Excel writes',
      writeZip([
        {
          name: '[Content_Types].xml',
          bytes: Buffer.from(
            '<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
          ),
        },
        { name: 'xl/workbook.bin', bytes: Buffer.from('x') },
      ]),
      /\.xlsb/,
    ],
    ['one with macros', rawWorkbook({ 代表: data('') }, { 'xl/vbaProject.bin': 'x' }), /有宏/],
    ['one with old macros', rawWorkbook({ 代表: data('') }, { 'xl/macrosheets/sheet1.xml': '<a/>' }), /有宏/],
    [
      'one that says it has macros',
      rawWorkbook(
        { 代表: data('') },
        {
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      ),
      /有宏/,
    ],
    [
      'one that says of all its parts that they have macros',
      rawWorkbook(
        { 代表: data('') },
        {
          '[Content_Types].xml':
            '<Types><Default Extension="XML" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      ),
      /有宏/,
    ],
    ['half a file', good.subarray(0, Math.floor(good.length / 2)), /文件坏了/],
    ['a file with its middle changed', changed(good, Math.floor(good.length / 3)), /文件坏了/],
    ['one that declares entities', rawWorkbook({ 代表: `<!DOCTYPE a [<!ENTITY a "aaaa">]>${data('')}` }), /文件坏了/],
    [
      'one whose tags are closed in another order',
      rawWorkbook({ 代表: '<worksheet><a><b></a></b></worksheet>' }),
      /文件坏了/,
    ],
    ['one whose tags never end', rawWorkbook({ 代表: '<worksheet><sheetData><row r="1' }), /文件坏了/],
    [
      'one whose sheet is not there',
      rawWorkbook(
        { 代表: data('') },
        {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="nowhere.xml"/></Relationships>',
        },
      ),
      /文件坏了/,
    ],
    ['one with too many rows', rawWorkbook({ 代表: data('<row><c><v>1</v></c></row>'.repeat(20_001)) }), /行太多/],
    [
      'one with too many empty rows, in all its sheets',
      rawWorkbook({ 代表: data('<row/>'.repeat(150_001)), 任期: data('<row/>'.repeat(150_000)) }),
      /空行太多/,
    ],
    ['one that names a sheet twice', sheetNamed(2), /指着同一处/],
    ['one that names a sheet twenty thousand times', sheetNamed(20_000), /指着同一处/],
    [
      'one with more than fifty sheets',
      rawWorkbook(Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`表${index}`, data('')]))),
      /表太多了，最多 50 张/,
    ],
  ])('%s', async (_, bytes, reason) => expect(await refusalOf(bytes)).toMatch(reason));

  function sheetNamed(times: number): Buffer {
    const list = Array.from({ length: times }, (_, index) => `<sheet name="表${index}" r:id="r1"/>`).join('');
    const filler = data('<row/>'.repeat(150_000));
    return rawWorkbook({ 代表: filler }, { 'xl/workbook.xml': `<workbook><sheets>${list}</sheets></workbook>` });
  }

  function changed(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    copy.fill(0xff, at, at + 40);
    return copy;
  }
});

describe('a zip that was made to explode', () => {
  const blank = Buffer.alloc(20 * 1024 * 1024, 0x20);
  const workbook = (bytes: Buffer) =>
    writeZip([
      { name: 'xl/workbook.xml', bytes: Buffer.from('<a/>') },
      { name: 'xl/worksheets/sheet1.xml', bytes },
    ]);
  test('by what it says it holds', async () => expect(await refusalOf(workbook(blank))).toMatch(/太大了/));

  test('by what it holds, when it says less', async () => {
    const zip = rawWorkbook({ 代表: `${data('')}${' '.repeat(20 * 1024 * 1024)}` });
    const at = zip.lastIndexOf('xl/worksheets/A.xml') - 46;
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(900, at + 24);
    expect(await refusalOf(lying)).toMatch(/太大了/);
  });

  test('not one whose list was damaged, or whose packed bytes make a little more than the list says', async () => {
    const zip = rawWorkbook({ 代表: data('') });
    const at = zip.lastIndexOf('xl/worksheets/A.xml') - 46;
    for (const [offset, value] of [
      [24, 0x7fff_0000],
      [24, 3],
      [20, 0x7fff_0000],
    ] as const) {
      const damaged = Buffer.from(zip);
      damaged.writeUInt32LE(value, at + offset);
      expect(await refusalOf(damaged)).toMatch(/文件坏了/);
    }
  });

  test('by many files that share one place', async () => {
    const zip = workbook(Buffer.from('<b/>'));
    const copy = Buffer.from(zip);
    const second = copy.lastIndexOf(Buffer.from('504b0102', 'hex'));
    copy.writeUInt32LE(0, second + 42);
    expect(await refusalOf(copy)).toMatch(/文件坏了/);
  });

  test('by the number of its files', async () => {
    const files = Array.from({ length: 2_001 }, (_, index) => ({ name: `a${index}`, bytes: Buffer.alloc(0) }));
    expect(await refusalOf(writeZip(files))).toMatch(/太大了/);
  });

  test('an encrypted file inside', async () => {
    const copy = Buffer.from(workbook(Buffer.from('<b/>')));
    copy.writeUInt16LE(1, copy.lastIndexOf(Buffer.from('504b0102', 'hex')) + 8);
    expect(await refusalOf(copy)).toMatch(/加了密码/);
  });

  test('one encrypted in the strong way', async () => {
    const copy = Buffer.from(workbook(Buffer.from('<b/>')));
    copy.writeUInt16LE(0x41, copy.lastIndexOf(Buffer.from('504b0102', 'hex')) + 8);
    expect(await refusalOf(copy)).toMatch(/加了密码/);
  });

  test('a name twice, however it is spelled', async () => {
    const files = ['xl/workbook.xml', 'XL\\Workbook.xml'].map((name) => ({ name, bytes: Buffer.from('<a/>') }));
    expect(await refusalOf(writeZip(files))).toMatch(/文件坏了/);
  });

  test('a file inside that begins outside', async () => {
    const copy = Buffer.from(workbook(Buffer.from('<b/>')));
    copy.writeUInt32LE(copy.length, copy.indexOf(Buffer.from('504b0102', 'hex')) + 42);
    expect(await refusalOf(copy)).toMatch(/文件坏了/);
  });

  test('much less than it says is as wrong', async () => {
    const zip = rawWorkbook({ 代表: data('') });
    const at = zip.lastIndexOf('xl/worksheets/A.xml') - 46;
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(50_000, at + 24);
    expect(await refusalOf(lying)).toMatch(/文件坏了/);
  });
});

describe('XML that was made to fill the memory', () => {
  /** What packs too well is refused before it is read. */
  const noise = `<!--${randomBytes(30_000).toString('base64')}-->`;
  const LETTERS = 4_000_000;
  const filled = (piece: string) => piece.repeat(LETTERS / piece.length);
  test.each([
    ['by tags in tags', `<worksheet>${noise}${filled('<a>')}`],
    ['by one tag', `<worksheet>${noise}<c ${filled('a="" ')}/></worksheet>`],
    ['by one attribute', `<worksheet>${noise}<c r="${filled('&lt;')}"/></worksheet>`],
    ['by one text of signs', data(`${noise}<row><c t="str"><v>${filled('&lt;')}</v></c></row>`)],
    ['by one text of line ends', data(`${noise}<row><c t="str"><v>${filled('\r')}</v></c></row>`)],
    ['by one comment', data(`${noise}<!--${filled(' \r')}-->`)],
  ])('%s', async (_, xml) => expect(await refusalOf(rawWorkbook({ 代表: xml }))).toMatch(/文件坏了/));

  test('by merged cells, of which a thousand are told', async () => {
    const xml = `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_000)}</mergeCells></worksheet>`;
    expect((await readSpreadsheet(rawWorkbook({ 代表: xml })))[0]?.merges).toHaveLength(1_000);
  });
});

describe('cells', () => {
  test('of another program are what they were there', async () => {
    const written = await writeExcelFile([
      {
        sheet: '代表',
        data: [
          [{ value: '代表编号' }, { value: '手机号' }, { value: '开始' }, { value: '几点' }],
          [
            { value: '０００1' },
            { value: 13800001001, type: Number },
            { value: new Date('2022-01-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
            null,
          ],
          [{ value: 'a<b>&"c"' }, { value: true, type: Boolean }, { value: 12.5, type: Number }, null],
        ],
      },
    ]).toBuffer();
    const rows = (await readSpreadsheet(written))[0]?.rows ?? [];
    expect(rows.map(({ cells }) => [...cells.values()].map(({ kind, text }) => [kind, text]))).toEqual([
      [
        ['text', '代表编号'],
        ['text', '手机号'],
        ['text', '开始'],
        ['text', '几点'],
      ],
      [
        ['text', '０００1'],
        ['number', '13800001001'],
        ['date', '44562'],
      ],
      [
        ['text', 'a<b>&"c"'],
        ['boolean', '是'],
        ['number', '12.5'],
      ],
    ]);
  });

  test('shared, rich, with a reading aid, escaped, inline, and numbers as Excel likes to write them', async () => {
    const strings =
      '<sst><si><t>王示例</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 范例</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si><t>一_x000D_二 &#x4E09;&amp;</t></si></sst>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>四</t></is></c><c r="F1"><v>1.3800001001E10</v></c><c r="G1"><v>0.1</v></c><c r="H1" t="e"><v>#N/A</v></c>';
    const zip = rawWorkbook({ 代表: data(`<row r="1">${cells}</row>`) }, { 'xl/sharedStrings.xml': strings });
    expect(await textsOf(zip, 0)).toEqual([
      [1, ['王示例', '李 范例', '一\r二 三&', '四', '13800001001', '0.1', '#N/A']],
    ]);
    expect([...((await readSpreadsheet(zip))[0]?.rows[0]?.cells.keys() ?? [])]).toEqual([1, 2, 3, 4, 6, 7, 8]);
  });

  test('of which the value is empty have none, whatever their type', async () => {
    const strings = '<sst><si><t>级别</t></si></sst>';
    const types = ['s', 'b', 'e', 'n', 'd', 'str', 'inlineStr'];
    const empty = types.map((type) => `<c t="${type}"><v/></c><c t="${type}"><v> </v></c><c t="${type}"/>`).join('');
    const row = `<row r="1">${empty}<c t="s"><v>0</v></c><c t="s"><v>7</v></c><c t="s"><f>A1</f><v/></c></row>`;
    const [sheet] = await readSpreadsheet(rawWorkbook({ 选区: data(row) }, { 'xl/sharedStrings.xml': strings }));
    expect([...(sheet?.rows[0]?.cells ?? [])].map(([column, { text, formula }]) => [column, text, formula])).toEqual([
      [22, '级别', false],
      [24, '', true],
    ]);
  });

  test('a text of a million letters, named by every row, is kept as its beginning', async () => {
    // Of many letters: what packs too well is refused before it is read.
    const long = Array.from({ length: 1_000_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * at * 31 + at) % 20_000)),
    );
    const strings = `<sst><si><t>${long.join('')}</t></si></sst>`;
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    );
    const zip = rawWorkbook({ 代表: data(rows.join('')) }, { 'xl/sharedStrings.xml': strings });
    const texts = (await readSpreadsheet(zip))[0]?.rows.map(({ cells }) => cells.get(1)?.text) ?? [];
    expect(texts).toHaveLength(2_000);
    expect(texts.every((text) => text && text.length <= 4_000)).toBe(true);
  });

  test('dates by their format, whichever year the sheet counts from', async () => {
    const styles = (formats: string) =>
      `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>`;
    const formats =
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[Red]#,##0.00_);&quot;day&quot;0"/><numFmt numFmtId="178" formatCode="[h]:mm"/>';
    const row =
      '<row r="2"><c s="0"><v>44562</v></c><c s="1"><v>44562</v></c><c s="2"><v>44562</v></c><c s="3"><v>44562</v></c><c s="4"><v>0.375</v></c></row>';
    const zip = rawWorkbook({ 任期: data(row) }, { 'xl/styles.xml': styles(formats) });
    const kinds = [...((await readSpreadsheet(zip))[0]?.rows[0]?.cells.values() ?? [])].map(({ kind }) => kind);
    expect(kinds).toEqual(['number', 'date', 'date', 'number', 'date']);
    const mac = {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="任期" r:id="r1"/></sheets></workbook>',
    };
    const later = rawWorkbook({ 任期: data(row) }, { 'xl/styles.xml': styles(formats), ...mac });
    const serials = [...((await readSpreadsheet(later))[0]?.rows[0]?.cells.values() ?? [])].map(({ number }) => number);
    expect(serials).toEqual([44562, 46024, 46024, 44562, 0.375]);
  });

  test('formulas and merged cells are told, whatever they show', async () => {
    const row =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>王</v></c><c r="C1"><f>B1</f></c></row>';
    const zip = rawWorkbook({
      代表: `<worksheet><sheetData>${row}</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells></worksheet>`,
    });
    const [sheet] = await readSpreadsheet(zip);
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ formula }) => formula)).toEqual([true, true, true]);
    expect(sheet?.merges).toEqual(['A2:B3']);
  });

  test('of a program that prefixes its tags and counts nothing', async () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>王</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await textsOf(rawWorkbook({ 代表: sheet }, {}, { prefix: 'x:' }), 0)).toEqual([
      [1, ['王', '3']],
      [3, ['4']],
    ]);
  });
});

describe('files as other programs write them', () => {
  const row = '<row r="1"><c t="inlineStr"><is><t>王示例</t></is></c></row>';
  const relation = (target: string) => ({
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="${target}"/></Relationships>`,
  });
  const good = [[1, ['王示例']]];

  test.each([
    '/xl/worksheets/A.xml',
    'worksheets/A.xml',
    './worksheets/A.xml',
    '../xl/worksheets/A.xml',
    'worksheets\\A.xml',
  ])('a sheet at %s', async (target) =>
    expect(await textsOf(rawWorkbook({ 代表: data(row) }, relation(target)), 0)).toEqual(good),
  );

  test('a workbook and its texts under other names, as the package says', async () => {
    const zip = writeZip(
      Object.entries({
        '_rels/.rels':
          '<Relationships><Relationship Type="x/officeDocument" Target="/data/workbook22.xml"/></Relationships>',
        'data/workbook22.xml': '<workbook><sheets><sheet name="代表" r:id="r1"/></sheets></workbook>',
        'data/_rels/workbook22.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="words2.xml"/></Relationships>',
        'data/s.xml': data('<row r="1"><c t="s"><v>0</v></c></row>'),
        'data/words2.xml': '<sst><si><t>王示例</t></si></sst>',
      }).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    );
    expect(await textsOf(zip, 0)).toEqual(good);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${data(row)}`, 'utf16le')],
    ['the other UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${data(row)}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${data(row)}`)],
    ['UTF-8 that says UTF-16', Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${data(row)}`)],
    [
      'GB18030',
      Buffer.concat([
        Buffer.from(
          '<?xml version="1.0" encoding="GB18030"?><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>',
        ),
        Buffer.from('cdf5cabec0fd', 'hex'),
        Buffer.from('</t></is></c></row></sheetData></worksheet>'),
      ]),
    ],
  ])('in %s', async (_, bytes) => {
    const files = await openZip(rawWorkbook({ 代表: data(row) }));
    const others = files.names.filter((name) => !name.endsWith('/a.xml'));
    const read = others.map(async (name) => ({ name, bytes: (await files.read(name)) as Buffer }));
    const zip = writeZip([...(await Promise.all(read)), { name: 'xl/worksheets/a.xml', bytes }]);
    expect(await textsOf(zip, 0)).toEqual(good);
  });

  test('that declare a type with macros for files of which there are none', async () => {
    // As SheetJS does in every .xlsx.
    const types =
      '<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
    expect(await textsOf(rawWorkbook({ 代表: data(row) }, { '[Content_Types].xml': types }), 0)).toEqual(good);
  });

  test('with bytes behind the end, as filters of mail and disks leave them', async () => {
    const zip = rawWorkbook({ 代表: data(row) });
    for (const tail of ['\n', '\0'.repeat(512), 'x'.repeat(70_000)])
      expect(await textsOf(Buffer.concat([zip, Buffer.from(tail)]), 0)).toEqual(good);
  });

  test('an encoding nobody knows is a broken file', async () => {
    expect(await refusalOf(rawWorkbook({ 代表: `<?xml version="1.0" encoding="klingon"?>${data(row)}` }))).toMatch(
      /文件坏了/,
    );
  });

  test('as ZIP64, which programs write that do not know how long a file will be', async () => {
    expect(await textsOf(asZip64(rawWorkbook({ 代表: data(row) })), 0)).toEqual(good);
    const lying = asZip64(rawWorkbook({ 代表: data(row) }));
    lying.writeBigUInt64LE(2n ** 63n, lying.length - 42 + 8);
    expect(await refusalOf(lying)).toMatch(/文件坏了/);
  });

  test('days and times as Strict OOXML has them; a number shown with leading zeros', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="180" formatCode="0000"/></numFmts><cellXfs><xf/><xf numFmtId="180"/></cellXfs></styleSheet>';
    const cells =
      '<c t="d"><v>2022-01-01T00:00:00Z</v></c><c t="d"><v>1899-12-31T09:05:00</v></c><c t="d"><v>11:00:00</v></c><c s="1"><v>7</v></c><c s="1"><v>12345</v></c>';
    const zip = rawWorkbook({ 代表: data(`<row r="1">${cells}</row>`) }, { 'xl/styles.xml': styles });
    expect(await textsOf(zip, 0)).toEqual([[1, ['2022-01-01', '09:05', '11:00', '0007', '12345']]]);
  });

  /** The same files, with every size and place in the extra field and the end record that has eight bytes a number. */
  function asZip64(zip: Buffer): Buffer {
    const end = zip.length - 22;
    const count = zip.readUInt16LE(end + 10);
    const first = zip.readUInt32LE(end + 16);
    const lines: Buffer[] = [];
    for (let at = first; at < end; at += 46 + zip.readUInt16LE(at + 28)) {
      const line = Buffer.from(zip.subarray(at, at + 46 + zip.readUInt16LE(at + 28)));
      const extra = Buffer.alloc(28 + 4);
      extra.writeUInt16LE(0x5455, 0);
      extra.writeUInt16LE(1, 4);
      extra.writeUInt16LE(24, 6);
      [24, 20, 42].forEach((place, index) => {
        extra.writeBigUInt64LE(BigInt(line.readUInt32LE(place)), 8 + index * 8);
        line.writeUInt32LE(0xffffffff, place);
      });
      line.writeUInt16LE(extra.length, 30);
      lines.push(line, extra);
    }
    const list = Buffer.concat(lines);
    const wide = Buffer.alloc(56 + 20);
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(first), 48);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeBigUInt64LE(BigInt(first + list.length), 56 + 8);
    const narrow = Buffer.from(zip.subarray(end));
    narrow.fill(0xff, 8, 20);
    return Buffer.concat([zip.subarray(0, first), list, wide, narrow]);
  }
});
