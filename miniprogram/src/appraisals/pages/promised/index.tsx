import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { current, type Summary } from '../../../../../shared/appraisals/current';
import { promised } from '../../../../../shared/appraisals/rectification';
import { SETTLED } from '../../../../../shared/appraisals/states';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { FollowBar } from '../../../ui/FollowBar';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { AllPromised } from '../../components/AllPromised';

/** 答应改的事: what the departments of the county promised after an appraisal; without its id after the newest. */
export default function PromisedPage() {
  const [{ id: wanted }] = useState(useRouter().params);
  const all = useCall(current, {});
  const settled = all.data?.appraisals.filter(({ state }) => SETTLED.includes(state));
  const id = wanted ?? newestOf(settled ?? [])?.id ?? '';
  const came = useCall(promised, { id }, { enabled: id !== '' });
  useShareAppMessage(() => ({
    title: '各部门答应改的事',
    path: `/appraisals/pages/promised/index${wanted ? `?id=${wanted}` : ''}`,
  }));
  const error = came.error ?? all.error;
  const nothing = settled !== undefined && id === '';
  return (
    <Page>
      <NavBar title="答应改的事" back />
      {error instanceof OfflineError && came.data && <NetBar seenAt={came.dataUpdatedAt} />}
      {came.data ? (
        <>
          <AllPromised id={id} came={came.data} settled={settled ?? []} />
          <FollowBar promises={came.data.departments.flatMap(({ promises }) => promises)} />
        </>
      ) : nothing || isLost(error) ? (
        <Empty help title="结果还没公布" words={'评议结果公布以后，部门答应改什么、\n哪天前改好，都写在这里。'} />
      ) : error ? (
        <ProblemPage error={error} onRetry={() => Promise.all([all.refetch(), came.refetch()])} />
      ) : (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
    </Page>
  );
}

/** One that asks again (变好了吗) is about what was promised after the one before. */
function newestOf(settled: readonly Summary[]): Summary | undefined {
  return settled.find(({ follows }) => !follows) ?? settled[0];
}
