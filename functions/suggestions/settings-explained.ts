import { LENGTHS } from '../../shared/suggestions/limits';
import { explain } from '../platform/settings';
import { Settings } from './settings';

const group = '代表建议';

const className = (which: string) =>
  ({
    group,
    title: `${which} 类怎么说`,
    kind: 'words',
    least: LENGTHS.className[0],
    most: LENGTHS.className[1],
    basis: '各地叫法不一，县里自己定',
    changes: ['部门选类别的时候、答复、答复函上的说法，早先答的也用新的说法'],
    stays: ['哪一件是哪一类', '办没办成，还是看代表怎么评'],
  }) as const;

export const settings = explain(Settings, {
  suggestionAssignTerm: {
    group,
    title: '几天内交办',
    kind: 'term',
    least: 1,
    most: 10,
    basis: '各地办法：青岛 5 个、上海 7 个、重庆 10 个工作日',
    changes: ['从现在起新提交的'],
    stays: ['已经提交的，还按原来那天'],
  },
  // Six months are for complex ones, said so when they are assigned, or by an extension: with a reason the deputy reads.
  suggestionAnswerMonths: {
    group,
    title: '几个月内答复',
    kind: 'months',
    least: 1,
    most: 3,
    basis: '代表法第五十一条 3 个月；复杂的写明为什么，最多 6 个月',
    changes: ['从现在起新交办的'],
    stays: ['已经交办的，还按原来那天，换了部门也不变'],
  },
  suggestionAgainMonths: {
    group,
    title: '不满意，几个月内重新办',
    kind: 'months',
    least: 1,
    most: 3,
    basis: '各地办法：浙江、上海一个月，北京、重庆两个月',
    changes: ['从现在起说不满意的'],
    stays: ['已经在重新办的，还按原来那天'],
  },
  suggestionCommentTerm: {
    group,
    title: '联名的代表几天内说意见',
    kind: 'term',
    least: 1,
    most: 20,
    basis: '县里自己定',
    changes: ['从现在起新答复的'],
    stays: ['已经答复的，还按原来那天'],
  },
  suggestionRateTerm: {
    group,
    title: '领衔代表几天内评',
    kind: 'term',
    least: 1,
    most: 30,
    basis: '各地办法：河南 10 个、北京 15 个、重庆 20 个工作日',
    changes: ['从现在起新答复的'],
    stays: ['已经答复的，还按原来那天'],
  },
  suggestionRateAgainTerm: {
    group,
    title: '没评，提醒以后再等几天',
    kind: 'term',
    least: 1,
    most: 20,
    basis: '县里自己定',
    changes: ['从现在起提醒的'],
    stays: ['已经提醒过的，还按原来那天'],
  },
  suggestionRemindDays: {
    group: '提醒',
    title: '建议到期前几天提醒部门',
    kind: 'days',
    least: 1,
    most: 60,
    basis: '县里自己定',
    changes: ['马上都按新的算，在办的也算', '“快到期”从这天数'],
    stays: ['已经提醒过的，不再提醒一遍'],
  },
  suggestionClassA: className('A'),
  suggestionClassB: className('B'),
  suggestionClassC: className('C'),
  suggestionClassD: className('D'),
});
