import * as contract from '../../shared/assignments/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { digest } from './clock/digest';
import { watchParts } from './clock/watch-parts';
import { accept } from './department/accept';
import { answer } from './department/answer';
import { ask } from './department/ask';
import { extend } from './department/extend';
import { giveBack } from './department/give-back';
import { involve } from './department/involve';
import { progress } from './department/progress';
import { giveOpinion } from './parts/give-opinion';
import { part, parts } from './parts/list';
import { withdrawPart } from './parts/withdraw';
import { dropPhrase, keepPhrase, phrases } from './phrases/phrases';
import { counts } from './reading/counts';
import { inbox } from './reading/inbox';
import { show } from './reading/show';
import { endRecusal } from './recusal/end-recusal';
import { recusals } from './recusal/list';
import { stepAside } from './recusal/step-aside';

export const plug: Plug = {
  procedures: bindAll(contract, {
    inbox,
    counts,
    parts,
    part,
    show,
    accept,
    giveBack,
    progress,
    ask,
    extend,
    answer,
    phrases,
    keepPhrase,
    dropPhrase,
    involve,
    giveOpinion,
    withdrawPart,
    stepAside,
    recusals,
    endRecusal,
  }),
  ownData: () => import('./own-data'),
  settings: () => import('./settings-explained'),
  schedules: {
    digest: { every: { hours: 1 }, run: digest },
    'watch-parts': { every: { hours: 1 }, run: watchParts },
  },
};
