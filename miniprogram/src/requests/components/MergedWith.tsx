import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { spellTrackingNumber } from '../../../../shared/kernel/ids';
import type { RequestPage } from '../../../../shared/requests/contract';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';

type Props = { request: RequestPage };

/** To its resident: how many others it is handled with. Nobody reads what the others are. */
export function HandledWith({ request: { others = 0 } }: Props) {
  if (!others) return null;
  return (
    <View className="space-above-3">
      <Notice>{`和另外 ${others} 件是一回事，合在一起办。进展一样告诉您，解决了没有，您自己说。`}</Notice>
    </View>
  );
}

/** To whoever handles it: in which it is handled, what is handled with it in their own words, and what was there before. */
export function MergedWith({ request }: Props) {
  const { mergedInto, together = [], earlier } = request;
  return (
    <>
      {mergedInto && (
        <View className="space-above-3">
          <Notice icon="info">{`合到编号 ${spellTrackingNumber(mergedInto.trackingNumber)} 里一起办，这里不用另外回。`}</Notice>
        </View>
      )}
      {together.length > 0 && (
        <Card className="space-above-3">
          <Text className="heading">{`一起办的，还有 ${together.length} 位说的`}</Text>
          {together.map(({ id, words, where, villageName, submittedOn, more }) => (
            <View key={id} className="space-above-3">
              {[words, ...more].map((said) => (
                <Text key={said} className="words block" {...ownDirection}>
                  {said}
                </Text>
              ))}
              <Text className="note block">{`${[villageName, where].filter(Boolean).join(' ')} · ${sayDay(submittedOn)}说的`}</Text>
            </View>
          ))}
          <Text className="note block space-above-3">您答一次，他们都收到，各自说解决了没有。</Text>
        </Card>
      )}
      {earlier && (
        <Card flush className="space-above-3">
          <Cell
            icon="undo"
            title={<Text {...ownDirection}>{`早先办过：${earlier.title}`}</Text>}
            sub={`${earlier.villageName} · ${sayDay(earlier.submittedOn)}说的`}
            onPress={() => Taro.navigateTo({ url: `/requests/pages/public/index?id=${earlier.id}` })}
          />
        </Card>
      )}
    </>
  );
}
