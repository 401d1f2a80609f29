import * as contract from '../../shared/appraisals/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { printReport } from './report/print-report';

export const office: Binding[] = bindAll(contract, { printReport });
