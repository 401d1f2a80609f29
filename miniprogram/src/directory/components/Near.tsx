import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { near } from '../../../../shared/directory/contract';
import type { CountyKind } from '../../../../shared/kernel/kinds';
import type { Reply } from '../../../../shared/kernel/procedure';
import { call } from '../../platform/call';
import { canLocate, findHere, type Here } from '../../platform/here';
import { useCountyKind } from '../../platform/kind';
import { localServer } from '../../platform/local';
import { watched } from '../../platform/patience';
import type { Place } from '../../platform/place';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Press } from '../../ui/Press';
import './Near.scss';
import '../../ui/Cell.css';

const SILENT = '等了一会儿，还没等到您的位置。可以再点一次，或者在下面点您住的村。';

/** Where the phone is: the village when the county has boundaries, else the station that is nearest. */
export function Near({ onChoose }: { onChoose: (place: Place) => void }) {
  const kind = useCountyKind();
  const [said, setSaid] = useState<{ words: string; found: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  if (!canLocate) return null;
  const locate = async (where: () => Promise<Here | null>) => {
    setSaid(null);
    setBusy(true);
    try {
      const here = await watched(where(), () => {
        setSaid({ words: SILENT, found: false });
        setBusy(false);
      });
      if (!here) return;
      const reply = await call(near, here);
      if (reply.village) onChoose(placeOf(reply.village));
      setSaid({ words: tell(reply, kind), found: reply.village !== null });
    } catch (error) {
      setSaid({ words: (error as Error).message, found: false });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Press className="near" onPress={() => locate(findHere)} disabled={busy}>
        <Icon name="locate" className="large" />
        <View className="grow">
          <Text className="strong block">{busy ? '正在找…' : '用我现在的位置找'}</Text>
          <Text className="secondary block">只看一次，不保存</Text>
        </View>
        <Icon name="right" className="arrow" />
      </Press>
      {said && (
        <View className="space-above-2">
          <Notice>{said.words}</Notice>
        </View>
      )}
      {process.env.TARO_ENV === 'h5' && said?.found === false && (
        <StandThere onStand={(here) => locate(async () => here)} />
      )}
    </>
  );
}

/** Only where `npm start` serves the page: whoever tries the made-up county is somewhere else. */
function StandThere({ onStand }: { onStand: (here: Here) => void }) {
  const standing = localServer()?.standing;
  if (!standing) return null;
  return (
    <View className="space-above-2">
      <Button small kind="line" onPress={() => onStand(standing.here)}>
        {`演示：当作我在${standing.village}`}
      </Button>
    </View>
  );
}

type Found = Reply<typeof near>;

function placeOf({ code, name, townName }: NonNullable<Found['village']>): Place {
  return { village: code, villageName: name, town: code.slice(0, 9), townName };
}

function tell({ village, station, meters }: Found, kind: CountyKind): string {
  if (village) return `您在${village.townName}${village.name}。对的话，点下面的“就选”。`;
  if (!station) return `这里不像在本${kind}。请在下面找您住的村。`;
  return `离您最近的是${station.name}${meters === null ? '' : `，${sayDistance(meters)}`}。请在下面点您住的村。`;
}

function sayDistance(meters: number): string {
  if (meters < 1000) return `约 ${Math.max(100, Math.round(meters / 100) * 100)} 米`;
  return `约 ${Math.round(meters / 1000)} 公里`;
}
