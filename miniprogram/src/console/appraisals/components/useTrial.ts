import { tryOut } from '../../../../../shared/appraisals/contract';
import { TRIALS } from '../../../../../shared/appraisals/limits';
import { useAct } from '../../../platform/act';
import { toast } from '../../ui/Toast';

/** Records that somebody filled in the whole questionnaire. */
export function useTrial({ id, version, elder }: { id: string; version: number; elder: boolean }) {
  const act = useAct(tryOut, ['appraisals']);
  const record = (then: () => void) =>
    act.send({ id, version, elder }, ({ people }) => {
      toast(people < TRIALS ? `记下了，试过 ${people} 位，还差 ${TRIALS - people} 位` : `记下了，试过 ${people} 位`);
      then();
    });
  return { record, busy: act.isPending, error: act.error };
}
