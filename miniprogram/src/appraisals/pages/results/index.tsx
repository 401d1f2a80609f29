import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { findByPlace } from '../../../../../shared/directory/contract';
import { COUNTY } from '../../../../../shared/voting/results';
import { usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Published } from '../../components/Published';
import { usePublished } from '../../components/published';

/** 评议结果: what everybody may see once it is published, one's own station first. */
export default function Results() {
  const [{ id = '' }] = useState(useRouter().params);
  const { data, error, refetch, dataUpdatedAt } = usePublished(id);
  const place = usePlace();
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null });
  const own = data?.stations.findIndex((station) => station.id === found.data?.station?.id) ?? COUNTY;
  return (
    <Page>
      <NavBar title="评议结果" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {data && !(place && found.isPending) ? (
        <Published results={data} own={own} />
      ) : isLost(error) ? (
        <Empty help title="结果还没公布" words={'票箱关了以后才数票，\n数完就在这里。'} />
      ) : error && !data ? (
        <ProblemPage error={error} onRetry={refetch} />
      ) : (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
    </Page>
  );
}
