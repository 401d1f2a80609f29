import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { STATES as OPINION_STATES } from '../../../../shared/promises/opinion/states';
import type { Opinion, Shown } from '../../../../shared/promises/shown';
import type { State } from '../../../../shared/promises/states';
import { sayPromise } from '../../../../shared/promises/words';
import { sayDate, sayDay } from '../../platform/say';
import { Icon, type IconName } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import '../../ui/Cell.css';
import './PromisedThing.scss';

/** How a state looks to everybody: colour is never the only cue. */
const LOOKS: Record<State, { icon: IconName; tone: string }> = {
  promised: { icon: 'clock', tone: '' },
  said_done: { icon: 'half-circle', tone: '' },
  kept: { icon: 'check-circle', tone: 'text-ok' },
  not_kept: { icon: 'alert', tone: 'text-late' },
};

/** Only where the department is late with its answer, or has not answered yet. */
export function Answered({ opinion: { state, dueOn, late } }: { opinion: Opinion }) {
  if (!OPINION_STATES[state].department) return null;
  return (
    <Text className={`block ${late ? 'text-late strong' : 'secondary'}`}>
      {late ? `评议意见应在 ${sayDay(dueOn)}前答，迟了 ${late} 天还没答。` : `评议意见送去了，${sayDay(dueOn)}前要答。`}
    </Text>
  );
}

/** One promise in a list: what, until when and how it stands; a tap shows what came of it. */
export function PromisedThing({ promise }: { promise: Shown }) {
  const { icon, tone } = LOOKS[promise.state];
  return (
    <Press
      className="row top promised"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/promises/pages/promise/index?id=${promise.id}` })}
    >
      <View className={tone}>
        <Icon name={icon} />
      </View>
      <View className="grow">
        <Text className="strong block">{promise.words}</Text>
        <Text className="secondary block">{`答应 ${sayDate(promise.dueOn)}前`}</Text>
        <Text className="secondary block">
          <Text className={tone && `strong ${tone}`}>{sayPromise(promise)}</Text>
        </Text>
      </View>
      <Icon name="right" className="arrow" />
    </Press>
  );
}
