import * as contract from '../../shared/promises/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { exportReports } from './report/export-reports';
import { printReport } from './report/print-report';

export const office: Binding[] = bindAll(contract, { exportReports, printReport });
