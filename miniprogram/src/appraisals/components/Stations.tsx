import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import '../../ui/Cell.css';
import '../../ui/check.scss';

type Props = { places: readonly string[]; chosen: number; onChoose: (at: number) => void };

/** The county as a whole, then each station in the order of the roll. */
export function Stations({ places, chosen, onChoose }: Props) {
  return (
    <View className="main">
      <Text className="title space-above-4">看哪个站的？</Text>
      <Card flush className="space-above-4">
        {places.map((place, at) => (
          <Press key={place} className="cell" role="radio" on={at === chosen} onPress={() => onChoose(at)}>
            <View className="cell-body">{place}</View>
            {at === chosen && <Icon name="check" className="text-accent" />}
          </Press>
        ))}
      </Card>
    </View>
  );
}
