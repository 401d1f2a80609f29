import Taro from '@tarojs/taro';
import { useState } from 'react';
import { signOut } from '../../../../shared/identity/contract';
import { call } from '../../platform/call';
import { forgetKept } from '../../platform/kept';
import { leaveSession } from '../../platform/session';
import { forgetAll } from '../../platform/store';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Sure } from '../../ui/Sure';

/** Leaves this phone (退出), after one more question in its own place. */
export function Leave() {
  const [asked, setAsked] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const go = () => {
    setLeaving(true);
    void leave();
  };
  return (
    <Card flush className="space-above-5">
      {asked ? (
        <Sure
          title="退出这台手机吗？"
          words="您说过的事都还在，再进来就看得到。"
          no="不退"
          yes="退出"
          busy={leaving && '正在退…'}
          onNo={() => setAsked(false)}
          onYes={go}
        />
      ) : (
        <Cell icon="undo" title="退出这台手机" sub="您说过的事都还在，再进来就看得到" onPress={() => setAsked(true)} />
      )}
    </Card>
  );
}

/** Ends the session here; without a network the phone forgets it all the same. */
async function leave(): Promise<void> {
  await call(signOut, {}).catch(() => undefined);
  await leaveSession(async () => {
    forgetKept();
    await Taro.reLaunch({ url: '/pages/home/index' });
    forgetAll();
  });
}
