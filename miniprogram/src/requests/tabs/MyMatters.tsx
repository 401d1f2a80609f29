import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { deputyTitle } from '../../../../shared/kernel/names';
import { type MyRequest, mine } from '../../../../shared/requests/contract';
import { threadOf } from '../../../../shared/requests/rules';
import { isIn, QUESTIONED, UNDER_WAY, WAITING_FOR_RESIDENT } from '../../../../shared/requests/states';
import { sayHands, sayWaiting, wayOf } from '../../../../shared/requests/words';
import { useDisplay } from '../../platform/display';
import { usePerson } from '../../platform/person';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ownDirection, Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Thread } from '../../ui/Thread';
import { OpenCard } from './OpenCard';
import { useGroup } from './useGroup';
import { WaitingCard } from './WaitingCard';
import './MyMatters.css';
import '../../ui/Cell.css';

const MOST = 2;
/** In 长辈版 all that waits for the person, each with its button; more than these stand one press away. */
const MOST_ELDER = 3;

/** The person's matters that are not done: what waits for them first. Nothing at all when there are none. */
export function MyMatters() {
  const { counts, deputy } = usePerson();
  const { elder } = useDisplay();
  const waiting = useGroup(mine, WAITING_FOR_RESIDENT).flatMap(({ items }) => items);
  const open = useGroup(mine, UNDER_WAY).flatMap(({ items }) => items);
  if (deputy || !(waiting.length || open.length)) return null;
  const known = waiting.length + open.length;
  const all = counts ? Object.values(counts.mine).reduce((sum, count) => sum + count, 0) : known;
  return (
    <Section
      title="您的事"
      more={{ words: `全部 ${all} 件`, onPress: () => Taro.switchTab({ url: '/pages/mine/index' }) }}
    >
      {elder ? <Big waiting={waiting} open={open} /> : <Small waiting={waiting} open={open} />}
    </Section>
  );
}

type Matters = { waiting: readonly MyRequest[]; open: readonly MyRequest[] };

function Small({ waiting, open }: Matters) {
  return (
    <Card flush>
      {[...waiting.slice(0, MOST), ...open.slice(0, MOST)].map((request) => (
        <Matter key={request.id} request={request} />
      ))}
    </Card>
  );
}

/** One card a matter; where nothing waits for the person, the first of those that others have. */
function Big({ waiting, open }: Matters) {
  if (!waiting.length) return open[0] ? <OpenCard request={open[0]} /> : null;
  return (
    <>
      {waiting.slice(0, MOST_ELDER).map((request) => (
        <WaitingCard key={request.id} request={request} />
      ))}
    </>
  );
}

function Matter({ request }: { request: MyRequest }) {
  const { id, title, state, deputyName, departmentName, dueOn } = request;
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
        <Text className="strong block said" {...ownDirection}>
          {title}
        </Text>
        {waits ? (
          <View className="secondary">
            <Text className="text-civic strong">{`${sayWaiting(state, '您')}：`}</Text>
            {asked ? `${departmentName ?? deputyTitle(deputyName)}想问您一句` : '解决了吗？'}
          </View>
        ) : (
          <>
            <Thread stops={threadOf(request, wayOf(request))} />
            <View className="secondary space-above-2">
              <Text className="text-civic strong">{`${sayHands(request)}。`}</Text>
              {`最晚 ${sayDay(dueOn)}答复。`}
            </View>
          </>
        )}
      </View>
      <Icon name="right" className="arrow" />
    </Press>
  );
}
