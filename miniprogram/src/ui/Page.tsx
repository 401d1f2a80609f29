import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sizeClass, useDisplay } from '../platform/display';
import { Consent } from './Consent';
import { DemoBar } from './DemoBar';
import './Page.css';

type Props = { children: ReactNode; className?: string };

/** The outermost view of every page: text size and theme, and the privacy consent when WeChat asks for it. */
export function Page({ children, className = '' }: Props) {
  const { size, dark } = useDisplay();
  return (
    <View className={`root ${sizeClass(size)} ${dark ? 'theme-dark' : ''} ${className}`}>
      {process.env.TARO_ENV === 'h5' && <DemoBar />}
      {children}
      <Consent />
    </View>
  );
}
