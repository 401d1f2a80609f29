import * as contract from '../../shared/suggestions/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { tellLateParts } from './clock/tell-late-parts';
import { watch } from './clock/watch';
import { comment } from './cosigner/comment';
import { decline } from './cosigner/decline';
import { sign } from './cosigner/sign';
import { unsign } from './cosigner/unsign';
import { contact } from './department/contact';
import { confirmContact } from './lead/confirm-contact';
import { draft } from './lead/draft';
import { edit } from './lead/edit';
import { rate } from './lead/rate';
import { reply } from './lead/reply';
import { submit } from './lead/submit';
import { urge } from './lead/urge';
import { withdraw } from './lead/withdraw';
import { assign } from './office/assign';
import { extend } from './office/extend';
import { mark } from './office/mark';
import { meet } from './office/meet';
import { merge } from './office/merge';
import { nameWatcher } from './office/name-watcher';
import { part } from './office/part';
import { redirect } from './office/redirect';
import { refuseExtension } from './office/refuse-extension';
import { reviewPicture } from './office/review-picture';
import { takeBack } from './office/take-back';
import { counts } from './reading/counts';
import { desk } from './reading/desk';
import { mine } from './reading/mine';
import { ofRequest } from './reading/of-request';
import { offers } from './reading/offers';
import { show } from './reading/show';
import { subject } from './subject';

export const plug: Plug = {
  procedures: bindAll(contract, {
    offers,
    mine,
    desk,
    counts,
    show,
    ofRequest,
    draft,
    edit,
    sign,
    decline,
    unsign,
    submit,
    withdraw,
    confirmContact,
    comment,
    rate,
    urge,
    contact,
    redirect,
    assign,
    takeBack,
    reply,
    extend,
    refuseExtension,
    meet,
    mark,
    nameWatcher,
    merge,
    part,
    reviewPicture,
  }),
  office: () => import('../../shared/suggestions/contract/office'),
  subject,
  ownData: () => import('./own-data'),
  settings: () => import('./settings-explained'),
  schedules: {
    watch: { every: { hours: 1 }, run: watch },
    'tell-late-parts': { every: { hours: 1 }, run: tellLateParts },
  },
};
