import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sizeClass, useDisplay, useWide } from '../platform/display';
import { Consent } from './Consent';
import { DemoBar } from './DemoBar';
import { PageAway } from './PageAway';
import './Page.css';

type Props = {
  children: ReactNode;
  className?: string;
  /** The menu of the main pages: last on a phone, where it is at the bottom, and first where it is at the top, for Tab too. */
  tabs?: ReactNode;
};

/** The outermost view of every page: text size and theme, and the privacy consent when WeChat asks for it. */
export function Page({ children, className = '', tabs }: Props) {
  const { size, dark } = useDisplay();
  const wide = useWide();
  return (
    <View className={`root ${sizeClass(size)} ${dark ? 'theme-dark' : ''} ${className}`}>
      {process.env.TARO_ENV === 'h5' && <DemoBar />}
      {process.env.TARO_ENV === 'h5' && <PageAway />}
      {wide && tabs}
      {children}
      {!wide && tabs}
      <Consent />
    </View>
  );
}
