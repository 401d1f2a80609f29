import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { type RequestPage, reopen, withdrawRating } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { END_WORDS } from '../../../../shared/requests/words';
import { useAct } from '../../platform/act';
import { sayUnsent } from '../../platform/faults';
import { sayDay } from '../../platform/say';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ownDirection } from '../../ui/Press';
import { Thread } from '../../ui/Thread';
import { Act } from './Act';
import { Contact } from './Contact';
import { Hide } from './Hide';
import { InSuggestions } from './InSuggestions';
import { Answer, answererOf, CallStation, HowItWent, stopsFor, WhatWasSaid } from './Parts';
import { Promises } from './Promises';
import { Route } from './Route';

type Props = { request: RequestPage; head: ReactNode; onArrived: () => void };

/** It ended, or is for another to say: how, the way back from it, and somebody to speak to. */
export function Ended({ request, head, onArrived }: Props) {
  const { outcome, viewer, deputyId, id, may, stationPhone } = request;
  const [reopening, setReopening] = useState(false);
  const isAgain = outcome === 'withdrawn' && viewer === 'resident';
  const again = () => Taro.navigateTo({ url: `/requests/pages/write/index${deputyId ? `?deputy=${deputyId}` : ''}` });
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          {outcome !== 'withdrawn' && <Thread stops={stopsFor(request)} />}
          <HowItEnded request={request} />
          {viewer === 'entrant' && <Contact request={request} />}
          {reopening ? (
            <Act
              procedure={reopen}
              id={id}
              title="其实没解决"
              note={{ icon: 'undo', words: `退回${answererOf(request)}重办，重新算日子。` }}
              placeholder="还有什么没办好（可不写）"
              length={LENGTHS.rating}
              send="退回重办"
              cancel="先不退"
              onDone={() => setReopening(false)}
              onArrived={onArrived}
            />
          ) : (
            <TakeBack request={request} />
          )}
          <Answer request={request} />
          <Promises request={request} />
        </View>
        <View>
          <Route request={request} />
          <HowItWent request={request} />
          <WhatWasSaid request={request} />
          {request.viewer === 'resident' && <InSuggestions id={request.id} />}
          <Hide request={request} />
        </View>
      </View>
      {!reopening && (isAgain || may.includes('reopen') || stationPhone) && (
        <ActionBar>
          {isAgain && (
            <Button grow icon="pen" onPress={again}>
              重新说一件
            </Button>
          )}
          {may.includes('reopen') && (
            <Button kind="line" grow icon="undo" onPress={() => setReopening(true)}>
              其实没解决
            </Button>
          )}
          <CallStation request={request} />
        </ActionBar>
      )}
    </>
  );
}

const SATISFACTION = { satisfied: '满意', mostly: '基本满意', unsatisfied: '不满意' } as const;

function HowItEnded({ request: { rating, outcome, viewer, events } }: Pick<Props, 'request'>) {
  const who = viewer === 'resident' ? '您' : '本人';
  if (!outcome)
    return (
      <View className="space-above-4">
        <Notice icon="clock">本人用微信确认过了，等本人说解决了没有。</Notice>
      </View>
    );
  return (
    <View className="space-above-4">
      <Notice tone={rating ? 'ok' : 'info'} icon={outcome === 'withdrawn' ? 'undo' : undefined}>
        <Text className="strong block">{rating ? `${who}说：${END_WORDS[outcome]}` : END_WORDS[outcome]}</Text>
        {outcome === 'withdrawn' && <Text className="block">代表看不到了，联络站留底。想说，可以重新说一件。</Text>}
        {outcome === 'diverted' && <Text className="words">{events.find(({ kind }) => kind === outcome)?.words}</Text>}
        {rating?.attitude && <Text className="block">{`态度：${SATISFACTION[rating.attitude]}`}</Text>}
        {rating?.result && <Text className="block">{`结果：${SATISFACTION[rating.result]}`}</Text>}
        {rating?.words && (
          <Text className="words" {...ownDirection}>
            {rating.words}
          </Text>
        )}
      </Notice>
    </View>
  );
}

/** Until when what was said can be changed, and taking it back for whoever pressed by a slip. */
function TakeBack({ request }: Pick<Props, 'request'>) {
  const { id, may, ratingWithdrawableUntil, reopenableUntil, departmentName } = request;
  const act = useAct(withdrawRating, ['requests', 'notifications']);
  if (!may.includes('reopen')) return null;
  return (
    <View className="space-above-3">
      {reopenableUntil && (
        <Text className="secondary block">{`其实没解决的，最晚 ${sayDay(reopenableUntil)}说，退回${departmentName ?? '代表'}重办。`}</Text>
      )}
      {may.includes('withdrawRating') && ratingWithdrawableUntil && (
        <>
          <Text className="secondary block">{`点错了的，最晚 ${sayDay(ratingWithdrawableUntil)}撤回。`}</Text>
          <View className="row space-above-3">
            <Button kind="text" icon="undo" busy={act.isPending && '正在撤回…'} onPress={() => act.send({ id })}>
              撤回刚才的评价
            </Button>
          </View>
        </>
      )}
      {act.error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayUnsent(act.error)}</Notice>
        </View>
      )}
    </View>
  );
}
