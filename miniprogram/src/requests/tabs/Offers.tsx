import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { confirmContact, type Offered, offered } from '../../../../shared/requests/contract';
import { useAct } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { usePerson } from '../../platform/person';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { Sure } from '../../ui/Sure';
import './Offers.css';

/** What was entered for the person's phone: theirs or not, they say. Where and when is all they hear before that. */
export function Offers({ className = '' }: { className?: string }) {
  const enabled = Boolean(usePerson().me?.maskedPhone);
  const { data, refetch } = useCall(offered, {}, { enabled });
  useDidShow(() => {
    if (enabled) void refetch();
  });
  if (!enabled || !data?.items.length) return null;
  return (
    <View className={className}>
      {data.items.map((item) => (
        <Offer key={item.id} item={item} />
      ))}
    </View>
  );
}

function Offer({ item: { id, villageName, enteredOn } }: { item: Offered }) {
  const [asked, setAsked] = useState(false);
  const { send, error, isPending } = useAct(confirmContact, ['requests', 'notifications']);
  const busy = isPending && '正在送…';
  const open = () => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` });
  return (
    <Card>
      <Text className="strong block">这是您的事吗？</Text>
      <Text className="secondary block">{`${villageName}，${sayDay(enteredOn)}有人替您登记了一件事，留了您的手机号。`}</Text>
      {error && <Notice tone="wait">{sayFault(error)}</Notice>}
      {asked ? (
        <Sure
          title="不是您的事？"
          words="点了以后不再问您，请登记的人改电话。"
          no="再想想"
          yes="不是我的"
          busy={busy}
          onNo={() => setAsked(false)}
          onYes={() => send({ id, mine: false })}
        />
      ) : (
        <View className="row wrap space-above-3">
          <Button small grow kind="line" disabled={isPending} onPress={() => setAsked(true)}>
            不是我的
          </Button>
          <Button small grow busy={busy} onPress={() => send({ id, mine: true }, open)}>
            是我的
          </Button>
        </View>
      )}
    </Card>
  );
}
