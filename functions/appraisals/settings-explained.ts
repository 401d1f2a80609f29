import { explain } from '../platform/settings';
import { Settings } from './settings';

const group = '评议';

export const settings = explain(Settings, {
  opinionTerm: {
    group,
    title: '部门几天内答复审议意见',
    kind: 'term',
    least: 7,
    most: 180,
    basis: '监督法第十七条 由县里定；浙江、河南三个月',
    changes: ['从现在起新发的意见，发的时候没写日子的'],
    stays: ['已经发了的，还按原来那天'],
  },
  secondTerm: {
    group,
    title: '再问一遍好了没有，收几天票',
    kind: 'term',
    least: 3,
    most: 60,
    basis: '县里自己定',
    changes: ['从现在起新准备的'],
    stays: ['已经准备好的、在收的，还按原来那天'],
  },
});
