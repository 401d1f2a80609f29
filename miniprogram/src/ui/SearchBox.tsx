import { Input, View } from '@tarojs/components';
import { Icon } from './Icon';
import { named, Press } from './Press';
import './search.css';
import './SearchBox.scss';

export function SearchBox({
  value,
  placeholder,
  onInput,
}: {
  value: string;
  placeholder: string;
  onInput: (words: string) => void;
}) {
  return (
    <View className="search">
      <Icon name="search" />
      <Input
        className="search-input"
        value={value}
        placeholder={placeholder}
        confirmType="search"
        maxlength={20}
        {...named(placeholder)}
        onInput={({ detail }) => onInput(detail.value)}
      />
      {value !== '' && (
        <Press className="search-clear" label="清空" onPress={() => onInput('')}>
          <Icon name="close" />
        </Press>
      )}
    </View>
  );
}
