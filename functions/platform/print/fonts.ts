import { readFileSync } from 'node:fs';
import ranges from '@fontsource/noto-sans-sc/unicode.json';
import { unwrapWoff } from './woff';

/** Noto Sans SC (SIL Open Font License 1.1), in the two weights of the screens. */
export type Weight = 400 | 600;

/** A part of the font: the characters that stand in one file. */
type Subset = { name: string; ranges: readonly (readonly [first: number, last: number])[] };

// `[119]` and `latin` are how the package names its files; 119 has the digits and the Chinese punctuation, so it stands before `latin`.
const SUBSETS: readonly Subset[] = Object.entries(ranges as Record<string, string>).map(([key, list]) => ({
  name: key.replace(/[[\]]/g, ''),
  ranges: list.split(',').map((range) => {
    const [first = 0, last = first] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [first, last] as const;
  }),
}));

// In a Chinese file curly quotes are as wide as a character and leave a hole before the next mark.
const QUOTES = /[‘’“”]/;

/** The files in which the package says a character is, the first the best; it says so of some that are nowhere. */
export function subsetsOf(codePoint: number): string[] {
  if (QUOTES.test(String.fromCodePoint(codePoint))) return ['latin'];
  return SUBSETS.filter(({ ranges }) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last)).map(
    ({ name }) => name,
  );
}

const kept = new Map<string, Buffer>();

/** A part of the font as an OpenType file; read once a process. */
export function fontFile(subset: string, weight: Weight): Buffer {
  const name = `noto-sans-sc-${subset}-${weight}-normal.woff`;
  const font = kept.get(name) ?? unwrapWoff(readFileSync(require.resolve(`@fontsource/noto-sans-sc/files/${name}`)));
  kept.set(name, font);
  return font;
}
