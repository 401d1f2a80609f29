import * as contract from '../../shared/suggestions/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { printLetter } from './letter/print-letter';
import { printYear } from './year/print-year';

export const office: Binding[] = bindAll(contract, { printLetter, printYear });
