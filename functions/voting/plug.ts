import * as contract from '../../shared/voting/contract';
import { bindAll } from '../platform/http';
import type { Plug } from '../platform/plug';
import { cast } from './cast';

export const plug: Plug = { procedures: bindAll(contract, { cast }) };
