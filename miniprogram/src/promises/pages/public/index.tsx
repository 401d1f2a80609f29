import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { publicReport, publicReports } from '../../../../../shared/promises/report/board';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { isLost } from '../../../platform/store';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { PublicReport } from '../../components/PublicReport';
import { PublicReports } from '../../components/PublicReports';

/** 公开栏上的年终承诺报告: those of a year, or one of them, as everybody reads it. */
export default function PublicReportsPage() {
  const [{ id, year }] = useState(useRouter().params);
  const asked = id ? `?id=${id}` : year ? `?year=${year}` : '';
  useShareAppMessage(() => ({ title: '部门年终承诺报告', path: `/promises/pages/public/index${asked}` }));
  return (
    <Page>
      <NavBar title="年终承诺报告" back />
      {id ? <One id={id} /> : <Year year={year} />}
    </Page>
  );
}

function Year({ year }: { year: string | undefined }) {
  const { data, error, refetch, dataUpdatedAt } = useCall(publicReports, year ? { year } : {});
  if (!data) return error ? <ProblemPage error={error} onRetry={refetch} /> : <Loading />;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      {data.reports.length ? (
        <PublicReports {...data} />
      ) : (
        <Empty title="还没有年终报告" words={'代表评完了，\n部门的报告就登在这里。'} />
      )}
    </>
  );
}

function One({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useCall(publicReport, { id });
  if (isLost(error)) return <Empty help title="没找到这份报告" words={'可能退回部门重报了，\n或者网址不全。'} />;
  if (!data) return error ? <ProblemPage error={error} onRetry={refetch} /> : <Loading />;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={dataUpdatedAt} />}
      <PublicReport report={data} />
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
