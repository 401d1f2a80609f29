import type { Schedule } from '../platform/schedules';
import { deliver } from './deliver';

export const schedules: Schedule[] = [{ name: 'deliver', every: { minutes: 1 }, run: deliver }];
