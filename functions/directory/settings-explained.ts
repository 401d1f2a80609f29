import { explain } from '../platform/settings';
import { Settings } from './settings';

const OWN = '县里自己定';

export const settings = explain(Settings, {
  calendar: {
    group: '放假和补班',
    title: '和全国不一样的日子',
    kind: 'calendar',
    basis: '国务院办公厅的放假通知；县里自己定的',
    changes: ['从现在起新算的日子', '还剩几天、停了再接着算，按新的日历数'],
    stays: ['已经定了的最晚一天，不重算', '过去的日子，改不了'],
  },
  phone: {
    group: '县里的电话',
    title: '找不到人时打的电话',
    kind: 'phone',
    basis: OWN,
    changes: ['手机上和网页上，一分钟内换成新的', '从现在起打印的'],
    stays: ['已经打印出来的，还是老号码'],
  },
});
