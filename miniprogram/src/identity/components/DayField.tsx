import { Picker, Text, View } from '@tarojs/components';
import { type Day, sayDayAndWeekday } from '../../../../shared/kernel/days';
import { Fault } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { aria } from '../../ui/Press';
import './DayField.css';
import '../../ui/Field.css';

type Props = {
  label: string;
  value: Day | null;
  first: Day;
  last: Day;
  fault?: string | null;
  onChoose: (day: Day) => void;
};

/** A day to choose, in WeChat's own picker or the browser's; what is wrong stands under it. */
export function DayField({ label, value, first, last, fault, onChoose }: Props) {
  const box = `field-box ${fault ? 'bad' : ''}`;
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <View className={box}>
          <input
            type="date"
            className="day-field-input"
            aria-label={label}
            value={value ?? ''}
            min={first}
            max={last}
            onChange={({ target }) => target.value && onChoose(target.value)}
          />
        </View>
      ) : (
        <Picker
          mode="date"
          value={value ?? first}
          start={first}
          end={last}
          onChange={({ detail }) => onChoose(detail.value)}
        >
          <View
            className={`${box} between`}
            {...aria('button', `${label}，${value ? sayDayAndWeekday(value) : '选一天'}`)}
          >
            <Text>{value ? sayDayAndWeekday(value) : '选一天'}</Text>
            <Icon name="down" />
          </View>
        </Picker>
      )}
      <Fault>{fault}</Fault>
    </View>
  );
}
