import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { statusBarHeight } from '../platform/scroll';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import './NavBar.css';

type Props = { title?: string; back?: boolean | (() => void); children?: ReactNode };

/** Stays at the top: the clock's strip is its upper part, and WeChat's capsule hangs at its right. */
export function NavBar({ title, back, children }: Props) {
  const goBack = typeof back === 'function' ? back : leave;
  return (
    <View className="navbar" style={{ paddingTop: `${statusBarHeight()}px` }}>
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

/** Who came by a scanned code has nothing to go back to: they go home. */
export function leave(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/home/index' });
}
