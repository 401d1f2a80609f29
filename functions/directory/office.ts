import * as contract from '../../shared/directory/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { beginFile } from './begin-file';
import { checkWorkbook } from './check-workbook';
import { confirmSetting } from './deciding/confirm-setting';
import { declineSetting } from './deciding/decline-setting';
import { proposeSetting } from './deciding/propose-setting';
import { settingChanges } from './deciding/setting-changes';
import { settings } from './deciding/settings';
import { withdrawSetting } from './deciding/withdraw-setting';
import { importBoundaries } from './import-boundaries';
import { importWorkbook } from './import-workbook';
import { printCodes } from './print-codes';
import { template } from './template';

export const office: Binding[] = bindAll(contract, {
  beginFile,
  template,
  checkWorkbook,
  importWorkbook,
  importBoundaries,
  printCodes,
  settings,
  settingChanges,
  proposeSetting,
  confirmSetting,
  declineSetting,
  withdrawSetting,
});
