import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './ActionBar.css';

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
      {why && <Text className="secondary block actionbar-why">{why}</Text>}
      <View className={column ? 'column' : 'row'}>{children}</View>
    </View>
  );
}
