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

export const plug: Plug = {
  procedures: bindAll(contract, { cast, ...seldom }),
  schedules: { 'forget-words': { every: { hours: 24 }, run: forgetWords } },
};
