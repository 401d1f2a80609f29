import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { offers, show } from '../../../../../shared/suggestions/contract';
import { useCall } from '../../../platform/query';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { WriteForm } from '../../components/WriteForm';

/** 写代表建议: a new one, with a resident's request in it where they come from one, or a draft to go on with. */
export default function Write() {
  const [{ id = '', request = '' }] = useState(useRouter().params);
  const offered = useCall(offers, {});
  const draft = useCall(show, { id }, { enabled: id !== '' });
  const error = offered.error ?? draft.error;
  const isReady = offered.data && (id === '' || draft.data);
  const retry = () => Promise.all([offered.refetch(), ...(id ? [draft.refetch()] : [])]);
  return (
    <Page>
      <NavBar title="代表建议" back />
      {!isReady && error && <ProblemPage error={error} onRetry={retry} />}
      {!isReady && !error && (
        <View className="main">
          <Skeleton cards={2} />
        </View>
      )}
      {isReady && offered.data?.may === false && (
        <Empty help title="这里是本级人大代表用的" words={'写建议的，\n要是现任的本级人大代表。'} />
      )}
      {isReady && offered.data?.may && (
        <WriteForm offered={offered.data} draft={draft.data ?? null} request={request} />
      )}
    </Page>
  );
}
