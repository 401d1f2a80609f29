import * as contract from '../../shared/requests/contract';
import * as officeContract from '../../shared/requests/contract/office';
import { bindAll, proceduresOf } from '../platform/http';
import type { Plug } from '../platform/plug';
import { answer } from './answer';
import { ask } from './ask';
import { beginPicture } from './begin-picture';
import { board } from './board';
import { checkPictures } from './check-pictures';
import { checkWords } from './check-words';
import { claim } from './claim';
import { counts } from './counts';
import { decide } from './decide';
import { desk } from './desk';
import { digest } from './digest';
import { entered } from './entered';
import { follow } from './follow';
import { group } from './group';
import { hearVerdict } from './hear-verdict';
import { hide } from './hide';
import { inbox } from './inbox';
import { keepPicture } from './keep-picture';
import { lapse } from './lapse';
import { mine } from './mine';
import { note } from './note';
import { open } from './open';
import { pass } from './pass';
import { rate } from './rate';
import { reassign } from './reassign';
import { register } from './register';
import { screen } from './screen';
import { search } from './search';
import { shared } from './shared';
import { submit } from './submit';
import { succeed, succeedNow } from './succeed';
import { supplement } from './supplement';
import { sweepPictures } from './sweep-pictures';
import { take } from './take';
import { withdraw } from './withdraw';

export const plug: Plug = {
  procedures: bindAll(contract, {
    submit,
    register,
    beginPicture,
    keepPicture,
    mine,
    entered,
    inbox,
    shared,
    desk,
    search,
    board,
    counts,
    follow,
    open,
    answer,
    ask,
    note,
    take,
    group,
    pass,
    reassign,
    screen,
    decide,
    rate,
    supplement,
    withdraw,
    hide,
  }),
  office: proceduresOf(officeContract),
  schedules: {
    'check-words': { every: { minutes: 1 }, run: checkWords },
    'check-pictures': { every: { minutes: 1 }, run: checkPictures },
    claim: { every: { minutes: 1 }, run: claim },
    'succeed-now': { every: { minutes: 1 }, run: succeedNow },
    succeed: { every: { hours: 1 }, run: succeed },
    lapse: { every: { hours: 6 }, run: lapse },
    digest: { every: { hours: 1 }, run: digest },
    'sweep-pictures': { every: { hours: 24 }, run: sweepPictures },
  },
  pushedEvents: { wxa_media_check: hearVerdict },
};
