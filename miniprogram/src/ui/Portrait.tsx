import { Image, View } from '@tarojs/components';

const FACES = 6;

/** A photo, 5:6; without one a drawn stand-in that is always the same for the same person. */
export function Portrait({
  id,
  src,
  size = 's',
}: {
  id: string;
  src?: string | null;
  size?: 'xs' | 's' | 'm' | 'l' | 'fluid';
}) {
  const face = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FACES;
  return (
    <View className={`portrait ${size} ${src ? '' : `face-${face}`}`} aria-hidden="true">
      {src && <Image className="photo" src={src} mode="aspectFill" lazyLoad />}
    </View>
  );
}
