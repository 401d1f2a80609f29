import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import '../../ui/Cell.css';
import '../../ui/check.scss';

type Place = { station: number; name: string; silent: boolean };
type Props = { places: readonly Place[]; chosen: number; onChoose: (station: number) => void };

/** The county as a whole, then each station in the order of the roll, and last those that stand together. */
export function Stations({ places, chosen, onChoose }: Props) {
  return (
    <View className="main">
      <Text className="title space-above-4">看哪个站的？</Text>
      <Card flush className="space-above-4">
        {places.map(({ station, name, silent }) => (
          <Press key={station} className="cell" role="radio" on={station === chosen} onPress={() => onChoose(station)}>
            <View className="cell-body">
              {name}
              {silent && <Text className="note block">没有人评</Text>}
            </View>
            {station === chosen && <Icon name="check" className="text-accent" />}
          </Press>
        ))}
      </Card>
    </View>
  );
}
