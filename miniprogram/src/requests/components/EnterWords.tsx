import { Text, View } from '@tarojs/components';
import { LENGTHS } from '../../../../shared/requests/limits';
import { Photos, type PhotosProps } from '../../ui/Photos';
import { WordArea } from '../../ui/WordArea';
import type { EnterProps } from './useEntering';
import { WhereField } from './WhereField';

type Props = EnterProps & Pick<PhotosProps, 'onPictures' | 'onBusy'>;

export function EnterWords({ entering, change, onPictures, onBusy }: Props) {
  const { words = '', where } = entering.input;
  return (
    <>
      <Text className="title">什么事？</Text>
      <Text className="secondary block space-above-1">照他说的写。哪里、什么时候、怎么了。</Text>
      <View className="space-above-4">
        <WordArea
          label="什么事"
          placeholder="比如：村口路灯坏了三盏，晚上看不见路。"
          maxLength={LENGTHS.request[1]}
          value={words}
          saved
          onInput={(next) => change({ words: next })}
        />
      </View>
      <View className="space-above-4">
        <WhereField value={where} onInput={(next) => change({ where: next })} />
      </View>
      <Photos pictures={entering.pictures} onPictures={onPictures} onBusy={onBusy} />
    </>
  );
}
