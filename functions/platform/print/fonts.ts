import { readFileSync } from 'node:fs';
import ranges from '@fontsource/noto-sans-sc/unicode.json';
import { unwrapWoff } from './woff';

/** The weights of the screens. */
export type Weight = 400 | 600;

type Family = { name: string; weights: Readonly<Record<Weight, number>> };
/** For the letters of a script, or those of it that the main font has not. */
type Other = Family & { part: string; script: RegExp };

// All under the SIL Open Font License 1.1. Mongolian is not among them, as fontkit can't lay out its font, nor Yi, whose package has no licence.
const MAIN: Family = { name: 'noto-sans-sc', weights: { 400: 400, 600: 600 } };
const SHAPED: readonly Other[] = [
  { name: 'noto-sans-arabic', part: 'arabic', script: /\p{Script=Arabic}/u, weights: { 400: 400, 600: 600 } },
  { name: 'noto-serif-tibetan', part: 'tibetan', script: /\p{Script=Tibetan}/u, weights: { 400: 400, 600: 600 } },
];
const OTHERS: readonly Other[] = [
  ...SHAPED,
  // 霞鹜文楷 has every character of the first block of Unicode and those of 通用规范汉字表 outside it, for 10 MB: read only where one is asked for.
  { name: 'lxgw-wenkai', part: 'latin', script: /\p{Script=Han}/u, weights: { 400: 500, 600: 500 } },
];

const families = new Map([MAIN, ...OTHERS].map((family) => [family.name, family]));

/** For each character the parts of the main font in which the package says it is. */
const SUBSETS = new Map<number, string[]>();

// `[119]` and `latin` are how the package names its files; 119 has the digits and the Chinese punctuation, and comes before `latin`.
for (const [key, list] of Object.entries<string>(ranges)) {
  const name = `${MAIN.name}/${key.replace(/[[\]]/g, '')}`;
  for (const range of list.split(',')) {
    const [first = 0, last = first] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    for (let codePoint = first; codePoint <= last; codePoint += 1)
      SUBSETS.set(codePoint, [...(SUBSETS.get(codePoint) ?? []), name]);
  }
}

/** True where the main font's package says that it has this character; where that is not so, another font has it. */
export function isCommon(codePoint: number): boolean {
  return SUBSETS.has(codePoint);
}

/** The files in which a character may be, `<family>/<part>`, the best first; a package says so of some that are nowhere. */
export function subsetsOf(codePoint: number): readonly string[] {
  const letter = String.fromCodePoint(codePoint);
  const others = OTHERS.filter(({ script }) => script.test(letter)).map(({ name, part }) => `${name}/${part}`);
  return [...(SUBSETS.get(codePoint) ?? []), ...others];
}

/** True for the parts of fonts whose letters change with their neighbours and may run from right to left: their words are laid out whole. */
export function isShaped(subset: string): boolean {
  return SHAPED.some(({ name }) => subset.startsWith(`${name}/`));
}

const kept = new Map<string, Buffer>();

/** A part of a font as an OpenType file; read once a process. */
export function fontFile(subset: string, weight: Weight): Buffer {
  const [name = '', part = ''] = subset.split('/');
  const file = `@fontsource/${name}/files/${name}-${part}-${families.get(name)?.weights[weight]}-normal.woff`;
  const font = kept.get(file) ?? unwrapWoff(readFileSync(require.resolve(file)));
  kept.set(file, font);
  return font;
}
