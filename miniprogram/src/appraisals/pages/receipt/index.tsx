import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState, useSyncExternalStore } from 'react';
import { addDays, dayOf, minuteOf } from '../../../../../shared/kernel/days';
import { spellReceipt } from '../../../../../shared/voting/receipt';
import { now } from '../../../platform/clock';
import { sayDay, sayTime, together } from '../../../platform/say';
import { useTopOf } from '../../../platform/scroll';
import { onSession, signedInAs } from '../../../platform/session';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/Empty';
import { Icon } from '../../../ui/Icon';
import { NavBar } from '../../../ui/NavBar';
import { NextSteps } from '../../../ui/NextSteps';
import { Page } from '../../../ui/Page';
import { aria } from '../../../ui/Press';
import { type Vote, voteIn } from '../../tabs/votes';
import './index.scss';
import '../../../ui/check.scss';

const home = () => Taro.switchTab({ url: '/pages/home/index' });

/** It is in the box (投票回执): what can be looked up and what nobody can, the code, and what comes next. */
export default function Receipt() {
  const [{ id = '' }] = useState(useRouter().params);
  useSyncExternalStore(onSession, signedInAs);
  const vote = voteIn(id);
  return (
    <Page>
      <NavBar back={home} />
      {vote ? (
        <Kept id={id} vote={vote} />
      ) : (
        <Empty
          help
          title="回执不在这个手机里"
          words={'丢了也不要紧，\n投过的票照样算。'}
          action={{ words: '回首页', icon: 'home', onPress: home }}
        />
      )}
    </Page>
  );
}

function Kept({ id, vote }: { id: string; vote: Vote }) {
  const { title, closesAt, receipt, castOn } = vote;
  useTopOf(receipt);
  const to = (page: string) => () => Taro.redirectTo({ url: `/appraisals/pages/${page}/index?id=${id}` });
  const isOpen = Date.parse(closesAt) > now();
  return (
    <>
      <View className="main">
        <View className="ballot-box" aria-hidden="true" />
        <View className="title center space-above-3" {...aria('status')}>
          投进票箱了
        </View>
        <Text className="secondary block center">{`${title}，您的一票在里面`}</Text>
        <View className="stub space-above-5">
          <View className="row between">
            <Text className="heading">投票回执</Text>
            <Text className="note">{sayDay(castOn)}</Text>
          </View>
          <View className="row space-above-3">
            <Icon name="check" className="text-ok" />
            <Text>
              查得到：<Text className="strong">您的票在，没被换</Text>
            </Text>
          </View>
          <View className="row space-above-2">
            <Icon name="eye-off" />
            <Text>
              查不到：<Text className="strong">您是谁、选了什么</Text>
            </Text>
          </View>
          <View className="stub-tear" />
          <Text className="note block">回执码</Text>
          <Text className="stub-code">{spellReceipt(receipt)}</Text>
          <Text className="note block">存在手机里了。丢了也不要紧，票照样算。</Text>
        </View>
        <Card className="space-above-3">
          <Text className="heading">接下来</Text>
          <View className="space-above-3">
            <NextSteps rows={nextOf(closesAt)} />
          </View>
        </Card>
      </View>
      <ActionBar>
        <Button kind="line" grow onPress={isOpen ? to('rate') : to('results')}>
          {isOpen ? '改我的票' : '看评议结果'}
        </Button>
        <Button grow onPress={home}>
          回首页
        </Button>
      </ActionBar>
    </>
  );
}

/** A box that shuts at midnight is counted on the day that begins then. */
function nextOf(closesAt: string) {
  const end = new Date(closesAt);
  const day = dayOf(end);
  const midnight = minuteOf(end) === 0;
  const [shuts, counted] = midnight
    ? [addDays(day, -1), [sayDay(day), '公布结果，您可以查票'] as const]
    : [day, ['数完票', '公布结果，您可以查票'] as const];
  return [
    [sayDay(shuts), `${midnight ? '晚 12 点' : sayTime(end)}截止。对得上人的钥匙当场销毁，才打开票箱`],
    counted,
    [together(`${Number(day.slice(5, 7))} 月起`), '部门说怎么改、哪天改好'],
  ] as const;
}
