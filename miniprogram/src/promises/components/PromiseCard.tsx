import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Worked } from '../../../../shared/promises/shown';
import { afterOf } from '../../../../shared/promises/steps';
import { sayPromise } from '../../../../shared/promises/words';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { ownDirection } from '../../ui/Press';
import { LOOKS } from '../../ui/promise-looks';
import { Tag } from '../../ui/Tag';
import { ActForm } from './ActForm';
import { ACT_WORDS, isAct, type PromiseAct } from './acts';
import { DoneForm } from './DoneForm';
import { History } from './History';
import { Review } from './Review';
import './History.scss';

/** One promise: what, until when, how it stands, what came of it, and what may be done now. `whose`: for who looks, with the department and what it says that it did. */
export function PromiseCard({ promise, whose }: { promise: Worked; whose?: boolean }) {
  const [act, setAct] = useState<PromiseAct | null>(null);
  const [open, setOpen] = useState(false);
  const { words, dueOn, departmentName, source, stationName, state, extension, askedUntil } = promise;
  const { icon, tone } = LOOKS[state];
  const acts = promise.acts.filter(isAct);
  const { done } = afterOf(promise);
  return (
    <Card className="space-above-3">
      <Text className="heading">{words}</Text>
      <Text className="secondary block space-above-1">
        {[whose && departmentName, `答应 ${sayDay(dueOn)}前`, stationName, source].filter(Boolean).join('，')}
      </Text>
      <View className="row wrap space-above-2">
        <Tag icon={icon} tone={tone}>
          {sayPromise(promise)}
        </Tag>
        {extension === 'asked' && askedUntil && <Tag icon="clock" tone="wait">{`要宽限到 ${sayDay(askedUntil)}`}</Tag>}
      </View>
      {whose && done && (
        <Text className="quote" {...ownDirection}>
          {[done.words, done.link].filter(Boolean).join('\n')}
        </Text>
      )}
      <Review promise={promise} />
      {act === 'done' ? (
        <DoneForm promise={promise} onDone={() => setAct(null)} />
      ) : act ? (
        <ActForm key={act} promise={promise} act={act} onDone={() => setAct(null)} />
      ) : (
        acts.length > 0 && (
          <View className="row wrap space-above-3">
            {acts.map((one) => (
              <Button
                key={one}
                small
                kind="second"
                label={`${ACT_WORDS[one].button}：${words}`}
                onPress={() => setAct(one)}
              >
                {ACT_WORDS[one].button}
              </Button>
            ))}
          </View>
        )
      )}
      {open && <History events={promise.events} />}
      <Fold label={`${open ? '收起' : '看'}经过：${words}`} onPress={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'down'} />
        {open ? '收起经过' : '看经过'}
      </Fold>
    </Card>
  );
}
