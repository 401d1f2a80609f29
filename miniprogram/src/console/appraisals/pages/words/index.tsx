import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { words } from '../../../../../../shared/voting/contract';
import type { State } from '../../../../../../shared/voting/states';
import { usePages } from '../../../../platform/query';
import { ProblemPage } from '../../../../ui/ProblemPage';
import { Skeleton } from '../../../../ui/Skeleton';
import { Frame } from '../../../ui/Frame';
import { Crumb } from '../../components/Crumb';
import { Screening } from '../../components/Screening';
import { Seats } from '../../components/Seats';

/** 审写的话 (44d): two people of the office, and what residents wrote. */
export default function Words() {
  const id = useRouter().params.id ?? '';
  return (
    <Frame at="appraisals" title="写的话" office whole head={() => <Crumb />}>
      {() => <Whole key={id} id={id} />}
    </Frame>
  );
}

function Whole({ id }: { id: string }) {
  const [state, setState] = useState<State>('waiting');
  // What people wrote is never kept on a computer.
  const list = usePages(words, { id, state }, { keep: false });
  const { head, error, refetch } = list;
  if (!head) return error ? <ProblemPage error={error} onRetry={() => refetch()} /> : <Skeleton cards={3} />;
  if (!head.screens) return <Seats id={id} screeners={head.screeners} />;
  return <Screening key={state} id={id} state={state} list={{ ...list, head }} onState={setState} />;
}
