import type { Schedule } from '../platform/schedules';
import { checkPictures } from './check-pictures';
import { checkWords } from './check-words';
import { claim } from './claim';
import { digest } from './digest';
import { lapse } from './lapse';
import { succeed, succeedNow } from './succeed';
import { sweepPictures } from './sweep-pictures';

export const schedules: Schedule[] = [
  { name: 'check-words', every: { minutes: 1 }, run: checkWords },
  { name: 'check-pictures', every: { minutes: 1 }, run: checkPictures },
  { name: 'claim', every: { minutes: 1 }, run: claim },
  { name: 'succeed-now', every: { minutes: 1 }, run: succeedNow },
  { name: 'succeed', every: { hours: 1 }, run: succeed },
  { name: 'lapse', every: { hours: 6 }, run: lapse },
  { name: 'digest', every: { hours: 1 }, run: digest },
  { name: 'sweep-pictures', every: { hours: 24 }, run: sweepPictures },
];
