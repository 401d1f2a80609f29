import * as contract from '../../shared/requests/contract';
import { bind } from '../platform/http';
import type { PushedEvents } from '../platform/wechat-events';
import { answer } from './answer';
import { ask } from './ask';
import { beginPicture } from './begin-picture';
import { board } from './board';
import { counts } from './counts';
import { decide } from './decide';
import { desk } from './desk';
import { entered } from './entered';
import { follow } from './follow';
import { group } from './group';
import { hearVerdict } from './hear-verdict';
import { hide } from './hide';
import { inbox } from './inbox';
import { keepPicture } from './keep-picture';
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
import { supplement } from './supplement';
import { take } from './take';
import { withdraw } from './withdraw';

// Lists before `follow`: the router takes the first path that fits, and `{id}` fits everything.
export const http = [
  bind(contract.submit, submit),
  bind(contract.register, register),
  bind(contract.beginPicture, beginPicture),
  bind(contract.keepPicture, keepPicture),
  bind(contract.mine, mine),
  bind(contract.entered, entered),
  bind(contract.inbox, inbox),
  bind(contract.shared, shared),
  bind(contract.desk, desk),
  bind(contract.search, search),
  bind(contract.board, board),
  bind(contract.counts, counts),
  bind(contract.follow, follow),
  bind(contract.open, open),
  bind(contract.answer, answer),
  bind(contract.ask, ask),
  bind(contract.note, note),
  bind(contract.take, take),
  bind(contract.group, group),
  bind(contract.pass, pass),
  bind(contract.reassign, reassign),
  bind(contract.screen, screen),
  bind(contract.decide, decide),
  bind(contract.rate, rate),
  bind(contract.supplement, supplement),
  bind(contract.withdraw, withdraw),
  bind(contract.hide, hide),
];

/** What WeChat pushes. */
export const pushed: PushedEvents = { wxa_media_check: hearVerdict };
