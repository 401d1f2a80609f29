const DOUBLE_SURNAMES =
  /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|呼延|南宫|百里|东郭|西门|万俟|独孤|澹台)/;

/** How people speak of a deputy: 徐示例 → 徐代表; 代表 while nobody has it yet. */
export function deputyTitle(name: string | null): string {
  if (name === null) return '代表';
  return `${DOUBLE_SURNAMES.exec(name)?.[1] ?? [...name][0] ?? ''}代表`;
}
