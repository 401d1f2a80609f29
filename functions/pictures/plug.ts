import type { Plug } from '../platform/plug';
import { checkPictures } from './check-pictures';
import { movePictures } from './move-pictures';
import { recordPictureVerdict } from './record-picture-verdict';
import { sweepPictures } from './sweep-pictures';

/** What happens to pictures by itself. They are sent through `requests`, where phones know the address. */
export const plug: Plug = {
  procedures: [],
  ownData: () => import('./own-data'),
  schedules: {
    'check-pictures': { every: { minutes: 1 }, run: checkPictures },
    'move-pictures': { every: { minutes: 1 }, run: movePictures },
    'sweep-pictures': { every: { hours: 24 }, run: sweepPictures },
  },
  pushedEvents: { wxa_media_check: recordPictureVerdict },
};
