import { explain } from '../platform/settings';
import { Settings } from './settings';

const YEAR = '年底报告';

export const settings = explain(Settings, {
  remindDays: {
    group: '提醒',
    title: '答应的事到期前几天提醒部门',
    kind: 'days',
    least: 1,
    most: 60,
    basis: '县里自己定',
    changes: ['马上都按新的算，在办的也算', '要答复的审议意见也一样'],
    stays: ['已经提醒过的，不再提醒一遍'],
  },
  reportTerm: {
    group: YEAR,
    title: '年底几天内交承诺事项报告',
    kind: 'term',
    least: 5,
    most: 60,
    basis: '县里自己定；重庆、青岛每年第四季度报告',
    changes: ['从现在起新开的报告'],
    stays: ['已经开了的，还按原来那天'],
  },
  reportAgainTerm: {
    group: YEAR,
    title: '报告退回，几天内再交',
    kind: 'term',
    least: 3,
    most: 60,
    basis: '县里自己定',
    changes: ['从现在起新退回的'],
    stays: ['已经退回的，还按原来那天'],
  },
  reportRateTerm: {
    group: YEAR,
    title: '代表几天内评报告',
    kind: 'term',
    least: 3,
    most: 60,
    basis: '各地办法：重庆 20 个工作日',
    changes: ['从现在起新交上来的'],
    stays: ['已经交上来的，还按原来那天'],
  },
});
