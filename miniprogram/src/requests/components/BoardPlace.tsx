import { View } from '@tarojs/components';
import { divisions } from '../../../../shared/directory/contract';
import type { BoardFilters } from '../../../../shared/requests/contract';
import { placeIn, usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { NavBar } from '../../ui/NavBar';
import { NetBar } from '../../ui/NetBar';
import { Page } from '../../ui/Page';
import { PlacePicker } from '../../ui/PlacePicker';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';

type Props = {
  filters: BoardFilters;
  onBack: () => void;
  onChoose: (part: Pick<BoardFilters, 'village' | 'town'>) => void;
};

const TOWN_LENGTH = 9;

/** Of which place the board is looked at: the county, a town, a village; where one lives is first, and is not touched. */
export function BoardPlace({ filters, onBack, onChoose }: Props) {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(divisions, {});
  const home = usePlace();
  const village = (code: string) => onChoose({ village: code, town: undefined });
  return (
    <Page>
      <NavBar title="看哪里的" back={onBack} />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && <Skeleton cards={4} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && (
        <PlacePicker
          towns={data.towns}
          chosen={placeIn(data.towns, filters.village) ?? home}
          onChoose={(place) => village(place.village)}
          onTown={({ code }) => onChoose({ village: undefined, town: code.slice(0, TOWN_LENGTH) })}
          ways={
            <View className="main">
              <Card flush className="space-above-3">
                <Cell title="全县" onPress={() => onChoose({ village: undefined, town: undefined })} />
                {home && <Cell title={home.villageName} sub="我住的村" onPress={() => village(home.village)} />}
              </Card>
            </View>
          }
        />
      )}
    </Page>
  );
}
