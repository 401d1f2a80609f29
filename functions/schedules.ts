import { schedules as identity } from './identity/schedules';
import { schedules as notifications } from './notifications/schedules';
import { schedules as requests } from './requests/schedules';

/** Everything the clock starts, of every context. */
export const schedules = [...identity, ...requests, ...notifications];
