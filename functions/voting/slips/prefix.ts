const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];

/** The first character, in the order of pinyin, of each letter that a syllable begins with. */
const BEGINNINGS = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const OF_BEGINNINGS = [...'ABCDEFGHJKLMNOPQRSTWXYZ'];
const inPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The letter a character's syllable begins with. One of several readings may be another; letters need only tell stations apart. */
function letterOf(character: string): string[] {
  if (/^[A-Za-z]$/.test(character)) return [character.toUpperCase()];
  if (!/^\p{Script=Han}$/u.test(character)) return [];
  const at = BEGINNINGS.findLastIndex((first) => inPinyin.compare(first, character) <= 0);
  return [OF_BEGINNINGS[at] ?? []].flat();
}

/** Two letters for a station's slips, the most telling first: 白石镇 is BS; where somebody has that, B and what comes next, then any two. */
export function prefixesFor(name: string): string[] {
  const [first = 'Z', ...others] = [...name].flatMap(letterOf);
  const likely = [...others, ...LETTERS].map((second) => first + second);
  const any = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return [...new Set([...likely, ...any])];
}
