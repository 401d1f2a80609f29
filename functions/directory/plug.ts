import * as contract from '../../shared/directory/contract';
import { bindAll } from '../platform/http';
import { loadedByCall } from '../platform/lazily';
import type { Plug } from '../platform/plug';
import { county } from './county';
import { departments } from './departments';
import { deputy } from './deputy';
import { divisions } from './divisions';
import { findByPlace } from './find-by-place';
import { findByUnit } from './find-by-unit';
import { openCode } from './open-code';
import { search } from './search';
import { stations } from './stations';
import { formers } from './version-1';

const seldom = loadedByCall(
  { absences: true, comeBack: true, goAway: true, myCode: true, near: true, renewCode: true },
  () => import('./seldom'),
);

/** For who came without WeChat. */
const pages = loadedByCall({ codePage: true }, () => import('./code-page'));

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      county,
      divisions,
      findByPlace,
      findByUnit,
      search,
      stations,
      departments,
      deputy,
      openCode,
      ...seldom,
    },
    formers,
  ),
  office: () => import('../../shared/directory/contract/office'),
  settings: () => import('./settings-explained'),
  pages: { c: pages.codePage },
};
