import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { shown, shownToFollower } from '../../../../../shared/promises/contract';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { hasSession } from '../../../platform/session';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { FollowBar } from '../../../ui/FollowBar';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { OnePromise } from '../../components/OnePromise';

/** 答应改的一件: everything that came of it, for everybody, and to be handed on. */
export default function OnePromisePage() {
  const [{ id = '' }] = useState(useRouter().params);
  const everybodys = useCall(shown, { id });
  // What is not public is read by who follows it, and who works on it.
  const hidden = isLost(everybodys.error) && hasSession();
  const theirs = useCall(shownToFollower, { id }, { enabled: hidden });
  const { data, error, refetch, dataUpdatedAt } = hidden ? theirs : everybodys;
  useShareAppMessage(() => ({
    title: data ? `${data.departmentName}答应：${data.words}` : '答应改的事',
    path: `/promises/pages/promise/index?id=${id}`,
  }));
  return (
    <Page>
      <NavBar title="答应改的" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {data ? (
        <>
          <OnePromise promise={data} />
          {!hidden && <FollowBar promises={[data]} />}
        </>
      ) : isLost(error) ? (
        <Empty help title="没找到这件事" words={'可能没有公开，\n或者网址不全。'} />
      ) : error ? (
        <ProblemPage error={error} onRetry={refetch} />
      ) : (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
    </Page>
  );
}
