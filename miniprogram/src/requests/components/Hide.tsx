import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type RequestPage, withdrawConsent } from '../../../../shared/requests/contract';
import { useAct } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import './Hide.scss';

/** Whoever agreed that others see it may take that back, asked once more because it is for good. */
export function Hide({ request: { id, may, publication } }: { request: RequestPage }) {
  const [asked, setAsked] = useState(false);
  const act = useAct(withdrawConsent, ['requests']);
  if (!may.includes('withdrawConsent')) return null;
  if (!asked)
    return (
      <View className="row wrap space-above-4">
        {publication === 'published' && (
          <Button
            kind="text"
            icon="board"
            onPress={() => Taro.navigateTo({ url: `/requests/pages/public/index?id=${id}` })}
          >
            看公开栏上的样子
          </Button>
        )}
        <Button kind="text" icon="eye-off" onPress={() => setAsked(true)}>
          不让大家看了
        </Button>
      </View>
    );
  return (
    <Card className="space-above-4">
      <Text className="heading">不让大家看了</Text>
      <View className="space-above-2">
        <Notice icon="eye-off">
          {publication === 'published'
            ? '马上从公开栏上拿下来，以后也不再登。该办的照样办。'
            : '以后不登公开栏。该办的照样办。'}
        </Notice>
      </View>
      {act.error && (
        <View className="space-above-2">
          <Notice tone="wait">{sayFault(act.error)}</Notice>
        </View>
      )}
      <View className="row space-above-3">
        <Button kind="line" disabled={act.isPending} onPress={() => setAsked(false)}>
          还是公开
        </Button>
        <Button grow busy={act.isPending && '正在送…'} onPress={() => act.send({ id })}>
          不让大家看了
        </Button>
      </View>
    </Card>
  );
}
