import { walkXml } from '../platform/spreadsheet/xml';
import { openZip } from '../platform/spreadsheet/zip';

/** The texts of a docx by its paragraphs, and what it says of its tables and styles. */
export async function readDocx(bytes: Buffer) {
  const zip = await openZip(bytes);
  const document = (await zip.read('word/document.xml'))?.toString() ?? '';
  const styles = (await zip.read('word/styles.xml'))?.toString() ?? '';
  const paragraphs: string[] = [];
  walkXml(document, {
    open: (tag) => tag === 'p' && paragraphs.push(''),
    close: () => undefined,
    text: (text) => {
      if (paragraphs.length) paragraphs[paragraphs.length - 1] += text;
    },
  });
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'])
    walkXml((await zip.read(name))?.toString() ?? '', {
      open: () => undefined,
      close: () => undefined,
      text: () => undefined,
    });
  return { document, styles, paragraphs };
}
