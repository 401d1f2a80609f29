/**
 * Radicals that are characters by themselves (U+2E80 部首补充), each before the character it looks like (Unicode EquivalentUnifiedIdeograph):
 * text copied out of a PDF has them, no font of a phone draws them alike, and nobody finds a name by them.
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺊卜⺌小⺍小⺒巳⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const letters = [...SUPPLEMENT];
const CHARACTERS = new Map(letters.flatMap((radical, at) => (at % 2 ? [] : [[radical, letters[at + 1] ?? radical]])));

/** Text with characters in the place of radicals. Those of Kangxi's dictionary (U+2F00) Unicode itself says to be the same. */
export function withoutRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2ef3\u2f00-\u2fd5]/g,
    (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'),
  );
}
