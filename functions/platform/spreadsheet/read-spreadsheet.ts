import { otherPackage, refuseOtherKinds, XLSX } from './other-kinds';
import { neededPart, partOf, type Relation, relationsOf, workbookPath } from './parts';
import { readSharedStrings } from './shared-strings';
import { readSheet, type SheetRow, wholeAllowance } from './sheet';
import { readStyles } from './styles';
import { Unreadable } from './unreadable';
import { attributeOf, walkXml } from './xml';
import { type Archive, openZip } from './zip';

/** `merges` are the ranges of merged cells, such as `A2:B3`. */
export type Sheet = { name: string; hidden: boolean; rows: SheetRow[]; merges: string[] };

/** A workbook may be this large. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** More than a roster and what an office keeps beside it. */
const MAX_SHEETS = 50;

/**
 * Reads an .xlsx file: every sheet's cells as they were written, formulas and merged cells told, nothing computed, nothing outside the file opened.
 * @throws Unreadable with the reason in plain words: too large, no workbook, macros, a password, an older or another kind of file
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length > MAX_BYTES) throw new Unreadable('文件超过 5 MB 了。请去掉图片和用不着的内容再传。');
  refuseOtherKinds(bytes);
  const archive = await openZip(bytes);
  await refuseMacros(archive);
  if (archive.names.includes('xl/workbook.bin')) throw new Unreadable(`这是 .xlsb 文件，这里打不开。${XLSX}`);
  if (archive.names.includes('content.xml')) throw new Unreadable(`这是 .ods 文件，这里打不开。${XLSX}`);
  const path = await workbookPath(archive);
  if (!path) throw new Unreadable(otherPackage(archive.names));
  const relations = await relationsOf(archive, path);
  /** Where the workbook says, else beside it under the usual name. */
  const beside = async (type: string) => {
    const said = relations.find((one) => one.type === type)?.path;
    return (await partOf(archive, said ?? path.replace(/[^/]*$/, `${type}.xml`))) ?? '';
  };
  const workbook = await neededPart(archive, path);
  const strings = readSharedStrings(await beside('sharedStrings'));
  const context = { strings, styles: readStyles(await beside('styles')), from1904: isFrom1904(workbook) };
  const allowance = wholeAllowance();
  const sheets: Sheet[] = [];
  for (const { name, hidden, path } of listSheets(workbook, relations))
    sheets.push({ name, hidden, ...readSheet(await neededPart(archive, path), context, allowance) });
  return sheets;
}

async function refuseMacros(archive: Archive): Promise<void> {
  const parts = archive.names.some((name) => /(^|\/)vbaproject[^/]*\.bin$|(^|\/)macrosheets\//.test(name));
  if (parts || saysMacros((await partOf(archive, '[content_types].xml')) ?? ''))
    throw new Unreadable('文件里有宏，为了安全不能收。请另存为不带宏的 .xlsx 再传。');
}

/** What is declared for one part, or for every `.xml`. SheetJS declares a type with macros for `.bin`, of which it writes none. */
function saysMacros(contentTypes: string): boolean {
  let macros = false;
  walkXml(contentTypes, {
    open(tag, attributes) {
      const counts = tag === 'Override' || /^xml$/i.test(attributeOf(attributes, 'Extension') ?? '');
      if (counts && /macroenabled/i.test(attributeOf(attributes, 'ContentType') ?? '')) macros = true;
    },
  });
  return macros;
}

function listSheets(
  workbook: string,
  relations: readonly Relation[],
): { name: string; hidden: boolean; path: string }[] {
  const paths = new Map(relations.flatMap(({ id, type, path }) => (type === 'worksheet' ? [[id, path]] : [])));
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  walkXml(workbook, {
    open(tag, attributes) {
      const path = tag === 'sheet' ? paths.get(attributeOf(attributes, 'id') ?? '') : undefined;
      if (!path) return;
      // One part named often would be unpacked and read as often.
      if (sheets.some((other) => other.path.toLowerCase() === path.toLowerCase()))
        throw new Unreadable(`文件里有两张表指着同一处内容，打不开。${XLSX}`);
      if (sheets.length >= MAX_SHEETS)
        throw new Unreadable(`文件里的表太多了，最多 ${MAX_SHEETS} 张。请只留名册再传。`);
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, path });
    },
  });
  return sheets;
}

function isFrom1904(workbook: string): boolean {
  let from1904 = false;
  walkXml(workbook, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    },
  });
  return from1904;
}
