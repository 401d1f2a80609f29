import { Image, View } from '@tarojs/components';
import './Portrait.scss';

const FACES = 6;

/** A photo, 5:6; without one a drawn stand-in that is always the same for the same person. */
export function Portrait({
  id,
  src,
  size = 'small',
}: {
  id: string;
  src?: string | null;
  size?: 'small' | 'large' | 'fluid';
}) {
  const face = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FACES;
  return (
    <View className={`portrait ${size} ${src ? '' : `face-${face}`}`} aria-hidden="true">
      {src && <Image className="portrait-photo" src={src} mode="aspectFill" lazyLoad />}
    </View>
  );
}
