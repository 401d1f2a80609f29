import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type DeputySummary, divisions, near, type Station, search } from '../../../../../shared/directory/contract';
import { call } from '../../../platform/call';
import { canLocate, chooseHere } from '../../../platform/here';
import { type Place, rememberPlace, usePlace } from '../../../platform/place';
import { useCall } from '../../../platform/query';
import { OfflineError } from '../../../platform/send';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PlacePicker } from '../../../ui/PlacePicker';
import { Portrait } from '../../../ui/Portrait';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Seal } from '../../../ui/Seal';
import { Skeleton } from '../../../ui/Skeleton';

const go = (url: string) => Taro.navigateTo({ url });

/** Where the person lives: town left, village right, a name typed, near me, or by work unit. It stays on the phone. */
export default function PickPlace() {
  const { data, error, refetch, isPending, dataUpdatedAt } = useCall(divisions, {});
  const [chosen, setChosen] = useState<Place | null>(usePlace());
  const take = () => {
    if (!chosen) return;
    rememberPlace(chosen);
    if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
    else Taro.switchTab({ url: '/pages/home/index' });
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
          onUnit={({ id }) => go(`/directory/pages/unit/index?id=${id}`)}
          also={(words) => <People words={words} />}
          ways={<Ways units={data.units.length > 0} onChoose={setChosen} />}
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

/** Near me, by work unit, and every station, for who does not find the village. */
function Ways({ units, onChoose }: { units: boolean; onChoose: (place: Place) => void }) {
  const [found, setFound] = useState<Station | 'nothing' | null>(null);
  const [meters, setMeters] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const locate = async () => {
    const here = await chooseHere();
    if (!here) return;
    setFault(null);
    setFound(null);
    try {
      const { village, station, meters } = await call(near, here);
      if (village)
        onChoose({
          village: village.code,
          villageName: village.name,
          town: village.code.slice(0, 9),
          townName: village.townName,
        });
      setMeters(meters);
      setFound(village ? null : (station ?? 'nothing'));
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <View className="main ways">
      <View className="row wrap">
        {canLocate && (
          <Button small kind="second" icon="locate" onPress={locate}>
            我在附近
          </Button>
        )}
        {units && (
          <Button small kind="second" icon="station" onPress={() => go('/directory/pages/unit/index')}>
            按单位找
          </Button>
        )}
        <Button small kind="second" icon="phone" onPress={() => go('/directory/pages/stations/index')}>
          全县联络站
        </Button>
      </View>
      {fault && (
        <View className="mt2">
          <Notice tone="wait">{fault}</Notice>
        </View>
      )}
      {found === 'nothing' && (
        <View className="mt2">
          <Notice>您选的地方不在本县，请在下面找村子。</Notice>
        </View>
      )}
      {found && found !== 'nothing' && (
        <View className="mt2">
          <Notice>{`离您最近的是${found.name}${meters === null ? '' : `，${sayDistance(meters)}`}。请在下面点您住的村。`}</Notice>
        </View>
      )}
    </View>
  );
}

function sayDistance(meters: number): string {
  return meters < 1000
    ? `约 ${Math.max(100, Math.round(meters / 100) * 100)} 米`
    : `约 ${Math.round(meters / 1000)} 公里`;
}

const PAUSE_MS = 300;

/** Deputies of that name, asked of the server once the typing pauses. */
function People({ words }: { words: string }) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const { data, error } = useCall(search, { words: asked || words }, { enabled: asked !== '' });
  if (error instanceof OfflineError) return <Text className="note block mt4">没有网，先只找得到地方。</Text>;
  if (!data?.deputies.length || asked !== words) return null;
  return (
    <>
      <Text className="note block mt4">也可以找人</Text>
      <Card flush className="mt2">
        {data.deputies.map((deputy) => (
          <Cell
            key={deputy.id}
            left={<Portrait id={deputy.id} src={deputy.portrait} />}
            title={
              <>
                {deputy.name}
                {deputy.mandates.map(({ level, seal }) => (
                  <Seal key={level}>{seal}</Seal>
                ))}
              </>
            }
            sub={electedIn(deputy)}
            onPress={() => go(`/directory/pages/deputy/index?id=${deputy.id}`)}
          />
        ))}
      </Card>
    </>
  );
}

function electedIn({ mandates: [first] }: DeputySummary): string {
  if (!first) return '';
  return first.electedBy ?? [first.congressName, first.wardName].filter(Boolean).join(' ');
}
