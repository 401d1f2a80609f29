import { Input, Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import { aria, named } from './Press';
import './Field.css';

type Props = {
  label: string;
  value: string;
  placeholder?: string;
  maxLength: number;
  fault?: string | null;
  /** The phone shows digits, large. */
  kind?: 'number';
  onInput: (value: string) => void;
};

/** One line to fill in; what is wrong stands under it. */
export function Field({ label, value, placeholder, maxLength, fault, kind, onInput }: Props) {
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className={`field-box ${fault ? 'bad' : ''}`}>
        <Input
          className="field-input"
          value={value}
          // A browser's own field for numbers would refuse 138 0000 0000.
          type={kind && process.env.TARO_ENV === 'weapp' ? kind : 'text'}
          placeholder={placeholder}
          maxlength={maxLength}
          {...named(label)}
          onInput={({ detail }) => onInput(detail.value)}
        />
      </View>
      <Fault>{fault}</Fault>
    </View>
  );
}

export function Fault({ children }: { children?: string | null }) {
  if (!children) return null;
  return (
    <View className="field-fault" {...aria('alert')}>
      <Icon name="alert" />
      <Text>{children}</Text>
    </View>
  );
}
