import { View } from '@tarojs/components';
import { Card } from './Card';
import { aria } from './Press';
import './Skeleton.css';

/** As large as what comes; it does not blink. */
export function Skeleton({ cards = 2, faces }: { cards?: number; faces?: boolean }) {
  return (
    <View aria-busy="true" {...aria('status', '正在取')}>
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change places
        <Card key={index} className="space-above-3">
          <View className="skeleton-bar thick" style={{ width: '68%' }} />
          <View className="skeleton-bar small space-above-3" style={{ width: '90%' }} />
          <View className="skeleton-bar small space-above-3" style={{ width: '50%' }} />
        </Card>
      ))}
      {faces && (
        <Card className="space-above-3">
          <View className="skeleton-faces">
            {[0, 1, 2].map((index) => (
              <View key={index} className="skeleton-bar face" />
            ))}
          </View>
        </Card>
      )}
    </View>
  );
}
