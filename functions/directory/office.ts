import * as contract from '../../shared/directory/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { beginFile } from './begin-file';
import { checkWorkbook } from './check-workbook';
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
});
