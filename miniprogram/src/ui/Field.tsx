import { Input, Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import { aria, named } from './Press';

type Props = {
  label: string;
  value: string;
  placeholder?: string;
  maxLength: number;
  fault?: string | null;
  onInput: (value: string) => void;
};

/** One line to fill in; what is wrong stands under it. */
export function Field({ label, value, placeholder, maxLength, fault, onInput }: Props) {
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className={`field-box ${fault ? 'bad' : ''}`}>
        <Input
          className="field-input"
          value={value}
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
