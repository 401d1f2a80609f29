import * as contract from '../../shared/promises/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { remindOpinions } from './clock/remind-opinions';
import { tellFollowers } from './clock/tell-followers';
import { textReports } from './clock/text-reports';
import { watch } from './clock/watch';
import { watchReports } from './clock/watch-reports';
import { askExtension } from './department/ask-extension';
import { explain } from './department/explain';
import { sayDone } from './department/say-done';
import { askWhy } from './office/ask-why';
import { decideExtension } from './office/decide-extension';
import { reopen } from './office/reopen';
import { answerOpinion } from './opinions/answer-opinion';
import { askAgain } from './opinions/ask-again';
import { opinions } from './opinions/opinions';
import { mine } from './reading/mine';
import { shown, shownToFollower } from './reading/shown';
import { waiting } from './reading/waiting';
import { giveReceipt } from './report/give-receipt';
import { handInReport } from './report/hand-in';
import { publicReport, publicReports } from './report/public-reports';
import { report, reports } from './report/reports';
import { returnReport } from './report/return-report';
import { follow } from './resident/follow';
import { followed } from './resident/followed';
import { look } from './station/look';
import { reviewPicture } from './station/review-picture';

export const plug: Plug = {
  procedures: bindAll(contract, {
    mine,
    waiting,
    opinions,
    answerOpinion,
    askAgain,
    followed,
    follow,
    shown,
    shownToFollower,
    askExtension,
    decideExtension,
    sayDone,
    look,
    reviewPicture,
    askWhy,
    explain,
    reopen,
    reports,
    report,
    handInReport,
    giveReceipt,
    returnReport,
    publicReports,
    publicReport,
  }),
  office: () => import('../../shared/promises/contract/office'),
  ownData: () => import('./own-data'),
  settings: () => import('./settings-explained'),
  schedules: {
    watch: { every: { hours: 24 }, run: watch },
    'tell-followers': { every: { minutes: 1 }, run: tellFollowers },
    'remind-opinions': { every: { hours: 24 }, run: remindOpinions },
    'watch-reports': { every: { hours: 24 }, run: watchReports },
    'text-reports': { every: { hours: 1 }, run: textReports },
  },
};
