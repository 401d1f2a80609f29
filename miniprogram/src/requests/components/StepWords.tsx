import { Text, View } from '@tarojs/components';
import type { BoardItem } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { Icon } from '../../ui/Icon';
import { Photos, type PhotosProps } from '../../ui/Photos';
import { WordArea } from '../../ui/WordArea';
import { Alike, SaidSame } from './Alike';
import type { StepProps } from './useDraft';
import './StepWords.scss';

type Props = StepProps &
  Pick<PhotosProps, 'onPictures' | 'onBusy'> & {
    found: readonly BoardItem[];
    onLook: (item: BoardItem) => void;
    onDropSame: () => void;
  };

export function StepWords({ draft, change, onPictures, onBusy, found, onLook, onDropSame }: Props) {
  const { sameTitle, input } = draft;
  return (
    <>
      <Text className="title">什么事？</Text>
      <Text className="secondary block space-above-1">像平常说话一样写。哪里、什么时候、怎么了。</Text>
      <View className="space-above-4">
        <WordArea
          label="什么事"
          placeholder="比如：村口路灯坏了三盏，晚上看不见路。"
          maxLength={LENGTHS.request[1]}
          value={draft.input.words ?? ''}
          saved
          onInput={(words) => change({ words })}
        />
        {/* Every phone's keyboard hears; a computer's does not. */}
        <View className="note touch-only space-above-1">
          <Icon name="mic" /> 点键盘上的话筒，直接说也行。
        </View>
      </View>
      {input.sameAs ? (
        <SaidSame title={sameTitle ?? ''} onDrop={onDropSame} />
      ) : (
        <Alike found={found} onLook={onLook} />
      )}
      <Photos pictures={draft.pictures} onPictures={onPictures} onBusy={onBusy} />
    </>
  );
}
