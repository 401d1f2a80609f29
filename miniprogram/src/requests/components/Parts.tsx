import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { deputyTitle } from '../../../../shared/directory/rules';
import { sayDay } from '../../../../shared/kernel/days';
import type { RequestPage } from '../../../../shared/requests/contract';
import { CATEGORY_NAMES, isLate } from '../../../../shared/requests/rules';
import { Card } from '../../ui/Card';
import { DayTrack } from '../../ui/DayTrack';
import { Icon } from '../../ui/Icon';
import { Press } from '../../ui/Press';
import { Story } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { storyOf } from './story';

/** Who has it, since when, due when, in one sentence with a name and a date. */
export function WhoHasIt({ request }: { request: RequestPage }) {
  const { clock, deputyName, today, viewer, round } = request;
  const late = isLate(clock, today);
  return (
    <Card className="mt4">
      <View className="row between">
        <Text className="sub here">现在在谁手里</Text>
        {late ? (
          <Tag icon="alert" tone="late">
            {clock.late > 0 ? `超 ${clock.late} 天` : '超时了'}
          </Tag>
        ) : (
          <Tag icon="check" tone="ok">
            没有超时
          </Tag>
        )}
      </View>
      <Text className="title mt2">{viewer === 'resident' ? deputyTitle(deputyName) : '您'}</Text>
      <View className="sub">
        {round > 1 ? `${sayDay(clock.startedOn)}退回重办，` : `${sayDay(clock.startedOn)}收到，`}
        <Text className="em">{late ? `应在 ${sayDay(clock.dueOn)}答复` : `最晚 ${sayDay(clock.dueOn)}答复`}</Text>
      </View>
      <View className="mt3">
        <DayTrack clock={clock} today={today} />
      </View>
      <Text className="note block mt2">
        {clock.kind === 'working' ? '一格是一天。短的是休息日，不算。' : '一格是一天。'}
      </Text>
    </Card>
  );
}

const WORDS = 'what-was-said';

export function HowItWent({ request }: { request: RequestPage }) {
  return (
    <Card className="mt3">
      <View className="row between">
        <Text className="head">一路怎么走的</Text>
        {request.viewer === 'resident' && (
          <Press className="more" role="link" onPress={() => Taro.pageScrollTo({ selector: `#${WORDS}` })}>
            看我写的
            <Icon name="right" />
          </Press>
        )}
      </View>
      <View className="mt4">
        <Story events={storyOf(request)} />
      </View>
    </Card>
  );
}

/** What was written, as it was sent. */
export function WhatWasSaid({ request }: { request: RequestPage }) {
  const { words, where, villageName, category, name, viewer, nameFor } = request;
  const hidden = viewer === 'deputy' && nameFor === 'station';
  return (
    <View id={WORDS}>
      <Card className="mt3">
        <Text className="head">{viewer === 'resident' ? '我写的' : '居民写的'}</Text>
        <Text className="words mt2">{words}</Text>
        <Text className="sub block mt3">{[villageName, where].filter(Boolean).join(' ')}</Text>
        <Text className="sub block">{CATEGORY_NAMES[category]}</Text>
        <Text className="sub block">{`名字：${name ?? (hidden ? '只给联络站看' : '没写')}`}</Text>
      </Card>
    </View>
  );
}

export function Answer({ request }: { request: RequestPage }) {
  const { answer, deputyName, viewer } = request;
  if (!answer) return null;
  return (
    <Card className="mt4">
      <View className="row between">
        <Text className="head">{viewer === 'resident' ? `${deputyTitle(deputyName)}回话` : '您的回话'}</Text>
        <Text className="note">{sayDay(answer.on)}</Text>
      </View>
      <Text className="words mt3">{answer.words}</Text>
    </Card>
  );
}
