import { Text, View } from '@tarojs/components';
import { MOST_PICTURES, type Picture } from '../../platform/pictures';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { WordArea } from '../../ui/WordArea';
import type { StepProps } from './useDraft';

const MOST_WORDS = 2000;

type Props = StepProps & {
  onPictures: (next: (now: Picture[]) => Picture[]) => void;
  onBusy: (busy: boolean) => void;
};

export function StepWords({ draft, change, onPictures, onBusy }: Props) {
  return (
    <>
      <Text className="title">什么事？</Text>
      <Text className="sub block mt1">像平常说话一样写。哪里、什么时候、怎么了。</Text>
      <View className="mt4">
        <WordArea
          label="什么事"
          placeholder="比如：村口路灯坏了三盏，晚上看不见路。"
          maxLength={MOST_WORDS}
          value={draft.input.words ?? ''}
          saved
          onInput={(words) => change({ words })}
        />
      </View>
      <View className="row mt4">
        <Text className="head">照片</Text>
        <Text className="note">{`${draft.pictures.length ? `${draft.pictures.length} 张` : '可不加'}，最多 ${MOST_PICTURES} 张`}</Text>
      </View>
      <View className="mt3">
        <PhotoPicker pictures={draft.pictures} onChange={onPictures} onBusy={onBusy} />
      </View>
    </>
  );
}
