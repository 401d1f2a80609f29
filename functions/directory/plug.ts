import * as contract from '../../shared/directory/contract';
import * as officeContract from '../../shared/directory/contract/office';
import { bindAll, proceduresOf } from '../platform/http';
import type { Plug } from '../platform/plug';
import { absences } from './absences';
import { codePage } from './code-page';
import { comeBack } from './come-back';
import { county } from './county';
import { departments } from './departments';
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
import { formers } from './version-1';

export const plug: Plug = {
  procedures: bindAll(
    contract,
    {
      county,
      divisions,
      findByPlace,
      findByUnit,
      search,
      near,
      stations,
      departments,
      deputy,
      openCode,
      myCode,
      renewCode,
      absences,
      goAway,
      comeBack,
    },
    formers,
  ),
  office: proceduresOf(officeContract),
  pages: { c: codePage },
};
