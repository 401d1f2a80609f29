import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ProblemError } from '../../../../../../shared/kernel/problems';
import { words } from '../../../../../../shared/voting/contract';
import type { State as Of } from '../../../../../../shared/voting/states';
import { usePages } from '../../../../platform/query';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { State } from '../../../../ui/State';
import { Frame } from '../../../ui/Frame';
import { CrumbOf } from '../../components/CrumbOf';
import { Screening } from '../../components/Screening';
import { Seats } from '../../components/Seats';

/** 审写的话 (44d): two people of the office, and what residents wrote. */
export default function Words() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="写的话" office whole head={(office) => <CrumbOf id={id} office={office} />}>
      {() => <Whole key={id} id={id} />}
    </Frame>
  );
}

function Whole({ id }: { id: string }) {
  const [state, setState] = useState<Of>('waiting');
  // What people wrote is never kept on a computer.
  const list = usePages(words, { id, state }, { keep: false });
  const { head, error, refetch } = list;
  if (error instanceof ProblemError && error.code === 'poll_not_counted')
    return <State scene="empty" title="还没数票" words={'票箱关了，数完了，\n才看得到大家写的话。'} />;
  if (!head) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  if (!head.screens) return <Seats id={id} screeners={head.screeners} />;
  return <Screening key={state} id={id} state={state} list={{ ...list, head }} onState={setState} />;
}
