import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { divisions } from '../../../../../shared/directory/contract';
import { type Place, rememberPlace, usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { PlacePicker } from '../../../ui/PlacePicker';
import { Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Near } from '../../components/Near';
import { People } from '../../components/People';
import { addRecent, recentPlaces } from '../../components/recent';
import './index.css';

const go = (url: string) => Taro.navigateTo({ url });

/** Where the person lives: town left, village right, a name typed, near me, or by work unit. It stays on the phone. */
export default function PickPlace() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(divisions, {});
  const [chosen, setChosen] = useState<Place | null>(usePlace());
  const take = async () => {
    if (!chosen) return;
    addRecent(chosen);
    const left = Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: '/pages/home/index' });
    await left.catch(() => undefined);
    // The page below asks for its deputies then; what is asked while a page closes may never be answered.
    rememberPlace(chosen);
  };
  return (
    <Page>
      <NavBar title="您住在哪里" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {isPending && <Skeleton cards={4} />}
      {error && !data && <ProblemPage error={error} onRetry={() => refetch()} />}
      {data && (
        <PlacePicker
          towns={data.towns}
          units={data.units}
          chosen={chosen}
          onChoose={setChosen}
          onUnit={({ id, name }) => go(`/directory/pages/unit/index?id=${id}&name=${encodeURIComponent(name)}`)}
          also={(words) => <People words={words} />}
          ways={
            <View className="main place-ways">
              <Near onChoose={setChosen} />
              <Recent chosen={chosen} onChoose={setChosen} />
            </View>
          }
          below={<Otherwise units={data.units.length > 0} />}
        />
      )}
      {data && (
        <ActionBar>
          <Button grow disabled={!chosen} onPress={take}>
            {chosen ? `就选 ${chosen.townName} ${chosen.villageName}` : '先点一个村'}
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}

/** The villages chosen before: one tap back. */
function Recent({ chosen, onChoose }: { chosen: Place | null; onChoose: (place: Place) => void }) {
  const before = recentPlaces().filter(({ village }) => village !== chosen?.village);
  if (!before.length) return null;
  return (
    <View className="row wrap space-above-2">
      <Text className="note">选过的</Text>
      {before.map((place) => (
        <Button key={place.village} small kind="line" onPress={() => onChoose(place)}>
          {place.villageName}
        </Button>
      ))}
    </View>
  );
}

/** For who votes at work, or did not find the village. */
function Otherwise({ units }: { units: boolean }) {
  return (
    <View className="space-above-3">
      {units && (
        <Press className="place-other" role="link" onPress={() => go('/directory/pages/unit/index')}>
          <Text className="secondary">在单位参加选举的，</Text>
          <Text className="highlight">按单位找</Text>
        </Press>
      )}
      <Press className="place-other" role="link" onPress={() => go('/directory/pages/stations/index')}>
        <Text className="secondary">没有您的村？</Text>
        <Text className="highlight">问联络站</Text>
      </Press>
    </View>
  );
}
