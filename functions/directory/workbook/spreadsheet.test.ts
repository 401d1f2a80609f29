import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { WorkbookFault } from '../../../shared/directory/contract/office';
import { checkWorkbook } from './check';
import { readSpreadsheet } from './spreadsheet';
import { emptyRows, writeTemplate } from './template';
import { emptyCounty, goodRows, rawWorkbook, workbookOf } from './testing-workbook';
import { writeZip } from './write-zip';
import { openZip, Unreadable } from './zip';

/** The sentence a file is refused with. */
function refusalOf(bytes: Buffer): string {
  try {
    readSpreadsheet(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  throw new Error('the file should have been refused');
}

const textsOf = (bytes: Buffer, sheet: number) =>
  readSpreadsheet(bytes)[sheet]?.rows.map(({ number, cells }) => [number, [...cells.values()].map(({ text }) => text)]);
const data = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`;

describe('what is no workbook is refused in plain words', () => {
  const csv = Buffer.from('代表编号,姓名\n0001,王示例\n');
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
  const good = workbookOf(goodRows());
  test.each([
    ['an empty file', Buffer.alloc(0), /是空的/],
    ['a renamed .csv', csv, /像是改了名字的文本（\.csv）/],
    ['a .csv in the encoding of old Excel', Buffer.from('b4fab1edb1e0bac52cd0d5c3fb0d0a', 'hex'), /\.csv/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /不是 \.xlsx 文件。/],
    ['an old .xls', old, /旧的 \.xls/],
    ['one with a password', locked, /加了密码/],
    ['30 MB', Buffer.concat([good, Buffer.alloc(30 * 1024 * 1024)]), /超过 5 MB/],
    ['a document of another kind', writeZip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]), /不是表格/],
    ['an .ods', writeZip([{ name: 'content.xml', bytes: Buffer.from('<a/>') }]), /这是 \.ods 文件/],
    ['an .xlsb', writeZip([{ name: 'xl/workbook.bin', bytes: Buffer.from('x') }]), /\.xlsb/],
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
    ['half a file', good.subarray(0, Math.floor(good.length / 2)), /文件坏了/],
    ['a file with its middle changed', changed(good, Math.floor(good.length / 3)), /文件坏了/],
    ['one that declares entities', rawWorkbook({ 代表: `<!DOCTYPE a [<!ENTITY a "aaaa">]>${data('')}` }), /文件坏了/],
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
  ])('%s', (_, bytes, reason) => expect(refusalOf(bytes)).toMatch(reason));

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
  test('by what it says it holds', () => expect(refusalOf(workbook(blank))).toMatch(/太大了/));

  test('by what it holds, when it says less', () => {
    const zip = rawWorkbook({ 代表: `${data('')}${' '.repeat(20 * 1024 * 1024)}` });
    const at = zip.lastIndexOf('xl/worksheets/A.xml') - 46;
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(900, at + 24);
    expect(refusalOf(lying)).toMatch(/太大了/);
  });

  test('by many files that share one place', () => {
    const zip = workbook(Buffer.from('<b/>'));
    const copy = Buffer.from(zip);
    const second = copy.lastIndexOf(Buffer.from('504b0102', 'hex'));
    copy.writeUInt32LE(0, second + 42);
    expect(refusalOf(copy)).toMatch(/文件坏了/);
  });

  test('by the number of its files', () => {
    const files = Array.from({ length: 2_001 }, (_, index) => ({ name: `a${index}`, bytes: Buffer.alloc(0) }));
    expect(refusalOf(writeZip(files))).toMatch(/太大了/);
  });

  test('an encrypted file inside', () => {
    const copy = Buffer.from(workbook(Buffer.from('<b/>')));
    copy.writeUInt16LE(1, copy.lastIndexOf(Buffer.from('504b0102', 'hex')) + 8);
    expect(refusalOf(copy)).toMatch(/加了密码/);
  });

  test('much less than it says is as wrong', () => {
    const zip = rawWorkbook({ 代表: data('') });
    const at = zip.lastIndexOf('xl/worksheets/A.xml') - 46;
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(50_000, at + 24);
    expect(refusalOf(lying)).toMatch(/文件坏了/);
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
    const rows = readSpreadsheet(written)[0]?.rows ?? [];
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

  test('shared, rich, with a reading aid, escaped, inline, and numbers as Excel likes to write them', () => {
    const strings =
      '<sst><si><t>王示例</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 范例</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si><t>一_x000D_二 &#x4E09;&amp;</t></si></sst>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>四</t></is></c><c r="F1"><v>1.3800001001E10</v></c><c r="G1"><v>0.1</v></c><c r="H1" t="e"><v>#N/A</v></c>';
    const zip = rawWorkbook({ 代表: data(`<row r="1">${cells}</row>`) }, { 'xl/sharedStrings.xml': strings });
    expect(textsOf(zip, 0)).toEqual([[1, ['王示例', '李 范例', '一\r二 三&', '四', '13800001001', '0.1', '#N/A']]]);
    expect([...(readSpreadsheet(zip)[0]?.rows[0]?.cells.keys() ?? [])]).toEqual([1, 2, 3, 4, 6, 7, 8]);
  });

  test('a text of a million letters, named by every row, is kept as its beginning', () => {
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
    const texts = readSpreadsheet(zip)[0]?.rows.map(({ cells }) => cells.get(1)?.text) ?? [];
    expect(texts).toHaveLength(2_000);
    expect(texts.every((text) => text && text.length <= 4_000)).toBe(true);
  });

  test('dates by their format, whichever year the sheet counts from', () => {
    const styles = (formats: string) =>
      `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>`;
    const formats =
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[Red]#,##0.00_);&quot;day&quot;0"/><numFmt numFmtId="178" formatCode="[h]:mm"/>';
    const row =
      '<row r="2"><c s="0"><v>44562</v></c><c s="1"><v>44562</v></c><c s="2"><v>44562</v></c><c s="3"><v>44562</v></c><c s="4"><v>0.375</v></c></row>';
    const zip = rawWorkbook({ 任期: data(row) }, { 'xl/styles.xml': styles(formats) });
    const kinds = [...(readSpreadsheet(zip)[0]?.rows[0]?.cells.values() ?? [])].map(({ kind }) => kind);
    expect(kinds).toEqual(['number', 'date', 'date', 'number', 'date']);
    const mac = {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="任期" r:id="r1"/></sheets></workbook>',
    };
    const later = rawWorkbook({ 任期: data(row) }, { 'xl/styles.xml': styles(formats), ...mac });
    const serials = [...(readSpreadsheet(later)[0]?.rows[0]?.cells.values() ?? [])].map(({ number }) => number);
    expect(serials).toEqual([44562, 46024, 46024, 44562, 0.375]);
  });

  test('formulas and merged cells are told, whatever they show', () => {
    const row =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f t="shared" si="0"/><v>王</v></c><c r="C1"><f>B1</f></c></row>';
    const zip = rawWorkbook({
      代表: `<worksheet><sheetData>${row}</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells></worksheet>`,
    });
    const [sheet] = readSpreadsheet(zip);
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ formula }) => formula)).toEqual([true, true, true]);
    expect(sheet?.merges).toEqual(['A2:B3']);
  });

  test('of a program that prefixes its tags and counts nothing', () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>王</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(textsOf(rawWorkbook({ 代表: sheet }, {}, { prefix: 'x:' }), 0)).toEqual([
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
  ])('a sheet at %s', (target) => expect(textsOf(rawWorkbook({ 代表: data(row) }, relation(target)), 0)).toEqual(good));

  test('a workbook and its texts under other names, as the package says', () => {
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
    expect(textsOf(zip, 0)).toEqual(good);
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
  ])('in %s', (_, bytes) => {
    const files = openZip(rawWorkbook({ 代表: data(row) }));
    const zip = writeZip(
      files.names.map((name) => ({ name, bytes: name.endsWith('/a.xml') ? bytes : (files.read(name) as Buffer) })),
    );
    expect(textsOf(zip, 0)).toEqual(good);
  });

  test('an encoding nobody knows is a broken file', () => {
    expect(refusalOf(rawWorkbook({ 代表: `<?xml version="1.0" encoding="klingon"?>${data(row)}` }))).toMatch(
      /文件坏了/,
    );
  });

  test('as ZIP64, which programs write that do not know how long a file will be', () => {
    expect(textsOf(asZip64(rawWorkbook({ 代表: data(row) })), 0)).toEqual(good);
    const lying = asZip64(rawWorkbook({ 代表: data(row) }));
    lying.writeBigUInt64LE(2n ** 63n, lying.length - 42 + 8);
    expect(refusalOf(lying)).toMatch(/文件坏了/);
  });

  test('days and times as Strict OOXML has them; a number shown with leading zeros', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="180" formatCode="0000"/></numFmts><cellXfs><xf/><xf numFmtId="180"/></cellXfs></styleSheet>';
    const cells =
      '<c t="d"><v>2022-01-01T00:00:00Z</v></c><c t="d"><v>1899-12-31T09:05:00</v></c><c t="d"><v>11:00:00</v></c><c s="1"><v>7</v></c><c s="1"><v>12345</v></c>';
    const zip = rawWorkbook({ 代表: data(`<row r="1">${cells}</row>`) }, { 'xl/styles.xml': styles });
    expect(textsOf(zip, 0)).toEqual([[1, ['2022-01-01', '09:05', '11:00', '0007', '12345']]]);
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

test('the guide is as high as its sentences, and every sheet prints as wide as the paper', () => {
  const archive = openZip(writeTemplate(emptyCounty(), emptyRows()));
  const sheet = (number: number) => `${archive.read(`xl/worksheets/sheet${number}.xml`)}`;
  expect(sheet(1)).toMatch(/<row r="8" ht="32" customHeight="1">/);
  expect(sheet(2)).not.toContain('customHeight');
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    expect(sheet(number)).toMatch(
      /<pageSetUpPr fitToPage="1"\/>.*orientation="landscape" fitToWidth="1" fitToHeight="0"/,
    );
});

test('the template opens in another reader, and what a clerk types there comes back', async () => {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const bytes = writeTemplate(emptyCounty(), emptyRows());
  const sheets = (await readExcelFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[];
  const byName = new Map(sheets.map(({ sheet, data }) => [sheet, data]));
  expect([...byName.keys()]).toEqual([
    '说明',
    '选区',
    '代表',
    '任期',
    '联络站',
    '民主监督员',
    '部门',
    '工作人员',
    '选项',
  ]);
  expect(byName.get('代表')).toEqual([['代表编号', '姓名', '读音', '手机号', '联络站', '简介']]);
  const villages = byName
    .get('选项')
    ?.slice(1)
    .map((row) => row[1]);
  expect(villages).toHaveLength(198);
  expect(new Set(villages).size).toBe(198);
});

test('the drop-downs offer the county’s own towns, villages, levels and roles, and its stations and wards as they are written', () => {
  const archive = openZip(writeTemplate(emptyCounty(), emptyRows()));
  const offers = (sheet: number) =>
    [
      ...`${archive.read(`xl/worksheets/sheet${sheet}.xml`)}`.matchAll(/sqref="([A-Z])2:[^"]*"><formula1>([^<]*)</g),
    ].map(([, column, list]) => `${column} ${list}`);
  expect([2, 3, 4, 5, 6, 7, 8].map(offers)).toEqual([
    ["A '选项'!$C$2:$C$3", "B '选项'!$A$2:$A$15", "D '选项'!$B$2:$B$199"],
    ["E '联络站'!$A$2:$A$1000"],
    ["A '代表'!$A$2:$A$20000", "C '选项'!$D$2:$D$6", "E '选项'!$A$2:$A$15", "F '选区'!$C$2:$C$5000"],
    ["J '选项'!$B$2:$B$199"],
    ["C '选项'!$A$2:$A$15", "D '选项'!$B$2:$B$199"],
    ["B '选项'!$E$2:$E$3"],
    ["C '选项'!$F$2:$F$3", "D '联络站'!$A$2:$A$1000"],
  ]);
});

describe('whatever was done to a file', () => {
  const good = workbookOf(goodRows());
  /** Ends in faults, or in the sentence of a refusal; never in anything else. */
  const ends = (bytes: Buffer) => {
    try {
      const { faults } = checkWorkbook(readSpreadsheet(bytes), emptyCounty(), '2026-11-18');
      return faults.every((fault) => WorkbookFault.safeParse(fault).success);
    } catch (error) {
      return error instanceof Unreadable && /。$/.test(error.reason);
    }
  };

  test('bytes changed, left out and put in', () => {
    const change = fc.record({ at: fc.nat(good.length), gone: fc.nat(40), bytes: fc.uint8Array({ maxLength: 40 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = changes.reduce(
          (all, { at, gone, bytes }) => Buffer.concat([all.subarray(0, at), bytes, all.subarray(at + gone)]),
          good,
        );
        expect(ends(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any tags and texts inside', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<row r="2">',
        '</row>',
        '<c r="A2" t="s">',
        '<c r="ZZZ9" t="inlineStr">',
        '</c>',
        '<v>',
        '</v>',
        '<is><t>',
        '</t></is>',
        '<f>',
        '</f>',
        '<mergeCell ref="?"/>',
        '<c t="n" s="99">',
        '<row r="-1">',
        '&#x110000;',
        '&lt;',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '9e999',
        '-1',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const titles = '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>';
        expect(ends(rawWorkbook({ 部门: data(titles + pieces.join('')) }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any words in any cell', () => {
    const rows = goodRows();
    const place = fc.constantFrom(...(Object.keys(rows) as (keyof typeof rows)[]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat(3), fc.nat(9), fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 5 }),
        (changes) => {
          const changed = goodRows();
          for (const [sheet, row, column, text] of changes) {
            const cells = changed[sheet][row];
            if (cells && column < cells.length) cells[column] = text;
          }
          expect(ends(workbookOf(changed))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
