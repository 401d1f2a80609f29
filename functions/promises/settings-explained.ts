import { explain } from '../platform/settings';
import { Settings } from './settings';

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
});
