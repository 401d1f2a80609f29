import { posix } from 'node:path';
import { Unreadable } from './unreadable';
import { attributeOf, walkXml } from './xml';
import type { Archive } from './zip';

const INCOMPLETE = '文件坏了，打不开。请用 Excel 或 WPS 打开，另存为 .xlsx 再传。';

/** What one part of a workbook says of another: `type` is the last word of the relationship, `path` where the other lies in the zip. */
export type Relation = { id: string; type: string; path: string };

/** A part as text; null when it is not there. @throws Unreadable when it is in no encoding anybody knows */
export async function partOf(archive: Archive, path: string): Promise<string | null> {
  const bytes = await archive.read(path);
  return bytes && decoded(bytes);
}

/** @throws Unreadable when it is not there */
export async function neededPart(archive: Archive, path: string): Promise<string> {
  const text = await partOf(archive, path);
  if (text === null) throw new Unreadable(INCOMPLETE);
  return text;
}

/** What a part points at (`_rels/….rels` beside it). Some programs write a path from the root, some with `./` or the other slash. */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const relations: Relation[] = [];
  walkXml((await partOf(archive, posix.join(dir, '_rels', `${base}.rels`))) ?? '', {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = (attributeOf(attributes, 'Target') ?? '').replace(/\\/g, '/');
      const path = posix.join('/', target.startsWith('/') ? '' : dir, target).slice(1);
      const type = attributeOf(attributes, 'Type')?.split('/').at(-1) ?? '';
      relations.push({ id: attributeOf(attributes, 'Id') ?? '', type, path });
    },
  });
  return relations;
}

/** The part that lists the sheets: as the package says, for it is not `xl/workbook.xml` with every program; null when there is none. */
export async function workbookPath(archive: Archive): Promise<string | null> {
  const said = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.path ?? '';
  for (const path of [said, 'xl/workbook.xml'])
    if (/workbook[^/]*\.xml$/i.test(path) && (await archive.read(path))) return path;
  return null;
}

/** UTF-8, UTF-16 by its mark, or what the declaration says. */
function decoded(bytes: Buffer): string {
  const wide = { fffe: 'utf-16le', feff: 'utf-16be' }[bytes.toString('hex', 0, 2)];
  const [, declared = 'utf-8'] =
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  if (!wide && /^utf/i.test(declared)) return bytes.toString('utf8');
  try {
    return new TextDecoder(wide ?? declared).decode(bytes);
  } catch {
    throw new Unreadable(INCOMPLETE);
  }
}
