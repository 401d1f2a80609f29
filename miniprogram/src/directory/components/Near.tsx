import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { near } from '../../../../shared/directory/contract';
import type { Reply } from '../../../../shared/kernel/procedure';
import { call } from '../../platform/call';
import { canLocate, chooseHere } from '../../platform/here';
import type { Place } from '../../platform/place';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Press } from '../../ui/Press';

/** Where the phone is: the village when the county has boundaries, else the station that is nearest. */
export function Near({ onChoose }: { onChoose: (place: Place) => void }) {
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!canLocate) return null;
  const locate = async () => {
    setSaid(null);
    setBusy(true);
    try {
      const here = await chooseHere();
      if (!here) return;
      const found = await call(near, here);
      if (found.village) onChoose(placeOf(found.village));
      setSaid(tell(found));
    } catch (error) {
      setSaid((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Press className="near" onPress={locate} disabled={busy}>
        <Icon name="locate" className="icon-lg" />
        <View className="grow">
          <Text className="strong block">{busy ? '正在找…' : '用我现在的位置找'}</Text>
          <Text className="sub block">只看一次，不保存</Text>
        </View>
        <Icon name="right" className="go" />
      </Press>
      {said && (
        <View className="mt2">
          <Notice>{said}</Notice>
        </View>
      )}
    </>
  );
}

type Found = Reply<typeof near>;

function placeOf({ code, name, townName }: NonNullable<Found['village']>): Place {
  return { village: code, villageName: name, town: code.slice(0, 9), townName };
}

function tell({ village, station, meters }: Found): string {
  if (village) return `您在${village.townName}${village.name}。对的话，点下面的“就选”。`;
  if (!station) return '这里不像在本县。请在下面找您住的村。';
  return `离您最近的是${station.name}${meters === null ? '' : `，${sayDistance(meters)}`}。请在下面点您住的村。`;
}

function sayDistance(meters: number): string {
  if (meters < 1000) return `约 ${Math.max(100, Math.round(meters / 100) * 100)} 米`;
  return `约 ${Math.round(meters / 1000)} 公里`;
}
