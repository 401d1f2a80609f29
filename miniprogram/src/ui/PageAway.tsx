import { Text, View } from '@tarojs/components';
import { usePageAway } from '../platform/shell';
import { Icon } from './Icon';
import { aria } from './Press';
import './NetBar.css';

/** Only in a browser: the page that was wanted could not be loaded, and this one stays. In sight however far one has scrolled. */
export function PageAway() {
  if (!usePageAway()) return null;
  return (
    <View className="netbar netbar-over" {...aria('alert')}>
      <Icon name="offline" />
      <Text>没有网，那一页现在打不开。</Text>
    </View>
  );
}
