import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { sayDay } from '../../../../shared/kernel/days';
import { deputyTitle } from '../../../../shared/kernel/names';
import { type MyRequest, mine } from '../../../../shared/requests/contract';
import { threadOf } from '../../../../shared/requests/rules';
import { isIn, QUESTIONED, UNDER_WAY, WAITING_FOR_RESIDENT } from '../../../../shared/requests/states';
import { sayWaiting } from '../../../../shared/requests/words';
import { useDisplay } from '../../platform/display';
import { usePerson } from '../../platform/person';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Thread } from '../../ui/Thread';
import { useGroup } from './useGroup';
import './MyMatters.css';
import '../../ui/Cell.css';

const MOST = 2;

/** The person's matters that are not done: what waits for them first, in 长辈版 one. Nothing at all when there are none. */
export function MyMatters() {
  const { counts, deputy } = usePerson();
  const { elder } = useDisplay();
  const waiting = useGroup(mine, WAITING_FOR_RESIDENT).flatMap(({ items }) => items);
  const open = useGroup(mine, UNDER_WAY).flatMap(({ items }) => items);
  const shown = [...waiting.slice(0, MOST), ...open.slice(0, MOST)].slice(0, elder ? 1 : undefined);
  if (!shown.length || deputy) return null;
  const all = counts ? Object.values(counts.mine).reduce((sum, count) => sum + count, 0) : shown.length;
  return (
    <Section
      title="您的事"
      more={{ words: `全部 ${all} 件`, onPress: () => Taro.switchTab({ url: '/pages/mine/index' }) }}
    >
      <Card flush>
        {shown.map((request) => (
          <Matter key={request.id} request={request} />
        ))}
      </Card>
    </Section>
  );
}

function Matter({ request }: { request: MyRequest }) {
  const { id, title, state, deputyName, dueOn } = request;
  const deputy = deputyTitle(deputyName);
  const waits = isIn(state, WAITING_FOR_RESIDENT);
  const asked = isIn(state, QUESTIONED);
  return (
    <Press
      className="cell"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
    >
      {waits && <View className="now-dot" aria-hidden="true" />}
      <View className="cell-body">
        <Text className="strong block">{title}</Text>
        {waits ? (
          <View className="secondary">
            <Text className="text-civic strong">{`${sayWaiting(state, '您')}：`}</Text>
            {asked ? `${deputy}想问您一句` : '解决了吗？'}
          </View>
        ) : (
          <>
            <Thread stops={threadOf(request, deputy)} />
            <View className="secondary space-above-2">
              <Text className="text-civic strong">{deputyName ? `在${deputy}手里。` : '等一位代表来接。'}</Text>
              {`最晚 ${sayDay(dueOn)}答复。`}
            </View>
          </>
        )}
      </View>
      <Icon name="right" className="arrow" />
    </Press>
  );
}
