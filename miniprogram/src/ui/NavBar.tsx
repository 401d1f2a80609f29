import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import './NavBar.css';

type Props = { title?: string; back?: boolean | (() => void); children?: ReactNode };

/** WeChat's capsule hangs at the right of this bar; the status bar is above it. */
export function NavBar({ title, back, children }: Props) {
  const goBack = typeof back === 'function' ? back : leave;
  return (
    <View className="navbar" style={{ marginTop: `${statusBarHeight()}px` }}>
      {back && (
        <Press className="navbar-back" label="返回" onPress={goBack}>
          <Icon name="left" />
        </Press>
      )}
      {children}
      {title && (
        <View className="navbar-title" {...aria('heading')}>
          <Text>{title}</Text>
        </View>
      )}
    </View>
  );
}

function statusBarHeight(): number {
  return process.env.TARO_ENV === 'weapp' ? (Taro.getWindowInfo().statusBarHeight ?? 20) : 0;
}

/** Who came by a scanned code has nothing to go back to: they go home. */
function leave(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/home/index' });
}
