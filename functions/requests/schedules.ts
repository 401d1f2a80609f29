import type { Schedule } from '../platform/schedules';
import { checkWords } from './check-words';

export const schedules: Schedule[] = [{ name: 'check-words', every: { minutes: 1 }, run: checkWords }];
