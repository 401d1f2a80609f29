import { explain } from '../platform/settings';
import { Settings } from './settings';

const group = '居民的事';
const OWN = '县里自己定';
const UNDER_WAY = '在办的，最晚哪天答复不变';

/** A matter keeps the last day it was given; how many days are left is counted as the county counts today. */
export const settings = explain(Settings, {
  answerTerm: {
    group,
    title: '几天内答复居民',
    kind: 'term',
    least: 1,
    most: 60,
    basis: '信访工作条例第二十三条 15 天内告知，第三十四条最多 60 天',
    changes: [
      '从现在起新来的，按新的算',
      '居民说没解决、重新办的，从那天按新的算',
      '还剩几天、停了再接着算，按新的数法数',
      '看板上县里定的那条线',
    ],
    stays: [UNDER_WAY, '以前的统计'],
  },
  questionTerm: {
    group,
    title: '部门问了，等居民几天',
    kind: 'term',
    least: 1,
    most: 30,
    basis: OWN,
    changes: ['从现在起新问的'],
    stays: ['已经问了的，还等到原来那天'],
  },
  lapseTerm: {
    group,
    title: '居民没回话，多久收',
    kind: 'term',
    least: 7,
    most: 180,
    basis: OWN,
    changes: ['从现在起答复的、问居民的'],
    stays: ['已经答复的、问了的，还等到原来那天', '收之前先提醒居民'],
  },
  reopenTerm: {
    group,
    title: '说了解决，几天内还能说没解决',
    kind: 'term',
    least: 1,
    most: 365,
    basis: OWN,
    changes: ['马上都按新的算，已经办完的也算'],
    stays: ['已经重新办的'],
  },
  boardReadOnly: {
    group: '公开栏',
    title: '公开栏只看，不登新的',
    kind: 'on',
    basis: OWN,
    changes: ['开了，马上不能登新的，也不能举报', '新写的事，不能选让大家看'],
    stays: ['已经登着的还在，也还能撤下', '部门答应改的事、评过的年终报告，照登'],
  },
});
