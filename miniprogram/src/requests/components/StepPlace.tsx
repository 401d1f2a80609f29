import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { divisions } from '../../../../shared/directory/contract';
import { usePlace } from '../../platform/place';
import { useCall } from '../../platform/query';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Skeleton } from '../../ui/Skeleton';
import { type StepProps, standsForAll } from './useDraft';
import { WhereField } from './WhereField';

/** Which village's matter it is, only where that is not plain, and the spot in words. */
export function StepPlace({ draft, deputy, change }: StepProps) {
  const place = usePlace();
  const { data } = useCall(divisions, {});
  const [more, setMore] = useState(false);
  const { village } = draft.input;
  const towns = data?.towns ?? [];
  const anywhere = deputy === null || standsForAll(deputy);
  const near = towns.find(({ villages }) => villages.some(({ code }) => code === (village ?? place?.village)));
  const own = place && (anywhere || deputy.villageCodes.includes(place.village)) ? [place.village] : [];
  const others = deputy ? deputy.villageCodes : more ? (near?.villages.map(({ code }) => code) ?? []) : [];
  const codes = [...new Set([...own, ...(village ? [village] : []), ...others])];
  const options = towns
    .flatMap((town) => town.villages)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => ({ value: code, words: name }));
  return (
    <>
      <Text className="title">在哪里？</Text>
      <Text className="secondary block space-above-1">说得准，办得快。说不清也可以不填。</Text>
      <View className="space-above-4">
        <WhereField value={draft.input.where} onInput={(where) => change({ where })} />
      </View>
      <Text className="heading space-above-5">哪个村的事？</Text>
      <View className="space-above-3">
        {codes.length === 0 && (
          <Button
            kind="second"
            wide
            icon="pin"
            onPress={() => Taro.navigateTo({ url: '/directory/pages/place/index' })}
          >
            选村子
          </Button>
        )}
        {data && codes.length > 0 && (
          <Choice
            label="哪个村的事"
            options={options}
            value={village ?? null}
            onChoose={(chosen) => change({ village: chosen })}
          />
        )}
        {data && deputy === null && near && !more && (
          <View className="space-above-3">
            <Button kind="text" icon="down" onPress={() => setMore(true)}>
              {`是${near.name}别的村的事`}
            </Button>
          </View>
        )}
        {!data && codes.length > 0 && <Skeleton cards={1} />}
      </View>
    </>
  );
}
