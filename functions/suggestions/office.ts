import * as contract from '../../shared/suggestions/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { printLetter } from './letter/print-letter';

export const office: Binding[] = bindAll(contract, { printLetter });
