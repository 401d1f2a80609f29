import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { promised } from '../../../../shared/appraisals/rectification';
import type { Reply } from '../../../../shared/kernel/procedure';
import { STATES as OPINION_STATES } from '../../../../shared/promises/opinion/states';
import type { Opinion, Shown } from '../../../../shared/promises/shown';
import type { State } from '../../../../shared/promises/states';
import { sayPromise } from '../../../../shared/promises/words';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Icon, type IconName } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Section } from '../../ui/Section';
import '../../ui/Cell.css';
import './PromisedOf.scss';

/** How a state looks to everybody: colour is never the only cue. */
const LOOKS: Record<State, { icon: IconName; tone: string }> = {
  promised: { icon: 'clock', tone: '' },
  said_done: { icon: 'half-circle', tone: '' },
  kept: { icon: 'check-circle', tone: 'text-ok' },
  not_kept: { icon: 'alert', tone: 'text-late' },
};

/** 它答应改的事: what a department promised after it was rated, and what people said when they were asked again. */
export function PromisedOf({ id, department }: { id: string; department: string }) {
  const { data } = useCall(promised, { id });
  if (!data) return null;
  const found = data.departments.find((one) => one.id === department);
  return (
    <Section title="它答应改的事">
      <Card>
        {found?.opinion && <Answered opinion={found.opinion} />}
        {found?.promises.map((one) => (
          <PromisedThing key={one.id} promise={one} />
        ))}
        {!found && (
          <Text className="secondary block">还没有。人大送去评议意见，它答应了什么、哪天前做到，都写在这里。</Text>
        )}
        {found && <Again figures={found} second={data.second} />}
      </Card>
    </Section>
  );
}

/** Only where the department is late with its answer, or has not answered yet. */
function Answered({ opinion: { state, dueOn, late } }: { opinion: Opinion }) {
  if (!OPINION_STATES[state].department) return null;
  return (
    <Text className={`block ${late ? 'text-late strong' : 'secondary'}`}>
      {late ? `评议意见应在 ${sayDay(dueOn)}前答，迟了 ${late} 天还没答。` : `评议意见送去了，${sayDay(dueOn)}前要答。`}
    </Text>
  );
}

function PromisedThing({ promise }: { promise: Shown }) {
  const { icon, tone } = LOOKS[promise.state];
  return (
    <Press
      className="row top promised"
      label={`${promise.words}，${sayPromise(promise)}，点开看经过`}
      onPress={() => Taro.navigateTo({ url: `/promises/pages/promise/index?id=${promise.id}` })}
    >
      <View className={tone}>
        <Icon name={icon} />
      </View>
      <View className="grow">
        <Text className="strong block">{promise.words}</Text>
        <Text className="secondary block">{`答应 ${promise.dueOn.slice(0, 4)} 年 ${sayDay(promise.dueOn)}前`}</Text>
        <Text className={`block ${tone || 'secondary'}`}>{sayPromise(promise)}</Text>
      </View>
      <Icon name="right" className="arrow" />
    </Press>
  );
}

type Promised = Reply<typeof promised>;
type Figures = Pick<Promised['departments'][number], 'better' | 'notBetter'>;

/** The second measurement beside the first: how many of those who rated it low say that it is better. */
function Again({ figures: { better, notBetter }, second }: { figures: Figures; second: Promised['second'] }) {
  if (better === null)
    return second && IS_ASKED.includes(second.state) ? (
      <Text className="note block space-above-3">正在再问一次大家：变好了吗。谁都能答，首页点进去。</Text>
    ) : null;
  return (
    <Text className="block space-above-3">
      {`再问了一次：以前评低的人里 ${better} 人说好了${notBetter === null ? '' : `，${notBetter} 人说没好`}。`}
    </Text>
  );
}

const IS_ASKED: readonly string[] = ['open'];
