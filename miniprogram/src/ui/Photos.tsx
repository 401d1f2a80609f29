import { Text, View } from '@tarojs/components';
import { MOST_PICTURES } from '../../../shared/kernel/pictures';
import type { Picture } from '../platform/pictures';
import { type Kept, PhotoPicker } from './PhotoPicker';

export type PhotosProps = {
  pictures: readonly Picture[];
  onPictures: (next: (now: Picture[]) => Picture[]) => void;
  onBusy: (busy: boolean) => void;
  most?: number;
  /** Those that are there already, of what is changed. */
  kept?: readonly Kept[];
  onDrop?: (id: string) => void;
};

/** The photos below what is written, with how many there are and may be. */
export function Photos({ pictures, onPictures, onBusy, most = MOST_PICTURES, kept = [], onDrop }: PhotosProps) {
  const there = kept.length + pictures.length;
  const count = there ? `${there} 张` : '可不加';
  return (
    <>
      <View className="row space-above-4">
        <Text className="heading">照片</Text>
        <Text className="note">{`${count}，最多 ${most} 张`}</Text>
      </View>
      <View className="space-above-3">
        <PhotoPicker
          pictures={pictures}
          most={most}
          kept={kept}
          onDrop={onDrop}
          onChange={onPictures}
          onBusy={onBusy}
        />
      </View>
    </>
  );
}
