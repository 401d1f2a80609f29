import type { Schedule } from '../platform/schedules';
import { forgetSessions } from './forget-sessions';

export const schedules: Schedule[] = [{ name: 'forget-sessions', every: { hours: 24 }, run: forgetSessions }];
