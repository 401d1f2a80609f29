import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** The one main action of a screen, at the bottom. `why` says beside it why it can't be pressed yet. */
export function ActionBar({
  children,
  why,
  column,
  clear,
}: {
  children: ReactNode;
  why?: string | null;
  column?: boolean;
  clear?: boolean;
}) {
  return (
    <View className={`actionbar ${clear ? 'clear' : ''}`}>
      {why && <Text className="sub why">{why}</Text>}
      <View className={column ? 'col' : 'row'}>{children}</View>
    </View>
  );
}
