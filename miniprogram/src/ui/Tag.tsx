import { View } from '@tarojs/components';
import { Icon, type IconName } from './Icon';
import './Tag.css';

/** Icon and at most six characters; colour is never the only cue. */
export function Tag({
  children,
  icon,
  tone = 'plain',
  bare,
}: {
  children: string;
  icon: IconName;
  tone?: 'ok' | 'wait' | 'late' | 'accent' | 'plain';
  bare?: boolean;
}) {
  return (
    <View className={`tag ${tone} ${bare ? 'bare' : ''}`}>
      <Icon name={icon} />
      {children}
    </View>
  );
}
