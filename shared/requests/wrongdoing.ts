import { clean } from '../kernel/text';

/** What only who holds an office can do, or what a report of it is called: 监察法 第三条、第十一条, 纪检监察机关处理检举控告工作规则 第二条. */
const ACTS =
  '贪污 受贿 行贿 索贿 贿赂 贪官 腐败 以权谋私 滥用职权 玩忽职守 徇私 吃拿卡要 雁过拔毛 优亲厚友 买官 卖官 好处费 违纪 违法乱纪 保护伞 检举 控告'.split(
    ' ',
  );
/** What anybody may be said to have done: it counts where somebody with an office stands beside it. */
const DEEDS =
  '冒领 套取 截留 克扣 回扣 红包 收礼 送礼 收钱 挪用 侵吞 私分 公款 包庇 报复 打人 骂人 收好处 占为己有'.split(' ');
const OFFICIALS =
  '干部 书记 主任 镇长 乡长 县长 局长 所长 站长 院长 校长 会计 出纳 代表 委员 领导 民警 警察 法官 检察官 公务员 工作人员 村委 镇政府 县政府'.split(
    ' ',
  );

/**
 * Whether words read like a report of wrongdoing by somebody in office (检举、控告). Such a report is never shown to the one it is about (信访工作条例
 * 第三十条、第四十四条), and a machine can't know who that is: so nobody but the office reads it until a person there has said what it is. It errs on
 * that side: who is wrongly thought of waits a little longer, and nothing else.
 */
export function readsLikeWrongdoing(words: string): boolean {
  const text = clean(words).replace(/\s+/g, '');
  const names = (list: readonly string[]) => list.some((word) => text.includes(word));
  return names(ACTS) || (names(DEEDS) && names(OFFICIALS));
}
