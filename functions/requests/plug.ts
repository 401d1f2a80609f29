import * as contract from '../../shared/requests/contract';
import { beginPicture, keepPicture } from '../pictures/public';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { answer } from './answering/answer';
import { ask } from './answering/ask';
import { declineHandover } from './answering/decline-handover';
import { group } from './answering/group';
import { pass } from './answering/pass';
import { refer } from './answering/refer';
import { take } from './answering/take';
import { addFigures } from './clock/add-figures';
import { askWhenDue } from './clock/ask-when-due';
import { digest } from './clock/digest';
import { handOverAfterImport, handOverEndedTerms } from './clock/hand-over-ended-terms';
import { lapse } from './clock/lapse';
import { leaveEndedDepartments } from './clock/leave-ended-departments';
import { checkWords } from './content/check-words';
import { confirmContact } from './intake/confirm-contact';
import { correctContact } from './intake/correct-contact';
import { enterFor } from './intake/enter-for';
import { eraseContacts, offerContacts } from './intake/offer-contacts';
import { submit } from './intake/submit';
import { recuseAll } from './lifecycle/recuse';
import { board, boardRules, publicMatter } from './reading/board';
import { counts } from './reading/counts';
import { dashboard } from './reading/dashboard';
import { enteredFor } from './reading/entered-for';
import { follow } from './reading/follow';
import { inbox } from './reading/inbox';
import { likeSame } from './reading/like-same';
import { merges } from './reading/merges';
import { mine } from './reading/mine';
import { offered } from './reading/offered';
import { open } from './reading/open';
import { phoneLooks } from './reading/phone-looks';
import { search } from './reading/search';
import { similar } from './reading/similar';
import { unassigned } from './reading/unassigned';
import { worklist } from './reading/worklist';
import { decideHandover } from './resident/decide-handover';
import { rate } from './resident/rate';
import { reopen } from './resident/reopen';
import { report } from './resident/report';
import { supplement } from './resident/supplement';
import { withdraw } from './resident/withdraw';
import { withdrawConsent } from './resident/withdraw-consent';
import { withdrawRating } from './resident/withdraw-rating';
import { answerReports } from './station/answer-reports';
import { apart } from './station/apart';
import { assign } from './station/assign';
import { awaitHotline } from './station/await-hotline';
import { answerHigher, tellHigher } from './station/carry-higher';
import { decideAsked } from './station/decide-asked';
import { divert } from './station/divert';
import { endHotline } from './station/end-hotline';
import { giveBack } from './station/give-back';
import { hideWords } from './station/hide-words';
import { merge } from './station/merge';
import { moderate } from './station/moderate';
import { note } from './station/note';
import { numberHotline } from './station/number-hotline';
import { reassign } from './station/reassign';
import { release } from './station/release';
import { reviewContent } from './station/review-content';
import { seePhone } from './station/see-phone';
import { sendToOffice } from './station/send-to-office';
import { takeBack } from './station/take-back';
import { unmerge } from './station/unmerge';
import { subject } from './subject';
import { formers } from './version-1';

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      submit,
      enterFor,
      offered,
      confirmContact,
      correctContact,
      beginPicture,
      keepPicture,
      mine,
      enteredFor,
      inbox,
      unassigned,
      worklist,
      dashboard,
      search,
      similar,
      board,
      publicMatter,
      report,
      answerReports,
      boardRules,
      counts,
      follow,
      open,
      answer,
      ask,
      note,
      take,
      group,
      pass,
      decideHandover,
      declineHandover,
      tellHigher,
      answerHigher,
      reassign,
      refer,
      assign,
      sendToOffice,
      release,
      divert,
      giveBack,
      decideAsked,
      takeBack,
      moderate,
      reviewContent,
      rate,
      reopen,
      withdrawRating,
      supplement,
      withdraw,
      withdrawConsent,
      seePhone,
      phoneLooks,
      hideWords,
      likeSame,
      merges,
      merge,
      unmerge,
      apart,
      numberHotline,
      awaitHotline,
      endHotline,
    },
    formers,
  ),
  office: () => import('../../shared/requests/contract/office'),
  subject,
  ownData: () => import('./own-data'),
  settings: () => import('./settings-explained'),
  schedules: {
    'check-words': { every: { minutes: 1 }, run: checkWords },
    'offer-contacts': { every: { minutes: 1 }, run: offerContacts },
    'erase-contacts': { every: { hours: 24 }, run: eraseContacts },
    recuse: { every: { minutes: 1 }, run: recuseAll },
    'hand-over-after-import': { every: { minutes: 1 }, run: handOverAfterImport },
    'hand-over-ended-terms': { every: { hours: 1 }, run: handOverEndedTerms },
    'leave-ended-departments': { every: { hours: 1 }, run: leaveEndedDepartments },
    'ask-when-due': { every: { hours: 24 }, run: askWhenDue },
    lapse: { every: { hours: 6 }, run: lapse },
    'add-figures': { every: { minutes: 1 }, run: addFigures },
    digest: { every: { hours: 1 }, run: digest },
  },
};
