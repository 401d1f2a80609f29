import * as contract from '../../shared/requests/contract';
import { bind } from '../platform/http';
import { answer } from './answer';
import { counts } from './counts';
import { follow } from './follow';
import { inbox } from './inbox';
import { mine } from './mine';
import { open } from './open';
import { rate } from './rate';
import { submit } from './submit';
import { supplement } from './supplement';

// `mine`, `inbox` and `counts` before `follow`: the router takes the first path that fits, and `{id}` fits everything.
export const http = [
  bind(contract.submit, submit),
  bind(contract.mine, mine),
  bind(contract.inbox, inbox),
  bind(contract.counts, counts),
  bind(contract.follow, follow),
  bind(contract.open, open),
  bind(contract.answer, answer),
  bind(contract.rate, rate),
  bind(contract.supplement, supplement),
];
