import { pinyin } from 'pinyin-pro';
import { NAME_READINGS, PLACE_READINGS, SURNAME_READINGS } from './pinyin-tables';

type Kind = 'person' | 'place';

const anyOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const names = [...NAME_READINGS.keys()];

/** Where our own tables speak: a place at the beginning or behind what it lies in, 十里堡; the parts of a name, and a surname. */
const OWN: Record<Kind, RegExp> = {
  place: new RegExp(
    `(?<=^|[省市区县旗盟州镇乡道])(?:${anyOf(PLACE_READINGS.keys())})|[一二三四五六七八九十]里堡`,
    'gu',
  ),
  person: new RegExp(
    `${anyOf(names.filter((name) => name.length > 2))}|(?<=^|·)(?:${anyOf(names)}|单增(?=..))|^(?:${anyOf(SURNAME_READINGS.keys())})`,
    'gu',
  ),
};

/**
 * Syllables of a name without tones, a space between: `bai shi zhen`, 吕 is `lv`. A person's surname is read as a surname
 * (单 `shan`, 解 `xie`, 尉迟 `yu chi`), a place as people there call it (单县 `shan xian`). Signs that nobody types are left out. Loads a
 * dictionary, so it stays in the office's function.
 */
export function pinyinOf(name: string, kind: Kind): string {
  const syllables: string[] = [];
  let at = 0;
  for (const { 0: word, index } of name.matchAll(OWN[kind])) {
    syllables.push(...read(name.slice(at, index), at === 0 ? kind : 'place'), ownReading(word, kind));
    at = index + word.length;
  }
  return [...syllables, ...read(name.slice(at), at === 0 ? kind : 'place')].filter(Boolean).join(' ');
}

function ownReading(word: string, kind: Kind): string {
  if (kind === 'place') return PLACE_READINGS.get(word) ?? `${read(word.slice(0, -1), kind).join(' ')} pu`;
  return NAME_READINGS.get(word) ?? SURNAME_READINGS.get(word) ?? 'dan zeng';
}

function read(text: string, kind: Kind): string[] {
  const surname = kind === 'person' ? 'head' : 'off';
  return pinyin(text, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'consecutive' }).map((syllable) =>
    syllable.toLowerCase().replace(/[^a-z0-9]/g, ''),
  );
}
