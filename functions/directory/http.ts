import * as contract from '../../shared/directory/contract';
import type { Page } from '../platform/html';
import { bind } from '../platform/http';
import { absences } from './absences';
import { codePage } from './code-page';
import { comeBack } from './come-back';
import { county } from './county';
import { deputy } from './deputy';
import { divisions } from './divisions';
import { findByPlace } from './find-by-place';
import { findByUnit } from './find-by-unit';
import { goAway } from './go-away';
import { myCode } from './my-code';
import { near } from './near';
import { openCode } from './open-code';
import { renewCode } from './renew-code';
import { search } from './search';
import { stations } from './stations';

export const http = [
  bind(contract.county, county),
  bind(contract.divisions, divisions),
  bind(contract.findByPlace, findByPlace),
  bind(contract.findByUnit, findByUnit),
  bind(contract.search, search),
  bind(contract.near, near),
  bind(contract.stations, stations),
  bind(contract.deputy, deputy),
  bind(contract.openCode, openCode),
  bind(contract.myCode, myCode),
  bind(contract.renewCode, renewCode),
  bind(contract.absences, absences),
  bind(contract.goAway, goAway),
  bind(contract.comeBack, comeBack),
];

export const pages: Page[] = [{ path: '/c/:name', make: codePage }];
