import * as contract from '../../shared/requests/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { exportDashboard } from './reading/export-dashboard';
import { exportWorklist } from './reading/export-worklist';
import { printBoard } from './station/print-board';
import { printReceipt } from './station/print-receipt';

export const office: Binding[] = bindAll(contract, { printReceipt, printBoard, exportWorklist, exportDashboard });
