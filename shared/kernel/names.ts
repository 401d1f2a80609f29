const DOUBLE_SURNAMES =
  /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|呼延|南宫|百里|东郭|西门|万俟|独孤|澹台)/;

/** How people speak of a deputy: 徐示例 → 徐代表; 代表 while nobody has it yet. */
export function deputyTitle(name: string | null): string {
  if (name === null) return '代表';
  return `${DOUBLE_SURNAMES.exec(name)?.[1] ?? [...name][0] ?? ''}代表`;
}

const LABEL_LENGTH = 4;

/** A department in as many characters as stand under a stop: 常山县水利局 → 水利局; 部门 where its name is longer. */
export function departmentLabel(name: string): string {
  const own = name.replace(/^(?:.{1,5}?[县市区旗]|县)(?=.{2})/u, '');
  return [...own].length <= LABEL_LENGTH ? own : '部门';
}
