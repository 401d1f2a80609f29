import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Picture } from '../../../../shared/requests/contract';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';

/** Pictures as they were sent; a tap shows one whole. One that is kept back or still looked at says so in its place. */
export function Pictures({ pictures, by }: { pictures: readonly Picture[]; by: string }) {
  if (!pictures.length) return null;
  const urls = pictures.flatMap(({ url }) => url ?? []);
  return (
    <>
      <View className="shots mt3">
        {pictures.map(({ id, url, checked }, index) =>
          url ? (
            <Press
              key={id}
              className="shot"
              label={`${by}的第 ${index + 1} 张图片${checked ? '' : '，还在检查'}，点开看大图`}
              onPress={() => Taro.previewImage({ current: url, urls })}
            >
              <View className="shot-i" aria-hidden="true">
                <Image className="shot-i" mode="aspectFill" lazyLoad src={url} />
              </View>
              {!checked && <Text className="shot-t">还在检查</Text>}
            </Press>
          ) : (
            <View key={id} className="shot off">
              <Icon name="lock" />
              <Text className="note">先不给看</Text>
            </View>
          ),
        )}
      </View>
      {urls.length < pictures.length && <Text className="note block mt1">图片要先检查，没有问题才给看。</Text>}
    </>
  );
}
