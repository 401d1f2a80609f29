import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { ask, note, type RequestPage } from '../../../../shared/requests/contract';
import { lastReturnOf } from '../../../../shared/requests/lifecycle';
import { LENGTHS } from '../../../../shared/requests/limits';
import { ANSWERED, isIn, OPEN, WAITING_FOR_DEPUTY } from '../../../../shared/requests/states';
import { END_WORDS, sayAnswerer } from '../../../../shared/requests/words';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Notice } from '../../ui/Notice';
import { Thread } from '../../ui/Thread';
import { ToStepAside } from '../../ui/ToStepAside';
import { Act } from './Act';
import { Contact } from './Contact';
import { AskFirst, Handed } from './Handover';
import { MergedWith } from './MergedWith';
import { Answer, HowItWent, sayAsking, stopsFor, WhatWasSaid, WhoHasIt } from './Parts';
import { Promises } from './Promises';
import { Route } from './Route';
import './DeputyView.scss';
import { ownDirection } from '../../ui/Press';
import '../../ui/lock.scss';
import '../../ui/swap.scss';

type Doing = 'nothing' | 'ask' | 'note';

/** The deputy's side, and the station's: what was said, by whom as they chose to be known, and what can be done about it. */
export function DeputyView({ request, head }: { request: RequestPage; head: ReactNode }) {
  const { state, outcome, rating, round, id, may, viewer } = request;
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => setDoing('nothing');
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          <Thread stops={stopsFor(request)} />
          {isIn(state, OPEN) && <WhoHasIt request={request} />}
          {may.includes('declineHandover') && <Handed id={id} />}
          <AskFirst request={request} />
          <Route request={request} />
          {isIn(state, WAITING_FOR_DEPUTY) && round > 1 && (
            <View className="space-above-3">
              <Notice tone="wait" icon="undo">
                {lastReturnOf(request.events) === 'partly'
                  ? '居民说解决了一部分，剩下的请您接着办。'
                  : '居民说没解决，退回来请您再办。'}
              </Notice>
            </View>
          )}
          {isIn(state, ANSWERED) && (
            <View className="space-above-4">
              <Notice icon="clock">{`${sayAnswered(request)}，${sayAsking(request)}。居民点头，才算办完。`}</Notice>
            </View>
          )}
          {outcome && (
            <View className="space-above-4">
              <Notice tone={rating ? 'ok' : 'info'}>
                <Text className="strong block">{`${rating ? '居民说：' : ''}${END_WORDS[outcome]}`}</Text>
                {rating?.words && (
                  <Text className="words" {...ownDirection}>
                    {rating.words}
                  </Text>
                )}
              </Notice>
            </View>
          )}
          <Contact request={request} />
          <WhatWasSaid request={request} />
          <MergedWith request={request} />
          {viewer === 'deputy' && (
            <View className="space-above-3">
              <Button
                small
                kind="second"
                onPress={() => Taro.navigateTo({ url: `/suggestions/pages/write/index?request=${id}` })}
              >
                写成代表建议
              </Button>
            </View>
          )}
          <Answer request={request} />
          <Promises request={request} />
          {doing === 'ask' && (
            <Act
              procedure={ask}
              id={id}
              title="问一句"
              note={{ icon: 'clock', words: '问了以后，时间停下来等居民回答。' }}
              placeholder="比如：是哪几盏灯？"
              length={LENGTHS.question}
              send="问居民"
              onDone={done}
            />
          )}
          {doing === 'note' && (
            <Act
              procedure={note}
              id={id}
              title={viewer === 'station' ? '给代表留一句' : '给联络站留一句'}
              note={{ icon: 'eye-off', words: '只有代表和联络站看得到，居民看不到。' }}
              placeholder="想说什么"
              length={LENGTHS.note}
              send="留下"
              onDone={done}
            />
          )}
          {doing === 'nothing' && <More request={request} onDo={setDoing} />}
          {/* To who is of its station, or of the office, whatever else they are. */}
          {request.hidden && <ToStepAside context="requests" id={id} />}
        </View>
        <View>
          <HowItWent request={request} />
        </View>
      </View>
      {may.includes('answer') && doing === 'nothing' && (
        <ActionBar>
          <Button grow icon="chat" onPress={() => Taro.navigateTo({ url: `/requests/pages/answer/index?id=${id}` })}>
            {isIn(state, ANSWERED) ? '再说几句' : '回话'}
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** Whoever it was: 已经回话, 县住建局已经答复. */
function sayAnswered({ answer }: RequestPage): string {
  const other = sayAnswerer(answer);
  return other ? `${other}已经答复` : '已经回话';
}

/** What else can be done; one row each. */
function More({ request: { may, id, viewer }, onDo }: { request: RequestPage; onDo: (doing: Doing) => void }) {
  const go = (page: string) => Taro.navigateTo({ url: `/${page}/index?id=${id}` });
  if (!may.length) return null;
  return (
    <Card flush className="space-above-3">
      {may.includes('ask') && (
        <Cell icon="chat" title="问一句" sub="有不清楚的，先问居民" onPress={() => onDo('ask')} />
      )}
      {(may.includes('pass') || may.includes('reassign')) && (
        <Cell icon="right" title="转给别的代表" sub="同一个村的代表" onPress={() => go('answering/pages/pass')} />
      )}
      {may.includes('refer') && (
        <Cell
          icon="swap"
          title="请站里转部门"
          sub="归部门管的，日子接着走"
          onPress={() => go('answering/pages/refer')}
        />
      )}
      {may.includes('note') && (
        <Cell
          icon="lock"
          title={viewer === 'station' ? '给代表留一句' : '给联络站留一句'}
          sub="居民看不到"
          onPress={() => onDo('note')}
        />
      )}
    </Card>
  );
}
