import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type Station, stations } from '../../../../../shared/directory/contract';
import { sayDayAndWeekday } from '../../../../../shared/kernel/days';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';

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

function StationCard({ station }: { station: Station }) {
  const { name, address, hours, phone, latitude, longitude, nextReception } = station;
  const map = () => Taro.openLocation({ latitude: latitude ?? 0, longitude: longitude ?? 0, name, address });
  return (
    <Card className="mt3">
      <Text className="strong block">{name}</Text>
      <Text className="sub block mt1">{address}</Text>
      <Text className="sub block">{hours}</Text>
      {nextReception && (
        <Text className="sub block">
          {`下次接待日 ${sayDayAndWeekday(nextReception.day)} ${nextReception.from} 到 ${nextReception.to}`}
        </Text>
      )}
      <View className="row mt3">
        <Button
          small
          grow
          kind="second"
          icon="phone"
          label={`打电话给${name}`}
          onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}
        >
          打电话
        </Button>
        {latitude !== null && process.env.TARO_ENV === 'weapp' && (
          <Button small grow kind="second" icon="map" label={`去${name}怎么走`} onPress={map}>
            怎么走
          </Button>
        )}
      </View>
    </Card>
  );
}
