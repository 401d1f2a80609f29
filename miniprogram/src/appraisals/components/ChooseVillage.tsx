import { View } from '@tarojs/components';
import { divisions } from '../../../../shared/directory/contract';
import { useCountyKind } from '../../platform/kind';
import { type Place, rememberPlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Button } from '../../ui/Button';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { PlacePicker } from '../../ui/PlacePicker';
import { ProblemPage } from '../../ui/ProblemPage';
import { Skeleton } from '../../ui/Skeleton';

type Props = { chosen: Place | null; onChoose: (place: Place | null) => void; onBack: () => void };

/** Where somebody lives who votes; null where that is in another county. A phone that knew no place keeps it. */
export function ChooseVillage({ chosen, onChoose, onBack }: Props) {
  const kind = useCountyKind();
  const { data, error, refetch } = useCall(divisions, {});
  const choose = (place: Place) => {
    if (!chosen) rememberPlace(place);
    onChoose(place);
  };
  const other = (
    <View className="space-above-4">
      <Button kind="text" onPress={() => onChoose(null)}>
        {`我不住在这个${kind}`}
      </Button>
    </View>
  );
  return (
    <Page>
      <NavBar title="您住在哪个村" back={onBack} />
      {data ? (
        <PlacePicker towns={data.towns} chosen={chosen} onChoose={choose} below={other} />
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
