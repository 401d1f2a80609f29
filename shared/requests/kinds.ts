import { clean } from '../kernel/text';
import type { Category } from './contract';

/**
 * Words by which people say what a matter is about. A longer word says more than a shorter one (路灯 more than 灯), and the first matter named
 * more than one in passing, so a sentence is given to the kind whose words are longest in it, the earlier of two that are as long.
 */
const WORDS: Record<Exclude<Category, 'other'>, string> = {
  road: '路 马路 公路 道路 水泥路 机耕路 路口 路灯 路面 路牌 路障 坑 坑洼 桥 桥面 栏杆 护栏 井盖 窨井盖 红绿灯 斑马线 减速带 公交 公交车 站牌 停车 停车位 堵车 车速 大货车 塌方 限高 人行道 摩托车 灯',
  water:
    '水 自来水 停水 水管 水质 水压 水费 井水 喝水 饮水 饮用水 吃水 灌溉 水渠 渠道 水库 水塘 山塘 池塘 河 河道 河岸 小溪 溪水 堤 堤坝 排涝 淹 积水 内涝 抽水 泵站 放不进水 发黄',
  waste:
    '垃圾 垃圾桶 垃圾车 厕所 公厕 旱厕 臭 臭味 气味 异味 污水 下水道 化粪池 排水沟 阴沟 环境 卫生 蚊子 苍蝇 老鼠 焚烧 烧秸秆 秸秆 烟 粉尘 灰尘 噪音 吵 养猪场 养殖场 猪粪 鸡粪 排污 农药瓶 狗 流浪狗',
  health:
    '看病 医院 卫生院 卫生室 卫生站 医生 村医 药 配药 配不到药 买药 医保 新农合 报销 住院 体检 打针 疫苗 救护车 挂号 门诊 慢性病 大病 医药费',
  school:
    '上学 学校 读书 小学 中学 初中 高中 幼儿园 老师 孩子 学生 校车 学区 入学 放学 学费 食堂 午饭 补课 宿舍 转学 校门口 作业',
  care: '养老 养老院 养老金 老人 老年 独居 低保 五保 残疾 残疾人 残疾证 轮椅 护理 补贴 高龄 救助 困难户 助餐 送餐 照料 社保 退休 抚恤 孤儿 临时救助 退役',
  land: '田 田地 农田 耕地 土地 山林 林地 山 宅基地 房子 危房 旧房 建房 盖房 房产证 征地 拆迁 补偿款 承包 流转 界址 邻居占 违建 占地 菜地 坟 自留地 树',
  work: '工作 工钱 工资 欠薪 拖欠 讨薪 打工 找工作 招工 工地 工伤 包工头 老板 失业 就业 培训 加班 劳动合同 厂里 零工 合同',
};

const KINDS = Object.entries(WORDS).map(([kind, words]) => [kind as Category, words.split(' ')] as const);

/** Which kind a matter is like, from its words; null where nothing in them says. A suggestion: whoever writes it chooses. */
export function kindLike(words: string): Category | null {
  const text = clean(words);
  let best: { kind: Category; score: number; at: number } | null = null;
  for (const [kind, known] of KINDS) {
    const found = known.filter((word) => text.includes(word));
    // 水 within 水泥路 is no word of its own.
    const whole = found.filter((word) => !isWithin(text, word));
    if (!whole.length) continue;
    const score = whole.reduce((sum, word) => sum + word.length ** 2, 0);
    const at = Math.min(...whole.map((word) => text.indexOf(word)));
    if (!best || score > best.score || (score === best.score && at < best.at)) best = { kind, score, at };
  }
  return best?.kind ?? null;
}

const ALL = KINDS.flatMap(([, words]) => words);

/** Every place where it stands belongs to a longer word. */
function isWithin(text: string, word: string): boolean {
  const longer = ALL.filter((other) => other.length > word.length && other.includes(word) && text.includes(other));
  return !longer.reduce((rest, other) => rest.split(other).join('\n'), text).includes(word);
}
