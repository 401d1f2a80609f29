import * as contract from '../../shared/voting/contract';
import { bindAll } from '../platform/http';
import { loadedByCall } from '../platform/lazily';
import type { Plug } from '../platform/plug';
import { cast } from './cast';

const { forgetWords, ...seldom } = loadedByCall(
  {
    screen: true,
    words: true,
    mark: true,
    release: true,
    refuse: true,
    reopen: true,
    handOver: true,
    publishWords: true,
    said: true,
    forgetWords: true,
  },
  () => import('./seldom'),
);

const onPaper = loadedByCall(
  {
    slips: true,
    issueSlip: true,
    openSlip: true,
    enterSlip: true,
    settleSlip: true,
    spoilSlip: true,
    takeBackSlip: true,
  },
  () => import('./slips/seldom'),
);

export const plug: Plug = {
  procedures: bindAll(contract, { cast, ...seldom, ...onPaper }),
  ownData: () => import('./own-data'),
  schedules: { 'forget-words': { every: { hours: 24 }, run: forgetWords } },
  office: () => import('../../shared/voting/contract/office'),
};
