import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Press } from './Press';
import './Cell.css';

type Props = {
  title: ReactNode;
  sub?: ReactNode;
  icon?: IconName;
  left?: ReactNode;
  right?: ReactNode;
  onPress?: () => void;
  label?: string;
  top?: boolean;
};

/** A row of at least 56 px; where it leads somewhere the whole row is the target. */
export function Cell({ title, sub, icon, left, right, onPress, label, top }: Props) {
  const inside = (
    <>
      {icon && <Icon name={icon} className="cell-icon" />}
      {left}
      <View className="cell-body">
        <View className="strong">{title}</View>
        {sub && <View className="secondary">{sub}</View>}
      </View>
      {right && <View className="cell-aside">{right}</View>}
      {onPress && <Icon name="right" className="arrow" />}
    </>
  );
  const classes = `cell ${top ? 'top' : ''}`;
  return onPress ? (
    <Press className={classes} role="link" label={label} onPress={onPress}>
      {inside}
    </Press>
  ) : (
    <View className={classes}>{inside}</View>
  );
}
