import * as contract from '../../shared/notifications/contract';
import { bind } from '../platform/http';
import { list } from './list';
import { markRead } from './mark-read';
import { subscribe } from './subscribe';
import { templates } from './templates';
import { unread } from './unread';

export const http = [
  bind(contract.list, list),
  bind(contract.unread, unread),
  bind(contract.markRead, markRead),
  bind(contract.templates, templates),
  bind(contract.subscribe, subscribe),
];
