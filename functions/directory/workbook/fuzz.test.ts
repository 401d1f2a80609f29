import fc from 'fast-check';
import { WorkbookFault } from '../../../shared/directory/contract/office';
import { readSpreadsheet } from '../../platform/spreadsheet/read-spreadsheet';
import { Unreadable } from '../../platform/spreadsheet/unreadable';
import { xmlText } from '../../platform/spreadsheet/xml';
import { rawWorkbook } from '../../testing/spreadsheet';
import { emptyCounty, goodRows, workbookOf } from '../../testing/workbook';
import { checkWorkbook } from './check';

const data = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`;

describe('whatever was done to a file', () => {
  const good = workbookOf(goodRows());
  /** Ends in faults, or in the sentence of a refusal; never in anything else. */
  const ends = async (bytes: Buffer) => {
    try {
      const { faults } = checkWorkbook(await readSpreadsheet(bytes), emptyCounty(), '2026-11-18');
      return faults.every((fault) => WorkbookFault.safeParse(fault).success);
    } catch (error) {
      return error instanceof Unreadable && /。$/.test(error.reason);
    }
  };

  test('bytes changed, left out and put in', async () => {
    const change = fc.record({ at: fc.nat(good.length), gone: fc.nat(40), bytes: fc.uint8Array({ maxLength: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = changes.reduce(
          (all, { at, gone, bytes }) => Buffer.concat([all.subarray(0, at), bytes, all.subarray(at + gone)]),
          good,
        );
        expect(await ends(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any tags and texts inside', async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const titles = '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>';
        expect(await ends(rawWorkbook({ 部门: data(titles + pieces.join('')) }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any elements inside each other, closed as they should be', async () => {
    const tags = ['row r="2"', 'row r="-1"', 'c r="A2" t="s"', 'c r="ZZZ9" t="inlineStr"', 'c t="n" s="99"', 'c t="b"'];
    const tag = fc.constantFrom(...tags, 'c t="e"', 'c t="d"', 'c', 'v', 'is', 't', 'rPh', 'f', 'mergeCell ref="?"');
    const words = fc.oneof(fc.constantFrom('9e999', '-1', '0', '1', '&lt;', '<!--x-->', '<![CDATA[1]]>'), fc.string());
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc.oneof(
        { maxDepth: 4 },
        words.map((text) => (/^[&<]/.test(text) ? text : xmlText(text))),
        fc
          .tuple(tag, fc.array(tie('element'), { maxLength: 4 }))
          .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 8 }), async (elements) => {
        const titles = '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>';
        expect(await ends(rawWorkbook({ 部门: data(titles + elements.join('')) }))).toBe(true);
      }),
      { numRuns: 300, examples: [[['<row r="2"><c t="n"><v><row r="2">!</row></v></c></row>']]] },
    );
  });

  test('any words in any cell', async () => {
    const rows = goodRows();
    const place = fc.constantFrom(...(Object.keys(rows) as (keyof typeof rows)[]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.nat(3), fc.nat(9), fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 5 }),
        async (changes) => {
          const changed = goodRows();
          for (const [sheet, row, column, text] of changes) {
            const cells = changed[sheet][row];
            if (cells && column < cells.length) cells[column] = text;
          }
          expect(await ends(workbookOf(changed))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
