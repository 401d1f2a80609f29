import * as contract from '../../shared/directory/contract';
import { bind } from '../platform/http';
import { county } from './county';
import { deputy } from './deputy';
import { divisions } from './divisions';
import { findByPlace } from './find-by-place';
import { myCode } from './my-code';
import { openCode } from './open-code';

export const http = [
  bind(contract.county, county),
  bind(contract.divisions, divisions),
  bind(contract.findByPlace, findByPlace),
  bind(contract.deputy, deputy),
  bind(contract.openCode, openCode),
  bind(contract.myCode, myCode),
];
