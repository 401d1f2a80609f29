import { View } from '@tarojs/components';
import './Icon.scss';

export type IconName =
  | 'scan'
  | 'locate'
  | 'board'
  | 'pin'
  | 'pen'
  | 'home'
  | 'mine'
  | 'me'
  | 'left'
  | 'right'
  | 'down'
  | 'check'
  | 'check-circle'
  | 'half-circle'
  | 'x-circle'
  | 'clock'
  | 'alert'
  | 'info'
  | 'lock'
  | 'phone'
  | 'text'
  | 'bell'
  | 'offline'
  | 'refresh'
  | 'undo'
  | 'shield'
  | 'station'
  | 'map'
  | 'copy'
  | 'search'
  | 'eye'
  | 'eye-off'
  | 'flag'
  | 'download'
  | 'trash'
  | 'plus'
  | 'chat'
  | 'camera'
  | 'mic'
  | 'close'
  | 'ballot'
  | 'dash-circle'
  | 'up'
  | 'swap';

/** A word always stands beside it, so readers are spared. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <View className={`icon icon-${name} ${className}`} aria-hidden="true" />;
}
