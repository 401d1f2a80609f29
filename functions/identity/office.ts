import * as contract from '../../shared/identity/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { exportAudit } from './export-audit';

export const office: Binding[] = bindAll(contract, { exportAudit });
