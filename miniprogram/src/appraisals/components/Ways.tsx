import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

/** Why somebody can't vote, and where they can speak instead. */
export function Ways({ why }: { why: string }) {
  return (
    <View className="space-above-4">
      <Notice tone="wait">{why}</Notice>
      <View className="row wrap space-above-3">
        <Button kind="second" icon="pen" grow onPress={() => Taro.navigateTo({ url: '/requests/pages/write/index' })}>
          说件事
        </Button>
        <Button
          kind="line"
          icon="station"
          grow
          onPress={() => Taro.navigateTo({ url: '/directory/pages/stations/index' })}
        >
          看联络站
        </Button>
      </View>
    </View>
  );
}
