import * as contract from '../../shared/directory/contract';
import { type Binding, bind } from '../platform/http';
import { beginFile } from './begin-file';
import { checkWorkbook } from './check-workbook';
import { importBoundaries } from './import-boundaries';
import { importWorkbook } from './import-workbook';
import { printCodes } from './print-codes';
import { template } from './template';

export const office: Binding[] = [
  bind(contract.beginFile, beginFile),
  bind(contract.template, template),
  bind(contract.checkWorkbook, checkWorkbook),
  bind(contract.importWorkbook, importWorkbook),
  bind(contract.importBoundaries, importBoundaries),
  bind(contract.printCodes, printCodes),
];
