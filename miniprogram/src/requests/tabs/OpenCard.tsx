import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { MyRequest } from '../../../../shared/requests/contract';
import { isLate, threadOf } from '../../../../shared/requests/rules';
import { sayHands, wayOf } from '../../../../shared/requests/words';
import { useToday } from '../../platform/clock';
import { sayDay } from '../../platform/say';
import { Icon } from '../../ui/Icon';
import { ownDirection, Press } from '../../ui/Press';
import { Tag } from '../../ui/Tag';
import { Thread } from '../../ui/Thread';
import '../../ui/Card.css';
import '../../ui/Cell.css';

/** A matter in somebody's hands: whose, and until when. */
export function OpenCard({ request }: { request: MyRequest }) {
  const { id, title, dueOn, round, enteredFor } = request;
  const today = useToday();
  const late = isLate({ dueOn, stoppedOn: null }, today);
  return (
    <Press
      className="card block"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
    >
      <View className="row between top">
        <Text className="strong said" {...ownDirection}>
          {title}
        </Text>
        {late && (
          <Tag icon="alert" tone="late">
            超时了
          </Tag>
        )}
        {!late && round > 1 && (
          <Tag icon="undo" tone="wait">
            重办
          </Tag>
        )}
      </View>
      <Thread stops={threadOf(request, wayOf(request))} />
      <View className="row secondary space-above-3">
        <View className="grow">
          <Text className="text-civic strong">{`${sayHands(request)}。`}</Text>
          {late ? `应在 ${sayDay(dueOn)}答复。` : `最晚 ${sayDay(dueOn)}答复。`}
        </View>
        <Icon name="right" className="arrow" />
      </View>
      {enteredFor && <Text className="note block space-above-1">别人替您登记的</Text>}
    </Press>
  );
}
