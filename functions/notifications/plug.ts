import * as contract from '../../shared/notifications/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { deliver } from './deliver';
import { list } from './list';
import { markRead } from './mark-read';
import { sendTexts } from './send-texts';
import { subscribe } from './subscribe';
import { templates } from './templates';
import { texts } from './texts';
import { unread } from './unread';
import { formers } from './version-1';

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      list,
      unread,
      markRead,
      templates,
      subscribe,
      texts,
    },
    formers,
  ),
  ownData: () => import('./own-data'),
  settings: () => import('./settings-explained'),
  schedules: {
    deliver: { every: { minutes: 1 }, run: deliver },
    // Apart, so that one of the two being slow is not felt by the other.
    sendTexts: { every: { minutes: 1 }, run: sendTexts },
  },
};
