import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { deputyTitle } from '../../../../shared/directory/rules';
import { sayDay } from '../../../../shared/kernel/days';
import { type RequestPage, rate } from '../../../../shared/requests/contract';
import { END_WORDS, threadOf } from '../../../../shared/requests/rules';
import { newKey } from '../../platform/call';
import { useAct } from '../../platform/query';
import { ActionBar } from '../../ui/ActionBar';
import { AskSolved, type Said } from '../../ui/AskSolved';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { Thread } from '../../ui/Thread';
import { Answer, HowItWent, WhatWasSaid, WhoHasIt } from './Parts';
import { Supplement } from './Supplement';

type Props = { request: RequestPage; head: ReactNode };

/** The resident's side: waiting, asked whether it was solved, or done. */
export function ResidentView(props: Props) {
  const { state } = props.request;
  if (state === 'answered') return <Asked key={props.request.round} {...props} />;
  return state === 'closed' ? <Done {...props} /> : <Waiting {...props} />;
}

function Waiting({ request, head }: Props) {
  const [writes, setWrites] = useState(false);
  const { stationPhone, round, deputyName, clock } = request;
  return (
    <>
      <View className="main">
        {head}
        <Thread stops={threadOf(request, deputyTitle(deputyName))} />
        <WhoHasIt request={request} />
        {round > 1 && (
          <View className="mt3">
            <Notice
              tone="wait"
              icon="undo"
            >{`您说没解决，已经退回${deputyTitle(deputyName)}重办，最晚 ${sayDay(clock.dueOn)}答复。`}</Notice>
          </View>
        )}
        <View className="mt3">
          <Notice tone="plain">{whoSees(request)}</Notice>
        </View>
        {writes && <Supplement id={request.id} onDone={() => setWrites(false)} />}
        <HowItWent request={request} />
        <WhatWasSaid request={request} />
      </View>
      {!writes && (
        <ActionBar>
          <Button kind="line" grow icon="pen" onPress={() => setWrites(true)}>
            补充几句
          </Button>
          {stationPhone && (
            <Button kind="line" grow icon="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: stationPhone })}>
              问联络站
            </Button>
          )}
        </ActionBar>
      )}
    </>
  );
}

function Asked({ request, head }: Props) {
  const [said, setSaid] = useState<Said>({ outcome: null, attitude: null, result: null, words: '' });
  const [key] = useState(newKey);
  const [pressed, setPressed] = useState(false);
  const act = useAct(rate, ['requests', 'notifications']);
  const send = () => {
    if (!said.outcome) return setPressed(true);
    const { outcome, attitude, result, words } = said;
    act.mutate({
      key,
      input: {
        id: request.id,
        round: request.round,
        outcome,
        attitude: attitude ?? undefined,
        result: result ?? undefined,
        words: words.trim() || undefined,
      },
    });
  };
  return (
    <>
      <View className="main">
        {head}
        <Thread stops={threadOf(request, deputyTitle(request.deputyName))} />
        <Answer request={request} />
        <Card className="mt3">
          <AskSolved said={said} onSay={setSaid} />
        </Card>
        {act.error && (
          <View className="mt3">
            <Notice tone="wait">{act.error.message}</Notice>
          </View>
        )}
        <HowItWent request={request} />
        <WhatWasSaid request={request} />
      </View>
      <ActionBar why={pressed && !said.outcome ? '先点一个：解决了，还是没解决。' : null}>
        <Button grow busy={act.isPending && '正在送…'} onPress={send}>
          就这样
        </Button>
      </ActionBar>
    </>
  );
}

const SATISFACTION = { satisfied: '满意', mostly: '基本满意', unsatisfied: '不满意' } as const;

function Done({ request, head }: Props) {
  const { rating } = request;
  return (
    <View className="main">
      {head}
      <Thread stops={threadOf(request, deputyTitle(request.deputyName))} />
      <View className="mt4">
        <Notice tone="ok">
          <Text className="strong block">{`您说：${END_WORDS[request.outcome ?? 'solved']}`}</Text>
          {rating?.attitude && <Text className="block">{`态度：${SATISFACTION[rating.attitude]}`}</Text>}
          {rating?.result && <Text className="block">{`结果：${SATISFACTION[rating.result]}`}</Text>}
          {rating?.words && <Text className="block">{rating.words}</Text>}
        </Notice>
      </View>
      <Answer request={request} />
      <HowItWent request={request} />
      <WhatWasSaid request={request} />
    </View>
  );
}

function whoSees({ deputyName, name, nameFor }: RequestPage): string {
  const deputy = deputyTitle(deputyName);
  if (name && nameFor === 'deputy') return `${deputy}看得到这件事和您写的名字，看不到您的电话。`;
  return `${deputy}看得到这件事，看不到您的${name ? '名字和' : ''}电话。`;
}
