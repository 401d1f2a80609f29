import { View } from '@tarojs/components';
import { useState } from 'react';
import { stations } from '../../../../../shared/directory/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useCountyKind } from '../../../platform/kind';
import { type Place, usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { Skeleton } from '../../../ui/Skeleton';
import { StationCard } from '../../components/StationCard';

type Listed = Reply<typeof stations>['stations'][number];

// With more than this one would rather look for it than go through them.
const MANY = 8;

/** Every station of the county: where it is, when somebody is there, and its telephone. The person's own come first. */
export default function Stations() {
  const kind = useCountyKind();
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(stations, {});
  const place = usePlace();
  const [words, setWords] = useState('');
  const all = data?.stations ?? [];
  const typed = words.trim();
  const shown = nearestFirst(all, place).filter(({ name, address }) => `${name} ${address}`.includes(typed));
  return (
    <Page>
      <NavBar title={`全${kind}联络站`} back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {all.length > MANY && (
        <View className="search-top">
          <SearchBox value={words} placeholder="乡镇、村，或地址" onInput={setWords} />
        </View>
      )}
      <View className="main">
        {isPending && <Skeleton cards={4} />}
        {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
        {data && !data.stations.length && (
          <Empty help title="还没有登上来" words={'联络站的地址和电话，\n登上来就在这里。'} />
        )}
        {all.length > 0 && !shown.length && (
          <Empty title={`没有带“${typed}”的联络站`} words={'换个字试试，\n或者写乡镇的名字。'} />
        )}
        {shown.map((station) => (
          <StationCard key={station.id} station={station} />
        ))}
      </View>
    </Page>
  );
}

/** The village's own station, the town's, the others in the town, then the rest; each part in the order of the list. */
function nearestFirst(all: readonly Listed[], place: Place | null): Listed[] {
  if (!place) return [...all];
  const rank = ({ name, villages }: Listed) => {
    if (villages.includes(place.village)) return 0;
    if (name.startsWith(place.townName)) return 1;
    return villages.some((village) => village.startsWith(place.town)) ? 2 : 3;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}
