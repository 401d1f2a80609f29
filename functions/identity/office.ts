import * as contract from '../../shared/identity/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { copyOwnData } from './copy-own-data';
import { exportAudit } from './export-audit';

export const office: Binding[] = bindAll(contract, { exportAudit, copyOwnData });
