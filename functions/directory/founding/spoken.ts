/**
 * A village or a community as people say it: 草坪村民委员会 and 草坪村委会 are 草坪村, 城东社区居委会 is 城东社区, 东村居委会 is 东村社区; what is
 * called otherwise (嘎查, 生活区, 管理区, 社区村委会) keeps that.
 */
export function spokenName(name: string): string {
  const plain = tidy(name);
  const village = /^(.+?)(村民委员会|村民?委会)$/.exec(plain)?.[1];
  if (village) return /(村|社区|嘎查|苏木|屯|寨)$/.test(village) ? village : `${village}村`;
  const community = /^(.+?)(居民委员会|居民?委会)$/.exec(plain)?.[1];
  if (community) return /(社区|小区)$/.test(community) ? community : `${community}社区`;
  return plain.replace(/^(.+?嘎查)(嘎查)?(村民)?委员会$/, '$1');
}

/** Without spaces and what nobody sees; look-alikes (full-width letters, radicals) as the letters they stand for, brackets as Chinese has them. */
export function tidy(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}\p{VS}]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}
