import { View } from '@tarojs/components';
import { Card } from './Card';
import { aria } from './Press';

/** As large as what comes; it does not blink. */
export function Skeleton({ cards = 2, faces }: { cards?: number; faces?: boolean }) {
  return (
    <View aria-busy="true" {...aria('status', '正在取')}>
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change places
        <Card key={index} className="mt3">
          <View className="sk t" style={{ width: '68%' }} />
          <View className="sk s mt3" style={{ width: '90%' }} />
          <View className="sk s mt3" style={{ width: '50%' }} />
        </Card>
      ))}
      {faces && (
        <Card className="mt3">
          <View className="deputies">
            {[0, 1, 2].map((index) => (
              <View key={index} className="sk p" />
            ))}
          </View>
        </Card>
      )}
    </View>
  );
}
