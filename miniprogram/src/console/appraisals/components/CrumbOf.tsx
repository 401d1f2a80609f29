import { preparation, turnout } from '../../../../../shared/appraisals/contract';
import { useCall } from '../../../platform/query';
import type { Office } from '../../ui/Frame';
import { Crumb } from './Crumb';

/** The crumb of one appraisal: a station knows it by its turnout. */
export function CrumbOf({ id, office: { admin } }: { id: string; office: Office }) {
  const own = useCall(preparation, { id }, { enabled: admin }).data;
  const seen = useCall(turnout, { id }, { enabled: !admin }).data;
  return (
    <Crumb title={own?.draft.title ?? seen?.title} state={own?.state ?? seen?.state} ballots={own?.count?.counted} />
  );
}
