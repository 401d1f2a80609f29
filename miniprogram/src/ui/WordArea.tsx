import { Text, Textarea, View } from '@tarojs/components';
import { lengthOf } from '../../../shared/kernel/text';
import { isAllStored } from '../platform/storage';
import { Fault } from './Field';
import { Icon } from './Icon';
import { named } from './Press';
import './WordArea.css';
import './check.scss';

type Props = {
  value: string;
  label: string;
  placeholder?: string;
  maxLength: number;
  /** Said once the draft is on the phone. */
  saved?: boolean;
  fault?: string | null;
  short?: boolean;
  onInput: (value: string) => void;
};

/** Room for a person's words; says that they are kept, and how many there are. */
export function WordArea({ value, label, placeholder, maxLength, saved, fault, short, onInput }: Props) {
  const count = lengthOf(value);
  return (
    <View>
      <View className={`word-area ${short ? 'short' : ''} ${fault ? 'bad' : ''}`}>
        <Textarea
          className="word-area-input"
          value={value}
          placeholder={placeholder}
          // The phone counts an emoji as two; what is too long is said, not cut off.
          maxlength={maxLength * 2}
          autoHeight={process.env.TARO_ENV === 'weapp'}
          {...named(label)}
          onInput={({ detail }) => onInput(detail.value)}
        />
      </View>
      <View className="row between space-above-2">
        <View className="note">{saved && value ? <Saved /> : ' '}</View>
        <Text className={`note ${count > maxLength ? 'text-late' : ''}`}>
          {count > maxLength * 0.9 ? `${count} 字，最多 ${maxLength} 字` : `${count} 字`}
        </Text>
      </View>
      <Fault>{fault}</Fault>
    </View>
  );
}

function Saved() {
  if (!isAllStored()) return <Text className="text-late">手机存满了，先别关这一页</Text>;
  return (
    <>
      <Icon name="check" /> 草稿存在手机里了
    </>
  );
}
