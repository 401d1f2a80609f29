import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { show } from '../../../../../shared/suggestions/contract';
import type { Side } from '../../../../../shared/suggestions/states';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { ToStepAside } from '../../../ui/ToStepAside';
import { OneSuggestion } from '../../components/OneSuggestion';

/** Who works on it for the office or a department, and may step aside from it (decision 50). */
const STAFF: readonly Side[] = ['office', 'department'];

/** One suggestion, for whoever has a part in it: where it is, what was said, and what they can do. */
export default function One() {
  const [{ id = '' }] = useState(useRouter().params);
  const { data, error, refetch, dataUpdatedAt } = useCall(show, { id });
  useDidShow(() => void refetch());
  return (
    <Page>
      <NavBar title={data?.may.includes('sign') ? '请您联名' : '代表建议'} back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {data && !isLost(error) ? (
        <View className="main">
          <OneSuggestion suggestion={data} />
          {STAFF.includes(data.viewer) && <ToStepAside context="suggestions" id={id} />}
        </View>
      ) : isLost(error) ? (
        <Empty help title="没找到这件建议" words={'可能换了部门，\n或者网址不全。'} />
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
