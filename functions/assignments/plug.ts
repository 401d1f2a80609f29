import * as contract from '../../shared/assignments/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { digest } from './clock/digest';
import { accept } from './department/accept';
import { answer } from './department/answer';
import { ask } from './department/ask';
import { extend } from './department/extend';
import { giveBack } from './department/give-back';
import { progress } from './department/progress';
import { counts } from './reading/counts';
import { inbox } from './reading/inbox';
import { show } from './reading/show';

export const plug: Plug = {
  procedures: bindAll(contract, { inbox, counts, show, accept, giveBack, progress, ask, extend, answer }),
  schedules: { digest: { every: { hours: 1 }, run: digest } },
};
