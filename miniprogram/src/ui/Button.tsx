import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Press } from './Press';
import './Button.css';

type Props = {
  children: ReactNode;
  onPress?: () => void;
  kind?: 'main' | 'second' | 'line' | 'text' | 'grave';
  icon?: IconName;
  small?: boolean;
  wide?: boolean;
  grow?: boolean;
  /** What it says while it works (正在送…); it can't be pressed again meanwhile. */
  busy?: string | false;
  /** Say the reason beside it. */
  disabled?: boolean;
  repeats?: boolean;
  label?: string;
};

export function Button(props: Props) {
  const { children, onPress, kind = 'main', icon, small, wide, grow, busy, disabled, repeats, label } = props;
  const off = disabled || Boolean(busy);
  const classes = ['button', kind !== 'main' && kind, small && 'small', wide && 'wide', grow && 'grow', off && 'off']
    .filter(Boolean)
    .join(' ');
  return (
    <Press className={classes} onPress={onPress} disabled={off} repeats={repeats} label={label}>
      {icon && !busy && <Icon name={icon} />}
      {busy || children}
    </Press>
  );
}
