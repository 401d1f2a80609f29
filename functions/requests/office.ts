import * as contract from '../../shared/requests/contract';
import { type Binding, bind } from '../platform/http';
import { printReceipt } from './print-receipt';

export const office: Binding[] = [bind(contract.printReceipt, printReceipt)];
