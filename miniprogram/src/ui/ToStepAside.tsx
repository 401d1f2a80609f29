import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Workable } from '../../../shared/assignments/values';
import { Button } from './Button';

/** On the phone of whoever works on a matter: the way to step aside from it (回避). */
export function ToStepAside({ context, id }: { context: Workable; id: string }) {
  const url = `/answering/pages/aside/index?context=${context}&id=${id}`;
  return (
    <View className="row space-above-4">
      <Button kind="text" onPress={() => Taro.navigateTo({ url })}>
        我要回避
      </Button>
    </View>
  );
}
