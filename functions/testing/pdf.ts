import { inflateSync } from 'node:zlib';

/** Words where they stand: `x` and `baseline` in points from the upper left corner, `width` by the widths that are in the file. */
export type PrintedText = { text: string; x: number; baseline: number; width: number; size: number; font: string };
type Box = { x: number; top: number; width: number; height: number };
export type PrintedPage = {
  width: number;
  height: number;
  texts: PrintedText[];
  /** Everything on it in the order in which it was written. */
  words: string;
  pictures: (Box & { name: string })[];
  /** Where they are in the page's own space: those of a drawing that was moved or made larger are left as they were written. */
  rectangles: Box[];
};
export type PrintedFile = { pages: PrintedPage[]; fonts: string[]; title: string; pictures: number };

type Body = { dictionary: string; stream: Buffer | null };

/** Reads back what pdfkit wrote, as a reader's text search does: by the fonts' own tables of what their glyphs mean. Nothing else's files. */
export function readPdf(bytes: Buffer): PrintedFile {
  const objects = objectsOf(bytes);
  const all = [...objects.values()];
  const count = (mark: RegExp) => all.filter(({ dictionary }) => mark.test(dictionary)).length;
  const pages = all.filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  const fonts = all.flatMap(
    ({ dictionary }) => /\/Type \/FontDescriptor[\s\S]*?\/FontName \/(\S+)/.exec(dictionary)?.[1] ?? [],
  );
  const [, titled = ''] = all.map(({ dictionary }) => /\/Title (\d+) 0 R/.exec(dictionary)).find(Boolean) ?? [];
  return {
    pages: pages.map((page) => pageOf(page, objects)),
    fonts,
    title: textString(objects.get(titled)?.dictionary.slice(1, -1) ?? ''),
    // What is seen through is a picture of its own.
    pictures: count(/\/Subtype \/Image/) - count(/\/SMask \d/),
  };
}

function objectsOf(bytes: Buffer): Map<string, Body> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, Body>();
  for (const match of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const streamAt = text.indexOf('\nstream\n', from);
    const end = text.indexOf('\nendobj', from);
    const hasStream = streamAt !== -1 && streamAt < end;
    const dictionary = text.slice(from, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const start = streamAt + '\nstream\n'.length;
    objects.set(match[1] ?? '', { dictionary, stream: hasStream ? bytes.subarray(start, start + length) : null });
  }
  return objects;
}

/** A string of the file, as UTF-16 after its mark. */
function textString(raw: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = Buffer.from(
    raw.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

type Font = { name: string; letters: Map<number, string>; widths: number[] };

function pageOf({ dictionary }: Body, objects: Map<string, Body>): PrintedPage {
  const [width = 0, height = 0] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(dictionary)?.slice(1).map(Number) ?? [];
  const resources = bodyAt(dictionary, 'Resources', objects).dictionary;
  const [, named = ''] = /\/Font <<([\s\S]*?)>>/.exec(resources) ?? [];
  const fonts = new Map(
    [...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(objects.get(id), objects)]),
  );
  const content = streamOf(bodyAt(dictionary, 'Contents', objects));
  const texts = textsIn(content, height, fonts);
  return {
    width,
    height,
    texts,
    words: texts.map(({ text }) => text).join(''),
    pictures: picturesIn(content),
    rectangles: rectanglesIn(content),
  };
}

function bodyAt(dictionary: string, key: string, objects: Map<string, Body>): Body {
  const body = objects.get(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary)?.[1] ?? '');
  if (!body) throw new Error(`no ${key}`);
  return body;
}

function streamOf({ dictionary, stream }: Body): string {
  const bytes = stream ?? Buffer.alloc(0);
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function fontOf(font: Body | undefined, objects: Map<string, Body>): Font {
  const dictionary = font?.dictionary ?? '';
  const map = streamOf(bodyAt(dictionary, 'ToUnicode', objects));
  const widths = bodyAt(dictionary, 'DescendantFonts', objects).dictionary;
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], index) => {
      const utf16 = Buffer.from(hex.replace(/ /g, ''), 'hex').swap16();
      letters.set(Number.parseInt(first, 16) + index, utf16.toString('utf16le'));
    });
  return {
    name: /\/BaseFont \/(\S+)/.exec(dictionary)?.[1] ?? '',
    letters,
    widths: /\/W \[0 \[([^\]]*)\]/.exec(widths)?.[1]?.trim().split(/\s+/).map(Number) ?? [],
  };
}

function textsIn(content: string, height: number, fonts: Map<string, Font>): PrintedText[] {
  const texts: PrintedText[] = [];
  for (const [, block = ''] of content.matchAll(/BT\n([\s\S]*?)ET\n/g)) {
    const [x = 0, y = 0] = /1 0 0 1 (\S+) (\S+) Tm/.exec(block)?.slice(1).map(Number) ?? [];
    const [, name = '', size = '0'] = /\/(\w+) (\S+) Tf/.exec(block) ?? [];
    const font = fonts.get(name);
    if (!font) throw new Error(`no font ${name}`);
    const glyphs = [...block.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((hex) => Number.parseInt(hex, 16));
    const text = glyphs.map((glyph) => font.letters.get(glyph) ?? '\ufffd').join('');
    const closer = [...block.matchAll(/> (-?[\d.]+)/g)].reduce((sum, [, by]) => sum + Number(by), 0);
    const width = (glyphs.reduce((sum, glyph) => sum + (font.widths[glyph] ?? 0), 0) - closer) * (Number(size) / 1000);
    texts.push({ text, x, baseline: height - y, width, size: Number(size), font: font.name });
  }
  return texts;
}

/** Pictures are drawn upside down into a page that was turned over before. */
function picturesIn(content: string): PrintedPage['pictures'] {
  return [...content.matchAll(/(\S+) 0 0 -(\S+) (\S+) (\S+) cm\n\/(\w+) Do/g)].map(
    ([, w, h, x, bottom, name = '']) => ({
      name,
      x: Number(x),
      top: Number(bottom) - Number(h),
      width: Number(w),
      height: Number(h),
    }),
  );
}

function rectanglesIn(content: string): Box[] {
  return [...content.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)].map(([, x, top, width, height]) => ({
    x: Number(x),
    top: Number(top),
    width: Number(width),
    height: Number(height),
  }));
}
