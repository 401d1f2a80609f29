import { Picker, Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/kernel/days';
import { sayDay, sayDayAndWeekday } from '../platform/say';
import { Fault } from './Field';
import { Icon } from './Icon';
import { aria } from './Press';
import './DayField.css';
import './Field.css';

type Props = {
  label: string;
  value: Day | null;
  first: Day;
  last: Day;
  fault?: string | null;
  /** Null while what is typed is no day between the first and the last. */
  onChoose: (day: Day | null) => void;
};

/** A day to choose, in WeChat's own picker or the browser's; what is wrong stands under it. */
export function DayField({ label, value, first, last, fault, onChoose }: Props) {
  const box = `field-box ${fault ? 'bad' : ''}`;
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <Typed label={label} value={value} first={first} last={last} fault={fault} onChoose={onChoose} />
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
      {process.env.TARO_ENV === 'h5' || <Fault>{fault}</Fault>}
    </View>
  );
}

/** What is typed stays as it is typed: put back at each key, a day could not be emptied, nor a year written figure by figure. */
function Typed({ label, value, first, last, fault, onChoose }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => {
    if (value) setTyped(value);
  }, [value]);
  const type = (day: string) => {
    setTyped(day);
    onChoose(day >= first && day <= last ? day : null);
  };
  const early = typed !== '' && typed < first;
  const said = early ? `最早选 ${sayDay(first)}。` : typed > last ? '太远了，先记近的。' : fault;
  return (
    <>
      <View className={`field-box ${said ? 'bad' : ''}`}>
        <input
          type="date"
          className="day-field-input"
          aria-label={label}
          value={typed}
          min={first}
          max={last}
          onChange={({ target }) => type(target.value)}
        />
      </View>
      <Fault>{said}</Fault>
    </>
  );
}
