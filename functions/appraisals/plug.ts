import * as contract from '../../shared/appraisals/contract';
import { bindAll } from '../platform/http';
import { loadedByCall } from '../platform/lazily';
import type { Plug } from '../platform/plug';
import { advance } from './clock/advance';
import { approve } from './preparing/approve';
import { create } from './preparing/create';
import { drop } from './preparing/drop';
import { edit } from './preparing/edit';
import { moveClose } from './preparing/move-close';
import { open } from './preparing/open';
import { preparation } from './preparing/preparation';
import { prepared } from './preparing/prepared';
import { proposeClose } from './preparing/propose-close';
import { rolls } from './preparing/rolls';
import { trial } from './preparing/trial';
import { tryOut } from './preparing/try-out';
import { turnout } from './preparing/turnout';
import { withdrawClose } from './preparing/withdraw-close';
import { prepareSecond } from './rectifying/prepare-second';
import { promised } from './rectifying/promised';
import { rectification } from './rectifying/rectification';
import { sendOpinion } from './rectifying/send-opinion';
import { current } from './voters/current';
import { file } from './voters/file';
import { published } from './voters/published';
import { results } from './voters/results';
import { take } from './voters/take';

/** A report is read by few, after everything else: nobody who votes waits for it to load. */
const seldom = loadedByCall({ report: true, writeReport: true, readReport: true }, () => import('./seldom'));

export const plug: Plug = {
  procedures: bindAll(contract, {
    current,
    take,
    results,
    published,
    file,
    prepared,
    preparation,
    rolls,
    trial,
    create,
    edit,
    tryOut,
    approve,
    open,
    drop,
    turnout,
    promised,
    rectification,
    sendOpinion,
    prepareSecond,
    ...seldom,
    proposeClose,
    moveClose,
    withdrawClose,
  }),
  office: () => import('../../shared/appraisals/contract/office'),
  settings: () => import('./settings-explained'),
  schedules: { advance: { every: { minutes: 1 }, run: advance } },
};
