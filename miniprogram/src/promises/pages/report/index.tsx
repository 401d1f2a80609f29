import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { report, reports } from '../../../../../shared/promises/report/contract';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { OneReport } from '../../components/OneReport';
import { ReportList } from '../../components/ReportList';

/** 年终承诺报告: the newest of whoever looks, or the one a message leads to: to hand in, to rate, to read. */
export default function Reports() {
  const [{ id }] = useState(useRouter().params);
  return (
    <Page className="wide">
      <NavBar title="年终承诺报告" back />
      {id ? <One id={id} /> : <List />}
    </Page>
  );
}

function List() {
  const { data, error, refetch, dataUpdatedAt } = useCall(reports, {});
  if (!data) return error ? <ProblemPage error={error} onRetry={refetch} /> : <Loading />;
  return (
    <View className="main">
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {data.reports.length ? (
        <ReportList
          reports={data.reports}
          onOpen={(id) => Taro.navigateTo({ url: `/promises/pages/report/index?id=${id}` })}
        />
      ) : (
        <Empty title="没有年终报告" words={'每年第四季度，部门报告\n答应的事做得怎么样。'} />
      )}
    </View>
  );
}

function One({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useCall(report, { id });
  if (isLost(error)) return <Empty help title="没找到这份报告" words={'可能换了部门，\n或者不用您评了。'} />;
  if (!data) return error ? <ProblemPage error={error} onRetry={refetch} /> : <Loading />;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      <OneReport report={data} ledger="/promises/pages/list/index" />
    </>
  );
}

function Loading() {
  return (
    <View className="main">
      <Skeleton cards={2} />
    </View>
  );
}
