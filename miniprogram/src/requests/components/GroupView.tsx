import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { deputyTitle } from '../../../../shared/kernel/names';
import { type RequestPage, take } from '../../../../shared/requests/contract';
import { useAct } from '../../platform/act';
import { isPassing, sayUnsent } from '../../platform/faults';
import { refresh } from '../../platform/store';
import { ActionBar } from '../../ui/ActionBar';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Thread } from '../../ui/Thread';
import { HowItWent, stopsFor, WhatWasSaid, WhoHasIt } from './Parts';
import '../../ui/check.scss';

/** What a deputy of the village sees of a request nobody has yet, or of a colleague's who is away: enough to take it. */
export function GroupView({ request, head }: { request: RequestPage; head: ReactNode }) {
  // Whoever comes second may not see it any more: asked again, it would be gone before they have read why.
  const act = useAct(take);
  const start = () => act.send({ id }, () => void refresh(['requests', 'notifications']));
  const { deputyName, id } = request;
  return (
    <>
      <View className="main columns">
        <View>
          {head}
          <Thread stops={stopsFor(request)} />
          <WhoHasIt request={request} />
          <View className="space-above-3">
            <Notice icon="info">
              {deputyName
                ? `本来是${deputyTitle(deputyName)}的。您接了，就由您来回，居民会看到。`
                : '您接了，就由您来回。接了以后看得到居民愿意写的名字。'}
            </Notice>
          </View>
          {act.error && (
            <View className="space-above-3">
              <Notice tone="wait">{sayUnsent(act.error)}</Notice>
            </View>
          )}
          <WhatWasSaid request={request} />
        </View>
        <View>
          <HowItWent request={request} />
        </View>
      </View>
      <ActionBar>
        {act.error && !isPassing(act.error) ? (
          <Button grow kind="second" icon="mine" onPress={() => Taro.switchTab({ url: '/pages/mine/index' })}>
            回信箱看别的
          </Button>
        ) : (
          <Button grow icon="check" busy={act.isPending && '正在接…'} onPress={start}>
            我来接
          </Button>
        )}
      </ActionBar>
    </>
  );
}
