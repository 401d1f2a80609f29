import { Image, Text, View } from '@tarojs/components';
import type { Picture } from '../../../shared/kernel/pictures';
import { lookAt } from '../platform/look';
import { Icon } from './Icon';
import { Press } from './Press';
import './pictures.css';
import './lock.scss';

/** Pictures as they were sent; a tap shows one whole. One that is withheld or still looked at says so in its place. */
export function Pictures({ pictures, by }: { pictures: readonly Picture[]; by: string }) {
  if (!pictures.length) return null;
  const urls = pictures.flatMap(({ url }) => url ?? []);
  return (
    <>
      <View className="pictures space-above-3">
        {pictures.map(({ id, url, checked }, index) =>
          url ? (
            <Press
              key={id}
              className="picture"
              label={`${by}的第 ${index + 1} 张图片${checked ? '' : '，还在检查'}，点开看大图`}
              onPress={() => lookAt(url, urls)}
            >
              <View className="picture-image" aria-hidden="true">
                <Image className="picture-image" mode="aspectFill" lazyLoad src={url} />
              </View>
              {!checked && <Text className="picture-said">还在检查</Text>}
            </Press>
          ) : (
            <View key={id} className="picture off">
              <Icon name="lock" />
              <Text className="note">先不给看</Text>
            </View>
          ),
        )}
      </View>
      {urls.length < pictures.length && (
        <Text className="note block space-above-1">图片要先检查，没有问题才给看。</Text>
      )}
    </>
  );
}
