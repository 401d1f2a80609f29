import { show } from '../../../../../shared/suggestions/contract';
import { useCall } from '../../../platform/query';
import { isLost } from '../../../platform/store';
import { OneSuggestion } from '../../../suggestions/components/OneSuggestion';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { State } from '../../../ui/State';

/** The same as on a phone: what somebody at the desk may do is offered by the same table. */
export function Panel({ id }: { id: string }) {
  const { data, error, refetch } = useCall(show, { id });
  if (isLost(error)) return <State scene="empty" title="没找到这件建议" words="可能换了部门，或者代表撤回了。" />;
  if (data) return <OneSuggestion suggestion={data} />;
  return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
}
