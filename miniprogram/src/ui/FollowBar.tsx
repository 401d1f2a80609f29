import { Text, View } from '@tarojs/components';
import { subscribe, templates } from '../../../shared/notifications/subscribing';
import { follow, followed } from '../../../shared/promises/following';
import type { Shown } from '../../../shared/promises/shown';
import { STATES } from '../../../shared/promises/states';
import { useAct } from '../platform/act';
import { sayFault } from '../platform/faults';
import { useCall } from '../platform/query';
import { canSignIn, hasSession } from '../platform/session';
import { askToSubscribe, canSubscribe } from '../platform/subscribe';
import { ActionBar } from './ActionBar';
import { Button } from './Button';
import { Icon } from './Icon';
import { Notice } from './Notice';
import { aria } from './Press';
import './check.scss';

/** 改了没有，告诉我: whoever reads of promises hears what becomes of those that are not kept yet, and may stop hearing of it. */
export function FollowBar({ promises: all }: { promises: readonly Pick<Shown, 'id' | 'state'>[] }) {
  // Who merely reads gets no account.
  const mine = useCall(followed, {}, { enabled: hasSession() }).data?.promises ?? [];
  const known = useCall(templates, {}, { enabled: canSubscribe }).data?.templates;
  const telling = useAct(follow, [followed.name]);
  const asking = useAct(subscribe);
  const promises = all.filter(({ state }) => STATES[state].open).map(({ id }) => id);
  if (!promises.length || !(canSignIn() || hasSession())) return null;
  const follows = promises.every((id) => mine.includes(id));
  const start = () => {
    void telling.send({ promises, on: true });
    // In the same tap, or WeChat does not ask. Whatever it comes to, the messages in the app tell.
    if (canSubscribe && known)
      void askToSubscribe(known, 'progress').then((choices) => {
        if (choices.length) void asking.send({ choices });
      });
  };
  return (
    <ActionBar column>
      {telling.error && <Notice tone="late">{sayFault(telling.error)}</Notice>}
      {follows ? (
        <View className="row between">
          <Text className="grow text-ok" {...aria('status')}>
            <Icon name="check" /> 改好了、没改好，“消息”里都告诉您
          </Text>
          <Button small kind="line" onPress={() => telling.send({ promises, on: false })}>
            不用告诉了
          </Button>
        </View>
      ) : (
        <Button wide kind="second" icon="bell" busy={telling.isPending && '正在记下…'} onPress={start}>
          改了没有，告诉我
        </Button>
      )}
    </ActionBar>
  );
}
