import { View } from '@tarojs/components';
import { useState } from 'react';
import { shorten } from '../../../../shared/kernel/text';
import { LENGTHS } from '../../../../shared/requests/limits';
import { canPoint, pointOut } from '../../platform/here';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

type Props = { value: string | undefined; fault?: string | null; onInput: (where: string) => void };

/** The spot in words, or shown on WeChat's map, which has a name for it; whoever can't say it leaves it empty. */
export function WhereField({ value = '', fault, onInput }: Props) {
  const [noMap, setNoMap] = useState<string | null>(null);
  const point = async () => {
    setNoMap(null);
    const name = await pointOut().catch((error: Error) => void setNoMap(error.message));
    if (name) onInput(shorten(name, LENGTHS.where[1]));
  };
  return (
    <>
      <Field
        label="什么地方（可不填）"
        placeholder="比如：村口，文化礼堂往东"
        maxLength={LENGTHS.where[1]}
        value={value}
        fault={fault ?? noMap}
        onInput={(next) => {
          setNoMap(null);
          onInput(next);
        }}
      />
      {canPoint && (
        <View className="row space-above-2">
          <Button kind="text" icon="pin" onPress={point}>
            {value ? '在地图上改' : '在地图上指一指'}
          </Button>
        </View>
      )}
    </>
  );
}
