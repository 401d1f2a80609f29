import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { aria } from './Press';
import './Notice.css';

const ICONS: Record<string, IconName> = {
  info: 'info',
  wait: 'alert',
  late: 'alert',
  ok: 'check-circle',
};

/** In the page, never over it. */
export function Notice({
  children,
  tone = 'info',
  icon,
}: {
  children: ReactNode;
  tone?: 'info' | 'wait' | 'late' | 'ok' | 'plain';
  icon?: IconName;
}) {
  return (
    <View className={`notice ${tone}`} {...aria(tone === 'late' ? 'alert' : 'status')}>
      <Icon name={icon ?? ICONS[tone] ?? 'info'} className="notice-icon" />
      <View className="grow">{children}</View>
    </View>
  );
}
