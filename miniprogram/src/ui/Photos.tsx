import { Text, View } from '@tarojs/components';
import { MOST_PICTURES } from '../../../shared/kernel/pictures';
import type { Picture } from '../platform/pictures';
import { PhotoPicker } from './PhotoPicker';

export type PhotosProps = {
  pictures: readonly Picture[];
  onPictures: (next: (now: Picture[]) => Picture[]) => void;
  onBusy: (busy: boolean) => void;
};

/** The photos below what is written, with how many there are and may be. */
export function Photos({ pictures, onPictures, onBusy }: PhotosProps) {
  const count = pictures.length ? `${pictures.length} 张` : '可不加';
  return (
    <>
      <View className="row space-above-4">
        <Text className="heading">照片</Text>
        <Text className="note">{`${count}，最多 ${MOST_PICTURES} 张`}</Text>
      </View>
      <View className="space-above-3">
        <PhotoPicker pictures={pictures} onChange={onPictures} onBusy={onBusy} />
      </View>
    </>
  );
}
