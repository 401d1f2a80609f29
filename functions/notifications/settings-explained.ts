import { explain } from '../platform/settings';
import { Settings } from './settings';

export const settings = explain(Settings, {
  departmentSms: {
    group: '提醒',
    title: '部门的人没用微信，发短信',
    kind: 'on',
    basis: '县里自己定，短信费县里出',
    changes: ['开了，从下一次每天的提醒起发短信', '年终报告快到日子、到了日子、退回，各发一条', '用上微信的人不发'],
    stays: ['居民和代表，都不发短信', '短信里没有居民的名字和电话'],
  },
});
