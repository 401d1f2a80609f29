import { readFileSync } from 'node:fs';
import ranges from '@fontsource/noto-sans-sc/unicode.json';
import { unwrapWoff } from './woff';

/** Noto Sans SC (SIL Open Font License 1.1), in the two weights of the screens. */
export type Weight = 400 | 600;

/** For each character the parts of the font in which the package says it is. */
const SUBSETS = new Map<number, string[]>();

// `[119]` and `latin` are how the package names its files; 119 has the digits and the Chinese punctuation, and comes before `latin`.
for (const [key, list] of Object.entries<string>(ranges)) {
  const name = key.replace(/[[\]]/g, '');
  for (const range of list.split(',')) {
    const [first = 0, last = first] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    for (let codePoint = first; codePoint <= last; codePoint += 1)
      SUBSETS.set(codePoint, [...(SUBSETS.get(codePoint) ?? []), name]);
  }
}

/** The files in which the package says a character is, the best first; it says so of some that are nowhere. */
export function subsetsOf(codePoint: number): readonly string[] {
  return SUBSETS.get(codePoint) ?? [];
}

const kept = new Map<string, Buffer>();

/** A part of the font as an OpenType file; read once a process. */
export function fontFile(subset: string, weight: Weight): Buffer {
  const name = `noto-sans-sc-${subset}-${weight}-normal.woff`;
  const font = kept.get(name) ?? unwrapWoff(readFileSync(require.resolve(`@fontsource/noto-sans-sc/files/${name}`)));
  kept.set(name, font);
  return font;
}
