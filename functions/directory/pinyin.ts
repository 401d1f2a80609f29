import { pinyin } from 'pinyin-pro';

/**
 * Syllables of a name without tones, a space between: `bai shi zhen`, 吕 is `lv`. A person's surname is read as a surname
 * (单 `shan`, 解 `xie`, 尉迟 `yu chi`). Signs that nobody types are left out. Loads a dictionary, so it stays in the office's function.
 */
export function pinyinOf(name: string, kind: 'person' | 'place'): string {
  const surname = kind === 'person' ? 'head' : 'off';
  return pinyin(name, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join(' ');
}
