import { explain } from '../platform/settings';
import { Settings } from './settings';

const group = '部门';
const stays = ['已经交办的，还按原来那天'];

export const settings = explain(Settings, {
  returnTerm: {
    group,
    title: '部门几天内能退回',
    kind: 'term',
    least: 1,
    most: 10,
    basis: '信访工作条例第二十三条 5 个工作日；各地办建议 5 到 10 个',
    changes: ['从现在起新交办的', '居民答了话接着算的，按新的数法数'],
    stays,
  },
  extensionTerm: {
    group,
    title: '部门最多能晚几天',
    kind: 'term',
    least: 1,
    most: 30,
    basis: '信访工作条例第三十四条 最多 30 天，要同意，要告诉居民为什么',
    changes: ['马上都按新的算，在办的也算'],
    stays: ['已经同意了的那天'],
  },
  partTerm: {
    group,
    title: '协办几天内给意见',
    kind: 'term',
    least: 1,
    most: 60,
    basis: '各地办法：山东、上海一个月，浙江、河南两个月',
    changes: ['从现在起新请的协办'],
    stays: ['已经请了的，还按原来那天'],
  },
});
