import { View } from '@tarojs/components';
import { stations } from '../../../../../shared/directory/contract';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { StationCard } from '../../components/StationCard';

/** Every station of the county: where it is, when somebody is there, and its telephone. */
export default function Stations() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(stations, {});
  return (
    <Page>
      <NavBar title="全县联络站" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      <View className="main">
        {isPending && <Skeleton cards={4} />}
        {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
        {data && !data.stations.length && (
          <Empty title="还没有登上来" words={'联络站的地址和电话，\n登上来就在这里。'} />
        )}
        {data?.stations.map((station) => (
          <StationCard key={station.id} station={station} />
        ))}
      </View>
    </Page>
  );
}
