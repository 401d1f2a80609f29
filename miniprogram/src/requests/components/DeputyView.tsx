import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { deputyTitle } from '../../../../shared/directory/rules';
import type { RequestPage } from '../../../../shared/requests/contract';
import { END_WORDS, type Stop, threadOf } from '../../../../shared/requests/rules';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Thread } from '../../ui/Thread';
import { Answer, HowItWent, WhatWasSaid, WhoHasIt } from './Parts';

/** The deputy's side: what was said, by whom as they chose to be known, and the answer. */
export function DeputyView({ request, head }: { request: RequestPage; head: ReactNode }) {
  const { state, outcome, rating, round, id } = request;
  return (
    <>
      <View className="main">
        {head}
        <Thread stops={stopsFor(request)} />
        {state === 'with_deputy' && <WhoHasIt request={request} />}
        {state === 'with_deputy' && round > 1 && (
          <View className="mt3">
            <Notice tone="wait" icon="undo">
              居民说没解决，退回来请您再办。
            </Notice>
          </View>
        )}
        {state === 'answered' && (
          <View className="mt4">
            <Notice icon="clock">已经回话，等居民说解决了没有。居民点头，才算办完。</Notice>
          </View>
        )}
        {state === 'closed' && (
          <View className="mt4">
            <Notice tone="ok">
              <Text className="strong block">{`居民说：${END_WORDS[outcome ?? 'solved']}`}</Text>
              {rating?.words && <Text className="block">{rating.words}</Text>}
            </Notice>
          </View>
        )}
        <WhatWasSaid request={request} />
        <Answer request={request} />
        <HowItWent request={request} />
      </View>
      {state === 'with_deputy' && (
        <ActionBar>
          <Button grow icon="chat" onPress={() => Taro.navigateTo({ url: `/requests/pages/answer/index?id=${id}` })}>
            回话
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** The same five stops; who is 我 to the resident is the resident here. */
function stopsFor(request: RequestPage): Stop[] {
  const stops = threadOf(request, deputyTitle(request.deputyName));
  return stops.map((stop) => (stop.label === '我' ? { ...stop, label: '居民' } : stop));
}
