import * as contract from '../../shared/directory/contract';
import { type Binding, bind } from '../platform/http';
import { importBoundaries } from './import-boundaries';

export const office: Binding[] = [bind(contract.importBoundaries, importBoundaries)];
