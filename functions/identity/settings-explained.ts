import { explain } from '../platform/settings';
import { Settings } from './settings';

const group = '登录';

export const settings = explain(Settings, {
  secondFactorOffice: {
    group,
    title: '人大办在电脑上要动态码',
    kind: 'on',
    basis: '县里自己定；等级保护要求管的人多验一次',
    changes: ['开了，下一次办事就要动态码，正登着的也要', '关了，马上不再要'],
    stays: ['已经开好的动态码还在', '手机上办站里的事，照旧'],
  },
  secondFactorDepartments: {
    group,
    title: '部门在电脑上要动态码',
    kind: 'on',
    basis: '县里自己定',
    changes: ['开了，下一次办事就要动态码，正登着的也要', '关了，马上不再要'],
    stays: ['已经开好的动态码还在', '手机上答复，照旧'],
  },
});
